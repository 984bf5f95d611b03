/* SPDX-License-Identifier: MIT */
#ifndef BENCH_WORLD_H
#define BENCH_WORLD_H

#include <stdint.h>
#include <stdio.h>

/**
 * What the generators of the benchmark have in common: one partner with its customers, in one
 * month (2026-10) but for make_credits(), a chance that is the same for the same seed, and rows of
 * CSV. All amounts are whole numbers of a decimal unit; nothing is reckoned in binary fractions.
 */
typedef struct
{
  uint64_t seed;
  uint64_t size;      /* bytes of a file; each customer has a row in any case */
  unsigned customers; /* their set does not depend on the size */
  unsigned credits;   /* of each customer, for make_credits() */
  unsigned months;    /* likewise; from 2026-01 */
} World;

#define PARTNER_ID "5e0f7c12-84b3-4d19-a6c7-20d9f1e8b354"
#define DAYS_IN_MONTH 31

/** SplitMix64. */
typedef struct
{
  uint64_t state;
} Chance;

/** An own sequence for each @purpose and @index, so that what one thing is depends on no other. */
Chance chance_new (const World *world, uint64_t purpose, uint64_t index);
uint64_t chance_next (Chance *self);
/** From @low to @high, both included. */
int64_t chance_between (Chance *self, int64_t low, int64_t high);

/** "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx" with its closing NUL. */
#define GUID_SIZE 37
void chance_guid (Chance *self, char guid[GUID_SIZE]);

typedef struct
{
  char id[GUID_SIZE];
  char agreement[GUID_SIZE];
  char plan[GUID_SIZE]; /* the Azure plan */
  char name[64];
  char domain[64];
  const char *country;
  const char *currency;
  const char *invoice; /* one per currency */
  int64_t rate;        /* of one USD in the currency, scale 9 */
} Customer;

void customer_make (const World *world, unsigned index, Customer *customer);
/** All of them; free() it. */
Customer *customers_make (const World *world);
/** The one whose row comes next: not all are equally large. */
unsigned customer_pick (const World *world, Chance *chance);
/** One for each customer; free() it. */
Chance *chances_make (const World *world, uint64_t purpose);

/** Azure usage that is sold, in USD per unit. */
typedef struct
{
  const char *product_id;
  const char *sku_id;
  const char *availability_id;
  const char *sku_name;
  const char *product_name;
  const char *meter_category;
  const char *unit;
  int64_t price; /* scale 6 */
} Product;

const Product *product_any (Chance *chance);

/** value x 10^-(from - to), truncated toward zero. */
int64_t scale_down (__int128 value, unsigned from, unsigned to);

/** One record: texts are borrowed until it is written. */
#define ROW_CELLS_MAX 64
typedef struct
{
  unsigned count;
  const char *cells[ROW_CELLS_MAX]; /* NULL: empty */
  char store[8192];
  size_t stored;
} Row;

void row_clear (Row *self, unsigned count);
void row_format (Row *self, unsigned column, const char *format, ...)
    __attribute__ ((format (printf, 3, 4)));
/** value x 10^-scale, with at least @places decimals and no zeros after them. */
void row_decimal (Row *self, unsigned column, int64_t value, unsigned scale, unsigned places);
/** The record and CR LF, quoted where needed; returns its bytes. NULL for @out: only counts. */
uint64_t row_write (const Row *self, FILE *out);

/* The files. */

/** @credits: NULL, or room for one per customer: its ACO credit in cents. */
void make_invoice (const World *world, FILE *out, int64_t *credits);
void make_daily (const World *world, FILE *out);
/** The balance report that fits the invoice file of the same world. */
void make_balance (const World *world, FILE *out);
/** A balance report of many months; its size follows from customers, credits, months. */
void make_credits (const World *world, FILE *out);
/** The balance report and the invoice file of the last of world->months: the months are closed in
 *  turn, four findings for each customer in each. */
void make_month_balance (const World *world, FILE *out);
void make_month_invoice (const World *world, FILE *out);

#endif

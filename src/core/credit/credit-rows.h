/* SPDX-License-Identifier: MIT */
#ifndef CORE_CREDIT_CREDIT_ROWS_H
#define CORE_CREDIT_CREDIT_ROWS_H

#include "core/report/report-layout.h"

/**
 * The tables of `acorecon credits` (schema acorecon.credits/1): every credit that any file knows,
 * whatever gave it, in one form. Amounts are in the row's currency and exact; unknown is null.
 */

typedef enum
{
  CREDIT_TABLE_INPUTS,
  CREDIT_TABLE_CREDITS,
  CREDIT_TABLE_TOTALS,
  CREDIT_TABLE_COUNT
} CreditTable;

typedef struct
{
  Day as_of; /* DAY_NONE: no date limits */
} CreditHead;

typedef struct
{
  const char *file;
  const char *kind; /* as the report about it calls it: "aco-balance", "lots", "benefits" */
} CreditInputRow;

typedef struct
{
  const char *kind;     /* "aco", "mca", "benefit" */
  const char *owner_id; /* a customer, a billing profile, a user */
  const char *owner;
  const char *credit_id; /* of an agreement, a lot, a benefit */
  const char *credit;
  const char *currency;
  Amount granted;
  Amount used;
  Amount left;
  const char *state; /* in the words of its kind */
  Day end_date;      /* the last day */
  gboolean days_left_known;
  gint64 days_left;
  Amount at_risk;   /* what is lost of it if nothing changes; unknown: nothing tells */
  const char *file; /* NULL: the figures come from several */
  guint64 line;
  /* not shown */
  gboolean is_over; /* what is left of it cannot be used any more */
} CreditRow;

/** Sums of the credits in which the figure is known, left of those that are not over; unknown: in
    none. */
typedef struct
{
  const char *currency;
  Amount granted;
  Amount used;
  Amount left;
  Amount at_risk;
} CreditTotalsRow;

const ReportSchema *credit_rows_schema (void);

#endif

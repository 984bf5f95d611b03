/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_CHECK_FACTS_H
#define CORE_ANSWER_CHECK_FACTS_H

#include "base/decimal.h"
#include "core/record/record-visitor.h"

/**
 * CheckFacts: what tells whether a download is complete and whole, per file: customers, months,
 * and sums per currency to hold against Partner Center. Gathered by reading the files once more;
 * memory follows files x customers.
 */
typedef struct CheckFacts CheckFacts;

/** Rows of one currency; the sum is of CreditAmount, Subtotal or BillingPreTaxTotal. */
typedef struct
{
  char *currency; /* in upper case */
  guint64 rows;
  Decimal sum;
} CurrencySum;

/** A column with dates like 10/31/2026. */
typedef struct
{
  char *column; /* the header name */
  Day first;
  Day last;
  gboolean is_proven; /* by a value above 12: the order of day and month */
} DateFacts;

typedef struct
{
  guint32 index;     /* of the file */
  GTree *customers;  /* char * -> itself */
  GArray *sums;      /* of CurrencySum, ascending */
  GArray *dates;     /* of DateFacts, in the order of the columns */
  Month first_month; /* of rows, charges or usage; MONTH_NONE: none was seen */
  Month last_month;
} FileFacts;

CheckFacts *check_facts_new (void);
void check_facts_free (CheckFacts *self); /* NULL is fine */

/** A visitor for input_visit_read(), with a CheckFacts as its data. */
const RecordVisitor *check_facts_visitor (void);

/** Of the file at @index of the inputs; NULL when no row of it was read. (transfer none) */
const FileFacts *check_facts_of (const CheckFacts *self, guint32 index);
guint check_facts_customer_count (const FileFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CheckFacts, check_facts_free)

#endif

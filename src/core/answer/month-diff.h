/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_MONTH_DIFF_H
#define CORE_ANSWER_MONTH_DIFF_H

#include "core/report/report.h"

/**
 * MonthDiff: what a month says now beside what was sealed of it, as a report of the schema
 * acorecon.diff/1 (docs/spec.md, "What diff says"): only what differs, but for the files. Amounts
 * are in the currency of their row; a difference is what it is now less what was sealed, unknown
 * when one of them is. A side that has no such row has null for all it would say.
 */

typedef enum
{
  DIFF_INPUTS,
  DIFF_FIGURES,
  DIFF_BALANCES,
  DIFF_CREDITS,
  DIFF_INVOICES,
  DIFF_FINDINGS,
  DIFF_TABLE_COUNT
} DiffTable;

/** Before the tables. The last two members are for texts alone. */
typedef struct
{
  Month month;
  guint64 version; /* the sealed one */
  gboolean equal;
  const char *sealed_at;
  const char *preparer;
} DiffHead;

typedef struct
{
  const char *file;        /* NULL: gone */
  const char *sealed_file; /* NULL: new */
  const char *change;      /* "same", "renamed", "new", "gone" */
} DiffInput;

typedef struct
{
  const char *customer_id;
  const char *customer_name;
  const char *currency;
  const char *figure; /* "balance_used", ... */
  Amount sealed;
  Amount now;
  Amount difference;
} DiffFigure;

typedef struct
{
  const char *customer_id;
  const char *customer_name;
  const char *agreement_id;
  const char *credit_name;
  const char *currency;
  Month row_month;
  const char *change; /* "new", "gone", "changed" */
  Amount sealed_credit;
  Amount now_credit;
  Amount sealed_balance;
  Amount now_balance;
} DiffBalance;

typedef struct
{
  const char *customer_id;
  const char *customer_name;
  const char *invoice;
  const char *currency;
  const char *product_id;
  const char *sku_id;
  guint64 sealed_lines; /* 0: no such lines */
  guint64 now_lines;
  Amount sealed; /* sum of Subtotal */
  Amount now;
  Amount difference;
} DiffCredit;

typedef struct
{
  const char *invoice;
  const char *currency;
  const char *change;
  guint64 sealed_lines;
  guint64 now_lines;
  Amount sealed_total;
  Amount now_total;
} DiffInvoice;

typedef struct
{
  const char *id;
  const char *key;
  const char *code;
  const char *change; /* "new", "gone", "amount" */
  Amount sealed;
  Amount now;
} DiffFinding;

/** Static. */
const ReportSchema *month_diff_schema (void);

/** Nothing but the files differs. */
gboolean month_diff_is_equal (const Report *diff);

#endif

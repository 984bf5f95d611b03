/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_MONTH_NEEDS_H
#define CORE_ANSWER_MONTH_NEEDS_H

#include "core/book/books.h"
#include "core/month/reckon-plan.h"
#include "core/report/report.h"

/**
 * MonthNeeds: which of the documents of a tie-out were read, month by month, as the schema
 * acorecon.check/1 (docs/spec.md, "What check says"); for `acorecon check`. Looks at currencies in
 * which a balance row or an ACO credit was read, from the first month of each to the last of all.
 * Cannot tell whether all invoices of a month, or all accounts of the partner, are among the files.
 */

typedef enum
{
  NEEDS_FILES,
  NEEDS_MONTHS,
  NEEDS_TABLE_COUNT
} NeedsTable;

/** A file that was read or left out. */
typedef struct
{
  const char *file;
  FileKind kind;
  guint64 rows; /* good ones */
  guint64 rejected;
  const char *version; /* which published header it has; NULL: none, or not read */
} NeedsFile;

typedef struct
{
  Month month;
  const char *currency;
  gboolean balance_report; /* a balance row of them was read, and so on */
  gboolean month_before; /* that of the month before was, too, or needs not be for what was used */
  gboolean invoice;
  gboolean daily_usage;
} NeedsMonth;

typedef struct
{
  gboolean nothing_missing; /* all of all months is there; never TRUE where that is not known */
  guint64 unclear_invoices; /* those whose month their lines do not tell, or not clearly */
  guint64 rejected;         /* rows set aside: of what month is not known */
} NeedsHead;

/** Static. */
const ReportSchema *month_needs_schema (void);

/** @plan: whose months of invoices count. Texts are copied. (transfer full) */
Report *month_needs_report (const Books *books, const ReckonPlan *plan);

/** Of a row: nothing is missing, daily usage aside, which a tie-out can do without. */
gboolean month_needs_is_tied (const NeedsMonth *row);

#endif

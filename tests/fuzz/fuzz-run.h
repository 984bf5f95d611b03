/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_RUN_H
#define FUZZ_RUN_H

#include "core/book/books.h"
#include "core/month/reckon-plan.h"
#include "core/report/report.h"

/*
 * A whole run over files in memory: read, reckoned and written in the forms that are asked for.
 * How the bytes arrive, which key the hashes have and whether the files, and the rows of one before
 * and behind a cut, are folded apart makes no difference to the report; JSON and CSV can be read
 * again; texts for people hold no controls.
 *
 * Choices: separator, decimal mark, order of dates, bad rows, month, as-of day, forms to write,
 * width of texts, hash key, the row before the cut; the rest are lengths of reads. Then up to four
 * files with a line
 * "~~~" between them.
 */

/** What the rows of one currency add up to, by plain addition. */
typedef struct
{
  char *currency; /* in upper case */
  guint64 lines;
  Decimal subtotal;
  Decimal tax;
  Decimal total;
} PlainSum;

typedef struct
{
  const Books *books;
  const ReckonPlan *plan;
  const Report *report;
  const GArray *invoice_sums; /* of PlainSum: billed invoice lines */
  guint64 rows;               /* good ones of all files */
} FinishedRun;

typedef void (*CheckRunFunc) (const FinishedRun *run);

/** @check: for a report that was made; what else must hold of it. */
void fuzz_run (const guint8 *data, gsize size, CheckRunFunc check);

#endif

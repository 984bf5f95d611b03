/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_REPORT_COMPARISON_H
#define CORE_ANSWER_REPORT_COMPARISON_H

#include "core/answer/saved-report.h"
#include "core/report/report.h"

/**
 * ReportComparison: two reports of different days side by side, as a report of the schema
 * acorecon.compare/1 (docs/spec.md, "What compare says"): what became of each finding, by its key,
 * and which figures moved. Needs no history, and knows nothing of what happened between.
 */

typedef enum
{
  COMPARE_FINDINGS,
  COMPARE_FIGURES,
  COMPARE_TABLE_COUNT
} CompareTable;

typedef struct
{
  const char *old_file;
  const char *new_file;
  gboolean equal;
  guint64 fresh; /* findings that are new, gone, changed in amount, still open */
  guint64 gone;
  guint64 changed;
  guint64 open;
} CompareHead;

typedef struct
{
  const char *change; /* "new", "gone", "amount", "open" */
  const char *code;
  const char *name;
  const char *severity;
  const char *customer_id;
  const char *customer_name;
  const char *agreement_id;
  Month month;
  const char *currency;
  const char *subject;
  Amount before; /* unknown: it was not there */
  Amount now;
  const char *id; /* in the newer report; of one that is gone in the older */
  const char *key;
} CompareFinding;

typedef struct
{
  const char *customer_id;
  const char *customer_name;
  const char *currency;
  Month month;
  const char *figure;
  Amount before;
  Amount now;
  Amount difference; /* now - before; unknown when one is */
} CompareFigure;

/** All borrowed. */
typedef struct
{
  const char *old_file;
  const SavedReport *before;
  const char *new_file;
  const SavedReport *now;
} ReportComparison;

/** Sorted. (transfer full) */
Report *report_comparison_report (const ReportComparison *self);

/** Static. */
const ReportSchema *report_comparison_schema (void);

#endif

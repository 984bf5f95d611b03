/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_REPORT_SUMMARY_H
#define CORE_REPORT_REPORT_SUMMARY_H

#include "core/report/report.h"

/**
 * ReportSummary: a report in numbers, for who decides by them what to do next (spec section 5,
 * "Summary"): findings by severity and by code with their money, verdicts of the tie-out, and the
 * exit status of the run. Counts what the report holds; does not know --fail-on, so the status is
 * told to it.
 */
typedef struct ReportSummary ReportSummary;

/** The amounts of some findings in one currency, of which at least one is not 0. */
typedef struct
{
  const char *currency; /* NULL: of findings that name none */
  Decimal signed_sum;   /* of the amounts as they stand: those of unlike sign cancel */
  Decimal absolute_sum; /* of the amounts without their signs; > 0 */
} SummaryMoney;

typedef struct
{
  Severity severity;
  guint64 findings;
  ReportSpan amounts; /* of SummaryMoney, by currency, null first */
  guint64 resolved;   /* how many of them were decided about: no failure any more */
} SummarySeverity;

/** A code whose findings have two severities is here twice, the graver first. */
typedef struct
{
  FindingCode code;
  Severity severity;
  guint64 findings;   /* > 0 */
  ReportSpan amounts; /* as above */
  guint64 resolved;
} SummaryCode;

typedef struct
{
  TieOutResult result;
  guint64 customer_months; /* rows of the tie-out: a customer's month in a currency */
} SummaryResult;

typedef struct
{
  guint64 exit_status;
  guint64 findings;
  ReportSpan severities; /* of SummarySeverity: each of them, the gravest first */
  ReportSpan codes;      /* of SummaryCode: those that were found, by code */
  guint64 resolved;
  ReportSpan tieout; /* of SummaryResult: each of them */
} SummaryRow;

/** Borrows texts of the sorted @report. */
ReportSummary *report_summary_new (const Report *report, guint exit_status);
void report_summary_free (ReportSummary *self); /* NULL is fine */

/** Belongs to @self. Of a report without findings or tie-out, there are none. */
const SummaryRow *report_summary_row (const ReportSummary *self);

/**
 * How a SummaryRow is written beside the tables of @schema: the name of the member, which no table
 * of the schema has, and those columns of which such a report can say anything.
 */
ReportTableInfo report_summary_info (const ReportSchema *schema);

/** The same for an answer that has no schema: the exit status alone. */
ReportTableInfo report_summary_info_bare (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportSummary, report_summary_free)

#endif

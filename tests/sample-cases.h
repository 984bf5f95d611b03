/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_CASES_H
#define SAMPLE_CASES_H

#include "sample-rows.h"

#include "core/case/case-list.h"
#include "core/case/case-set.h"

/* Findings, of customer "c" in USD, and what rows they stand beside, for tests of cases. */

static inline FindingRow
case_finding (FindingCode code, int month, const char *amount)
{
  return (FindingRow){ .code = code,
                       .severity = SEVERITY_ERROR,
                       .customer_id = "c",
                       .currency = "USD",
                       .month = calendar_month (2026, month),
                       .amount = sample_decimal (amount) };
}

static inline void
case_add (Report *report, FindingCode code, int month, const char *amount)
{
  const FindingRow row = case_finding (code, month, amount);
  report_append (report, REPORT_FINDINGS, &row);
}

/* The same about agreement @agreement. */
static inline void
case_add_of (Report *report, FindingCode code, const char *agreement, int month, const char *amount)
{
  FindingRow row = case_finding (code, month, amount);

  row.agreement_id = agreement;
  report_append (report, REPORT_FINDINGS, &row);
}

static inline void
case_add_tie_out (Report *report, const char *currency, int month, const char *used,
                  const char *credit)
{
  TieOutRow row = sample_tie_out ("c", NULL, used, credit, NULL, TIE_OUT_DIFFERS);

  row.currency = currency;
  row.month = calendar_month (2026, month);
  report_append (report, REPORT_TIE_OUT, &row);
}

static inline void
case_add_used (Report *report, const char *agreement, int month, const char *used)
{
  const RollForwardRow row = { .customer_id = "c",
                               .agreement_id = agreement,
                               .currency = "USD",
                               .month = calendar_month (2026, month),
                               .used = sample_amount (used) };
  report_append (report, REPORT_ROLLFORWARD, &row);
}

static inline void
case_sort (Report *report)
{
  report_set_origin (report, &(ReportOrigin){ .month = MONTH_NONE });
  report_sort (report);
}

/* Of all findings. */
static inline CaseSet *
case_set_of_all (const Report *report)
{
  gboolean wanted[FINDING_CODE_COUNT];

  for (guint code = 0; code < FINDING_CODE_COUNT; code++)
    wanted[code] = TRUE;
  return case_set_new (report, wanted);
}

/* "missing-row 0.00: ACO102 ACO115; ...", the largest first. The caller owns it. */
static inline char *
case_text (Report *report)
{
  GString *text = g_string_new (NULL);
  CaseList *cases = NULL;

  case_sort (report);
  cases = case_list_new (report);
  for (guint i = 0; i < case_list_count (cases); i++)
    {
      const Case *c = case_list_case (cases, i);
      char *amount = decimal_to_string (c->amount, 2);

      g_string_append_printf (text, "%s%s %s:", i == 0 ? "" : "; ", case_list_name (c), amount);
      for (guint j = 0; j < c->findings->len; j++)
        {
          const FindingRow *row
              = report_row (report, REPORT_FINDINGS, g_array_index (c->findings, guint, j));
          g_string_append_printf (text, " %s", finding_info (row->code)->code);
        }
      g_free (amount);
    }
  case_list_free (cases);
  return g_string_free (text, FALSE);
}

#endif

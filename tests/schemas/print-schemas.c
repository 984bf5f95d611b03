/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/month-diff.h"
#include "core/answer/month-list.h"
#include "core/answer/month-needs.h"
#include "core/answer/pec-report.h"
#include "core/answer/report-comparison.h"
#include "core/answer/verification.h"
#include "core/answer/watch-row.h"
#include "core/benefit/benefit-rows.h"
#include "core/case/case-rule.h"
#include "core/credit/credit-rows.h"
#include "core/mca/apply-rows.h"
#include "core/mca/credit-exclusions.h"
#include "core/mca/mca-record.h"
#include "core/mca/mca-rows.h"
#include "core/report/report-summary.h"
#include "store/event-body.h"
#include "store/seal-figures.h"

/*
 * Prints what the program's tables say about its JSON, for build-aux/json-schemas.py: cells
 * separated by tabs.
 *
 *   finding CODE NAME
 *   words LIST WORD...           what one column may say
 *   column SCHEMA PLACE NAME TYPE  PLACE: "" is the object itself, "months/figures" a list in rows
 *                                of a list; TYPE: "rows" is a list of which columns follow
 */

/* The names of types are those of COLUMN_..., and "object", which is one row and no list. */
static const char *const types[] = {
  [COLUMN_TEXT] = "text",         [COLUMN_CARRIED] = "carried", [COLUMN_AMOUNT] = "amount?",
  [COLUMN_DECIMAL] = "amount",    [COLUMN_MONTH] = "month?",    [COLUMN_DAY] = "day?",
  [COLUMN_COUNT] = "count",       [COLUMN_LINE] = "line?",      [COLUMN_DAYS] = "days?",
  [COLUMN_FLAG] = "flag",         [COLUMN_CODE] = "code",       [COLUMN_NAME] = "name",
  [COLUMN_SEVERITY] = "severity", [COLUMN_KIND] = "file-kind",  [COLUMN_STATE] = "state",
  [COLUMN_RESULT] = "result",     [COLUMN_USAGE] = "usage",     [COLUMN_MONTHS] = "months",
  [COLUMN_FITS] = "fits",         [COLUMN_TRUTH] = "flag?",     [COLUMN_ROWS] = "rows",
  [COLUMN_TEXTS] = "texts",
};

static void
print_columns (const char *schema, const char *place, const ReportTableInfo *info)
{
  for (gsize i = 0; i < info->column_count; i++)
    {
      const ReportColumn *column = &info->columns[i];
      g_autofree char *inner
          = g_strdup_printf ("%s%s%s", place, *place == '\0' ? "" : "/", column->name);

      g_assert (column->type < G_N_ELEMENTS (types) && types[column->type] != NULL);
      g_print ("column\t%s\t%s\t%s\t%s\n", schema, place, column->name, types[column->type]);
      if (column->type == COLUMN_ROWS)
        print_columns (schema, inner, column->rows);
    }
}

static void
print_table (const char *schema, const ReportTableInfo *info, const char *type)
{
  g_print ("column\t%s\t\t%s\t%s\n", schema, info->name, type);
  print_columns (schema, info->name, info);
}

static void
print_schema (const ReportSchema *schema)
{
  const ReportTableInfo summary = report_summary_info (schema);

  if (schema->head != NULL)
    print_columns (schema->name, "", schema->head);
  for (guint i = 0; i < schema->table_count; i++)
    print_table (schema->name, &schema->tables[i].info, "rows");
  print_table (schema->name, &summary, "object");
}

static void
print_pec (void)
{
  const ReportTableInfo summary = report_summary_info_bare ();

  print_table ("acorecon.pec/1", pec_report_months_info (), "rows");
  print_table ("acorecon.pec/1", pec_report_lost_info (), "rows");
  print_table ("acorecon.pec/1", &summary, "object");
}

/* Words */

#define WORDS(list, first, last, word) \
  G_STMT_START \
  { \
    g_print ("words\t%s", list); \
    for (guint i = (first); i <= (guint) (last); i++) \
      g_print ("\t%s", word); \
    g_print ("\n"); \
  } \
  G_STMT_END

static void
print_words_of_report (void)
{
  WORDS ("severity", SEVERITY_NOTICE, SEVERITY_ERROR, finding_severity_name ((Severity) i));
  WORDS ("file-kind", 0, FILE_KIND_COUNT - 1, file_kind_name ((FileKind) i));
  WORDS ("state", AGREEMENT_NOT_STARTED, AGREEMENT_ACTIVE,
         report_word_of_state ((AgreementState) i).text);
  WORDS ("result", TIE_OUT_NOT_COMPARABLE, TIE_OUT_DIFFERS,
         report_word_of_tie_out ((TieOutResult) i).text);
  WORDS ("usage", USAGE_DIFFERS, USAGE_AGREES, report_word_of_usage ((UsageResult) i).text);
  WORDS ("fits", 0, FIT_COUNT - 1, fit_name ((Fit) i));
  WORDS ("case-rule", 0, CASE_SINGLE - 1, case_rule_info ((CaseRule) i)->name);
  WORDS ("watch-reason", 0, WATCH_REASON_COUNT - 1, watch_row_reason_name ((WatchReason) i));
}

static void
print_words_of_history (void)
{
  WORDS ("event", 0, EVENT_PACK, event_body_kind_name ((EventKind) i));
  WORDS ("figure", 0, SEAL_FIGURE_COUNT - 1, seal_figures_name ((SealFigure) i));
}

static void
print_words_of_credits (void)
{
  WORDS ("mca-kind", 0, MCA_KIND_COUNT - 1, mca_rows_kind_name (i));
  WORDS ("lot-status", MCA_LOT_CANCELED, MCA_LOT_ACTIVE, mca_rows_status_name ((McaLotStatus) i));
  WORDS ("exclusion", EXCLUSION_NONE + 1, EXCLUSION_COUNT - 1,
         credit_exclusions_name ((CreditExclusion) i));
  WORDS ("sponsorship-exclusion", SPONSORSHIP_PAYS + 1, SPONSORSHIP_SAVINGS_PLAN,
         credit_exclusions_sponsorship_name ((SponsorshipExclusion) i));
  WORDS ("benefit-kind", BENEFIT_MONTHLY, BENEFIT_BULK, benefit_rows_kind ((BenefitKind) i));
  WORDS ("benefit-experience", BENEFIT_LEGACY, BENEFIT_MODERNISED,
         benefit_rows_experience ((BenefitExperience) i));
  WORDS ("benefit-state", BENEFIT_REVOKED, BENEFIT_ACTIVE, benefit_rows_state ((BenefitState) i));
}

int
main (void)
{
  for (guint i = 0; i < FINDING_CODE_COUNT; i++)
    g_print ("finding\t%s\t%s\n", finding_info ((FindingCode) i)->code,
             finding_info ((FindingCode) i)->name);
  print_words_of_report ();
  print_words_of_history ();
  print_words_of_credits ();
  print_schema (report_layout_resolved ());
  print_schema (month_needs_schema ());
  print_pec ();
  print_schema (month_diff_schema ());
  print_schema (report_comparison_schema ());
  print_schema (month_list_schema ());
  print_schema (verification_schema ());
  print_schema (watch_row_schema ());
  print_schema (mca_rows_schema ());
  print_schema (apply_rows_schema ());
  print_schema (benefit_rows_schema ());
  print_schema (benefit_rows_profile_schema ());
  print_schema (credit_rows_schema ());
  return 0;
}

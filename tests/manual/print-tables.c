/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <string.h>

#include "app/run/run-status.h"
#include "base/recon-error.h"
#include "core/answer/report-comparison.h"
#include "core/answer/verification.h"
#include "core/answer/watch-row.h"
#include "core/case/case-rule.h"
#include "core/report/report-word.h"
#include "input/billing/column-role.h"
#include "input/billing/kind-reader.h"
#include "input/mca/charge-file.h"
#include "input/table/benefit-table.h"
#include "output/benefit-pack.h"
#include "output/credit-pack.h"
#include "output/diff-pack.h"
#include "output/mca-pack.h"
#include "output/months/history-pack.h"
#include "output/pack.h"

/*
 * Prints the tables that the manual tells of, for build-aux/book-tables.py: a row each, its cells
 * behind the name of its table, separated by tabs.
 */

#define LINE(...) g_print (__VA_ARGS__)

static void
print_statuses (void)
{
  static const int statuses[]
      = { RUN_DONE,           RUN_FINDINGS,        RECON_ERROR_USAGE,   RECON_ERROR_INPUT,
          RECON_ERROR_OUTPUT, RECON_ERROR_HISTORY, RECON_ERROR_SERVICE, RECON_ERROR_INTERNAL };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    LINE ("status\t%d\n", statuses[i]);
}

static void
print_words (void)
{
  for (int i = TIE_OUT_NOT_COMPARABLE; i <= TIE_OUT_DIFFERS; i++)
    LINE ("result\t`%s`\n", report_word_of_tie_out ((TieOutResult) i).text);
  for (int i = USAGE_DIFFERS; i <= USAGE_AGREES; i++)
    LINE ("usage-result\t`%s`\n", report_word_of_usage ((UsageResult) i).text);
  for (int i = AGREEMENT_NOT_STARTED; i <= AGREEMENT_ACTIVE; i++)
    LINE ("state\t`%s`\n", report_word_of_state ((AgreementState) i).text);
  for (int i = 0; i < CASE_RULE_COUNT; i++)
    {
      const CaseRuleInfo *info = case_rule_info ((CaseRule) i);
      LINE ("case\t`%s`\t%s\t%s\t%s\n", info->name, info->sentence,
            info->remedy != NULL ? info->remedy : "As the finding says.",
            info->ask != NULL ? info->ask : "by the finding");
    }
  for (int i = 0; i < FILE_KIND_COUNT; i++)
    LINE ("kind\t`%s`\n", file_kind_name ((FileKind) i));
}

/* The columns of input */

static gboolean
has_role (const guint *roles, gsize count, guint role)
{
  for (gsize i = 0; i < count; i++)
    if (roles[i] == role)
      return TRUE;
  return FALSE;
}

static void
print_input_column (const char *table, guint role, const char *currency)
{
  g_autofree char *names = column_role_header_names (role);
  g_auto (GStrv) headers = g_strsplit (names, ", ", -1);
  g_autofree char *shown = g_strjoinv ("`, `", headers);

  LINE ("%s\t`%s`\t`%s`\n", table, role == ROLE_CURRENCY && currency != NULL ? currency : shown,
        column_role_name (role));
}

/* Of a kind: the needed columns, then the others that are read. */
static void
print_input (const KindReader *reader)
{
  gsize count = 0;
  const guint *roles = reader->roles (TRUE, &count);
  const KindRoles *needed = &reader->needed;
  g_autofree char *first = g_strdup_printf ("needed.%s", file_kind_name (reader->kind));
  g_autofree char *second = g_strdup_printf ("read.%s", file_kind_name (reader->kind));

  for (guint i = 0; i < needed->count; i++)
    print_input_column (first, needed->roles[i], reader->currency);
  for (gsize i = 0; i < count; i++)
    if (!has_role (needed->roles, needed->count, roles[i]))
      print_input_column (second, roles[i], reader->currency);
}

static void
print_inputs (void)
{
  guint count;
  const KindReader *readers = kind_reader_table (&count);

  for (guint i = 0; i < count; i++)
    if (file_kind_is_read (readers[i].kind))
      print_input (&readers[i]);
  for (guint i = ROLE_READ_COUNT; i < column_role_count (); i++)
    {
      g_autofree char *names = column_role_header_names (i);
      LINE ("known\t%s\n", names);
    }
}

/* Of a table that people made: names, role, and whether it must be there. */
static void
print_form (const char *table, const TableForm *form)
{
  for (guint i = 0; i < form->count; i++)
    {
      const TableColumn *column = &form->columns[i];
      g_autoptr (GString) names = g_string_new (column->names[0]);

      for (guint n = 1; column->names[n] != NULL; n++)
        g_string_append_printf (names, "`, `%s", column->names[n]);

      LINE ("form.%s\t`%s`\t`%s`\t%s\n", table, names->str, column->role,
            !column->is_needed     ? ""
            : column->may_be_empty ? "yes, may be empty"
                                   : "yes");
    }
}

/* The columns of output */

static const char *
type_word (ColumnType type)
{
  switch (type)
    {
    case COLUMN_TEXT:
    case COLUMN_CARRIED:
      return "text";
    case COLUMN_AMOUNT:
      return "amount, empty if unknown";
    case COLUMN_DECIMAL:
      return "amount";
    case COLUMN_MONTH:
      return "month";
    case COLUMN_DAY:
      return "day";
    case COLUMN_COUNT:
    case COLUMN_LINE:
    case COLUMN_DAYS:
      return "number";
    case COLUMN_FLAG:
      return "true or false";
    case COLUMN_TRUTH:
      return "true, false or empty";
    case COLUMN_MONTHS:
    case COLUMN_ROWS:
    case COLUMN_TEXTS:
    case COLUMN_FITS:
      return "list";
    case COLUMN_CODE:
    case COLUMN_NAME:
    case COLUMN_SEVERITY:
    case COLUMN_KIND:
    case COLUMN_STATE:
    case COLUMN_RESULT:
    case COLUMN_USAGE:
      return "word";
    }
  g_assert_not_reached ();
}

static void
print_columns (const char *report, const ReportTableInfo *info)
{
  for (gsize c = 0; c < info->column_count; c++)
    LINE ("csv.%s.%s\t`%s`\t%s\n", report, info->name, info->columns[c].name,
          type_word (info->columns[c].type));
}

/* The tables that a pack writes as CSV: "csv.report.tieout". */
static void
print_pack (const char *report, const PackForm *form)
{
  for (gsize i = 0; i < form->file_count; i++)
    if (form->files[i].write == pack_form_write_table)
      print_columns (report, &form->schema ()->tables[form->files[i].which].info);
}

/* Of reports that have no pack, but print a table. */
static void
print_schema (const char *report, const ReportSchema *schema, guint table)
{
  print_columns (report, &schema->tables[table].info);
}

int
main (void)
{
  print_statuses ();
  print_words ();
  print_inputs ();
  print_form ("benefits", benefit_table_form (BENEFIT_FILE_BENEFITS));
  print_form ("use", benefit_table_form (BENEFIT_FILE_USE));
  print_form ("profiles", benefit_table_form (BENEFIT_FILE_PROFILES));
  print_form ("charges", charge_file_form ());
  print_pack ("report", pack_form ());
  print_pack ("mca", mca_pack_report ());
  print_pack ("apply", mca_pack_apply ());
  print_pack ("benefits", benefit_pack_report ());
  print_pack ("profiles", benefit_pack_profiles ());
  print_pack ("credits", credit_pack_report ());
  print_pack ("diff", diff_pack_form ());
  print_pack ("history", history_pack_form ());
  print_schema ("watch", watch_row_schema (), 0);
  print_schema ("verify", verification_schema (), 0);
  for (guint i = 0; i < report_comparison_schema ()->table_count; i++)
    print_schema ("compare", report_comparison_schema (), i);
  return 0;
}

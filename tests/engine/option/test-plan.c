/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "engine/option/plan.h"
#include "input/billing/column-role.h"
#include "input/bytes/limits.h"

#define PLAN(...) good_plan ((const char *const[]){ __VA_ARGS__, NULL })

static Options *
parse (const char *const *arguments)
{
  Options *options = options_parse (COMMAND_RECONCILE, arguments, NULL);

  ck_assert_ptr_nonnull (options);
  return options;
}

/* A plan borrows from its options: they live until the test ends. */
static GPtrArray *kept;

static void
begin (void)
{
  kept = g_ptr_array_new_with_free_func ((GDestroyNotify) options_free);
}

static void
end (void)
{
  g_ptr_array_unref (kept);
}

static Plan *
good_plan (const char *const *arguments)
{
  Options *options = parse (arguments);
  g_autoptr (GError) error = NULL;
  Plan *plan = plan_new (options, &error);

  g_ptr_array_add (kept, options);
  ck_assert_msg (plan != NULL, "%s", error == NULL ? "" : error->message);
  return plan;
}

static void
assert_decimal (Decimal found, const char *expected)
{
  g_autofree char *text = decimal_to_string (found, 0);
  ck_assert_str_eq (text, expected);
}

START_TEST (without_options_the_defaults_hold)
{
  g_autoptr (Plan) plan = PLAN ("in");
  const ReckonPlan *reckoning = plan_reckoning (plan);
  const ReadPlan *reading = plan_reading (plan);

  ck_assert_int_eq (reckoning->month, MONTH_NONE);
  ck_assert_int_eq (reckoning->as_of, DAY_NONE);
  ck_assert_int_eq (reckoning->expiring_days, 60);
  assert_decimal (reckoning->tolerance, "0.01");
  ck_assert_int_eq (g_tree_nnodes (reckoning->invoice_months), 0);
  ck_assert_int_eq ((int) reading->format.decimal_mark, DECIMAL_POINT);
  ck_assert_int_eq ((int) reading->format.date_order, DATE_MONTH_FIRST);
  ck_assert_int_eq (reading->separator, ',');
  ck_assert_ptr_null (column_map_header (reading->map, ROLE_CUSTOMER));
  ck_assert_ptr_null (reading->aco_reasons[0]);
  ck_assert (!reading->keep_going);
  ck_assert (!reading->wants_digests);
  ck_assert_uint_eq (reading->max_input, READ_BUDGET_DEFAULT);
  ck_assert_uint_eq (reading->max_rejects, MAX_REJECTS_DEFAULT);
}
END_TEST

START_TEST (without_options_a_text_report_is_printed)
{
  g_autoptr (Plan) plan = PLAN ("a", "b");

  ck_assert_int_eq ((int) plan_writing (plan)->format, FORMAT_TEXT);
  ck_assert_ptr_null (plan_writing (plan)->output);
  ck_assert_ptr_null (plan_writing (plan)->rejects);
  ck_assert (!plan_writing (plan)->force);
  ck_assert (!plan_writing (plan)->is_quiet);
  ck_assert (!plan_writing (plan)->style.all);
  ck_assert (!plan_writing (plan)->wants_progress);
  ck_assert_str_eq (plan_paths (plan)[0], "a");
  ck_assert_str_eq (plan_paths (plan)[1], "b");
  ck_assert_ptr_null (plan_paths (plan)[2]);
}
END_TEST

START_TEST (rules_are_taken)
{
  g_autoptr (Plan) plan = PLAN ("--month=2026-10", "--as-of=2026-11-15", "--expiring-days=0",
                                "--tolerance=1.5E-2", "in");
  const ReckonPlan *reckoning = plan_reckoning (plan);

  ck_assert_int_eq (reckoning->month, calendar_month (2026, 10));
  ck_assert_int_eq (reckoning->as_of, calendar_day (2026, 11, 15));
  ck_assert_int_eq (reckoning->expiring_days, 0);
  assert_decimal (reckoning->tolerance, "0.015");
}
END_TEST

START_TEST (options_use_a_point_whatever_the_files_use)
{
  g_autoptr (Plan) plan = PLAN ("--tolerance=0.5", "--decimal-comma", "--day-first", "in");

  assert_decimal (plan_reckoning (plan)->tolerance, "0.5");
  ck_assert_int_eq ((int) plan_reading (plan)->format.decimal_mark, DECIMAL_COMMA);
  ck_assert_int_eq ((int) plan_reading (plan)->format.date_order, DATE_DAY_FIRST);
  ck_assert_int_eq (plan_reading (plan)->separator, ';');
}
END_TEST

START_TEST (months_of_invoices_are_taken)
{
  g_autoptr (Plan) plan
      = PLAN ("--invoice-month= G012=2026-10", "--invoice-month=g013=2026-09",
              "--invoice-month=G=1=2026-08", "--invoice-month=G012=2026-11", "in");
  GTree *months = plan_reckoning (plan)->invoice_months;

  ck_assert_int_eq (g_tree_nnodes (months), 3);
  ck_assert_int_eq (GPOINTER_TO_INT (g_tree_lookup (months, "g012")), calendar_month (2026, 11));
  ck_assert_int_eq (GPOINTER_TO_INT (g_tree_lookup (months, "g013")), calendar_month (2026, 9));
  ck_assert_int_eq (GPOINTER_TO_INT (g_tree_lookup (months, "g=1")), calendar_month (2026, 8));
}
END_TEST

START_TEST (what_is_read_is_taken)
{
  g_autoptr (Plan) plan = PLAN ("--map=customer=Tenant", "--map=month=Period", "--aco-reason",
                                " Gift Card ", "--aco-reason=B", "--keep-going", "in");
  const ReadPlan *reading = plan_reading (plan);

  ck_assert_str_eq (column_map_header (reading->map, ROLE_CUSTOMER), "Tenant");
  ck_assert_str_eq (column_map_header (reading->map, ROLE_MONTH), "Period");
  ck_assert_str_eq (reading->aco_reasons[0], "gift card");
  ck_assert_str_eq (reading->aco_reasons[1], "b");
  ck_assert_ptr_null (reading->aco_reasons[2]);
  ck_assert (reading->keep_going);
}
END_TEST

START_TEST (what_is_written_is_taken)
{
  g_autoptr (Plan) plan = PLAN ("--output=out", "--rejects=bad.csv", "--force", "--quiet", "--all",
                                "--progress", "--format=csv", "in");

  ck_assert_str_eq (plan_writing (plan)->output, "out");
  ck_assert_str_eq (plan_writing (plan)->rejects, "bad.csv");
  ck_assert (plan_writing (plan)->force);
  ck_assert (plan_writing (plan)->is_quiet);
  ck_assert (plan_writing (plan)->style.all);
  ck_assert (plan_writing (plan)->wants_progress);
  ck_assert_int_eq ((int) plan_writing (plan)->format, FORMAT_CSV);
}
END_TEST

/* They stand in the JSON report only. */
START_TEST (digests_are_reckoned_where_they_are_shown)
{
  g_autoptr (Plan) text = PLAN ("--format=text", "in");
  g_autoptr (Plan) csv = PLAN ("--format=csv", "in");
  g_autoptr (Plan) json = PLAN ("--format=json", "in");
  g_autoptr (Plan) pack = PLAN ("--output=out", "in");

  ck_assert (!plan_reading (text)->wants_digests);
  ck_assert (!plan_reading (csv)->wants_digests);
  ck_assert (plan_reading (json)->wants_digests);
  ck_assert (plan_reading (pack)->wants_digests);
}
END_TEST

static const struct
{
  const char *option; /* NULL: the default */
  gboolean on_notice, on_warning, on_error;
} severities[] = {
  { NULL, FALSE, TRUE, TRUE },
  { "--fail-on=notice", TRUE, TRUE, TRUE },
  { "--fail-on=warning", FALSE, TRUE, TRUE },
  { "--fail-on=error", FALSE, FALSE, TRUE },
  { "--fail-on=never", FALSE, FALSE, FALSE },
};

START_TEST (findings_fail_from_the_severity_given)
{
  g_autoptr (Plan) plan = PLAN ("in", severities[_i].option);

  ck_assert_int_eq (write_plan_fails_on (plan_writing (plan), SEVERITY_NOTICE),
                    severities[_i].on_notice);
  ck_assert_int_eq (write_plan_fails_on (plan_writing (plan), SEVERITY_WARNING),
                    severities[_i].on_warning);
  ck_assert_int_eq (write_plan_fails_on (plan_writing (plan), SEVERITY_ERROR),
                    severities[_i].on_error);
}
END_TEST

#define A_MONTH "expected a month like 2026-10"
#define A_DAY "expected a day like 2026-10-31"
#define DAYS "expected a number of days from 0 to 100000"
#define AN_AMOUNT "expected an amount like 0.01, not negative"
#define AN_INVOICE "expected an invoice number and its month like G012345678=2026-10"

static const struct
{
  const char *option, *value, *expected;
} refused[] = {
  { "--month", "2026-13", A_MONTH },
  { "--month", "2026-00", A_MONTH },
  { "--month", "0000-10", A_MONTH },
  { "--month", "202610", A_MONTH },
  { "--month", "10/2026", A_MONTH },
  { "--month", "2026-10-31", A_MONTH },
  { "--month", "Oct 2026", A_MONTH },
  { "--month", "2026-1", A_MONTH },
  { "--month", " 2026-10", A_MONTH },
  { "--month", "", A_MONTH },
  { "--month", "2026\x1b-10", NULL },
  { "--as-of", "2026-02-29", A_DAY },
  { "--as-of", "10/31/2026", A_DAY },
  { "--as-of", "2026-10", A_DAY },
  { "--as-of", "2026-10-31T00:00", A_DAY },
  { "--as-of", "today", A_DAY },
  { "--expiring-days", "-1", DAYS },
  { "--expiring-days", "100001", DAYS },
  { "--expiring-days", "1.5", DAYS },
  { "--expiring-days", "60d", DAYS },
  { "--expiring-days", "", DAYS },
  { "--expiring-days", "99999999999999999999", DAYS },
  { "--tolerance", "-0.01", AN_AMOUNT },
  { "--tolerance", "0,01", AN_AMOUNT },
  { "--tolerance", "1 EUR", AN_AMOUNT },
  { "--tolerance", "", AN_AMOUNT },
  { "--tolerance", "nan", AN_AMOUNT },
  { "--invoice-month", "G1", AN_INVOICE },
  { "--invoice-month", "=2026-10", AN_INVOICE },
  { "--invoice-month", "  =2026-10", AN_INVOICE },
  { "--invoice-month", "G1=", AN_INVOICE },
  { "--invoice-month", "G1=10/2026", AN_INVOICE },
  { "--invoice-month", "G1=2026-13", AN_INVOICE },
  { "--aco-reason", " ", "expected a text" },
  { "--format", "JSON", "expected text, json, csv or focus; did you mean json?" },
  { "--format", "xml", "expected text, json, csv or focus" },
  { "--format", "", "expected text, json, csv or focus" },
  { "--fail-on", "always", "expected error, warning, notice or never" },
  { "--fail-on", "", "expected error, warning, notice or never" },
  { "--output", "", "expected a folder" },
  { "--rejects", "", "expected a file" },
};

START_TEST (what_an_option_does_not_take_is_wrong_usage)
{
  const char *const arguments[] = { refused[_i].option, refused[_i].value, "in", NULL };
  g_autoptr (Options) options = parse (arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = refused[_i].expected != NULL
                                 ? g_strdup_printf ("%s: found \"%s\", %s", refused[_i].option,
                                                    refused[_i].value, refused[_i].expected)
                                 : g_strdup ("--month: found \"2026\\x1B-10\", " A_MONTH);

  ck_assert_ptr_null (plan_new (options, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert_str_eq (error->message, message);
}
END_TEST

START_TEST (a_mapping_must_be_one)
{
  static const char *const arguments[] = { "--map=customer=A", "--map=client=B", "in", NULL };
  g_autoptr (Options) options = parse (arguments);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (plan_new (options, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert (g_str_has_prefix (error->message, "--map: found the role \"client\""));
}
END_TEST

START_TEST (a_path_is_needed)
{
  static const char *const arguments[] = { "--quiet", NULL };
  g_autoptr (Options) options = parse (arguments);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (plan_new (options, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert_str_eq (error->message, "a PATH is missing: name the files or the folder to read");
}
END_TEST

START_TEST (other_paths_may_be_given)
{
  static const char *const arguments[] = { "Contoso", "2026-10", "in", NULL };
  g_autoptr (Options) options = parse (arguments);
  g_autoptr (Plan) plan = plan_new_with_paths (options, options_arguments (options) + 2, NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_str_eq (plan_paths (plan)[0], "in");
  ck_assert_ptr_null (plan_paths (plan)[1]);
  ck_assert_ptr_null (plan_new_with_paths (options, options_arguments (options) + 3, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
}
END_TEST

START_TEST (freeing_nothing_is_fine) { plan_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("plan");
  TCase *tests = tcase_create ("plan");

  tcase_add_checked_fixture (tests, begin, end);
  tcase_add_test (tests, without_options_the_defaults_hold);
  tcase_add_test (tests, without_options_a_text_report_is_printed);
  tcase_add_test (tests, rules_are_taken);
  tcase_add_test (tests, options_use_a_point_whatever_the_files_use);
  tcase_add_test (tests, months_of_invoices_are_taken);
  tcase_add_test (tests, what_is_read_is_taken);
  tcase_add_test (tests, what_is_written_is_taken);
  tcase_add_test (tests, digests_are_reckoned_where_they_are_shown);
  tcase_add_loop_test (tests, findings_fail_from_the_severity_given, 0, G_N_ELEMENTS (severities));
  tcase_add_loop_test (tests, what_an_option_does_not_take_is_wrong_usage, 0,
                       G_N_ELEMENTS (refused));
  tcase_add_test (tests, a_mapping_must_be_one);
  tcase_add_test (tests, a_path_is_needed);
  tcase_add_test (tests, other_paths_may_be_given);
  tcase_add_test (tests, freeing_nothing_is_fine);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "core/rule/reckon.h"
#include "engine/intake.h"
#include "engine/option/part-options.h"
#include "engine/reconciliation.h"

#include "test-place.h" /* whose place would hide parameters of the rooms above */

#define OPTIONS(...) options_of ((const char *const[]){ __VA_ARGS__, NULL })

static Options *
options_of (const char *const *arguments)
{
  Options *options = options_parse (COMMAND_RECONCILE, arguments, NULL);

  ck_assert_ptr_nonnull (options);
  return options;
}

#define BALANCE \
  "CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,Currency,AgreementId\n" \
  "c1,2026-09,500,500,USD,a1\nc1,2026-10,700,300,USD,a1\nc2,2026-10,5,5,USD,a2\n"

/* The whole report of the file by @what, whose plan has read it. */
static Report *
report_of (const Reconciliation *what, const Intake *intake)
{
  const ReckonPlan plan = reconciliation_reckon_plan (what);
  Report *report = reckon (intake_books (intake), &plan, NULL);

  ck_assert_ptr_nonnull (report);
  reconciliation_add_cases (what, report);
  return report;
}

START_TEST (of_one_customer_its_rows_are_shown)
{
  put ("in.csv", BALANCE);
  g_autoptr (Options) options = OPTIONS ("--customer=c2", "--format=json", "in.csv");
  g_autoptr (Plan) plan = plan_new (options, NULL);
  g_autoptr (ReportPart) part = part_options_new (options, NULL);
  const Reconciliation what = { .plan = plan, .part = part };
  const IntakeOrder order = { .plan = plan };
  g_autoptr (Intake) intake = intake_open (&order, NULL);

  ck_assert (intake_read (intake, NULL));
  ck_assert (reconciliation_take_customers (&what, intake_books (intake), NULL));
  g_autoptr (Report) whole = report_of (&what, intake);
  g_autoptr (Report) shown = reconciliation_narrow (&what, whole);
  ck_assert_uint_eq (report_row_count (whole, REPORT_ROLLFORWARD), 3);
  ck_assert_uint_eq (report_row_count (shown, REPORT_ROLLFORWARD), 1);
}
END_TEST

START_TEST (a_word_for_nobody_is_wrong_usage)
{
  put ("in.csv", BALANCE);
  g_autoptr (Options) options = OPTIONS ("--customer=x", "in.csv");
  g_autoptr (Plan) plan = plan_new (options, NULL);
  g_autoptr (ReportPart) part = part_options_new (options, NULL);
  const Reconciliation what = { .plan = plan, .part = part };
  const IntakeOrder order = { .plan = plan };
  g_autoptr (Intake) intake = intake_open (&order, NULL);
  g_autoptr (GError) error = NULL;

  ck_assert (intake_read (intake, NULL));
  ck_assert (!reconciliation_take_customers (&what, intake_books (intake), &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
}
END_TEST

START_TEST (ids_are_made_where_they_will_be_seen)
{
  g_autoptr (Options) text = OPTIONS ("in.csv");
  g_autoptr (Options) json = OPTIONS ("--format=json", "in.csv");
  g_autoptr (Plan) of_text = plan_new (text, NULL);
  g_autoptr (Plan) of_json = plan_new (json, NULL);
  g_autoptr (ReportPart) part = part_options_new (text, NULL);
  const Reconciliation for_text = { .plan = of_text, .part = part };
  const Reconciliation for_json = { .plan = of_json, .part = part };
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);

  ck_assert (reconciliation_reckon_plan (&for_text).leaves_unnamed);
  ck_assert (!reconciliation_reckon_plan (&for_json).leaves_unnamed);
  report_sort (report);
  ck_assert_ptr_null (reconciliation_narrow (&for_text, report));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("reconciliation");
  TCase *tests = tcase_create ("reconciliation");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, of_one_customer_its_rows_are_shown);
  tcase_add_test (tests, a_word_for_nobody_is_wrong_usage);
  tcase_add_test (tests, ids_are_made_where_they_will_be_seen);
  suite_add_tcase (suite, tests);
  return suite;
}

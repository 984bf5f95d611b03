/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "engine/intake.h"

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

static guint bad_rows, notices, readings;

static void
tell_bad_row (const char *file, guint64 line, const char *reason, gpointer data)
{
  ck_assert_str_eq (file, data);
  ck_assert_uint_gt (line, 1);
  ck_assert_uint_gt (strlen (reason), 0);
  bad_rows++;
}

static void
tell_notice (const char *text, gpointer data G_GNUC_UNUSED)
{
  ck_assert_str_eq (text, "a.ini: skip: found \"gone.csv\", expected one of the files to read, "
                          "named as the report names it (acorecon check lists them)");
  notices++;
}

static void
tell_read (const Books *books, gpointer data G_GNUC_UNUSED)
{
  readings += books != NULL ? 1 : 0;
}

/* What the files are called, or NULL; data of the listener is that name. */
static Intake *
open_as (const Plan *plan, const char *name, GError **error)
{
  const char *names[] = { name, NULL };
  const IntakeOrder order = { .plan = plan,
                              .names = name != NULL ? names : NULL,
                              .listener = { .bad_row = tell_bad_row,
                                            .notice = tell_notice,
                                            .read = tell_read,
                                            .data = (gpointer) (guintptr) name } };

  return intake_open (&order, error);
}

START_TEST (files_are_read_into_books)
{
  put ("in.csv", BALANCE);
  g_autoptr (Options) options = OPTIONS ("in.csv");
  g_autoptr (Plan) plan = plan_new (options, NULL);
  g_autoptr (Intake) intake = open_as (plan, NULL, NULL);

  ck_assert_uint_eq (input_set_files (intake_inputs (intake))->len, 1);
  ck_assert_ptr_null (intake_books (intake));
  ck_assert (intake_read (intake, NULL));
  ck_assert (books_has_customer (intake_books (intake), "c1"));
  ck_assert_uint_eq (rejects_count (intake_rejects (intake)), 0);
  ck_assert_uint_eq (readings, 1);
}
END_TEST

START_TEST (bad_rows_are_told_under_the_name_of_the_file)
{
  put ("in.csv", BALANCE "c3,2026-10,much,5,USD,a3\n");
  g_autoptr (Options) options = OPTIONS ("in.csv");
  g_autoptr (Plan) plan = plan_new (options, NULL);
  g_autoptr (Intake) intake = open_as (plan, "October", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert (!intake_read (intake, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_uint_eq (bad_rows, 1);
  ck_assert_uint_eq (readings, 0);
}
END_TEST

START_TEST (what_is_to_be_skipped_and_is_not_there_is_a_slip)
{
  put ("in.csv", BALANCE);
  g_autoptr (Options) options = OPTIONS ("--skip=gone.csv", "in.csv");
  g_autoptr (Plan) plan = plan_new (options, NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (open_as (plan, NULL, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
}
END_TEST

START_TEST (in_a_configuration_file_it_is_a_notice)
{
  put ("in.csv", BALANCE);
  g_autoptr (Options) options = OPTIONS ("in.csv");
  const char *const skips[] = { "gone.csv", NULL };
  options_add_fallback (options, COMMAND_RECONCILE, OPTION_SKIP, skips, "a.ini");
  g_autoptr (Plan) plan = plan_new (options, NULL);
  g_autoptr (Intake) intake = open_as (plan, NULL, NULL);

  ck_assert_ptr_nonnull (intake);
  ck_assert_uint_eq (notices, 1);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("intake");
  TCase *tests = tcase_create ("intake");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, files_are_read_into_books);
  tcase_add_test (tests, bad_rows_are_told_under_the_name_of_the_file);
  tcase_add_test (tests, what_is_to_be_skipped_and_is_not_there_is_a_slip);
  tcase_add_test (tests, in_a_configuration_file_it_is_a_notice);
  suite_add_tcase (suite, tests);
  return suite;
}

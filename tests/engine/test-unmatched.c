/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "engine/unmatched.h"

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

/* The refusal of @option when a small file was read, or NULL. */
static char *
refusal_of (const char *option)
{
  g_autoptr (Options) options = OPTIONS (option, "in.csv");
  g_autoptr (Plan) plan = plan_new (options, NULL);
  const ReadPlan *reading = plan_reading (plan);
  const HashKey key = { 1, 2 };
  g_autoptr (Books) books = books_new (&key);
  g_autoptr (ReadMatches) matches = read_matches_new (reading->map, reading->aco_reasons);
  const RunListener nobody = { 0 };
  const Unmatched self = { plan, &nobody };
  g_autoptr (GError) error = NULL;

  if (unmatched_check (&self, books, matches, &error))
    return NULL;
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  return g_strdup (error->message);
}

START_TEST (what_stands_in_no_file_is_refused)
{
  g_autofree char *map = refusal_of ("--map=customer=Tenant");
  g_autofree char *reason = refusal_of ("--aco-reason=Gift");
  g_autofree char *invoice = refusal_of ("--invoice-month=G1=2026-10");
  g_autofree char *other = refusal_of ("--month=2026-10");

  ck_assert_str_eq (map, "--map: found \"customer=Tenant\", expected a header name that stands in "
                         "one of the files");
  ck_assert_str_eq (reason, "--aco-reason: found \"Gift\", expected the CreditReasonCode of an "
                            "invoice line that was read");
  ck_assert_str_eq (invoice, "--invoice-month: found \"G1=2026-10\", expected the number of an "
                             "invoice of which lines were read");
  ck_assert_ptr_null (other);
}
END_TEST

START_TEST (from_a_configuration_file_nobody_need_be_told)
{
  g_autoptr (Options) options = OPTIONS ("in.csv");
  const char *const skips[] = { "gone.csv", NULL };
  const char *const paths[] = { "in.csv", NULL };
  const RunListener nobody = { 0 };

  put ("in.csv", BALANCE);
  options_add_fallback (options, COMMAND_RECONCILE, OPTION_SKIP, skips, "a.ini");
  g_autoptr (Plan) plan = plan_new (options, NULL);
  g_autoptr (InputSet) inputs = input_set_new (paths, 0, NULL);
  const Unmatched self = { plan, &nobody };
  ck_assert (unmatched_check_skips (&self, inputs, NULL));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("unmatched");
  TCase *tests = tcase_create ("unmatched");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, what_stands_in_no_file_is_refused);
  tcase_add_test (tests, from_a_configuration_file_nobody_need_be_told);
  suite_add_tcase (suite, tests);
  return suite;
}

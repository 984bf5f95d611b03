/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/write-plan.h"
#include "test-main.h"

#include <check.h>

START_TEST (findings_fail_from_the_severity_given)
{
  const WritePlan plan = { .fail_on = SEVERITY_WARNING };

  ck_assert (!write_plan_fails_on (&plan, SEVERITY_NOTICE));
  ck_assert (write_plan_fails_on (&plan, SEVERITY_WARNING));
  ck_assert (write_plan_fails_on (&plan, SEVERITY_ERROR));
}
END_TEST

START_TEST (never_is_never)
{
  const WritePlan plan = { .fail_on = SEVERITY_NOTICE, .never_fails = TRUE };

  for (guint severity = SEVERITY_NOTICE; severity <= SEVERITY_ERROR; severity++)
    ck_assert (!write_plan_fails_on (&plan, (Severity) severity));
}
END_TEST

/* They stand in the JSON report only, which every pack has. */
START_TEST (digests_are_shown_in_json_and_in_a_pack)
{
  const WritePlan text = { .format = FORMAT_TEXT }, csv = { .format = FORMAT_CSV },
                  json = { .format = FORMAT_JSON }, pack = { .output = "out" };

  ck_assert (!write_plan_shows_digests (&text));
  ck_assert (!write_plan_shows_digests (&csv));
  ck_assert (write_plan_shows_digests (&json));
  ck_assert (write_plan_shows_digests (&pack));
}
END_TEST

/* The text report tells findings by code and customer, and CSV prints the tie-out. */
START_TEST (ids_of_findings_are_shown_in_json_and_in_a_pack)
{
  const WritePlan text = { .format = FORMAT_TEXT }, csv = { .format = FORMAT_CSV },
                  json = { .format = FORMAT_JSON }, pack = { .output = "out" };

  ck_assert (!write_plan_shows_ids (&text));
  ck_assert (!write_plan_shows_ids (&csv));
  ck_assert (write_plan_shows_ids (&json));
  ck_assert (write_plan_shows_ids (&pack));
}
END_TEST

START_TEST (a_journal_is_printed_unless_a_pack_holds_it)
{
  const WritePlan none = { .wants_journal = FALSE }, printed = { .wants_journal = TRUE },
                  packed = { .wants_journal = TRUE, .output = "out" };

  ck_assert (!write_plan_prints_journal (&none));
  ck_assert (write_plan_prints_journal (&printed));
  ck_assert (!write_plan_prints_journal (&packed));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("write-plan");
  TCase *tests = tcase_create ("write-plan");

  tcase_add_test (tests, findings_fail_from_the_severity_given);
  tcase_add_test (tests, never_is_never);
  tcase_add_test (tests, digests_are_shown_in_json_and_in_a_pack);
  tcase_add_test (tests, ids_of_findings_are_shown_in_json_and_in_a_pack);
  tcase_add_test (tests, a_journal_is_printed_unless_a_pack_holds_it);
  suite_add_tcase (suite, tests);
  return suite;
}

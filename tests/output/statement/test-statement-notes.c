/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-notes.h"
#include "sample-payloads.h"
#include "test-main.h"

#include <check.h>

static void
assert_notes (GPtrArray *notes, const char *expected)
{
  g_ptr_array_add (notes, NULL);
  g_autofree char *text = g_strjoinv ("|", (char **) notes->pdata);
  ck_assert_str_eq (text, expected);
  g_ptr_array_unref (notes);
}

START_TEST (a_credit_without_oddities_has_no_notes)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  assert_notes (
      statement_notes_of_credit (NULL, statement, g_ptr_array_index (statement->credits, 0)), "");
  assert_notes (statement_notes_on_use (NULL, statement), "");
  ck_assert_ptr_null (statement_notes_warning (NULL, statement));
}
END_TEST

START_TEST (an_old_report_is_said_to_be_old)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementCredit *credit = g_ptr_array_index (statement->credits, 0);

  g_array_index (credit->months, StatementMonth, 0).month = calendar_month (2026, 8);
  assert_notes (statement_notes_of_credit (NULL, statement, credit),
                "The latest balance report of this credit is of August 2026.");
  g_array_set_size (credit->months, 0);
  assert_notes (statement_notes_of_credit (NULL, statement, credit),
                "No balance report of this credit is on record for the period; the figures are "
                "those of the last one before it.");
  credit->state = STATEMENT_EXPIRED; /* it appears in no report any more */
  assert_notes (statement_notes_of_credit (NULL, statement, credit), "");
}
END_TEST

START_TEST (a_gap_names_its_month)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementCredit *credit = g_ptr_array_index (statement->credits, 0);

  g_array_index (credit->months, StatementMonth, 0).covers_more = TRUE;
  assert_notes (statement_notes_of_credit (NULL, statement, credit),
                "October 2026 also holds what was used in the time before it for which there is "
                "no balance report.");
}
END_TEST

START_TEST (a_use_below_zero_is_explained)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementCredit *credit = g_ptr_array_index (statement->credits, 0);

  g_array_index (credit->months, StatementMonth, 0).used = sample_amount ("-5");
  assert_notes (statement_notes_of_credit (NULL, statement, credit),
                "Used, below zero: the balance report takes back what it showed as used in an "
                "earlier month.");
}
END_TEST

START_TEST (what_an_expired_credit_still_shows_is_explained)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementCredit *credit = g_ptr_array_index (statement->credits, 0);

  credit->state = STATEMENT_EXPIRED;
  assert_notes (statement_notes_of_credit (NULL, statement, credit),
                "What the last month still shows as left can no longer be used.");
}
END_TEST

START_TEST (what_left_the_reports_says_so_in_its_sentence)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementCredit *credit = g_ptr_array_index (statement->credits, 0);

  credit->state = STATEMENT_UNREPORTED;
  g_array_index (credit->months, StatementMonth, 0).month = calendar_month (2026, 8);
  assert_notes (statement_notes_of_credit (NULL, statement, credit), "");
}
END_TEST

START_TEST (what_is_not_reliable_is_told_before_all_else)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  statement->complete = FALSE;
  g_autofree char *incomplete = statement_notes_warning (NULL, statement);
  ck_assert_str_eq (incomplete,
                    "INCOMPLETE: some records could not be read when this statement was "
                    "made, so its figures may be incomplete.");
  statement->read_twice = TRUE;
  g_autofree char *both = statement_notes_warning (NULL, statement);
  ck_assert_ptr_eq (strstr (both, "NOT RELIABLE: some records were read twice"), both);
  ck_assert_ptr_nonnull (strstr (both, " INCOMPLETE: "));
  statement->complete = TRUE;
  g_autofree char *twice = statement_notes_warning (NULL, statement);
  ck_assert_ptr_null (strstr (twice, "INCOMPLETE"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement-notes");
  TCase *tests = tcase_create ("statement-notes");

  tcase_add_test (tests, a_credit_without_oddities_has_no_notes);
  tcase_add_test (tests, an_old_report_is_said_to_be_old);
  tcase_add_test (tests, a_gap_names_its_month);
  tcase_add_test (tests, a_use_below_zero_is_explained);
  tcase_add_test (tests, what_an_expired_credit_still_shows_is_explained);
  tcase_add_test (tests, what_left_the_reports_says_so_in_its_sentence);
  tcase_add_test (tests, what_is_not_reliable_is_told_before_all_else);
  suite_add_tcase (suite, tests);
  return suite;
}

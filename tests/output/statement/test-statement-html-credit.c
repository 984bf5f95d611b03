/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-html-credit.h"
#include "output/statement/statement-words.h"
#include "sample-payloads.h"
#include "test-main.h"

#include <check.h>

static StatementCredit *
credit_of (Statement *statement)
{
  return g_ptr_array_index (statement->credits, 0);
}

static void
assert_shows (const Statement *statement, const char *expected, gboolean shown)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_autoptr (MoneyPlaces) places = statement_words_money_places (statement);
  const StatementPage page = { statement, { NULL, places } };

  statement_html_credit (out, &page, g_ptr_array_index (statement->credits, 0));
  ck_assert_msg ((strstr (out->str, expected) != NULL) == shown, "%s", out->str);
}

START_TEST (the_bar_is_in_proportion)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  credit_of (statement)->granted = sample_decimal ("12");
  credit_of (statement)->forfeited = sample_decimal ("2");
  assert_shows (statement,
                "<rect class=\"left\" width=\"1000\" height=\"10\"/>"
                "<rect class=\"lost\" width=\"750\" height=\"10\"/>"
                "<rect class=\"used\" width=\"583\" height=\"10\"/>",
                TRUE);
}
END_TEST

START_TEST (there_is_no_bar_of_nothing_or_of_less)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  credit_of (statement)->left = sample_decimal ("-1");
  assert_shows (statement, "<svg", FALSE);
  credit_of (statement)->left = credit_of (statement)->granted = sample_decimal ("0");
  assert_shows (statement, "<svg", FALSE);
}
END_TEST

static const struct
{
  StatementState state;
  const char *expected;
} states[] = {
  { STATEMENT_ACTIVE, "<span class=\"state active\">Active</span>" },
  { STATEMENT_EXPIRING, "<span class=\"state expiring\">Expiring soon</span>" },
  { STATEMENT_EXPIRED, "<span class=\"state expired\">Expired</span>" },
  { STATEMENT_NOT_STARTED, "<span class=\"state quiet\">Not started yet</span>" },
  { STATEMENT_UNREPORTED, "<span class=\"state expiring\">Not reported</span>" },
  { STATEMENT_USED, "<span class=\"state quiet\">Used up</span>" },
};

START_TEST (the_state_is_said_in_words_and_colour)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  credit_of (statement)->state = states[_i].state;
  assert_shows (statement, states[_i].expected, TRUE);
}
END_TEST

START_TEST (an_unknown_state_has_no_figures)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  credit_of (statement)->state = STATEMENT_UNKNOWN;
  assert_shows (statement, "<svg", FALSE);
  assert_shows (statement, "Valid", FALSE);
  assert_shows (statement, "<td>October 2026</td>", TRUE);
}
END_TEST

START_TEST (months_have_a_total_when_there_are_several)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  assert_shows (statement, "Total", FALSE);
  const StatementMonth month = g_array_index (credit_of (statement)->months, StatementMonth, 0);
  g_array_append_val (credit_of (statement)->months, month);
  assert_shows (statement,
                "<tr class=\"sum\"><td>Total</td><td>10.00</td><td>0.00</td><td>14.00</td>"
                "<td>0.00</td><td>3.00</td></tr>",
                TRUE);
}
END_TEST

START_TEST (corrections_have_a_column_only_when_there_are_some)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  assert_shows (statement, "Correction", FALSE);
  g_array_index (credit_of (statement)->months, StatementMonth, 0).correction
      = sample_decimal ("1");
  assert_shows (statement, "<th scope=\"col\">Correction</th>", TRUE);
}
END_TEST

START_TEST (points_stand_below_each_other)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  g_array_index (credit_of (statement)->months, StatementMonth, 0).closing
      = sample_decimal ("3.0071");
  assert_shows (statement, "<td>7.00\xe2\x80\x87\xe2\x80\x87</td>", TRUE);
  assert_shows (statement, "<td>3.0071</td>", TRUE);
}
END_TEST

START_TEST (what_is_not_known_is_said_to_be)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  g_array_index (credit_of (statement)->months, StatementMonth, 0).used.known = FALSE;
  assert_shows (statement, "<td class=\"unknown\">not known</td>", TRUE);
  assert_shows (statement, "<p class=\"note\">Not known: ", TRUE);
}
END_TEST

START_TEST (what_nobody_saw_has_no_figure_and_no_bar)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  credit_of (statement)->rest_unknown = TRUE;
  assert_shows (statement, "<svg", FALSE);
  assert_shows (statement, "Left <strong>not known</strong>", TRUE);
  assert_shows (statement, "Forfeited <strong>not known</strong>", TRUE);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement-html-credit");
  TCase *tests = tcase_create ("statement-html-credit");

  tcase_add_test (tests, the_bar_is_in_proportion);
  tcase_add_test (tests, there_is_no_bar_of_nothing_or_of_less);
  tcase_add_loop_test (tests, the_state_is_said_in_words_and_colour, 0, G_N_ELEMENTS (states));
  tcase_add_test (tests, an_unknown_state_has_no_figures);
  tcase_add_test (tests, months_have_a_total_when_there_are_several);
  tcase_add_test (tests, corrections_have_a_column_only_when_there_are_some);
  tcase_add_test (tests, points_stand_below_each_other);
  tcase_add_test (tests, what_is_not_known_is_said_to_be);
  tcase_add_test (tests, what_nobody_saw_has_no_figure_and_no_bar);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-html-use.h"
#include "output/statement/statement-words.h"
#include "sample-payloads.h"
#include "test-main.h"

#include <check.h>

typedef void (*Write) (GString *out, const StatementPage *page);

static void
write_part (GString *out, const Statement *statement, Write function)
{
  g_autoptr (MoneyPlaces) places = statement_words_money_places (statement);
  const StatementPage page = { statement, { NULL, places } };

  function (out, &page);
}

static StatementUse *
use_of (Statement *statement)
{
  return g_ptr_array_index (statement->uses, 0);
}

static void
assert_use (const Statement *statement, const char *expected, gboolean shown)
{
  g_autoptr (GString) out = g_string_new (NULL);

  write_part (out, statement, statement_html_use);
  ck_assert_msg ((strstr (out->str, expected) != NULL) == shown, "%s", out->str);
}

START_TEST (products_end_in_the_credit_used)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  assert_use (statement,
              "<tr><th scope=\"rowgroup\">October 2026</th><th>USD</th></tr>\n"
              "<tr><td>Storage</td><td>7.00</td></tr>\n"
              "<tr class=\"sum\"><td>Credit used</td><td>7.00</td></tr>\n",
              TRUE);
  assert_use (statement, "Not itemised", FALSE);
}
END_TEST

START_TEST (what_is_not_itemised_has_a_line_and_a_note)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  use_of (statement)->used = sample_amount ("5");
  assert_use (statement,
              "<tr class=\"rest\"><td>Not itemised</td><td>-2.00</td></tr>\n"
              "<tr class=\"sum\"><td>Credit used</td><td>5.00</td></tr>",
              TRUE);
  assert_use (statement, "<p class=\"note\">Not itemised: ", TRUE);
}
END_TEST

START_TEST (an_unknown_use_is_said_to_be)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  use_of (statement)->used = sample_amount (NULL);
  assert_use (statement, "<td>Credit used</td><td class=\"unknown\">not known</td>", TRUE);
}
END_TEST

START_TEST (without_a_balance_report_the_invoices_are_the_total)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  use_of (statement)->has_balance = FALSE;
  assert_use (statement, "<td>Credited on invoices</td><td>7.00</td>", TRUE);
}
END_TEST

START_TEST (partner_earned_credit_has_a_table_of_its_own)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  write_part (out, statement, statement_html_use_pec);
  ck_assert_ptr_nonnull (strstr (out->str, "<tr><td>October 2026</td><td>USD</td><td>100.00</td>"
                                           "<td>15.00</td></tr>"));
}
END_TEST

START_TEST (nothing_is_shown_of_nothing)
{
  g_autoptr (Statement) statement = statement_new ("c1", NULL, DAY_NONE, TRUE);
  g_autoptr (GString) out = g_string_new (NULL);

  write_part (out, statement, statement_html_use);
  write_part (out, statement, statement_html_use_pec);
  ck_assert_str_eq (out->str, "");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement-html-use");
  TCase *tests = tcase_create ("statement-html-use");

  tcase_add_test (tests, products_end_in_the_credit_used);
  tcase_add_test (tests, what_is_not_itemised_has_a_line_and_a_note);
  tcase_add_test (tests, an_unknown_use_is_said_to_be);
  tcase_add_test (tests, without_a_balance_report_the_invoices_are_the_total);
  tcase_add_test (tests, partner_earned_credit_has_a_table_of_its_own);
  tcase_add_test (tests, nothing_is_shown_of_nothing);
  suite_add_tcase (suite, tests);
  return suite;
}

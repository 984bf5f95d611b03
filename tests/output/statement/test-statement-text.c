/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-text.h"
#include "sample-payloads.h"
#include "test-main.h"

#include <check.h>

#include "base/printable.h"

static const StatementLook plain = { NULL, NULL, NULL, NULL };

static char *
render (const Statement *statement, const StatementLook *look)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  statement_text_write (statement, look, sink);
  ck_assert (sink_flush (sink, NULL));
  ck_assert (g_utf8_validate (text->str, (gssize) text->len, NULL));
  return g_strdup (text->str);
}

static void
assert_shows (const Statement *statement, const char *expected)
{
  g_autofree char *text = render (statement, &plain);
  ck_assert_msg (strstr (text, expected) != NULL, "%s", text);
}

START_TEST (everything_is_there)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  assert_shows (statement, "Azure credit statement\n\n"
                           "Customer              Contoso\n"
                           "Customer id           c1\n"
                           "Period                October 2026\n"
                           "As of                 31 October 2026\n\n"
                           "At a glance\n-----------\n"
                           "Left to use           3.00 USD\n"
                           "Next expiry           31 December 2026 (61 days left): 3.00 USD\n"
                           "Used in the period    7.00 USD\n\n"
                           "Credit ACO\n----------\n"
                           "3.00 USD is left and can be used until 31 December 2026 (61 days "
                           "left).\n");
  assert_shows (statement, "\nMonth by month (USD)\n"
                           "Month     At start  Granted  Used  Forfeited  Left\n"
                           "Oct 2026     10.00     0.00  7.00       0.00  3.00\n");
  assert_shows (statement, "By month and product (USD)\n"
                           "Month     Product      Credit\n"
                           "Oct 2026  Storage        7.00\n"
                           "          Credit used    7.00\n");
  assert_shows (statement, "Partner Earned Credit\n---------------------\n");
}
END_TEST

START_TEST (what_is_not_itemised_has_a_line)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementUse *use = g_ptr_array_index (statement->uses, 0);

  use->used = sample_amount ("9");
  assert_shows (statement, "          Not itemised    2.00\n"
                           "          Credit used     9.00\n\n"
                           "Not itemised: ");
}
END_TEST

START_TEST (a_month_without_products_says_so)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementUse *use = g_ptr_array_index (statement->uses, 0);

  g_array_set_size (use->products, 0);
  assert_shows (statement, "Oct 2026  No product is named on the invoices");
}
END_TEST

START_TEST (title_and_footer_are_those_of_the_partner)
{
  const StatementLook look = { .title = "Your credit", .footer = "Line 1\nLine 2" };
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  g_autofree char *text = render (statement, &look);

  ck_assert (g_str_has_prefix (text, "Your credit\n\n"));
  ck_assert (g_str_has_suffix (text, "\n\nLine 1\nLine 2\n"));
}
END_TEST

START_TEST (a_statement_that_may_be_incomplete_says_so)
{
  g_autoptr (Statement) statement = statement_new ("c1", NULL, DAY_NONE, FALSE);
  g_autofree char *text = render (statement, &plain);

  ck_assert (g_str_has_prefix (text, "INCOMPLETE: some records could not be read "));
}
END_TEST

/* However long the texts, and whatever they want to be. */
static void
assert_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      const char *first = *line + strspn (*line, " ");

      ck_assert_msg (printable_width (*line) <= 80, "%s", *line);
      ck_assert (!g_str_has_suffix (*line, " "));
      ck_assert_msg (*first == '\0' || strchr ("=+@", *first) == NULL, "%s", *line);
      ck_assert_msg (*first != '-' || strspn (first, "-") == strlen (first), "%s", *line);
      ck_assert (!g_str_has_prefix (first, "\xef\xbc\x9d"));
    }
}

START_TEST (long_texts_stay_within_80_columns)
{
  for (int place = 0; place < PAYLOAD_PLACES; place++)
    {
      g_autofree char *name = g_strnfill (300, 'x');
      g_autoptr (Statement) statement = sample_payload_statement (place, name);
      g_autofree char *text = render (statement, &plain);
      assert_lines (text);
    }
}
END_TEST

START_TEST (no_line_begins_as_a_formula_does)
{
  g_autofree char *formula = sample_formula (_i);
  g_autofree char *within = g_strdup_printf ("a name that is long enough to fill a line of text "
                                             "before %s comes",
                                             formula);

  for (int place = 0; place < PAYLOAD_PLACES; place++)
    {
      g_autoptr (Statement) statement = sample_payload_statement (place, formula);
      g_autoptr (Statement) longer = sample_payload_statement (place, within);
      g_autofree char *text = render (statement, &plain);
      g_autofree char *other = render (longer, &plain);

      assert_lines (text);
      assert_lines (other);
    }
}
END_TEST

START_TEST (controls_are_made_visible)
{
  g_autofree char *script = sample_script (_i);

  for (int place = 0; place < PAYLOAD_PLACES; place++)
    {
      g_autoptr (Statement) statement = sample_payload_statement (place, script);
      g_autofree char *text = render (statement, &plain);

      ck_assert_ptr_null (strchr (text, '\x01'));
      ck_assert_ptr_null (strstr (text, "\xe2\x80\xae"));
      assert_lines (text);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement-text");
  TCase *tests = tcase_create ("statement-text");

  tcase_add_test (tests, everything_is_there);
  tcase_add_test (tests, what_is_not_itemised_has_a_line);
  tcase_add_test (tests, a_month_without_products_says_so);
  tcase_add_test (tests, title_and_footer_are_those_of_the_partner);
  tcase_add_test (tests, a_statement_that_may_be_incomplete_says_so);
  tcase_add_test (tests, long_texts_stay_within_80_columns);
  tcase_add_loop_test (tests, no_line_begins_as_a_formula_does, 0, PAYLOAD_COUNT);
  tcase_add_loop_test (tests, controls_are_made_visible, 0, PAYLOAD_COUNT);
  suite_add_tcase (suite, tests);
  return suite;
}

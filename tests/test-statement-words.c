/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/statement-words.h"
#include "sample-payloads.h"
#include "test-main.h"

#include <check.h>

static void
assert_words (char *found, const char *expected)
{
  ck_assert_pstr_eq (found, expected);
  g_free (found);
}

START_TEST (days_and_months_are_written_out)
{
  assert_words (statement_day_text (day_from_civil (2028, 2, 29)), "29 February 2028");
  assert_words (statement_day_text (day_from_civil (2026, 10, 1)), "1 October 2026");
  assert_words (statement_day_text (DAY_NONE), "not known");
  assert_words (statement_month_text (month_from_civil (2026, 9), FALSE), "September 2026");
  assert_words (statement_month_text (month_from_civil (2026, 9), TRUE), "Sep 2026");
}
END_TEST

START_TEST (a_period_is_a_month_or_two)
{
  g_autoptr (Statement) statement = statement_new ("c1", NULL, DAY_NONE, TRUE);

  assert_words (statement_period_text (statement), NULL);
  statement->first = statement->last = month_from_civil (2026, 10);
  assert_words (statement_period_text (statement), "October 2026");
  statement->first = month_from_civil (2025, 12);
  assert_words (statement_period_text (statement), "December 2025 to October 2026");
}
END_TEST

static const struct
{
  const char *number, *text;
} decimals[] = {
  { "0", "0.00" },
  { "-5", "-5.00" },
  { "999.9", "999.90" },
  { "1000", "1,000.00" },
  { "-100000", "-100,000.00" },
  { "1234567.0071", "1,234,567.0071" },
  { "12345678901234567890.12", "12,345,678,901,234,567,890.12" },
};

START_TEST (amounts_are_exact_and_grouped)
{
  assert_words (statement_decimal_text (sample_decimal (decimals[_i].number)), decimals[_i].text);
}
END_TEST

START_TEST (money_is_an_amount_and_one_word)
{
  const Amount unknown = { .known = FALSE };

  assert_words (statement_amount_text (&unknown), "not known");
  assert_words (statement_money_text (decimal_from_int (5), "USD"), "5.00 USD");
  assert_words (statement_money_text (decimal_from_int (5), "=1 +1"), "5.00 '=1_+1");
}
END_TEST

START_TEST (days_are_counted_as_people_do)
{
  assert_words (statement_days_text (61), "61 days left");
  assert_words (statement_days_text (1), "1 day left");
  assert_words (statement_days_text (0), "last day");
  assert_words (statement_days_text (-1), "1 day ago");
  assert_words (statement_days_text (-31), "31 days ago");
}
END_TEST

static const struct
{
  StatementState state;
  const char *left, *forfeited;
  gint64 days; /* to the expiry; 1000: it is not known */
  const char *sentence;
} sentences[] = {
  { STATEMENT_ACTIVE, "3", "0", 61,
    "3.00 USD is left and can be used until 31 December 2026 (61 days left)." },
  { STATEMENT_ACTIVE, "3", "0", 1000,
    "3.00 USD is left. The day on which it expires is not known." },
  { STATEMENT_ACTIVE, "-3", "0", 61, "The balance is -3.00 USD: more was used than was granted." },
  { STATEMENT_EXPIRING, "3", "0", 1,
    "3.00 USD is left and can be used until 1 November 2026 (1 day left). What is not used by "
    "then is forfeited." },
  { STATEMENT_NOT_STARTED, "3", "0", 61,
    "3.00 USD can be used from 1 December 2026 to 31 December 2026." },
  { STATEMENT_NOT_STARTED, "3", "0", 1000, "3.00 USD can be used from 1 December 2026 on." },
  { STATEMENT_USED, "0", "0", 61, "Nothing is left of it." },
  { STATEMENT_EXPIRED, "0", "3", -1,
    "It expired on 30 October 2026. 3.00 USD was not used by then and is forfeited." },
  { STATEMENT_EXPIRED, "0", "0", -1, "It expired on 30 October 2026. Nothing was forfeited." },
  { STATEMENT_EXPIRED, "0", "0", 61, "It is reported as expired. Nothing was forfeited." },
  { STATEMENT_UNKNOWN, "0", "0", 61, "Its state on this day is not known." },
};

START_TEST (a_sentence_says_what_became_of_a_credit)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementCredit *credit = g_ptr_array_index (statement->credits, 0);

  credit->state = sentences[_i].state;
  credit->left = sample_decimal (sentences[_i].left);
  credit->forfeited = sample_decimal (sentences[_i].forfeited);
  credit->effective = day_from_civil (2026, 12, 1);
  credit->days_left_known = sentences[_i].days != 1000;
  credit->days_left = sentences[_i].days;
  credit->expiry = credit->days_left_known ? statement->as_of + (Day) credit->days_left : DAY_NONE;
  assert_words (statement_credit_sentence (credit), sentences[_i].sentence);
}
END_TEST

START_TEST (dates_that_are_missing_are_not_made_up)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementCredit *credit = g_ptr_array_index (statement->credits, 0);

  assert_words (statement_validity_text (credit), "until 31 December 2026");
  credit->effective = day_from_civil (2026, 1, 1);
  assert_words (statement_validity_text (credit), "1 January 2026 to 31 December 2026");
  credit->expiry = DAY_NONE;
  assert_words (statement_validity_text (credit), "from 1 January 2026; the last day is not known");
  credit->effective = DAY_NONE;
  assert_words (statement_validity_text (credit), "not known");
}
END_TEST

START_TEST (what_has_no_name_has_words)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  assert_words (statement_credit_title (g_ptr_array_index (statement->credits, 0)), "Credit ACO");
  assert_words (statement_credit_title (statement_credit (statement, "a", NULL, "USD")),
                "Azure credit");
  assert_words (statement_product_text (""), "Product without a name");
  assert_words (statement_product_text ("=1+1"), "'=1+1");
}
END_TEST

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

  assert_notes (statement_credit_notes (statement, g_ptr_array_index (statement->credits, 0)), "");
  assert_notes (statement_use_notes (statement), "");
  ck_assert_ptr_null (statement_incomplete_note (statement));
}
END_TEST

START_TEST (an_old_report_is_said_to_be_old)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementCredit *credit = g_ptr_array_index (statement->credits, 0);

  g_array_index (credit->months, StatementMonth, 0).month = month_from_civil (2026, 8);
  assert_notes (statement_credit_notes (statement, credit),
                "The latest balance report of this credit is of August 2026.");
  g_array_set_size (credit->months, 0);
  assert_notes (statement_credit_notes (statement, credit),
                "No balance report of this credit is on record for the period; the figures are "
                "those of the last one before it.");
  credit->state = STATEMENT_EXPIRED; /* it appears in no report any more */
  assert_notes (statement_credit_notes (statement, credit), "");
}
END_TEST

START_TEST (a_gap_names_its_month)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementCredit *credit = g_ptr_array_index (statement->credits, 0);

  g_array_index (credit->months, StatementMonth, 0).covers_more = TRUE;
  assert_notes (statement_credit_notes (statement, credit),
                "October 2026 also holds what was used in the time before it for which there is "
                "no balance report.");
}
END_TEST

START_TEST (a_use_below_zero_is_explained)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementCredit *credit = g_ptr_array_index (statement->credits, 0);

  g_array_index (credit->months, StatementMonth, 0).used = sample_amount ("-5");
  assert_notes (statement_credit_notes (statement, credit),
                "Used, below zero: the balance report takes back what it showed as used in an "
                "earlier month.");
}
END_TEST

START_TEST (what_an_expired_credit_still_shows_is_explained)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementCredit *credit = g_ptr_array_index (statement->credits, 0);

  credit->state = STATEMENT_EXPIRED;
  assert_notes (statement_credit_notes (statement, credit),
                "What the last month still shows as left can no longer be used.");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement-words");
  TCase *tests = tcase_create ("statement-words");

  tcase_add_test (tests, days_and_months_are_written_out);
  tcase_add_test (tests, a_period_is_a_month_or_two);
  tcase_add_loop_test (tests, amounts_are_exact_and_grouped, 0, G_N_ELEMENTS (decimals));
  tcase_add_test (tests, money_is_an_amount_and_one_word);
  tcase_add_test (tests, days_are_counted_as_people_do);
  tcase_add_loop_test (tests, a_sentence_says_what_became_of_a_credit, 0, G_N_ELEMENTS (sentences));
  tcase_add_test (tests, dates_that_are_missing_are_not_made_up);
  tcase_add_test (tests, what_has_no_name_has_words);
  tcase_add_test (tests, a_credit_without_oddities_has_no_notes);
  tcase_add_test (tests, an_old_report_is_said_to_be_old);
  tcase_add_test (tests, a_gap_names_its_month);
  tcase_add_test (tests, a_use_below_zero_is_explained);
  tcase_add_test (tests, what_an_expired_credit_still_shows_is_explained);
  suite_add_tcase (suite, tests);
  return suite;
}

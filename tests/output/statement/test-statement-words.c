/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-words.h"
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
  assert_words (statement_words_day (NULL, calendar_day (2028, 2, 29)), "29 February 2028");
  assert_words (statement_words_day (NULL, calendar_day (2026, 10, 1)), "1 October 2026");
  assert_words (statement_words_day (NULL, DAY_NONE), "not known");
  assert_words (statement_words_month (NULL, calendar_month (2026, 9), FALSE), "September 2026");
  assert_words (statement_words_month (NULL, calendar_month (2026, 9), TRUE), "Sep 2026");
}
END_TEST

START_TEST (a_period_is_a_month_or_two)
{
  g_autoptr (Statement) statement = statement_new ("c1", NULL, DAY_NONE, TRUE);

  assert_words (statement_words_period (NULL, statement), NULL);
  statement->first = statement->last = calendar_month (2026, 10);
  assert_words (statement_words_period (NULL, statement), "October 2026");
  statement->first = calendar_month (2025, 12);
  assert_words (statement_words_period (NULL, statement), "December 2025 to October 2026");
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
  const Amount amount = { TRUE, sample_decimal (decimals[_i].number) };

  assert_words (statement_words_amount (NULL, &amount, 2), decimals[_i].text);
}
END_TEST

START_TEST (money_is_an_amount_and_one_word)
{
  const Amount unknown = { .known = FALSE }, five = { TRUE, decimal_from_int (5) };
  g_autoptr (MoneyPlaces) places = money_places_new ();
  const StatementVoice voice = { NULL, places };

  money_places_note (places, "KWD", sample_decimal ("1.125"));
  assert_words (statement_words_amount (NULL, &unknown, 2), "not known");
  assert_words (statement_words_amount (NULL, &five, 3), "5.000");
  assert_words (statement_words_sum_text (&voice, &unknown, "USD"), "not known");
  assert_words (statement_words_sum_text (&voice, &five, "KWD"), "5.000 KWD");
  assert_words (statement_words_money (&voice, five.value, "USD"), "5.00 USD");
  assert_words (statement_words_money (&voice, five.value, "=1 +1"), "5.00 '=1_+1");
}
END_TEST

START_TEST (days_are_counted_as_people_do)
{
  assert_words (statement_words_days (NULL, 61), "61 days left");
  assert_words (statement_words_days (NULL, 1), "1 day left");
  assert_words (statement_words_days (NULL, 0), "last day");
  assert_words (statement_words_days (NULL, -1), "1 day ago");
  assert_words (statement_words_days (NULL, -31), "31 days ago");
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
  credit->effective = calendar_day (2026, 12, 1);
  credit->days_left_known = sentences[_i].days != 1000;
  credit->days_left = sentences[_i].days;
  credit->expiry = credit->days_left_known ? statement->as_of + (Day) credit->days_left : DAY_NONE;
  g_autoptr (MoneyPlaces) places = money_places_new ();
  const StatementVoice voice = { NULL, places };
  assert_words (statement_words_credit_sentence (&voice, credit), sentences[_i].sentence);
}
END_TEST

START_TEST (what_nobody_saw_is_not_asserted)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  g_autoptr (MoneyPlaces) places = money_places_new ();
  const StatementVoice voice = { NULL, places };
  StatementCredit *credit = g_ptr_array_index (statement->credits, 0);

  credit->state = STATEMENT_EXPIRED;
  credit->forfeited = sample_decimal ("917.87");
  credit->expiry = calendar_day (2026, 9, 30);
  credit->rest_unknown = TRUE;
  credit->last_month = calendar_month (2026, 7);
  credit->last_balance = sample_decimal ("917.87");
  assert_words (
      statement_words_credit_sentence (&voice, credit),
      "It expired on 30 September 2026. Of it at most 917.87 USD was not used by then and "
      "is forfeited; how much is not known, since the last balance report of it that was "
      "read is of July 2026.");
  credit->state = STATEMENT_UNREPORTED;
  assert_words (statement_words_credit_sentence (&voice, credit),
                "It is not reported since 2026-07; last balance 917.87 USD. What is left of it now "
                "is not known.");
}
END_TEST

START_TEST (decimals_are_those_of_all_amounts_of_a_currency)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementCredit *credit = statement_credit (statement, "a", NULL, "KWD");
  g_autoptr (MoneyPlaces) before = statement_words_money_places (statement);

  ck_assert_uint_eq (money_places_of (before, "KWD"), 2);
  credit->last_balance = sample_decimal ("0.125");
  g_autoptr (MoneyPlaces) after = statement_words_money_places (statement);
  ck_assert_uint_eq (money_places_of (after, "KWD"), 3);
  ck_assert_uint_eq (money_places_of (after, "USD"), 2);
}
END_TEST

START_TEST (dates_that_are_missing_are_not_made_up)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);
  StatementCredit *credit = g_ptr_array_index (statement->credits, 0);

  assert_words (statement_words_validity (NULL, credit), "until 31 December 2026");
  credit->effective = calendar_day (2026, 1, 1);
  assert_words (statement_words_validity (NULL, credit), "1 January 2026 to 31 December 2026");
  credit->expiry = DAY_NONE;
  assert_words (statement_words_validity (NULL, credit),
                "from 1 January 2026; the last day is not known");
  credit->effective = DAY_NONE;
  assert_words (statement_words_validity (NULL, credit), "not known");
}
END_TEST

START_TEST (what_has_no_name_has_words)
{
  g_autoptr (Statement) statement = sample_payload_statement (-1, NULL);

  assert_words (statement_words_credit_title (NULL, g_ptr_array_index (statement->credits, 0)),
                "Credit ACO");
  assert_words (statement_words_credit_title (NULL, statement_credit (statement, "a", NULL, "USD")),
                "Azure credit");
  assert_words (statement_words_product (NULL, ""), "Product without a name");
  assert_words (statement_words_product (NULL, "=1+1"), "=1+1");
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
  tcase_add_test (tests, what_nobody_saw_is_not_asserted);
  tcase_add_test (tests, decimals_are_those_of_all_amounts_of_a_currency);
  tcase_add_test (tests, dates_that_are_missing_are_not_made_up);
  tcase_add_test (tests, what_has_no_name_has_words);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-word.h"
#include "test-main.h"

#include <check.h>

static void
assert_word (ReportWord word, const char *text, ReportTone tone)
{
  ck_assert_str_eq (word.text, text);
  ck_assert_msg (word.tone == tone, "the tone of %s is %d", text, (int) word.tone);
}

START_TEST (results_of_the_tie_out_have_the_words_of_the_schema)
{
  assert_word (report_word_of_tie_out (TIE_OUT_AGREES), "agrees", TONE_PLAIN);
  assert_word (report_word_of_tie_out (TIE_OUT_ROUNDING), "rounding", TONE_DOUBT);
  assert_word (report_word_of_tie_out (TIE_OUT_DIFFERS), "differs", TONE_BAD);
  assert_word (report_word_of_tie_out (TIE_OUT_NOT_COMPARABLE), "not-comparable", TONE_DOUBT);
}
END_TEST

START_TEST (a_row_that_nobody_judged_claims_nothing)
{
  assert_word (report_word_of_tie_out ((TieOutResult) 0), "not-comparable", TONE_DOUBT);
  ck_assert_str_ne (report_word_of_usage ((UsageResult) 0).text, "agrees");
}
END_TEST

START_TEST (rounding_agrees_and_what_cannot_be_compared_does_not)
{
  ck_assert (report_word_tie_out_agrees (TIE_OUT_AGREES));
  ck_assert (report_word_tie_out_agrees (TIE_OUT_ROUNDING));
  ck_assert (!report_word_tie_out_agrees (TIE_OUT_DIFFERS));
  ck_assert (!report_word_tie_out_agrees (TIE_OUT_NOT_COMPARABLE));
}
END_TEST

START_TEST (results_of_the_usage_have_the_words_of_the_schema)
{
  assert_word (report_word_of_usage (USAGE_AGREES), "agrees", TONE_PLAIN);
  assert_word (report_word_of_usage (USAGE_ONLY_USAGE), "only-usage", TONE_PLAIN);
  assert_word (report_word_of_usage (USAGE_ONLY_INVOICE), "only-invoice", TONE_PLAIN);
  assert_word (report_word_of_usage (USAGE_DIFFERS), "differs", TONE_BAD);
}
END_TEST

START_TEST (states_have_the_words_of_the_schema)
{
  assert_word (report_word_of_state (AGREEMENT_NOT_STARTED), "not-started", TONE_PLAIN);
  assert_word (report_word_of_state (AGREEMENT_ACTIVE), "active", TONE_PLAIN);
  assert_word (report_word_of_state (AGREEMENT_EXPIRING), "expiring", TONE_DOUBT);
  assert_word (report_word_of_state (AGREEMENT_EXPIRED), "expired", TONE_BAD);
  assert_word (report_word_of_state (AGREEMENT_USED), "used", TONE_PLAIN);
  assert_word (report_word_of_state (AGREEMENT_UNREPORTED), "unreported", TONE_DOUBT);
}
END_TEST

START_TEST (severities_have_a_tone)
{
  assert_word (report_word_of_severity (SEVERITY_ERROR), "error", TONE_BAD);
  assert_word (report_word_of_severity (SEVERITY_WARNING), "warning", TONE_DOUBT);
  assert_word (report_word_of_severity (SEVERITY_NOTICE), "notice", TONE_PLAIN);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-word");
  TCase *words = tcase_create ("words");

  tcase_add_test (words, results_of_the_tie_out_have_the_words_of_the_schema);
  tcase_add_test (words, a_row_that_nobody_judged_claims_nothing);
  tcase_add_test (words, rounding_agrees_and_what_cannot_be_compared_does_not);
  tcase_add_test (words, results_of_the_usage_have_the_words_of_the_schema);
  tcase_add_test (words, states_have_the_words_of_the_schema);
  tcase_add_test (words, severities_have_a_tone);
  suite_add_tcase (suite, words);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "engine/option/option-value.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

START_TEST (months_and_days_have_one_form)
{
  Month month = MONTH_NONE;
  Day day = DAY_NONE;

  ck_assert (option_value_month ("2026-10", &month));
  ck_assert_int_eq (month, calendar_month (2026, 10));
  ck_assert (option_value_day ("2026-10-31", &day));
  ck_assert_int_eq (day, calendar_day (2026, 10, 31));
  ck_assert (!option_value_month ("202610", &month));
  ck_assert (!option_value_month ("10/2026", &month));
  ck_assert (!option_value_month ("2026-13", &month));
  ck_assert (!option_value_day ("10/31/2026", &day));
  ck_assert (!option_value_day ("2026-02-30", &day));
}
END_TEST

START_TEST (sizes_have_units_of_1024)
{
  guint64 size = 0;

  ck_assert (option_value_size ("1024", &size));
  ck_assert_uint_eq (size, 1024);
  ck_assert (option_value_size ("2k", &size));
  ck_assert_uint_eq (size, 2048);
  ck_assert (option_value_size ("64G", &size));
  ck_assert_uint_eq (size, G_GUINT64_CONSTANT (64) << 30);
  ck_assert (!option_value_size ("", &size));
  ck_assert (!option_value_size ("0", &size));
  ck_assert (!option_value_size ("G", &size));
  ck_assert (!option_value_size ("9999999999999T", &size));
}
END_TEST

START_TEST (the_invoice_stands_before_the_last_equals_sign)
{
  const Slice number = option_value_invoice (" G1=2=2026-10");

  ck_assert_uint_eq (number.length, 4);
  ck_assert_mem_eq (number.text, "G1=2", 4);
  ck_assert (slice_is_empty (option_value_invoice ("G1")));
  ck_assert (slice_is_empty (option_value_invoice ("=2026-10")));
}
END_TEST

START_TEST (there_is_at_least_one_thread)
{
  guint jobs = 0;

  ck_assert (option_value_jobs (NULL, &jobs));
  ck_assert_uint_ge (jobs, 1);
  ck_assert (option_value_jobs ("1", &jobs));
  ck_assert_uint_eq (jobs, 1);
  ck_assert (option_value_jobs ("256", &jobs));
  ck_assert_uint_eq (jobs, 256);
  ck_assert (!option_value_jobs ("0", &jobs));
  ck_assert (!option_value_jobs ("257", &jobs));
  ck_assert (!option_value_jobs ("", &jobs));
  ck_assert (!option_value_jobs ("-1", &jobs));
  ck_assert (!option_value_jobs ("2x", &jobs));
}
END_TEST

START_TEST (a_number_is_digits_within_its_bounds)
{
  guint64 number = 5;

  for (guint i = 0; i < 8; i++)
    {
      const char *const bad[] = { "", "-1", "+1", " 1", "1 ", "0x1", "18446744073709551616", "11" };
      ck_assert (!option_value_number (bad[i], 1, i < 7 ? G_MAXUINT64 : 10, &number));
    }
  ck_assert (!option_value_number ("0", 1, 10, &number));
  ck_assert_uint_eq (number, 5);
  ck_assert (option_value_number ("18446744073709551615", 0, G_MAXUINT64, &number));
  ck_assert_uint_eq (number, G_MAXUINT64);
  ck_assert (option_value_number ("010", 1, 10, &number));
  ck_assert_uint_eq (number, 10);
}
END_TEST

START_TEST (an_id_may_stand_in_braces_and_in_any_case)
{
  g_autofree char *guid = option_value_customer (" {1F0E7E1C-0000-4000-8000-00000000000A} ");
  g_autofree char *word = option_value_customer ("C1");

  ck_assert_str_eq (guid, "1f0e7e1c-0000-4000-8000-00000000000a");
  ck_assert_str_eq (word, "c1");
}
END_TEST

START_TEST (a_refusal_tells_what_was_found_harmlessly)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!option_value_refuse (OPTION_MONTH, "\x1b[1m", "a month like 2026-10", &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert_str_eq (error->message, "--month: found \"\\x1B[1m\", expected a month like 2026-10");
}
END_TEST

/* @message: without the option and what was found. */
static const struct
{
  OptionId option;
  const char *found, *message;
} choices[] = {
  { OPTION_FORMAT, "jsn", "expected text, json, csv or focus; did you mean json?" },
  { OPTION_FORMAT, "xml", "expected text, json, csv or focus" },
  { OPTION_FAIL_ON, "warnin", "expected error, warning, notice or never; did you mean warning?" },
  { OPTION_COLOR, "al", "expected auto, always or never; did you mean always?" },
  { OPTION_JOURNAL, "ledgr", "expected hledger, beancount, ledger or csv; did you mean ledger?" },
  { OPTION_ATTRIBUTES, "basc", "expected full or basic; did you mean basic?" },
};

START_TEST (a_word_of_several_is_asked_back)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message
      = g_strdup_printf ("--%s: found \"%s\", %s", options_info (choices[_i].option)->name,
                         choices[_i].found, choices[_i].message);

  ck_assert (!option_value_refuse_choice (choices[_i].option, choices[_i].found, NULL, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert_str_eq (error->message, message);
}
END_TEST

START_TEST (the_words_may_be_others_than_the_argument)
{
  static const char *const words[] = { "late", "lame", NULL };
  g_autoptr (GError) error = NULL;

  ck_assert (!option_value_refuse_choice (OPTION_AS, "lace", words, &error));
  ck_assert_str_eq (error->message,
                    "--as: found \"lace\", expected late or lame; did you mean lame or late?");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("option-value");
  TCase *tests = tcase_create ("option-value");

  tcase_add_test (tests, months_and_days_have_one_form);
  tcase_add_test (tests, sizes_have_units_of_1024);
  tcase_add_test (tests, the_invoice_stands_before_the_last_equals_sign);
  tcase_add_test (tests, there_is_at_least_one_thread);
  tcase_add_test (tests, a_number_is_digits_within_its_bounds);
  tcase_add_test (tests, an_id_may_stand_in_braces_and_in_any_case);
  tcase_add_test (tests, a_refusal_tells_what_was_found_harmlessly);
  tcase_add_loop_test (tests, a_word_of_several_is_asked_back, 0, G_N_ELEMENTS (choices));
  tcase_add_test (tests, the_words_may_be_others_than_the_argument);
  suite_add_tcase (suite, tests);
  return suite;
}

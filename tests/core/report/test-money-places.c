/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/money-places.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static void
assert_places (const MoneyPlaces *places, const char *currency, guint expected)
{
  ck_assert_uint_eq (money_places_of (places, currency), expected);
}

START_TEST (there_are_two_unless_thousandths_were_read)
{
  g_autoptr (MoneyPlaces) places = money_places_new ();

  money_places_note (places, "KWD", sample_decimal ("1.25"));
  money_places_note (places, "KWD", sample_decimal ("1.2500"));
  assert_places (places, "KWD", 2);
  money_places_note (places, "KWD", sample_decimal ("0.125"));
  assert_places (places, "KWD", 3);
  assert_places (places, "OMR", 2);
}
END_TEST

START_TEST (only_currencies_with_thousandths_have_three)
{
  g_autoptr (MoneyPlaces) places = money_places_new ();
  static const char *const currencies[] = { "USD", "JPY", "KWX", "" };

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      money_places_note (places, currencies[i], sample_decimal ("0.125"));
      assert_places (places, currencies[i], 2);
    }
  money_places_note (places, NULL, sample_decimal ("0.125"));
  assert_places (places, NULL, 2);
}
END_TEST

START_TEST (more_decimals_of_an_amount_stay)
{
  g_autoptr (MoneyPlaces) places = money_places_new ();
  g_autofree char *two = money_places_print (places, sample_decimal ("1.5"), "KWD");

  money_places_note (places, "KWD", sample_decimal ("0.0071"));
  g_autofree char *three = money_places_print (places, sample_decimal ("1.5"), "KWD");
  g_autofree char *four = money_places_print (places, sample_decimal ("0.0071"), "KWD");
  ck_assert_str_eq (two, "1.50");
  ck_assert_str_eq (three, "1.500");
  ck_assert_str_eq (four, "0.0071");
}
END_TEST

START_TEST (any_table_of_a_report_may_hold_them)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (Report) other = sample_report ();
  TieOutRow row = sample_tie_out ("c1", NULL, "1", "0.875", "0.125", TIE_OUT_DIFFERS);

  row.currency = "BHD";
  sample_add_tie_out (report, row);
  sample_add_waterfall (report, calendar_month (2026, 10), "BHD", "1", "0", "1");
  sample_add_waterfall (other, calendar_month (2026, 10), "BHD", "1", "0", "1");
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  g_autoptr (MoneyPlaces) without = money_places_new_of_report (other);
  assert_places (places, "BHD", 3);
  assert_places (without, "BHD", 2);
}
END_TEST

START_TEST (what_rounding_may_come_to_was_not_read)
{
  g_autoptr (MoneyPlaces) places = money_places_new ();
  TieOutRow row = sample_tie_out ("c1", NULL, "1", "1", "0", TIE_OUT_AGREES);

  row.currency = "OMR";
  row.allowance = sample_decimal ("0.005");
  money_places_note_rows (places, report_table_info (REPORT_TIE_OUT), &row, 1);
  assert_places (places, "OMR", 2);
}
END_TEST

START_TEST (an_amount_that_is_not_known_has_no_decimals)
{
  g_autoptr (MoneyPlaces) places = money_places_new ();
  TieOutRow row = sample_tie_out ("c1", NULL, "1", "1", "0.125", TIE_OUT_DIFFERS);

  row.currency = "TND";
  row.difference.known = FALSE;
  money_places_note_rows (places, report_table_info (REPORT_TIE_OUT), &row, 1);
  assert_places (places, "TND", 2);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("money-places");
  TCase *tests = tcase_create ("money-places");

  tcase_add_test (tests, there_are_two_unless_thousandths_were_read);
  tcase_add_test (tests, only_currencies_with_thousandths_have_three);
  tcase_add_test (tests, more_decimals_of_an_amount_stay);
  tcase_add_test (tests, any_table_of_a_report_may_hold_them);
  tcase_add_test (tests, what_rounding_may_come_to_was_not_read);
  tcase_add_test (tests, an_amount_that_is_not_known_has_no_decimals);
  suite_add_tcase (suite, tests);
  return suite;
}

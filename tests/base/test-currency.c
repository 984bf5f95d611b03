/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/currency.h"
#include "test-main.h"

#include <check.h>

/* ISO 4217 without minor unit, as the contract lists them. */
START_TEST (currencies_without_cents_are_known_in_any_case)
{
  static const char *const whole[]
      = { "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF",
          "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF", "jpy", "Krw" };
  static const char *const others[]
      = { "USD", "EUR", "HUF", "TWD", "KWD", "", "JP", "JPYX", "JPY " };

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    ck_assert_msg (currency_is_whole (slice_of (whole[i])), "%s", whole[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    ck_assert_msg (!currency_is_whole (slice_of (others[i])), "%s", others[i]);
}
END_TEST

START_TEST (currencies_with_thousandths_are_known)
{
  static const char *const thousandths[]
      = { "KWD", "BHD", "OMR", "TND", "JOD", "IQD", "LYD", "kwd" };
  static const char *const others[] = { "USD", "JPY", "", "KW" };

  for (guint i = 0; i < G_N_ELEMENTS (thousandths); i++)
    ck_assert_msg (currency_has_thousandths (slice_of (thousandths[i])), "%s", thousandths[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    ck_assert_msg (!currency_has_thousandths (slice_of (others[i])), "%s", others[i]);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("currency");
  TCase *tests = tcase_create ("decimals");

  tcase_add_test (tests, currencies_without_cents_are_known_in_any_case);
  tcase_add_test (tests, currencies_with_thousandths_are_known);
  suite_add_tcase (suite, tests);
  return suite;
}

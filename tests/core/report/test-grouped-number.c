/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/grouped-number.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static void
assert_text (char *text, const char *expected)
{
  ck_assert_str_eq (text, expected);
  g_free (text);
}

static const struct
{
  const char *plain;
  const char *grouped;
} numbers[] = {
  { "0.00", "0.00" },
  { "999.99", "999.99" },
  { "1000.00", "1,000.00" },
  { "-100.00", "-100.00" },
  { "-1000.50", "-1,000.50" },
  { "12345", "12,345" },
  { "1234567.89", "1,234,567.89" },
  { "0.123456789", "0.123456789" }, /* what is behind the point stays together */
  { "1000.0000071", "1,000.0000071" },
};

START_TEST (whole_parts_are_grouped_by_threes)
{
  assert_text (grouped_number (numbers[_i].plain), numbers[_i].grouped);
}
END_TEST

static const char *const others[] = { "",      "-",         "not known", "12345x",  "2026-10-31",
                                      ".5000", "1234.5.67", "+12345",    "1,234.5", "--1234" };

START_TEST (what_is_no_number_stays) { assert_text (grouped_number (others[_i]), others[_i]); }
END_TEST

START_TEST (decimals_have_at_least_so_many_places)
{
  assert_text (grouped_number_of_decimal (sample_decimal ("1000"), 2), "1,000.00");
  assert_text (grouped_number_of_decimal (sample_decimal ("-1234567.1"), 3), "-1,234,567.100");
  assert_text (grouped_number_of_decimal (sample_decimal ("1000.0071"), 2), "1,000.0071");
}
END_TEST

START_TEST (counts_are_grouped)
{
  assert_text (grouped_number_of_count (999), "999");
  assert_text (grouped_number_of_count (G_MAXUINT64), "18,446,744,073,709,551,615");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("grouped-number");
  TCase *tcase = tcase_create ("core");

  tcase_add_loop_test (tcase, whole_parts_are_grouped_by_threes, 0, G_N_ELEMENTS (numbers));
  tcase_add_loop_test (tcase, what_is_no_number_stays, 0, G_N_ELEMENTS (others));
  tcase_add_test (tcase, decimals_have_at_least_so_many_places);
  tcase_add_test (tcase, counts_are_grouped);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <locale.h>
#include <string.h>

#include "output/xlsx/xlsx-number.h"
#include "sample-rows.h"

static const struct
{
  const char *text;
  gboolean exact;
  const char *shown; /* as a spreadsheet would, with 15 digits */
} numbers[] = {
  { "0", TRUE, "0" },
  { "0.1", TRUE, "0.1" },
  { "-0.01", TRUE, "-0.01" },
  { "1234.56", TRUE, "1234.56" },
  { "9.00000000000001", TRUE, "9.00000000000001" },
  { "999999999999999", TRUE, "999999999999999" },
  { "9999999999999.99", TRUE, "9999999999999.99" },
  { "100000000000000000000", TRUE, "1e+20" },
  { "0.0000710833", TRUE, "7.10833e-05" },
  { "0.00000000000000000000000000000000000001", TRUE, "1e-38" },
  { "123456789012345000000", TRUE, "1.23456789012345e+20" },
  { "1234567890123456", FALSE, "1.23456789012346e+15" },
  { "12345678901234567.89", FALSE, "1.23456789012346e+16" },
  { "-0.1234567890123451", FALSE, "-0.123456789012345" },
  { "99999999999999999999999999999999999999", FALSE, "1e+38" },
};

START_TEST (a_number_is_shown_as_it_was_up_to_15_digits)
{
  const Decimal value = sample_decimal (numbers[_i].text);
  char text[64];

  ck_assert_int_eq (xlsx_number_is_exact (value), numbers[_i].exact);
  g_ascii_formatd (text, sizeof text, "%.15g", xlsx_number_from_decimal (value));
  ck_assert_str_eq (text, numbers[_i].shown);
}
END_TEST

/* The library that writes workbooks prints 16 digits. */
START_TEST (what_is_written_is_what_is_read)
{
  const XlsxNumber number = xlsx_number_from_decimal (sample_decimal (numbers[_i].text));
  XlsxNumber again = 1;
  char text[64];

  g_ascii_formatd (text, sizeof text, "%.16G", number);
  ck_assert (xlsx_number_parse (text, strlen (text), &again));
  ck_assert_uint_eq (xlsx_number_bits (again), xlsx_number_bits (number));
}
END_TEST

/* Decimals of 15 digits that lie badly for binary numbers, in every size. */
START_TEST (every_15_digits_survive)
{
  guint64 state = 88172645463325252U + (guint64) _i;

  for (guint i = 0; i < 20000; i++)
    {
      state ^= state << 13, state ^= state >> 7, state ^= state << 17;
      const gint64 digits = (gint64) (state % 900000000000000) + 100000000000000;
      const Decimal value = decimal_from_scaled (digits, (guint) _i);
      const XlsxNumber number = xlsx_number_from_decimal (value);
      XlsxNumber again = 0;
      char text[64], expected[64];

      ck_assert (xlsx_number_is_exact (value));
      g_ascii_formatd (text, sizeof text, "%.16G", number);
      ck_assert (xlsx_number_parse (text, strlen (text), &again));
      ck_assert_uint_eq (xlsx_number_bits (again), xlsx_number_bits (number));
      g_ascii_formatd (text, sizeof text, "%.14e", number);
      text[strcspn (text, "e")] = '\0';
      g_snprintf (expected, sizeof expected, "%c.%s", '0' + (char) (digits / 100000000000000), "");
      g_snprintf (expected + 2, sizeof expected - 2, "%014" G_GINT64_FORMAT,
                  digits % 100000000000000);
      ck_assert_str_eq (text, expected);
    }
}
END_TEST

static const struct
{
  const char *text;
  guint whole, places;
} sizes[] = {
  { "0", 1, 0 }, { "0.5", 1, 1 }, { "-120.00", 3, 0 }, { "1234.567", 4, 3 }, { "-0.0071", 1, 4 },
};

START_TEST (digits_are_counted)
{
  guint whole, places;

  xlsx_number_measure (sample_decimal (sizes[_i].text), &whole, &places);
  ck_assert_uint_eq (whole, sizes[_i].whole);
  ck_assert_uint_eq (places, sizes[_i].places);
}
END_TEST

START_TEST (what_is_no_number_is_refused)
{
  static const char *const texts[]
      = { "", "x", " 1", "1 ", "1,5", "nan", "inf", "-NAN", "-inf", "0x1", "1.2.3", "+1", "\t1" };
  XlsxNumber number;

  ck_assert (!xlsx_number_parse (texts[_i], strlen (texts[_i]), &number));
}
END_TEST

START_TEST (an_overlong_number_is_refused)
{
  char text[200];
  XlsxNumber number;

  memset (text, '1', sizeof text);
  ck_assert (!xlsx_number_parse (text, sizeof text, &number));
}
END_TEST

START_TEST (the_locale_does_not_matter)
{
  XlsxNumber number = 0;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    return;
  number = xlsx_number_from_decimal (sample_decimal ("1.5"));
  ck_assert (number > 1 && number < 2);
  ck_assert (xlsx_number_parse ("2.5", 3, &number) && number > 2 && number < 3);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-number");
  TCase *tests = tcase_create ("xlsx-number");

  tcase_add_loop_test (tests, a_number_is_shown_as_it_was_up_to_15_digits, 0,
                       G_N_ELEMENTS (numbers));
  tcase_add_loop_test (tests, what_is_written_is_what_is_read, 0, G_N_ELEMENTS (numbers));
  tcase_add_loop_test (tests, every_15_digits_survive, 0, 16);
  tcase_add_loop_test (tests, digits_are_counted, 0, G_N_ELEMENTS (sizes));
  tcase_add_loop_test (tests, what_is_no_number_is_refused, 0, 13);
  tcase_add_test (tests, an_overlong_number_is_refused);
  tcase_add_test (tests, the_locale_does_not_matter);
  suite_add_tcase (suite, tests);
  return suite;
}

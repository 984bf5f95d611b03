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
  { "1234567890123465", FALSE, "1.23456789012347e+15" }, /* half goes away from zero */
  { "-1234567890123465", FALSE, "-1.23456789012347e+15" },
  { "1234567890123464.9", FALSE, "1.23456789012346e+15" },
  { "0.009999999999999995", FALSE, "0.01" },
  { "99999999999999999999999999999999999999", FALSE, "1e+38" },
};

/* What a spreadsheet shows of what is written. */
static void
show (const Decimal *value, const char *format, char *shown, gsize size)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char *end;

  xlsx_number_append (value, text);
  g_ascii_formatd (shown, (int) size, format, g_ascii_strtod (text->str, &end));
  ck_assert_msg (*end == '\0' && text->len > 0, "%s", text->str);
}

START_TEST (a_number_is_shown_as_it_was_up_to_15_digits)
{
  const Decimal value = sample_decimal (numbers[_i].text);
  char shown[64];

  ck_assert_int_eq (xlsx_number_is_exact (&value), numbers[_i].exact);
  show (&value, "%.15g", shown, sizeof shown);
  ck_assert_str_eq (shown, numbers[_i].shown);
}
END_TEST

START_TEST (up_to_15_digits_are_written_as_they_are)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const Decimal value = sample_decimal (numbers[_i].text);

  xlsx_number_append (&value, text);
  ck_assert_int_eq (g_str_equal (text->str, numbers[_i].text), numbers[_i].exact);
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
      char shown[64], expected[64];

      ck_assert (xlsx_number_is_exact (&value));
      show (&value, "%.14e", shown, sizeof shown);
      shown[strcspn (shown, "e")] = '\0';
      g_snprintf (expected, sizeof expected, "%c.%014" G_GINT64_FORMAT,
                  '0' + (char) (digits / 100000000000000), digits % 100000000000000);
      ck_assert_str_eq (shown, expected);
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

START_TEST (the_locale_does_not_matter)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const Decimal value = sample_decimal ("12345678901234567.89");

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    return;
  xlsx_number_append (&value, text);
  ck_assert_str_eq (text->str, "1.23456789012346E+16");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-number");
  TCase *tests = tcase_create ("xlsx-number");

  tcase_add_loop_test (tests, a_number_is_shown_as_it_was_up_to_15_digits, 0,
                       G_N_ELEMENTS (numbers));
  tcase_add_loop_test (tests, up_to_15_digits_are_written_as_they_are, 0, G_N_ELEMENTS (numbers));
  tcase_add_loop_test (tests, every_15_digits_survive, 0, 16);
  tcase_add_loop_test (tests, digits_are_counted, 0, G_N_ELEMENTS (sizes));
  tcase_add_test (tests, the_locale_does_not_matter);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "input/billing/spreadsheet-signs.h"

static const struct
{
  const char *text;
  guint64 count;
} numbers[] = {
  { "7.58469E-05", 1 }, { "0.00E+00", 1 },   { "-7.58E-05", 1 }, { "+7.58E-05", 1 },
  { "7,58E-05", 1 },    { "1E-05", 1 },      { "-9E+15", 1 },    { "0E-20", 0 },
  { "-0E-20", 0 },      { "1e5", 0 },        { "1E5", 0 },       { "7.58e-05", 0 },
  { "7.58E-5", 0 },     { "7.58E-005", 0 },  { "7.58E05", 0 },   { "7.58E 05", 0 },
  { "7.E-05", 0 },      { ".5E-05", 0 },     { "12.5E-05", 0 },  { "12E-05", 0 },
  { "E-05", 0 },        { "7.5xE-05", 0 },   { "7.58E-0x", 0 },  { "7.58E-05 ", 0 },
  { "7;58E-05", 0 },    { "--7.58E-05", 0 }, { "0.0000758", 0 }, { "1,234.56", 0 },
  { "-", 0 },           { "", 0 },
};

START_TEST (an_exponent_counts_only_as_a_spreadsheet_writes_it)
{
  SpreadsheetSigns signs = { 0 };

  spreadsheet_signs_note_number (&signs, slice_of (numbers[_i].text));
  ck_assert_msg (signs.exponents == numbers[_i].count, "\"%s\"", numbers[_i].text);
  ck_assert_uint_eq (signs.cut_ids, 0);
}
END_TEST

static const struct
{
  const char *product, *sku;
  guint64 count;
} skus[] = {
  { "DZH318Z0BQ3Q", "1", 1 },   { "DZH318Z0BQ3Q", "12", 1 },   { "DZH318Z0BQ3Q", "123", 1 },
  { "DZH318Z0BQ3Q", "0", 1 },   { "DZH318Z0BQ3Q", "0001", 0 }, { "DZH318Z0BQ3Q", "00001", 0 },
  { "DZH318Z0BQ3Q", "00X", 0 }, { "DZH318Z0BQ3Q", "1.0", 0 },  { "DZH318Z0BQ3Q", "", 0 },
  { "DZH318Z0BQ3", "1", 0 },    { "DZH318Z0BQ3QQ", "1", 0 },   { "", "1", 0 },
};

START_TEST (a_short_sku_counts_only_beside_a_catalogue_id)
{
  SpreadsheetSigns signs = { 0 };

  spreadsheet_signs_note_sku (&signs, slice_of (skus[_i].product), slice_of (skus[_i].sku));
  ck_assert_msg (signs.short_skus == skus[_i].count, "\"%s\", \"%s\"", skus[_i].product,
                 skus[_i].sku);
}
END_TEST

static const struct
{
  const char *text;
  guint64 count;
} ids[] = {
  { "1234567890123450", 1 },
  { "12345678901234500000", 1 },
  { "1.2E+15", 1 },
  { "1E+15", 1 },
  { "123456789012345", 0 },
  { "123456789012300", 0 },
  { "1234567890123456", 0 },
  { "12345678901234506", 0 },
  { "12345678901234560", 0 },
  { "A234567890123450", 0 },
  { "123456789012345A", 0 },
  { "123456789012345.0", 0 },
  { "1e15", 0 },
  { "0E-20", 0 },
  { "", 0 },
};

START_TEST (an_id_is_cut_when_only_zeros_follow_its_15_digits)
{
  SpreadsheetSigns signs = { 0 };

  spreadsheet_signs_note_id (&signs, slice_of (ids[_i].text));
  ck_assert_msg (signs.cut_ids == ids[_i].count, "\"%s\"", ids[_i].text);
  ck_assert_uint_eq (signs.exponents, 0);
}
END_TEST

#define NUMBERS "numbers in exponent notation like 7.58E-05"
#define SKUS "SkuIds that lost leading zeros"
#define IDS "ids cut to 15 digits"
#define FIRST "the first header cell was overwritten"
#define FULL "it has exactly 1,048,576 rows, the most a sheet holds: the rest was cut off"

static const struct
{
  SpreadsheetSigns signs;
  const char *words;
} described[] = {
  { { 0 }, NULL },
  { { .rows = 1 }, NULL },
  { { .rows = 1048574 }, NULL },
  { { .rows = 1048576 }, NULL },
  { { .rows = 1048575 }, FULL },
  { { .exponents = 3, .rows = 7 }, NUMBERS " (3)" },
  { { .short_skus = 1 }, SKUS " (1)" },
  { { .cut_ids = 2 }, IDS " (2)" },
  { { .first_header = TRUE }, FIRST },
  { { .first_header = TRUE, .rows = 1048575 }, FIRST "; " FULL },
  { { 1, 2, 3, 1048575, TRUE }, NUMBERS " (1); " SKUS " (2); " IDS " (3); " FIRST "; " FULL },
};

START_TEST (every_sign_is_told_in_words)
{
  g_autofree char *words = spreadsheet_signs_describe (&described[_i].signs);

  ck_assert_pstr_eq (words, described[_i].words);
}
END_TEST

START_TEST (signs_add_up)
{
  SpreadsheetSigns signs = { 0 };

  for (int i = 0; i < 3; i++)
    {
      spreadsheet_signs_note_number (&signs, slice_of ("7.58E-05"));
      spreadsheet_signs_note_number (&signs, slice_of ("1.5"));
      spreadsheet_signs_note_sku (&signs, slice_of ("DZH318Z0BQ3Q"), slice_of ("1"));
      spreadsheet_signs_note_id (&signs, slice_of ("1.2E+15"));
    }
  g_autofree char *words = spreadsheet_signs_describe (&signs);
  ck_assert_str_eq (words, NUMBERS " (3); " SKUS " (3); " IDS " (3)");
}
END_TEST

START_TEST (signs_of_parts_add_up)
{
  SpreadsheetSigns signs = { 1, 2, 3, 10, TRUE };
  const SpreadsheetSigns further = { 4, 5, 6, 11, FALSE };

  spreadsheet_signs_add (&signs, &further);
  ck_assert_uint_eq (signs.exponents, 5);
  ck_assert_uint_eq (signs.short_skus, 7);
  ck_assert_uint_eq (signs.cut_ids, 9);
  ck_assert_uint_eq (signs.rows, 10);
  ck_assert (signs.first_header);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("spreadsheet-signs");
  TCase *tests = tcase_create ("spreadsheet-signs");

  tcase_add_loop_test (tests, an_exponent_counts_only_as_a_spreadsheet_writes_it, 0,
                       G_N_ELEMENTS (numbers));
  tcase_add_loop_test (tests, a_short_sku_counts_only_beside_a_catalogue_id, 0,
                       G_N_ELEMENTS (skus));
  tcase_add_loop_test (tests, an_id_is_cut_when_only_zeros_follow_its_15_digits, 0,
                       G_N_ELEMENTS (ids));
  tcase_add_loop_test (tests, every_sign_is_told_in_words, 0, G_N_ELEMENTS (described));
  tcase_add_test (tests, signs_add_up);
  tcase_add_test (tests, signs_of_parts_add_up);
  suite_add_tcase (suite, tests);
  return suite;
}

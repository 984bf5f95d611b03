/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/decimal.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#include "sample-decimal.h"

/* Parsing */

typedef struct
{
  const char *text;
  const char *printed; /* NULL: refused */
} ParseCase;

static const ParseCase point_numbers[] = {
  { "0", "0" },
  { "5", "5" },
  { "1234.56", "1234.56" },
  { "+5", "5" },
  { "-5", "-5" },
  { ".5", "0.5" },
  { "5.", "5" },
  { "-.5", "-0.5" },
  { "+5.", "5" },
  { "007", "7" },
  { "00.50", "0.5" },
  { "0.05", "0.05" },
  { "'5", "5" },
  { "'-5", "-5" },
  { "'+.5", "0.5" },
  { "'-22.000000000000000000", "-22" },
  { "100", "100" },
  { "100.00", "100" },
  { "0.1999968000511991808131", "0.1999968000511991808131" },
  { "-0.1999968000511991808131", "-0.1999968000511991808131" },
  /* 0 in all its clothes is never negative */
  { "-0", "0" },
  { "0.000", "0" },
  { "-.0", "0" },
  { "0.", "0" },
  { "0E-20", "0" },
  { "0e999", "0" },
  { "-0.0e99999999999999999999999", "0" },
  { "0E-99999999999999999999999", "0" },
  { "0." ZEROS_38 ZEROS_38, "0" },
  /* exponents */
  { "7.10833E-05", "0.0000710833" },
  { "7.10833e-5", "0.0000710833" },
  { "-7.10833E+05", "-710833" },
  { "7.10833E5", "710833" },
  { "7.10833E3", "7108.33" },
  { "7.10833E05", "710833" },
  { "7.10833E0", "7.10833" },
  { "7.10833E000000000000000000000000000005", "710833" },
  { "5.E2", "500" },
  { ".5E1", "5" },
  { ".5E2", "50" },
  { "500E-2", "5" },
  { "500E-3", "0.5" },
  /* the words and limbs of the machine are crossed without notice */
  { "9999999999999999999", "9999999999999999999" },
  { "18446744073709551615", "18446744073709551615" },
  { "18446744073709551616", "18446744073709551616" },
  { "1234567890123456789.0123456789012345678", "1234567890123456789.0123456789012345678" },
  { "1234567890123456789012345678901234567.8", "1234567890123456789012345678901234567.8" },
  /* 38 digits and 38 decimals are held, one more is not */
  { NINES_38, NINES_38 },
  { "-" NINES_19 "." NINES_19, "-" NINES_19 "." NINES_19 },
  { NINES_38 "9", NULL },
  { NINES_38 ".9", NULL },
  { NINES_19 "." NINES_19 "9", NULL },
  { "." NINES_38, "0." NINES_38 },
  { "." NINES_38 "9", NULL },
  { "." ZEROS_37 "1", "0." ZEROS_37 "1" },
  { "." ZEROS_38 "1", NULL },
  { "1." ZEROS_37 "1", NULL },
  { "1E-38", "0." ZEROS_37 "1" },
  { "1E-39", NULL },
  { "12E-39", NULL },
  { "1.2E-38", NULL },
  { "1E37", "1" ZEROS_37 },
  { "1E38", NULL },
  { "12E36", "12" ZEROS_19 "00000000000000000" },
  { "12E37", NULL },
  { NINES_38 "E1", NULL },
  { NINES_38 "E0", NINES_38 },
  { NINES_38 "E-38", "0." NINES_38 },
  { NINES_38 "E-39", NULL },
  /* zeros that do not count */
  { "000000" ZEROS_38 NINES_38, NINES_38 },
  { "000000" ZEROS_38 "0." NINES_38, "0." NINES_38 },
  { NINES_38 "." ZEROS_38 "00", NINES_38 },
  { "." NINES_38 "0000", "0." NINES_38 },
  { "5." ZEROS_38 ZEROS_38, "5" },
  { "10E-39", "0." ZEROS_37 "1" },
  { "500" ZEROS_38 "E-40", "5" },
  { "1" ZEROS_38 "E-1", "1" ZEROS_37 },
  { "1" ZEROS_38 ZEROS_38 "E-114", "0." ZEROS_37 "1" },
  { "1" ZEROS_38 ZEROS_38 "E-115", NULL },
  { "1" ZEROS_38 ZEROS_38 ".00E-76", "1" },
  { "." ZEROS_38 ZEROS_38 "1E77", "1" },
  /* but zeros of a whole number past 38 digits do */
  { "1" ZEROS_38, NULL },
  { "1" ZEROS_38 ".0", NULL },
  { "1E999", NULL },
  { "1e999", NULL },
  { "1e-999", NULL },
  { "1e99999999999999999999999999", NULL },
  { "1e-99999999999999999999999999", NULL },
  { "1e18446744073709551616", NULL },
  { "1e4294967296", NULL },
  /* not a number */
  { "", NULL },
  { "'", NULL },
  { "+", NULL },
  { "-", NULL },
  { ".", NULL },
  { "-.", NULL },
  { "'-", NULL },
  { "e5", NULL },
  { ".e5", NULL },
  { "E", NULL },
  { "1e", NULL },
  { "1e+", NULL },
  { "1e-", NULL },
  { "1e+-5", NULL },
  { "1e5.0", NULL },
  { "1e5e5", NULL },
  { "1e5 ", NULL },
  { "1e 5", NULL },
  { "1 e5", NULL },
  { "1d5", NULL },
  { "1,234", NULL },
  { "1,234.56", NULL },
  { "1 234.56", NULL },
  { "1'234.56", NULL },
  { "1_234", NULL },
  { "1,5", NULL },
  { "1.2.3", NULL },
  { "1..2", NULL },
  { "..5", NULL },
  { "$5", NULL },
  { "5$", NULL },
  { "5 USD", NULL },
  { "EUR 5", NULL },
  { "\xe2\x82\xac"
    "5",
    NULL },
  { "5%", NULL },
  { "(5)", NULL },
  { "5-", NULL },
  { "--5", NULL },
  { "+-5", NULL },
  { "- 5", NULL },
  { "''5", NULL },
  { "-'5", NULL },
  { "5'", NULL },
  { "\"5\"", NULL },
  { "=5", NULL },
  { " 5", NULL },
  { "5 ", NULL },
  { "5\n", NULL },
  { "1 2", NULL },
  { "NaN", NULL },
  { "nan", NULL },
  { "inf", NULL },
  { "-Infinity", NULL },
  { "1.#INF", NULL },
  { "0x10", NULL },
  { "0x1p3", NULL },
  { "1L", NULL },
  { "12x", NULL },
  { "x12", NULL },
  { "null", NULL },
  { "\xd9\xa1", NULL }, /* a digit, but not of ASCII */
  { "1/2", NULL },
  { "1:2", NULL },
};

static const ParseCase comma_numbers[] = {
  { "1234,56", "1234.56" },
  { ",5", "0.5" },
  { "5,", "5" },
  { "-,5", "-0.5" },
  { "5", "5" },
  { "7,10833E-05", "0.0000710833" },
  { "'-22,000000000000000000", "-22" },
  { "1234.56", NULL },
  { "1.234,56", NULL },
  { "1.234", NULL },
  { "5.", NULL },
  { ",", NULL },
  { "1,2,3", NULL },
};

static void
check_parse_case (const ParseCase *c, DecimalMark mark)
{
  Decimal value = decimal_from_int (4711);
  gsize length = strlen (c->text);
  char *exact = malloc (length); /* without a NUL: a read past the end is seen by sanitizers */
  gboolean parsed;

  memcpy (exact, c->text, length);
  parsed = decimal_parse (exact, length, mark, &value);
  free (exact);
  ck_assert_msg (parsed == (c->printed != NULL), "'%s' was %s", c->text,
                 parsed ? "accepted" : "refused");
  assert_prints (value, parsed ? c->printed : "4711");
}

START_TEST (a_number_is_read_exactly_or_refused)
{
  check_parse_case (&point_numbers[_i], DECIMAL_POINT);
}
END_TEST

START_TEST (with_the_comma_as_mark_a_point_is_an_error)
{
  check_parse_case (&comma_numbers[_i], DECIMAL_COMMA);
}
END_TEST

/* Digit by digit what the reader takes eight at a time. */

typedef unsigned __int128 Wide;

/* A sign, digits and at most one point; up to 38 digits. */
static gboolean
read_plainly (const char *text, gsize length, Decimal *out)
{
  const gboolean negative = length > 0 && *text == '-';
  gsize i = length > 0 && (*text == '-' || *text == '+') ? 1 : 0;
  const Wide ten = 10;
  guint digits = 0, decimals = 0, marks = 0;
  Wide value = 0;

  for (; i < length; i++)
    if (text[i] == '.' && marks == 0)
      marks++;
    else if (g_ascii_isdigit (text[i]))
      {
        value = value * ten + (guchar) (text[i] ^ '0');
        digits++;
        decimals += marks;
      }
    else
      return FALSE;
  for (; decimals > 0 && value % 10 == 0; decimals--)
    value /= 10;
  *out = (Decimal){ .limbs = { (guint64) value, (guint64) (value >> 64) },
                    .limb_count = value >> 64 != 0 ? 2 : value != 0,
                    .scale = value != 0 ? (guint8) decimals : 0,
                    .negative = value != 0 && negative };
  return digits > 0;
}

static void
expect_as_plainly (const char *text, gsize length)
{
  g_autofree char *exact = g_memdup2 (text, length); /* a read past the end is seen by sanitizers */
  Decimal expected = { 0 }, found = { 0 };
  const gboolean taken = read_plainly (text, length, &expected);

  if (decimal_parse (exact, length, DECIMAL_POINT, &found) != taken)
    ck_abort_msg ("'%.*s' was %s", (int) length, text, taken ? "refused" : "accepted");
  if (!taken)
    return;
  assert_sound (found);
  if (found.scale != expected.scale || found.negative != expected.negative
      || memcmp (found.limbs, expected.limbs, sizeof found.limbs) != 0)
    {
      g_autofree char *value = decimal_to_string (found, 0);
      ck_abort_msg ("'%.*s' was read as %s, scale %u", (int) length, text, value, found.scale);
    }
}

#define LAYOUT_LENGTH_MAX 39

/* A sign or none, the mark at @mark_at or, past the end, none, zeros before and behind. */
static void
try_layout (GRand *rand, char *text, gsize length, gsize mark_at)
{
  const gsize start = g_rand_int_range (rand, 0, 3) == 0 ? 1 : 0;
  const gsize zeros_in_front = (gsize) g_rand_int_range (rand, 0, 4);
  const gsize zeros_behind
      = g_rand_boolean (rand) ? 0 : (gsize) g_rand_int_range (rand, 0, (gint32) length + 1);

  for (gsize i = 0; i < length; i++)
    text[i] = i < zeros_in_front || i + zeros_behind >= length
                  ? '0'
                  : (char) ('0' + g_rand_int_range (rand, 0, 10));
  if (mark_at < length)
    text[mark_at] = '.';
  if (start == 1)
    text[0] = g_rand_boolean (rand) ? '-' : '+';
  expect_as_plainly (text, length);
}

START_TEST (every_layout_reads_as_digit_by_digit)
{
  GRand *rand = g_rand_new_with_seed (20261126);
  char text[LAYOUT_LENGTH_MAX];

  for (gsize length = 0; length <= 38; length++)
    for (gsize mark_at = 0; mark_at <= length; mark_at++)
      for (guint round = 0; round < 50; round++)
        try_layout (rand, text, length, mark_at);
  g_rand_free (rand);
}
END_TEST

/* Apostrophes and exponents are not plain. */
START_TEST (any_other_byte_at_any_place_is_refused)
{
  static const char *const patterns[] = { "1",
                                          "12",
                                          "1.5",
                                          "-12.5",
                                          "123.456",
                                          "-12345.67",
                                          "12345678",
                                          "123456789",
                                          "1234567.8901",
                                          "1234567890123456",
                                          "-123456789012345.6",
                                          "12345678901234567.8" };

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    for (gsize at = 0; at < strlen (patterns[i]); at++)
      for (guint byte = 0; byte <= G_MAXUINT8; byte++)
        {
          g_autofree char *text = g_strdup (patterns[i]);

          if (byte == '\'' || byte == 'e' || byte == 'E')
            continue;
          text[at] = (char) byte;
          expect_as_plainly (text, strlen (patterns[i]));
        }
}
END_TEST

START_TEST (a_number_ends_where_its_length_says)
{
  Decimal value;

  ck_assert (decimal_parse ("12345", 3, DECIMAL_POINT, &value));
  assert_prints (value, "123");
  ck_assert (!decimal_parse ("1\0002", 3, DECIMAL_POINT, &value));
  ck_assert (!decimal_parse ("12\0", 3, DECIMAL_POINT, &value));
  ck_assert (!decimal_parse ("1e5", 2, DECIMAL_POINT, &value));
  ck_assert (!decimal_parse (NULL, 0, DECIMAL_POINT, &value));
}
END_TEST

START_TEST (a_million_zeros_do_not_count)
{
  g_autofree char *zeros = g_strnfill (1000000, '0');
  g_autofree char *whole = g_strconcat (zeros, "12.5", zeros, NULL);
  g_autofree char *shifted = g_strconcat (".", zeros, "125E1000002", NULL);
  g_autofree char *too_large = g_strconcat ("1", zeros, NULL);

  assert_prints (number (whole), "12.5");
  assert_prints (number (shifted), "12.5");
  ck_assert (!decimal_parse (too_large, strlen (too_large), DECIMAL_POINT, &(Decimal){ 0 }));
}
END_TEST

/* Writing */

static const struct
{
  const char *value;
  guint places;
  const char *text;
} texts[] = {
  { "0", 0, "0" },
  { "0", 2, "0.00" },
  { "-0.00", 2, "0.00" },
  { "200", 2, "200.00" },
  { "200", 0, "200" },
  { "0.0071", 2, "0.0071" },
  { "0.5000", 2, "0.50" },
  { "500E-3", 0, "0.5" },
  { "500E-3", 2, "0.50" },
  { "500E-2", 0, "5" },
  { "-.5", 0, "-0.5" },
  { "-.5", 5, "-0.50000" },
  { "1E-38", 2, "0." ZEROS_37 "1" },
  { "1000", 3, "1000.000" },
  { "18446744073709551616", 1, "18446744073709551616.0" },
  { "100000000000000000000000000000", 0, "100000000000000000000000000000" },
  { "10000000000000000000", 0, "10000000000000000000" },
  { "0.00000000000000000001", 0, "0.00000000000000000001" },
};

/* Short and long texts are written in two ways. */
START_TEST (what_is_written_is_read_again)
{
  for (guint scale = 0; scale <= 38; scale++)
    for (guint places = 0; places <= 25; places++)
      for (gint64 value = -1; value < G_MAXINT64 / 1000; value = 10 * ABS (value) + value % 7)
        {
          const Decimal a = decimal_from_scaled (value, scale);
          g_autofree char *text = decimal_to_string (a, places);
          g_autofree char *padded = decimal_to_string (a, 40);
          const char *mark = strchr (text, '.');

          ck_assert (decimal_equal (number (text), a));
          ck_assert (g_str_has_prefix (padded, text));
          ck_assert_uint_ge (mark != NULL ? strlen (mark + 1) : 0, places);
          if (mark != NULL && strlen (mark + 1) > places)
            ck_assert_int_ne (text[strlen (text) - 1], '0');
        }
}
END_TEST

START_TEST (the_text_is_exact_with_no_zero_too_many)
{
  g_autofree char *text = decimal_to_string (number (texts[_i].value), texts[_i].places);

  ck_assert_str_eq (text, texts[_i].text);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("decimal-text");
  TCase *tests = tcase_create ("decimal-text");

  tcase_add_loop_test (tests, a_number_is_read_exactly_or_refused, 0, G_N_ELEMENTS (point_numbers));
  tcase_add_loop_test (tests, with_the_comma_as_mark_a_point_is_an_error, 0,
                       G_N_ELEMENTS (comma_numbers));
  tcase_set_timeout (tests, 60); /* sanitizers and valgrind are slow */
  tcase_add_test (tests, every_layout_reads_as_digit_by_digit);
  tcase_add_test (tests, any_other_byte_at_any_place_is_refused);
  tcase_add_test (tests, what_is_written_is_read_again);
  tcase_add_test (tests, a_number_ends_where_its_length_says);
  tcase_add_test (tests, a_million_zeros_do_not_count);
  tcase_add_loop_test (tests, the_text_is_exact_with_no_zero_too_many, 0, G_N_ELEMENTS (texts));
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */

/* What holds of exact decimals, whatever they are. */

#include "config.h"

#include "base/decimal.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#include "properties/sample-property.h"
#include "sample-decimal.h"

static const char *const edges[] = { "0",
                                     "0.01",
                                     "-0.01",
                                     "0.005",
                                     "-0.005",
                                     "0.0049999999999999",
                                     "1",
                                     "-1",
                                     "18446744073709551615",
                                     "18446744073709551616",
                                     "-18446744073709551616",
                                     NINES_38,
                                     "0." NINES_38,
                                     "-0." ZEROS_37 "1",
                                     "1" ZEROS_37 };

/* Up to @most digits, some of them decimals. */
static Decimal
any_digits (guint32 *random, guint most)
{
  const guint count = 1 + property_below (random, most), point = property_below (random, count + 1);
  char text[48];
  guint length = 0;

  if (property_below (random, 2) == 0)
    text[length++] = '-';
  for (guint i = 0; i < count; i++)
    {
      if (i == point && i > 0)
        text[length++] = '.';
      text[length++] = (char) ('0' + property_below (random, 10));
    }
  text[length] = '\0';
  return number (text);
}

/* Mostly money. */
static Decimal
any_number (guint32 *random)
{
  switch (property_below (random, 8))
    {
    case 0:
      return number (edges[property_below (random, G_N_ELEMENTS (edges))]);
    case 1:
      return any_digits (random, 38);
    case 2:
      return any_digits (random, 20);
    default:
      return decimal_from_scaled ((gint64) property_random (random) - G_MAXINT32, 2);
    }
}

static DecimalRounding
any_rounding (guint32 *random)
{
  return property_below (random, 2) == 0 ? DECIMAL_TRUNCATE : DECIMAL_HALF_UP;
}

static void
sums_commute (guint32 *random)
{
  const Decimal a = any_number (random), b = any_number (random);

  ck_assert (decimal_equal (decimal_add (a, b), decimal_add (b, a)));
}

static void
sums_associate (guint32 *random)
{
  const Decimal a = any_number (random), b = any_number (random), c = any_number (random);

  ck_assert (
      decimal_equal (decimal_add (decimal_add (a, b), c), decimal_add (a, decimal_add (b, c))));
}

static void
a_difference_undoes_a_sum (guint32 *random)
{
  const Decimal a = any_number (random), b = any_number (random);

  ck_assert (decimal_equal (decimal_subtract (decimal_add (a, b), b), a));
}

static void
products_commute (guint32 *random)
{
  const Decimal a = any_number (random), b = any_number (random);

  ck_assert (decimal_equal (decimal_multiply (a, b), decimal_multiply (b, a)));
}

static void
products_distribute (guint32 *random)
{
  const Decimal a = any_number (random), b = any_number (random), c = any_number (random);

  ck_assert (decimal_equal (decimal_multiply (a, decimal_add (b, c)),
                            decimal_add (decimal_multiply (a, b), decimal_multiply (a, c))));
}

static void
a_division_undoes_a_product (guint32 *random)
{
  const Decimal a = any_number (random), b = any_number (random);

  if (!decimal_is_zero (b))
    ck_assert (decimal_equal (decimal_multiply_divide (a, b, b, 38, any_rounding (random)), a));
}

static void
a_text_is_read_back (guint32 *random)
{
  const Decimal a = any_number (random);
  g_autofree char *text = decimal_to_string (a, property_below (random, 6));
  Decimal again;

  if (decimal_parse (text, strlen (text), DECIMAL_POINT, &again))
    ck_assert (decimal_equal (again, a));
  else
    ck_assert_uint_gt (strlen (text), 38);
}

static void
order_is_total (guint32 *random)
{
  const Decimal a = any_number (random), b = any_number (random), c = any_number (random);

  ck_assert_int_eq (decimal_compare (a, b) > 0, decimal_compare (b, a) < 0);
  if (decimal_compare (a, b) <= 0 && decimal_compare (b, c) <= 0)
    ck_assert_int_le (decimal_compare (a, c), 0);
}

static void
order_is_the_sign_of_the_difference (guint32 *random)
{
  const Decimal a = any_number (random), b = any_number (random);
  const int order = decimal_compare (a, b);

  ck_assert_int_eq (decimal_sign (decimal_subtract (a, b)), (order > 0) - (order < 0));
}

static void
rounding_twice_is_rounding_once (guint32 *random)
{
  const guint places = property_below (random, 12);
  const DecimalRounding how = any_rounding (random);
  const Decimal once = decimal_round (any_number (random), places, how);

  ck_assert_uint_le (once.scale, places);
  ck_assert (decimal_equal (decimal_round (once, places, how), once));
}

static void
rounding_stays_near (guint32 *random)
{
  const guint places = property_below (random, 12);
  const Decimal a = any_number (random), unit = decimal_from_scaled (1, places);
  const Decimal off = decimal_subtract (
      decimal_absolute (a), decimal_absolute (decimal_round (a, places, DECIMAL_TRUNCATE)));
  const Decimal away
      = decimal_absolute (decimal_subtract (a, decimal_round (a, places, DECIMAL_HALF_UP)));

  ck_assert_int_ge (decimal_sign (off), 0);
  ck_assert_int_lt (decimal_compare (off, unit), 0);
  ck_assert_int_le (decimal_compare (decimal_add (away, away), unit), 0);
}

static void
rounding_keeps_the_order (guint32 *random)
{
  const guint places = property_below (random, 12);
  const DecimalRounding how = any_rounding (random);
  const Decimal a = any_number (random), b = any_number (random);

  ck_assert_int_le (decimal_compare (decimal_round (decimal_min (a, b), places, how),
                                     decimal_round (decimal_max (a, b), places, how)),
                    0);
}

static void
rounding_is_the_same_below_zero (guint32 *random)
{
  const guint places = property_below (random, 12);
  const DecimalRounding how = any_rounding (random);
  const Decimal a = any_number (random);

  ck_assert (decimal_equal (decimal_round (decimal_negate (a), places, how),
                            decimal_negate (decimal_round (a, places, how))));
}

static void
equal_magnitudes_have_the_same_bytes (guint32 *random)
{
  const Decimal a = any_number (random);
  const Decimal b = property_below (random, 2) == 0 ? any_number (random) : decimal_negate (a);
  guint8 of_a[DECIMAL_CANONICAL_BYTES], of_b[DECIMAL_CANONICAL_BYTES];
  const gsize length = decimal_canonical_magnitude (a, of_a);
  const gboolean is_same
      = decimal_canonical_magnitude (b, of_b) == length && memcmp (of_a, of_b, length) == 0;

  ck_assert_int_eq (is_same, decimal_equal (decimal_absolute (a), decimal_absolute (b)));
}

static void
a_packed_number_comes_back (guint32 *random)
{
  const Decimal a = any_number (random), again = decimal_unpack (decimal_pack (a));

  ck_assert (decimal_is_same (&again, &a));
}

static const Property properties[] = {
  { "sums commute", sums_commute },
  { "sums associate", sums_associate },
  { "a difference undoes a sum", a_difference_undoes_a_sum },
  { "products commute", products_commute },
  { "products distribute", products_distribute },
  { "a division undoes a product", a_division_undoes_a_product },
  { "a text is read back", a_text_is_read_back },
  { "order is total", order_is_total },
  { "order is the sign of the difference", order_is_the_sign_of_the_difference },
  { "rounding twice is rounding once", rounding_twice_is_rounding_once },
  { "rounding stays near", rounding_stays_near },
  { "rounding keeps the order", rounding_keeps_the_order },
  { "rounding is the same below zero", rounding_is_the_same_below_zero },
  { "equal magnitudes have the same bytes", equal_magnitudes_have_the_same_bytes },
  { "a packed number comes back", a_packed_number_comes_back },
};

START_TEST (a_property_of_decimals_holds) { property_run (&properties[_i]); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("decimal-properties");
  TCase *tests = tcase_create ("decimal-properties");

  tcase_set_timeout (tests, PROPERTY_SECONDS);
  tcase_add_loop_test (tests, a_property_of_decimals_holds, 0, G_N_ELEMENTS (properties));
  suite_add_tcase (suite, tests);
  return suite;
}

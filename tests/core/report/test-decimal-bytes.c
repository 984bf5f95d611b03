/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/decimal-bytes.h"
#include "test-main.h"

#include <check.h>

static guint8 bytes[DECIMAL_BYTES_MAX];

/* Gives how many bytes it took. */
static gsize
pass (Decimal number)
{
  const gsize count = decimal_bytes_put (&number, bytes);
  Decimal again = decimal_from_int (-1);

  ck_assert_uint_le (count, sizeof bytes);
  ck_assert_uint_ne (bytes[0], DECIMAL_BYTES_OTHER);
  ck_assert_uint_eq (decimal_bytes_take (&again, bytes), count);
  ck_assert (decimal_is_same (&again, &number));
  return count;
}

START_TEST (small_numbers_take_few_bytes)
{
  ck_assert_uint_eq (pass ((Decimal){ 0 }), 1);
  ck_assert_uint_eq (pass (decimal_from_scaled (255, 2)), 2);
  ck_assert_uint_eq (pass (decimal_from_scaled (-256, 2)), 3);
  ck_assert_uint_eq (pass (decimal_from_scaled (1, 6)), 2);
  ck_assert_uint_eq (pass (decimal_from_scaled (1, 7)), 4);
  ck_assert_uint_eq (pass (decimal_from_scaled (G_MININT64, 6)), 9);
}
END_TEST

/* By each count of bytes, scale and sign. */
START_TEST (any_number_comes_back)
{
  for (guint scale = 0; scale <= G_MAXUINT8; scale++)
    for (guint count = 1; count <= 8 * DECIMAL_LIMBS; count++)
      {
        Decimal number = { .limb_count = (guint8) ((count + 7) / 8),
                           .scale = (guint8) scale,
                           .negative = (scale + count) % 2 == 1 };

        for (guint i = 0; i < count; i += 3)
          number.limbs[i / 8] |= (guint64) (i + 1) << 8 * (i % 8);
        number.limbs[(count - 1) / 8] |= G_GUINT64_CONSTANT (0xff) << 8 * ((count - 1) % 8);
        pass (number);
      }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("decimal-bytes");
  TCase *tcase = tcase_create ("decimal-bytes");

  tcase_add_test (tcase, small_numbers_take_few_bytes);
  tcase_add_test (tcase, any_number_comes_back);
  suite_add_tcase (suite, tcase);
  return suite;
}

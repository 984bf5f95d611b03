/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_DECIMAL_H
#define SAMPLE_DECIMAL_H

#include <check.h>
#include <string.h>

#include "base/decimal.h"

/* Numbers for tests, and what holds of every one. */

/* 38 and 19 digits, to build long numbers from. */
#define NINES_19 "9999999999999999999"
#define NINES_38 NINES_19 NINES_19
#define ZEROS_19 "0000000000000000000"
#define ZEROS_37 ZEROS_19 "000000000000000000"
#define ZEROS_38 ZEROS_19 ZEROS_19

/* What the header promises of every value, besides its worth. */
static inline void
assert_sound (Decimal a)
{
  ck_assert_uint_le (a.limb_count, DECIMAL_LIMBS);
  for (guint i = a.limb_count; i < DECIMAL_LIMBS; i++)
    ck_assert_msg (a.limbs[i] == 0, "unused limb %u is not 0", i);
  if (a.limb_count > 0)
    ck_assert_msg (a.limbs[a.limb_count - 1] != 0, "limb count is not the least");
  else
    ck_assert_msg (!a.negative && a.scale == 0, "0 with a sign or a scale");
  ck_assert (a.negative == TRUE || a.negative == FALSE);
}

static inline Decimal
number (const char *text)
{
  Decimal value;

  ck_assert_msg (decimal_parse (text, strlen (text), DECIMAL_POINT, &value), "refused '%s'", text);
  assert_sound (value);
  return value;
}

/* 2^(64 x count) - 1 */
static inline Decimal
full_limbs (guint8 count)
{
  Decimal a = { .limb_count = count };

  memset (a.limbs, 0xff, count * sizeof a.limbs[0]);
  return a;
}

static inline void
assert_prints (Decimal value, const char *expected)
{
  g_autofree char *text = decimal_to_string (value, 0);

  assert_sound (value);
  ck_assert_str_eq (text, expected);
}

#endif

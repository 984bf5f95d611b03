/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/decimal-bytes.h"

/* The first byte is 9 x scale + the count of bytes that follow, for numbers of 8 bytes and 6
   decimals at most; or LONG_FORM, before the count and the scale. The topmost byte is not 0. */
#define NEGATIVE_BIT 0x80
#define LONG_FORM 0x7f
#define SHORT_COUNTS 9
#define SHORT_SCALES 7

static guint
count_bytes (const Decimal *a)
{
  guint count = 0;

  if (a->limb_count == 0)
    return 0;
  for (guint64 top = a->limbs[a->limb_count - 1]; top != 0; top >>= 8)
    count++;
  return 8 * (a->limb_count - 1u) + count;
}

gsize
decimal_bytes_put (const Decimal *a, guint8 *bytes)
{
  const guint count = count_bytes (a);
  const gboolean is_short = count < SHORT_COUNTS && a->scale < SHORT_SCALES;
  guint8 *to = bytes;

  *to++ = (guint8) ((is_short ? SHORT_COUNTS * a->scale + count : LONG_FORM)
                    | (a->negative ? NEGATIVE_BIT : 0));
  if (!is_short)
    {
      *to++ = (guint8) count;
      *to++ = a->scale;
    }
  for (guint i = 0; i < count; i++)
    *to++ = (guint8) (a->limbs[i / 8] >> i % 8 * 8);
  return (gsize) (to - bytes);
}

gsize
decimal_bytes_take (Decimal *a, const guint8 *bytes)
{
  const guint form = bytes[0] & (NEGATIVE_BIT - 1);
  const gboolean is_short = form != LONG_FORM;
  const guint count = is_short ? form % SHORT_COUNTS : bytes[1];
  const guint8 *from = bytes + (is_short ? 1 : 3);

  *a = (Decimal){ .limb_count = (guint8) ((count + 7) / 8),
                  .scale = (guint8) (is_short ? form / SHORT_COUNTS : bytes[2]),
                  .negative = (bytes[0] & NEGATIVE_BIT) != 0 };
  for (guint i = 0; i < count; i++)
    a->limbs[i / 8] |= (guint64) from[i] << i % 8 * 8;
  return (gsize) (from + count - bytes);
}

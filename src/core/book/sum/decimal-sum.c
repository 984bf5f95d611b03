/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/sum/decimal-sum.h"

/* Both of one scale and within 64 bits, as nearly always. FALSE: nothing was done. */
static inline gboolean
add_word (DecimalSum *self, const Decimal *x)
{
  const gboolean negative = x->negative != 0;
  guint64 total;

  if (x->limb_count > 1 || self->rest.high != 0 || self->is_large || self->scale != x->scale)
    return FALSE;
  if ((self->negative != 0) == negative)
    {
      if (__builtin_add_overflow (self->low, x->limbs[0], &total))
        return FALSE;
      self->low = total;
      return TRUE;
    }
  if (self->low <= x->limbs[0]) /* the sign turns, or nothing is left */
    return FALSE;
  self->low -= x->limbs[0];
  return TRUE;
}

static void
set_value (DecimalSum *self, const Decimal *value)
{
  if (value->limb_count <= 2)
    {
      *self = (DecimalSum){ .low = value->limbs[0],
                            .rest.high = value->limbs[1],
                            .scale = value->scale,
                            .negative = value->negative ? 1 : 0 };
      return;
    }
  *self = (DecimalSum){ .rest.large = g_memdup2 (value, sizeof *value), .is_large = 1 };
}

void
decimal_sum_add (DecimalSum *self, const Decimal *x)
{
  if (x->limb_count == 0 || add_word (self, x))
    return;
  Decimal value = decimal_sum_value (self);

  decimal_accumulate (&value, x);
  decimal_sum_clear (self);
  set_value (self, &value);
}

Decimal
decimal_sum_value (const DecimalSum *self)
{
  if (self->is_large)
    return *self->rest.large;
  return decimal_unpack ((PackedDecimal){ .low = self->low,
                                          .high = self->rest.high,
                                          .scale = self->scale,
                                          .negative = self->negative });
}

void
decimal_sum_add_to (const DecimalSum *self, Decimal *sum)
{
  const Decimal value = decimal_sum_value (self);

  decimal_accumulate (sum, &value);
}

void
decimal_sum_add_sum (DecimalSum *self, const DecimalSum *other)
{
  const Decimal value = decimal_sum_value (other);

  decimal_sum_add (self, &value);
}

void
decimal_sum_clear (DecimalSum *self)
{
  if (self->is_large)
    g_free (self->rest.large);
  *self = (DecimalSum){ 0 };
}

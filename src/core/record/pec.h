/* SPDX-License-Identifier: MIT */
#ifndef CORE_RECORD_PEC_H
#define CORE_RECORD_PEC_H

#include "base/decimal.h"
#include "base/slice.h"

/**
 * Partner Earned Credit of one amount (spec section 3, "PEC"): a percentage p of the list price
 * that was taken off before anything was billed. Amounts are net of it, in any currency, and keep
 * their sign. Cannot tell which percentage should have been given.
 */

/** Whether it is one: 0 < *percent < 100. */
gboolean pec_is_percentage (const Decimal *percent);

/**
 * The first percentage between 0 and 100 (both excluded) in a "p% Partner earned credit", anywhere
 * in @text, written with a point or with @mark. FALSE when there is none; *percent is then left
 * alone.
 */
gboolean pec_percent_from_text (Slice text, DecimalMark mark, Decimal *percent);

/** The text that was asked about before, and the answer: a column of them has few values. */
typedef struct
{
  char text[120];
  gsize length; /* 0: none */
  gboolean has_percent;
  Decimal percent;
} PecMemo;

/** pec_percent_from_text(); @memo: zeros at first, always with the same @mark. */
gboolean pec_percent_remembered (PecMemo *memo, Slice text, DecimalMark mark, Decimal *percent);

/** List value n x 100 / (100 - p) and credit n x p / (100 - p) of a net amount, H to cents. */
Decimal pec_list_value (Decimal net, Decimal percent);
Decimal pec_earned (Decimal net, Decimal percent);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef BASE_CURRENCY_H
#define BASE_CURRENCY_H

#include "base/slice.h"

/**
 * Currency: what its code tells of how amounts are written. Knows no rates.
 */

/** Without a minor unit in ISO 4217: amounts are whole (spec section 3). @code without case. */
gboolean currency_is_whole (Slice code);

/** With a minor unit of a thousandth in ISO 4217: KWD, BHD, OMR, TND, JOD, IQD, LYD. */
gboolean currency_has_thousandths (Slice code);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_DECIMAL_BYTES_H
#define CORE_REPORT_DECIMAL_BYTES_H

#include "base/decimal.h"

/**
 * DecimalBytes: a number as few bytes, from which the same is made again, scale and all. For
 * row-bytes alone: not the same on every machine.
 */

#define DECIMAL_BYTES_MAX (8 * DECIMAL_LIMBS + 3)
/** Never the first of them. */
#define DECIMAL_BYTES_OTHER 0x7e

/** Both give how many bytes there are. */
gsize decimal_bytes_put (const Decimal *a, guint8 *bytes);
gsize decimal_bytes_take (Decimal *a, const guint8 *bytes);

#endif

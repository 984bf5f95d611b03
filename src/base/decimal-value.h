/* SPDX-License-Identifier: MIT */
#ifndef BASE_DECIMAL_VALUE_H
#define BASE_DECIMAL_VALUE_H

#include <glib.h>

/**
 * What a Decimal consists of: sign x magnitude x 10^-scale. Only the rooms of decimal look inside;
 * everybody else includes decimal, which says what can be done with it and where its limits are.
 */
#define DECIMAL_LIMBS 8

typedef struct
{
  guint8 limb_count;            /* limbs in use; 0 for the number 0 */
  guint8 scale;                 /* digits after the point; 0 for the number 0 */
  gboolean negative;            /* never TRUE for 0 */
  guint64 limbs[DECIMAL_LIMBS]; /* magnitude, least significant first; 0 beyond limb_count */
} Decimal;

/** How a rounding treats what it cuts off. */
typedef enum
{
  DECIMAL_TRUNCATE, /* T of the spec: toward zero */
  DECIMAL_HALF_UP   /* H of the spec: to nearest, half away from zero */
} DecimalRounding;

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_RECORD_FIT_H
#define CORE_RECORD_FIT_H

/** The rounding rules that a Subtotal may fit (spec section 3, "Recomputation"). */
typedef enum
{
  FIT_USAGE,
  FIT_LICENCE,
  FIT_HALF_UP,
  FIT_NEAR,
  FIT_NONE,
  FIT_NOT_TESTED,
  FIT_COUNT
} Fit;

/** "usage", "licence", "half-up", "near", "none", "not-tested"; static. */
const char *fit_name (Fit fit);

#endif

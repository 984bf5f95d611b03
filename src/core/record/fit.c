/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/fit.h"

#include <glib.h>

const char *
fit_name (Fit fit)
{
  static const char *const names[FIT_COUNT] = {
    [FIT_USAGE] = "usage", [FIT_LICENCE] = "licence", [FIT_HALF_UP] = "half-up",
    [FIT_NEAR] = "near",   [FIT_NONE] = "none",       [FIT_NOT_TESTED] = "not-tested",
  };

  g_assert (fit < FIT_COUNT);
  return names[fit];
}

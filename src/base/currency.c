/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/currency.h"

#define CODE_LENGTH 3

static gboolean
stands_in (Slice code, const char (*codes)[CODE_LENGTH + 1], gsize count)
{
  for (gsize i = 0; i < count; i++)
    if (slice_equals_folded (code, codes[i]))
      return TRUE;
  return FALSE;
}

gboolean
currency_is_whole (Slice code)
{
  static const char whole[][CODE_LENGTH + 1]
      = { "bif", "clp", "djf", "gnf", "isk", "jpy", "kmf", "krw", "pyg",
          "rwf", "ugx", "uyi", "vnd", "vuv", "xaf", "xof", "xpf" };
  return code.length == CODE_LENGTH && stands_in (code, whole, G_N_ELEMENTS (whole));
}

gboolean
currency_has_thousandths (Slice code)
{
  static const char thousandths[][CODE_LENGTH + 1]
      = { "kwd", "bhd", "omr", "tnd", "jod", "iqd", "lyd" };
  return code.length == CODE_LENGTH && stands_in (code, thousandths, G_N_ELEMENTS (thousandths));
}

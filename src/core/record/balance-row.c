/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/balance-row.h"

BalanceStatus
balance_row_status_from_text (Slice text, gboolean present)
{
  if (!present)
    return STATUS_ABSENT;
  if (slice_equals_folded (text, "active"))
    return STATUS_ACTIVE;
  if (slice_equals_folded (text, "expired"))
    return STATUS_EXPIRED;
  return STATUS_UNKNOWN;
}

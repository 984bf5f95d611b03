/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/agreement-state.h"

AgreementState
agreement_state (const CreditFigures *figures, gboolean is_left_out, Day as_of,
                 gint64 expiring_days)
{
  if (figures->effective != DAY_NONE && figures->effective > as_of)
    return AGREEMENT_NOT_STARTED;
  if (credit_book_figures_are_expired (figures)
      || (figures->expiry != DAY_NONE && figures->expiry < as_of))
    return AGREEMENT_EXPIRED;
  if (decimal_is_zero (credit_book_balance_amount (figures)))
    return AGREEMENT_USED;
  if (is_left_out)
    return AGREEMENT_UNREPORTED;
  if (figures->expiry != DAY_NONE && (gint64) figures->expiry - as_of <= expiring_days)
    return AGREEMENT_EXPIRING;
  return AGREEMENT_ACTIVE;
}

/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_AGREEMENT_STATE_H
#define CORE_MONTH_AGREEMENT_STATE_H

#include "core/month/roll-forward.h"

/** The state of an agreement at a day (spec section 3, "State"). */
typedef enum
{
  AGREEMENT_NOT_STARTED,
  AGREEMENT_EXPIRED,
  AGREEMENT_USED,
  AGREEMENT_UNREPORTED, /* its latest row is older than the latest balance rows of any credit */
  AGREEMENT_EXPIRING,
  AGREEMENT_ACTIVE
} AgreementState;

/**
 * @figures: of the agreement's latest row not after the as-of month. @is_left_out: a later month,
 * not after that of @as_of either, has balance rows of other credits.
 */
AgreementState agreement_state (const CreditFigures *figures, gboolean is_left_out, Day as_of,
                                gint64 expiring_days);

/** "not-started", "expired", "used", "unreported", "expiring", "active". */
const char *agreement_state_name (AgreementState state);

#endif

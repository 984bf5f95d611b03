/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_AGREEMENT_STATE_H
#define CORE_MONTH_AGREEMENT_STATE_H

#include "core/month/roll-forward.h"
#include "core/report/report-word.h"

/**
 * The state of an agreement at @as_of (spec section 3, "State"). @figures: of the agreement's
 * latest row not after the as-of month. @is_left_out: a later month, not after that of @as_of
 * either, has balance rows of other credits.
 */
AgreementState agreement_state (const CreditFigures *figures, gboolean is_left_out, Day as_of,
                                gint64 expiring_days);

#endif

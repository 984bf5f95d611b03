/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_AGREEMENT_END_H
#define CORE_MONTH_AGREEMENT_END_H

#include "core/report/report-rows.h"

/**
 * AgreementEnd: what a row of the table `agreements` lets one say of what was lost or is left, and
 * what it does not (spec section 4, "What is not known is not asserted"). Amounts are in the
 * currency of the row. Pure; rows are only looked at.
 */

/** Forfeited so far, as the balance rows that were read show it. */
Decimal agreement_end_forfeited (const AgreementRow *row);

/** Of an expired agreement: what is lost, with what its latest row still shows as left. */
Decimal agreement_end_lost (const AgreementRow *row);

/**
 * It has expired and lost something, but its latest row is older than the month of its
 * ExpiryDate: what is lost is at most agreement_end_lost(), for more may have been used.
 */
gboolean agreement_end_is_unseen (const AgreementRow *row);

/** State `unreported`: it left the balance reports before it ended; what is left nobody knows. */
gboolean agreement_end_is_unreported (const AgreementRow *row);

#endif

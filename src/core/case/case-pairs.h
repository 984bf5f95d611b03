/* SPDX-License-Identifier: MIT */
#ifndef CORE_CASE_CASE_PAIRS_H
#define CORE_CASE_CASE_PAIRS_H

#include "core/case/case-draft.h"

/**
 * Case pairs: findings of two codes that say the same money once more (docs/cases.md). Each adds
 * to @draft, which holds its anchor alone, what says so too, and sets the amount; FALSE: nothing
 * does, and @draft is as it was.
 */

/** ACO112: the balance in doubt is that which ACO110 calls lost. */
gboolean case_pairs_status_conflict (CaseDraft *draft);
/** ACO115: the balance that vanished is that which ACO119 cannot find. */
gboolean case_pairs_take_unreported (CaseDraft *draft);
/** ACO207: all that was credited differs, for the balance report has no row. */
gboolean case_pairs_no_balance_row (CaseDraft *draft);
/** ACO306: the invoice credits more than was used, and more than there was. */
gboolean case_pairs_over_credited (CaseDraft *draft);
/** ACO401: the invoice differs from the days as it does from the balance report. */
gboolean case_pairs_invoice_alone (CaseDraft *draft);
/** ACO401 above 0: what was used and not credited is charged. */
gboolean case_pairs_not_credited (CaseDraft *draft);
/** ACO302: the same Partner Earned Credit came before the credit by days, too. */
gboolean case_pairs_pec_first (CaseDraft *draft);
/** ACO111: what the forecast says of the same balance. */
gboolean case_pairs_expiring (CaseDraft *draft);

#endif

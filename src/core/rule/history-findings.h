/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_HISTORY_FINDINGS_H
#define CORE_RULE_HISTORY_FINDINGS_H

#include "core/rule/reckoning.h"

/** What is read now against what was sealed (spec section 4). Without a history nothing is said. */

/** ACO108, of the customer whose turn it is: a row that is not as it was sealed. */
void history_findings_report_rows (const Reckoning *reckoning);

/** ACO109: an invoice that is not as it was sealed. @charges: of const ChargeTally *, all of them.
 */
void history_findings_report_invoices (const Reckoning *reckoning, const GPtrArray *charges);

#endif

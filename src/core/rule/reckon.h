/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_RECKON_H
#define CORE_RULE_RECKON_H

#include "core/rule/reckoning.h"

/**
 * Reckons everything (spec section 3) and gives the finished report, or NULL with @error
 * (RECON_ERROR_INPUT) when an invoice has no month. The books are not changed.
 */
Report *reckon (const Books *books, const ReckonPlan *plan, GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_USAGE_TIE_OUT_H
#define CORE_RULE_USAGE_TIE_OUT_H

#include "core/rule/reckoning.h"

/**
 * Daily usage against the invoice's charges, before tax, per customer, subscription, product, SKU,
 * availability and Partner Earned Credit percentage (spec section 3, "Usage against charges", and
 * section 7.9). Adds the table `usage_tieout` and ACO406. Months of which no billed daily row or no
 * billed invoice line was read are not compared; products that stand in no daily file are not
 * differences.
 */
void usage_tie_out_report (const Reckoning *reckoning);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_NOTHING_COMPARED_H
#define CORE_RULE_NOTHING_COMPARED_H

#include "core/rule/reckoning.h"

/**
 * ACO408: the run says nothing about any credit. Looks at the table `tieout` as reported, so it
 * comes after that.
 */
void nothing_compared_report (const Reckoning *reckoning);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_LINE_FINDINGS_H
#define CORE_RULE_LINE_FINDINGS_H

#include "core/rule/reckoning.h"

/** Findings on single invoice lines and their pairs: ACO201 to 206, and 301 on pairs. */
void line_findings_report (const Reckoning *reckoning);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_OPEN_FINDINGS_H
#define APP_RUN_OPEN_FINDINGS_H

#include "core/report/report.h"
#include "output/write-plan.h"

/**
 * Names the findings that keep a month from being sealed: those at or above --fail-on that nobody
 * resolved. On standard error, code, amount and id, a line each, for customers are not named there.
 * Tells how many.
 */
guint open_findings_name (const Report *report, const WritePlan *plan);

#endif

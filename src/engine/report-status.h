/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_REPORT_STATUS_H
#define ENGINE_REPORT_STATUS_H

#include "core/report/report.h"
#include "output/write-plan.h"

/**
 * What the findings of the whole report make of the exit status (--fail-on): 1, or 0 where none of
 * them is so grave, or all that are were decided about.
 */
guint report_status (const WritePlan *plan, const Report *report);

#endif

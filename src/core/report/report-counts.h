/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_REPORT_COUNTS_H
#define CORE_REPORT_REPORT_COUNTS_H

#include "core/report/report.h"

/** Counting rows of a report: one walk over a table at most. */

/** How many findings have @severity. */
gsize report_counts_findings (const Report *self, Severity severity);

/** After report_sort(): where the findings of @code begin, or would. */
gsize report_counts_place (const Report *self, FindingCode code);

/** How many rows of the tie-out have @result. */
gsize report_counts_result (const Report *self, TieOutResult result);

/** How many agreements are in @state. */
gsize report_counts_state (const Report *self, AgreementState state);

#endif

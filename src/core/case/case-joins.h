/* SPDX-License-Identifier: MIT */
#ifndef CORE_CASE_CASE_JOINS_H
#define CORE_CASE_CASE_JOINS_H

#include "core/case/case-draft.h"
#include "core/case/case-rule.h"

/** Case joins: which rule joins what (docs/cases.md). */

/** Which finding @rule, no CASE_SINGLE, begins with. */
FindingCode case_joins_anchor (CaseRule rule);

/** The codes that a rule could join with those of which @present says there are some, its own among
    them: what a rule cannot touch it need not look at. Both of FINDING_CODE_COUNT. */
void case_joins_wanted (const gboolean *present, gboolean *wanted);

/**
 * Adds to @draft, which holds its anchor alone, what @rule joins, and sets its amount. FALSE: the
 * rule does not hold, and @draft is as it was.
 */
gboolean case_joins_apply (CaseRule rule, CaseDraft *draft);

#endif

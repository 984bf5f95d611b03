/* SPDX-License-Identifier: MIT */
#ifndef CORE_CASE_CASE_JOINS_H
#define CORE_CASE_CASE_JOINS_H

#include "core/case/case-rule.h"
#include "core/case/case-set.h"

/**
 * Case joins: what each rule claims (docs/cases.md). A draft begins with one free finding, the
 * anchor, and takes the free findings that the same cause explains.
 */
typedef struct
{
  CaseSet *set;
  guint anchor;
  GArray *findings; /* of guint, numbers of the set, the anchor first; not yet claimed */
  Decimal amount;   /* at stake, without a sign, in the currency of the anchor */
} CaseDraft;

/** Which finding @rule, no CASE_SINGLE, begins with. */
FindingCode case_joins_anchor (CaseRule rule);

/**
 * Adds to @draft, which holds its anchor alone, what @rule joins, and sets its amount. FALSE: the
 * rule does not hold, and @draft is as it was.
 */
gboolean case_joins_apply (CaseRule rule, CaseDraft *draft);

#endif

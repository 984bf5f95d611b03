/* SPDX-License-Identifier: MIT */
#ifndef CORE_CASE_CASE_DRAFT_H
#define CORE_CASE_CASE_DRAFT_H

#include "core/case/case-set.h"

/**
 * CaseDraft: a case while its rule looks for what it joins: it begins with one free finding, the
 * anchor, and takes free findings that the same cause explains. Nothing is claimed yet.
 */
typedef struct
{
  CaseSet *set;
  guint anchor;
  GArray *findings; /* of guint, numbers of the set, the anchor first */
  Decimal amount;   /* at stake, without a sign, in the currency of the anchor */
} CaseDraft;

/** The finding it begins with. */
const FindingRow *case_draft_head (const CaseDraft *draft);
/** What has @code, and the customer, currency and month of the anchor. */
CaseScope case_draft_scope (const CaseDraft *draft, FindingCode code);
gboolean case_draft_holds (const CaseDraft *draft, guint number);

/** Takes those of @numbers that it does not hold yet. */
void case_draft_take (CaseDraft *draft, const GArray *numbers);
/** Takes what fits and says how much that is, without signs. */
Decimal case_draft_take_all (CaseDraft *draft, const CaseScope *scope);
/** Takes what fits where it is not more than @most in all: else it is about other money, too. How
    much was taken. */
Decimal case_draft_take_up_to (CaseDraft *draft, const CaseScope *scope, Decimal most);
/** The one free finding that fits; FALSE: there is none, or several. */
gboolean case_draft_find_one (const CaseDraft *draft, const CaseScope *scope, guint *number);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_CASE_CASE_DOUBLED_H
#define CORE_CASE_CASE_DOUBLED_H

#include "core/case/case-draft.h"

/**
 * Case doubled: what an invoice that was read twice explains (docs/cases.md), of all customers.
 * As the other joins: FALSE, and @draft is as it was, where the anchor, an ACO907, is no error.
 */
gboolean case_doubled_join (CaseDraft *draft);

#endif

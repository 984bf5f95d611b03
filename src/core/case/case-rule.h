/* SPDX-License-Identifier: MIT */
#ifndef CORE_CASE_CASE_RULE_H
#define CORE_CASE_CASE_RULE_H

#include <glib.h>

/**
 * Case rules: the causes that several findings can have in common, in the order in which they claim
 * findings (docs/cases.md). Knows no finding; what a rule joins is case-joins.
 */
typedef enum
{
  CASE_DOUBLED_INVOICE,
  CASE_MISSING_ROW,
  CASE_RENEWAL,
  CASE_DECREASE,
  CASE_NEXT_INVOICE,
  CASE_VOID,
  CASE_CURRENCY,
  CASE_ROUNDING,
  CASE_EXPIRY,
  CASE_SINGLE, /* what no rule joins: one finding */
  CASE_RULE_COUNT
} CaseRule;

typedef struct
{
  const char *name;     /* "missing-row" */
  const char *sentence; /* what happened */
  const char *remedy;   /* what to do; NULL: that of the finding */
  const char *ask;      /* whom to ask */
} CaseRuleInfo;

/** Never NULL; static. */
const CaseRuleInfo *case_rule_info (CaseRule rule);

/** By its name, without case. FALSE when there is none. */
gboolean case_rule_from_text (const char *text, CaseRule *rule);

#endif

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
  CASE_STATUS_CONFLICT,
  CASE_VANISHED,
  CASE_NO_BALANCE_ROW,
  CASE_OVER_CREDITED,
  CASE_INVOICE_ALONE,
  CASE_NOT_CREDITED,
  CASE_PEC_FIRST,
  CASE_EXPIRING,
  CASE_SINGLE, /* what no rule joins: one finding */
  CASE_RULE_COUNT
} CaseRule;

/** Texts are read in a terminal and in the manual: plain ASCII. */
typedef struct
{
  const char *name;     /* "missing-row" */
  const char *sentence; /* what happened */
  const char *joins;    /* what it begins with, what it joins, and when */
  const char *stake;    /* what is at stake */
  const char *remedy;   /* what to do; NULL: that of the finding */
  const char *ask;      /* whom to ask; NULL: see case-contact */
  const char *request;  /* what a ticket asks for; NULL: nobody needs one */
} CaseRuleInfo;

/** Never NULL; static. */
const CaseRuleInfo *case_rule_info (CaseRule rule);

/** By its name, without case. FALSE when there is none. */
gboolean case_rule_from_text (const char *text, CaseRule *rule);

#endif

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-rule.h"

static const CaseRuleInfo case_rules[CASE_RULE_COUNT] = {
  [CASE_DOUBLED_INVOICE] = { "doubled-invoice", "An invoice was read twice and counts twice.",
                             "Leave one of the files out (--skip FILE) and run again.",
                             "nobody: it is about the files of this run" },
  [CASE_MISSING_ROW] = { "missing-row", "A balance row is missing for one or more months.",
                         "Download the balance report of the missing months again.",
                         "Microsoft, if the row is missing there, too" },
  [CASE_RENEWAL]
  = { "renewal", "An agreement ends where another one of the customer begins.",
      "Ask whether the balance was carried over, and give the new agreement a baseline.",
      "whoever made the agreement, then Microsoft" },
  [CASE_DECREASE]
  = { "decrease", "The running total of the credit used went down.",
      "Download both balance reports again; ask which month was corrected.", "Microsoft" },
  [CASE_NEXT_INVOICE]
  = { "next-invoice", "Credit used in one month was given on the invoice of the next.",
      "Nothing is lost; keep it with both months.",
      "nobody, unless the daily usage file denies it" },
  [CASE_VOID]
  = { "void",
      "Credit on an invoice was taken back, and the balance report still counts it as used.",
      "Look for the invoice that replaces it; if there is none, ask for the credit.", "Microsoft" },
  [CASE_CURRENCY] = { "currency", "Balance report and invoice are in different currencies.",
                      "Compare by hand at the rate of the invoice.",
                      "Microsoft, for the balance report in the currency of the invoice" },
  [CASE_ROUNDING]
  = { "rounding", "Rounding of single lines explains the difference.", "Nothing.", "nobody" },
  [CASE_EXPIRY]
  = { "expiry", "Credit lapsed while usage that it could have paid was charged or given PEC.",
      "Ask for the credit of the charges that it covered.", "Microsoft" },
  [CASE_SINGLE] = { "single", "One finding that has no cause in common with others.", NULL,
                    "as the finding says" },
};

const CaseRuleInfo *
case_rule_info (CaseRule rule)
{
  g_assert (rule < CASE_RULE_COUNT);
  return &case_rules[rule];
}

gboolean
case_rule_from_text (const char *text, CaseRule *rule)
{
  for (CaseRule i = 0; i < CASE_RULE_COUNT; i++)
    if (g_ascii_strcasecmp (text, case_rules[i].name) == 0)
      {
        *rule = i;
        return TRUE;
      }
  return FALSE;
}

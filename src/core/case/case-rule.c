/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-rule.h"

static const CaseRuleInfo case_rules[CASE_RULE_COUNT] = {
  [CASE_DOUBLED_INVOICE]
  = { .name = "doubled-invoice",
      .sentence = "An invoice was read twice and counts twice.",
      .joins
      = "ACO907 as an error; other ACO907 of that invoice and currency; ACO204 of it in that "
        "file; ACO401 and 402 of its month and currency, of any customer, where exactly "
        "twice as much is credited as was used, by the balance report or by the days.",
      .stake = "The sum of the shared rows, or of the ACO401 if that is more.",
      .remedy = "Leave one of the files out (--skip FILE) and run again.",
      .ask = "nobody: it is about the files of this run" },

  [CASE_MISSING_ROW]
  = { .name = "missing-row",
      .sentence = "A balance row is missing for one or more months.",
      .joins = "ACO102; ACO102 of the same customer and currency whose months overlap; ACO115 of "
               "these agreements, ACO207 and 401 in these months.",
      .stake = "Used less credited in all these months together, of all agreements of the customer "
               "in that currency. 0.00: the months agree together, only the row is missing. Where "
               "one of them is not known, the amount of ACO102.",
      .remedy = "Download the balance report of the missing months again.",
      .ask = "Microsoft, if the row is missing there, too",
      .request = "Please provide the balance of the agreement for the missing months." },

  [CASE_RENEWAL]
  = { .name = "renewal",
      .sentence = "An agreement ends where another one of the customer begins.",
      .joins = "ACO115; the one ACO103 of another agreement of the same customer, currency and "
               "month; ACO119 of the agreement that ended.",
      .stake = "The balance that vanished.",
      .remedy = "Ask whether the balance was carried over, and give the new agreement a baseline.",
      .ask = "whoever made the agreement, then Microsoft",
      .request = "Please confirm whether the balance of the agreement was carried over to the one "
                 "that follows it, and by which document." },

  [CASE_DECREASE]
  = { .name = "decrease",
      .sentence = "The running total of the credit used went down.",
      .joins = "ACO101; ACO401 of the same customer, currency and month, where the balance report "
               "used less than the invoice credits.",
      .stake = "The difference between balance report and invoice.",
      .remedy = "Download both balance reports again; ask which month was corrected.",
      .ask = "Microsoft",
      .request = "Please say which month of the agreement was corrected, and by how much." },

  [CASE_NEXT_INVOICE]
  = { .name = "next-invoice",
      .sentence = "Credit used in one month was given on the invoice of the next.",
      .joins
      = "ACO401 above 0; ACO401 of the next month that cancels it exactly; ACO306 and 204 of "
        "the next month and ACO304 of the first, of each all or none, as far as they are "
        "together not more than the difference.",
      .stake = "The difference, once.",
      .remedy = "Nothing is lost; keep it with both months.",
      .ask = "nobody, unless the daily usage file denies it",
      .request = "Please confirm that the credit of the first month was given on the invoice of "
                 "the next." },

  [CASE_VOID]
  = { .name = "void",
      .sentence
      = "Credit on an invoice was taken back, and the balance report still counts it as used.",
      .joins
      = "ACO203; other ACO203 and ACO401 of the same customer, currency and month, where the "
        "difference is exactly what was taken back; ACO204 up to that.",
      .stake = "What was taken back.",
      .remedy = "Look for the invoice that replaces it; if there is none, ask for the credit.",
      .ask = "Microsoft",
      .request = "Please name the invoice that replaces the voided lines, or give the credit that "
                 "was taken back." },

  [CASE_CURRENCY]
  = { .name = "currency",
      .sentence = "Balance report and invoice are in different currencies.",
      .joins = "ACO404; ACO405, and ACO401 of a row without any credit, of the same customer and "
               "month in other currencies.",
      .stake = "The credit on the invoice; the other currency says the same money once more.",
      .remedy = "Compare by hand at the rate of the invoice.",
      .ask = "Microsoft, for the balance report in the currency of the invoice",
      .request = "Please provide the balance of the agreement in the currency of the invoice." },

  [CASE_ROUNDING]
  = { .name = "rounding",
      .sentence = "Rounding of single lines explains the differences of an invoice.",
      .joins = "ACO403; other ACO403 of the same month and currency, of any customer, where one "
               "invoice was read of that month and currency.",
      .stake = "The sum of the differences.",
      .remedy = "Nothing.",
      .ask = "nobody" },

  [CASE_EXPIRY]
  = { .name = "expiry",
      .sentence = "Credit lapsed while usage that it could have paid was charged or given PEC.",
      .joins = "ACO110 with an amount; ACO113 and 112 of the agreement; ACO302 and 304 of the "
               "customer and currency up to the as-of month, of each all or none, as far as they "
               "are together not more than what lapsed; ACO303 of the months of these ACO302.",
      .stake = "What lapsed, and what was used after the expiry.",
      .remedy = "Ask for the credit of the charges that it covered.",
      .ask = "Microsoft",
      .request = "Please credit the charges that the agreement covered before it expired." },

  [CASE_STATUS_CONFLICT]
  = { .name = "status-conflict",
      .sentence = "Status and dates do not say alike whether the credit has expired.",
      .joins = "ACO112; ACO110 of the same credit.",
      .stake = "The balance in doubt, once.",
      .remedy = "Look the agreement up in Partner Center; ask which of the two holds.",
      .ask = "Microsoft",
      .request = "Please confirm the expiry date and the status of the agreement." },

  [CASE_VANISHED]
  = { .name = "vanished",
      .sentence = "An agreement with credit left has no row in the balance report any more.",
      .joins = "ACO115; ACO119 of the same credit.",
      .stake = "The balance of its last row, once.",
      .remedy = "Download the latest balance report again; ask what became of the balance.",
      .ask = "Microsoft",
      .request = "Please say what became of the balance of the agreement." },

  [CASE_NO_BALANCE_ROW]
  = { .name = "no-balance-row",
      .sentence = "The invoice gives credit to a customer that the balance report does not have.",
      .joins = "ACO207; ACO401 of the same customer, currency and month, of the same amount.",
      .stake = "The credit on the invoice, once.",
      .remedy = "Download the balance report of the month again, from the account that has the "
                "agreement.",
      .ask = "Microsoft, if the customer is missing there, too",
      .request = "Please say by which agreement this customer was given credit, and provide its "
                 "balance." },

  [CASE_OVER_CREDITED]
  = { .name = "over-credited",
      .sentence = "The invoice credits more than was used, and more than was there.",
      .joins = "ACO306; ACO401 of the same customer, currency and month, where the balance report "
               "used less than the invoice credits.",
      .stake = "The larger of the two.",
      .remedy = "Expect Microsoft to take the credit back on a later invoice; ask before you pass "
                "it on.",
      .ask = "Microsoft",
      .request = "Please confirm the credit of this invoice; it is more than the balance." },

  [CASE_INVOICE_ALONE]
  = { .name = "invoice-alone",
      .sentence = "Balance report and daily usage agree; the invoice alone differs.",
      .joins = "ACO401; ACO402 of the same customer, currency and month that cancels it exactly; "
               "of a difference above 0, ACO304 up to that.",
      .stake = "The difference, once.",
      .remedy = "Look for the lines that are missing or too many on the invoice of the month.",
      .ask = "Microsoft",
      .request = "Please correct the credit on the invoice: balance report and daily usage agree "
                 "with each other." },

  [CASE_NOT_CREDITED]
  = { .name = "not-credited",
      .sentence = "Credit was counted as used, and the invoice charges the usage all the same.",
      .joins = "ACO401 above 0; ACO304 of the same customer, currency and month up to that.",
      .stake = "The difference, once.",
      .remedy = "Look for the credit on the invoices of the next months; if it is on none, ask for "
                "it.",
      .ask = "Microsoft",
      .request = "Please give the credit that the balance report counts as used." },

  [CASE_PEC_FIRST]
  = { .name = "pec-first",
      .sentence = "Usage was given PEC while credit was left that is to be used first.",
      .joins = "ACO302; ACO303 of the same customer, currency and month.",
      .stake = "The larger of the two: they speak of the same usage.",
      .remedy = "Ask for the credit instead of PEC on this usage.",
      .ask = "Microsoft",
      .request = "Please apply the credit to this usage instead of Partner Earned Credit." },

  [CASE_EXPIRING]
  = { .name = "expiring",
      .sentence = "An agreement ends soon, and the forecast says what will be left.",
      .joins = "ACO111; ACO501 or 502 of the same credit.",
      .stake = "What will be lost at the usage of late: of ACO501 its amount, with ACO502 nothing.",
      .remedy = "Plan eligible usage with the customer before the agreement ends.",
      .ask = "the customer" },

  [CASE_SINGLE]
  = { .name = "single",
      .sentence = "One finding that has no cause in common with others; it has the finding's name.",
      .joins = "Any finding that no other rule claims.",
      .stake = "The amount of the finding, without a sign." },
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

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-rule.h"

#include "base/language/language.h"

static const CaseRuleInfo case_rules[CASE_RULE_COUNT] = {
  [CASE_DOUBLED_INVOICE]
  = { .name = "doubled-invoice",
      .sentence = N_ ("An invoice was read twice and counts twice."),
      .joins
      = N_ ("ACO907 as an error; other ACO907 of that invoice and currency; ACO204 of it in that "
            "file; ACO401 and 402 of its month and currency, of any customer, where exactly "
            "twice as much is credited as was used, by the balance report or by the days."),
      .stake = N_ ("The sum of the shared rows, or of the ACO401 if that is more."),
      .remedy = N_ ("Leave one of the files out (--skip FILE) and run again."),
      .ask = N_ ("nobody: it is about the files of this run") },

  [CASE_MISSING_ROW]
  = { .name = "missing-row",
      .sentence = N_ ("A balance row is missing for one or more months."),
      .joins
      = N_ ("ACO102; ACO102 of the same customer and currency whose months overlap; ACO115 of "
            "these agreements, ACO207 and 401 in these months."),
      .stake
      = N_ ("Used less credited in all these months together, of all agreements of the customer "
            "in that currency. 0.00: the months agree together, only the row is missing. Where "
            "one of them is not known, the amount of ACO102."),
      .remedy = N_ ("Download the balance report of the missing months again."),
      .ask = N_ ("Microsoft, if the row is missing there, too"),
      .request = "Please provide the balance of the agreement for the missing months." },

  [CASE_RENEWAL]
  = { .name = "renewal",
      .sentence = N_ ("An agreement ends where another one of the customer begins."),
      .joins = N_ ("ACO115; the one ACO103 of another agreement of the same customer, currency and "
                   "month; ACO119 of the agreement that ended."),
      .stake = N_ ("The balance that vanished."),
      .remedy
      = N_ ("Ask whether the balance was carried over, and give the new agreement a baseline."),
      .ask = N_ ("whoever made the agreement, then Microsoft"),
      .request = "Please confirm whether the balance of the agreement was carried over to the one "
                 "that follows it, and by which document." },

  [CASE_DECREASE]
  = { .name = "decrease",
      .sentence = N_ ("The running total of the credit used went down."),
      .joins
      = N_ ("ACO101; ACO401 of the same customer, currency and month, where the balance report "
            "used less than the invoice credits."),
      .stake = N_ ("The difference between balance report and invoice."),
      .remedy = N_ ("Download both balance reports again; ask which month was corrected."),
      .ask = N_ ("Microsoft"),
      .request = "Please say which month of the agreement was corrected, and by how much." },

  [CASE_NEXT_INVOICE]
  = { .name = "next-invoice",
      .sentence = N_ ("Credit used in one month was given on the invoice of the next."),
      .joins
      = N_ ("ACO401 above 0; ACO401 of the next month that cancels it exactly; ACO306 and 204 of "
            "the next month and ACO304 of the first, of each all or none, as far as they are "
            "together not more than the difference."),
      .stake = N_ ("The difference, once."),
      .remedy = N_ ("Nothing is lost; keep it with both months."),
      .ask = N_ ("nobody, unless the daily usage file denies it"),
      .request = "Please confirm that the credit of the first month was given on the invoice of "
                 "the next." },

  [CASE_VOID]
  = { .name = "void",
      .sentence
      = N_ ("Credit on an invoice was taken back, and the balance report still counts it as used."),
      .joins
      = N_ ("ACO203; other ACO203 and ACO401 of the same customer, currency and month, where the "
            "difference is exactly what was taken back; ACO204 up to that."),
      .stake = N_ ("What was taken back."),
      .remedy = N_ ("Look for the invoice that replaces it; if there is none, ask for the credit."),
      .ask = N_ ("Microsoft"),
      .request = "Please name the invoice that replaces the voided lines, or give the credit that "
                 "was taken back." },

  [CASE_CURRENCY]
  = { .name = "currency",
      .sentence = N_ ("Balance report and invoice are in different currencies."),
      .joins
      = N_ ("ACO404; ACO405, and ACO401 of a row without any credit, of the same customer and "
            "month in other currencies."),
      .stake = N_ ("The credit on the invoice; the other currency says the same money once more."),
      .remedy = N_ ("Compare by hand at the rate of the invoice."),
      .ask = N_ ("Microsoft, for the balance report in the currency of the invoice"),
      .request = "Please provide the balance of the agreement in the currency of the invoice." },

  [CASE_ROUNDING]
  = { .name = "rounding",
      .sentence = N_ ("Rounding of single lines explains the differences of an invoice."),
      .joins
      = N_ ("ACO403; other ACO403 of the same month and currency, of any customer, where one "
            "invoice was read of that month and currency."),
      .stake = N_ ("The sum of the differences."),
      .remedy = N_ ("Nothing."),
      .ask = N_ ("nobody") },

  [CASE_EXPIRY]
  = { .name = "expiry",
      .sentence
      = N_ ("Credit lapsed while usage that it could have paid was charged or given PEC."),
      .joins
      = N_ ("ACO110 with an amount; ACO113 and 112 of the agreement; ACO302 and 304 of the "
            "customer and currency up to the as-of month, of each all or none, as far as they "
            "are together not more than what lapsed; ACO303 of the months of these ACO302."),
      .stake = N_ ("What lapsed, and what was used after the expiry."),
      .remedy = N_ ("Ask for the credit of the charges that it covered."),
      .ask = N_ ("Microsoft"),
      .request = "Please credit the charges that the agreement covered before it expired." },

  [CASE_STATUS_CONFLICT]
  = { .name = "status-conflict",
      .sentence = N_ ("Status and dates do not say alike whether the credit has expired."),
      .joins = N_ ("ACO112; ACO110 of the same credit."),
      .stake = N_ ("The balance in doubt, once."),
      .remedy = N_ ("Look the agreement up in Partner Center; ask which of the two holds."),
      .ask = N_ ("Microsoft"),
      .request = "Please confirm the expiry date and the status of the agreement." },

  [CASE_VANISHED]
  = { .name = "vanished",
      .sentence = N_ ("An agreement with credit left has no row in the balance report any more."),
      .joins = N_ ("ACO115; ACO119 of the same credit."),
      .stake = N_ ("The balance of its last row, once."),
      .remedy = N_ ("Download the latest balance report again; ask what became of the balance."),
      .ask = N_ ("Microsoft"),
      .request = "Please say what became of the balance of the agreement." },

  [CASE_NO_BALANCE_ROW]
  = { .name = "no-balance-row",
      .sentence
      = N_ ("The invoice gives credit to a customer that the balance report does not have."),
      .joins = N_ ("ACO207; ACO401 of the same customer, currency and month, of the same amount."),
      .stake = N_ ("The credit on the invoice, once."),
      .remedy = N_ ("Download the balance report of the month again, from the account that has the "
                    "agreement."),
      .ask = N_ ("Microsoft, if the customer is missing there, too"),
      .request = "Please say by which agreement this customer was given credit, and provide its "
                 "balance." },

  [CASE_OVER_CREDITED]
  = { .name = "over-credited",
      .sentence = N_ ("The invoice credits more than was used, and more than was there."),
      .joins
      = N_ ("ACO306; ACO401 of the same customer, currency and month, where the balance report "
            "used less than the invoice credits."),
      .stake = N_ ("The larger of the two."),
      .remedy
      = N_ ("Expect Microsoft to take the credit back on a later invoice; ask before you pass "
            "it on."),
      .ask = N_ ("Microsoft"),
      .request = "Please confirm the credit of this invoice; it is more than the balance." },

  [CASE_INVOICE_ALONE]
  = { .name = "invoice-alone",
      .sentence = N_ ("Balance report and daily usage agree; the invoice alone differs."),
      .joins
      = N_ ("ACO401; ACO402 of the same customer, currency and month that cancels it exactly; "
            "of a difference above 0, ACO304 up to that."),
      .stake = N_ ("The difference, once."),
      .remedy = N_ ("Look for the lines that are missing or too many on the invoice of the month."),
      .ask = N_ ("Microsoft"),
      .request = "Please correct the credit on the invoice: balance report and daily usage agree "
                 "with each other." },

  [CASE_NOT_CREDITED]
  = { .name = "not-credited",
      .sentence
      = N_ ("Credit was counted as used, and the invoice charges the usage all the same."),
      .joins = N_ ("ACO401 above 0; ACO304 of the same customer, currency and month up to that."),
      .stake = N_ ("The difference, once."),
      .remedy
      = N_ ("Look for the credit on the invoices of the next months; if it is on none, ask for "
            "it."),
      .ask = N_ ("Microsoft"),
      .request = "Please give the credit that the balance report counts as used." },

  [CASE_PEC_FIRST]
  = { .name = "pec-first",
      .sentence = N_ ("Usage was given PEC while credit was left that is to be used first."),
      .joins = N_ ("ACO302; ACO303 of the same customer, currency and month."),
      .stake = N_ ("The larger of the two: they speak of the same usage."),
      .remedy = N_ ("Ask for the credit instead of PEC on this usage."),
      .ask = N_ ("Microsoft"),
      .request = "Please apply the credit to this usage instead of Partner Earned Credit." },

  [CASE_EXPIRING]
  = { .name = "expiring",
      .sentence = N_ ("An agreement ends soon, and the forecast says what will be left."),
      .joins = N_ ("ACO111; ACO501 or 502 of the same credit."),
      .stake
      = N_ ("What will be lost at the usage of late: of ACO501 its amount, with ACO502 nothing."),
      .remedy = N_ ("Plan eligible usage with the customer before the agreement ends."),
      .ask = N_ ("the customer") },

  [CASE_SINGLE]
  = { .name = "single",
      .sentence
      = N_ ("One finding that has no cause in common with others; it has the finding's name."),
      .joins = N_ ("Any finding that no other rule claims."),
      .stake = N_ ("The amount of the finding, without a sign.") },
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

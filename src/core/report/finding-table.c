/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/finding.h"

#include "base/language/language.h"

/*
 * The texts are read in a terminal and in the manual: plain ASCII, whole sentences, the column
 * names of the files as Microsoft writes them. "Balance report", "invoice file" and "daily usage
 * file" are the three kinds of input; "credit" is one customer, agreement, credit name, currency.
 */
static const FindingInfo finding_table[FINDING_CODE_COUNT] = {
  [FINDING_CREDIT_DECREASED]
  = { .code = "ACO101",
      .name = "credit-decreased",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("The credit used since the grant is lower than it was in the month before, so credit "
            "that had been counted as used was taken back, or one of the two reports is wrong."),
      .detection
      = N_ ("CreditAmount is a running total. used = CreditAmount of the month - CreditAmount "
            "of the latest earlier month of the same credit. Found when used < 0."),
      .amount = N_ ("-used: by how much the running total fell."),
      .remedy
      = N_ ("Download the balance reports of both months again from Partner Center (Billing, "
            "Billing overview (NCE), Reports, Credit balance) and use closed months only: the "
            "report still moves during the running month. If the fall stays, ask Microsoft which "
            "month of this agreement was corrected, and why.") },

  [FINDING_MONTH_MISSING]
  = { .code = "ACO102",
      .name = "month-missing",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("The balance reports have a gap before this month. The credit used in all the "
            "months since the last row is shown in this one month, so it cannot be compared "
            "with this month's invoice."),
      .detection
      = N_ ("The latest earlier row of the same credit is older than the month before. used = "
            "CreditAmount - CreditAmount of that row."),
      .amount = N_ ("used: the credit used in all months since the last row."),
      .remedy
      = N_ ("Add the balance reports of the missing months to the run. If Partner Center has no "
            "row of this agreement for them, ask Microsoft for it.") },

  [FINDING_BASELINE_UNKNOWN]
  = { .code = "ACO103",
      .name = "baseline-unknown",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("This is the first row of a credit that was in use before, so how much of it was "
            "used in this month is not known. Its customer and month cannot be tied out."),
      .detection
      = N_ ("No earlier row of the same credit, EffectiveDate not in the month (or empty), and "
            "CreditAmount is not 0. opening and used are then unknown."),
      .amount = N_ ("CreditAmount: the credit used since the grant, up to this month."),
      .remedy
      = N_ ("Add the balance report of the month before to the run; with --month it serves as "
            "baseline only. Harmless for the first month that you keep at all.") },

  [FINDING_GRANT_CHANGED]
  = { .code = "ACO104",
      .name = "grant-changed",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("The balance changed by more or less than the credit used: Microsoft raised or cut "
            "the grant, or corrected the balance."),
      .detection
      = N_ ("rest = BalanceAmount - (opening - used), opening being the BalanceAmount of the "
            "row before. A rest below 0 at or after expiry is forfeited credit; every other "
            "rest that is not 0 is the adjustment. Found when adjustment is not 0."),
      .amount = N_ ("adjustment: above 0 the balance grew, below 0 it shrank."),
      .remedy
      = N_ ("Compare with the agreement. If nobody agreed to a change, ask Microsoft to explain "
            "the balance of this agreement for both months.") },

  [FINDING_BALANCE_NEGATIVE]
  = { .code = "ACO105",
      .name = "balance-negative",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("More credit was used than was granted, or the balance is wrong."),
      .detection = N_ ("BalanceAmount < 0."),
      .amount = N_ ("BalanceAmount (below 0)."),
      .remedy
      = N_ ("Compare CreditAmount + BalanceAmount with the amount granted in the agreement, and "
            "the credit lines of the invoice with CreditAmount. Then ask Microsoft to correct the "
            "balance.") },

  [FINDING_DUPLICATE_ROW]
  = { .code = "ACO106",
      .name = "duplicate-row",
      .severity = SEVERITY_NOTICE,
      .meaning
      = N_ ("The same balance row was read twice with the same figures. It counts once; no "
            "money is at stake."),
      .detection = N_ ("A further row of the same credit and month with equal CreditAmount, "
                       "BalanceAmount, Status and dates. The earlier row stays."),
      .amount = N_ ("0."),
      .remedy = N_ (
          "Harmless: usually two downloads that overlap. Leave one of them out if it disturbs.") },

  [FINDING_CONFLICTING_ROW]
  = { .code = "ACO107",
      .name = "conflicting-row",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("Two balance rows of the same credit and month state different figures. Only one of "
            "them can be right."),
      .detection
      = N_ ("A further row of the same credit and month with another CreditAmount, "
            "BalanceAmount, Status or date than the one that counts so far. Of the two the "
            "larger CreditAmount counts, of equal ones the later row: cumulative figures "
            "only grow, and the name of a file does not tell its age."),
      .amount = N_ ("CreditAmount of this row - CreditAmount of the row it is compared with."),
      .remedy
      = N_ ("Often one download was made while the month was still open: keep the one made after "
            "the month closed (files appear between the 6th and the 8th of the next month) and "
            "leave the other out. If one download holds both rows, ask Microsoft.") },

  [FINDING_HISTORY_DIFFERS]
  = { .code = "ACO108",
      .name = "history-differs",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("A balance row is not what it was when its month was sealed: Microsoft restated "
            "it, or another file was read. Use of this month or the next moves by as much."),
      .detection
      = N_ ("With --history: a file's row and the sealed row of the same credit and month "
            "have another CreditAmount, BalanceAmount, Status or date. It is reported with "
            "the month after, too, whose baseline it is."),
      .amount = N_ ("CreditAmount of this row - the sealed CreditAmount."),
      .remedy
      = N_ ("Run acorecon diff for that month to see what it changes. If the new figures are "
            "right, seal the month again with close --restate, later months first reopened; "
            "if not, leave this file out.") },

  [FINDING_SEALED_INVOICE_DIFFERS]
  = { .code = "ACO109",
      .name = "sealed-invoice-differs",
      .severity = SEVERITY_WARNING,
      .meaning = N_ ("An invoice that a sealed month holds has other lines or another total in the "
                     "files that are read now."),
      .detection
      = N_ ("With --history: billed lines are read of an invoice that a sealed month has, "
            "and their number or the sum of Total, per currency, is another. Reported "
            "whatever months are."),
      .amount = N_ ("Total read - total sealed."),
      .remedy
      = N_ ("Part of the invoice may be missing now, or have been missing then: compare the "
            "files with Partner Center. If the new file is right, restate the sealed month.") },

  [FINDING_AGREEMENT_EXPIRED]
  = { .code = "ACO110",
      .name = "agreement-expired",
      .severity = SEVERITY_WARNING,
      .severity_rule
      = N_ ("warning if the amount is not 0 and the agreement expired in the as-of month; "
            "else notice"),
      .meaning = N_ ("The agreement is over; what was left of its credit can no longer be used."),
      .detection
      = N_ ("Status of the latest row is expired, or ExpiryDate is before the as-of date. It "
            "expired in the as-of month if the day after ExpiryDate lies in it; without "
            "ExpiryDate, if the first row reported expired is of it."),
      .amount
      = N_ ("Credit lost: forfeited in all months up to the as-of month, plus BalanceAmount of "
            "the latest row. At most that where this row is older than the month of "
            "ExpiryDate: what was used in the end was not read."),
      .remedy
      = N_ ("With amount 0 nothing was lost. Otherwise write the credit off, and ask "
            "Microsoft whether an extension or a new agreement is possible. From now on the "
            "customer's Azure usage is charged unless another agreement covers it.") },

  [FINDING_AGREEMENT_EXPIRING]
  = { .code = "ACO111",
      .name = "agreement-expiring",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("The agreement ends soon; what is not used until then is lost."),
      .detection
      = N_ ("BalanceAmount is not 0, the agreement is neither expired nor still to start, and "
            "ExpiryDate - as-of date <= --expiring-days (60)."),
      .amount = N_ ("BalanceAmount: the credit that may be lost."),
      .remedy
      = N_ ("Plan first-party Azure usage with the customer before ExpiryDate, or ask Microsoft "
            "about an extension. Harmless if the usual monthly usage empties the balance.") },

  [FINDING_STATUS_DATE_CONFLICT]
  = { .code = "ACO112",
      .name = "status-date-conflict",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("Status and ExpiryDate contradict each other, so it is not certain whether the "
            "balance can still be used."),
      .detection
      = N_ ("Status active although ExpiryDate is before the first day of the month; or Status "
            "expired although ExpiryDate is after its last day."),
      .amount = N_ ("BalanceAmount: the credit in doubt."),
      .remedy
      = N_ ("Compare ExpiryDate with the agreement, check that slash dates are read in the right "
            "order (--day-first), and ask Microsoft which of the two holds.") },

  [FINDING_USED_AFTER_EXPIRY]
  = { .code = "ACO113",
      .name = "used-after-expiry",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("Credit was used after the agreement had ended. It is good only between its "
            "effective date and its expiry date, so this use has no ground in the agreement "
            "as reported."),
      .detection
      = N_ ("used > 0 and ExpiryDate before the first day of the months the row covers (its "
            "month, or after a gap the month after the last row)."),
      .amount = N_ ("used."),
      .remedy
      = N_ ("Check whether the agreement was extended and the report shows the old ExpiryDate; "
            "ask Microsoft to confirm the credit in writing before it is passed on to the "
            "customer.") },

  [FINDING_USED_BEFORE_EFFECTIVE]
  = { .code = "ACO114",
      .name = "used-before-effective",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("Credit was used before the agreement began. It is good only between its "
            "effective date and its expiry date, so this use has no ground in the agreement "
            "as reported."),
      .detection = N_ ("CreditAmount > 0 and EffectiveDate after the last day of the month."),
      .amount = N_ ("CreditAmount."),
      .remedy = N_ ("Compare EffectiveDate with the agreement and check the order of slash dates "
                    "(--day-first). If the report is wrong, ask Microsoft to correct it.") },

  [FINDING_AGREEMENT_VANISHED]
  = { .code = "ACO115",
      .name = "agreement-vanished",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("An agreement with credit left has no row in the next month, although it had not "
            "expired. Its balance is no longer accounted for."),
      .detection
      = N_ ("BalanceAmount > 0 in a month; the next month present in the balance reports has "
            "no row of this credit; ExpiryDate on or after the first day of that month, or "
            "unknown."),
      .amount = N_ ("BalanceAmount of the last row."),
      .remedy
      = N_ ("Check that the report of that month is complete and that all its files were given. "
            "Then ask Microsoft where the balance of this agreement went.") },

  [FINDING_TERMS_CHANGED]
  = { .code = "ACO116",
      .name = "terms-changed",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("The dates of the agreement are not those of the row before. The time in which its "
            "credit can be used has changed."),
      .detection = N_ ("EffectiveDate or ExpiryDate differ from the row before of the same credit; "
                       "appearing and disappearing count."),
      .amount = N_ ("0."),
      .remedy
      = N_ ("Harmless if an extension was agreed. Otherwise compare with the agreement and ask "
            "Microsoft.") },

  [FINDING_EFFECTIVE_AFTER_EXPIRY]
  = { .code = "ACO117",
      .name = "effective-after-expiry",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("The agreement ends before it begins, so none of its dates can be relied on."),
      .detection = N_ ("EffectiveDate > ExpiryDate."),
      .amount = N_ ("0."),
      .remedy
      = N_ ("Check the order of slash dates (--day-first) and whether a spreadsheet changed the "
            "file; else ask Microsoft to correct the dates.") },

  [FINDING_UNKNOWN_STATUS]
  = { .code = "ACO118",
      .name = "unknown-status",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("The row has a Status that is neither active nor expired. The agreement is judged "
            "by its dates and balance alone."),
      .detection
      = N_ ("Status is neither active nor expired, without regard to case. A file without a "
            "Status column raises nothing."),
      .amount = N_ ("0."),
      .remedy
      = N_ ("Look the agreement up in Partner Center. If the status is a new word of Microsoft's, "
            "compare the state in the report with what it means.") },

  [FINDING_AGREEMENT_UNREPORTED]
  = { .code = "ACO119",
      .name = "agreement-unreported",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("The agreement still had credit when it was last reported, and has no row in the "
            "latest balance report. What is left of it is not known."),
      .detection
      = N_ ("State unreported: the latest row is older than the latest month of all balance "
            "rows that is not after the as-of month, and the agreement is neither used up, "
            "expired nor yet to start."),
      .amount = N_ ("BalanceAmount of the latest row; not part of the totals."),
      .remedy
      = N_ ("Look the agreement up in Partner Center. If it is there, the latest balance report "
            "is not complete: download it again. If it was moved, renewed or cancelled, ask "
            "Microsoft what became of the balance.") },

  [FINDING_SUBTOTAL_MISMATCH]
  = { .code = "ACO201",
      .name = "subtotal-mismatch",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("The charge of the invoice line is not price times quantity by any rounding that "
            "Microsoft documents."),
      .detection = N_ (
          "E = EffectiveUnitPrice, Q = BillableQuantity, R = PCToBCExchangeRate; T cuts and "
          "H rounds to 2 decimals. Subtotal is compared with T(T(E x Q) x R) (usage), T(E x "
          "R) x Q (licence) and H(E x Q x R) (half-up), then with usage +/- 0.01 and, "
          "unless it is Azure usage, with licence +/- 0.01 x |Q| x R. In a currency without "
          "cents the first three are also tried at 0 decimals (T(E x Q) keeps 2). Found when none "
          "fits."),
      .amount = N_ ("Subtotal - the nearest of the results."),
      .remedy
      = N_ ("Use the file as downloaded: prices cut to two digits by a spreadsheet give wrong "
            "results. If the file is genuine, ask Microsoft to explain the line.") },

  [FINDING_TOTAL_MISMATCH]
  = { .code = "ACO202",
      .name = "total-mismatch",
      .severity = SEVERITY_WARNING,
      .meaning = N_ ("The total of the line is not its subtotal plus its tax."),
      .detection
      = N_ ("Subtotal + TaxTotal is not Total. Not tested where Total is empty or absent."),
      .amount = N_ ("Total - Subtotal - TaxTotal."),
      .remedy
      = N_ ("ACO is tied out before tax, so the tie-out is not touched. Compare the tax with the "
            "invoice document and ask Microsoft if they differ.") },

  [FINDING_CREDIT_SIGN]
  = { .code = "ACO203",
      .name = "credit-sign",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("An ACO credit line has a positive amount: it charges the customer's credit back "
            "instead of granting it."),
      .detection = N_ ("An ACO credit line (by its CreditReasonCode) with Subtotal > 0."),
      .amount = N_ ("Subtotal."),
      .remedy
      = N_ ("Look for the credit line of an earlier month that it takes back. If there is none, "
            "ask Microsoft for the reason.") },

  [FINDING_CREDIT_UNPAIRED]
  = { .code = "ACO204",
      .name = "credit-unpaired",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("The credit cannot be traced to the charge it covers, so it cannot be shown which "
            "usage was free."),
      .detection
      = N_ ("No charge line that is still free has the same invoice, customer, ProductId, "
            "SkuId, AvailabilityId and day of OrderDate with equal |BillableQuantity| and "
            "equal |EffectiveUnitPrice|. Without price or quantity nothing pairs."),
      .amount = N_ ("-Subtotal: the credit."),
      .remedy
      = N_ ("Look for its charge on another invoice: a credit can belong to another billing "
            "period. The amount itself is tied out all the same.") },

  [FINDING_CREDIT_UNCLASSIFIED]
  = { .code = "ACO205",
      .name = "credit-unclassified",
      .severity = SEVERITY_NOTICE,
      .meaning
      = N_ ("Credits whose reason does not name the Azure Credit Offer. They lower the net "
            "amount but are not counted as ACO."),
      .detection
      = N_ ("ChargeType customerCredit and a CreditReasonCode that is not an ACO reason; summed "
            "per customer, month, currency and reason."),
      .amount = N_ ("-(sum of Subtotal): the credit."),
      .remedy
      = N_ ("If the reason means ACO, name it with --aco-reason. SLA credits, adjustments and "
            "refunds are harmless.") },

  [FINDING_CREDIT_ON_INELIGIBLE]
  = { .code = "ACO206",
      .name = "credit-on-ineligible",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("ACO paid for a product it does not cover: a third-party product, a licence, "
            "software or a support plan. It covers first-party Azure services and, in some "
            "cases, reservations."),
      .detection
      = N_ ("An ACO credit line of product class third-party, or of class other in a file "
            "with a SubscriptionDescription or MeterDescription column. Azure usage, "
            "reservations and savings plans raise nothing."),
      .amount = N_ ("-Subtotal: the credit."),
      .remedy
      = N_ ("Check PublisherName and the product of the line, then ask Microsoft whether the "
            "credit stands before it is passed on to the customer.") },

  [FINDING_CREDIT_WITHOUT_AGREEMENT]
  = { .code = "ACO207",
      .name = "credit-without-agreement",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("The invoice credits ACO to a customer who has no agreement in that month's balance "
            "report."),
      .detection
      = N_ ("ACO credit lines of a customer, month and currency; balance rows of that month and "
            "currency exist, but in that month none of this customer."),
      .amount = N_ ("aco_used: the ACO credit of the customer in that month and currency."),
      .remedy
      = N_ ("Check that the balance report is complete and that the month of the invoice is right "
            "(--invoice-month). Then ask Microsoft to which agreement the credit belongs.") },

  [FINDING_UNBILLED_LINES]
  = { .code = "ACO208",
      .name = "unbilled-lines",
      .severity = SEVERITY_NOTICE,
      .meaning
      = N_ ("Lines without an invoice number are estimates. They are counted here and used "
            "nowhere else."),
      .detection = N_ ("InvoiceNumber empty (daily usage: or no such column); summed per file and "
                       "currency."),
      .amount = N_ ("Sum of Subtotal; of daily rows the sum of BillingPreTaxTotal, rounded once."),
      .remedy = N_ ("Harmless: estimates of an open period must not be tied out. Use the closed "
                    "reconciliation files once the month is billed.") },

  [FINDING_INVOICE_MONTH_UNCLEAR]
  = { .code = "ACO209",
      .name = "invoice-month-unclear",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("The lines of the invoice do not point clearly to one month. If the month is wrong, "
            "the whole invoice is compared with the wrong balances."),
      .detection
      = N_ ("Each line that is no credit votes for the month of its ChargeStartDate; if none does, "
            "the credits vote. The month with the most votes is the invoice's, of equal ones the "
            "later. Found when twice its votes are fewer than the votes. Not tested with "
            "--invoice-month."),
      .amount = N_ ("0."),
      .remedy
      = N_ ("Look the invoice up in Partner Center (Billing, Billing history) and give its month "
            "with --invoice-month NUMBER=YYYY-MM.") },

  [FINDING_ACO_AND_PEC_TOGETHER]
  = { .code = "ACO301",
      .name = "aco-and-pec-together",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("The same usage got Azure credit and Partner Earned Credit. The two never apply "
            "together, so one of them is wrong."),
      .detection
      = N_ ("An ACO credit line that is not 0 and whose paired charge carries \"p% Partner "
            "earned credit\"; or an ACO-credited daily row of value other than 0 with "
            "PartnerEarnedCreditPercentage > 0."),
      .amount = N_ ("-Subtotal of the credit line; or the value of the daily row."),
      .remedy
      = N_ ("Compare the charge with its daily rows: the days before the credit ran out should "
            "carry no PEC. Then ask Microsoft which of the two holds.") },

  [FINDING_PEC_WHILE_ACO_REMAINED]
  = { .code = "ACO302",
      .name = "pec-while-aco-remained",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("Usage was charged with Partner Earned Credit although Azure credit was left. ACO "
            "is consumed first, so the customer paid for usage that should have been free."),
      .detection
      = N_ ("Without billed daily rows: remaining = sum of BalanceAmount of the credits that "
            "cover the month and are not reported expired; list value = n x 100 / (100 - p) "
            "of the Azure usage charges n with p% PEC. With daily rows: remaining = sum of "
            "BalanceAmount + forfeited of the credits where that is above 0; list value from "
            "the daily PEC rows dated inside the window of such a credit. Per customer, month "
            "and currency; found when the amount is above the tolerance."),
      .amount = N_ ("The smaller of remaining and list value."),
      .remedy
      = N_ ("Ask Microsoft why the agreement did not pay for this usage, with the agreement id "
            "and the lines. Harmless if the usage is of a kind the agreement does not cover.") },

  [FINDING_ACO_AFTER_PEC]
  = { .code = "ACO303",
      .name = "aco-after-pec",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("Within one agreement, usage earned PEC on one day and was paid by ACO on a later "
            "day. The credit should have been used up before PEC began."),
      .detection
      = N_ ("Per customer, month and BillingCurrency: a PEC row (BillingPreTaxTotal not 0) on "
            "day d and an ACO-credited row (value not 0) on a later day e; one agreement's "
            "window covers both, and no agreement starts after d and not after e."),
      .amount = N_ ("Sum of the list values of such PEC rows."),
      .remedy
      = N_ ("Check whether the credit was raised or a new agreement began between the two days. "
            "If not, ask Microsoft to review the order in which the credit was applied.") },

  [FINDING_UNCOVERED_WHILE_ACO_REMAINED]
  = { .code = "ACO304",
      .name = "uncovered-while-aco-remained",
      .severity = SEVERITY_WARNING,
      .meaning = N_ ("Azure usage was charged without any credit although Azure credit was left."),
      .detection
      = N_ ("rest = sum of BalanceAmount of the credits that cover the month and are not "
            "reported expired, less the amount of ACO302. uncovered = Azure usage without PEC "
            "less the ACO credit on usage, at least 0. Found when the amount is above the "
            "tolerance."),
      .amount = N_ ("The smaller of rest and uncovered."),
      .remedy
      = N_ ("Compare the charges with what the agreement covers, and ask Microsoft why it did not "
            "pay for them. Harmless if the usage is not eligible.") },

  [FINDING_PEC_MISSING]
  = { .code = "ACO305",
      .name = "pec-missing",
      .severity = SEVERITY_NOTICE,
      .meaning
      = N_ ("No Azure credit is left, and part of the customer's Azure usage earned no Partner "
            "Earned Credit while other usage did. You bought that part at full price."),
      .detection
      = N_ ("The sum of BalanceAmount of the customer in that month and currency is 0 or there "
            "is none, uncovered > 0 and pec_base > 0."),
      .amount = N_ ("An estimate: 0.15 x uncovered, rounded."),
      .remedy
      = N_ ("Check your access to the customer's subscriptions: PEC is earned per resource and "
            "day with an eligible role for the whole day. Harmless for usage that never earns "
            "it, such as Spot virtual machines and third-party products.") },

  [FINDING_ACO_OVER_AVAILABLE]
  = { .code = "ACO306",
      .name = "aco-over-available",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("The invoice credits more ACO than the customer had, so part of the credit has no "
            "agreement behind it."),
      .detection
      = N_ ("aco_available = sum of opening + granted of the customer's credits in that month "
            "and currency. Found when aco_used - aco_available > tolerance."),
      .amount = N_ ("aco_used - aco_available."),
      .remedy
      = N_ ("Check that all balance reports were given and that the month of the invoice is "
            "right. Then ask Microsoft to which agreement the excess belongs.") },

  [FINDING_ACO_OUTSIDE_WINDOW]
  = { .code = "ACO307",
      .name = "aco-outside-window",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("Daily usage was paid by ACO on days on which none of the customer's agreements "
            "runs."),
      .detection
      = N_ ("ACO-credited daily rows of value other than 0 whose UsageDate lies outside every "
            "window (EffectiveDate to ExpiryDate, both included) of a customer that has "
            "balance rows; per customer, month and BillingCurrency."),
      .amount = N_ ("Sum of the values."),
      .remedy
      = N_ ("Compare the dates of the agreements with those in the report, and ask Microsoft "
            "under which agreement these days were credited.") },

  [FINDING_BALANCE_INVOICE_DIFFERENCE]
  = { .code = "ACO401",
      .name = "balance-invoice-difference",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("The credit used per the balance report is not the credit given on the invoice. "
            "Above 0: credit was used up that the invoice did not give. Below 0: the invoice "
            "gave more than the balance lost."),
      .detection
      = N_ ("difference = balance_used - invoice_credit, per customer, month and currency. "
            "Found when |difference| is above --tolerance and above the rounding allowance, "
            "0.005 x the number of ACO credit lines."),
      .amount = N_ ("difference."),
      .remedy
      = N_ ("Check that all invoices of the month were given, that their months are right "
            "(--invoice-month) and that every ACO reason is known (ACO205, --aco-reason). Then "
            "send Microsoft the balance row and the credit lines.") },

  [FINDING_INVOICE_USAGE_DIFFERENCE]
  = { .code = "ACO402",
      .name = "invoice-usage-difference",
      .severity = SEVERITY_ERROR,
      .severity_rule
      = N_ ("notice if usage_credit < invoice_credit, because some credits are reckoned "
            "only at period end; else error"),
      .meaning = N_ ("The credit on the invoice is not the ACO-credited daily usage. Above 0: the "
                     "invoice gave more than the daily rows show. Below 0: it gave less."),
      .detection
      = N_ ("|invoice_credit - usage_credit| > tolerance + 0.01 per ACO credit line (1 in a "
            "currency without cents), plus 0.01 x R where R = PCToBCExchangeRate is not 1 "
            "and the line counts in its Currency."),
      .amount = N_ ("invoice_credit - usage_credit."),
      .remedy
      = N_ ("As a notice it is harmless as a rule. As an error check that all daily files of the "
            "invoice were given and compare product by product; then ask Microsoft for the "
            "missing credit.") },

  [FINDING_ROUNDING_DIFFERENCE]
  = { .code = "ACO403",
      .name = "rounding-difference",
      .severity = SEVERITY_NOTICE,
      .meaning
      = N_ ("Balance report and invoice differ by no more than the rounding of the credit lines "
            "explains."),
      .detection = N_ ("|difference| is above --tolerance but not above the allowance, 0.005 (in a "
                       "currency without cents 0.5) x the number of ACO credit lines."),
      .amount = N_ ("difference = balance_used - invoice_credit."),
      .remedy = N_ ("Harmless. Look closer only if it has the same sign month after month.") },

  [FINDING_CURRENCY_NOT_COMPARABLE]
  = { .code = "ACO404",
      .name = "currency-not-comparable",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("The invoice credits ACO in a currency in which the customer has no balance. Amounts "
            "of different currencies are never compared or added."),
      .detection
      = N_ ("ACO credit lines in a currency without a balance row of that customer and month, "
            "while the customer has a balance row in another; neither Currency nor "
            "PricingCurrency meets it."),
      .amount = N_ ("invoice_credit of that currency."),
      .remedy
      = N_ ("Check that the balance report of that currency was given. Else convert by hand with "
            "PCToBCExchangeRate of the lines, and ask Microsoft in which currency the credit is "
            "kept.") },

  [FINDING_NO_INVOICE]
  = { .code = "ACO405",
      .name = "no-invoice",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("Credit was used in this month, but no invoice of the month and currency was read, so "
            "it is not tied out."),
      .detection
      = N_ ("balance_used is known and not 0; no billed invoice line of that month has this "
            "Currency, of any customer, and none of this customer has it as PricingCurrency."),
      .amount = N_ ("balance_used."),
      .remedy
      = N_ ("Add the invoice file of the month and currency (Partner Center, report "
            "Reconciliation-closed): a partner has an invoice for each currency. If it was given, "
            "check its month with --invoice-month.") },

  [FINDING_USAGE_CHARGE_DIFFERENCE]
  = { .code = "ACO406",
      .name = "usage-charge-difference",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("The daily usage does not add up to the usage charges of the invoice, and rounding "
            "does not explain it."),
      .detection
      = N_ ("Daily BillingPreTaxTotal is compared with Subtotal of the invoice's charge lines, "
            "before tax, by subscription, product, SKU and availability."),
      .amount = N_ ("Sum of unexplained differences between daily usage and invoice charges, per "
                    "customer and month."),
      .remedy
      = N_ ("Check quantities, then customer, then product, SKU and subscription ids, then "
            "amounts. Products missing from the daily file, fees, and credits or discounts on the "
            "invoice are expected differences.") },

  [FINDING_BALANCE_REPORT_MISSING]
  = { .code = "ACO407",
      .name = "balance-report-missing",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("There is ACO on the invoices or in the daily usage of this month and currency, but no "
            "balance report of them, so nothing of it is tied out."),
      .detection
      = N_ ("Tie-out rows of a month and currency without ACO404; no balance row of that month and "
            "currency was read."),
      .amount = N_ ("Sum of invoice_credit of the rows; an unknown one counts as 0."),
      .remedy
      = N_ ("Add the balance report of the month and currency (Partner Center, Billing, Billing "
            "overview (NCE), Reports, Credit balance): a partner has one for each currency. If it "
            "was given, check the month of the invoice.") },

  [FINDING_NOTHING_COMPARED]
  = { .code = "ACO408",
      .name = "nothing-compared",
      .severity = SEVERITY_WARNING,
      .meaning = N_ ("Nothing was compared, so this run says nothing about any credit."),
      .detection
      = N_ ("No tie-out row of the reported months agrees, rounds or differs, and none of "
            "these months has both a balance row and a billed invoice line."),
      .amount = N_ ("0."),
      .remedy
      = N_ ("Give the balance report and the invoice file of one month, and of the month before "
            "the balance report as a baseline; check --month.") },

  [FINDING_WILL_FORFEIT]
  = { .code = "ACO501",
      .name = "will-forfeit",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("If the credit is used on as it was of late, some of it will be left when the "
                     "agreement expires, and be lost."),
      .detection
      = N_ ("State active or expiring, balance B > 0. Burn is the mean used of the latest three "
            "months "
            "whose used is known and of one month, D the days from the as-of date to ExpiryDate: "
            "forfeit = H(B - burn x D / 30.4375), found when above the tolerance."),
      .amount = N_ ("That forfeit, to the cent."),
      .remedy
      = N_ ("Tell the customer while there is time: move eligible usage under the agreement, or "
            "ask Microsoft about its terms. It is a forecast: months to come may differ.") },

  [FINDING_WILL_RUN_OUT]
  = { .code = "ACO502",
      .name = "will-run-out",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("If the credit is used on as it was of late, it will be used up before the "
                     "agreement expires; from then on usage is charged."),
      .detection
      = N_ ("State active or expiring, balance B > 0. Burn is the mean used of the latest three "
            "months "
            "whose used is known and of one month: B lasts B x 30.4375 / burn days from the as-of "
            "date, "
            "whole days counted; found when that day lies before ExpiryDate."),
      .amount = N_ ("BalanceAmount of the latest row."),
      .remedy
      = N_ ("Tell the customer when charges will begin. It is a forecast: months to come may "
            "differ.") },

  [FINDING_ROW_REJECTED]
  = { .code = "ACO901",
      .name = "row-rejected",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("A row could not be read and was set aside, so the figures of this run are "
                     "incomplete."),
      .detection
      = N_ ("With --keep-going: a needed value is bad or empty, or the row has another number "
            "of cells than the header."),
      .amount = N_ ("0: what the row is worth is not known."),
      .remedy = N_ ("Correct the row in its file, or download the file again, and run "
                    "without --keep-going before you close the month.") },

  [FINDING_UNKNOWN_COLUMNS]
  = { .code = "ACO902",
      .name = "unknown-columns",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("The file has columns that are not known. They are not used."),
      .detection
      = N_ ("Header names that are not among the documented columns of this kind of file."),
      .amount = N_ ("0."),
      .remedy
      = N_ ("Harmless: Microsoft adds columns now and then. If a column that is used was renamed, "
            "name it with --map ROLE=HEADER.") },

  [FINDING_LEGACY_FILE]
  = { .code = "ACO903",
      .name = "legacy-file",
      .severity = SEVERITY_NOTICE,
      .meaning
      = N_ ("A licence-based or usage-based file of the legacy kind (D-invoice). It holds no ACO "
            "and was not used."),
      .detection = N_ ("By header names: DurableOfferId or SyndicationPartnerSubscriptionNumber "
                       "(licences), PretaxCharges or OverageQuantity (usage)."),
      .amount = N_ ("0."),
      .remedy = N_ ("Harmless: leave the file out if it disturbs.") },

  [FINDING_DUPLICATE_FILE]
  = { .code = "ACO904",
      .name = "duplicate-file",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("The same content was given twice. It was read once."),
      .detection = N_ ("Equal SHA-256 after decompression."),
      .amount = N_ ("0."),
      .remedy = N_ ("Harmless if it is a copy. If two months were meant, one of them is missing: "
                    "download it again.") },

  [FINDING_EXCEL_DAMAGE]
  = { .code = "ACO905",
      .name = "excel-damage",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("The file looks as if a spreadsheet had saved it again. Ids, dates and amounts may "
            "have been changed without a trace."),
      .detection
      = N_ ("Signs of a spreadsheet in the cells, such as ids without their leading zeros or "
            "numbers like 7.58E-05."),
      .amount = N_ ("0: what was changed cannot be seen."),
      .remedy
      = N_ ("Download the file again and give it as it is, without opening and saving it.") },

  [FINDING_FILE_IGNORED]
  = { .code = "ACO906",
      .name = "file-ignored",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("A file was left out: in a folder because of its ending, or by --skip."),
      .detection = N_ ("Files in folders are read when they end in .csv, .gz, .zip, .zst, .xz, "
                       ".tar, .tgz, .json "
                       "or .jsonl, or have no ending; --skip names files that are not to be read."),
      .amount = N_ ("0."),
      .remedy
      = N_ ("Harmless for documents and pictures. If it is a billing file, name it on the command "
            "line: its kind is then recognised by its header.") },

  [FINDING_ROWS_READ_TWICE]
  = { .code = "ACO907",
      .name = "rows-read-twice",
      .severity = SEVERITY_ERROR,
      .severity_rule
      = N_ ("error if at least half of the file's rows of that invoice were read before; "
            "else warning; notice for a single row"),
      .meaning = N_ ("Two files hold the same rows of one invoice, and both were counted: credits, "
                     "charges and "
                     "whatever follows from them are too high."),
      .detection
      = N_ ("Billed rows of one invoice in different files, equal in all that tells them apart "
            "(customer, product, subscription, dates, price, quantity, amount, currency), however "
            "they are written. Equal rows inside one file are usual and not counted."),
      .amount = N_ ("Sum of the rows that were read before, whatever their currency."),
      .remedy
      = N_ ("Keep one download of the invoice: take the other file away, or leave it out with "
            "--skip FILE. If the files are parts that overlap, download the invoice again.") },

  [FINDING_BENEFIT_ACTIVATION_MISSED]
  = { .code = "BEN101",
      .name = "activation-missed",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("A credit that was to be activated by a day that is past is lost."),
      .detection
      = N_ ("The benefit has no begin, is neither revoked nor expired, and its last day for "
            "activation is before the as-of day."),
      .amount = N_ ("The amount of the benefit: per month, or once."),
      .remedy = N_ ("Ask partner support whether it can still be activated; see that the next is "
                    "activated in time.") },

  [FINDING_BENEFIT_ACTIVATE_SOON]
  = { .code = "BEN102",
      .name = "activate-soon",
      .severity = SEVERITY_WARNING,
      .meaning = N_ ("A credit is lost unless it is activated soon."),
      .detection
      = N_ ("The benefit has no begin, is neither revoked nor expired, and its last day for "
            "activation is at most --expiring-days from the as-of day."),
      .amount = N_ ("The amount of the benefit: per month, or once."),
      .remedy = N_ ("Activate it in Partner Center, Benefits.") },

  [FINDING_BENEFIT_ACTIVATED_LATE]
  = { .code = "BEN103",
      .name = "activated-late",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("The files say that it was activated when it could not be any more: one of the "
            "two days is wrong."),
      .detection = N_ ("The day of activation is after the last day for it."),
      .amount = N_ ("The amount of the benefit: per month, or once."),
      .remedy = N_ ("Compare both days with the grid of the portal.") },

  [FINDING_BENEFIT_REASSIGNED_TOO_OFTEN]
  = { .code = "BEN104",
      .name = "reassigned-too-often",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("A benefit was given to other users more often than is allowed."),
      .detection
      = N_ ("Legacy benefits: monthly ones with more than 5 reassignments, yearly ones with "
            "more than none."),
      .amount = N_ ("0."),
      .remedy = N_ ("See who uses it; further reassignments are refused.") },

  [FINDING_BENEFIT_USED_TOO_MUCH]
  = { .code = "BEN105",
      .name = "used-too-much",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("More was used in a month than there was: what is beyond is charged."),
      .detection = N_ (
          "A month between begin and end in which use is above what was carried over and granted."),
      .amount = N_ ("What was used beyond."),
      .remedy = N_ ("Look for the charge on the invoice, or for use that was booked to the wrong "
                    "benefit or month.") },

  [FINDING_BENEFIT_USED_OUTSIDE]
  = { .code = "BEN106",
      .name = "used-outside",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("Something was used in a month in which the credit did not run."),
      .detection = N_ (
          "A month that is not between begin and end (or the day of revocation) with use above 0."),
      .amount = N_ ("What was used."),
      .remedy = N_ ("See whether the use belongs to another benefit, and which dates are right.") },

  [FINDING_BENEFIT_PURCHASE_REVOKED]
  = { .code = "BEN107",
      .name = "purchase-revoked",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("The purchase behind the benefit was cancelled or found fraudulent: the whole "
                     "credit is taken back, also what was used of it."),
      .detection = N_ ("The day of revocation is not after the as-of day."),
      .amount = N_ ("Everything that was granted."),
      .remedy = N_ ("Expect charges for what was used; settle it with partner support.") },

  [FINDING_BENEFIT_REASSIGNMENTS_USED_UP]
  = { .code = "BEN108",
      .name = "reassignments-used-up",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("A benefit cannot be given to another user any more."),
      .detection = N_ ("Legacy monthly benefits with exactly 5 reassignments."),
      .amount = N_ ("0."),
      .remedy = N_ ("Plan for the user who has it now.") },

  [FINDING_BENEFIT_STATUS_UNKNOWN]
  = { .code = "BEN109",
      .name = "status-unknown",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("The portal gives a status that is not documented; nothing is derived from it."),
      .detection = N_ ("The status is none of Active, Pending, Suspended, Expired, Redeemed, Not "
                       "Redeemed, Provisioned, without case."),
      .amount = N_ ("0."),
      .remedy = N_ ("Look the benefit up in the portal.") },

  [FINDING_BENEFIT_CREDIT_LAPSED]
  = { .code = "BEN110",
      .name = "credit-lapsed",
      .severity = SEVERITY_WARNING,
      .meaning = N_ ("Credit was lost because it was not used in its time."),
      .detection = N_ ("What was left of a monthly credit when its month ended, or of any credit "
                       "when it ended."),
      .amount = N_ ("Sum of what lapsed."),
      .remedy = N_ ("Nothing brings it back; move use under the benefit, or give it to somebody "
                    "who uses it.") },

  [FINDING_BENEFIT_CREDIT_WILL_LAPSE]
  = { .code = "BEN111",
      .name = "credit-will-lapse",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("What is left of this month's credit is lost when the month ends."),
      .detection
      = N_ ("A monthly benefit with something left whose last month is that of the as-of day."),
      .amount = N_ ("What is left."),
      .remedy = N_ ("Use it before the end of the month.") },

  [FINDING_BENEFIT_EXPIRING]
  = { .code = "BEN112",
      .name = "benefit-expiring",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("The benefit ends soon, and what is left is lost then."),
      .detection = N_ ("At most --expiring-days from the as-of day to the end."),
      .amount = N_ ("What is left."),
      .remedy = N_ ("Use it, or renew the membership in time.") },

  [FINDING_BENEFIT_STATUS_DATE_CONFLICT]
  = { .code = "BEN113",
      .name = "status-date-conflict",
      .severity = SEVERITY_WARNING,
      .meaning = N_ ("Status and dates say different things."),
      .detection = N_ ("The status is Active and the end is before the as-of day, or Expired and "
                       "the end is not."),
      .amount = N_ ("0."),
      .remedy = N_ ("See which is right in the portal; the dates are what figures follow.") },

  [FINDING_BENEFIT_USE_UNKNOWN]
  = { .code = "BEN114",
      .name = "use-unknown",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("Use of which nobody knows whose it is; it does not count."),
      .detection = N_ ("The name or id of a use row is that of no benefit, or a name that several "
                       "benefits have."),
      .amount = N_ ("What was used."),
      .remedy = N_ ("Give the benefit's id in the use file.") },

  [FINDING_BENEFIT_USE_CURRENCY]
  = { .code = "BEN115",
      .name = "use-currency",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("Use in another currency than its benefit's; it does not count."),
      .detection = N_ ("The currency of a use row is not that of its benefit."),
      .amount = N_ ("What was used."),
      .remedy = N_ ("Give the use in the benefit's currency.") },

  [FINDING_BENEFIT_USER_NOT_SUPPORTED]
  = { .code = "BEN116",
      .name = "user-not-supported",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("A yearly benefit of the legacy way cannot be used by guests or personal accounts."),
      .detection
      = N_ ("Legacy bulk benefits whose user has #EXT# or ends in @live.com, @hotmail.com "
            "or @gmail.com, without case."),
      .amount = N_ ("0."),
      .remedy = N_ ("Assign it to a work account of the partner's tenant.") },

  [FINDING_BENEFIT_USER_TWICE]
  = { .code = "BEN117",
      .name = "user-twice",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("A person can have one legacy yearly benefit at a time."),
      .detection
      = N_ ("A legacy bulk benefit of the same user as one before it, both neither revoked "
            "nor expired."),
      .amount = N_ ("0."),
      .remedy = N_ ("Assign one of the two to somebody else.") },

  [FINDING_BENEFIT_PROFILE_NOT_ELIGIBLE]
  = { .code = "BEN201",
      .name = "profile-not-eligible",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("A billing profile that cannot receive the deposit."),
      .detection = N_ ("Its type, its account, active credits of another offer, a missing payment "
                       "instrument or role speak against it; all that do are listed."),
      .amount = N_ ("0."),
      .remedy = N_ ("Do what the portal's word says, or choose another profile.") },

  [FINDING_BENEFIT_NO_ELIGIBLE_PROFILE]
  = { .code = "BEN202",
      .name = "no-eligible-profile",
      .severity = SEVERITY_WARNING,
      .meaning = N_ ("No billing profile that was listed can receive the deposit."),
      .detection = N_ ("Each row has a reason against it."),
      .amount = N_ ("0."),
      .remedy = N_ ("Create a billing profile of the Microsoft Customer Agreement in the billing "
                    "account of the purchase, or remove what speaks against one.") },

  [FINDING_MCA_ESTIMATED_DIFFERS]
  = { .code = "MCA101",
      .name = "estimated-differs",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("The estimated balance of a billing profile does not follow from the current "
                     "balance and what is pending."),
      .detection
      = N_ ("expected = currentBalance + pendingCreditAdjustments + pendingEligibleCharges - "
            "expiredCredit (charges are below 0); where only + expiredCredit agrees, that "
            "counts. Found when estimatedBalance differs by more than --tolerance. Not tested "
            "when one of the five is unknown or they are in several currencies."),
      .amount = N_ ("estimatedBalance - expected."),
      .remedy = N_ ("Ask for the balance summary again: the service reckons estimates at different "
                    "times. If it stays, ask Microsoft which pending amount is missing.") },

  [FINDING_MCA_LOTS_DIFFER]
  = { .code = "MCA102",
      .name = "lots-differ",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("What is left of the live credits of a billing profile is not its current balance."),
      .detection
      = N_ ("With --same-snapshot. available = sum of closedBalance of credits that are used, "
            "expiring or active, in the profile's currency. Found when it differs from "
            "currentBalance by more than --tolerance, unless a page of lots is missing "
            "(MCA115)."),
      .amount = N_ ("available - currentBalance."),
      .remedy
      = N_ ("Make sure that lots and balance summary were saved at the same moment, and that "
            "--as-of is that day. Without --same-snapshot this is not tested.") },

  [FINDING_MCA_EVENT_BALANCE_DIFFERS]
  = { .code = "MCA103",
      .name = "event-balance-differs",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("The balance after a transaction is not the balance before it plus what the "
                     "transaction moved."),
      .detection
      = N_ ("Events of one profile and currency, oldest first: difference = closedBalance - "
            "closedBalance of the event before - (newCredit + adjustments + charges - "
            "creditExpired). Found when it is more than --tolerance."),
      .amount = N_ ("difference: above 0 more is left than the transactions explain."),
      .remedy = N_ ("Look whether events between the two are missing (other days of startDate and "
                    "endDate, MCA115). If none is, ask Microsoft for the transaction behind the "
                    "difference.") },

  [FINDING_MCA_LOT_OUT_OF_RANGE]
  = { .code = "MCA104",
      .name = "lot-out-of-range",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("Less than nothing, or more than was granted, is left of a credit."),
      .detection = N_ ("closedBalance < 0, else closedBalance > originalAmount."),
      .amount = N_ ("closedBalance where it is below 0; else closedBalance - originalAmount."),
      .remedy = N_ ("Ask Microsoft to explain the balance of this lot.") },

  [FINDING_MCA_LOT_EXPIRED_WITH_BALANCE]
  = { .code = "MCA105",
      .name = "lot-expired-with-balance",
      .severity = SEVERITY_WARNING,
      .meaning = N_ ("A credit expired before all of it was used; what is left is lost."),
      .detection
      = N_ ("A credit (no commitment) whose expirationDate is before the as-of day, with "
            "closedBalance > 0."),
      .amount = N_ ("closedBalance: what is lost."),
      .remedy
      = N_ ("Nothing brings it back by itself; ask Microsoft soon if the credit should have "
            "been extended. Plan usage against the other lots (MCA106).") },

  [FINDING_MCA_LOT_EXPIRING]
  = { .code = "MCA106",
      .name = "lot-expiring",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("A credit ends soon."),
      .detection
      = N_ ("A credit with something left whose expirationDate is at most --expiring-days days "
            "after the as-of day."),
      .amount = N_ ("closedBalance: what is lost if it is not used until then."),
      .remedy
      = N_ ("See that eligible usage on this billing profile uses it up; acorecon mca apply "
            "shows which charges would.") },

  [FINDING_MCA_LOT_DATES_REVERSED]
  = { .code = "MCA107",
      .name = "lot-dates-reversed",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("A credit ends before it begins: one of the dates is wrong, and its status cannot "
            "be relied on."),
      .detection = N_ ("startDate > expirationDate, as days."),
      .amount = N_ ("0."),
      .remedy = N_ ("Ask Microsoft for the dates of this lot.") },

  [FINDING_MCA_CURRENCY_MIXED]
  = { .code = "MCA108",
      .name = "currency-mixed",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("Amounts of one resource are in several currencies, or a lot or event is in another "
            "currency than its billing profile. It is listed, and in no sum of the profile."),
      .detection
      = N_ ("The currencies of the amounts (not of canceledCredit) and creditCurrency of one "
            "resource differ; or the currency of a lot or event differs from that of the "
            "profile's balance, else its first lot or event."),
      .amount = N_ ("0."),
      .remedy = N_ ("Look at the response; if it is as the service gave it, ask Microsoft in which "
                    "currency this credit is.") },

  [FINDING_MCA_EVENT_TYPE_UNKNOWN]
  = { .code = "MCA109",
      .name = "event-type-unknown",
      .severity = SEVERITY_WARNING,
      .meaning = N_ ("A transaction of a type that is not documented. Its amounts are used as they "
                     "stand."),
      .detection
      = N_ ("eventType is none of SettledCharges, PendingCharges, PendingAdjustments, "
            "PendingNewCredit, PendingExpiredCredit, NewCredit, CreditExpired, ExpiredCredit, "
            "CanceledCredit (without case)."),
      .amount = N_ ("What it moved: newCredit + adjustments + charges - creditExpired."),
      .remedy = N_ ("Read its description, and see that the balance after it is right (MCA103).") },

  [FINDING_MCA_EVENT_SIGN]
  = { .code = "MCA110",
      .name = "event-sign",
      .severity = SEVERITY_WARNING,
      .meaning = N_ ("An amount of a transaction has the sign that its kind never has."),
      .detection = N_ ("The first that holds: newCredit < 0, charges > 0, creditExpired < 0."),
      .amount = N_ ("That amount."),
      .remedy = N_ ("See whether the balance after it follows with this sign (MCA103), and ask "
                    "Microsoft what the transaction is.") },

  [FINDING_MCA_INVOICE_NUMBER_ODD]
  = { .code = "MCA111",
      .name = "invoice-number-odd",
      .severity = SEVERITY_NOTICE,
      .meaning
      = N_ ("A pending transaction that is on an invoice already, or a settled one without an "
            "invoice."),
      .detection
      = N_ ("eventType begins with Pending and invoiceNumber is not empty, or eventType is "
            "SettledCharges and it is empty."),
      .amount = N_ ("What it moved: newCredit + adjustments + charges - creditExpired."),
      .remedy
      = N_ ("Ask for the events again after the next invoice; note the invoice by hand if it "
            "stays.") },

  [FINDING_MCA_ESTIMATE_USED_UP]
  = { .code = "MCA112",
      .name = "estimate-used-up",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("With what is pending, the credit of the billing profile is used up: further usage "
            "is charged."),
      .detection = N_ ("estimatedBalance <= 0 < currentBalance, in one currency."),
      .amount = N_ ("estimatedBalance."),
      .remedy
      = N_ ("Buy or ask for further credit, or plan for invoices; acorecon mca apply shows what "
            "would be due.") },

  [FINDING_MCA_EVENTS_END_ELSEWHERE]
  = { .code = "MCA113",
      .name = "events-end-elsewhere",
      .severity = SEVERITY_ERROR,
      .meaning = N_ ("The balance after the last transaction is not the estimated balance."),
      .detection
      = N_ ("With --same-snapshot. Found when closedBalance of the last event in the profile's "
            "currency differs from estimatedBalance by more than --tolerance."),
      .amount = N_ ("closedBalance - estimatedBalance."),
      .remedy
      = N_ ("Make sure that events and balance summary were saved at the same moment and that "
            "the events reach up to that day.") },

  [FINDING_MCA_FIGURE_ESTIMATED]
  = { .code = "MCA114",
      .name = "figure-estimated",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("Microsoft calls this figure an estimate: it may still change."),
      .detection = N_ ("isEstimatedBalance is true."),
      .amount = N_ ("closedBalance of the lot or event, currentBalance of the balance."),
      .remedy
      = N_ ("Ask for the response again after the invoice before you close a month on it.") },

  [FINDING_MCA_PAGE_MISSING]
  = { .code = "MCA115",
      .name = "page-missing",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("The service told of a further page, and no file holds it: lots, transactions or "
            "profiles are missing."),
      .detection
      = N_ ("A page with a nextLink that no later page of the same kind and account, and of the "
            "same profile where both name one, continues."),
      .amount = N_ ("0: what is missing is not known."),
      .remedy
      = N_ ("Follow the nextLink and save its answer behind the others, or fetch everything "
            "again with acorecon fetch mca.") },

  [FINDING_MCA_REPEATED_RESOURCE]
  = { .code = "MCA116",
      .name = "repeated-resource",
      .severity = SEVERITY_NOTICE,
      .meaning
      = N_ ("The same lot, transaction or balance was read before, and says the same. It counts "
            "once."),
      .detection
      = N_ ("Equal ids (without case), of balances equal account and profile, and all values "
            "that are used are equal."),
      .amount = N_ ("0."),
      .remedy = N_ ("Harmless: overlapping pages or downloads.") },

  [FINDING_MCA_CONFLICTING_RESOURCE]
  = { .code = "MCA117",
      .name = "conflicting-resource",
      .severity = SEVERITY_ERROR,
      .meaning
      = N_ ("The same lot, transaction or balance was read before, and says something else. The "
            "later one counts."),
      .detection
      = N_ ("Equal ids (without case), of balances equal account and profile, and values that "
            "differ."),
      .amount
      = N_ ("closedBalance (of a balance currentBalance) of this one - that of the earlier."),
      .remedy = N_ ("Keep the responses of one moment in one run, and older ones elsewhere.") },

  [FINDING_MCA_PROFILE_UNKNOWN]
  = { .code = "MCA118",
      .name = "profile-unknown",
      .severity = SEVERITY_NOTICE,
      .meaning
      = N_ ("There are figures of a billing profile that the list of accounts or profiles does "
            "not have."),
      .detection
      = N_ ("Accounts or profiles were read, and none of them is the profile of this balance, "
            "lot or event. Once per profile."),
      .amount = N_ ("0."),
      .remedy
      = N_ ("See whether the list is complete (MCA119) and of the same account; redacted ids "
            "are read as one profile with --one-profile.") },

  [FINDING_MCA_PROFILES_INCOMPLETE]
  = { .code = "MCA119",
      .name = "profiles-incomplete",
      .severity = SEVERITY_WARNING,
      .meaning
      = N_ ("The account has more billing profiles than were listed: figures of some may be "
            "missing altogether."),
      .detection = N_ ("hasMoreResults of the account's billingProfiles is true."),
      .amount = N_ ("0."),
      .remedy
      = N_ ("Ask for the billing profiles of this account on their own and save them beside.") },

  [FINDING_MCA_CHARGE_NOT_COVERED]
  = { .code = "MCA201",
      .name = "charge-not-covered",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("Charges that credits do not pay, whatever is left of them."),
      .detection
      = N_ ("Per currency and rule, which is the resource: charges above 0 whose product, "
            "publisher or kind stands on the list of what credits do not pay, or whose eligible "
            "cell says no."),
      .amount = N_ ("Sum of their amounts."),
      .remedy
      = N_ ("Plan for them on the invoice. A column that says per charge whether it is eligible "
            "wins over the list.") },

  [FINDING_MCA_CREDIT_EXHAUSTED]
  = { .code = "MCA202",
      .name = "credit-exhausted",
      .severity = SEVERITY_WARNING,
      .meaning = N_ ("Eligible charges are left to pay because the credit is used up."),
      .detection
      = N_ ("Per currency: charges for which lots were inside their dates, and nothing was left "
            "of these."),
      .amount = N_ ("Sum of what is due."),
      .remedy
      = N_ ("Buy or ask for further credit, or plan for the invoice; zero_on says from which "
            "day on.") },

  [FINDING_MCA_CREDIT_LAPSES]
  = { .code = "MCA203",
      .name = "credit-lapses",
      .severity = SEVERITY_WARNING,
      .meaning = N_ ("A credit expired, and these charges did not use it up."),
      .detection
      = N_ ("Of a lot that can pay, something is left after all charges, and its expirationDate "
            "is before the as-of day."),
      .amount = N_ ("What is left and lost."),
      .remedy
      = N_ ("See which charges were not covered (MCA201) or fell outside its dates (MCA204).") },

  [FINDING_MCA_CHARGE_OUTSIDE_DATES]
  = { .code = "MCA204",
      .name = "charge-outside-dates",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("Eligible charges fall on days on which no credit runs."),
      .detection
      = N_ ("Per currency: charges that have lots of their currency and profile, of which none "
            "has begun and not ended on the day."),
      .amount = N_ ("Sum of what is due."),
      .remedy
      = N_ ("Nothing to do where the credit came later or had ended; else look at the dates of "
            "the lots.") },

  [FINDING_MCA_ELIGIBILITY_DIFFERS]
  = { .code = "MCA205",
      .name = "eligibility-differs",
      .severity = SEVERITY_NOTICE,
      .meaning
      = N_ ("What the charge says of its eligibility is not what the list of products says. The "
            "charge is believed."),
      .detection
      = N_ ("The eligible cell is true and a rule of the list fits, which is the resource; or "
            "it is false and none does."),
      .amount = N_ ("Amount of the charge."),
      .remedy = N_ ("Harmless where the column is Microsoft's own. Else find out who filled it.") },

  [FINDING_MCA_REFUND]
  = { .code = "MCA206",
      .name = "refund",
      .severity = SEVERITY_NOTICE,
      .meaning
      = N_ ("Charges below 0: they give no credit back here, for nothing tells from which lot "
            "it came."),
      .detection = N_ ("Per currency: amounts below 0."),
      .amount = N_ ("Sum of their amounts."),
      .remedy
      = N_ ("See in the transactions of the billing profile whether the credit was given back "
            "(adjustments).") },

  [FINDING_MCA_NO_LOT]
  = { .code = "MCA207",
      .name = "no-lot",
      .severity = SEVERITY_NOTICE,
      .meaning = N_ ("Eligible charges for whose currency and billing profile there is no credit."),
      .detection
      = N_ ("Per currency: charges of which no lot that can pay has the currency and, where the "
            "charge names one, the profile."),
      .amount = N_ ("Sum of what is due."),
      .remedy
      = N_ ("See that the lots of this profile are among the files, and that profile names are "
            "written alike.") },

  [FINDING_MCA_SPONSORSHIP_LIMIT]
  = { .code = "MCA208",
      .name = "sponsorship-limit",
      .severity = SEVERITY_NOTICE,
      .meaning
      = N_ ("Reservations and savings plans are left to pay although sponsorship credit is "
            "there: it does not pay for them."),
      .detection
      = N_ ("Per currency: charges with a sponsorship rule that other lots did not pay in full "
            "while a sponsorship lot was inside its dates with something left."),
      .amount = N_ ("Sum of what is due."),
      .remedy
      = N_ ("Plan for them on the invoice, or pay usage by the hour, which sponsorship covers.") },
};

const FindingInfo *
finding_info (FindingCode code)
{
  g_assert ((guint) code < FINDING_CODE_COUNT);
  return &finding_table[code];
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/tie-out.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#define ACO "reason=Azure Credit Offer"
#define CREDITED "credit-type=Azure Credit Applied"
/* 500 of 1,000 are used in September, so that October's use is known. */
#define BASE "balance: month=2026-09 | C=500 | B=500 | effective=2026-08-01"

/* Only October is reported. */
static ReckonPlan
october_rules (void)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 10);
  return plan;
}

/* One row: used, invoice credit, usage credit, difference, allowance, result. */
#define FIGURES "balance_used invoice_credit usage_credit difference allowance result"

typedef struct
{
  const char *rows[7];
  const char *table;
  const char *codes; /* of ACO4xx, without ACO406 and ACO408 */
} TieOutCase;

static const TieOutCase results[] = {
  /* Microsoft's example: 700 - 500 = 200. */
  { { BASE, "balance: C=700 | B=300", "invoice: subtotal=-200 | " ACO },
    "200.00 200.00 - 0.00 0.005 agrees",
    "" },
  { { BASE, "balance: C=700 | B=300", "invoice: subtotal=-150 | " ACO,
      "invoice: subtotal=-50 | invoice=G2 | " ACO, "invoice: subtotal=77",
      "invoice: subtotal=-77 | type=customerCredit" },
    "200.00 200.00 - 0.00 0.01 agrees",
    "" },

  /* The tolerance is a cent. */
  { { BASE, "balance: C=700.01 | B=300", "invoice: subtotal=-200 | " ACO },
    "200.01 200.00 - 0.01 0.005 agrees",
    "" },
  { { BASE, "balance: C=699.99 | B=300", "invoice: subtotal=-200 | " ACO },
    "199.99 200.00 - -0.01 0.005 agrees",
    "" },
  { { BASE, "balance: C=700.0101 | B=300", "invoice: subtotal=-200 | " ACO },
    "200.0101 200.00 - 0.0101 0.005 differs",
    "ACO401" },
  { { BASE, "balance: C=699.9899 | B=300", "invoice: subtotal=-200 | " ACO },
    "199.9899 200.00 - -0.0101 0.005 differs",
    "ACO401" },

  /* The allowance is half a cent a line: of three lines 0.015. */
  { { BASE, "balance: C=700.015 | B=300", "invoice: subtotal=-100 | " ACO,
      "invoice: subtotal=-60 | " ACO, "invoice: subtotal=-40 | " ACO },
    "200.015 200.00 - 0.015 0.015 rounding",
    "ACO403" },
  { { BASE, "balance: C=699.985 | B=300", "invoice: subtotal=-100 | " ACO,
      "invoice: subtotal=-60 | " ACO, "invoice: subtotal=-40 | " ACO },
    "199.985 200.00 - -0.015 0.015 rounding",
    "ACO403" },
  { { BASE, "balance: C=700.0151 | B=300", "invoice: subtotal=-100 | " ACO,
      "invoice: subtotal=-60 | " ACO, "invoice: subtotal=-40 | " ACO },
    "200.0151 200.00 - 0.0151 0.015 differs",
    "ACO401" },
  { { BASE, "balance: C=699.9849 | B=300", "invoice: subtotal=-100 | " ACO,
      "invoice: subtotal=-60 | " ACO, "invoice: subtotal=-40 | " ACO },
    "199.9849 200.00 - -0.0151 0.015 differs",
    "ACO401" },
  /* A larger tolerance than allowance leaves no rounding: two lines. */
  { { BASE, "balance: C=700.01 | B=300", "invoice: subtotal=-100 | " ACO,
      "invoice: subtotal=-100 | " ACO },
    "200.01 200.00 - 0.01 0.01 agrees",
    "" },

  /* Credit is missing on one side. */
  { { BASE, "balance: C=700 | B=300", "invoice: subtotal=10" },
    "200.00 0.00 - 200.00 0.00 differs",
    "ACO401" },
  { { BASE, "balance: C=500 | B=500", "invoice: subtotal=-200 | " ACO },
    "0.00 200.00 - -200.00 0.005 differs",
    "ACO401" },
  { { "balance: customer=c2", "invoice: subtotal=-200 | " ACO },
    "0.00 200.00 - -200.00 0.005 differs",
    "ACO401" },
  /* A credit that charges counts against. */
  { { BASE, "balance: C=495 | B=505", "invoice: subtotal=5 | " ACO },
    "-5.00 -5.00 - 0.00 0.005 agrees",
    "" },
  /* Nothing used and nothing credited is no row. */
  { { BASE, "balance: C=500 | B=500", "invoice: subtotal=10" }, "", "" },
  /* Two keys of one currency add up. */
  { { BASE, "balance: C=700 | B=300", "balance: agreement=a2 | C=5 | B=1 | effective=2026-10-01",
      "invoice: subtotal=-205 | " ACO },
    "205.00 205.00 - 0.00 0.005 agrees",
    "" },
  /* Both moved and together nothing: a row all the same. */
  { { BASE, "balance: C=505 | B=495", "balance: month=2026-09 | agreement=a2 | B=1",
      "balance: agreement=a2 | C=-5 | B=6", "invoice: subtotal=1" },
    "0.00 0.00 - 0.00 0.00 agrees",
    "" },

  /* Not comparable: no balance row of the month at all. */
  { { BASE, "invoice: subtotal=-200 | " ACO }, "- 200.00 - - 0.005 not-comparable", "ACO407" },
  { { "invoice: subtotal=-200 | " ACO }, "- 200.00 - - 0.005 not-comparable", "ACO407" },
  /* Used is not known. */
  { { "balance: C=700 | B=300", "invoice: subtotal=-200 | " ACO },
    "- 200.00 - - 0.005 not-comparable",
    "" },
  { { BASE, "balance: C=700 | B=300", "balance: agreement=a2 | C=5 | B=1",
      "invoice: subtotal=-200 | " ACO },
    "- 200.00 - - 0.005 not-comparable",
    "" },
  /* Used covers September as well. */
  { { "balance: month=2026-08 | C=500 | B=500", "balance: C=700 | B=300",
      "invoice: subtotal=-200 | " ACO },
    "200.00 200.00 - 0.00 0.005 not-comparable",
    "" },
  /* No invoice of the month. */
  { { BASE, "balance: C=700 | B=300" }, "200.00 - - - 0.00 not-comparable", "ACO405" },
  { { BASE, "balance: C=700 | B=300", "invoice: invoice= | subtotal=-200 | " ACO },
    "200.00 - - - 0.00 not-comparable",
    "ACO405" },
  { { BASE, "balance: C=700 | B=300", "invoice: month=2026-11 | subtotal=-200 | " ACO },
    "200.00 - - - 0.00 not-comparable",
    "ACO405" },
  /* That of another customer is one, so that the credit is missing on it. */
  { { BASE, "balance: C=700 | B=300", "invoice: customer=c2 | subtotal=5" },
    "200.00 0.00 - 200.00 0.00 differs",
    "ACO401" },
  /* One of another currency is none: each currency has an invoice of its own. */
  { { BASE, "balance: C=700 | B=300", "invoice: subtotal=5 | currency=EUR | pricing-currency=EUR",
      "invoice: customer=c2 | subtotal=5 | currency=EUR" },
    "200.00 - - - 0.00 not-comparable",
    "ACO405" },
  /* But one of the customer that is priced in the currency is one. */
  { { BASE, "balance: C=700 | B=300", "invoice: subtotal=5 | currency=EUR" },
    "200.00 0.00 - 200.00 0.00 differs",
    "ACO401" },
  /* Half a unit a line where there are no cents. */
  { { "balance: currency=JPY | month=2026-09 | C=500 | B=500 | effective=2026-08-01",
      "balance: currency=JPY | C=702 | B=300", "invoice: currency=JPY | subtotal=-100 | " ACO,
      "invoice: currency=JPY | subtotal=-50 | " ACO, "invoice: currency=jpy | subtotal=-25 | " ACO,
      "invoice: currency=JPY | subtotal=-25 | " ACO },
    "202.00 200.00 - 2.00 2.00 rounding",
    "ACO403" },
  { { "balance: currency=JPY | month=2026-09 | C=500 | B=500 | effective=2026-08-01",
      "balance: currency=JPY | C=702 | B=300", "invoice: currency=JPY | subtotal=-100 | " ACO,
      "invoice: currency=JPY | subtotal=-50 | " ACO,
      "invoice: currency=JPY | subtotal=-50 | " ACO },
    "202.00 200.00 - 2.00 1.50 differs",
    "ACO401" },
  /* Without an invoice nothing known and nothing used is no ACO405. */
  { { "balance: C=700 | B=300" }, "- - - - 0.00 not-comparable", "" },
  { { BASE, "balance: C=500 | B=500" }, "", "" },
  { { BASE, "balance: C=505 | B=495", "balance: month=2026-09 | agreement=a2 | B=1",
      "balance: agreement=a2 | C=-5 | B=6" },
    "0.00 - - - 0.00 not-comparable",
    "" },
  { { BASE, "balance: C=495 | B=505" }, "-5.00 - - - 0.00 not-comparable", "ACO405" },

  /* Daily usage alone makes a row. */
  { { BASE, "balance: C=500 | B=500", "usage: total=3 | " CREDITED },
    "0.00 - 3.00 - 0.00 not-comparable",
    "" },
  { { "usage: total=3 | " CREDITED }, "- - 3.00 - 0.00 not-comparable", "ACO407" },
  { { "usage: total=3" }, "", "" },
  { { BASE, "usage: total=3 | " CREDITED }, "- - 3.00 - 0.00 not-comparable", "ACO407" },
  /* Without credited rows, but with daily usage of the month, it is 0. */
  { { BASE, "balance: C=700 | B=300", "invoice: subtotal=-200 | " ACO,
      "usage: customer=c2 | total=1" },
    "200.00 200.00 0.00 0.00 0.005 agrees",
    "ACO402" },
  { { BASE, "balance: C=700 | B=300", "invoice: subtotal=-200 | " ACO,
      "usage: invoice=G9 | day=2026-09-30 | total=1" },
    "200.00 200.00 - 0.00 0.005 agrees",
    "" },
};

/* The tie-out's own; ACO406 is about charges, ACO408 has a room of its own. */
static char *
codes_of_400 (const Report *report)
{
  g_autofree char *codes = describe_codes (report);
  g_auto (GStrv) parts = g_strsplit (codes, " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], "ACO4") && strcmp (parts[i], "ACO406") != 0
        && strcmp (parts[i], "ACO408") != 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", parts[i]);
  return g_string_free (out, FALSE);
}

START_TEST (the_first_result_that_fits_is_told)
{
  const ReckonPlan plan = october_rules ();
  g_autoptr (Report) report = build_report_of_rows (&plan, results[_i].rows);
  g_autofree char *codes = codes_of_400 (report);

  EXPECT_ROWS (report, REPORT_TIE_OUT, FIGURES, results[_i].table);
  ck_assert_str_eq (codes, results[_i].codes);
}
END_TEST

START_TEST (the_tolerance_is_that_of_the_rules)
{
  ReckonPlan plan = october_rules ();

  plan.tolerance = decimal_from_int (5);
  g_autoptr (Report) agrees
      = BUILD_REPORT (&plan, BASE, "balance: C=705 | B=300", "invoice: subtotal=-200 | " ACO);
  EXPECT_ROWS (agrees, REPORT_TIE_OUT, "difference result", "5.00 agrees");
  plan.tolerance = (Decimal){ 0 };
  g_autoptr (Report) rounding
      = BUILD_REPORT (&plan, BASE, "balance: C=700.005 | B=300", "invoice: subtotal=-200 | " ACO);
  EXPECT_ROWS (rounding, REPORT_TIE_OUT, "difference result", "0.005 rounding");
}
END_TEST

/* Currencies: a line of 9.00 EUR, priced 10 USD. */

#define EURO_CREDIT "invoice: currency=EUR | subtotal=-9.00 | rate=0.9 | " ACO
#define PRICED " | price=-10 | quantity=1"
#define DOLLAR_BASE "balance: month=2026-09 | B=100"
#define EURO_BASE "balance: month=2026-09 | currency=EUR | agreement=a2 | B=100"

/* Rows: currency and figures. */
static const TieOutCase currencies[] = {
  /* The balance is in the pricing currency: the credit counts there. */
  { { DOLLAR_BASE, "balance: C=10 | B=90", EURO_CREDIT PRICED },
    "USD 10.00 10.00 - 0.00 0.005 agrees",
    "" },
  /* It is in its own. */
  { { EURO_BASE, "balance: currency=EUR | agreement=a2 | C=9 | B=91", EURO_CREDIT PRICED },
    "EUR 9.00 9.00 - 0.00 0.005 agrees",
    "" },
  /* In both: its own wins; the other misses it. */
  { { EURO_BASE, "balance: currency=EUR | agreement=a2 | C=9 | B=91", DOLLAR_BASE,
      "balance: C=10 | B=90", EURO_CREDIT PRICED },
    "EUR 9.00 9.00 - 0.00 0.005 agrees\nUSD 10.00 0.00 - 10.00 0.00 differs",
    "ACO401" },
  /* It cannot be converted: ACO404, and the row beside waits for it. */
  { { DOLLAR_BASE, "balance: C=10 | B=90", EURO_CREDIT },
    "EUR - 9.00 - - 0.005 not-comparable\nUSD 10.00 0.00 - 10.00 0.00 not-comparable",
    "ACO404" },
  /* A row beside that has a credit line is compared. */
  { { DOLLAR_BASE, "balance: C=10 | B=90", EURO_CREDIT, "invoice: subtotal=-10 | " ACO },
    "EUR - 9.00 - - 0.005 not-comparable\nUSD 10.00 10.00 - 0.00 0.005 agrees",
    "ACO404" },
  /* Neither currency has a balance, another has. */
  { { "balance: currency=GBP | month=2026-09 | B=100", "balance: currency=GBP | B=100",
      EURO_CREDIT PRICED },
    "EUR - 9.00 - - 0.005 not-comparable",
    "ACO404" },
  /* Without any balance row of the customer it is a plain difference, where there is a balance
     report in the currency. */
  { { "balance: customer=c2 | currency=EUR", EURO_CREDIT },
    "EUR 0.00 9.00 - -9.00 0.005 differs",
    "ACO401" },
  { { "balance: customer=c2", EURO_CREDIT }, "EUR - 9.00 - - 0.005 not-comparable", "ACO407" },
  /* Balances of the customer in another month do not matter. */
  { { DOLLAR_BASE, "balance: customer=c2 | currency=EUR", EURO_CREDIT },
    "EUR 0.00 9.00 - -9.00 0.005 differs",
    "ACO401" },
  /* Only rows of the same customer wait. */
  { { DOLLAR_BASE, "balance: C=0 | B=100", EURO_CREDIT,
      "balance: month=2026-09 | customer=c2 | B=100", "balance: customer=c2 | C=10 | B=90",
      "invoice: customer=c3 | subtotal=1" },
    "EUR - 9.00 - - 0.005 not-comparable\nUSD 10.00 0.00 - 10.00 0.00 differs",
    "ACO401 ACO404" },
  /* That another customer's lines are priced in the currency is no invoice in it. */
  { { DOLLAR_BASE, "balance: C=10 | B=90", "invoice: customer=c2 | currency=EUR | subtotal=1" },
    "USD 10.00 - - - 0.00 not-comparable",
    "ACO405" },
  /* T(E x Q): 10.019 USD are 10.01. */
  { { DOLLAR_BASE, "balance: C=10.01 | B=90",
      "invoice: currency=EUR | subtotal=-9.00 | rate=0.9 | price=-10.019 | quantity=1 | " ACO },
    "USD 10.01 10.01 - 0.00 0.005 agrees",
    "" },
  /* Daily rows likewise. */
  { { DOLLAR_BASE, "balance: C=10 | B=90", EURO_CREDIT PRICED,
      "usage: currency=EUR | total=9 | pricing-total=10 | " CREDITED },
    "USD 10.00 10.00 10.00 0.00 0.005 agrees",
    "" },
  { { DOLLAR_BASE, "balance: C=10 | B=90", EURO_CREDIT PRICED,
      "usage: currency=EUR | total=9 | " CREDITED },
    "EUR - 0.00 9.00 - 0.00 not-comparable\nUSD 10.00 10.00 0.00 0.00 0.005 agrees",
    "ACO402 ACO407" },
};

START_TEST (a_credit_counts_in_the_currency_of_the_balance)
{
  const ReckonPlan plan = october_rules ();
  g_autoptr (Report) report = build_report_of_rows (&plan, currencies[_i].rows);
  g_autofree char *codes = codes_of_400 (report);

  EXPECT_ROWS (report, REPORT_TIE_OUT, "currency " FIGURES, currencies[_i].table);
  ck_assert_str_eq (codes, currencies[_i].codes);
}
END_TEST

/* Findings: who, when, how much, and where they stand */

typedef struct
{
  const char *rows[7];
  const char *code;
  const char *expected;
} FindingCase;

static const FindingCase findings[] = {
  /* ACO401 and 403 stand on the first balance row, else the first credit line. */
  { { BASE, "balance: C=700 | B=300", "balance: agreement=a0 | C=1 | B=1 | effective=2026-10-01",
      "invoice: subtotal=-150 | " ACO },
    "ACO401",
    "error c1 - USD 2026-10 51.00 balance.csv 3" },
  { { "balance: customer=c2", "invoice: subtotal=1", "invoice: subtotal=-20 | line=9 | " ACO,
      "invoice: subtotal=-10 | invoice=G2 | line=4 | " ACO },
    "ACO401",
    "error c1 - USD 2026-10 -30.00 invoice.csv 4" },
  { { BASE, "balance: C=700.015 | B=300", "invoice: subtotal=-100 | " ACO,
      "invoice: subtotal=-60 | " ACO, "invoice: subtotal=-40 | " ACO },
    "ACO403",
    "notice c1 - USD 2026-10 0.015 balance.csv 3" },

  /* ACO402: less in the daily files is a notice, more an error. A cent is the tolerance, another
     the drift of the line: 0.02 agree. */
  { { "invoice: subtotal=-200 | " ACO, "usage: total=199.98 | " CREDITED }, "ACO402", "" },
  { { "invoice: subtotal=-200 | " ACO, "usage: total=200.02 | " CREDITED }, "ACO402", "" },
  { { "invoice: subtotal=1", "invoice: subtotal=-200 | " ACO, "usage: total=199.97 | " CREDITED },
    "ACO402",
    "notice c1 - USD 2026-10 0.03 invoice.csv 3" },
  { { "invoice: subtotal=-200 | " ACO, "usage: total=200.03 | " CREDITED },
    "ACO402",
    "error c1 - USD 2026-10 -0.03 invoice.csv 2" },
  /* Two lines drift by two cents. */
  { { "invoice: subtotal=-100 | " ACO, "invoice: subtotal=-100 | " ACO,
      "usage: total=200.03 | " CREDITED },
    "ACO402",
    "" },
  { { "invoice: subtotal=-100 | " ACO, "invoice: subtotal=-100 | " ACO,
      "usage: total=200.04 | " CREDITED },
    "ACO402",
    "error c1 - USD 2026-10 -0.04 invoice.csv 2" },
  /* At a rate of 2 a line drifts by 0.03, in its currency; with the tolerance 0.04. */
  { { "invoice: subtotal=-200 | rate=2 | " ACO, "usage: total=200.04 | " CREDITED }, "ACO402", "" },
  { { "invoice: subtotal=-200 | rate=2 | " ACO, "usage: total=200.05 | " CREDITED },
    "ACO402",
    "error c1 - USD 2026-10 -0.05 invoice.csv 2" },
  /* Where it is converted, by a cent: 10 USD. */
  { { "balance: C=10 | B=5 | effective=2026-10-01", EURO_CREDIT PRICED,
      "usage: currency=EUR | total=9 | pricing-total=10.02 | " CREDITED },
    "ACO402",
    "" },
  { { "balance: C=10 | B=5 | effective=2026-10-01", EURO_CREDIT PRICED,
      "usage: currency=EUR | total=9 | pricing-total=10.03 | " CREDITED },
    "ACO402",
    "error c1 - USD 2026-10 -0.03 invoice.csv 2" },
  /* The sum of daily values is rounded once: 100.012 + 100.0129 = 200.0249 is 200.02. */
  { { "invoice: subtotal=-200 | " ACO, "usage: total=100.012 | " CREDITED,
      "usage: total=100.0129 | day=2026-10-16 | " CREDITED },
    "ACO402",
    "" },
  { { "invoice: subtotal=-200 | " ACO, "usage: total=100.012 | " CREDITED,
      "usage: total=100.013 | day=2026-10-16 | " CREDITED },
    "ACO402",
    "error c1 - USD 2026-10 -0.03 invoice.csv 2" },
  /* Without a credit line it stands on the first credited daily row. */
  { { "invoice: subtotal=1", "usage: total=9", "usage: total=3 | " CREDITED,
      "usage: total=3 | " CREDITED },
    "ACO402",
    "error c1 - USD 2026-10 -6.00 usage.csv 3" },
  /* Nothing is compared with what was not read. */
  { { "invoice: subtotal=-200 | " ACO }, "ACO402", "" },
  { { "usage: total=3 | " CREDITED }, "ACO402", "" },
  /* It is compared also where the balance is not. */
  { { "balance: C=700 | B=300", "invoice: subtotal=-200 | " ACO, "usage: total=100 | " CREDITED },
    "ACO402",
    "notice c1 - USD 2026-10 100.00 invoice.csv 2" },

  /* ACO404 stands on the first credit line in that currency. */
  { { DOLLAR_BASE, "balance: C=10 | B=90", "invoice: subtotal=-1 | " ACO, EURO_CREDIT,
      EURO_CREDIT " | subtotal=-1" },
    "ACO404",
    "warning c1 - EUR 2026-10 10.00 invoice.csv 3" },

  /* ACO405 */
  { { BASE, "balance: C=700 | B=300" }, "ACO405", "warning c1 - USD 2026-10 200.00 balance.csv 3" },
  { { BASE, "balance: C=700 | B=300", "invoice: customer=c9 | subtotal=1" }, "ACO405", "" },

  /* ACO407: one per month and currency, of all customers. */
  { { BASE, "invoice: subtotal=-200 | " ACO, "invoice: subtotal=-5 | customer=c2 | " ACO,
      "invoice: subtotal=-7 | currency=EUR | " ACO, "invoice: subtotal=100" },
    "ACO407",
    "warning - - EUR 2026-10 7.00 invoice.csv 4\nwarning - - USD 2026-10 205.00 invoice.csv 2" },
  /* Credit that is not known counts as 0; daily rows stand where there are no lines. */
  { { BASE, "usage: total=3 | " CREDITED }, "ACO407", "warning - - USD 2026-10 0.00 usage.csv 2" },
  { { BASE, "usage: customer=b1 | total=3 | " CREDITED, "invoice: subtotal=-5 | " ACO },
    "ACO407",
    "warning - - USD 2026-10 5.00 invoice.csv 2" },
  /* Without a row there is nothing to miss; with a balance row of anyone nothing is missing. */
  { { BASE, "invoice: subtotal=200" }, "ACO407", "" },
  { { BASE, "invoice: subtotal=-200 | " ACO, "balance: customer=c9" }, "ACO407", "" },
  /* Also where no balance file was read at all. */
  { { "invoice: subtotal=-200 | " ACO }, "ACO407", "warning - - USD 2026-10 200.00 invoice.csv 2" },
  /* A balance report in another currency is another account's; ACO404 tells its own story. */
  { { "balance: customer=c9 | currency=EUR", "invoice: subtotal=-200 | " ACO },
    "ACO407",
    "warning - - USD 2026-10 200.00 invoice.csv 2" },
  { { "balance: currency=EUR", "invoice: subtotal=-200 | " ACO }, "ACO407", "" },

  /* A yen a line where there are no cents: two lines and the tolerance are 2.01. */
  { { "invoice: currency=JPY | subtotal=-100 | " ACO,
      "invoice: currency=JPY | subtotal=-100 | " ACO,
      "usage: currency=JPY | total=202.01 | " CREDITED },
    "ACO402",
    "" },
  { { "invoice: currency=JPY | subtotal=-100 | " ACO,
      "invoice: currency=JPY | subtotal=-100 | " ACO,
      "usage: currency=JPY | total=202.02 | " CREDITED },
    "ACO402",
    "error c1 - JPY 2026-10 -2.02 invoice.csv 2" },
};

START_TEST (a_difference_is_found_and_its_near_miss_is_not)
{
  const ReckonPlan plan = october_rules ();
  g_autoptr (Report) report = build_report_of_rows (&plan, findings[_i].rows);

  EXPECT_FINDINGS (report, findings[_i].code, findings[_i].expected);
}
END_TEST

/* A balance file with a header and no row covers no month. */
START_TEST (an_empty_balance_report_is_one_that_misses_every_month)
{
  g_autoptr (Books) books = build_books ();

  (void) input_book_file (books->inputs, 0, "balance.csv", KIND_ACO_BALANCE);
  BUILD_ROWS (books, "invoice: subtotal=-200 | " ACO);
  g_autoptr (Report) report = build_report (books, NULL);

  EXPECT_FINDINGS (report, "ACO407", "warning - - USD 2026-10 200.00 invoice.csv 2");
}
END_TEST

START_TEST (months_without_a_balance_report_are_found_one_by_one)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "balance: month=2026-12", "invoice: subtotal=-200 | " ACO,
                      "invoice: subtotal=-1 | month=2026-11 | invoice=G2 | "
                      "" ACO);

  EXPECT_FINDINGS (report, "ACO407",
                   "warning - - USD 2026-10 200.00 invoice.csv 2\n"
                   "warning - - USD 2026-11 1.00 invoice.csv 3");
}
END_TEST

START_TEST (rows_are_sorted_and_named)
{
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "invoice: subtotal=-1 | customer=C2 | name=Zwei | " ACO,
      "invoice: subtotal=-1 | currency=usd | " ACO, "invoice: subtotal=-1 | currency=EUR | " ACO,
      "invoice: subtotal=-1 | month=2026-09 | invoice=G0 | " ACO);

  EXPECT_ROWS (report, REPORT_TIE_OUT, "customer_id customer_name currency month",
               "c1 - EUR 2026-10\nc1 - USD 2026-09\nc1 - USD 2026-10\nc2 Zwei USD 2026-10");
}
END_TEST

/* 200 in September differ, 300 in October too. */
START_TEST (only_reported_months_have_rows_and_findings)
{
  ReckonPlan plan = october_rules ();
  static const char *const rows[] = { "balance: month=2026-09 | B=1", "balance: B=1",
                                      "invoice: subtotal=-200 | month=2026-09 | " ACO,
                                      "invoice: subtotal=-300 | invoice=G2 | " ACO, NULL };
  g_autoptr (Report) october = build_report_of_rows (&plan, rows);

  EXPECT_ROWS (october, REPORT_TIE_OUT, "month difference", "2026-10 -300.00");
  EXPECT_FINDINGS (october, "ACO401", "error c1 - USD 2026-10 -300.00 balance.csv 3");
  g_autoptr (Report) both = build_report_of_rows (NULL, rows);
  EXPECT_ROWS (both, REPORT_TIE_OUT, "month difference", "2026-09 -200.00\n2026-10 -300.00");
}
END_TEST

/* Daily rows belong to the month of their invoice. */
START_TEST (daily_credit_is_of_the_month_of_its_invoice)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "invoice: subtotal=-5 | month=2026-10 | " ACO,
                      "usage: day=2026-11-01 | total=5 | invoice=g1 | " CREDITED);

  EXPECT_ROWS (report, REPORT_TIE_OUT, "month invoice_credit usage_credit", "2026-10 5.00 5.00");
}
END_TEST

/* Where no credited row of the run has a total, list prices count. */
START_TEST (daily_credit_without_totals_is_the_list_value)
{
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "invoice: subtotal=-12 | currency=EUR | rate=0.6 | " ACO,
      "usage: total=0 | price=2 | quantity=10 | rate=0.6 | currency=EUR | percent=100",
      "usage: total=0 | " CREDITED " | currency=EUR");

  EXPECT_ROWS (report, REPORT_TIE_OUT, "currency usage_credit", "EUR 12.00");
}
END_TEST

static const char *
message_of (const Report *report, const char *code)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      if (strcmp (finding_info (row->code)->code, code) == 0)
        return row->message;
    }
  ck_abort_msg ("no finding %s", code);
  return NULL;
}

START_TEST (messages_name_both_sides)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, BASE, "balance: C=700 | B=300", "invoice: subtotal=-150 | " ACO,
                      "usage: total=120 | " CREDITED);

  ck_assert_ptr_nonnull (strstr (message_of (report, "ACO401"), "used 200.00"));
  ck_assert_ptr_nonnull (strstr (message_of (report, "ACO401"), "credits 150.00"));
  ck_assert_ptr_nonnull (strstr (message_of (report, "ACO402"), "credits 150.00"));
  ck_assert_ptr_nonnull (strstr (message_of (report, "ACO402"), "daily usage 120.00"));
}
END_TEST

/* The use of each month is 100, from July on; invoices credit what a case says. */
#define JULY "balance: month=2026-07 | C=100 | B=900 | effective=2026-07-01"
#define AUGUST "balance: month=2026-08 | C=200 | B=800 | effective=2026-07-01"
#define LATE_AUGUST \
  "; the difference of 2026-08, -100.00, cancels this one: the invoice of 2026-08 likely counts " \
  "the " \
  "credit of 2026-07"
#define CREDIT_OF(month, amount) \
  "invoice: month=" month " | invoice=G" month " | subtotal=-" amount " | " ACO
#define LINE_OF(month) "invoice: month=" month " | invoice=G" month

static const struct
{
  const char *rows[7];
  const char *ends[4]; /* of the messages of ACO401, what follows both sides */
} cancelling[] = {
  { { JULY, AUGUST, LINE_OF ("2026-07"), CREDIT_OF ("2026-08", "200") },
    { LATE_AUGUST, "; the difference of 2026-07, 100.00, cancels this one: the invoice of 2026-08 "
                   "likely counts the credit of 2026-07" } },
  { { JULY " | C=0 | B=1000", AUGUST, CREDIT_OF ("2026-07", "200"), LINE_OF ("2026-08") },
    { "; the difference of 2026-08, 200.00, cancels this one: the balance report of 2026-08 likely "
      "counts the credit of 2026-07",
      "; the difference of 2026-07, -200.00, cancels this one: the balance report of 2026-08 "
      "likely "
      "counts the credit of 2026-07" } },
  /* a cent more or less is another matter */
  { { JULY, AUGUST, LINE_OF ("2026-07"), CREDIT_OF ("2026-08", "200.02") }, { "", "" } },
  { { JULY, AUGUST, LINE_OF ("2026-07"), LINE_OF ("2026-08") }, { "", "" } },
  /* two months apart */
  { { JULY, AUGUST " | month=2026-09", AUGUST, CREDIT_OF ("2026-09", "100"), LINE_OF ("2026-07"),
      CREDIT_OF ("2026-08", "100") },
    { "", "" } },
  /* another customer, another currency */
  { { JULY, "invoice: month=2026-07", "balance: customer=c2 | month=2026-07",
      "balance: customer=c2 | month=2026-08", CREDIT_OF ("2026-08", "100") " | customer=c2" },
    { "", "" } },
  { { JULY, "invoice: month=2026-07", "invoice: month=2026-07 | currency=EUR | invoice=E7",
      "balance: month=2026-07 | currency=EUR | agreement=a2",
      "balance: month=2026-08 | currency=EUR | agreement=a2",
      "invoice: month=2026-08 | currency=EUR | invoice=E8 | subtotal=-100 | " ACO },
    { "", "" } },
};

START_TEST (differences_that_cancel_in_neighbouring_months_name_each_other)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, cancelling[_i].rows);
  guint found = 0;

  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      if (strcmp (finding_info (row->code)->code, "ACO401") != 0)
        continue;
      const char *credits = strstr (row->message, "the invoice credits ");
      const char *end = strpbrk (credits, ";");
      ck_assert_ptr_nonnull (cancelling[_i].ends[found]);
      ck_assert_str_eq (end != NULL ? end : "", cancelling[_i].ends[found]);
      found++;
    }
  ck_assert_uint_eq (found, 2);
}
END_TEST

/* Of three in a row the first two belong together, and the third stands alone. */
START_TEST (a_difference_is_named_by_one_other_at_most)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, JULY, AUGUST " | C=100 | B=900", AUGUST " | month=2026-09",
                      LINE_OF ("2026-07"), CREDIT_OF ("2026-08", "100"), LINE_OF ("2026-09"));
  const FindingRow *rows[3] = { NULL };
  guint found = 0;

  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      if (strcmp (finding_info (row->code)->code, "ACO401") == 0 && found < 3)
        rows[found++] = row;
    }
  ck_assert_uint_eq (found, 3);
  ck_assert_ptr_nonnull (strstr (rows[0]->message, "2026-08, -100.00, cancels"));
  ck_assert_ptr_nonnull (strstr (rows[1]->message, "2026-07, 100.00, cancels"));
  ck_assert_ptr_null (strstr (rows[2]->message, "cancels"));
}
END_TEST

/* The other month is known of although it is not reported. */
START_TEST (a_month_that_is_not_reported_is_named_all_the_same)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 8);
  g_autoptr (Report) report
      = BUILD_REPORT (&plan, JULY, AUGUST, LINE_OF ("2026-07"), CREDIT_OF ("2026-08", "200"));
  EXPECT_FINDINGS (report, "ACO401", "error c1 - USD 2026-08 -100.00 balance.csv 3");
  ck_assert_ptr_nonnull (
      strstr (message_of (report, "ACO401"), "the difference of 2026-07, 100.00"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("tie-out");
  TCase *table = tcase_create ("table");
  TCase *found = tcase_create ("findings");

  tcase_add_loop_test (table, the_first_result_that_fits_is_told, 0, G_N_ELEMENTS (results));
  tcase_add_test (table, the_tolerance_is_that_of_the_rules);
  tcase_add_loop_test (table, a_credit_counts_in_the_currency_of_the_balance, 0,
                       G_N_ELEMENTS (currencies));
  tcase_add_test (table, rows_are_sorted_and_named);
  tcase_add_test (table, only_reported_months_have_rows_and_findings);
  tcase_add_test (table, daily_credit_is_of_the_month_of_its_invoice);
  tcase_add_test (table, daily_credit_without_totals_is_the_list_value);
  tcase_add_loop_test (found, a_difference_is_found_and_its_near_miss_is_not, 0,
                       G_N_ELEMENTS (findings));
  tcase_add_test (found, an_empty_balance_report_is_one_that_misses_every_month);
  tcase_add_test (found, months_without_a_balance_report_are_found_one_by_one);
  tcase_add_test (found, messages_name_both_sides);
  tcase_add_loop_test (found, differences_that_cancel_in_neighbouring_months_name_each_other, 0,
                       G_N_ELEMENTS (cancelling));
  tcase_add_test (found, a_difference_is_named_by_one_other_at_most);
  tcase_add_test (found, a_month_that_is_not_reported_is_named_all_the_same);
  suite_add_tcase (suite, table);
  suite_add_tcase (suite, found);
  return suite;
}

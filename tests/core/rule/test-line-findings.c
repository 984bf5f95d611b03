/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/line-findings.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#define ACO "reason=Azure Credit Offer"
#define PEC "adjustment=15% Partner earned credit"
#define NO_PLAN "subscription= | meter="

typedef struct
{
  const char *rows[6];
  const char *code;
  const char *expected;
} LineCase;

/* Lines stand in invoice.csv from line 2 on. The product of 3.339 and 3 is 10.017. */
static const LineCase line_cases[] = {
  /* ACO201: off from the nearest of T = 10.01, 9.99 by seats, H = 10.02. */
  { { "invoice: subtotal=10.01 | price=3.339 | quantity=3" }, "ACO201", "" },
  { { "invoice: subtotal=10.03 | price=3.339 | quantity=3" },
    "ACO201",
    "warning c1 - USD 2026-10 0.01 invoice.csv 2" },
  { { "invoice: subtotal=9.98 | price=3.339 | quantity=3" },
    "ACO201",
    "warning c1 - USD 2026-10 -0.01 invoice.csv 2" },
  { { "invoice: subtotal=10.0001 | price=3.339 | quantity=3" }, "ACO201", "" },
  { { "invoice: subtotal=0 | price=3.339 | quantity=3" },
    "ACO201",
    "warning c1 - USD 2026-10 -9.99 invoice.csv 2" },
  /* Credits are tested like charges. */
  { { "invoice: subtotal=-10.03 | price=-3.339 | quantity=3 | " ACO },
    "ACO201",
    "warning c1 - USD 2026-10 -0.01 invoice.csv 2" },
  /* A licence may be off by a cent a seat: 9.99 - 0.03 = 9.96; Azure usage may not. */
  { { "invoice: subtotal=9.96 | price=3.339 | quantity=3 | " NO_PLAN }, "ACO201", "" },
  { { "invoice: subtotal=9.95 | price=3.339 | quantity=3 | " NO_PLAN },
    "ACO201",
    "warning c1 - USD 2026-10 -0.04 invoice.csv 2" },
  { { "invoice: subtotal=9.96 | price=3.339 | quantity=3" },
    "ACO201",
    "warning c1 - USD 2026-10 -0.03 invoice.csv 2" },
  /* Without price or quantity nothing can be said. */
  { { "invoice: subtotal=1 | price=3.339", "invoice: subtotal=1 | quantity=3" }, "ACO201", "" },

  /* ACO202 */
  { { "invoice: subtotal=10 | tax=2 | total=12" }, "ACO202", "" },
  { { "invoice: subtotal=10 | tax=2 | total=12.01" },
    "ACO202",
    "warning c1 - USD 2026-10 0.01 invoice.csv 2" },
  { { "invoice: subtotal=10 | tax=2 | total=0" },
    "ACO202",
    "warning c1 - USD 2026-10 -12.00 invoice.csv 2" },
  { { "invoice: subtotal=-10 | tax=-2 | total=-11.999 | type=customerCredit" },
    "ACO202",
    "warning c1 - USD 2026-10 0.001 invoice.csv 2" },
  { { "invoice: subtotal=10 | tax=2" }, "ACO202", "" },

  /* ACO203 */
  { { "invoice: subtotal=0.01 | " ACO }, "ACO203", "error c1 - USD 2026-10 0.01 invoice.csv 2" },
  { { "invoice: subtotal=0 | " ACO, "invoice: subtotal=-0.01 | " ACO }, "ACO203", "" },
  { { "invoice: subtotal=5 | type=customerCredit", "invoice: subtotal=5" }, "ACO203", "" },

  /* ACO206 */
  { { "invoice: subtotal=-5 | " ACO, "invoice: subtotal=-5 | reservation=r1 | " ACO },
    "ACO206",
    "" },
  { { "invoice: subtotal=-5 | publisher=Contoso | customer=C2 | currency=eur | " ACO },
    "ACO206",
    "error c2 - EUR 2026-10 5.00 invoice.csv 2" },
  { { "invoice: subtotal=-5 | " NO_PLAN " | " ACO },
    "ACO206",
    "error c1 - USD 2026-10 5.00 invoice.csv 2" },
  { { "invoice: subtotal=-5 | product-name=Support plan | " ACO },
    "ACO206",
    "error c1 - USD 2026-10 5.00 invoice.csv 2" },
  /* Without a column that tells products, "other" proves nothing; a publisher does. */
  { { "invoice: subtotal=-5 | tells-product=no | " NO_PLAN " | " ACO }, "ACO206", "" },
  { { "invoice: subtotal=-5 | tells-product=no | publisher=Contoso | " NO_PLAN " | " ACO },
    "ACO206",
    "error c1 - USD 2026-10 5.00 invoice.csv 2" },
  /* Only credits are judged, and only ACO. */
  { { "invoice: subtotal=5 | publisher=Contoso",
      "invoice: subtotal=-5 | publisher=Contoso | type=customerCredit" },
    "ACO206",
    "" },

  /* ACO205: one finding per customer, month, currency and reason. */
  { { "invoice: subtotal=-5 | type=customerCredit | reason=SLA credit",
      "invoice: subtotal=-2 | type=CustomerCredit | reason=sla CREDIT | invoice=G2",
      "invoice: subtotal=-1 | type=customerCredit" },
    "ACO205",
    "notice c1 - USD 2026-10 7.00 invoice.csv 2\nnotice c1 - USD 2026-10 1.00 invoice.csv 4" },
  { { "invoice: subtotal=-5 | type=customerCredit",
      "invoice: subtotal=-4 | type=customerCredit | currency=EUR",
      "invoice: subtotal=-3 | type=customerCredit | customer=c2",
      "invoice: subtotal=-2 | type=customerCredit | month=2026-09 | invoice=G2" },
    "ACO205",
    "notice c1 - EUR 2026-10 4.00 invoice.csv 3\nnotice c1 - USD 2026-09 2.00 invoice.csv 5\n"
    "notice c1 - USD 2026-10 5.00 invoice.csv 2\nnotice c2 - USD 2026-10 3.00 invoice.csv 4" },
  /* The first line in reading order stands for them, whatever its invoice's number. */
  { { "invoice: subtotal=-2 | type=customerCredit | invoice=G9 | line=3",
      "invoice: subtotal=-2 | type=customerCredit | invoice=G1 | line=8" },
    "ACO205",
    "notice c1 - USD 2026-10 4.00 invoice.csv 3" },
  { { "invoice: subtotal=2 | type=customerCredit" },
    "ACO205",
    "notice c1 - USD 2026-10 -2.00 invoice.csv 2" },
  /* A reason that means ACO makes it an ACO credit; a refund has no such type. */
  { { "invoice: subtotal=-2 | type=customerCredit | reason=azure consumption credit",
      "invoice: subtotal=-2 | type=cancelImmediate | reason=SLA credit" },
    "ACO205",
    "" },
};

START_TEST (a_line_is_found_and_its_near_miss_is_not)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, line_cases[_i].rows);

  EXPECT_FINDINGS (report, line_cases[_i].code, line_cases[_i].expected);
}
END_TEST

/* Pairs: a charge and a credit that share all that a pair must share, and one difference. */

#define CHARGE \
  "invoice: subtotal=30 | price=3 | quantity=10 | product=P1 | sku=S1 | availability=A1 | " \
  "order=2026-10-03"
#define CREDIT \
  "invoice: subtotal=-30 | price=-3 | quantity=10 | product=p1 | sku=s1 | availability=a1 | " \
  "order=2026-10-03 | " ACO

static const LineCase pair_cases[] = {
  { { CHARGE, CREDIT }, "ACO204", "" },
  { { CREDIT, CHARGE }, "ACO204", "" }, /* whichever comes first */
  { { CHARGE, CREDIT " | quantity=-10 | price=3" }, "ACO204", "" },
  { { CHARGE " | invoice=g1", CREDIT " | customer=C1" }, "ACO204", "" },
  { { CREDIT }, "ACO204", "warning c1 - USD 2026-10 30.00 invoice.csv 2" },
  { { CHARGE, CREDIT " | product=p2" }, "ACO204", "warning c1 - USD 2026-10 30.00 invoice.csv 3" },
  { { CHARGE, CREDIT " | sku=s2" }, "ACO204", "warning c1 - USD 2026-10 30.00 invoice.csv 3" },
  { { CHARGE, CREDIT " | availability=" },
    "ACO204",
    "warning c1 - USD 2026-10 30.00 invoice.csv 3" },
  { { CHARGE, CREDIT " | order=2026-10-04" },
    "ACO204",
    "warning c1 - USD 2026-10 30.00 invoice.csv 3" },
  { { CHARGE, CREDIT " | customer=c2" }, "ACO204", "warning c2 - USD 2026-10 30.00 invoice.csv 3" },
  { { CHARGE, CREDIT " | invoice=G2" }, "ACO204", "warning c1 - USD 2026-10 30.00 invoice.csv 3" },
  { { CHARGE, CREDIT " | quantity=10.001" },
    "ACO204",
    "warning c1 - USD 2026-10 30.00 invoice.csv 3" },
  { { CHARGE, CREDIT " | price=-2.999" },
    "ACO204",
    "warning c1 - USD 2026-10 30.00 invoice.csv 3" },
  /* 10 and 10.000 are the same quantity. */
  { { CHARGE, CREDIT " | quantity=10.000" }, "ACO204", "" },
  /* Without price or quantity nothing pairs. */
  { { "invoice: subtotal=30", "invoice: subtotal=-30 | " ACO },
    "ACO204",
    "warning c1 - USD 2026-10 30.00 invoice.csv 3" },
  /* A charge can be taken once; another credit is no charge. */
  { { CHARGE, CREDIT, CREDIT }, "ACO204", "warning c1 - USD 2026-10 30.00 invoice.csv 4" },
  { { CHARGE, CHARGE, CREDIT, CREDIT }, "ACO204", "" },
  { { CHARGE " | type=customerCredit", CREDIT },
    "ACO204",
    "warning c1 - USD 2026-10 30.00 invoice.csv 3" },
  /* Other credits need no pair. */
  { { CREDIT " | reason=SLA | type=customerCredit" }, "ACO204", "" },

  /* ACO301: the credit stands against a charge that earned PEC. */
  { { CHARGE " | " PEC, CREDIT }, "ACO301", "error c1 - USD 2026-10 30.00 invoice.csv 3" },
  { { CHARGE " | " PEC, CREDIT }, "ACO204", "" },
  { { CHARGE, CREDIT }, "ACO301", "" },
  /* Charges without PEC are taken first, by the first credits. */
  { { CHARGE " | " PEC, CHARGE, CREDIT }, "ACO301", "" },
  { { CHARGE " | " PEC, CHARGE, CREDIT, CREDIT },
    "ACO301",
    "error c1 - USD 2026-10 30.00 invoice.csv 5" },
  /* PEC of 0 or 100 percent is none. */
  { { CHARGE " | adjustment=100% Partner earned credit", CREDIT }, "ACO301", "" },
  /* No money, no finding. */
  { { CHARGE " | subtotal=0 | " PEC, CREDIT " | subtotal=0" }, "ACO301", "" },
  { { CHARGE " | " PEC, CREDIT " | subtotal=-0.01" },
    "ACO301",
    "error c1 - USD 2026-10 0.01 invoice.csv 3" },
};

START_TEST (a_credit_pairs_with_a_charge_that_shares_everything)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, pair_cases[_i].rows);

  EXPECT_FINDINGS (report, pair_cases[_i].code, pair_cases[_i].expected);
}
END_TEST

START_TEST (lines_are_found_in_the_month_of_their_invoice)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 9);
  /* Most lines of G1 are of October, so that the one of September is too. */
  g_autoptr (Report) report
      = BUILD_REPORT (&plan, "invoice: month=2026-09 | total=5", "invoice: month=2026-10",
                      "invoice: month=2026-10", "invoice: month=2026-09 | invoice=G2 | total=7");
  EXPECT_FINDINGS (report, "ACO202", "warning c1 - USD 2026-09 7.00 invoice.csv 5");
}
END_TEST

START_TEST (estimates_are_not_looked_at)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL,
                      "invoice: invoice= | total=5 | subtotal=3 | price=1 | quantity=1 | "
                      "publisher=Contoso | " ACO,
                      "invoice: invoice= | subtotal=-3 | type=customerCredit");

  EXPECT_CODES (report, "ACO208 ACO408");
}
END_TEST

static const char *
message_of (const Report *report, gsize index)
{
  const FindingRow *row = report_row (report, REPORT_FINDINGS, index);
  return row->message;
}

START_TEST (messages_name_the_money_and_the_reason)
{
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "invoice: subtotal=-5 | type=customerCredit | reason=SLA Credit",
      "invoice: subtotal=-5 | type=customerCredit | reason=SLA Credit | customer=c2",
      "invoice: subtotal=-5 | type=customerCredit | reason=SLA Credit | customer=c2",
      "invoice: subtotal=-5 | type=customerCredit | customer=c3");

  ck_assert_ptr_nonnull (strstr (message_of (report, 0), "1 credit line that is not ACO"));
  ck_assert_ptr_nonnull (strstr (message_of (report, 0), "reason \"SLA Credit\""));
  ck_assert_ptr_nonnull (strstr (message_of (report, 1), "2 credit lines that are not ACO"));
  ck_assert_ptr_nonnull (strstr (message_of (report, 2), "no reason given"));
}
END_TEST

static const struct
{
  const char *rows[6];
  const char *code;
  const char *end; /* of the message of its first finding */
} joined[] = {
  /* ACO204 names an invoice with a free charge of the key, as first written, and its month. */
  { { CHARGE " | month=2026-09", CREDIT " | invoice=G2" },
    "ACO204",
    "credit of 30.00; such a charge without a credit stands on invoice G1 of 2026-09" },
  { { CREDIT " | invoice=G2", CHARGE " | invoice=g-1", CHARGE " | invoice=G-1" },
    "ACO204",
    "; such a charge without a credit stands on invoice g-1 of 2026-10" },
  { { CHARGE, CREDIT, CREDIT " | invoice=G2" }, "ACO204", "credit of 30.00" }, /* it is taken */
  { { CHARGE, CHARGE, CREDIT, CREDIT " | invoice=G2" },
    "ACO204",
    "stands on invoice G1 of 2026-10" },
  { { CHARGE " | product=p2", CREDIT " | invoice=G2" }, "ACO204", "credit of 30.00" },
  { { CHARGE " | invoice=", CREDIT " | invoice=G2" }, "ACO204", "credit of 30.00" },
  { { CREDIT, CREDIT " | invoice=G2" }, "ACO204", "credit of 30.00" },

  /* ACO203 names the credit that it takes back. */
  { { CHARGE, CREDIT, CREDIT " | invoice=G2 | subtotal=30" },
    "ACO203",
    "instead of crediting; it takes back the credit on invoice.csv:3" },
  { { CHARGE, CREDIT, CREDIT " | invoice=G2 | subtotal=29" }, "ACO203", "instead of crediting" },
  { { CREDIT " | subtotal=30" }, "ACO203", "instead of crediting" },
};

START_TEST (messages_name_what_stands_on_other_invoices)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, joined[_i].rows);

  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      if (strcmp (finding_info (row->code)->code, joined[_i].code) != 0)
        continue;
      ck_assert_msg (g_str_has_suffix (row->message, joined[_i].end), "%s", row->message);
      return;
    }
  ck_abort_msg ("no finding %s", joined[_i].code);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("line-findings");
  TCase *lines = tcase_create ("lines");
  TCase *pairs = tcase_create ("pairs");

  tcase_add_loop_test (lines, a_line_is_found_and_its_near_miss_is_not, 0,
                       G_N_ELEMENTS (line_cases));
  tcase_add_test (lines, lines_are_found_in_the_month_of_their_invoice);
  tcase_add_test (lines, estimates_are_not_looked_at);
  tcase_add_test (lines, messages_name_the_money_and_the_reason);
  tcase_add_loop_test (pairs, a_credit_pairs_with_a_charge_that_shares_everything, 0,
                       G_N_ELEMENTS (pair_cases));
  tcase_add_loop_test (pairs, messages_name_what_stands_on_other_invoices, 0,
                       G_N_ELEMENTS (joined));
  suite_add_tcase (suite, lines);
  suite_add_tcase (suite, pairs);
  return suite;
}

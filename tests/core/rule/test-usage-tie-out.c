/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/usage-tie-out.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#define CREDITED "credit-type=Azure Credit Applied"
#define PEC_LINE "adjustment=15% Partner earned credit"

#define FIGURES "pec_percent usage invoice difference lines result"

typedef struct
{
  const char *rows[8];
  const char *table;   /* FIGURES */
  const char *finding; /* ACO406 */
} UsageCase;

static const UsageCase results[] = {
  { { "invoice: subtotal=10", "usage: total=10" }, "- 10.00 10.00 0.00 1 agrees", "" },

  /* A cent per line. */
  { { "invoice: subtotal=10", "usage: total=10.01" }, "- 10.01 10.00 0.01 1 agrees", "" },
  { { "invoice: subtotal=10", "usage: total=9.99" }, "- 9.99 10.00 -0.01 1 agrees", "" },
  { { "invoice: subtotal=10", "usage: total=10.02" },
    "- 10.02 10.00 0.02 1 differs",
    "warning c1 - USD 2026-10 0.02 invoice.csv 2" },
  { { "invoice: subtotal=10", "usage: total=9.98" },
    "- 9.98 10.00 -0.02 1 differs",
    "warning c1 - USD 2026-10 -0.02 invoice.csv 2" },
  { { "invoice: subtotal=5", "invoice: subtotal=5", "invoice: subtotal=0", "usage: total=10.03" },
    "- 10.03 10.00 0.03 3 agrees",
    "" },
  { { "invoice: subtotal=5", "invoice: subtotal=5", "invoice: subtotal=0", "usage: total=10.04" },
    "- 10.04 10.00 0.04 3 differs",
    "warning c1 - USD 2026-10 0.04 invoice.csv 2" },

  /* The invoice of the month may hold credits alone. */
  { { "invoice: subtotal=-1 | reason=Azure Credit Offer", "usage: total=3" },
    "- 3.00 0.00 3.00 0 only-usage",
    "warning c1 - USD 2026-10 3.00 usage.csv 2" },

  /* Usage is rounded once, after all rows were added: 3 x 0.0049 are 0.0147. */
  { { "invoice: subtotal=0", "usage: total=0.0049", "usage: total=0.0049", "usage: total=0.0049" },
    "- 0.01 0.00 0.01 1 agrees",
    "" },
  { { "invoice: subtotal=0", "usage: total=0.005", "usage: total=0.005", "usage: total=0.005" },
    "- 0.02 0.00 0.02 1 differs",
    "warning c1 - USD 2026-10 0.02 invoice.csv 2" },
  { { "invoice: subtotal=0.001", "usage: total=0.0149999" }, "- 0.01 0.001 0.009 1 agrees", "" },

  /* One side alone. */
  { { "invoice: subtotal=1 | product=p2", "usage: total=3 | product=p2",
      "usage: total=7 | sku=1 | product=p2" },
    "- 3.00 1.00 2.00 1 differs\n- 7.00 0.00 7.00 0 only-usage",
    "warning c1 - USD 2026-10 9.00 invoice.csv 2" },
  { { "invoice: subtotal=1", "usage: total=1", "invoice: subtotal=9 | sku=1" },
    "- 1.00 1.00 0.00 1 agrees\n- 0.00 9.00 -9.00 1 only-invoice",
    "warning c1 - USD 2026-10 -9.00 invoice.csv 3" },
  /* Nothing on one side and next to nothing on the other agree. */
  { { "invoice: subtotal=1", "usage: total=1", "usage: total=0.0049 | sku=1",
      "invoice: subtotal=0.01 | sku=2" },
    "- 1.00 1.00 0.00 1 agrees\n- 0.00 0.00 0.00 0 agrees\n- 0.00 0.01 -0.01 1 agrees",
    "" },
  { { "invoice: subtotal=1", "usage: total=1", "usage: total=0.005 | sku=1" },
    "- 1.00 1.00 0.00 1 agrees\n- 0.01 0.00 0.01 0 only-usage",
    "warning c1 - USD 2026-10 0.01 usage.csv 3" },

  /* What stands in no daily file is no difference, whoever the customer is. */
  { { "invoice: subtotal=1 | product=p1", "usage: total=1 | product=p1",
      "invoice: subtotal=500 | product=office" },
    "- 1.00 1.00 0.00 1 agrees",
    "" },
  { { "invoice: subtotal=1 | product=p1", "usage: total=1 | product=p1 | customer=c2" },
    "- 0.00 1.00 -1.00 1 only-invoice\n- 1.00 0.00 1.00 0 only-usage",
    "warning c1 - USD 2026-10 -1.00 invoice.csv 2\nwarning c2 - USD 2026-10 1.00 usage.csv 2" },
  /* An estimate is in no daily file of the proof. */
  { { "invoice: subtotal=1 | product=p1", "usage: total=1 | product=p1",
      "invoice: subtotal=5 | product=p2", "usage: invoice= | total=5 | product=p2" },
    "- 1.00 1.00 0.00 1 agrees",
    "" },

  /* Partner Earned Credit separates groups. */
  { { "invoice: subtotal=8.5 | " PEC_LINE, "invoice: subtotal=10", "usage: total=8.5 | pec=15",
      "usage: total=10" },
    "- 10.00 10.00 0.00 1 agrees\n15.00 8.50 8.50 0.00 1 agrees",
    "" },
  { { "invoice: subtotal=8.5 | " PEC_LINE, "usage: total=8.5" },
    "- 8.50 0.00 8.50 0 only-usage\n15.00 0.00 8.50 -8.50 1 only-invoice",
    "warning c1 - USD 2026-10 0.00 invoice.csv 2" },
  { { "invoice: subtotal=8.5 | " PEC_LINE, "usage: total=4.25 | pec=15.0",
      "usage: total=4.25 | pec=15", "usage: total=2 | pec=7.5" },
    "7.50 2.00 0.00 2.00 0 only-usage\n15.00 8.50 8.50 0.00 1 agrees",
    "warning c1 - USD 2026-10 2.00 usage.csv 4" },

  /* Charges alone are compared, not the credits on them. */
  { { "invoice: subtotal=200", "invoice: subtotal=-200 | reason=Azure Credit Offer",
      "invoice: subtotal=-3 | type=customerCredit", "usage: total=200 | " CREDITED },
    "- 200.00 200.00 0.00 1 agrees",
    "" },
  /* A credited row counts with its value and without Partner Earned Credit. */
  { { "invoice: subtotal=200", "usage: total=-150 | " CREDITED, "usage: total=40",
      "usage: total=10 | pec=15 | " CREDITED },
    "- 200.00 200.00 0.00 1 agrees",
    "" },
  { { "invoice: subtotal=200", "usage: total=0 | price=40 | quantity=5 | " CREDITED },
    "- 200.00 200.00 0.00 1 agrees",
    "" },
  /* One credited total other than 0 in the run makes totals the measure. */
  { { "invoice: subtotal=200", "usage: total=0 | price=40 | quantity=5 | " CREDITED,
      "usage: total=1 | customer=c2 | " CREDITED, "invoice: subtotal=1 | customer=c2" },
    "- 0.00 200.00 -200.00 1 differs\n- 1.00 1.00 0.00 1 agrees",
    "warning c1 - USD 2026-10 -200.00 invoice.csv 2" },

  /* Refunds and reservations are charges like others. */
  { { "invoice: subtotal=10", "invoice: subtotal=-4 | type=cancelImmediate",
      "invoice: subtotal=3 | reservation=r1", "usage: total=9" },
    "- 9.00 9.00 0.00 3 agrees",
    "" },

  /* Several invoices of one month are one. */
  { { "invoice: subtotal=10", "invoice: subtotal=4 | invoice=G2", "usage: total=11",
      "usage: total=3 | invoice=g2" },
    "- 14.00 14.00 0.00 2 agrees",
    "" },
  /* Currencies are not. */
  { { "invoice: subtotal=10", "usage: total=10 | currency=EUR" },
    "- 10.00 0.00 10.00 0 only-usage\n- 0.00 10.00 -10.00 1 only-invoice",
    "warning c1 - EUR 2026-10 10.00 usage.csv 2\nwarning c1 - USD 2026-10 -10.00 invoice.csv 2" },
};

START_TEST (usage_is_compared_with_charges)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, results[_i].rows);

  EXPECT_ROWS (report, REPORT_USAGE_TIE_OUT, FIGURES, results[_i].table);
  EXPECT_FINDINGS (report, "ACO406", results[_i].finding);
}
END_TEST

/* Months */

START_TEST (usage_belongs_to_the_month_of_its_invoice)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "invoice: subtotal=15", "usage: total=10 | day=2026-10-31",
                      "usage: total=5 | day=2026-11-01");

  EXPECT_ROWS (report, REPORT_USAGE_TIE_OUT, "month " FIGURES,
               "2026-10 - 15.00 15.00 0.00 1 agrees");
}
END_TEST

/* The invoice of a row is not read, but another one of its month is. */
START_TEST (usage_of_an_unread_invoice_belongs_to_its_own_month)
{
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "invoice: subtotal=15", "usage: total=15", "usage: total=2 | invoice=G9",
      "usage: total=4 | invoice=G9 | day=2026-11-01", "usage: total=1 | invoice=G8");

  EXPECT_ROWS (report, REPORT_USAGE_TIE_OUT, "month " FIGURES,
               "2026-10 - 18.00 15.00 3.00 1 differs");
  EXPECT_FINDINGS (report, "ACO406", "warning c1 - USD 2026-10 3.00 invoice.csv 2");
}
END_TEST

typedef struct
{
  const char *rows[4];
} OneSidedCase;

/* A month with rows on one side alone is not compared. */
static const OneSidedCase one_sided[] = {
  { { "invoice: subtotal=15" } },
  { { "usage: total=15" } },
  { { "invoice: subtotal=15", "usage: total=15 | invoice=G9 | day=2026-11-01" } },
  { { "invoice: subtotal=15", "usage: total=15 | invoice=" } },
  { { "invoice: subtotal=15 | invoice=", "usage: total=15" } },
};

START_TEST (a_month_that_was_read_on_one_side_is_not_compared)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, one_sided[_i].rows);

  EXPECT_ROWS (report, REPORT_USAGE_TIE_OUT, FIGURES, "");
  EXPECT_FINDINGS (report, "ACO406", "");
}
END_TEST

/* A month that one customer has on both sides is compared for all. */
START_TEST (months_are_those_of_all_customers)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "invoice: subtotal=15", "usage: total=15",
                      "invoice: subtotal=3 | customer=c2", "usage: total=4 | customer=c3");

  EXPECT_ROWS (report, REPORT_USAGE_TIE_OUT, "customer_id result",
               "c1 agrees\nc2 only-invoice\nc3 only-usage");
}
END_TEST

/* 2 in September, 3 in October. */
static const char *const two_months[] = { "invoice: subtotal=1 | month=2026-09 | invoice=G9",
                                          "usage: total=3 | day=2026-09-10 | invoice=G9",
                                          "invoice: subtotal=1", "usage: total=4", NULL };

START_TEST (only_reported_months_have_rows_and_findings)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 10);
  g_autoptr (Report) october = build_report_of_rows (&plan, two_months);
  EXPECT_ROWS (october, REPORT_USAGE_TIE_OUT, "month difference", "2026-10 3.00");
  EXPECT_FINDINGS (october, "ACO406", "warning c1 - USD 2026-10 3.00 invoice.csv 3");
  g_autoptr (Report) both = build_report_of_rows (NULL, two_months);
  EXPECT_ROWS (both, REPORT_USAGE_TIE_OUT, "month difference", "2026-09 2.00\n2026-10 3.00");
  EXPECT_FINDINGS (both, "ACO406",
                   "warning c1 - USD 2026-09 2.00 invoice.csv 2\n"
                   "warning c1 - USD 2026-10 3.00 invoice.csv 3");
}
END_TEST

/* Rows and findings */

START_TEST (rows_are_named_and_sorted)
{
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "usage: total=1 | customer=C2", "usage: total=1 | currency=EUR", "usage: total=1",
      "usage: total=1 | availability=V2", "usage: total=1 | sku=006G",
      "usage: total=1 | product=DZH318", "usage: total=1 | subscription-id=S2",
      "usage: total=1 | pec=15", "invoice: subtotal=0");

  EXPECT_ROWS (report, REPORT_USAGE_TIE_OUT,
               "customer_id subscription_id product_id sku_id availability_id currency month "
               "pec_percent",
               "c1 - - - - EUR 2026-10 -\n"
               "c1 - - - - USD 2026-10 -\n"
               "c1 - - - - USD 2026-10 15.00\n"
               "c1 - - - v2 USD 2026-10 -\n"
               "c1 - - 006g - USD 2026-10 -\n"
               "c1 - dzh318 - - USD 2026-10 -\n"
               "c1 s2 - - - USD 2026-10 -\n"
               "c2 - - - - USD 2026-10 -");
}
END_TEST

/* +5 and -5: unexplained all the same. */
START_TEST (differences_that_add_up_to_nothing_are_found)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "invoice: subtotal=10 | sku=1 | line=9",
                      "invoice: subtotal=10 | sku=2 | line=8", "invoice: subtotal=1 | line=4",
                      "usage: total=15 | sku=1", "usage: total=5 | sku=2", "usage: total=1");

  EXPECT_FINDINGS (report, "ACO406", "warning c1 - USD 2026-10 0.00 invoice.csv 8");
}
END_TEST

static const char *
message_of (const Report *report)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      if (row->code == FINDING_USAGE_CHARGE_DIFFERENCE)
        return row->message;
    }
  ck_abort_msg ("no finding ACO406");
  return NULL;
}

START_TEST (the_message_counts_groups_and_gives_the_sum)
{
  g_autoptr (Report) one = BUILD_REPORT (NULL, "invoice: subtotal=10", "usage: total=12.5");
  g_autoptr (Report) two = BUILD_REPORT (NULL, "invoice: subtotal=10", "usage: total=12.5",
                                         "usage: total=1 | sku=1", "usage: total=0 | sku=2");

  ck_assert_ptr_nonnull (strstr (message_of (one), "in 1 product group,"));
  ck_assert_ptr_nonnull (strstr (message_of (one), "2.50"));
  ck_assert_ptr_nonnull (strstr (message_of (two), "in 2 product groups,"));
  ck_assert_ptr_nonnull (strstr (message_of (two), "3.50"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("usage-tie-out");
  TCase *table = tcase_create ("table");
  TCase *found = tcase_create ("findings");

  tcase_add_loop_test (table, usage_is_compared_with_charges, 0, G_N_ELEMENTS (results));
  tcase_add_test (table, usage_belongs_to_the_month_of_its_invoice);
  tcase_add_test (table, usage_of_an_unread_invoice_belongs_to_its_own_month);
  tcase_add_loop_test (table, a_month_that_was_read_on_one_side_is_not_compared, 0,
                       G_N_ELEMENTS (one_sided));
  tcase_add_test (table, months_are_those_of_all_customers);
  tcase_add_test (table, only_reported_months_have_rows_and_findings);
  tcase_add_test (table, rows_are_named_and_sorted);
  tcase_add_test (found, differences_that_add_up_to_nothing_are_found);
  tcase_add_test (found, the_message_counts_groups_and_gives_the_sum);
  suite_add_tcase (suite, table);
  suite_add_tcase (suite, found);
  return suite;
}

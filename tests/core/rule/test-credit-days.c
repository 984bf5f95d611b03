/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/credit-days.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

#define CREDITED "credit-type=Azure Credit Applied"
#define COLUMNS "customer_id currency day aco pec_list plain"
/* Makes c1 a customer with an agreement. */
#define AGREEMENT "balance: C=0 | B=100"

typedef struct
{
  const char *rows[8];
  const char *table;
} DayCase;

static const DayCase days[] = {
  /* The day on which the credit runs out has both. */
  { { AGREEMENT, "usage: day=2026-10-14 | total=60 | " CREDITED,
      "usage: day=2026-10-15 | total=40 | " CREDITED, "usage: day=2026-10-15 | total=8.5 | pec=15",
      "usage: day=2026-10-15 | total=3", "usage: day=2026-10-16 | total=17 | pec=15" },
    "c1 USD 2026-10-14 60.00 0.00 0.00\n"
    "c1 USD 2026-10-15 40.00 10.00 3.00\n"
    "c1 USD 2026-10-16 0.00 20.00 0.00" },

  /* Sums are rounded once. */
  { { AGREEMENT, "usage: total=0.0049 | " CREDITED, "usage: total=0.0049 | " CREDITED,
      "usage: total=0.002", "usage: total=0.002" },
    "c1 USD 2026-10-15 0.01 0.00 0.00" },
  /* The list value once per percentage: 0.85 / 0.85 + 0.0042 / 0.85 = 1.0049; 0.004 / 0.925. */
  { { AGREEMENT, "usage: total=0.85 | pec=15", "usage: total=0.0042 | pec=15",
      "usage: total=0.004 | pec=7.5" },
    "c1 USD 2026-10-15 0.00 1.00 0.00" },
  { { AGREEMENT, "usage: total=0.0085 | pec=15", "usage: total=0.00925 | pec=7.5" },
    "c1 USD 2026-10-15 0.00 0.02 0.00" },

  /* The value of a credited row, as in the tie-out. */
  { { AGREEMENT, "usage: total=-60 | " CREDITED }, "c1 USD 2026-10-15 60.00 0.00 0.00" },
  { { AGREEMENT, "usage: total=0 | price=2 | quantity=30 | rate=0.5 | " CREDITED },
    "c1 USD 2026-10-15 30.00 0.00 0.00" },
  { { AGREEMENT, "usage: total=0 | price=2 | quantity=30 | " CREDITED,
      "usage: total=1 | customer=c2 | " CREDITED },
    "c1 USD 2026-10-15 0.00 0.00 0.00\nc2 USD 2026-10-15 1.00 0.00 0.00" },
  /* A row with both credits counts in both. */
  { { AGREEMENT, "usage: total=8.5 | pec=15 | percent=100" }, "c1 USD 2026-10-15 8.50 10.00 0.00" },

  /* Invoices and pricing currencies of one day are one row, currencies are not. */
  { { AGREEMENT, "usage: total=1", "usage: total=2 | invoice=G2",
      "usage: total=4 | pricing-currency=EUR | pricing-total=5", "usage: total=8 | currency=eur" },
    "c1 EUR 2026-10-15 0.00 0.00 8.00\nc1 USD 2026-10-15 0.00 0.00 7.00" },
  /* A day without any value is still a day. */
  { { AGREEMENT, "usage: total=0" }, "c1 USD 2026-10-15 0.00 0.00 0.00" },

  /* Only customers with agreements or credits. */
  { { "usage: total=1" }, "" },
  { { "balance: customer=c2", "usage: total=1", "invoice: subtotal=1" }, "" },
  { { "balance: customer=C1 | month=2026-01", "usage: total=1" },
    "c1 USD 2026-10-15 0.00 0.00 1.00" },
  { { "invoice: subtotal=-1 | reason=Azure Credit Offer | invoice=G9", "usage: total=1" },
    "c1 USD 2026-10-15 0.00 0.00 1.00" },
  { { "invoice: subtotal=-1 | type=customerCredit", "usage: total=1" }, "" },
  { { "usage: total=1", "usage: total=1 | day=2026-10-16 | " CREDITED },
    "c1 USD 2026-10-15 0.00 0.00 1.00\nc1 USD 2026-10-16 1.00 0.00 0.00" },

  /* Estimates are not part of it. */
  { { AGREEMENT, "usage: total=1 | invoice=" }, "" },
};

START_TEST (each_day_tells_what_got_which_credit)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, days[_i].rows);

  EXPECT_ROWS (report, REPORT_CREDIT_DAYS, COLUMNS, days[_i].table);
}
END_TEST

START_TEST (days_are_sorted_by_customer_currency_and_day)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "balance: customer=c2", AGREEMENT, "usage: customer=C2 | total=1",
                      "usage: day=2026-10-02 | total=1", "usage: day=2026-10-01 | total=1",
                      "usage: day=2026-10-03 | total=1 | currency=EUR");

  EXPECT_ROWS (report, REPORT_CREDIT_DAYS, "customer_id currency day",
               "c1 EUR 2026-10-03\nc1 USD 2026-10-01\nc1 USD 2026-10-02\nc2 USD 2026-10-15");
}
END_TEST

/* A day of November on the invoice of October is reported with October. */
START_TEST (days_are_reported_with_the_month_of_their_invoice)
{
  static const char *const rows[] = { AGREEMENT,
                                      "invoice: subtotal=3",
                                      "usage: total=1",
                                      "usage: total=2 | day=2026-11-01",
                                      "usage: total=4 | day=2026-11-01 | invoice=G9",
                                      NULL };
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 10);
  g_autoptr (Report) october = build_report_of_rows (&plan, rows);
  EXPECT_ROWS (october, REPORT_CREDIT_DAYS, "day plain", "2026-10-15 1.00\n2026-11-01 2.00");
  plan.month = calendar_month (2026, 11);
  g_autoptr (Report) november = build_report_of_rows (&plan, rows);
  EXPECT_ROWS (november, REPORT_CREDIT_DAYS, "day plain", "2026-11-01 4.00");
  g_autoptr (Report) all = build_report_of_rows (NULL, rows);
  EXPECT_ROWS (all, REPORT_CREDIT_DAYS, "day plain", "2026-10-15 1.00\n2026-11-01 6.00");
}
END_TEST

/* An agreement of a month that is not reported makes its customer one with an agreement. */
START_TEST (agreements_of_any_month_count)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 10);
  g_autoptr (Report) report
      = BUILD_REPORT (&plan, "balance: month=2026-01 | C=0 | B=5", "usage: total=1");
  EXPECT_ROWS (report, REPORT_CREDIT_DAYS, "day plain", "2026-10-15 1.00");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("credit-days");
  TCase *tcase = tcase_create ("credit-days");

  tcase_add_loop_test (tcase, each_day_tells_what_got_which_credit, 0, G_N_ELEMENTS (days));
  tcase_add_test (tcase, days_are_sorted_by_customer_currency_and_day);
  tcase_add_test (tcase, days_are_reported_with_the_month_of_their_invoice);
  tcase_add_test (tcase, agreements_of_any_month_count);
  suite_add_tcase (suite, tcase);
  return suite;
}

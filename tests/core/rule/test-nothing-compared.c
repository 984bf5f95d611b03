/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/nothing-compared.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

#define ACO "reason=Azure Credit Offer"

typedef struct
{
  const char *rows[5];
  const char *finding; /* of ACO408 */
} Case;

#define FOUND "warning - - - - 0.00 - -"

static const Case cases[] = {
  /* Nothing but one side, or neither. */
  { { "balance: C=5" }, FOUND },
  { { "invoice: subtotal=5" }, FOUND },
  { { "usage: total=5" }, FOUND },
  { { "balance: month=2026-09", "invoice: subtotal=5" }, FOUND },
  /* Estimates are no invoice. */
  { { "balance: C=0 | B=5", "invoice: invoice= | subtotal=5" }, FOUND },
  /* A month in which nothing moved and both documents are there. */
  { { "balance: C=0 | B=5", "invoice: subtotal=5" }, "" },
  { { "balance: C=0 | B=5", "invoice: customer=c2 | subtotal=5 | currency=EUR" }, "" },
  /* A row that agrees or differs was compared. */
  { { "balance: C=5 | effective=2026-10-01", "invoice: subtotal=-5 | " ACO }, "" },
  { { "balance: C=5 | effective=2026-10-01", "invoice: subtotal=-4 | " ACO }, "" },
};

START_TEST (a_run_that_compared_nothing_says_so)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, cases[_i].rows);

  EXPECT_FINDINGS (report, "ACO408", cases[_i].finding);
}
END_TEST

/* What was compared in other months says nothing about the one that is reported. */
START_TEST (only_reported_months_count)
{
  ReckonPlan plan = reckon_plan_default ();
  static const char *const rows[]
      = { "balance: month=2026-09 | C=5 | effective=2026-09-01",
          "invoice: month=2026-09 | subtotal=-5 | " ACO, "balance: C=5", NULL };

  plan.month = calendar_month (2026, 10);
  g_autoptr (Report) october = build_report_of_rows (&plan, rows);
  EXPECT_FINDINGS (october, "ACO408", "warning - - - 2026-10 0.00 - -");
  plan.month = calendar_month (2026, 9);
  g_autoptr (Report) september = build_report_of_rows (&plan, rows);
  EXPECT_FINDINGS (september, "ACO408", "");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("nothing-compared");
  TCase *tests = tcase_create ("ACO408");

  tcase_add_loop_test (tests, a_run_that_compared_nothing_says_so, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tests, only_reported_months_count);
  suite_add_tcase (suite, tests);
  return suite;
}

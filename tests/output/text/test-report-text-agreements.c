/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/report-text-agreements.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static void
assert_text (Report *report, const char *expected)
{
  const TextStyle style = { .width = 80 };
  g_autoptr (GString) out = g_string_new (NULL);

  report_sort (report);
  g_autoptr (CustomerLabels) labels = customer_labels_new (report);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  const ReportText self = { .report = report,
                            .labels = labels,
                            .places = places,
                            .reliable = TRUE,
                            .style = &style,
                            .out = out };
  report_text_agreements (&self);
  ck_assert_str_eq (out->str, expected);
}

/* The last row is of September 2026, the day of the report 31 October. */
static void
add (Report *report, const char *id, AgreementState state, Day expiry)
{
  const AgreementRow row = { .customer_id = id,
                             .customer_name = id,
                             .agreement_id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
                             .currency = "USD",
                             .expiry_date = expiry,
                             .granted = sample_decimal ("1000"),
                             .used_total = sample_decimal ("500"),
                             .balance = sample_decimal ("500"),
                             .state = state,
                             .days_left_known = TRUE,
                             .days_left = expiry - calendar_day (2026, 10, 31),
                             .last_month = calendar_month (2026, 9) };

  report_append (report, REPORT_AGREEMENTS, &row);
}

START_TEST (what_left_the_reports_is_listed_without_a_balance)
{
  g_autoptr (Report) report = sample_report ();

  add (report, "Left Corp", AGREEMENT_UNREPORTED, calendar_day (2026, 12, 31));
  add (report, "Stays Ltd", AGREEMENT_ACTIVE, calendar_day (2026, 12, 31));
  assert_text (report,
               "\n"
               "AGREEMENTS EXPIRED, EXPIRING OR NOT REPORTED (USD)\n"
               "Customer   Agreement      State       Expiry      Days  Forfeited  Balance\n"
               "Left Corp  3f2504e0\xE2\x80\xA6"
               "3301  unreported  2026-12-31    61          -        -\n"
               "Left Corp, 3f2504e0\xE2\x80\xA6"
               "3301: not reported since 2026-09; last balance 500.00 USD.\n"
               "Other agreements: 1 active.\n");
}
END_TEST

START_TEST (an_end_that_nobody_saw_says_at_most)
{
  g_autoptr (Report) report = sample_report ();

  add (report, "Late Corp", AGREEMENT_EXPIRED, calendar_day (2026, 10, 15));
  add (report, "Seen Corp", AGREEMENT_EXPIRED, calendar_day (2026, 9, 30));
  assert_text (report, "\n"
                       "AGREEMENTS EXPIRED OR EXPIRING (USD)\n"
                       "Customer   Agreement      State    Expiry      Days  Forfeited  Balance\n"
                       "Late Corp  3f2504e0\xE2\x80\xA6"
                       "3301  expired  2026-10-15   -16          -        -\n"
                       "Seen Corp  3f2504e0\xE2\x80\xA6"
                       "3301  expired  2026-09-30   -31       0.00   500.00\n"
                       "Late Corp, 3f2504e0\xE2\x80\xA6"
                       "3301: at most 500.00 USD forfeited; the last balance row\n"
                       "read is of 2026-09.\n");
}
END_TEST

START_TEST (without_any_to_list_it_says_so)
{
  g_autoptr (Report) none = sample_report ();
  g_autoptr (Report) report = sample_report ();

  assert_text (none, "");
  add (report, "Stays Ltd", AGREEMENT_ACTIVE, calendar_day (2026, 12, 31));
  assert_text (report, "\nNO AGREEMENT EXPIRED OR EXPIRING\nOther agreements: 1 active.\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-text-agreements");
  TCase *tests = tcase_create ("report-text-agreements");

  tcase_add_test (tests, what_left_the_reports_is_listed_without_a_balance);
  tcase_add_test (tests, an_end_that_nobody_saw_says_at_most);
  tcase_add_test (tests, without_any_to_list_it_says_so);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/days-text.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static const TextStyle style = { .width = 80 };

static void
add_day (Report *report, const char *id, Day day, const char *aco, const char *pec,
         const char *plain)
{
  const CreditDayRow row = { .customer_id = id,
                             .currency = "USD",
                             .day = day,
                             .aco = sample_decimal (aco),
                             .pec_list = sample_decimal (pec),
                             .plain = sample_decimal (plain) };

  report_append (report, REPORT_CREDIT_DAYS, &row);
}

/* NULL: the opening is not known. */
static void
add_credit (Report *report, const char *id, const char *currency, Month month, const char *opening,
            const char *granted, const char *used)
{
  const RollForwardRow row = { .customer_id = id,
                               .customer_name = "Contoso",
                               .currency = currency,
                               .month = month,
                               .opening = sample_amount (opening),
                               .granted = sample_decimal (granted),
                               .used = sample_amount (used) };

  report_append (report, REPORT_ROLLFORWARD, &row);
}

static void
add_file (Report *report, const char *file, FileKind kind, Month first, Month second)
{
  InputRow row = { .file = file, .kind = kind, .rows = 1 };

  row.months = g_array_new (FALSE, FALSE, sizeof (Month));
  if (first != MONTH_NONE)
    g_array_append_val (row.months, first);
  if (second != MONTH_NONE)
    g_array_append_val (row.months, second);
  report_append (report, REPORT_INPUTS, &row);
}

static void
add_invoice (Report *report, Month month)
{
  const InvoiceRow row = { .invoice = "G1", .month = month, .currency = "USD" };

  report_append (report, REPORT_INVOICES, &row);
}

static void
assert_text (Report *report, const char *expected)
{
  g_autoptr (CustomerLabels) labels = customer_labels_new (report);
  g_autoptr (GString) out = g_string_new (NULL);

  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);

  days_text_render (report, labels, places, &style, out);
  ck_assert_str_eq (out->str, expected);
}

#define OCTOBER calendar_month (2026, 10)
#define NOVEMBER calendar_month (2026, 11)

START_TEST (where_there_is_nothing_to_say_nothing_is_said)
{
  g_autoptr (Report) report = sample_report ();

  assert_text (report, "");
  add_invoice (report, OCTOBER);
  add_file (report, "usage.csv", KIND_DAILY_USAGE, OCTOBER, MONTH_NONE);
  add_file (report, "estimates.csv", KIND_DAILY_USAGE, MONTH_NONE, MONTH_NONE);
  add_file (report, "invoice.csv", KIND_INVOICE, NOVEMBER, MONTH_NONE);
  assert_text (report, "");
}
END_TEST

/* Files of other months */

START_TEST (a_file_of_another_month_than_the_invoices_is_named)
{
  g_autoptr (Report) report = sample_report ();

  add_invoice (report, OCTOBER);
  add_file (report, "both.csv", KIND_DAILY_USAGE, OCTOBER, NOVEMBER);
  add_file (report, "bad\033name.csv", KIND_DAILY_USAGE, NOVEMBER, MONTH_NONE);
  assert_text (report,
               "\n"
               "Not tied out: both.csv holds daily usage of 2026-11, of which no invoice was\n"
               "  read.\n"
               "Not tied out: bad\\x1Bname.csv holds daily usage of 2026-11, of which no invoice\n"
               "  was read.\n");
}
END_TEST

/* Where no invoice was read there is nothing to be of another month than. */
START_TEST (without_invoices_no_file_is_named)
{
  g_autoptr (Report) report = sample_report ();

  add_file (report, "usage.csv", KIND_DAILY_USAGE, OCTOBER, NOVEMBER);
  assert_text (report, "");
}
END_TEST

START_TEST (a_file_without_months_is_passed_over)
{
  g_autoptr (Report) report = sample_report ();
  const InputRow row = { .file = "usage.csv", .kind = KIND_DAILY_USAGE, .rows = 1 };

  add_invoice (report, OCTOBER);
  report_append (report, REPORT_INPUTS, &row);
  assert_text (report, "");
}
END_TEST

/* Days */

/* 1,000 of which 600 and 400 are used: the credit runs out on the 15th. */
START_TEST (the_credit_left_is_told_at_the_end_of_each_day)
{
  g_autoptr (Report) report = sample_report ();

  add_credit (report, "c1", "USD", OCTOBER, "900", "100", "1000");
  add_day (report, "c1", calendar_day (2026, 10, 14), "600", "0", "0");
  add_day (report, "c1", calendar_day (2026, 10, 15), "400", "10", "3");
  add_day (report, "c1", calendar_day (2026, 10, 16), "0", "20", "0");
  assert_text (report, "\n"
                       "CREDIT BY DAY (Contoso, USD)\n"
                       "Day            ACO  PEC list  No credit  ACO left\n"
                       "2026-10-14  600.00      0.00       0.00    400.00\n"
                       "2026-10-15  400.00     10.00       3.00      0.00\n"
                       "2026-10-16    0.00     20.00       0.00      0.00\n");
}
END_TEST

START_TEST (several_credits_of_one_currency_add_up)
{
  g_autoptr (Report) report = sample_report ();

  add_credit (report, "c1", "USD", OCTOBER, "100", "0", "10");
  add_credit (report, "c1", "USD", OCTOBER, "0", "50.005", "0");
  add_credit (report, "c1", "EUR", OCTOBER, "7", "0", "1");
  add_credit (report, "c1", "USD", NOVEMBER, "7", "0", "1");
  add_credit (report, "c2", "USD", OCTOBER, "7", "0", "1");
  add_day (report, "c1", calendar_day (2026, 10, 14), "10", "0", "0");
  assert_text (report, "\n"
                       "CREDIT BY DAY (Contoso (c1), USD)\n"
                       "Day           ACO  PEC list  No credit  ACO left\n"
                       "2026-10-14  10.00      0.00       0.00   140.005\n");
}
END_TEST

START_TEST (what_was_there_may_not_be_known)
{
  g_autoptr (Report) report = sample_report ();

  add_credit (report, "c1", "USD", OCTOBER, "100", "0", "10");
  add_credit (report, "c1", "USD", OCTOBER, NULL, "0", NULL);
  add_day (report, "c1", calendar_day (2026, 10, 14), "10", "0", "0");
  add_day (report, "c2", calendar_day (2026, 10, 14), "10", "0", "0");
  assert_text (report, "\n"
                       "CREDIT BY DAY (USD)\n"
                       "Customer  Day           ACO  PEC list  No credit  ACO left\n"
                       "Contoso   2026-10-14  10.00      0.00       0.00         -\n"
                       "c2        2026-10-14  10.00      0.00       0.00         -\n");
}
END_TEST

/* Each month begins with what it has, each customer too. */
/* The balance report used 30, the days only 10: what was left on a day cannot be told. */
START_TEST (days_that_do_not_add_up_to_what_was_used_tell_nothing_left)
{
  g_autoptr (Report) report = sample_report ();

  add_credit (report, "c1", "USD", OCTOBER, "100", "0", "30");
  add_day (report, "c1", calendar_day (2026, 10, 14), "10", "0", "0");
  assert_text (report, "\n"
                       "CREDIT BY DAY (Contoso, USD)\n"
                       "Day           ACO  PEC list  No credit  ACO left\n"
                       "2026-10-14  10.00      0.00       0.00         -\n");
}
END_TEST

START_TEST (each_month_and_customer_begins_anew)
{
  g_autoptr (Report) report = sample_report ();

  add_credit (report, "c1", "USD", OCTOBER, "100", "0", "20");
  add_credit (report, "c1", "USD", NOVEMBER, "80", "0", "5");
  add_day (report, "c1", calendar_day (2026, 10, 31), "20", "0", "0");
  add_day (report, "c1", calendar_day (2026, 11, 1), "5", "0", "0");
  add_day (report, "c2", calendar_day (2026, 11, 1), "0", "0", "1");
  assert_text (report, "\n"
                       "CREDIT BY DAY (USD)\n"
                       "Customer  Day           ACO  PEC list  No credit  ACO left\n"
                       "Contoso   2026-10-31  20.00      0.00       0.00     80.00\n"
                       "Contoso   2026-11-01   5.00      0.00       0.00     75.00\n"
                       "c2        2026-11-01   0.00      0.00       1.00         -\n");
}
END_TEST

/* 41 days, of which 3 had ACO: the last one in each month is told. */
START_TEST (of_many_days_the_last_ones_with_aco_are_told)
{
  g_autoptr (Report) report = sample_report ();
  const Day first = calendar_day (2026, 10, 1);

  add_credit (report, "c1", "USD", OCTOBER, "100", "0", "30");
  add_credit (report, "c1", "USD", NOVEMBER, "70", "0", "15");
  for (Day day = first; day < first + 41; day++)
    add_day (report, "c1", day,
             day == first + 3 || day == first + 9 || day == first + 33 ? "15" : "0", "1", "0");
  assert_text (report, "\n"
                       "CREDIT BY DAY: LAST DAYS WITH ACO (Contoso, USD)\n"
                       "Day           ACO  PEC list  No credit  ACO left\n"
                       "2026-10-10  15.00      1.00       0.00     70.00\n"
                       "2026-11-03  15.00      1.00       0.00     55.00\n"
                       "39 other days are not listed; --all lists them.\n");
}
END_TEST

START_TEST (of_many_days_without_aco_none_is_told)
{
  g_autoptr (Report) report = sample_report ();

  for (Day day = 1000; day < 1041; day++)
    add_day (report, "c1", day, "0", "1", "0");
  assert_text (report, "");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("days-text");
  TCase *files = tcase_create ("files");
  TCase *days = tcase_create ("days");

  tcase_add_test (files, where_there_is_nothing_to_say_nothing_is_said);
  tcase_add_test (files, a_file_of_another_month_than_the_invoices_is_named);
  tcase_add_test (files, without_invoices_no_file_is_named);
  tcase_add_test (files, a_file_without_months_is_passed_over);
  tcase_add_test (days, the_credit_left_is_told_at_the_end_of_each_day);
  tcase_add_test (days, several_credits_of_one_currency_add_up);
  tcase_add_test (days, what_was_there_may_not_be_known);
  tcase_add_test (days, days_that_do_not_add_up_to_what_was_used_tell_nothing_left);
  tcase_add_test (days, each_month_and_customer_begins_anew);
  tcase_add_test (days, of_many_days_the_last_ones_with_aco_are_told);
  tcase_add_test (days, of_many_days_without_aco_none_is_told);
  suite_add_tcase (suite, files);
  suite_add_tcase (suite, days);
  return suite;
}

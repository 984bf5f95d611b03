/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-agreements.h"
#include "sample-html-page.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static char *
render (const Report *report)
{
  GString *out = g_string_new (NULL);
  g_auto (SamplePage) sample = sample_page (report);

  report_html_agreements (out, &sample.page);
  return g_string_free (out, FALSE);
}

START_TEST (agreements_stand_in_order_of_expiry)
{
  g_autoptr (Report) report = sample_report ();
  AgreementRow endless
      = { .customer_id = "c0", .customer_name = "Endless", .state = AGREEMENT_ACTIVE };

  report_append (report, REPORT_AGREEMENTS, &endless);
  sample_add_agreement (report, "c1", "Later", AGREEMENT_ACTIVE, "1000", "0", "1000", 200);
  sample_add_agreement (report, "c2", "Over", AGREEMENT_EXPIRED, "900", "600", "0", -31);
  report_sort (report);
  g_autofree char *html = render (report);

  ck_assert (strstr (html, "Over") < strstr (html, "Later"));
  ck_assert (strstr (html, "Later") < strstr (html, "Endless"));
  ck_assert_ptr_nonnull (strstr (html, "<td>-31</td><td>USD</td><td>900.00</td><td>600.00</td>"
                                       "<td>300.00</td><td>0.00</td></tr>"));
  ck_assert_ptr_nonnull (strstr (html, "<b class=\"expired\">expired</b>"));
}
END_TEST

START_TEST (the_timeline_is_not_stretched_by_one_wrong_date)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_agreement (report, "c1", "A", AGREEMENT_ACTIVE, "1", "0", "1", 200);
  sample_add_agreement (report, "c2", "B", AGREEMENT_ACTIVE, "1", "0", "1", 900000);
  report_sort (report);
  g_autofree char *html = render (report);

  ck_assert_ptr_nonnull (strstr (html, "from 2026-10-31 to 2027-05-19; the upright mark is the "
                                       "as-of date, 2026-10-31."));
}
END_TEST

START_TEST (of_many_those_that_last_are_counted)
{
  g_autoptr (Report) report = sample_report ();

  for (guint i = 0; i < 700; i++)
    sample_add_agreement (report, "c1", "A", i % 100 == 0 ? AGREEMENT_EXPIRING : AGREEMENT_ACTIVE,
                          "1", "0", "1", 20);
  g_autofree char *html = render (report);

  ck_assert_ptr_nonnull (strstr (html, "Shown: 7 of 700 rows; those that go on "
                                       "are left out."));
}
END_TEST

START_TEST (no_agreements_is_told)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  g_autofree char *html = render (report);

  ck_assert_ptr_null (strstr (html, "<table"));
}
END_TEST

START_TEST (what_is_not_known_of_an_agreement_is_said)
{
  g_autoptr (Report) report = sample_report ();
  AgreementRow row = { .customer_id = "c1",
                       .customer_name = "Left",
                       .currency = "USD",
                       .effective_date = calendar_day (2026, 7, 1),
                       .expiry_date = calendar_day (2027, 6, 30),
                       .granted = decimal_from_int (1000),
                       .used_total = decimal_from_int (500),
                       .balance = decimal_from_int (500),
                       .state = AGREEMENT_UNREPORTED,
                       .last_month = calendar_month (2026, 9) };

  report_append (report, REPORT_AGREEMENTS, &row);
  row.customer_id = row.customer_name = "Late";
  row.expiry_date = calendar_day (2026, 10, 15);
  row.state = AGREEMENT_EXPIRED;
  report_append (report, REPORT_AGREEMENTS, &row);
  report_sort (report);
  g_autofree char *html = render (report);
  ck_assert_ptr_nonnull (strstr (html, "<b class=\"unreported\">unreported</b>"));
  ck_assert_ptr_nonnull (strstr (html, "<small class=\"remark\">not reported since 2026-09; last "
                                       "balance 500.00 USD</small>"));
  ck_assert_ptr_nonnull (strstr (html, "<small class=\"remark\">at most 500.00 USD forfeited; the "
                                       "last balance row read is of 2026-09</small>"));
  ck_assert_ptr_nonnull (strstr (html, "<rect class=\"unseen\""));
  ck_assert_ptr_nonnull (strstr (html,
                                 "<td>500.00</td><td>\xe2\x80\x93</td><td class=\"past\">500.00"
                                 "</td></tr>"));
  ck_assert_ptr_nonnull (strstr (html, "<option>unreported</option>"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-html-agreements");
  TCase *tests = tcase_create ("report-html-agreements");

  tcase_add_test (tests, agreements_stand_in_order_of_expiry);
  tcase_add_test (tests, the_timeline_is_not_stretched_by_one_wrong_date);
  tcase_add_test (tests, of_many_those_that_last_are_counted);
  tcase_add_test (tests, no_agreements_is_told);
  tcase_add_test (tests, what_is_not_known_of_an_agreement_is_said);
  suite_add_tcase (suite, tests);
  return suite;
}

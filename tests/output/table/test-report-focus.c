/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "journal/journal-samples.h"
#include "output/table/report-focus.h"

#define HEADER \
  "BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,BillingPeriodEnd," \
  "BillingPeriodStart,ChargeCategory,ChargeClass,ChargeDescription,ChargePeriodEnd," \
  "ChargePeriodStart,ContractedCost,EffectiveCost,InvoiceIssuerName,ListCost,PricingQuantity," \
  "PricingUnit,ProviderName,PublisherName,ServiceCategory,ServiceName,SubAccountId," \
  "SubAccountName,x_WaterfallPart\n"
#define OCTOBER "2026-11-01T00:00:00Z,2026-10-01T00:00:00Z"

static GString *
render (const Report *report)
{
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  report_focus_write (report, sink);
  return text;
}

START_TEST (a_report_without_invoices_is_a_header)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) text = render (report);

  ck_assert_str_eq (text->str, HEADER);
}
END_TEST

START_TEST (each_part_of_the_waterfall_is_a_charge)
{
  g_autoptr (Report) report = sample_report ();
  WaterfallRow row = sample_waterfall (10, "300", "200", "90");

  row.other_credits = sample_decimal ("10");
  row.plain = sample_decimal ("209");
  row.pec_base = sample_decimal ("51");
  row.pec_list = sample_decimal ("60");
  report_append (report, REPORT_WATERFALL, &row);
  g_autoptr (GString) text = render (report);
  ck_assert_str_eq (
      text->str, HEADER
      "209.00,,,EUR," OCTOBER ",Usage,,Azure usage without Partner Earned Credit," OCTOBER
      ",209.00,209.00,Microsoft,209.00,,,Microsoft,Microsoft,Other,Azure,c1,Contoso Ltd,plain\n"
      "51.00,,,EUR," OCTOBER ",Usage,,Azure usage with Partner Earned Credit," OCTOBER
      ",51.00,51.00,Microsoft,60.00,,,Microsoft,Microsoft,Other,Azure,c1,Contoso Ltd,pec_base\n"
      "40.00,,,EUR," OCTOBER ",Purchase,,All other charges," OCTOBER
      ",40.00,40.00,Microsoft,40.00,,,Microsoft,,Other,Other Microsoft invoice charges,c1,"
      "Contoso Ltd,other_charges\n"
      "-200.00,,,EUR," OCTOBER ",Credit,,Azure Credit Offer," OCTOBER
      ",-200.00,-200.00,Microsoft,-200.00,,,Microsoft,Microsoft,Other,Azure,c1,Contoso Ltd,"
      "aco_used\n"
      "-10.00,,,EUR," OCTOBER ",Credit,,Other credits," OCTOBER
      ",-10.00,-10.00,Microsoft,-10.00,,,Microsoft,Microsoft,Other,"
      "Other Microsoft invoice charges,c1,Contoso Ltd,other_credits\n");
}
END_TEST

START_TEST (texts_are_guarded)
{
  g_autoptr (Report) report = sample_report ();
  WaterfallRow row = sample_waterfall (10, "1", "0", "1");

  row.customer_id = row.customer_name = row.currency = "=1,2";
  report_append (report, REPORT_WATERFALL, &row);
  g_autoptr (GString) text = render (report);
  ck_assert (strstr (text->str, "\n1.00,,,\"'=1,2\",") != NULL);
  ck_assert (strstr (text->str, ",\"'=1,2\",\"'=1,2\",other_charges\n") != NULL);
}
END_TEST

START_TEST (the_year_ends_in_january)
{
  g_autoptr (Report) report = sample_report ();
  WaterfallRow row = sample_waterfall (12, "1", "0", "1");

  report_append (report, REPORT_WATERFALL, &row);
  row.month = calendar_month (9999, 12);
  report_append (report, REPORT_WATERFALL, &row);
  g_autoptr (GString) text = render (report);
  ck_assert (strstr (text->str, ",2027-01-01T00:00:00Z,2026-12-01T00:00:00Z,") != NULL);
  ck_assert (strstr (text->str, ",EUR,,9999-12-01T00:00:00Z,") != NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-focus");
  TCase *tests = tcase_create ("report-focus");

  tcase_add_test (tests, a_report_without_invoices_is_a_header);
  tcase_add_test (tests, each_part_of_the_waterfall_is_a_charge);
  tcase_add_test (tests, texts_are_guarded);
  tcase_add_test (tests, the_year_ends_in_january);
  suite_add_tcase (suite, tests);
  return suite;
}

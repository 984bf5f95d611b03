/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "input/billing/usage-file.h"
#include "sample-csv.h"

static SampleFile file;
static gboolean with_reasons;
static UsageRow record;

static void
read_rows (const char *columns, const char *row)
{
  g_autofree char *text = g_strconcat (columns, "\n", row, "\n", NULL);
  gsize count;
  const guint *roles = usage_file_roles (with_reasons, &count);

  sample_file_open (&file, text, roles, count);
  sample_file_next (&file);
  memset (&record, 0xAA, sizeof record);
  usage_file_read (&file.cells, (Position){ 3, 7 }, &record);
}

static void
clear_file (void)
{
  file = (SampleFile){ 0 };
  with_reasons = FALSE;
}

static void
close_file (void)
{
  sample_file_close (&file);
}

static const struct
{
  const char *columns;
  gboolean has_credit, has_benefit;
} versions[] = {
  { USAGE_COLUMNS_50, FALSE, FALSE },    { USAGE_COLUMNS_52, TRUE, FALSE },
  { USAGE_COLUMNS_54, TRUE, TRUE },      { USAGE_COLUMNS_55_DOCUMENTED, TRUE, TRUE },
  { USAGE_COLUMNS_55_REAL, TRUE, TRUE },
};

/* Every column that is read, whatever its place. The 50 columns have no CreditType. */
static char *
full_row (guint version)
{
  const gboolean has_credit = versions[version].has_credit;

  return sample_row (
      versions[version].columns, "PartnerId", " 5E0F7C12 ", "CustomerId", " 196E2273 ",
      "CustomerName", "\"Contoso, Ltd\"", "InvoiceNumber", " G002297372 ", "ProductId",
      "DZH318Z0BNZ5", "SkuId", "006G", "AvailabilityId", "DZH318Z08B80", "SubscriptionId", "s1",
      "UsageDate", "11/03/2025", "UnitPrice", "0.0209496384791679", "Quantity", "23.200004",
      "BillingPreTaxTotal", "0.486031696515249", "BillingCurrency", "usd", "PricingPreTaxTotal",
      "7.10833E-05", "PricingCurrency", "EUR", "EffectiveUnitPrice", "not looked at",
      "PCToBCExchangeRate", "1.1", "PartnerEarnedCreditPercentage", "15",
      has_credit ? "CreditPercentage" : NULL, "100", "CreditType", " Azure Credit Applied ", NULL);
}

START_TEST (a_row_is_read_from_every_version)
{
  g_autofree char *row = full_row ((guint) _i);

  read_rows (versions[_i].columns, row);
  ck_assert (cells_are_good (&file.cells));
  ck_assert_uint_eq (record.at.file, 3);
  ck_assert_uint_eq (record.at.line, 7);
  assert_slice (record.customer, "196E2273");
  assert_slice (record.partner, "5E0F7C12");
  assert_slice (record.customer_name, "Contoso, Ltd");
  assert_slice (record.invoice, "G002297372");
  assert_slice (record.currency, "usd");
  assert_slice (record.pricing_currency, "EUR");
  assert_slice (record.subscription, "s1");
  assert_slice (record.product, "DZH318Z0BNZ5");
  assert_slice (record.sku, "006G");
  assert_slice (record.availability, "DZH318Z08B80");
  assert_day (record.usage_day, "2025-11-03");
}
END_TEST

START_TEST (amounts_are_read_from_every_version)
{
  g_autofree char *row = full_row ((guint) _i);

  read_rows (versions[_i].columns, row);
  assert_decimal (record.billing_total, "0.486031696515249");
  ck_assert (record.has_pricing_total);
  assert_decimal (record.pricing_total, "0.0000710833");
  ck_assert (record.has_gross);
  assert_decimal (record.unit_price, "0.0209496384791679");
  assert_decimal (record.quantity, "23.200004");
  assert_decimal (record.rate, "1.1");
  ck_assert (record.has_pec_column_percent);
  assert_decimal (record.pec_column_percent, "15");
}
END_TEST

START_TEST (credits_are_read_where_the_version_has_them)
{
  g_autofree char *row = full_row ((guint) _i);
  const gboolean has_credit = versions[_i].has_credit;

  read_rows (versions[_i].columns, row);
  ck_assert_int_eq (record.has_credit_type, has_credit);
  assert_slice (record.credit_type, has_credit ? "Azure Credit Applied" : "");
  ck_assert_int_eq (record.has_credit_percent, has_credit);
  assert_decimal (record.credit_percent, has_credit ? "100" : "0");
}
END_TEST

START_TEST (reasons_are_read_where_somebody_asks_for_them)
{
  g_autofree char *row = sample_row (
      versions[_i].columns, "CustomerId", "c1", "UsageDate", "11/03/2025", "BillingPreTaxTotal",
      "1", "BillingCurrency", "USD", "PublisherName", "Microsoft", "ProductName", "Tables",
      "SkuName", "Tables - LRS", "MeterName", " LRS ", "AdditionalInfo", "{}", "ResourceURI",
      "/subscriptions/1", versions[_i].has_benefit ? "BenefitType" : NULL, "Charge", NULL);
  const char *const benefit = versions[_i].has_benefit ? "Charge" : "";

  with_reasons = TRUE;
  read_rows (versions[_i].columns, row);
  ck_assert (cells_are_good (&file.cells));
  assert_slice (record.texts.publisher, "Microsoft");
  assert_slice (record.texts.product_name, "Tables");
  assert_slice (record.texts.sku_name, "Tables - LRS");
  assert_slice (record.texts.meter_name, "LRS");
  assert_slice (record.texts.additional_info, "{}");
  assert_slice (record.texts.benefit_type, benefit);
  assert_slice (record.texts.resource, "/subscriptions/1");
}
END_TEST

START_TEST (reasons_are_not_read_where_nobody_asks_for_them)
{
  g_autofree char *row
      = sample_row (USAGE_COLUMNS_50, "CustomerId", "c1", "UsageDate", "11/03/2025",
                    "BillingPreTaxTotal", "1", "BillingCurrency", "USD", "PublisherName",
                    "Microsoft", "ResourceURI", "/subscriptions/1", NULL);

  read_rows (USAGE_COLUMNS_50, row);
  ck_assert (cells_are_good (&file.cells));
  assert_slice (record.texts.publisher, "");
  assert_slice (record.texts.resource, "");
}
END_TEST

#define NEEDED "CustomerId,UsageDate,BillingPreTaxTotal,BillingCurrency"

START_TEST (the_needed_columns_are_enough)
{
  read_rows (NEEDED, "c1,2025-11-03T00:00:00Z,1.5,USD");
  ck_assert (cells_are_good (&file.cells));
  assert_slice (record.customer_name, "");
  assert_slice (record.partner, "");
  assert_slice (record.invoice, "");
  assert_slice (record.currency, "USD");
  assert_slice (record.pricing_currency, "");
  assert_day (record.usage_day, "2025-11-03");
  assert_decimal (record.billing_total, "1.5");
  ck_assert (!record.has_pricing_total);
  assert_decimal (record.pricing_total, "0");
  ck_assert (!record.has_gross);
  assert_decimal (record.rate, "1");
  ck_assert (!record.has_credit_type);
  ck_assert (!record.has_pec_column_percent);
  ck_assert (!record.has_credit_percent);
  assert_decimal (record.pec_column_percent, "0");
}
END_TEST

START_TEST (empty_cells_are_not_given)
{
  g_autofree char *row
      = sample_row (USAGE_COLUMNS_55_REAL, "CustomerId", "c1", "UsageDate", "11/03/2025",
                    "BillingPreTaxTotal", "1", "BillingCurrency", "USD", "UnitPrice", "2", NULL);

  read_rows (USAGE_COLUMNS_55_REAL, row);
  ck_assert (cells_are_good (&file.cells));
  ck_assert (!record.has_pricing_total);
  ck_assert (!record.has_gross);
  assert_decimal (record.rate, "1");
  ck_assert (record.has_credit_type);
  assert_slice (record.credit_type, "");
  ck_assert (!record.has_pec_column_percent);
  ck_assert (!record.has_credit_percent);
}
END_TEST

static const struct
{
  const char *pec_name, *credit_name, *pec, *credit;
  const char *pec_percent, *credit_percent;
} percentages[] = {
  { "PartnerEarnedCreditPercentage", "CreditPercentage", "15", "100", "15", "100" },
  { "PartnerEarnedCreditPercentage", "CreditPercentage", "0.15", "1", "0.15", "1" },
  { "rateOfPartnerEarnedCredit", "rateOfCredit", "0.15", "1.00", "15", "100" },
  { "rateOfPartnerEarnedCredit", "rateOfCredit", "0", "0.15", "0", "15" },
  { "RATE OF PARTNER EARNED CREDIT", "CreditPercentage", ".15", "15", "15", "15" },
  { "rateOfPartnerEarnedCredit", "rateOfCredit", "0.99999999999999999999999999999999999999", "0.5",
    "99.999999999999999999999999999999999999", "50" },
};

START_TEST (rates_become_percentages)
{
  g_autofree char *columns
      = g_strdup_printf (NEEDED ",%s,%s", percentages[_i].pec_name, percentages[_i].credit_name);
  g_autofree char *row
      = g_strdup_printf ("c1,11/03/2025,1,USD,%s,%s", percentages[_i].pec, percentages[_i].credit);

  read_rows (columns, row);
  ck_assert (record.has_pec_column_percent);
  ck_assert (record.has_credit_percent);
  assert_decimal (record.pec_column_percent, percentages[_i].pec_percent);
  assert_decimal (record.credit_percent, percentages[_i].credit_percent);
  /* No more digits than were read: books pack them. */
  ck_assert_uint_le (record.pec_column_percent.limb_count, 2);
}
END_TEST

static const struct
{
  const char *column, *cell;
  guint role;
  const char *expected;
} bad[] = {
  { "CustomerId", " ", ROLE_CUSTOMER, "a text" },
  { "BillingCurrency", "", ROLE_CURRENCY, "a text" },
  { "UsageDate", "", ROLE_USAGE_DATE, "a date like 10/31/2026 or 2026-10-31" },
  { "UsageDate", "2025-11", ROLE_USAGE_DATE, "a date like 10/31/2026 or 2026-10-31" },
  { "BillingPreTaxTotal", "", ROLE_BILLING_TOTAL, "a number like 1234.56" },
  { "BillingPreTaxTotal", "1e", ROLE_BILLING_TOTAL, "a number like 1234.56" },
  { "PricingPreTaxTotal", "x", ROLE_PRICING_TOTAL, "a number like 1234.56" },
  { "UnitPrice", "x", ROLE_UNIT_PRICE, "a number like 1234.56" },
  { "Quantity", "x", ROLE_QUANTITY, "a number like 1234.56" },
  { "PCToBCExchangeRate", "x", ROLE_EXCHANGE_RATE, "a number like 1234.56" },
  { "PartnerEarnedCreditPercentage", "15%", ROLE_PEC_PERCENTAGE, "a number like 1234.56" },
  { "CreditPercentage", "all", ROLE_CREDIT_PERCENTAGE, "a number like 1234.56" },
};

START_TEST (a_bad_or_missing_value_makes_the_row_bad)
{
  g_autofree char *row = sample_row (USAGE_COLUMNS_55_REAL, "CustomerId", "c1", "UsageDate",
                                     "11/03/2025", "BillingPreTaxTotal", "1", "BillingCurrency",
                                     "USD", bad[_i].column, bad[_i].cell, NULL);

  read_rows (USAGE_COLUMNS_55_REAL, row);
  ck_assert (!cells_are_good (&file.cells));
  ck_assert_uint_eq (file.cells.bad_role, bad[_i].role);
  ck_assert_str_eq (file.cells.expected, bad[_i].expected);
}
END_TEST

START_TEST (a_day_first_date_counts_before_a_bad_number)
{
  read_rows (NEEDED, ",13/11/2025,one,USD");
  ck_assert (file.cells.is_other_order);
  ck_assert_uint_eq (file.cells.bad_role, ROLE_USAGE_DATE);
}
END_TEST

/* These columns are known, but nothing is reckoned from them. */
START_TEST (what_is_not_used_is_not_looked_at)
{
  g_autofree char *row
      = sample_row (USAGE_COLUMNS_55_DOCUMENTED, "CustomerId", "c1", "UsageDate", "11/03/2025",
                    "BillingPreTaxTotal", "1", "BillingCurrency", "USD", "ChargeStartDate",
                    "31/10/2025", "EffectiveUnitPrice", "x", "PCToBCExchangeRateDate", "x", "Tags",
                    "\"{\"\"a\"\":\"\"b,c\"\"}\"", NULL);

  read_rows (USAGE_COLUMNS_55_DOCUMENTED, row);
  ck_assert (cells_are_good (&file.cells));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("usage-file");
  TCase *tests = tcase_create ("usage-file");

  tcase_add_checked_fixture (tests, clear_file, close_file);
  tcase_add_loop_test (tests, a_row_is_read_from_every_version, 0, G_N_ELEMENTS (versions));
  tcase_add_loop_test (tests, amounts_are_read_from_every_version, 0, G_N_ELEMENTS (versions));
  tcase_add_loop_test (tests, credits_are_read_where_the_version_has_them, 0,
                       G_N_ELEMENTS (versions));
  tcase_add_loop_test (tests, reasons_are_read_where_somebody_asks_for_them, 0,
                       G_N_ELEMENTS (versions));
  tcase_add_test (tests, reasons_are_not_read_where_nobody_asks_for_them);
  tcase_add_test (tests, the_needed_columns_are_enough);
  tcase_add_test (tests, empty_cells_are_not_given);
  tcase_add_loop_test (tests, rates_become_percentages, 0, G_N_ELEMENTS (percentages));
  tcase_add_loop_test (tests, a_bad_or_missing_value_makes_the_row_bad, 0, G_N_ELEMENTS (bad));
  tcase_add_test (tests, a_day_first_date_counts_before_a_bad_number);
  tcase_add_test (tests, what_is_not_used_is_not_looked_at);
  suite_add_tcase (suite, tests);
  return suite;
}

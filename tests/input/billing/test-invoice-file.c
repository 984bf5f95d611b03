/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "input/billing/invoice-file.h"
#include "sample-csv.h"

static SampleFile file;
static InvoiceLine record;

static void
read_rows (const char *columns, const char *row)
{
  g_autofree char *text = g_strconcat (columns, "\n", row, "\n", NULL);
  gsize count;
  const guint *roles = invoice_file_roles (FALSE, &count);

  sample_file_open (&file, text, roles, count);
  sample_file_next (&file);
  memset (&record, 0xAA, sizeof record);
  invoice_file_read (&file.cells, (Position){ 3, 7 }, &record);
}

static void
clear_file (void)
{
  file = (SampleFile){ 0 };
}

static void
close_file (void)
{
  sample_file_close (&file);
}

static const struct
{
  const char *columns;
  gboolean has_reason;
} versions[] = {
  { INVOICE_COLUMNS_40, FALSE }, { INVOICE_COLUMNS_41, TRUE }, { INVOICE_COLUMNS_45, TRUE },
  { INVOICE_COLUMNS_46, TRUE },  { INVOICE_COLUMNS_47, TRUE },
};

/* Every column that is read, whatever its place. The 40 columns have no CreditReasonCode. */
static char *
full_row (guint version)
{
  const gboolean has_reason = versions[version].has_reason;

  return sample_row (
      versions[version].columns, "PartnerId", " 5E0F7C12 ", "CustomerId", " 196E2273 ",
      "CustomerName", "\"Contoso, Ltd\"", "InvoiceNumber", " G002297372 ", "OrderDate", "10/3/2020",
      "ProductId", "DZH318Z0BNZ5", "SkuId", "006G", "AvailabilityId", "DZH318Z08B80",
      "SubscriptionId", "s1", "SkuName", "Tables - LRS", "ProductName", "Tables", "ChargeType",
      "New", "UnitPrice", "not looked at", "Subtotal", "0.01", "TaxTotal", "0.002", "Total",
      "0.045", "Currency", "eur", "PriceAdjustmentDescription",
      "\"[\"\"15.0% Partner earned credit for services managed\"\"]\"", "PublisherName",
      "Microsoft", "SubscriptionDescription", "Azure plan", "ChargeStartDate", "9/1/2020",
      "ChargeEndDate", "9/30/2020", "TermAndBillingCycle", "One-Year", "EffectiveUnitPrice",
      "0.03825", "BillableQuantity", "0.005001", "PricingCurrency", "USD", "PCToBCExchangeRate",
      "0.846202666", "MeterDescription", "Data Stored", "ReservationOrderId", "55eebd03",
      has_reason ? "CreditReasonCode" : NULL, has_reason ? "Azure Credit Offer" : NULL, NULL);
}

START_TEST (a_line_is_read_from_every_version)
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
  assert_slice (record.currency, "eur");
  assert_slice (record.pricing_currency, "USD");
  assert_slice (record.product, "DZH318Z0BNZ5");
  assert_slice (record.sku, "006G");
  assert_slice (record.availability, "DZH318Z08B80");
  assert_slice (record.subscription, "s1");
  assert_day (record.order_day, "2020-10-03");
  assert_day (record.charge_start, "2020-09-01");
  assert_day (record.charge_end, "2020-09-30");
}
END_TEST

START_TEST (amounts_are_read_from_every_version)
{
  g_autofree char *row = full_row ((guint) _i);

  read_rows (versions[_i].columns, row);
  assert_decimal (record.subtotal, "0.01");
  assert_decimal (record.tax, "0.002");
  ck_assert (record.has_total);
  assert_decimal (record.total, "0.045");
  ck_assert (record.has_price);
  assert_decimal (record.price, "0.03825");
  ck_assert (record.has_quantity);
  assert_decimal (record.quantity, "0.005001");
  assert_decimal (record.rate, "0.846202666");
}
END_TEST

START_TEST (texts_are_read_from_every_version)
{
  g_autofree char *row = full_row ((guint) _i);

  read_rows (versions[_i].columns, row);
  ck_assert (record.tells_product);
  assert_slice (record.texts.charge_type, "New");
  assert_slice (record.texts.credit_reason, versions[_i].has_reason ? "Azure Credit Offer" : "");
  assert_slice (record.texts.subscription_description, "Azure plan");
  assert_slice (record.texts.meter_description, "Data Stored");
  assert_slice (record.texts.publisher, "Microsoft");
  assert_slice (record.texts.reservation_order, "55eebd03");
  assert_slice (record.texts.term, "One-Year");
  assert_slice (record.texts.product_name, "Tables");
  assert_slice (record.texts.sku_name, "Tables - LRS");
  assert_slice (record.texts.price_adjustment,
                "[\"15.0% Partner earned credit for services managed\"]");
}
END_TEST

#define NEEDED "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency"

START_TEST (the_needed_columns_are_enough)
{
  read_rows (NEEDED, "c1,,,-12.5,USD");
  ck_assert (cells_are_good (&file.cells));
  assert_slice (record.customer_name, "");
  assert_slice (record.partner, "");
  assert_slice (record.invoice, "");
  assert_slice (record.texts.charge_type, "");
  assert_slice (record.pricing_currency, "");
  assert_decimal (record.subtotal, "-12.5");
  assert_decimal (record.tax, "0");
  ck_assert (!record.has_total);
  assert_decimal (record.total, "-12.5");
  ck_assert (!record.has_price);
  ck_assert (!record.has_quantity);
  assert_decimal (record.rate, "1");
  assert_day (record.order_day, NULL);
  assert_day (record.charge_start, NULL);
  assert_day (record.charge_end, NULL);
  ck_assert (!record.tells_product);
}
END_TEST

START_TEST (empty_cells_have_their_stand_ins)
{
  g_autofree char *row
      = sample_row (INVOICE_COLUMNS_46, "CustomerId", "c1", "Subtotal", "10", "Currency", "USD",
                    "Total", " ", "PCToBCExchangeRate", " ", "EffectiveUnitPrice", "2", NULL);

  read_rows (INVOICE_COLUMNS_46, row);
  ck_assert (cells_are_good (&file.cells));
  assert_decimal (record.tax, "0");
  ck_assert (!record.has_total);
  assert_decimal (record.total, "10");
  assert_decimal (record.rate, "1");
  ck_assert (record.has_price);
  ck_assert (!record.has_quantity);
}
END_TEST

START_TEST (an_empty_total_is_that_with_tax)
{
  read_rows (NEEDED ",TaxTotal", "c1,G1,New,10,USD,'1.90");
  ck_assert (!record.has_total);
  assert_decimal (record.total, "11.9");
}
END_TEST

/* Either column tells what was sold. */
START_TEST (files_that_tell_the_product_are_known)
{
  read_rows (_i == 0 ? NEEDED ",SubscriptionDescription" : NEEDED ",MeterDescription",
             "c1,G1,New,10,USD,");
  ck_assert (record.tells_product);
}
END_TEST

static const struct
{
  const char *column, *cell;
  guint role;
  const char *expected;
} bad[] = {
  { "CustomerId", " ", ROLE_CUSTOMER, "a text" },
  { "Currency", "", ROLE_CURRENCY, "a text" },
  { "Subtotal", "", ROLE_SUBTOTAL, "a number like 1234.56" },
  { "Subtotal", "1.2x", ROLE_SUBTOTAL, "a number like 1234.56" },
  { "TaxTotal", "n/a", ROLE_TAX_TOTAL, "a number like 1234.56" },
  { "Total", "-", ROLE_TOTAL, "a number like 1234.56" },
  { "EffectiveUnitPrice", "free", ROLE_EFFECTIVE_UNIT_PRICE, "a number like 1234.56" },
  { "BillableQuantity", "1 h", ROLE_BILLABLE_QUANTITY, "a number like 1234.56" },
  { "PCToBCExchangeRate", "NaN", ROLE_EXCHANGE_RATE, "a number like 1234.56" },
  { "OrderDate", "2/30/2026", ROLE_ORDER_DATE, "a date like 10/31/2026 or 2026-10-31" },
  { "ChargeStartDate", "soon", ROLE_CHARGE_START, "a date like 10/31/2026 or 2026-10-31" },
};

START_TEST (a_bad_or_missing_value_makes_the_line_bad)
{
  g_autofree char *row = sample_row (INVOICE_COLUMNS_46, "CustomerId", "c1", "Subtotal", "10",
                                     "Currency", "USD", bad[_i].column, bad[_i].cell, NULL);

  read_rows (INVOICE_COLUMNS_46, row);
  ck_assert (!cells_are_good (&file.cells));
  ck_assert_uint_eq (file.cells.bad_role, bad[_i].role);
  ck_assert_str_eq (file.cells.expected, bad[_i].expected);
}
END_TEST

static const char *const date_columns[] = { "OrderDate", "ChargeStartDate", "ChargeEndDate" };

START_TEST (a_day_first_date_counts_before_a_bad_number)
{
  g_autofree char *row = sample_row (INVOICE_COLUMNS_46, "CustomerId", "", "Subtotal", "ten",
                                     "Currency", "USD", date_columns[_i], "31/10/2026", NULL);

  read_rows (INVOICE_COLUMNS_46, row);
  ck_assert (file.cells.is_other_order);
  assert_slice (file.cells.bad_cell, "31/10/2026");
}
END_TEST

/* ChargeEndDate only helps to tell rows apart: what cannot be read of it is not there. */
START_TEST (an_unreadable_end_date_is_none_and_makes_no_bad_row)
{
  static const char *const dates[] = { "10/31/26", "13/32/2026", "soon", "" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *row
          = sample_row (INVOICE_COLUMNS_46, "CustomerId", "c1", "Subtotal", "10", "Currency", "USD",
                        "ChargeStartDate", "10/1/2026", "ChargeEndDate", dates[i], NULL);

      close_file ();
      clear_file ();
      read_rows (INVOICE_COLUMNS_46, row);
      ck_assert (cells_are_good (&file.cells));
      assert_day (record.charge_start, "2026-10-01");
      assert_day (record.charge_end, NULL);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("invoice-file");
  TCase *tests = tcase_create ("invoice-file");

  tcase_add_checked_fixture (tests, clear_file, close_file);
  tcase_add_loop_test (tests, a_line_is_read_from_every_version, 0, G_N_ELEMENTS (versions));
  tcase_add_loop_test (tests, amounts_are_read_from_every_version, 0, G_N_ELEMENTS (versions));
  tcase_add_loop_test (tests, texts_are_read_from_every_version, 0, G_N_ELEMENTS (versions));
  tcase_add_test (tests, the_needed_columns_are_enough);
  tcase_add_test (tests, empty_cells_have_their_stand_ins);
  tcase_add_test (tests, an_empty_total_is_that_with_tax);
  tcase_add_loop_test (tests, files_that_tell_the_product_are_known, 0, 2);
  tcase_add_loop_test (tests, a_bad_or_missing_value_makes_the_line_bad, 0, G_N_ELEMENTS (bad));
  tcase_add_test (tests, an_unreadable_end_date_is_none_and_makes_no_bad_row);
  tcase_add_loop_test (tests, a_day_first_date_counts_before_a_bad_number, 0,
                       G_N_ELEMENTS (date_columns));
  suite_add_tcase (suite, tests);
  return suite;
}

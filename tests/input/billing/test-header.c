/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "sample-header.h"

START_TEST (further_columns_are_fine_and_named)
{
  g_autoptr (Header) header = good_header (INVOICE_COLUMNS_46 ",NewColumn, Other one ", NULL);

  ck_assert_uint_eq (header_column_count (header), 48);
  ck_assert_str_eq (header_unknown_columns (header), "NewColumn,  Other one ");
}
END_TEST

START_TEST (columns_without_a_name_are_unknown_ones)
{
  g_autoptr (Header) header
      = good_header ("CustomerId,InvoiceNumber,,ChargeType,Subtotal,Currency,  ,,--,**", NULL);

  ck_assert_str_eq (header_unknown_columns (header), "(no name), (no name), (no name), --, **");
}
END_TEST

START_TEST (of_many_unknown_columns_twenty_are_named)
{
  g_autoptr (GString) line = g_string_new ("CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency");
  g_autoptr (GString) expected = g_string_new (NULL);

  for (int i = 1; i <= 20 + _i; i++)
    {
      g_string_append_printf (line, ",x%d", i);
      if (i <= 20)
        g_string_append_printf (expected, "%sx%d", i > 1 ? ", " : "", i);
    }
  if (_i > 0)
    g_string_append_printf (expected, " and %d more", _i);
  g_autoptr (Header) header = good_header (line->str, NULL);
  ck_assert_str_eq (header_unknown_columns (header), expected->str);
}
END_TEST

START_TEST (a_column_is_found_by_its_role)
{
  g_autoptr (Header) header
      = good_header ("Currency,\"Sub Total\",ChargeType,InvoiceNumber,CustomerTenantId", NULL);

  ck_assert_int_eq (header_column (header, ROLE_CURRENCY), 0);
  ck_assert_int_eq (header_column (header, ROLE_SUBTOTAL), 1);
  ck_assert_int_eq (header_column (header, ROLE_CUSTOMER), 4);
  ck_assert_int_eq (header_column (header, ROLE_TOTAL), -1);
  ck_assert_str_eq (header_column_name (header, ROLE_SUBTOTAL), "Sub Total");
  ck_assert_str_eq (header_column_name (header, ROLE_CUSTOMER), "CustomerTenantId");
}
END_TEST

static const struct
{
  const char *line, *message;
} refused[] = {
  /* Each column and each role once. */
  { "CustomerId,customer id,InvoiceNumber",
    "f.csv:1: column 2: found \"customer id\", expected each column once, but column 1 is it "
    "already; rename or remove one of the two" },
  { "New,CustomerId,InvoiceNumber,NEW",
    "f.csv:1: column 4: found \"NEW\", expected each column once, but column 1 is it already; "
    "rename or remove one of the two" },
  { "CustomerId,InvoiceNumber,CustomerTenantId",
    "f.csv:1: column 3: found \"CustomerTenantId\", expected each role (customer) once, but column "
    "1 is it already; rename or remove one of the two" },
  { "MpnId,Tier2MpnId,ResellerMpnId",
    "f.csv:1: column 3: found \"ResellerMpnId\", expected each role (ResellerMpnId) once, but "
    "column 2 is it already; rename or remove one of the two" },
  { "CustomerId,UsageDate,BillingPreTaxTotal,BillingCurrency,Currency",
    "f.csv:1: column 5: found \"Currency\", expected each role (currency) once, but column 4 is it "
    "already; rename or remove one of the two" },
  { "a\x1b[1m,A\x1b[1M", "f.csv:1: column 2: found \"A\\x1B[1M\", expected each column once, but "
                         "column 1 is it already; "
                         "rename or remove one of the two" },
};

/* What is refused before its kind is asked for. */
static void
assert_refused (const char *line, const char *const *maps, const char *message)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (header_of (line, maps, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_str_eq (error->message, message);
}

START_TEST (a_column_or_role_that_stands_twice_is_refused)
{
  assert_refused (refused[_i].line, NULL, refused[_i].message);
}
END_TEST

#define INVOICE_REST ",InvoiceNumber,ChargeType,Subtotal,Currency"

START_TEST (a_given_name_wins_over_the_documented_ones)
{
  g_autoptr (Header) header
      = good_header ("CustomerId,Tenant" INVOICE_REST, MAPS ("customer=tenant"));

  ck_assert_int_eq (header_column (header, ROLE_CUSTOMER), 1);
  ck_assert_str_eq (header_column_name (header, ROLE_CUSTOMER), "Tenant");
  ck_assert_str_eq (header_unknown_columns (header), "CustomerId");
}
END_TEST

START_TEST (where_the_given_name_does_not_stand_the_documented_ones_do)
{
  g_autoptr (Header) header = good_header ("CustomerId" INVOICE_REST, MAPS ("customer=Tenant"));

  ck_assert_int_eq (header_column (header, ROLE_CUSTOMER), 0);
  ck_assert_ptr_null (header_unknown_columns (header));
}
END_TEST

START_TEST (a_column_of_another_role_may_be_given)
{
  g_autoptr (Header) header = good_header (
      "PartnerId" INVOICE_REST, MAPS ("customer=PartnerId", "Total=Subtotal", "Subtotal=Subtotal"));

  ck_assert_int_eq (header_column (header, ROLE_CUSTOMER), 0);
  ck_assert_int_eq (header_column (header, ROLE_PARTNER), -1);
  ck_assert_int_eq (header_column (header, ROLE_SUBTOTAL), 3);
  ck_assert_int_eq (header_column (header, ROLE_TOTAL), -1);
}
END_TEST

START_TEST (two_given_names_that_both_stand_are_refused)
{
  assert_refused (
      "A,B" INVOICE_REST, MAPS ("customer=A", "customer=B"),
      "f.csv:1: column 2: found \"B\", expected each role (customer) once, but column 1 "
      "is it already; rename or remove one of the two");
}
END_TEST

#define DAILY_START "CustomerId,UsageDate,BillingPreTaxTotal,"

START_TEST (in_daily_usage_the_billing_currency_is_the_currency)
{
  g_autoptr (Header) header = good_header (DAILY_START "BillingCurrency", NULL);
  g_autoptr (Header) other = good_header (DAILY_START "Currency", NULL);

  ck_assert_int_eq (header_column (header, ROLE_CURRENCY), 3);
  ck_assert_str_eq (header_column_name (header, ROLE_CURRENCY), "BillingCurrency");
  ck_assert_int_eq (header_column (other, ROLE_CURRENCY), 3);
}
END_TEST

START_TEST (in_an_invoice_the_billing_currency_is_only_known)
{
  g_autoptr (Header) header = good_header ("CustomerId,BillingCurrency" INVOICE_REST, NULL);

  ck_assert_int_eq (header_column (header, ROLE_CURRENCY), 5);
  ck_assert_ptr_null (header_unknown_columns (header));
}
END_TEST

START_TEST (a_given_currency_wins_over_the_billing_currency)
{
  g_autoptr (Header) header
      = good_header (DAILY_START "BillingCurrency,Money", MAPS ("currency=Money"));
  g_autoptr (Header) renamed = good_header (DAILY_START "Money", MAPS ("BillingCurrency=Money"));

  ck_assert_int_eq (header_column (header, ROLE_CURRENCY), 4);
  ck_assert_str_eq (header_unknown_columns (header), "BillingCurrency");
  ck_assert_int_eq (header_column (renamed, ROLE_CURRENCY), 3);
}
END_TEST

START_TEST (names_of_rates_tell_rates)
{
  g_autoptr (Header) rates
      = good_header (DAILY_START "BillingCurrency,rateOfPartnerEarnedCredit,RateOfCredit", NULL);
  g_autoptr (Header) percentages = good_header (
      DAILY_START "BillingCurrency,PartnerEarnedCreditPercentage,CreditPercentage", NULL);
  g_autoptr (Header) neither = good_header (DAILY_START "BillingCurrency", NULL);

  ck_assert (header_is_rate (rates, ROLE_PEC_PERCENTAGE));
  ck_assert (header_is_rate (rates, ROLE_CREDIT_PERCENTAGE));
  ck_assert (!header_is_rate (percentages, ROLE_PEC_PERCENTAGE));
  ck_assert (!header_is_rate (percentages, ROLE_CREDIT_PERCENTAGE));
  ck_assert (!header_is_rate (neither, ROLE_PEC_PERCENTAGE));
}
END_TEST

/* As a later object brings them. */
static gboolean
grow (Header *header, const char *line, const char *const *maps, GError **error)
{
  SampleFile file = { .at = line, .left = strlen (line) };
  g_autoptr (ColumnMap) map = map_of (maps);
  g_autoptr (CsvReader) csv = csv_reader_new ("f.json", ',', sample_file_read, &file);
  const Row *row;

  ck_assert_int_eq (csv_reader_next (csv, &row, NULL), CSV_ROW);
  return header_grow (header, row, map, "f.json", error);
}

START_TEST (further_columns_are_bound_behind_the_others)
{
  g_autoptr (Header) header = growing_header ("customerId,subtotal,currency,new", NULL, NULL);

  ck_assert_int_eq (header_column (header, ROLE_TAX_TOTAL), -1);
  ck_assert_str_eq (header_unknown_columns (header), "new");
  ck_assert (grow (header, "customerId,subtotal,currency,new,other,taxTotal", NULL, NULL));
  ck_assert_int_eq (header_column (header, ROLE_TAX_TOTAL), 5);
  ck_assert_int_eq (header_column (header, ROLE_SUBTOTAL), 1);
  ck_assert_str_eq (header_unknown_columns (header), "new, other");
  ck_assert_uint_eq (header_column_count (header), 6);
}
END_TEST

START_TEST (what_the_earlier_columns_mean_stays)
{
  static const char *const maps[] = { "currency=Money", NULL };
  g_autoptr (Header) header = growing_header ("customerId,subtotal,currency", maps, NULL);
  g_autoptr (GError) error = NULL;

  ck_assert (!grow (header,
                    _i == 0 ? "customerId,subtotal,currency,currencyCode"
                            : "customerId,subtotal,currency,money",
                    _i == 0 ? NULL : maps, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_ptr_nonnull (
      strstr (error->message, "expected each role (currency) once, but column 3 is it already"));
}
END_TEST

START_TEST (freeing_nothing_is_fine) { header_free (NULL); }
END_TEST

static TCase *
tests_of_maps (void)
{
  TCase *tests = tcase_create ("maps");

  tcase_add_test (tests, a_given_name_wins_over_the_documented_ones);
  tcase_add_test (tests, where_the_given_name_does_not_stand_the_documented_ones_do);
  tcase_add_test (tests, a_column_of_another_role_may_be_given);
  tcase_add_test (tests, two_given_names_that_both_stand_are_refused);
  tcase_add_test (tests, a_given_currency_wins_over_the_billing_currency);
  return tests;
}

static TCase *
tests_of_growing (void)
{
  TCase *tests = tcase_create ("growing");

  tcase_add_test (tests, further_columns_are_bound_behind_the_others);
  tcase_add_loop_test (tests, what_the_earlier_columns_mean_stays, 0, 2);
  return tests;
}

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("header");
  TCase *tests = tcase_create ("header");

  tcase_add_test (tests, further_columns_are_fine_and_named);
  tcase_add_test (tests, columns_without_a_name_are_unknown_ones);
  tcase_add_loop_test (tests, of_many_unknown_columns_twenty_are_named, 0, 3);
  tcase_add_test (tests, a_column_is_found_by_its_role);
  tcase_add_loop_test (tests, a_column_or_role_that_stands_twice_is_refused, 0,
                       G_N_ELEMENTS (refused));
  tcase_add_test (tests, in_daily_usage_the_billing_currency_is_the_currency);
  tcase_add_test (tests, in_an_invoice_the_billing_currency_is_only_known);
  tcase_add_test (tests, names_of_rates_tell_rates);
  tcase_add_test (tests, freeing_nothing_is_fine);
  suite_add_tcase (suite, tests);
  suite_add_tcase (suite, tests_of_maps ());
  suite_add_tcase (suite, tests_of_growing ());
  return suite;
}

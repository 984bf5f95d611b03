/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "core/recon-error.h"
#include "io/header.h"
#include "sample-csv.h"

/* The header of a line of text; @maps: "ROLE=HEADER" one after the other, NULL at the end. */
static Header *
header_of (const char *line, const char *const *maps, GError **error)
{
  SampleFile file = { .at = line, .left = strlen (line) };
  g_autoptr (ColumnMap) map = column_map_new ();
  g_autoptr (CsvReader) csv = csv_reader_new ("f.csv", ',', sample_file_read, &file);
  const CsvRow *row;

  for (; maps != NULL && *maps != NULL; maps++)
    ck_assert (column_map_add (map, *maps, NULL));
  ck_assert_int_eq (csv_reader_next (csv, &row, NULL), CSV_ROW);
  return header_new (row, map, "f.csv", error);
}

static Header *
good_header (const char *line, const char *const *maps)
{
  g_autoptr (GError) error = NULL;
  Header *header = header_of (line, maps, &error);

  ck_assert_msg (header != NULL, "%s", error == NULL ? "" : error->message);
  return header;
}

static void
assert_refused (const char *line, const char *const *maps, const char *message)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (header_of (line, maps, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_str_eq (error->message, message);
}

static const struct
{
  const char *line;
  FileKind kind;
  guint columns;
} known[] = {
  { BALANCE_COLUMNS, KIND_ACO_BALANCE, 11 },
  { "PartnerTenantId,CustomerTenantId,BillingPeriod,CreditName,CreditAmount,Status,BalanceAmount,"
    "Currency,AgreementId,EffectiveDate,ExpirationDate",
    KIND_ACO_BALANCE, 11 },
  { "CustomerTenantId,BillingMonth,CreditAmount,BalanceAmount,CurrencyCode,AgreementId",
    KIND_ACO_BALANCE, 6 },
  { INVOICE_COLUMNS_40, KIND_INVOICE, 40 },
  { INVOICE_COLUMNS_41, KIND_INVOICE, 41 },
  { INVOICE_COLUMNS_45, KIND_INVOICE, 45 },
  { INVOICE_COLUMNS_46, KIND_INVOICE, 46 },
  { INVOICE_COLUMNS_47, KIND_INVOICE, 47 },
  { "Currency,Subtotal,ChargeType,InvoiceNumber,CustomerId", KIND_INVOICE, 5 },
  { USAGE_COLUMNS_50, KIND_DAILY_USAGE, 50 },
  { USAGE_COLUMNS_52, KIND_DAILY_USAGE, 52 },
  { USAGE_COLUMNS_54, KIND_DAILY_USAGE, 54 },
  { USAGE_COLUMNS_55_DOCUMENTED, KIND_DAILY_USAGE, 55 },
  { USAGE_COLUMNS_55_REAL, KIND_DAILY_USAGE, 55 },
  { "BillingCurrency,BillingPreTaxTotal,UsageDate,CustomerId", KIND_DAILY_USAGE, 4 },
  /* With the columns of an invoice beside them. */
  { "CustomerId,InvoiceNumber,ChargeType,Subtotal,UsageDate,BillingPreTaxTotal,BillingCurrency",
    KIND_DAILY_USAGE, 7 },
  { LEGACY_LICENCE_COLUMNS, KIND_LEGACY, 6 },
  { "CustomerId,SyndicationPartnerSubscriptionNumber", KIND_LEGACY, 2 },
  { "CustomerId,InvoiceNumber,ChargeType,Currency,UsageDate,PretaxCharges", KIND_LEGACY, 6 },
  { "OverageQuantity", KIND_LEGACY, 1 },
  /* What has all columns of a new file is no legacy one. */
  { "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency,DurableOfferId", KIND_INVOICE, 6 },
  /* Names in another dress. */
  { "\xef\xbb\xbf"
    "CUSTOMER ID,invoice_number,\"Charge, Type\", Subtotal ,currency",
    KIND_INVOICE, 5 },
};

START_TEST (a_known_header_tells_its_kind)
{
  g_autoptr (Header) header = good_header (known[_i].line, NULL);

  ck_assert_int_eq ((int) header_kind (header), (int) known[_i].kind);
  ck_assert_uint_eq (header_column_count (header), known[_i].columns);
  if (known[_i].kind != KIND_LEGACY)
    ck_assert_ptr_null (header_unknown_columns (header));
}
END_TEST

START_TEST (further_columns_are_fine_and_named)
{
  g_autoptr (Header) header = good_header (INVOICE_COLUMNS_46 ",NewColumn, Other one ", NULL);

  ck_assert_int_eq ((int) header_kind (header), KIND_INVOICE);
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

#define NO_KIND_START \
  "f.csv:1: found a header of no known kind, expected the columns of an Azure Credit Offer " \
  "balance " \
  "report, an invoice reconciliation file or a daily rated usage file (missing here: " \
  "aco-balance: "
#define NO_KIND_END "); name columns with --map, or leave the file out"
#define LIKE(kind, names) \
  "f.csv:1: found a header like that of a file of the kind " kind ", but not its needed columns, " \
  "expected by name: " names "; download the file again, or name the column with --map"

static const struct
{
  const char *line, *message;
} refused[] = {
  { "a,b,c", NO_KIND_START
    "CustomerId, CustomerTenantId; InvoiceMonth, BillingPeriod, BillingMonth; CreditAmount; "
    "BalanceAmount; CurrencyCode, Currency; AgreementId | daily-usage: CustomerId, "
    "CustomerTenantId; UsageDate; BillingPreTaxTotal; BillingCurrency | invoice: CustomerId, "
    "CustomerTenantId; InvoiceNumber; ChargeType; Subtotal; CurrencyCode, Currency" NO_KIND_END },
  { "PartnerTenantId,CustomerTenantId",
    NO_KIND_START "InvoiceMonth, BillingPeriod, BillingMonth; CreditAmount; BalanceAmount; "
                  "CurrencyCode, Currency; AgreementId | daily-usage: UsageDate; "
                  "BillingPreTaxTotal; BillingCurrency | invoice: InvoiceNumber; ChargeType; "
                  "Subtotal; CurrencyCode, Currency" NO_KIND_END },
  { "CustomerId,InvoiceMonth,CreditName,CreditAmount,Status,BalanceAmount,CurrencyCode",
    LIKE ("aco-balance", "AgreementId") },
  { "InvoiceMonth,CreditAmount,BalanceAmount",
    LIKE ("aco-balance", "CustomerId, CustomerTenantId; CurrencyCode, Currency; AgreementId") },
  { "CustomerId,InvoiceNumber,Subtotal,Currency", LIKE ("invoice", "ChargeType") },
  { "InvoiceNumber,ChargeType,Subtotal,Currency",
    LIKE ("invoice", "CustomerId, CustomerTenantId") },
  { "CustomerId,InvoiceNumber,ChargeType,Currency", LIKE ("invoice", "Subtotal") },
  { "CustomerId,UsageDate,BillingPreTaxTotal", LIKE ("daily-usage", "BillingCurrency") },
  { "CustomerId,BillingPreTaxTotal,BillingCurrency,Currency", LIKE ("daily-usage", "UsageDate") },
  /* A usage date makes it no invoice. */
  { "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency,UsageDate",
    LIKE ("daily-usage", "BillingPreTaxTotal") },
  /* The name of the currency in daily usage files is not one in the others. */
  { "CustomerId,InvoiceNumber,ChargeType,Subtotal,BillingCurrency",
    LIKE ("invoice", "CurrencyCode, Currency") },
  { "CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,BillingCurrency,AgreementId",
    LIKE ("aco-balance", "CurrencyCode, Currency") },
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

START_TEST (a_header_that_fits_nothing_is_refused_with_the_names_looked_for)
{
  assert_refused (refused[_i].line, NULL, refused[_i].message);
}
END_TEST

#define MAPS(...) ((const char *const[]){ __VA_ARGS__, NULL })
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

START_TEST (a_given_role_makes_the_kind)
{
  g_autoptr (Header) header
      = good_header ("Kunde,Rechnung,Art,Netto,W\xc3\xa4hrung",
                     MAPS ("customer=Kunde", "InvoiceNumber=Rechnung", "ChargeType=Art",
                           "Subtotal=Netto", "currency=W\xc3\x84HRUNG"));

  ck_assert_int_eq ((int) header_kind (header), KIND_INVOICE);
  ck_assert_ptr_null (header_unknown_columns (header));
}
END_TEST

START_TEST (a_given_name_is_looked_for_too)
{
  assert_refused ("CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,Currency",
                  MAPS ("agreement=Vertrag"), LIKE ("aco-balance", "Vertrag, AgreementId"));
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

START_TEST (freeing_nothing_is_fine) { header_free (NULL); }
END_TEST

static TCase *
tests_of_maps (void)
{
  TCase *tests = tcase_create ("maps");

  tcase_add_test (tests, a_given_name_wins_over_the_documented_ones);
  tcase_add_test (tests, where_the_given_name_does_not_stand_the_documented_ones_do);
  tcase_add_test (tests, a_column_of_another_role_may_be_given);
  tcase_add_test (tests, a_given_role_makes_the_kind);
  tcase_add_test (tests, a_given_name_is_looked_for_too);
  tcase_add_test (tests, two_given_names_that_both_stand_are_refused);
  tcase_add_test (tests, a_given_currency_wins_over_the_billing_currency);
  return tests;
}

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("header");
  TCase *tests = tcase_create ("header");

  tcase_add_loop_test (tests, a_known_header_tells_its_kind, 0, G_N_ELEMENTS (known));
  tcase_add_test (tests, further_columns_are_fine_and_named);
  tcase_add_test (tests, columns_without_a_name_are_unknown_ones);
  tcase_add_loop_test (tests, of_many_unknown_columns_twenty_are_named, 0, 3);
  tcase_add_test (tests, a_column_is_found_by_its_role);
  tcase_add_loop_test (tests, a_header_that_fits_nothing_is_refused_with_the_names_looked_for, 0,
                       G_N_ELEMENTS (refused));
  tcase_add_test (tests, in_daily_usage_the_billing_currency_is_the_currency);
  tcase_add_test (tests, in_an_invoice_the_billing_currency_is_only_known);
  tcase_add_test (tests, names_of_rates_tell_rates);
  tcase_add_test (tests, freeing_nothing_is_fine);
  suite_add_tcase (suite, tests);
  suite_add_tcase (suite, tests_of_maps ());
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "sample-header.h"

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

  ck_assert_int_eq ((int) good_kind (header)->kind, (int) known[_i].kind);
  ck_assert_uint_eq (header_column_count (header), known[_i].columns);
  if (known[_i].kind != KIND_LEGACY)
    ck_assert_ptr_null (header_unknown_columns (header));
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
};

static void
assert_refused (const char *line, const char *const *maps, const char *message)
{
  g_autoptr (Header) header = good_header (line, maps);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (kind_of (header, maps, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_str_eq (error->message, message);
}

START_TEST (a_header_that_fits_nothing_is_refused_with_the_names_looked_for)
{
  assert_refused (refused[_i].line, NULL, refused[_i].message);
}
END_TEST

START_TEST (a_given_role_makes_the_kind)
{
  const char *const *maps = MAPS ("customer=Kunde", "InvoiceNumber=Rechnung", "ChargeType=Art",
                                  "Subtotal=Netto", "currency=W\xc3\x84HRUNG");
  g_autoptr (Header) header = good_header ("Kunde,Rechnung,Art,Netto,W\xc3\xa4hrung", maps);

  ck_assert_int_eq ((int) kind_of (header, maps, NULL)->kind, KIND_INVOICE);
  ck_assert_ptr_null (header_unknown_columns (header));
}
END_TEST

START_TEST (a_given_name_is_looked_for_too)
{
  assert_refused ("CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,Currency",
                  MAPS ("agreement=Vertrag"), LIKE ("aco-balance", "Vertrag, AgreementId"));
}
END_TEST

START_TEST (a_growing_header_may_lack_what_may_be_empty)
{
  static const struct
  {
    const char *line;
    FileKind kind;
  } known_keys[] = {
    { "customerId,subtotal,currency", KIND_INVOICE },
    { "customerId,subtotal,currency,chargeType", KIND_INVOICE },
    { "customerId,subtotal,currency,durableOfferId", KIND_LEGACY },
    { "customerId,usageDate,billingPreTaxTotal,billingCurrency", KIND_DAILY_USAGE },
  };
  g_autoptr (Header) header = growing_header (known_keys[_i].line, NULL, NULL);

  ck_assert_ptr_nonnull (header);
  ck_assert (header_grows (header));
  ck_assert_int_eq ((int) good_kind (header)->kind, (int) known_keys[_i].kind);
}
END_TEST

START_TEST (it_lacks_nothing_that_must_be_filled)
{
  g_autoptr (Header) header = growing_header ("customerId,subtotal,chargeType", NULL, NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (kind_of (header, NULL, &error));
  ck_assert_str_eq (error->message,
                    "f.json:1: found an object like that of a file of the kind invoice, but not "
                    "its needed columns, expected by name: CurrencyCode, Currency; download the "
                    "file again, or name the column with --map");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("header-kind");
  TCase *tests = tcase_create ("header-kind");

  tcase_add_loop_test (tests, a_known_header_tells_its_kind, 0, G_N_ELEMENTS (known));
  tcase_add_loop_test (tests, a_header_that_fits_nothing_is_refused_with_the_names_looked_for, 0,
                       G_N_ELEMENTS (refused));
  tcase_add_test (tests, a_given_role_makes_the_kind);
  tcase_add_test (tests, a_given_name_is_looked_for_too);
  tcase_add_loop_test (tests, a_growing_header_may_lack_what_may_be_empty, 0, 4);
  tcase_add_test (tests, it_lacks_nothing_that_must_be_filled);
  suite_add_tcase (suite, tests);
  return suite;
}

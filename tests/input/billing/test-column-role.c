/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/name-fold.h"
#include "input/billing/column-role.h"

static char *
fold (const char *text)
{
  return name_fold (text, strlen (text));
}

static guint
role_of_header (const char *header)
{
  g_autofree char *folded = fold (header);
  return column_role_of_header (folded);
}

static guint
role_of_name (const char *name)
{
  g_autofree char *folded = fold (name);
  return column_role_of_name (folded);
}

/* Every header name of the contract, in another spelling where one is documented. */
static const struct
{
  const char *header;
  guint role;
} headers[] = {
  { "PartnerId", ROLE_PARTNER },
  { "PartnerID", ROLE_PARTNER },
  { "PartnerTenantId", ROLE_PARTNER },
  { "CustomerId", ROLE_CUSTOMER },
  { "CustomerID", ROLE_CUSTOMER },
  { "CustomerTenantId", ROLE_CUSTOMER },
  { "customer tenant id", ROLE_CUSTOMER },
  { "CustomerName", ROLE_CUSTOMER_NAME },
  { "InvoiceMonth", ROLE_MONTH },
  { "BillingPeriod", ROLE_MONTH },
  { "BillingMonth", ROLE_MONTH },
  { "CreditName", ROLE_CREDIT_NAME },
  { "CreditAmount", ROLE_CREDIT_AMOUNT },
  { "Status", ROLE_STATUS },
  { "BalanceAmount", ROLE_BALANCE_AMOUNT },
  { "CurrencyCode", ROLE_CURRENCY },
  { "Currency", ROLE_CURRENCY },
  { "BillingCurrency", ROLE_BILLING_CURRENCY },
  { "AgreementID", ROLE_AGREEMENT },
  { "AgreementId", ROLE_AGREEMENT },
  { "EffectiveDate", ROLE_EFFECTIVE },
  { "ExpiryDate", ROLE_EXPIRY },
  { "ExpirationDate", ROLE_EXPIRY },
  { "InvoiceNumber", ROLE_INVOICE_NUMBER },
  { "OrderDate", ROLE_ORDER_DATE },
  { "ProductId", ROLE_PRODUCT_ID },
  { "SkuId", ROLE_SKU_ID },
  { "AvailabilityId", ROLE_AVAILABILITY_ID },
  { "SkuName", ROLE_SKU_NAME },
  { "ProductName", ROLE_PRODUCT_NAME },
  { "ChargeType", ROLE_CHARGE_TYPE },
  { "Subtotal", ROLE_SUBTOTAL },
  { "TaxTotal", ROLE_TAX_TOTAL },
  { "Total", ROLE_TOTAL },
  { "totalForCustomer", ROLE_TOTAL },
  { "PriceAdjustmentDescription", ROLE_PRICE_ADJUSTMENT },
  { "PublisherName", ROLE_PUBLISHER_NAME },
  { "SubscriptionDescription", ROLE_SUBSCRIPTION_DESCRIPTION },
  { "ChargeStartDate", ROLE_CHARGE_START },
  { "ChargeEndDate", ROLE_CHARGE_END },
  { "TermAndBillingCycle", ROLE_TERM },
  { "EffectiveUnitPrice", ROLE_EFFECTIVE_UNIT_PRICE },
  { "BillableQuantity", ROLE_BILLABLE_QUANTITY },
  { "PricingCurrency", ROLE_PRICING_CURRENCY },
  { "PCToBCExchangeRate", ROLE_EXCHANGE_RATE },
  { "MeterDescription", ROLE_METER_DESCRIPTION },
  { "ReservationOrderId", ROLE_RESERVATION_ORDER },
  { "CreditReasonCode", ROLE_CREDIT_REASON },
  { "UsageDate", ROLE_USAGE_DATE },
  { "UnitPrice", ROLE_UNIT_PRICE },
  { "Quantity", ROLE_QUANTITY },
  { "BillingPreTaxTotal", ROLE_BILLING_TOTAL },
  { "PricingPreTaxTotal", ROLE_PRICING_TOTAL },
  { "PartnerEarnedCreditPercentage", ROLE_PEC_PERCENTAGE },
  { "rateOfPartnerEarnedCredit", ROLE_PEC_PERCENTAGE },
  { "CreditPercentage", ROLE_CREDIT_PERCENTAGE },
  { "rateOfCredit", ROLE_CREDIT_PERCENTAGE },
  { "CreditType", ROLE_CREDIT_TYPE },
  { "DurableOfferId", ROLE_DURABLE_OFFER },
  { "SyndicationPartnerSubscriptionNumber", ROLE_SYNDICATION_NUMBER },
  { "PretaxCharges", ROLE_PRETAX_CHARGES },
  { "OverageQuantity", ROLE_OVERAGE_QUANTITY },
  { "NewColumn", ROLE_NONE },
  { "Customer", ROLE_NONE },
  { "CustomerIds", ROLE_NONE },
  { "", ROLE_NONE },
};

START_TEST (a_header_name_means_its_role)
{
  ck_assert_uint_eq (role_of_header (headers[_i].header), headers[_i].role);
}
END_TEST

/* Columns of spec sections 7.3 and 7.7 that nothing above names. */
static const char *const known[] = { "CustomerDomainName",
                                     "CustomerCountry",
                                     "MpnId",
                                     "MPNID",
                                     "ResellerMpnId",
                                     "OrderId",
                                     "PublisherId",
                                     "SubscriptionId",
                                     "UnitType",
                                     "AlternateId",
                                     "BillingFrequency",
                                     "PCToBCExchangeRateDate",
                                     "SubscriptionStartDate",
                                     "SubscriptionEndDate",
                                     "ReferenceID",
                                     "ProductQualifiers",
                                     "PromotionID",
                                     "ProductCategory",
                                     "PartnerName",
                                     "MeterType",
                                     "MeterCategory",
                                     "MeterId",
                                     "MeterSubCategory",
                                     "MeterName",
                                     "MeterRegion",
                                     "Unit",
                                     "ResourceLocation",
                                     "ConsumedService",
                                     "ResourceGroup",
                                     "ResourceURI",
                                     "ServiceInfo1",
                                     "ServiceInfo2",
                                     "Tags",
                                     "AdditionalInfo",
                                     "EntitlementId",
                                     "EntitlementDescription",
                                     "BenefitId",
                                     "BenefitOrderId",
                                     "BenefitType" };

START_TEST (a_documented_column_is_known)
{
  ck_assert_uint_lt (role_of_header (known[_i]), column_role_count ());
}
END_TEST

START_TEST (two_names_of_the_reseller_are_one_role)
{
  ck_assert_uint_eq (role_of_header ("ResellerMpnId"), role_of_header ("Tier2MpnId"));
}
END_TEST

START_TEST (no_name_means_two_roles)
{
  for (guint role = 0; role < column_role_count (); role++)
    {
      g_autofree char *names = column_role_header_names (role);
      g_auto (GStrv) parts = g_strsplit (names, ", ", -1);

      ck_assert_uint_ge (g_strv_length (parts), 1);
      ck_assert_uint_eq (role_of_name (column_role_name (role)), role);
      for (char **part = parts; *part != NULL; part++)
        ck_assert_uint_eq (role_of_header (*part), role);
    }
}
END_TEST

START_TEST (messages_name_all_header_names)
{
  g_autofree char *three = column_role_header_names (ROLE_MONTH);
  g_autofree char *two = column_role_header_names (ROLE_CUSTOMER);
  g_autofree char *one = column_role_header_names (ROLE_SUBTOTAL);

  ck_assert_str_eq (three, "InvoiceMonth, BillingPeriod, BillingMonth");
  ck_assert_str_eq (two, "CustomerId, CustomerTenantId");
  ck_assert_str_eq (one, "Subtotal");
}
END_TEST

/* As the contract calls them. */
static const struct
{
  const char *name;
  guint role;
} names[] = {
  { "partner", ROLE_PARTNER },
  { "customer", ROLE_CUSTOMER },
  { "customer-name", ROLE_CUSTOMER_NAME },
  { "month", ROLE_MONTH },
  { "credit-name", ROLE_CREDIT_NAME },
  { "credit-amount", ROLE_CREDIT_AMOUNT },
  { "status", ROLE_STATUS },
  { "balance-amount", ROLE_BALANCE_AMOUNT },
  { "currency", ROLE_CURRENCY },
  { "agreement", ROLE_AGREEMENT },
  { "effective", ROLE_EFFECTIVE },
  { "expiry", ROLE_EXPIRY },
  { "Subtotal", ROLE_SUBTOTAL },
  { "BillingCurrency", ROLE_BILLING_CURRENCY },
  { "PartnerEarnedCreditPercentage", ROLE_PEC_PERCENTAGE },
  { "Customer_Name", ROLE_CUSTOMER_NAME },
  { "CUSTOMER", ROLE_CUSTOMER },
  { "CustomerId", ROLE_NONE },
  { "tenant", ROLE_NONE },
  { "", ROLE_NONE },
};

START_TEST (a_role_has_its_name)
{
  ck_assert_uint_eq (role_of_name (names[_i].name), names[_i].role);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("column-role");
  TCase *tests = tcase_create ("column-role");

  tcase_add_loop_test (tests, a_header_name_means_its_role, 0, G_N_ELEMENTS (headers));
  tcase_add_loop_test (tests, a_documented_column_is_known, 0, G_N_ELEMENTS (known));
  tcase_add_test (tests, two_names_of_the_reseller_are_one_role);
  tcase_add_test (tests, no_name_means_two_roles);
  tcase_add_test (tests, messages_name_all_header_names);
  tcase_add_loop_test (tests, a_role_has_its_name, 0, G_N_ELEMENTS (names));
  suite_add_tcase (suite, tests);
  return suite;
}

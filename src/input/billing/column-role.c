/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/column-role.h"

#include "base/name-fold.h"

#define HEADER_NAMES_MAX 3

typedef struct
{
  const char *name;
  const char *headers[HEADER_NAMES_MAX]; /* as documented */
} RoleInfo;

/* A documented column is called by its own name. */
#define COLUMN(header) \
  { \
    header, { header } \
  }
#define COLUMN_OR(header, other) \
  { \
    header, { header, other } \
  }

static const RoleInfo roles[] = {
  [ROLE_PARTNER] = { "partner", { "PartnerId", "PartnerTenantId" } },
  [ROLE_CUSTOMER] = { "customer", { "CustomerId", "CustomerTenantId" } },
  [ROLE_CUSTOMER_NAME] = { "customer-name", { "CustomerName" } },
  [ROLE_MONTH] = { "month", { "InvoiceMonth", "BillingPeriod", "BillingMonth" } },
  [ROLE_CREDIT_NAME] = { "credit-name", { "CreditName" } },
  [ROLE_CREDIT_AMOUNT] = { "credit-amount", { "CreditAmount" } },
  [ROLE_STATUS] = { "status", { "Status" } },
  [ROLE_BALANCE_AMOUNT] = { "balance-amount", { "BalanceAmount" } },
  [ROLE_CURRENCY] = { "currency", { "CurrencyCode", "Currency" } },
  [ROLE_AGREEMENT] = { "agreement", { "AgreementId" } },
  [ROLE_EFFECTIVE] = { "effective", { "EffectiveDate" } },
  [ROLE_EXPIRY] = { "expiry", { "ExpiryDate", "ExpirationDate" } },
  [ROLE_INVOICE_NUMBER] = COLUMN ("InvoiceNumber"),
  [ROLE_ORDER_DATE] = COLUMN ("OrderDate"),
  [ROLE_PRODUCT_ID] = COLUMN ("ProductId"),
  [ROLE_SKU_ID] = COLUMN ("SkuId"),
  [ROLE_AVAILABILITY_ID] = COLUMN ("AvailabilityId"),
  [ROLE_SKU_NAME] = COLUMN ("SkuName"),
  [ROLE_PRODUCT_NAME] = COLUMN ("ProductName"),
  [ROLE_CHARGE_TYPE] = COLUMN ("ChargeType"),
  [ROLE_SUBTOTAL] = COLUMN ("Subtotal"),
  [ROLE_TAX_TOTAL] = COLUMN ("TaxTotal"),
  [ROLE_TOTAL] = COLUMN_OR ("Total", "totalForCustomer"),
  [ROLE_PRICE_ADJUSTMENT] = COLUMN ("PriceAdjustmentDescription"),
  [ROLE_PUBLISHER_NAME] = COLUMN ("PublisherName"),
  [ROLE_SUBSCRIPTION_DESCRIPTION] = COLUMN ("SubscriptionDescription"),
  [ROLE_CHARGE_START] = COLUMN ("ChargeStartDate"),
  [ROLE_CHARGE_END] = COLUMN ("ChargeEndDate"),
  [ROLE_TERM] = COLUMN ("TermAndBillingCycle"),
  [ROLE_EFFECTIVE_UNIT_PRICE] = COLUMN ("EffectiveUnitPrice"),
  [ROLE_BILLABLE_QUANTITY] = COLUMN ("BillableQuantity"),
  [ROLE_PRICING_CURRENCY] = COLUMN ("PricingCurrency"),
  [ROLE_EXCHANGE_RATE] = COLUMN ("PCToBCExchangeRate"),
  [ROLE_METER_DESCRIPTION] = COLUMN ("MeterDescription"),
  [ROLE_RESERVATION_ORDER] = COLUMN ("ReservationOrderId"),
  [ROLE_CREDIT_REASON] = COLUMN ("CreditReasonCode"),
  [ROLE_SUBSCRIPTION_ID] = COLUMN ("SubscriptionId"),
  [ROLE_USAGE_DATE] = COLUMN ("UsageDate"),
  [ROLE_UNIT_PRICE] = COLUMN ("UnitPrice"),
  [ROLE_QUANTITY] = COLUMN ("Quantity"),
  [ROLE_BILLING_TOTAL] = COLUMN ("BillingPreTaxTotal"),
  [ROLE_BILLING_CURRENCY] = COLUMN ("BillingCurrency"),
  [ROLE_PRICING_TOTAL] = COLUMN ("PricingPreTaxTotal"),
  [ROLE_PEC_PERCENTAGE] = COLUMN_OR ("PartnerEarnedCreditPercentage", "rateOfPartnerEarnedCredit"),
  [ROLE_CREDIT_PERCENTAGE] = COLUMN_OR ("CreditPercentage", "rateOfCredit"),
  [ROLE_CREDIT_TYPE] = COLUMN ("CreditType"),
  [ROLE_METER_NAME] = COLUMN ("MeterName"),
  [ROLE_RESOURCE_URI] = COLUMN ("ResourceURI"),
  [ROLE_ADDITIONAL_INFO] = COLUMN ("AdditionalInfo"),
  [ROLE_BENEFIT_TYPE] = COLUMN ("BenefitType"),
  [ROLE_DURABLE_OFFER] = COLUMN ("DurableOfferId"),
  [ROLE_SYNDICATION_NUMBER] = COLUMN ("SyndicationPartnerSubscriptionNumber"),
  [ROLE_PRETAX_CHARGES] = COLUMN ("PretaxCharges"),
  [ROLE_OVERAGE_QUANTITY] = COLUMN ("OverageQuantity"),
  /* Documented, known, not read: spec section 7.3, */
  COLUMN ("CustomerDomainName"),
  COLUMN ("CustomerCountry"),
  COLUMN ("MpnId"),
  COLUMN_OR ("ResellerMpnId", "Tier2MpnId"),
  COLUMN ("OrderId"),
  COLUMN ("PublisherId"),
  COLUMN ("UnitType"),
  COLUMN ("AlternateId"),
  COLUMN ("BillingFrequency"),
  COLUMN ("PCToBCExchangeRateDate"),
  COLUMN ("SubscriptionStartDate"),
  COLUMN ("SubscriptionEndDate"),
  COLUMN ("ReferenceId"),
  COLUMN ("ProductQualifiers"),
  COLUMN ("PromotionId"),
  COLUMN ("ProductCategory"),
  /* and section 7.7. */
  COLUMN ("PartnerName"),
  COLUMN ("MeterType"),
  COLUMN ("MeterCategory"),
  COLUMN ("MeterId"),
  COLUMN ("MeterSubCategory"),
  COLUMN ("MeterRegion"),
  COLUMN ("Unit"),
  COLUMN ("ResourceLocation"),
  COLUMN ("ConsumedService"),
  COLUMN ("ResourceGroup"),
  COLUMN ("ServiceInfo1"),
  COLUMN ("ServiceInfo2"),
  COLUMN ("Tags"),
  COLUMN ("EntitlementId"),
  COLUMN ("EntitlementDescription"),
  COLUMN ("BenefitId"),
  COLUMN ("BenefitOrderId"),
};

guint
column_role_count (void)
{
  return G_N_ELEMENTS (roles);
}

const char *
column_role_name (guint role)
{
  g_assert (role < G_N_ELEMENTS (roles));
  return roles[role].name;
}

char *
column_role_header_names (guint role)
{
  GString *names = g_string_new (NULL);

  g_assert (role < G_N_ELEMENTS (roles));
  for (guint i = 0; i < HEADER_NAMES_MAX && roles[role].headers[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", roles[role].headers[i]);
  return g_string_free (names, FALSE);
}

guint
column_role_of_header (const char *folded)
{
  for (guint role = 0; role < G_N_ELEMENTS (roles); role++)
    for (guint i = 0; i < HEADER_NAMES_MAX && roles[role].headers[i] != NULL; i++)
      if (name_fold_equals (roles[role].headers[i], folded))
        return role;
  return ROLE_NONE;
}

guint
column_role_of_name (const char *folded)
{
  for (guint role = 0; role < G_N_ELEMENTS (roles); role++)
    if (name_fold_equals (roles[role].name, folded))
      return role;
  return ROLE_NONE;
}

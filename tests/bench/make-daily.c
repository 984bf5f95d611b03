/* SPDX-License-Identifier: MIT */
#include "bench-world.h"

#include <stdlib.h>
#include <string.h>

/* A daily rated usage file of 55 columns, in the order of real files. Customers and
 * days are not in order; on the first three of the month ACO pays, then Partner Earned Credit
 * applies. */

enum
{
  PARTNER,
  PARTNER_NAME,
  CUSTOMER,
  CUSTOMER_NAME,
  DOMAIN_NAME,
  COUNTRY,
  MPN,
  RESELLER_MPN,
  INVOICE_NUMBER,
  PRODUCT,
  SKU,
  AVAILABILITY,
  SKU_NAME,
  PRODUCT_NAME,
  PUBLISHER_NAME,
  PUBLISHER,
  SUBSCRIPTION_DESCRIPTION,
  SUBSCRIPTION,
  CHARGE_START,
  CHARGE_END,
  USAGE_DATE,
  METER_TYPE,
  METER_CATEGORY,
  METER,
  METER_SUB_CATEGORY,
  METER_NAME,
  METER_REGION,
  UNIT,
  LOCATION,
  SERVICE,
  RESOURCE_GROUP,
  RESOURCE_URI,
  CHARGE_TYPE,
  UNIT_PRICE,
  QUANTITY,
  UNIT_TYPE,
  BILLING_TOTAL,
  BILLING_CURRENCY,
  PRICING_TOTAL,
  PRICING_CURRENCY,
  SERVICE_INFO_1,
  SERVICE_INFO_2,
  TAGS,
  ADDITIONAL_INFO,
  EFFECTIVE_UNIT_PRICE,
  RATE,
  RATE_DATE,
  ENTITLEMENT,
  ENTITLEMENT_DESCRIPTION,
  PEC_PERCENTAGE,
  CREDIT_PERCENTAGE,
  CREDIT_TYPE,
  BENEFIT,
  BENEFIT_ORDER,
  BENEFIT_TYPE,
  COLUMN_COUNT
};

static const char *const names[COLUMN_COUNT] = { "PartnerId",
                                                 "PartnerName",
                                                 "CustomerId",
                                                 "CustomerName",
                                                 "CustomerDomainName",
                                                 "CustomerCountry",
                                                 "MpnId",
                                                 "Tier2MpnId",
                                                 "InvoiceNumber",
                                                 "ProductId",
                                                 "SkuId",
                                                 "AvailabilityId",
                                                 "SkuName",
                                                 "ProductName",
                                                 "PublisherName",
                                                 "PublisherId",
                                                 "SubscriptionDescription",
                                                 "SubscriptionId",
                                                 "ChargeStartDate",
                                                 "ChargeEndDate",
                                                 "UsageDate",
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
                                                 "ChargeType",
                                                 "UnitPrice",
                                                 "Quantity",
                                                 "UnitType",
                                                 "BillingPreTaxTotal",
                                                 "BillingCurrency",
                                                 "PricingPreTaxTotal",
                                                 "PricingCurrency",
                                                 "ServiceInfo1",
                                                 "ServiceInfo2",
                                                 "Tags",
                                                 "AdditionalInfo",
                                                 "EffectiveUnitPrice",
                                                 "PCToBCExchangeRate",
                                                 "PCToBCExchangeRateDate",
                                                 "EntitlementId",
                                                 "EntitlementDescription",
                                                 "PartnerEarnedCreditPercentage",
                                                 "CreditPercentage",
                                                 "CreditType",
                                                 "BenefitId",
                                                 "BenefitOrderId",
                                                 "BenefitType" };

/* Prices have 8 decimals, quantities 6, rates 9, daily money at most 15. */
#define PRICE_SCALE 8
#define QUANTITY_SCALE 6
#define RATE_SCALE 9
#define PRICING_SCALE 14
#define BILLING_SCALE 15

#define LAST_CREDITED_DAY 3

/* A resource of a customer: what its rows have in common. */
typedef struct
{
  const Product *product;
  char subscription[GUID_SIZE];
  char meter[GUID_SIZE];
  char uri[240];
  char tags[800];
} Resource;

#define RESOURCE_COUNT 40

typedef struct
{
  FILE *out;
  uint64_t written;
  const World *world;
  const Customer *customer; /* whose row is written */
  Resource resource;        /* likewise */
  Chance chance;            /* its chance */
  Row row;
} Maker;

static uint64_t
write_header (FILE *out)
{
  Row row;

  row_clear (&row, COLUMN_COUNT);
  for (unsigned i = 0; i < COLUMN_COUNT; i++)
    row.cells[i] = names[i];
  return row_write (&row, out);
}

/* A JSON object of @count pairs. */
static void
make_tags (Chance *chance, unsigned count, char *text, size_t size)
{
  size_t length = 0;

  for (unsigned i = 0; i < count; i++)
    {
      const uint64_t word = chance_next (chance);

      length += (size_t) snprintf (text + length, size - length,
                                   "%s\"costcenter-%06x\":\"value-%06x\"", i == 0 ? "{" : ",",
                                   (unsigned) (word & 0xffffff), (unsigned) (word >> 40));
    }
  snprintf (text + length, size - length, "%s", count > 0 ? "}" : "");
}

/* They are too many to be kept. */
static void
make_resource (const World *world, uint64_t index, Resource *resource)
{
  Chance own = chance_new (world, 3, index);
  Chance *chance = &own;

  resource->product = product_any (chance);
  chance_guid (chance, resource->subscription);
  chance_guid (chance, resource->meter);
  snprintf (resource->uri, sizeof resource->uri,
            "/subscriptions/%s/resourceGroups/rg-%08x/providers/Microsoft.Compute/virtualMachines/"
            "res-%08x",
            resource->subscription, (unsigned) (chance_next (chance) >> 32),
            (unsigned) (chance_next (chance) >> 32));
  make_tags (chance, (unsigned) chance_between (chance, 0, 7), resource->tags,
             sizeof resource->tags);
}

static void
set_customer (Row *row, const Customer *customer)
{
  row->cells[PARTNER] = PARTNER_ID;
  row->cells[PARTNER_NAME] = "EXAMPLE PARTNER INC (SI)";
  row->cells[CUSTOMER] = customer->id;
  row->cells[CUSTOMER_NAME] = customer->name;
  row->cells[DOMAIN_NAME] = customer->domain;
  row->cells[COUNTRY] = customer->country;
  row->cells[INVOICE_NUMBER] = customer->invoice;
  row->cells[SUBSCRIPTION] = customer->plan;
  row->cells[CHARGE_START] = "10/01/2026";
  row->cells[CHARGE_END] = "10/31/2026";
  row->cells[RATE_DATE] = "10/01/2026";
  row->cells[CHARGE_TYPE] = "Usage";
  row->cells[BENEFIT_TYPE] = "Charge";
}

static void
set_resource (Maker *self, const Resource *resource)
{
  Row *row = &self->row;
  const Product *product = resource->product;

  row->cells[PRODUCT] = product->product_id;
  row->cells[SKU] = product->sku_id;
  row->cells[AVAILABILITY] = product->availability_id;
  row->cells[SKU_NAME] = product->sku_name;
  row->cells[PRODUCT_NAME] = product->product_name;
  row->cells[PUBLISHER_NAME] = "Microsoft";
  row->cells[METER_TYPE] = product->unit;
  row->cells[METER_CATEGORY] = product->meter_category;
  row->cells[METER] = resource->meter;
  row->cells[METER_SUB_CATEGORY] = product->product_name;
  row->cells[METER_NAME] = product->sku_name;
  row->cells[METER_REGION] = "AP Southeast";
  row->cells[UNIT] = product->unit;
  row->cells[LOCATION] = "southeastasia";
  row->cells[SERVICE] = "Microsoft.Compute";
  row_format (row, RESOURCE_GROUP, "%.11s", strstr (resource->uri, "rg-"));
  row->cells[RESOURCE_URI] = resource->uri;
  row->cells[UNIT_TYPE] = product->unit;
  row->cells[TAGS] = resource->tags;
  row_format (row, ADDITIONAL_INFO,
              "{\"UsageType\":\"ComputeHR\",\"ImageType\":\"Canonical\",\"ServiceType\":\"%s\","
              "\"VMName\":null,\"VMProperties\":null,\"VCPUs\":%d,\"ConsumedQuantity\":%d,"
              "\"NodeId\":\"%016llx\"}",
              product->sku_name, (int) chance_between (&self->chance, 1, 64),
              (int) chance_between (&self->chance, 1, 24),
              (unsigned long long) chance_next (&self->chance));
  row->cells[ENTITLEMENT] = resource->subscription;
  row_format (row, ENTITLEMENT_DESCRIPTION, "Example_Subscription_%.4s", resource->subscription);
}

/* @percent of the price is paid, and @gross of it is what the totals show. */
static void
set_amounts (Maker *self, const Product *product, int64_t percent, int64_t gross)
{
  Row *row = &self->row;
  const int64_t quantity = chance_between (&self->chance, 1, 30000000);
  const int64_t pricing = scale_down ((__int128) product->price * gross * quantity,
                                      PRICE_SCALE + QUANTITY_SCALE, PRICING_SCALE);
  const int64_t billing = scale_down ((__int128) pricing * self->customer->rate,
                                      PRICING_SCALE + RATE_SCALE, BILLING_SCALE);

  row_decimal (row, UNIT_PRICE, product->price, 6, 0);
  row_decimal (row, QUANTITY, quantity, QUANTITY_SCALE, 0);
  row_decimal (row, EFFECTIVE_UNIT_PRICE, product->price * percent, PRICE_SCALE, 0);
  row_decimal (row, RATE, self->customer->rate, RATE_SCALE, 0);
  row_decimal (row, PRICING_TOTAL, pricing, PRICING_SCALE, 0);
  if (chance_between (&self->chance, 1, 100) == 1) /* as .NET writes small numbers */
    row_format (row, BILLING_TOTAL, "%lldE-%d", (long long) billing, BILLING_SCALE);
  else
    row_decimal (row, BILLING_TOTAL, billing, BILLING_SCALE, 0);
  row->cells[PRICING_CURRENCY] = "USD";
  row->cells[BILLING_CURRENCY] = self->customer->currency;
}

static void
set_credit (Maker *self, const Product *product, int day)
{
  Row *row = &self->row;
  const int64_t lot = chance_between (&self->chance, 1, 100);

  if (day <= LAST_CREDITED_DAY)
    {
      set_amounts (self, product, 0, 100);
      row->cells[PEC_PERCENTAGE] = "0";
      row->cells[CREDIT_PERCENTAGE] = "100";
      row->cells[CREDIT_TYPE] = "Azure Credit Applied";
    }
  else if (lot <= 2)
    {
      set_amounts (self, product, 100, 100);
      row->cells[PUBLISHER_NAME] = "Canonical Group Limited";
      row->cells[PUBLISHER] = "canonical";
      row->cells[CREDIT_TYPE] = "Credit Not Applied";
    }
  else
    {
      const int64_t percent = lot <= 11 ? 0 : 85; /* free tiers */

      set_amounts (self, product, percent, percent);
      row->cells[PEC_PERCENTAGE] = "15";
      row->cells[CREDIT_PERCENTAGE] = "15";
      row->cells[CREDIT_TYPE] = "Partner Earned Credit Applied";
    }
}

static void
write_usage (Maker *self, unsigned index, int day)
{
  const uint64_t own = (uint64_t) chance_between (&self->chance, 0, RESOURCE_COUNT - 1);

  make_resource (self->world, (uint64_t) index * RESOURCE_COUNT + own, &self->resource);
  row_clear (&self->row, COLUMN_COUNT);
  set_customer (&self->row, self->customer);
  set_resource (self, &self->resource);
  row_format (&self->row, USAGE_DATE, "10/%02d/2026", day);
  set_credit (self, self->resource.product, day);
  self->written += row_write (&self->row, self->out);
}

/* Each customer has a row; then they come as chance has it. */
void
make_daily (const World *world, FILE *out)
{
  static Maker maker;
  Customer *customers = customers_make (world);
  Chance order = chance_new (world, 6, 0);
  uint64_t row = 0;

  maker = (Maker){ .out = out, .world = world };
  maker.written = write_header (out);
  for (; row < world->customers || maker.written < world->size; row++)
    {
      const unsigned index
          = row < world->customers ? (unsigned) row : customer_pick (world, &order);

      maker.customer = &customers[index];
      maker.chance = chance_new (world, 7, row);
      write_usage (&maker, index, (int) chance_between (&maker.chance, 1, DAYS_IN_MONTH));
    }
  free (customers);
}

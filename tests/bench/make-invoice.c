/* SPDX-License-Identifier: MIT */
#include "bench-world.h"

/* An invoice reconciliation file of 47 columns with two invoices, one in USD and one in EUR. Each
 * Subtotal is what the documented formula gives; each ACO credit follows its charge. */

enum
{
  PARTNER,
  CUSTOMER,
  CUSTOMER_NAME,
  DOMAIN_NAME,
  COUNTRY,
  INVOICE_NUMBER,
  MPN,
  RESELLER_MPN,
  ORDER,
  ORDER_DATE,
  PRODUCT,
  SKU,
  AVAILABILITY,
  SKU_NAME,
  PRODUCT_NAME,
  CHARGE_TYPE,
  UNIT_PRICE,
  QUANTITY,
  SUBTOTAL,
  TAX_TOTAL,
  TOTAL,
  CURRENCY,
  PRICE_ADJUSTMENT,
  PUBLISHER_NAME,
  PUBLISHER,
  SUBSCRIPTION_DESCRIPTION,
  SUBSCRIPTION,
  CHARGE_START,
  CHARGE_END,
  TERM,
  EFFECTIVE_UNIT_PRICE,
  UNIT_TYPE,
  ALTERNATE,
  BILLABLE_QUANTITY,
  BILLING_FREQUENCY,
  PRICING_CURRENCY,
  RATE,
  RATE_DATE,
  METER,
  RESERVATION_ORDER,
  CREDIT_REASON,
  SUBSCRIPTION_START,
  SUBSCRIPTION_END,
  REFERENCE,
  QUALIFIERS,
  PROMOTION,
  CATEGORY,
  COLUMN_COUNT
};

static const char *const names[COLUMN_COUNT] = { "PartnerId",
                                                 "CustomerId",
                                                 "CustomerName",
                                                 "CustomerDomainName",
                                                 "CustomerCountry",
                                                 "InvoiceNumber",
                                                 "MpnId",
                                                 "Tier2MpnId",
                                                 "OrderId",
                                                 "OrderDate",
                                                 "ProductId",
                                                 "SkuId",
                                                 "AvailabilityId",
                                                 "SkuName",
                                                 "ProductName",
                                                 "ChargeType",
                                                 "UnitPrice",
                                                 "Quantity",
                                                 "Subtotal",
                                                 "TaxTotal",
                                                 "Total",
                                                 "Currency",
                                                 "PriceAdjustmentDescription",
                                                 "PublisherName",
                                                 "PublisherId",
                                                 "SubscriptionDescription",
                                                 "SubscriptionId",
                                                 "ChargeStartDate",
                                                 "ChargeEndDate",
                                                 "TermAndBillingCycle",
                                                 "EffectiveUnitPrice",
                                                 "UnitType",
                                                 "AlternateId",
                                                 "BillableQuantity",
                                                 "BillingFrequency",
                                                 "PricingCurrency",
                                                 "PCToBCExchangeRate",
                                                 "PCToBCExchangeRateDate",
                                                 "MeterDescription",
                                                 "ReservationOrderId",
                                                 "CreditReasonCode",
                                                 "SubscriptionStartDate",
                                                 "SubscriptionEndDate",
                                                 "ReferenceId",
                                                 "ProductQualifiers",
                                                 "PromotionId",
                                                 "ProductCategory" };

/* Prices have 8 decimals, quantities 6, rates 9, money 2. */
#define PRICE_SCALE 8
#define QUANTITY_SCALE 6
#define RATE_SCALE 9

#define PEC_TEXT "[\"15.0% Partner earned credit for services managed\"]"

typedef struct
{
  FILE *out;
  uint64_t written;
  Customer customer;
  Chance chance;
  Row row;
  int64_t credit; /* ACO of this customer, in cents */
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

static void
write_line (Maker *self)
{
  self->written += row_write (&self->row, self->out);
}

/* What every line of a customer says. */
static void
begin_line (Maker *self)
{
  Row *row = &self->row;
  const uint64_t order = chance_next (&self->chance) >> 16;

  row_clear (row, COLUMN_COUNT);
  row->cells[PARTNER] = PARTNER_ID;
  row->cells[CUSTOMER] = self->customer.id;
  row->cells[CUSTOMER_NAME] = self->customer.name;
  row->cells[DOMAIN_NAME] = self->customer.domain;
  row->cells[COUNTRY] = self->customer.country;
  row->cells[INVOICE_NUMBER] = self->customer.invoice;
  row->cells[MPN] = "6120583";
  row->cells[RESELLER_MPN] = "5310447";
  row_format (row, ORDER, "%012llx", (unsigned long long) order);
  row_format (row, ORDER_DATE, "10/%02d/2026", (int) chance_between (&self->chance, 1, 31));
  row->cells[CHARGE_TYPE] = "new";
  row->cells[TAX_TOTAL] = "0";
  row->cells[CURRENCY] = self->customer.currency;
  row->cells[PUBLISHER_NAME] = "Microsoft";
  row->cells[CHARGE_START] = "10/01/2026";
  row->cells[CHARGE_END] = "10/31/2026";
  row->cells[ALTERNATE] = row->cells[ORDER];
  row->cells[BILLING_FREQUENCY] = "Monthly";
  row->cells[PRICING_CURRENCY] = "USD";
  row->cells[RATE_DATE] = "10/31/2026";
}

/* T(T(E x Q) x R), in cents. */
static int64_t
usage_subtotal (int64_t price, int64_t quantity, int64_t rate)
{
  const int64_t priced = scale_down ((__int128) price * quantity, PRICE_SCALE + QUANTITY_SCALE, 2);
  return scale_down ((__int128) priced * rate, 2 + RATE_SCALE, 2);
}

static void
set_amounts (Row *row, int64_t price, int64_t quantity, int64_t rate, int64_t subtotal)
{
  row->cells[QUANTITY] = "1";
  row_decimal (row, EFFECTIVE_UNIT_PRICE, price, PRICE_SCALE, 0);
  row_decimal (row, BILLABLE_QUANTITY, quantity, QUANTITY_SCALE, 0);
  row_decimal (row, RATE, rate, RATE_SCALE, 0);
  row_decimal (row, SUBTOTAL, subtotal, 2, 2);
  row->cells[TOTAL] = row->cells[SUBTOTAL];
}

/* An Azure usage line, not yet written; returns its Subtotal. @percent is what is left to pay. */
static int64_t
begin_usage (Maker *self, int64_t percent, int64_t *price, int64_t *quantity)
{
  Row *row = &self->row;
  const Product *product = product_any (&self->chance);

  begin_line (self);
  *price = product->price * percent; /* from scale 6 to 8 */
  *quantity = chance_between (&self->chance, 1, 900000000);
  const int64_t subtotal = usage_subtotal (*price, *quantity, self->customer.rate);
  row->cells[PRODUCT] = product->product_id;
  row->cells[SKU] = product->sku_id;
  row->cells[AVAILABILITY] = product->availability_id;
  row->cells[SKU_NAME] = product->sku_name;
  row->cells[PRODUCT_NAME] = product->product_name;
  row_decimal (row, UNIT_PRICE, product->price, 6, 0);
  row->cells[SUBSCRIPTION_DESCRIPTION] = "Azure plan";
  row->cells[SUBSCRIPTION] = self->customer.plan;
  row->cells[UNIT_TYPE] = product->unit;
  row_format (row, METER, "%s - %s (%s)", product->product_name, product->sku_name, product->unit);
  row->cells[CATEGORY] = "Azure";
  set_amounts (row, *price, *quantity, self->customer.rate, subtotal);
  return subtotal;
}

static void
write_pec_usage (Maker *self)
{
  int64_t price, quantity;

  begin_usage (self, 85, &price, &quantity);
  self->row.cells[PRICE_ADJUSTMENT] = PEC_TEXT;
  write_line (self);
}

static void
write_third_party_usage (Maker *self)
{
  int64_t price, quantity;

  begin_usage (self, 100, &price, &quantity);
  self->row.cells[PUBLISHER_NAME] = "Canonical Group Limited";
  self->row.cells[PUBLISHER] = "canonical";
  write_line (self);
}

/* A charge that ACO pays in full, and the credit line that says so. */
static void
write_credited_usage (Maker *self)
{
  int64_t price, quantity;
  const int64_t subtotal = begin_usage (self, 100, &price, &quantity);

  write_line (self);
  self->row.cells[CHARGE_TYPE] = "customerCredit";
  self->row.cells[CREDIT_REASON] = "Azure Credit Offer";
  set_amounts (&self->row, -price, quantity, self->customer.rate, -subtotal);
  write_line (self);
  self->credit += subtotal;
}

static void
write_reservation (Maker *self)
{
  int64_t price, quantity;

  begin_usage (self, 100, &price, &quantity);
  self->row.cells[SUBSCRIPTION_DESCRIPTION] = NULL;
  self->row.cells[METER] = NULL;
  self->row.cells[TERM] = "One-Year Reservation for monthly billing";
  row_format (&self->row, RESERVATION_ORDER, "RIOderId%016llx",
              (unsigned long long) chance_next (&self->chance));
  write_line (self);
}

/* Seats are priced in the currency of the invoice: T(E) x Q. */
static void
write_licence (Maker *self)
{
  Row *row = &self->row;
  const int64_t seats = chance_between (&self->chance, 1, 250);
  const int64_t cents = chance_between (&self->chance, 400, 5700);
  const int64_t price = cents * 1000000 + chance_between (&self->chance, 0, 999999);

  begin_line (self);
  row->cells[PRODUCT] = "CFQ7TTC0LDPB";
  row->cells[SKU] = "0001";
  row->cells[AVAILABILITY] = "CFQ7TTC0GZQJ";
  row->cells[SKU_NAME] = "Microsoft 365 Business Premium";
  row->cells[PRODUCT_NAME] = row->cells[SKU_NAME];
  row->cells[CHARGE_TYPE] = "cycleCharge";
  row_decimal (row, UNIT_PRICE, cents, 2, 2);
  row->cells[PRICE_ADJUSTMENT] = "[\"Price for given billing period\"]";
  row->cells[SUBSCRIPTION_DESCRIPTION] = row->cells[SKU_NAME];
  row->cells[SUBSCRIPTION] = self->customer.agreement;
  row->cells[TERM] = "One-Year commitment for monthly/yearly billing";
  row->cells[UNIT_TYPE] = "Licenses";
  row->cells[PRICING_CURRENCY] = self->customer.currency;
  row->cells[SUBSCRIPTION_START] = "5/1/2026";
  row->cells[SUBSCRIPTION_END] = "4/30/2027";
  row->cells[REFERENCE] = self->customer.plan;
  row->cells[PROMOTION] = "CFQ7TTC0LDPB:1:CFQ7TTC0GZQJ";
  row->cells[CATEGORY] = "Online Services";
  set_amounts (row, price, seats * 1000000, 1000000000, cents * seats);
  row_format (row, QUANTITY, "%d", (int) seats);
  write_line (self);
}

static void
write_round (Maker *self)
{
  for (unsigned i = 0; i < 3; i++)
    write_credited_usage (self);
  for (unsigned i = 0; i < 10; i++)
    write_pec_usage (self);
  write_third_party_usage (self);
  write_licence (self);
  write_reservation (self);
}

void
make_invoice (const World *world, FILE *out, int64_t *credits)
{
  Maker maker = { .out = out, .written = write_header (out) };

  for (unsigned i = 0; i < world->customers; i++)
    {
      const uint64_t share_end
          = (uint64_t) ((unsigned __int128) world->size * (i + 1) / world->customers);

      customer_make (world, i, &maker.customer);
      maker.chance = chance_new (world, 2, i);
      maker.credit = 0;
      do
        write_round (&maker);
      while (maker.written < share_end);
      if (credits != NULL)
        credits[i] = maker.credit;
    }
}

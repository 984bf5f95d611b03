/* SPDX-License-Identifier: MIT */
#include "bench-world.h"

#include <stdlib.h>

/* An invoice reconciliation file of 47 columns with two invoices, one in USD and one in EUR. Each
 * Subtotal is what the documented formula gives; each ACO credit stands some lines after its
 * charge. */

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

/* Azure usage of a customer: what its charge line and its credit line have in common. */
typedef struct
{
  unsigned customer;
  const Product *product;
  uint64_t order;
  int day;
  int64_t price, quantity; /* what is paid for one, and how many */
  int64_t subtotal;        /* in cents */
} Usage;

/* A credit line stands some hundred lines after its charge. */
#define WAITING_MAX 256

typedef struct
{
  FILE *out;
  uint64_t written;
  const Customer *customers;
  Chance *chances;   /* one per customer */
  int64_t *credits;  /* ACO of each customer, in cents; or NULL */
  unsigned customer; /* whose line is written */
  Usage waiting[WAITING_MAX];
  unsigned waiting_count;
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

static void
write_line (Maker *self)
{
  self->written += row_write (&self->row, self->out);
}

static Chance *
chance_of (Maker *self)
{
  return &self->chances[self->customer];
}

/* What every line of a customer says. */
static void
begin_line (Maker *self, uint64_t order, int day)
{
  Row *row = &self->row;
  const Customer *customer = &self->customers[self->customer];

  row_clear (row, COLUMN_COUNT);
  row->cells[PARTNER] = PARTNER_ID;
  row->cells[CUSTOMER] = customer->id;
  row->cells[CUSTOMER_NAME] = customer->name;
  row->cells[DOMAIN_NAME] = customer->domain;
  row->cells[COUNTRY] = customer->country;
  row->cells[INVOICE_NUMBER] = customer->invoice;
  row->cells[MPN] = "6120583";
  row->cells[RESELLER_MPN] = "5310447";
  row_format (row, ORDER, "%012llx", (unsigned long long) order);
  row_format (row, ORDER_DATE, "10/%02d/2026", day);
  row->cells[CHARGE_TYPE] = "new";
  row->cells[TAX_TOTAL] = "0";
  row->cells[CURRENCY] = customer->currency;
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

/* @percent is what is left to pay. */
static Usage
draw_usage (Maker *self, int64_t percent)
{
  Chance *chance = chance_of (self);
  const Product *product = product_any (chance);
  Usage usage = { .customer = self->customer, .product = product };

  usage.order = chance_next (chance) >> 16;
  usage.day = (int) chance_between (chance, 1, DAYS_IN_MONTH);
  usage.price = product->price * percent; /* from scale 6 to 8 */
  usage.quantity = chance_between (chance, 1, 900000000);
  usage.subtotal
      = usage_subtotal (usage.price, usage.quantity, self->customers[self->customer].rate);
  return usage;
}

/* The charge line of @usage, not yet written. */
static void
begin_usage (Maker *self, const Usage *usage)
{
  Row *row = &self->row;
  const Product *product = usage->product;
  const Customer *customer = &self->customers[usage->customer];

  self->customer = usage->customer;
  begin_line (self, usage->order, usage->day);
  row->cells[PRODUCT] = product->product_id;
  row->cells[SKU] = product->sku_id;
  row->cells[AVAILABILITY] = product->availability_id;
  row->cells[SKU_NAME] = product->sku_name;
  row->cells[PRODUCT_NAME] = product->product_name;
  row_decimal (row, UNIT_PRICE, product->price, 6, 0);
  row->cells[SUBSCRIPTION_DESCRIPTION] = "Azure plan";
  row->cells[SUBSCRIPTION] = customer->plan;
  row->cells[UNIT_TYPE] = product->unit;
  row_format (row, METER, "%s - %s (%s)", product->product_name, product->sku_name, product->unit);
  row->cells[CATEGORY] = "Azure";
  set_amounts (row, usage->price, usage->quantity, customer->rate, usage->subtotal);
}

static void
write_pec_usage (Maker *self)
{
  const Usage usage = draw_usage (self, 85);

  begin_usage (self, &usage);
  self->row.cells[PRICE_ADJUSTMENT] = PEC_TEXT;
  write_line (self);
}

static void
write_third_party_usage (Maker *self)
{
  const Usage usage = draw_usage (self, 100);

  begin_usage (self, &usage);
  self->row.cells[PUBLISHER_NAME] = "Canonical Group Limited";
  self->row.cells[PUBLISHER] = "canonical";
  write_line (self);
}

/* The credit line of the charge that waits for it at @place. */
static void
write_credit (Maker *self, unsigned place)
{
  Usage usage = self->waiting[place];

  self->waiting[place] = self->waiting[--self->waiting_count];
  usage.price = -usage.price;
  usage.subtotal = -usage.subtotal;
  begin_usage (self, &usage);
  self->row.cells[CHARGE_TYPE] = "customerCredit";
  self->row.cells[CREDIT_REASON] = "Azure Credit Offer";
  write_line (self);
}

/* A charge that ACO pays in full. When there is no more place, an earlier one gets its credit. */
static void
write_credited_usage (Maker *self)
{
  const Usage usage = draw_usage (self, 100);

  begin_usage (self, &usage);
  write_line (self);
  if (self->credits != NULL)
    self->credits[self->customer] += usage.subtotal;
  if (self->waiting_count == WAITING_MAX)
    write_credit (self, (unsigned) (usage.order % WAITING_MAX));
  self->waiting[self->waiting_count++] = usage;
}

static void
write_reservation (Maker *self)
{
  const Usage usage = draw_usage (self, 100);

  begin_usage (self, &usage);
  self->row.cells[SUBSCRIPTION_DESCRIPTION] = NULL;
  self->row.cells[METER] = NULL;
  self->row.cells[TERM] = "One-Year Reservation for monthly billing";
  row_format (&self->row, RESERVATION_ORDER, "RIOderId%016llx",
              (unsigned long long) chance_next (chance_of (self)));
  write_line (self);
}

/* Seats are priced in the currency of the invoice: T(E) x Q. */
static void
write_licence (Maker *self)
{
  Row *row = &self->row;
  Chance *chance = chance_of (self);
  const Customer *customer = &self->customers[self->customer];
  const int64_t seats = chance_between (chance, 1, 250);
  const int64_t cents = chance_between (chance, 400, 5700);
  const int64_t price = cents * 1000000 + chance_between (chance, 0, 999999);

  begin_line (self, chance_next (chance) >> 16, (int) chance_between (chance, 1, DAYS_IN_MONTH));
  row->cells[PRODUCT] = "CFQ7TTC0LDPB";
  row->cells[SKU] = "0001";
  row->cells[AVAILABILITY] = "CFQ7TTC0GZQJ";
  row->cells[SKU_NAME] = "Microsoft 365 Business Premium";
  row->cells[PRODUCT_NAME] = row->cells[SKU_NAME];
  row->cells[CHARGE_TYPE] = "cycleCharge";
  row_decimal (row, UNIT_PRICE, cents, 2, 2);
  row->cells[PRICE_ADJUSTMENT] = "[\"Price for given billing period\"]";
  row->cells[SUBSCRIPTION_DESCRIPTION] = row->cells[SKU_NAME];
  row->cells[SUBSCRIPTION] = customer->agreement;
  row->cells[TERM] = "One-Year commitment for monthly/yearly billing";
  row->cells[UNIT_TYPE] = "Licenses";
  row->cells[PRICING_CURRENCY] = customer->currency;
  row->cells[SUBSCRIPTION_START] = "5/1/2026";
  row->cells[SUBSCRIPTION_END] = "4/30/2027";
  row->cells[REFERENCE] = customer->plan;
  row->cells[PROMOTION] = "CFQ7TTC0LDPB:1:CFQ7TTC0GZQJ";
  row->cells[CATEGORY] = "Online Services";
  set_amounts (row, price, seats * 1000000, 1000000000, cents * seats);
  row_format (row, QUANTITY, "%d", (int) seats);
  write_line (self);
}

/* Of 20 charges 12 earn Partner Earned Credit, and ACO pays one. */
static void
write_charge (Maker *self, uint64_t lot)
{
  switch (lot % 20)
    {
    case 0:
      write_credited_usage (self);
      break;
    case 1:
    case 2:
      write_licence (self);
      break;
    case 3:
      write_reservation (self);
      break;
    case 4:
    case 5:
    case 6:
    case 7:
      write_third_party_usage (self);
      break;
    default:
      write_pec_usage (self);
    }
}

/* Each customer has a charge that ACO pays; then they come as chance has it. */
static void
write_lines (Maker *self, const World *world)
{
  Chance order = chance_new (world, 2, 0);

  for (unsigned i = 0; i < world->customers; i++)
    {
      self->customer = i;
      write_credited_usage (self);
    }
  while (self->written < world->size)
    {
      self->customer = customer_pick (world, &order);
      write_charge (self, chance_next (&order));
    }
  while (self->waiting_count > 0)
    write_credit (self, self->waiting_count - 1);
}

void
make_invoice (const World *world, FILE *out, int64_t *credits)
{
  static Maker maker;
  Customer *customers = customers_make (world);
  Chance *chances = chances_make (world, 5);

  maker = (Maker){ .out = out, .customers = customers, .chances = chances, .credits = credits };
  maker.written = write_header (out);
  write_lines (&maker, world);
  free (customers);
  free (chances);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/usage-file.h"

/* The last ones only tell why a row earned no Partner Earned Credit. */
static const guint roles[]
    = { ROLE_PARTNER,       ROLE_CUSTOMER,         ROLE_CUSTOMER_NAME,     ROLE_INVOICE_NUMBER,
        ROLE_CURRENCY,      ROLE_PRICING_CURRENCY, ROLE_SUBSCRIPTION_ID,   ROLE_PRODUCT_ID,
        ROLE_SKU_ID,        ROLE_AVAILABILITY_ID,  ROLE_USAGE_DATE,        ROLE_BILLING_TOTAL,
        ROLE_PRICING_TOTAL, ROLE_UNIT_PRICE,       ROLE_QUANTITY,          ROLE_EXCHANGE_RATE,
        ROLE_CREDIT_TYPE,   ROLE_PEC_PERCENTAGE,   ROLE_CREDIT_PERCENTAGE, ROLE_PUBLISHER_NAME,
        ROLE_PRODUCT_NAME,  ROLE_SKU_NAME,         ROLE_METER_NAME,        ROLE_ADDITIONAL_INFO,
        ROLE_BENEFIT_TYPE,  ROLE_RESOURCE_URI };

#define REASON_ROLE_COUNT 7

const char *
usage_file_version (const Header *header)
{
  if (!header_has_name (header, "credittype"))
    return "2020-01 (50 columns)";
  if (!header_has_name (header, "benefittype"))
    return "2021-03 (52 columns)";
  if (header_has_name (header, "resellermpnid") || header_has_name (header, "tier2mpnid"))
    return "2022-11 (55 columns)";
  return "2022-11 direct bill (54 columns)";
}

const guint *
usage_file_roles (gboolean with_texts, gsize *count)
{
  *count = with_texts ? G_N_ELEMENTS (roles) : G_N_ELEMENTS (roles) - REASON_ROLE_COUNT;
  return roles;
}

typedef enum
{
  RUN_CUSTOMER,
  RUN_PRODUCT,
  RUN_CURRENCY,
  RUN_PRICING,
  RUN_SUBSCRIPTION,
  RUN_DAY,
  RUN_RATE,
  RUN_CREDIT,
  RUN_COUNT
} Run;

const CellsRunRoles *
usage_file_runs (guint *count)
{
  static const CellsRunRoles runs[RUN_COUNT] = {
    [RUN_CUSTOMER]
    = { { ROLE_PARTNER, ROLE_CUSTOMER, ROLE_CUSTOMER_NAME, ROLE_INVOICE_NUMBER }, 4, TRUE },
    [RUN_PRODUCT] = { { ROLE_PRODUCT_ID, ROLE_SKU_ID, ROLE_AVAILABILITY_ID }, 3, FALSE },
    [RUN_CURRENCY] = { { ROLE_CURRENCY }, 1, FALSE },
    [RUN_PRICING] = { { ROLE_PRICING_CURRENCY }, 1, FALSE },
    [RUN_SUBSCRIPTION] = { { ROLE_SUBSCRIPTION_ID }, 1, TRUE },
    [RUN_DAY] = { { ROLE_USAGE_DATE }, 1, FALSE },
    [RUN_RATE] = { { ROLE_EXCHANGE_RATE }, 1, FALSE },
    [RUN_CREDIT] = { { ROLE_PEC_PERCENTAGE, ROLE_CREDIT_PERCENTAGE, ROLE_CREDIT_TYPE }, 3, FALSE },
  };

  *count = RUN_COUNT;
  return runs;
}

/* A column of rates holds 0.15 where one of percentages holds 15 (spec section 7.4). */
static gboolean
read_percent (Cells *cells, CellRun *run, guint which, guint role, Decimal *percent)
{
  *percent = (Decimal){ 0 };
  if (!cells_run_number (cells, run, which, role, percent))
    return FALSE;
  if (!header_is_rate (cells->header, role))
    return TRUE;
  if (percent->scale >= 2) /* the same digits: no more of them than were read */
    percent->scale -= 2;
  else
    *percent = decimal_multiply (*percent, decimal_from_int (100));
  return TRUE;
}

static void
read_amounts (Cells *cells, UsageRow *record)
{
  CellRun *rate = cells_run (cells, RUN_RATE);

  record->billing_total = cells_needed_number (cells, ROLE_BILLING_TOTAL);
  record->pricing_total = (Decimal){ 0 };
  record->has_pricing_total = cells_number (cells, ROLE_PRICING_TOTAL, &record->pricing_total);
  record->has_unit_price = cells_number (cells, ROLE_UNIT_PRICE, &record->unit_price);
  record->has_quantity = cells_number (cells, ROLE_QUANTITY, &record->quantity);
  record->has_gross = record->has_unit_price && record->has_quantity;
  record->rate = decimal_from_int (1);
  (void) cells_run_number (cells, rate, 0, ROLE_EXCHANGE_RATE, &record->rate);
  (void) cells_learn_run (cells, rate);
  if (!usage_row_gross_is_reckonable (record))
    cells_refuse (cells, ROLE_UNIT_PRICE,
                  "a price whose product with quantity and rate has at most 77 digits");
}

static UsageTexts
read_texts (const Cells *cells)
{
  return (UsageTexts){
    .publisher = cells_text (cells, ROLE_PUBLISHER_NAME),
    .product_name = cells_text (cells, ROLE_PRODUCT_NAME),
    .sku_name = cells_text (cells, ROLE_SKU_NAME),
    .meter_name = cells_text (cells, ROLE_METER_NAME),
    .additional_info = cells_text (cells, ROLE_ADDITIONAL_INFO),
    .benefit_type = cells_text (cells, ROLE_BENEFIT_TYPE),
    .resource = cells_text (cells, ROLE_RESOURCE_URI),
  };
}

static void
read_customer (Cells *cells, UsageRow *record)
{
  CellRun *run = cells_run (cells, RUN_CUSTOMER);

  record->customer = cells_run_needed_id (cells, run, 0, ROLE_CUSTOMER);
  record->customer_name = cells_run_raw (cells, run, 1, ROLE_CUSTOMER_NAME);
  record->partner = cells_run_id (cells, run, 2, ROLE_PARTNER);
  record->invoice = cells_run_text (cells, run, 3, ROLE_INVOICE_NUMBER);
  record->notes.customer = cells_learn_run (cells, run);
}

static void
read_currencies (Cells *cells, UsageRow *record)
{
  CellRun *billing = cells_run (cells, RUN_CURRENCY), *pricing = cells_run (cells, RUN_PRICING);

  record->currency = cells_run_needed_text (cells, billing, 0, ROLE_CURRENCY);
  record->notes.currency = cells_learn_run (cells, billing);
  record->pricing_currency = cells_run_text (cells, pricing, 0, ROLE_PRICING_CURRENCY);
  record->notes.pricing = cells_learn_run (cells, pricing);
}

static void
read_product (Cells *cells, UsageRow *record)
{
  CellRun *run = cells_run (cells, RUN_PRODUCT),
          *subscription = cells_run (cells, RUN_SUBSCRIPTION);

  record->product = cells_run_text (cells, run, 0, ROLE_PRODUCT_ID);
  record->sku = cells_run_text (cells, run, 1, ROLE_SKU_ID);
  record->availability = cells_run_text (cells, run, 2, ROLE_AVAILABILITY_ID);
  record->notes.product = cells_learn_run (cells, run);
  record->subscription = cells_run_id (cells, subscription, 0, ROLE_SUBSCRIPTION_ID);
  record->notes.subscription = cells_learn_run (cells, subscription);
}

static void
read_day (Cells *cells, UsageRow *record)
{
  CellRun *run = cells_run (cells, RUN_DAY);

  record->usage_day = cells_run_day (cells, run, 0, ROLE_USAGE_DATE, cells_needed_day);
  (void) cells_learn_run (cells, run);
}

static void
read_credit (Cells *cells, UsageRow *record)
{
  CellRun *run = cells_run (cells, RUN_CREDIT);

  record->has_credit_type = cells_have_column (cells, ROLE_CREDIT_TYPE);
  record->credit_type = cells_run_text (cells, run, 0, ROLE_CREDIT_TYPE);
  record->has_pec_column_percent
      = read_percent (cells, run, 0, ROLE_PEC_PERCENTAGE, &record->pec_column_percent);
  record->has_credit_percent
      = read_percent (cells, run, 1, ROLE_CREDIT_PERCENTAGE, &record->credit_percent);
  record->notes.credit = cells_learn_run (cells, run);
}

/* Of several bad cells the first that is read is told: columns that can be bad keep their order.
   What is different in nearly every row is read last. */
void
usage_file_read (Cells *cells, Position at, UsageRow *record)
{
  record->at = at;
  read_currencies (cells, record);
  read_day (cells, record);
  read_amounts (cells, record);
  record->texts = read_texts (cells);
  read_credit (cells, record);
  read_customer (cells, record);
  read_product (cells, record);
}

void
usage_file_take (Cells *cells, Position at, const RecordTarget *target)
{
  UsageRow row;

  usage_file_read (cells, at, &row);
  if (!cells_are_good (cells))
    return;
  usage_row_classify (&row);
  if (target->visitor->usage != NULL)
    target->visitor->usage (target->data, &row);
}

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

/* A column of rates holds 0.15 where one of percentages holds 15 (spec section 7.4). */
static gboolean
read_percent (Cells *cells, guint role, Decimal *percent)
{
  *percent = (Decimal){ 0 };
  if (!cells_number (cells, role, percent))
    return FALSE;
  if (header_is_rate (cells->header, role))
    *percent = decimal_multiply (*percent, decimal_from_int (100));
  return TRUE;
}

static void
read_amounts (Cells *cells, UsageRow *record)
{
  record->billing_total = cells_needed_number (cells, ROLE_BILLING_TOTAL);
  record->pricing_total = (Decimal){ 0 };
  record->has_pricing_total = cells_number (cells, ROLE_PRICING_TOTAL, &record->pricing_total);
  record->has_unit_price = cells_number (cells, ROLE_UNIT_PRICE, &record->unit_price);
  record->has_quantity = cells_number (cells, ROLE_QUANTITY, &record->quantity);
  record->has_gross = record->has_unit_price && record->has_quantity;
  if (!cells_number (cells, ROLE_EXCHANGE_RATE, &record->rate))
    record->rate = decimal_from_int (1);
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

void
usage_file_read (Cells *cells, Position at, UsageRow *record)
{
  record->at = at;
  record->customer = cells_needed_id (cells, ROLE_CUSTOMER);
  record->customer_name = cells_raw (cells, ROLE_CUSTOMER_NAME);
  record->partner = cells_id (cells, ROLE_PARTNER);
  record->invoice = cells_text (cells, ROLE_INVOICE_NUMBER);
  record->currency = cells_needed_text (cells, ROLE_CURRENCY);
  record->pricing_currency = cells_text (cells, ROLE_PRICING_CURRENCY);
  record->subscription = cells_id (cells, ROLE_SUBSCRIPTION_ID);
  record->product = cells_text (cells, ROLE_PRODUCT_ID);
  record->sku = cells_text (cells, ROLE_SKU_ID);
  record->availability = cells_text (cells, ROLE_AVAILABILITY_ID);
  record->usage_day = cells_needed_day (cells, ROLE_USAGE_DATE);
  read_amounts (cells, record);
  record->texts = read_texts (cells);
  record->has_credit_type = cells_have_column (cells, ROLE_CREDIT_TYPE);
  record->credit_type = cells_text (cells, ROLE_CREDIT_TYPE);
  record->has_pec_column_percent
      = read_percent (cells, ROLE_PEC_PERCENTAGE, &record->pec_column_percent);
  record->has_credit_percent
      = read_percent (cells, ROLE_CREDIT_PERCENTAGE, &record->credit_percent);
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

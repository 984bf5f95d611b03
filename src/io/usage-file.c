/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/usage-file.h"

const guint *
usage_file_roles (gsize *count)
{
  static const guint roles[]
      = { ROLE_CUSTOMER,         ROLE_CUSTOMER_NAME,    ROLE_INVOICE_NUMBER, ROLE_CURRENCY,
          ROLE_PRICING_CURRENCY, ROLE_USAGE_DATE,       ROLE_BILLING_TOTAL,  ROLE_PRICING_TOTAL,
          ROLE_UNIT_PRICE,       ROLE_QUANTITY,         ROLE_EXCHANGE_RATE,  ROLE_CREDIT_TYPE,
          ROLE_PEC_PERCENTAGE,   ROLE_SUBSCRIPTION_ID,  ROLE_PRODUCT_ID,     ROLE_SKU_ID,
          ROLE_AVAILABILITY_ID,  ROLE_CREDIT_PERCENTAGE };

  *count = G_N_ELEMENTS (roles);
  return roles;
}

/* A column of rates holds 0.15 where one of percentages holds 15 (domain sheet 2.2). */
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
  const gboolean has_price = cells_number (cells, ROLE_UNIT_PRICE, &record->unit_price);
  const gboolean has_quantity = cells_number (cells, ROLE_QUANTITY, &record->quantity);
  record->has_gross = has_price && has_quantity;
  if (!cells_number (cells, ROLE_EXCHANGE_RATE, &record->rate))
    record->rate = decimal_from_int (1);
}

void
usage_file_read (Cells *cells, Position at, UsageRow *record)
{
  record->at = at;
  record->customer = cells_needed_text (cells, ROLE_CUSTOMER);
  record->customer_name = cells_raw (cells, ROLE_CUSTOMER_NAME);
  record->invoice = cells_text (cells, ROLE_INVOICE_NUMBER);
  record->currency = cells_needed_text (cells, ROLE_CURRENCY);
  record->pricing_currency = cells_text (cells, ROLE_PRICING_CURRENCY);
  record->subscription = cells_text (cells, ROLE_SUBSCRIPTION_ID);
  record->product = cells_text (cells, ROLE_PRODUCT_ID);
  record->sku = cells_text (cells, ROLE_SKU_ID);
  record->availability = cells_text (cells, ROLE_AVAILABILITY_ID);
  record->usage_day = cells_needed_day (cells, ROLE_USAGE_DATE);
  read_amounts (cells, record);
  record->has_credit_type = cells_have_column (cells, ROLE_CREDIT_TYPE);
  record->credit_type = cells_text (cells, ROLE_CREDIT_TYPE);
  record->has_pec_column_percent
      = read_percent (cells, ROLE_PEC_PERCENTAGE, &record->pec_column_percent);
  record->has_credit_percent
      = read_percent (cells, ROLE_CREDIT_PERCENTAGE, &record->credit_percent);
}

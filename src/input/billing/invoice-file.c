/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/invoice-file.h"

const char *
invoice_file_version (const Header *header)
{
  if (header_has_name (header, "productcategory"))
    return "2025-07 (47 columns)";
  if (!header_has_name (header, "creditreasoncode"))
    return "2020-11 (40 columns)";
  if (!header_has_name (header, "referenceid"))
    return "2021-03 (41 columns)";
  if (header_has_name (header, "resellermpnid") || header_has_name (header, "tier2mpnid"))
    return "2021-06 (46 columns)";
  return "2021-06 direct bill (45 columns)";
}

const guint *
invoice_file_roles (gboolean with_texts G_GNUC_UNUSED, gsize *count)
{
  static const guint roles[] = { ROLE_PARTNER,
                                 ROLE_CUSTOMER,
                                 ROLE_CUSTOMER_NAME,
                                 ROLE_INVOICE_NUMBER,
                                 ROLE_CURRENCY,
                                 ROLE_PRICING_CURRENCY,
                                 ROLE_SUBSCRIPTION_ID,
                                 ROLE_PRODUCT_ID,
                                 ROLE_SKU_ID,
                                 ROLE_AVAILABILITY_ID,
                                 ROLE_ORDER_DATE,
                                 ROLE_CHARGE_START,
                                 ROLE_CHARGE_END,
                                 ROLE_SUBTOTAL,
                                 ROLE_TAX_TOTAL,
                                 ROLE_TOTAL,
                                 ROLE_EFFECTIVE_UNIT_PRICE,
                                 ROLE_BILLABLE_QUANTITY,
                                 ROLE_EXCHANGE_RATE,
                                 ROLE_CHARGE_TYPE,
                                 ROLE_CREDIT_REASON,
                                 ROLE_SUBSCRIPTION_DESCRIPTION,
                                 ROLE_METER_DESCRIPTION,
                                 ROLE_PUBLISHER_NAME,
                                 ROLE_RESERVATION_ORDER,
                                 ROLE_TERM,
                                 ROLE_PRODUCT_NAME,
                                 ROLE_SKU_NAME,
                                 ROLE_PRICE_ADJUSTMENT };

  *count = G_N_ELEMENTS (roles);
  return roles;
}

static InvoiceTexts
read_texts (const Cells *cells)
{
  return (InvoiceTexts){
    .charge_type = cells_text (cells, ROLE_CHARGE_TYPE),
    .credit_reason = cells_text (cells, ROLE_CREDIT_REASON),
    .subscription_description = cells_text (cells, ROLE_SUBSCRIPTION_DESCRIPTION),
    .meter_description = cells_text (cells, ROLE_METER_DESCRIPTION),
    .publisher = cells_text (cells, ROLE_PUBLISHER_NAME),
    .reservation_order = cells_text (cells, ROLE_RESERVATION_ORDER),
    .term = cells_text (cells, ROLE_TERM),
    .product_name = cells_text (cells, ROLE_PRODUCT_NAME),
    .sku_name = cells_text (cells, ROLE_SKU_NAME),
    .price_adjustment = cells_text (cells, ROLE_PRICE_ADJUSTMENT),
  };
}

/* Empty cells: TaxTotal is 0, Total is Subtotal + TaxTotal, the rate is 1 (spec section 2). */
static void
read_amounts (Cells *cells, InvoiceLine *record)
{
  record->subtotal = cells_needed_number (cells, ROLE_SUBTOTAL);
  record->tax = (Decimal){ 0 };
  (void) cells_number (cells, ROLE_TAX_TOTAL, &record->tax);
  record->has_total = cells_number (cells, ROLE_TOTAL, &record->total);
  if (!record->has_total)
    record->total = decimal_add (record->subtotal, record->tax);
  record->has_price = cells_number (cells, ROLE_EFFECTIVE_UNIT_PRICE, &record->price);
  record->has_quantity = cells_number (cells, ROLE_BILLABLE_QUANTITY, &record->quantity);
  if (!cells_number (cells, ROLE_EXCHANGE_RATE, &record->rate))
    record->rate = decimal_from_int (1);
}

void
invoice_file_read (Cells *cells, Position at, InvoiceLine *record)
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
  record->order_day = cells_day (cells, ROLE_ORDER_DATE);
  record->charge_start = cells_day (cells, ROLE_CHARGE_START);
  record->charge_end = cells_day_if_any (cells, ROLE_CHARGE_END);
  read_amounts (cells, record);
  record->tells_product = cells_have_column (cells, ROLE_SUBSCRIPTION_DESCRIPTION)
                          || cells_have_column (cells, ROLE_METER_DESCRIPTION);
  record->texts = read_texts (cells);
}

void
invoice_file_take (Cells *cells, Position at, const RecordTarget *target)
{
  InvoiceLine line;

  invoice_file_read (cells, at, &line);
  if (!cells_are_good (cells))
    return;
  invoice_line_classify (&line, target->aco_reasons, cells->format->decimal_mark, &cells->pec);
  if (line.line_class == LINE_ACO_CREDIT && target->credit_reason != NULL)
    target->credit_reason (target->data, line.texts.credit_reason);
  if (target->visitor->invoice != NULL)
    target->visitor->invoice (target->data, &line);
}

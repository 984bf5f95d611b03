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

typedef enum
{
  RUN_CUSTOMER,
  RUN_PRODUCT,
  RUN_CURRENCY,
  RUN_PLAN,
  RUN_ORDER_DAY,
  RUN_TERM,
  RUN_PRICING,
  RUN_METER,
  RUN_COUNT
} Run;

const CellsRunRoles *
invoice_file_runs (guint *count)
{
  static const CellsRunRoles runs[RUN_COUNT] = {
    [RUN_CUSTOMER]
    = { { ROLE_PARTNER, ROLE_CUSTOMER, ROLE_CUSTOMER_NAME, ROLE_INVOICE_NUMBER }, 4, TRUE },
    [RUN_PRODUCT] = { { ROLE_PRODUCT_ID, ROLE_SKU_ID, ROLE_AVAILABILITY_ID, ROLE_SKU_NAME,
                        ROLE_PRODUCT_NAME, ROLE_CHARGE_TYPE },
                      6,
                      FALSE },
    [RUN_CURRENCY] = { { ROLE_CURRENCY }, 1, FALSE },
    [RUN_PLAN]
    = { { ROLE_PUBLISHER_NAME, ROLE_SUBSCRIPTION_DESCRIPTION, ROLE_SUBSCRIPTION_ID }, 3, TRUE },
    [RUN_ORDER_DAY] = { { ROLE_ORDER_DATE }, 1, FALSE },
    [RUN_TERM] = { { ROLE_CHARGE_START, ROLE_CHARGE_END, ROLE_TERM }, 3, FALSE },
    [RUN_PRICING] = { { ROLE_PRICING_CURRENCY, ROLE_EXCHANGE_RATE }, 2, FALSE },
    [RUN_METER]
    = { { ROLE_METER_DESCRIPTION, ROLE_RESERVATION_ORDER, ROLE_CREDIT_REASON }, 3, FALSE },
  };

  *count = RUN_COUNT;
  return runs;
}

static void
read_customer (Cells *cells, InvoiceLine *record)
{
  CellRun *run = cells_run (cells, RUN_CUSTOMER);

  record->customer = cells_run_needed_id (cells, run, 0, ROLE_CUSTOMER);
  record->customer_name = cells_run_raw (cells, run, 1, ROLE_CUSTOMER_NAME);
  record->partner = cells_run_id (cells, run, 2, ROLE_PARTNER);
  record->invoice = cells_run_text (cells, run, 3, ROLE_INVOICE_NUMBER);
  record->notes.customer = cells_learn_run (cells, run);
}

static void
read_currency (Cells *cells, InvoiceLine *record)
{
  CellRun *run = cells_run (cells, RUN_CURRENCY);

  record->currency = cells_run_needed_text (cells, run, 0, ROLE_CURRENCY);
  record->notes.currency = cells_learn_run (cells, run);
}

static void
read_product (Cells *cells, InvoiceLine *record)
{
  CellRun *run = cells_run (cells, RUN_PRODUCT);

  record->product = cells_run_text (cells, run, 0, ROLE_PRODUCT_ID);
  record->sku = cells_run_text (cells, run, 1, ROLE_SKU_ID);
  record->availability = cells_run_text (cells, run, 2, ROLE_AVAILABILITY_ID);
  record->texts.product_name = cells_run_text (cells, run, 3, ROLE_PRODUCT_NAME);
  record->texts.sku_name = cells_run_text (cells, run, 4, ROLE_SKU_NAME);
  record->texts.charge_type = cells_run_text (cells, run, 5, ROLE_CHARGE_TYPE);
  record->notes.product = cells_learn_run (cells, run);
}

static void
read_plan (Cells *cells, InvoiceLine *record)
{
  CellRun *run = cells_run (cells, RUN_PLAN);

  record->subscription = cells_run_id (cells, run, 0, ROLE_SUBSCRIPTION_ID);
  record->texts.subscription_description
      = cells_run_text (cells, run, 1, ROLE_SUBSCRIPTION_DESCRIPTION);
  record->texts.publisher = cells_run_text (cells, run, 2, ROLE_PUBLISHER_NAME);
  record->notes.plan = cells_learn_run (cells, run);
}

static void
read_order_day (Cells *cells, InvoiceLine *record)
{
  CellRun *run = cells_run (cells, RUN_ORDER_DAY);

  record->order_day = cells_run_day (cells, run, 0, ROLE_ORDER_DATE, cells_day);
  (void) cells_learn_run (cells, run);
}

static void
read_term (Cells *cells, InvoiceLine *record)
{
  CellRun *run = cells_run (cells, RUN_TERM);

  record->charge_start = cells_run_day (cells, run, 0, ROLE_CHARGE_START, cells_day);
  record->charge_end = cells_run_day (cells, run, 1, ROLE_CHARGE_END, cells_day_if_any);
  record->texts.term = cells_run_text (cells, run, 0, ROLE_TERM);
  record->notes.term = cells_learn_run (cells, run);
}

/* Empty cells: TaxTotal is 0, Total is Subtotal + TaxTotal (spec section 2). */
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
}

/* An empty rate is 1 (spec section 2). */
static void
read_pricing (Cells *cells, InvoiceLine *record)
{
  CellRun *run = cells_run (cells, RUN_PRICING);

  record->rate = decimal_from_int (1);
  (void) cells_run_number (cells, run, 0, ROLE_EXCHANGE_RATE, &record->rate);
  record->pricing_currency = cells_run_text (cells, run, 0, ROLE_PRICING_CURRENCY);
  record->notes.pricing = cells_learn_run (cells, run);
}

/* The rest of what tells the classes of a line. */
static void
read_texts (Cells *cells, InvoiceLine *record)
{
  InvoiceTexts *texts = &record->texts;
  CellRun *meter = cells_run (cells, RUN_METER);

  texts->meter_description = cells_run_text (cells, meter, 0, ROLE_METER_DESCRIPTION);
  texts->reservation_order = cells_run_text (cells, meter, 1, ROLE_RESERVATION_ORDER);
  texts->credit_reason = cells_run_text (cells, meter, 2, ROLE_CREDIT_REASON);
  texts->price_adjustment = cells_text (cells, ROLE_PRICE_ADJUSTMENT);
  (void) cells_learn_run (cells, meter);
}

/* Of several bad cells the first that is read is told: columns that can be bad keep their order.
   What is different in nearly every row is read last. */
void
invoice_file_read (Cells *cells, Position at, InvoiceLine *record)
{
  record->at = at;
  record->tells_product = cells_have_column (cells, ROLE_SUBSCRIPTION_DESCRIPTION)
                          || cells_have_column (cells, ROLE_METER_DESCRIPTION);
  read_currency (cells, record);
  read_product (cells, record);
  read_order_day (cells, record);
  read_term (cells, record);
  read_amounts (cells, record);
  read_pricing (cells, record);
  read_texts (cells, record);
  read_customer (cells, record);
  read_plan (cells, record);
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

/* SPDX-License-Identifier: MIT */
#ifndef CORE_RECORD_INVOICE_LINE_H
#define CORE_RECORD_INVOICE_LINE_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/slice.h"
#include "core/record/fit.h"
#include "core/record/pec.h"
#include "core/record/position.h"
#include "core/record/run-notes.h"

/** What was sold (spec section 3, "Product class"). */
typedef enum
{
  PRODUCT_AZURE_USAGE,
  PRODUCT_AZURE_COMMITMENT,
  PRODUCT_THIRD_PARTY,
  PRODUCT_OTHER
} ProductClass;

/** What the line does (spec section 3, "Class"); charges keep their product class. */
typedef enum
{
  LINE_CHARGE,
  LINE_ACO_CREDIT,
  LINE_OTHER_CREDIT
} LineClass;

/** The texts that tell a line's classes and its Partner Earned Credit; trimmed. */
typedef struct
{
  Slice charge_type;
  Slice credit_reason;
  Slice subscription_description;
  Slice meter_description;
  Slice publisher;
  Slice reservation_order;
  Slice term;
  Slice product_name;
  Slice sku_name;
  Slice price_adjustment;
} InvoiceTexts;

/** What is known of lines with the same cells; each may be NULL. */
typedef struct
{
  RunNotes *customer; /* partner, customer, invoice */
  RunNotes *product;  /* product, sku, availability, their names, the charge type */
  RunNotes *currency;
  RunNotes *plan; /* publisher, subscription and its description */
  RunNotes *term;
  RunNotes *pricing; /* the pricing currency */
} InvoiceNotes;

/**
 * InvoiceLine: one valid line of a new-commerce invoice reconciliation file (spec section 7.3).
 * Subtotal, tax and total are in @currency; price is in @pricing_currency. Credits are negative.
 * Texts are borrowed and trimmed, in the case they were written in.
 */
typedef struct
{
  Position at;
  Slice customer;
  Slice customer_name; /* as given */
  Slice partner;       /* empty: not given */
  Slice invoice;       /* empty: an estimate */
  Slice currency;
  Slice pricing_currency;
  Slice subscription; /* SubscriptionId: the Azure plan */
  Slice product;
  Slice sku;
  Slice availability;
  Day order_day;
  Day charge_start;
  Day charge_end;
  Decimal subtotal;
  Decimal tax;
  gboolean has_total;
  Decimal total; /* Subtotal + TaxTotal where the file gives none */
  gboolean has_price;
  Decimal price; /* EffectiveUnitPrice */
  gboolean has_quantity;
  Decimal quantity;       /* BillableQuantity */
  Decimal rate;           /* PCToBCExchangeRate; 1 where the file gives none */
  gboolean tells_product; /* the file has a SubscriptionDescription or MeterDescription column */
  InvoiceTexts texts;
  InvoiceNotes notes;
  /* Derived by invoice_line_classify(): */
  ProductClass product_class;
  LineClass line_class;
  gboolean has_pec; /* a percentage p, 0 < p < 100 */
  Decimal pec_percent;
} InvoiceLine;

/**
 * Sets the derived members. @aco_reasons: NULL-terminated further reasons that mean ACO, trimmed
 * and in lower case, beside the documented three (spec section 7.6). @memo: of this file, see pec.
 */
void invoice_line_classify (InvoiceLine *line, const char *const *aco_reasons, DecimalMark mark,
                            PecMemo *memo);

/**
 * The rule that the Subtotal fits (spec section 3, "Recomputation"). *excess is Subtotal less the
 * nearest rule; set only with FIT_NONE.
 */
Fit invoice_line_fit (const InvoiceLine *line, Decimal *excess);

/** -T(E x Q): what a credit line gives in the pricing currency. Needs price and quantity. */
Decimal invoice_line_pricing_credit (const InvoiceLine *line);

/** "azure-usage", "azure-commitment", "third-party", "other". */
const char *invoice_line_class_name (ProductClass product_class);

#endif

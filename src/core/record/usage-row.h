/* SPDX-License-Identifier: MIT */
#ifndef CORE_RECORD_USAGE_ROW_H
#define CORE_RECORD_USAGE_ROW_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/slice.h"
#include "core/record/position.h"
#include "core/record/run-notes.h"

/**
 * The texts that tell why a row earned no Partner Earned Credit; trimmed. Empty where nobody asked
 * for them.
 */
typedef struct
{
  Slice publisher;
  Slice product_name;
  Slice sku_name;
  Slice meter_name;
  Slice additional_info;
  Slice benefit_type;
  Slice resource; /* ResourceURI */
} UsageTexts;

/** What is known of rows with the same cells; each may be NULL. */
typedef struct
{
  RunNotes *customer; /* partner, customer, invoice */
  RunNotes *product;  /* product, sku, availability */
  RunNotes *currency;
  RunNotes *pricing;      /* the pricing currency */
  RunNotes *subscription; /* that alone */
  RunNotes *credit;       /* the credit type */
} UsageNotes;

/**
 * UsageRow: one valid row of a daily rated usage file (spec sections 7.7 and 7.8). The billing
 * total is in @currency, the pricing total and unit price in @pricing_currency; both totals are net
 * of Partner Earned Credit. Percentages are 0 to 100, whichever way the file writes them. Texts are
 * borrowed and trimmed, in the case they were written in.
 */
typedef struct
{
  Position at;
  Slice customer;
  Slice customer_name; /* as given */
  Slice partner;       /* empty: not given */
  Slice invoice;       /* empty: an estimate */
  Slice currency;      /* BillingCurrency */
  Slice pricing_currency;
  Slice subscription; /* SubscriptionId: the Azure plan */
  Slice product;
  Slice sku;
  Slice availability;
  Day usage_day;
  Decimal billing_total;
  gboolean has_pricing_total;
  Decimal pricing_total;
  gboolean has_unit_price;
  Decimal unit_price;
  gboolean has_quantity;
  Decimal quantity;
  gboolean has_gross;       /* both are given */
  Decimal rate;             /* PCToBCExchangeRate; 1 where the file gives none */
  gboolean has_credit_type; /* the file has the column */
  Slice credit_type;
  gboolean has_pec_column_percent; /* PartnerEarnedCreditPercentage is given */
  Decimal pec_column_percent;
  gboolean has_credit_percent; /* CreditPercentage is given */
  Decimal credit_percent;
  UsageTexts texts;
  UsageNotes notes;
  /* Derived by usage_row_classify(): */
  gboolean is_aco_credited;
  gboolean has_pec;
  Decimal pec_percent;
} UsageRow;

void usage_row_classify (UsageRow *row);

/**
 * Whether UnitPrice x Quantity x PCToBCExchangeRate can be summed exactly with others of its kind:
 * at most 77 digits, of which 70 decimals. Real ones have a dozen.
 */
gboolean usage_row_gross_is_reckonable (const UsageRow *row);

/** |UnitPrice x Quantity|, in the pricing currency; 0 without either. */
Decimal usage_row_gross_pricing (const UsageRow *row);
/** |UnitPrice x Quantity x PCToBCExchangeRate|, in the billing currency; 0 without either. */
Decimal usage_row_gross_billing (const UsageRow *row);

#endif

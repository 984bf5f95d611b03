/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_COLUMN_ROLE_H
#define INPUT_BILLING_COLUMN_ROLE_H

#include <glib.h>

/**
 * Column roles: the one table of what a column may be and by which header names it is known (spec
 * section 2, "Header names", and sections 7.1, 7.3 and 7.7). From it come recognition, messages and
 * --map. Roles that the program reads have a name here; the documented columns that it only knows
 * follow after them.
 */
typedef enum
{
  ROLE_PARTNER,
  ROLE_CUSTOMER,
  ROLE_CUSTOMER_NAME,
  ROLE_MONTH,
  ROLE_CREDIT_NAME,
  ROLE_CREDIT_AMOUNT,
  ROLE_STATUS,
  ROLE_BALANCE_AMOUNT,
  ROLE_CURRENCY,
  ROLE_AGREEMENT,
  ROLE_EFFECTIVE,
  ROLE_EXPIRY,
  /* Documented columns that are read. */
  ROLE_INVOICE_NUMBER,
  ROLE_ORDER_DATE,
  ROLE_PRODUCT_ID,
  ROLE_SKU_ID,
  ROLE_AVAILABILITY_ID,
  ROLE_SKU_NAME,
  ROLE_PRODUCT_NAME,
  ROLE_CHARGE_TYPE,
  ROLE_SUBTOTAL,
  ROLE_TAX_TOTAL,
  ROLE_TOTAL,
  ROLE_PRICE_ADJUSTMENT,
  ROLE_PUBLISHER_NAME,
  ROLE_SUBSCRIPTION_DESCRIPTION,
  ROLE_CHARGE_START,
  ROLE_CHARGE_END,
  ROLE_TERM,
  ROLE_EFFECTIVE_UNIT_PRICE,
  ROLE_BILLABLE_QUANTITY,
  ROLE_PRICING_CURRENCY,
  ROLE_EXCHANGE_RATE,
  ROLE_METER_DESCRIPTION,
  ROLE_RESERVATION_ORDER,
  ROLE_CREDIT_REASON,
  ROLE_SUBSCRIPTION_ID,
  ROLE_USAGE_DATE,
  ROLE_UNIT_PRICE,
  ROLE_QUANTITY,
  ROLE_BILLING_TOTAL,
  ROLE_BILLING_CURRENCY,
  ROLE_PRICING_TOTAL,
  ROLE_PEC_PERCENTAGE,
  ROLE_CREDIT_PERCENTAGE,
  ROLE_CREDIT_TYPE,
  ROLE_METER_NAME,
  ROLE_RESOURCE_URI,
  ROLE_ADDITIONAL_INFO,
  ROLE_BENEFIT_TYPE,
  /* Columns of legacy files that tell them. */
  ROLE_DURABLE_OFFER,
  ROLE_SYNDICATION_NUMBER,
  ROLE_PRETAX_CHARGES,
  ROLE_OVERAGE_QUANTITY,
  ROLE_READ_COUNT, /* how many roles have a name here */
  ROLE_NONE = G_MAXINT
} ColumnRole;

/** All roles, the read ones first; from 0 up to this count. */
guint column_role_count (void);

/** How --map and messages call it: "customer", "Subtotal". */
const char *column_role_name (guint role);
/** "CustomerId, CustomerTenantId": the header names, for messages. (transfer full) */
char *column_role_header_names (guint role);

/** The role that a header name, folded by name_fold(), means by itself, or ROLE_NONE. */
guint column_role_of_header (const char *folded);
/** The role that --map calls by a folded @name, or ROLE_NONE. */
guint column_role_of_name (const char *folded);

#endif

/* SPDX-License-Identifier: MIT */
#include "bench-world.h"

#include <stdlib.h>

/* The files of one month among many that are closed in turn. Each customer has one agreement, which
 * will not be used up (ACO501), and four lines: a charge that ACO pays, its credit, and two
 * licences whose Subtotal is not price x quantity (ACO201). More is used than the invoice says
 * (ACO401). So each month has four findings for each customer. */

#define FIRST_YEAR 2026

enum
{
  B_CUSTOMER,
  B_MONTH,
  B_CREDIT_NAME,
  B_CREDIT_AMOUNT,
  B_STATUS,
  B_BALANCE_AMOUNT,
  B_CURRENCY,
  B_AGREEMENT,
  B_EFFECTIVE,
  B_EXPIRY,
  B_COUNT
};

static const char *const balance_names[B_COUNT]
    = { "CustomerTenantId", "InvoiceMonth", "CreditName",  "CreditAmount",  "Status",
        "BalanceAmount",    "CurrencyCode", "AgreementID", "EffectiveDate", "ExpiryDate" };

enum
{
  I_CUSTOMER,
  I_NAME,
  I_INVOICE,
  I_PRODUCT,
  I_SKU,
  I_CHARGE_TYPE,
  I_SUBTOTAL,
  I_CURRENCY,
  I_PLAN,
  I_START,
  I_PRICE,
  I_QUANTITY,
  I_REASON,
  I_COUNT
};

static const char *const invoice_names[I_COUNT] = { "CustomerId",
                                                    "CustomerName",
                                                    "InvoiceNumber",
                                                    "ProductId",
                                                    "SkuId",
                                                    "ChargeType",
                                                    "Subtotal",
                                                    "Currency",
                                                    "SubscriptionDescription",
                                                    "ChargeStartDate",
                                                    "EffectiveUnitPrice",
                                                    "BillableQuantity",
                                                    "CreditReasonCode" };

static void
write_names (const char *const *names, unsigned count, FILE *out)
{
  Row row;

  row_clear (&row, count);
  for (unsigned i = 0; i < count; i++)
    row.cells[i] = names[i];
  row_write (&row, out);
}

/* Of one customer in one month, in cents. */
typedef struct
{
  int64_t paid; /* by ACO, a charge and its credit */
  int64_t more; /* used, but not on the invoice */
} Use;

static Use
use_of (const World *world, unsigned customer, unsigned month)
{
  Chance chance = chance_new (world, 9, (uint64_t) customer << 16 | month);

  return (Use){ .paid = chance_between (&chance, 1000, 50000),
                .more = chance_between (&chance, 500, 2500) };
}

void
make_month_balance (const World *world, FILE *out)
{
  Customer customer;
  Row row;

  write_names (balance_names, B_COUNT, out);
  for (unsigned i = 0; i < world->customers; i++)
    {
      int64_t used = 0;

      customer_make (world, i, &customer);
      for (unsigned month = 1; month <= world->months; month++)
        {
          const Use use = use_of (world, i, month);
          used += use.paid + use.more;
        }
      row_clear (&row, B_COUNT);
      row.cells[B_CUSTOMER] = customer.id;
      row_format (&row, B_MONTH, "%u%02u", FIRST_YEAR + (world->months - 1) / 12,
                  (world->months - 1) % 12 + 1);
      row.cells[B_CREDIT_NAME] = "ACO";
      row_decimal (&row, B_CREDIT_AMOUNT, used, 2, 2);
      row.cells[B_STATUS] = "Active";
      row_decimal (&row, B_BALANCE_AMOUNT, 10000000000 - used, 2, 2);
      row.cells[B_CURRENCY] = customer.currency;
      row.cells[B_AGREEMENT] = customer.agreement;
      row.cells[B_EFFECTIVE] = "2026-01-01";
      row.cells[B_EXPIRY] = "2075-12-31";
      row_write (&row, out);
    }
}

static void
write_line (const World *world, const Customer *customer, const char *product, const char *sku,
            int64_t subtotal, FILE *out)
{
  const unsigned year = FIRST_YEAR + (world->months - 1) / 12;
  const unsigned month = (world->months - 1) % 12 + 1;
  const int is_licence = product[0] == 'C';
  Row row;

  row_clear (&row, I_COUNT);
  row.cells[I_CUSTOMER] = customer->id;
  row.cells[I_NAME] = customer->name;
  row_format (&row, I_INVOICE, "%s%03u", customer->invoice, world->months);
  row.cells[I_PRODUCT] = product;
  row.cells[I_SKU] = sku;
  row.cells[I_CHARGE_TYPE] = is_licence ? "cycleCharge" : subtotal < 0 ? "customerCredit" : "new";
  row_decimal (&row, I_SUBTOTAL, subtotal + (is_licence ? 37 : 0), 2, 2);
  row.cells[I_CURRENCY] = customer->currency;
  row.cells[I_PLAN] = is_licence ? "Microsoft 365 Business Premium" : "Azure plan";
  row_format (&row, I_START, "%u-%02u-01", year, month);
  row_decimal (&row, I_PRICE, subtotal, 2, 2);
  row.cells[I_QUANTITY] = "1";
  row.cells[I_REASON] = subtotal < 0 ? "Azure Credit Offer" : NULL;
  row_write (&row, out);
}

void
make_month_invoice (const World *world, FILE *out)
{
  Customer customer;

  write_names (invoice_names, I_COUNT, out);
  for (unsigned i = 0; i < world->customers; i++)
    {
      const Use use = use_of (world, i, world->months);

      customer_make (world, i, &customer);
      write_line (world, &customer, "DZH318Z0KQ4W", "00F7", use.paid, out);
      write_line (world, &customer, "DZH318Z0KQ4W", "00F7", -use.paid, out);
      write_line (world, &customer, "CFQ7TTC0LDPB", "0001", 2000 + use.more, out);
      write_line (world, &customer, "CFQ7TTC0LH18", "0001", 400 + use.more, out);
    }
}

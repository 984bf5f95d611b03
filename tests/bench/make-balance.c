/* SPDX-License-Identifier: MIT */
#include "bench-world.h"

#include <stdlib.h>

/* One agreement per customer that begins in September unused and is used up to the cent by the
 * October invoice. */

enum
{
  PARTNER,
  CUSTOMER,
  MONTH,
  CREDIT_NAME,
  CREDIT_AMOUNT,
  STATUS,
  BALANCE_AMOUNT,
  CURRENCY,
  AGREEMENT,
  EFFECTIVE,
  EXPIRY,
  COLUMN_COUNT
};

static void
write_header (FILE *out)
{
  static const char *const names[COLUMN_COUNT]
      = { "PartnerTenantId", "CustomerTenantId", "InvoiceMonth",  "CreditName",
          "CreditAmount",    "Status",           "BalanceAmount", "CurrencyCode",
          "AgreementID",     "EffectiveDate",    "ExpiryDate" };
  Row row;

  row_clear (&row, COLUMN_COUNT);
  for (unsigned i = 0; i < COLUMN_COUNT; i++)
    row.cells[i] = names[i];
  row_write (&row, out);
}

static void
write_month (const Customer *customer, const char *month, int64_t used, int64_t left, FILE *out)
{
  Row row;

  row_clear (&row, COLUMN_COUNT);
  row.cells[PARTNER] = PARTNER_ID;
  row.cells[CUSTOMER] = customer->id;
  row.cells[MONTH] = month;
  row.cells[CREDIT_NAME] = "ACO";
  row_decimal (&row, CREDIT_AMOUNT, used, 2, 2);
  row.cells[STATUS] = "Active";
  row_decimal (&row, BALANCE_AMOUNT, left, 2, 2);
  row.cells[CURRENCY] = customer->currency;
  row.cells[AGREEMENT] = customer->agreement;
  row.cells[EFFECTIVE] = "2026-09-01";
  row.cells[EXPIRY] = "2027-08-31";
  row_write (&row, out);
}

void
make_balance (const World *world, FILE *out)
{
  int64_t *credits = calloc (world->customers, sizeof *credits);
  Customer customer;

  if (credits == NULL)
    abort ();
  make_invoice (world, NULL, credits);
  write_header (out);
  for (unsigned i = 0; i < world->customers; i++)
    {
      customer_make (world, i, &customer);
      write_month (&customer, "202609", 0, credits[i], out);
      write_month (&customer, "202610", credits[i], 0, out);
    }
  free (credits);
}

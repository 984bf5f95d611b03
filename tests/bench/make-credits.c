/* SPDX-License-Identifier: MIT */
#include "bench-world.h"

#include <stdlib.h>

/* A balance report of some months, as one file of all customers: each has some credits, which are
 * used up bit by bit; what is used and what is left always make the grant. It shares its customers
 * with the other files, but not the amounts. */

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

static const char *const names[COLUMN_COUNT]
    = { "PartnerTenantId", "CustomerTenantId", "InvoiceMonth",  "CreditName",
        "CreditAmount",    "Status",           "BalanceAmount", "CurrencyCode",
        "AgreementID",     "EffectiveDate",    "ExpiryDate" };

/* The grant of a credit, in cents, and what is used of it until the end of @month, from 0. */
static int64_t
draw_grant (Chance *chance, unsigned month, int64_t *used)
{
  const int64_t grant = chance_between (chance, 1, 2000) * 10000;

  *used = 0;
  for (unsigned i = 0; i <= month; i++)
    *used += chance_between (chance, 0, grant / 10);
  if (*used > grant)
    *used = grant;
  return grant;
}

static void
write_credit (const World *world, const Customer *customer, uint64_t index, unsigned month,
              FILE *out)
{
  Chance chance = chance_new (world, 8, index);
  char agreement[GUID_SIZE];
  int64_t used;
  Row row;

  chance_guid (&chance, agreement);
  const int64_t grant = draw_grant (&chance, month, &used);
  row_clear (&row, COLUMN_COUNT);
  row.cells[PARTNER] = PARTNER_ID;
  row.cells[CUSTOMER] = customer->id;
  row_format (&row, MONTH, "%u%02u", 2026 + month / 12, month % 12 + 1);
  row.cells[CREDIT_NAME] = "ACO";
  row_decimal (&row, CREDIT_AMOUNT, used, 2, 2);
  row.cells[STATUS] = "Active";
  row_decimal (&row, BALANCE_AMOUNT, grant - used, 2, 2);
  row.cells[CURRENCY] = customer->currency;
  row.cells[AGREEMENT] = agreement;
  row.cells[EFFECTIVE] = "2026-01-01";
  row.cells[EXPIRY] = "2030-12-31";
  row_write (&row, out);
}

void
make_credits (const World *world, FILE *out)
{
  Customer *customers = customers_make (world);
  Row header;

  row_clear (&header, COLUMN_COUNT);
  for (unsigned i = 0; i < COLUMN_COUNT; i++)
    header.cells[i] = names[i];
  row_write (&header, out);
  for (unsigned month = 0; month < world->months; month++)
    for (uint64_t i = 0; i < (uint64_t) world->customers * world->credits; i++)
      write_credit (world, &customers[i / world->credits], i, month, out);
  free (customers);
}

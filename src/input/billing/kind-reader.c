/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/kind-reader.h"

#include "input/billing/balance-file.h"
#include "input/billing/invoice-file.h"
#include "input/billing/usage-file.h"

static const char *
legacy_version (const Header *header G_GNUC_UNUSED)
{
  return "legacy";
}

const KindReader *
kind_reader_table (guint *count)
{
  static const KindReader table[] = {
    { .kind = KIND_ACO_BALANCE,
      .needed = { { ROLE_CUSTOMER, ROLE_MONTH, ROLE_CREDIT_AMOUNT, ROLE_BALANCE_AMOUNT,
                    ROLE_CURRENCY, ROLE_AGREEMENT },
                  6 },
      .foreign = ROLE_NONE,
      .version = balance_file_version,
      .roles = balance_file_roles,
      .take = balance_file_take },
    { .kind = KIND_DAILY_USAGE,
      .needed = { { ROLE_CUSTOMER, ROLE_USAGE_DATE, ROLE_BILLING_TOTAL, ROLE_CURRENCY }, 4 },
      .foreign = ROLE_NONE,
      .currency = "BillingCurrency",
      .version = usage_file_version,
      .roles = usage_file_roles,
      .runs = usage_file_runs,
      .take = usage_file_take },
    { .kind = KIND_INVOICE,
      .needed
      = { { ROLE_CUSTOMER, ROLE_INVOICE_NUMBER, ROLE_CHARGE_TYPE, ROLE_SUBTOTAL, ROLE_CURRENCY },
          5 },
      .foreign = ROLE_USAGE_DATE,
      .version = invoice_file_version,
      .roles = invoice_file_roles,
      .runs = invoice_file_runs,
      .take = invoice_file_take },
    { .kind = KIND_LEGACY,
      .telling = { { ROLE_DURABLE_OFFER, ROLE_SYNDICATION_NUMBER, ROLE_PRETAX_CHARGES,
                     ROLE_OVERAGE_QUANTITY },
                   4 },
      .foreign = ROLE_NONE,
      .version = legacy_version },
  };

  *count = G_N_ELEMENTS (table);
  return table;
}

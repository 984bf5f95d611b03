/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/file-kind.h"

#include "base/language/language.h"

const FileKindInfo *
file_kind_info (FileKind kind)
{
  static const FileKindInfo infos[FILE_KIND_COUNT] = {
    [KIND_ACO_BALANCE]
    = { .name = "aco-balance",
        .source = N_ ("Partner Center, Billing, Billing overview (NCE), Reports, "
                      "Credit balance, Azure credit balance report; a month needs "
                      "that of the month before, too"),
        .title = "an Azure Credit Offer balance report",
        .amount = "CreditAmount" },
    [KIND_INVOICE] = { .name = "invoice",
                       .source = N_ ("Partner Center, Reconciliation-closed of each invoice of the "
                                     "month"),
                       .title = "an invoice reconciliation file",
                       .amount = "Subtotal",
                       .has_invoices = TRUE },
    [KIND_DAILY_USAGE]
    = { .name = "daily-usage",
        .source = N_ ("Partner Center, Daily Rated Usage Reconciliation-closed of "
                      "each invoice; it adds the days, and months tie out without "
                      "it"),
        .title = "a daily rated usage file",
        .amount = "BillingPreTaxTotal",
        .has_invoices = TRUE,
        .is_unrounded = TRUE },
    [KIND_LEGACY] = { .name = "legacy" },
    [KIND_SKIPPED] = { .name = "skipped" },
  };

  g_assert (kind < FILE_KIND_COUNT);
  return &infos[kind];
}

const char *
file_kind_name (FileKind kind)
{
  return file_kind_info (kind)->name;
}

gboolean
file_kind_is_read (FileKind kind)
{
  return file_kind_info (kind)->amount != NULL;
}

Decimal
file_kind_money (FileKind kind, Decimal sum)
{
  return file_kind_info (kind)->is_unrounded ? decimal_round (sum, 2, DECIMAL_HALF_UP) : sum;
}

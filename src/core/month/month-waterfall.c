/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/month-waterfall.h"

/* Known only where the customer has balance rows of that month and currency. */
static void
reckon_available (const MonthCell *cell, MonthWaterfall *waterfall)
{
  const BalanceSide *balance = &cell->balance;

  if (balance->credits == 0 || !balance->available.known)
    return;
  waterfall->aco_available = balance->available;
  if (balance->is_partial)
    return;
  const Decimal eligible = decimal_add (cell->invoice.plain, waterfall->pec_list);
  waterfall->aco_expected = amount_known (decimal_min (balance->available.value, eligible));
}

MonthWaterfall
month_waterfall_of_cell (const MonthCell *cell)
{
  const InvoiceSide *invoice = &cell->invoice;
  MonthWaterfall waterfall = { 0 };

  waterfall.net = decimal_subtract (decimal_subtract (invoice->charges, invoice->aco_used),
                                    invoice->other_credits);
  waterfall.uncovered
      = decimal_max ((Decimal){ 0 }, decimal_subtract (invoice->plain, invoice->aco_on_usage));
  waterfall.pec_base = pec_tallies_net (invoice->pec);
  waterfall.pec_list = pec_tallies_list_value (invoice->pec);
  waterfall.pec_earned = pec_tallies_earned (invoice->pec);
  reckon_available (cell, &waterfall);
  return waterfall;
}

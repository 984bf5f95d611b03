/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/credit-order.h"

#include "base/language/language-number.h"
#include "core/month/month-waterfall.h"

/*
 * ACO302. With daily rows the days decide; without them only balances of agreements that ran the
 * whole month can prove that ACO remained when PEC was given. Gives the amount found, or 0.
 */
static Decimal
find_pec_while_aco_remained (const Reckoning *reckoning, const MonthCell *cell)
{
  Position first = cell->invoice.first_pec;
  Decimal remaining = cell->balance.covering_balance;
  Decimal list_value;

  if (cell->peers->has_usage)
    {
      remaining = cell->balance.spendable;
      list_value = usage_days_pec_list (reckoning->days, cell, &first);
    }
  else
    list_value = pec_tallies_list_value (cell->invoice.pec);
  const Decimal amount = decimal_min (remaining, list_value);
  if (decimal_compare (amount, reckoning->plan->tolerance) <= 0)
    return (Decimal){ 0 };

  const FindingFacts facts
      = reckoning_facts_of_cell (cell, FINDING_PEC_WHILE_ACO_REMAINED, amount, first);
  g_autofree char *left = language_number_in_sentence (reckoning->language, remaining, 2);
  g_autofree char *list = language_number_in_sentence (reckoning->language, list_value, 2);
  g_autofree char *partners = reckoning_partner_note (reckoning, cell->customer);
  reckoning_find (reckoning, &facts,
                  "usage of %s list value earned Partner Earned Credit while %s of ACO remained%s",
                  list, left, partners);
  return amount;
}

/* ACO304 */
static void
find_uncovered (const Reckoning *reckoning, const MonthCell *cell, const MonthWaterfall *waterfall,
                Decimal counted_already)
{
  const Decimal rest = decimal_subtract (cell->balance.covering_balance, counted_already);
  const Decimal amount = decimal_min (rest, waterfall->uncovered);
  if (decimal_compare (amount, reckoning->plan->tolerance) <= 0)
    return;

  const FindingFacts facts = reckoning_facts_of_cell (cell, FINDING_UNCOVERED_WHILE_ACO_REMAINED,
                                                      amount, cell->invoice.first_plain);
  g_autofree char *uncovered
      = language_number_in_sentence (reckoning->language, waterfall->uncovered, 2);
  g_autofree char *left = language_number_in_sentence (reckoning->language, rest, 2);
  g_autofree char *partners = reckoning_partner_note (reckoning, cell->customer);
  reckoning_find (reckoning, &facts, "%s of Azure usage got no credit while %s of ACO remained%s",
                  uncovered, left, partners);
}

/* ACO305 */
static void
find_pec_missing (const Reckoning *reckoning, const MonthCell *cell,
                  const MonthWaterfall *waterfall)
{
  if (!decimal_is_zero (cell->balance.balance) || decimal_sign (waterfall->uncovered) <= 0
      || decimal_sign (waterfall->pec_base) <= 0)
    return;
  const Decimal missed = decimal_round (
      decimal_multiply (decimal_from_scaled (15, 2), waterfall->uncovered), 2, DECIMAL_HALF_UP);
  const FindingFacts facts
      = reckoning_facts_of_cell (cell, FINDING_PEC_MISSING, missed, cell->invoice.first_plain);
  g_autofree char *uncovered
      = language_number_in_sentence (reckoning->language, waterfall->uncovered, 2);

  reckoning_find (reckoning, &facts,
                  "%s of Azure usage got neither ACO nor Partner Earned Credit, while other usage "
                  "of the customer earned it",
                  uncovered);
}

static void
take_cell (const Reckoning *reckoning, const MonthCell *cell)
{
  Decimal found = { 0 };

  if (cell->balance.credits > 0)
    found = find_pec_while_aco_remained (reckoning, cell);
  if (!cell->invoice.has_lines)
    return;
  const MonthWaterfall waterfall = month_waterfall_of_cell (cell);
  find_uncovered (reckoning, cell, &waterfall, found);
  find_pec_missing (reckoning, cell, &waterfall);
}

void
credit_order_report (const Reckoning *reckoning)
{
  const GPtrArray *cells = month_ledger_cells (reckoning->ledger);

  for (guint i = 0; i < cells->len; i++)
    take_cell (reckoning, g_ptr_array_index (cells, i));
}

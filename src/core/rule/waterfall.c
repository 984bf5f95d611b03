/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/waterfall.h"

#include "base/language/language-number.h"
#include "core/month/month-waterfall.h"

static void
add_row (const Reckoning *reckoning, const MonthCell *cell, const MonthWaterfall *waterfall)
{
  Report *report = reckoning->report;
  const WaterfallRow row = {
    .customer_id = report_text_of_book (report, cell->customer),
    .customer_name = report_text_of_book (report, reckoning_name (reckoning, cell->customer)),
    .month = cell->month,
    .currency = report_text_of_book (report, cell->currency),
    .charges = cell->invoice.charges,
    .aco_used = cell->invoice.aco_used,
    .other_credits = cell->invoice.other_credits,
    .net = waterfall->net,
    .plain = cell->invoice.plain,
    .uncovered = waterfall->uncovered,
    .pec_base = waterfall->pec_base,
    .pec_list = waterfall->pec_list,
    .pec_earned = waterfall->pec_earned,
    .aco_available = waterfall->aco_available,
    .aco_expected = waterfall->aco_expected,
  };
  report_append (report, REPORT_WATERFALL, &row);
}

/* ACO207 */
static void
find_without_agreement (const Reckoning *reckoning, const MonthCell *cell)
{
  if (cell->invoice.aco_lines == 0 || cell->peers->balance_currencies > 0
      || !month_activity_has_balances (reckoning->activity, cell->month, cell->currency))
    return;
  const FindingFacts facts = reckoning_facts_of_cell (
      cell, FINDING_CREDIT_WITHOUT_AGREEMENT, cell->invoice.aco_used, cell->invoice.first_aco);
  reckoning_find (reckoning, &facts,
                  "the invoice gives ACO credit to a customer without balance row in this month");
}

/* ACO306 */
static void
find_over_available (const Reckoning *reckoning, const MonthCell *cell,
                     const MonthWaterfall *waterfall)
{
  if (!waterfall->aco_available.known)
    return;
  const Decimal excess = decimal_subtract (cell->invoice.aco_used, waterfall->aco_available.value);
  if (decimal_compare (excess, reckoning->plan->tolerance) <= 0)
    return;
  const FindingFacts facts
      = reckoning_facts_of_cell (cell, FINDING_ACO_OVER_AVAILABLE, excess, cell->invoice.first_aco);
  g_autofree char *used
      = language_number_in_sentence (reckoning->language, cell->invoice.aco_used, 2);
  g_autofree char *available
      = language_number_in_sentence (reckoning->language, waterfall->aco_available.value, 2);
  g_autofree char *partners = reckoning_partner_note (reckoning, cell->customer);

  reckoning_find (reckoning, &facts, "the invoice credits %s, but only %s was available%s", used,
                  available, partners);
}

void
waterfall_report (const Reckoning *reckoning)
{
  const GPtrArray *cells = month_ledger_cells (reckoning->ledger);

  for (guint i = 0; i < cells->len; i++)
    {
      const MonthCell *cell = g_ptr_array_index (cells, i);
      if (!cell->invoice.has_lines)
        continue;
      const MonthWaterfall waterfall = month_waterfall_of_cell (cell);

      if (reckoning_reports (reckoning, cell->month))
        add_row (reckoning, cell, &waterfall);
      find_without_agreement (reckoning, cell);
      find_over_available (reckoning, cell, &waterfall);
    }
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/credit/credit-list.h"

#include <string.h>

#include "core/benefit/benefit-rows.h"
#include "core/credit/credit-rows.h"
#include "core/mca/mca-rows.h"

typedef struct
{
  Report *report;
  GHashTable *totals; /* currency to CreditTotalsRow */
} CreditList;

static Amount
nothing (void)
{
  return amount_known (decimal_from_int (0));
}

static void
add_figure (Amount *sum, const Amount *amount)
{
  if (!amount->known)
    return;
  sum->known = TRUE;
  decimal_accumulate (&sum->value, &amount->value);
}

static void
add_credit (CreditList *self, const CreditRow *row)
{
  report_append (self->report, CREDIT_TABLE_CREDITS, row);
  if (row->currency == NULL)
    return;
  CreditTotalsRow *totals = g_hash_table_lookup (self->totals, row->currency);
  if (totals == NULL)
    {
      totals = g_new0 (CreditTotalsRow, 1);
      totals->currency = row->currency;
      g_hash_table_insert (self->totals, (gpointer) (guintptr) row->currency, totals);
    }
  add_figure (&totals->granted, &row->granted);
  add_figure (&totals->used, &row->used);
  if (!row->is_over)
    add_figure (&totals->left, &row->left);
  add_figure (&totals->at_risk, &row->at_risk);
}

static void
add_input (CreditList *self, const char *file, const char *kind)
{
  const CreditInputRow row = { file, kind };
  report_append (self->report, CREDIT_TABLE_INPUTS, &row);
}

/* Agreements */

static Amount
risk_of_agreement (const AgreementRow *row)
{
  const gboolean can_lapse = row->state == AGREEMENT_ACTIVE || row->state == AGREEMENT_EXPIRING;

  return can_lapse ? row->forecast_forfeit : nothing ();
}

static void
add_agreements (CreditList *self, const Report *report)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_INPUTS); i++)
    {
      const InputRow *input = report_row (report, REPORT_INPUTS, i);
      add_input (self, input->file, file_kind_name (input->kind));
    }
  for (gsize i = 0; i < report_row_count (report, REPORT_AGREEMENTS); i++)
    {
      const AgreementRow *agreement = report_row (report, REPORT_AGREEMENTS, i);
      const CreditRow row = { .kind = "aco",
                              .owner_id = agreement->customer_id,
                              .owner = agreement->customer_name,
                              .credit_id = agreement->agreement_id,
                              .credit = agreement->credit_name,
                              .currency = agreement->currency,
                              .granted = amount_known (agreement->granted),
                              .used = amount_known (agreement->used_total),
                              .left = amount_known (agreement->balance),
                              .state = report_word_of_state (agreement->state).text,
                              .end_date = agreement->expiry_date,
                              .days_left_known = agreement->days_left_known,
                              .days_left = agreement->days_left,
                              .at_risk = risk_of_agreement (agreement),
                              .is_over = agreement->state == AGREEMENT_EXPIRED
                                         || agreement->state == AGREEMENT_UNREPORTED };
      add_credit (self, &row);
    }
}

/* Lots */

static void
add_lot (CreditList *self, const McaLotRow *lot)
{
  const gboolean is_expiring = lot->state == MCA_LOT_EXPIRING;
  CreditRow row = { .kind = "mca",
                    .owner_id = lot->profile_id,
                    .owner = lot->profile_name,
                    .credit_id = lot->lot_id,
                    .credit = lot->source,
                    .currency = lot->currency,
                    .granted = lot->original,
                    .used = lot->used,
                    .left = lot->remaining,
                    .state = lot->status,
                    .end_date = lot->expiration_date,
                    .days_left_known = lot->days_left_known,
                    .days_left = lot->days_left,
                    .at_risk = is_expiring ? lot->remaining : nothing (),
                    .file = lot->file,
                    .line = lot->line,
                    .is_over = lot->state == MCA_LOT_EXPIRED || lot->state == MCA_LOT_CANCELED };

  if (lot->mixed) /* of amounts in several currencies none is that of the row */
    row.granted = row.used = row.left = row.at_risk = (Amount){ .known = FALSE };
  add_credit (self, &row);
}

static void
add_lots (CreditList *self, const Report *report)
{
  for (gsize i = 0; i < report_row_count (report, MCA_TABLE_INPUTS); i++)
    {
      const McaInputRow *input = report_row (report, MCA_TABLE_INPUTS, i);
      add_input (self, input->file, input->kind);
    }
  for (gsize i = 0; i < report_row_count (report, MCA_TABLE_LOTS); i++)
    {
      const McaLotRow *lot = report_row (report, MCA_TABLE_LOTS, i);
      if (strcmp (lot->kind, "credit") == 0)
        add_lot (self, lot);
    }
}

/* Benefits */

static Amount
risk_of_benefit (const BenefitRow *row)
{
  const gboolean is_monthly = strcmp (row->kind, benefit_rows_kind (BENEFIT_MONTHLY)) == 0;

  return is_monthly || row->state_code == BENEFIT_EXPIRING ? amount_known (row->left) : nothing ();
}

static void
add_benefits (CreditList *self, const Report *report)
{
  for (gsize i = 0; i < report_row_count (report, BENEFIT_TABLE_INPUTS); i++)
    {
      const BenefitInputRow *input = report_row (report, BENEFIT_TABLE_INPUTS, i);
      add_input (self, input->file, input->kind);
    }
  for (gsize i = 0; i < report_row_count (report, BENEFIT_TABLE_BENEFITS); i++)
    {
      const BenefitRow *benefit = report_row (report, BENEFIT_TABLE_BENEFITS, i);
      const CreditRow row = { .kind = "benefit",
                              .owner_id = benefit->user,
                              .owner = benefit->user != NULL ? benefit->user : benefit->source,
                              .credit_id = benefit->benefit_id,
                              .credit = benefit->benefit,
                              .currency = benefit->currency,
                              .granted = amount_known (benefit->granted),
                              .used = amount_known (benefit->used),
                              .left = amount_known (benefit->left),
                              .state = benefit->state,
                              .end_date = benefit->end_date,
                              .days_left_known = benefit->days_left_known,
                              .days_left = benefit->days_left,
                              .at_risk = risk_of_benefit (benefit),
                              .file = benefit->file,
                              .line = benefit->line };
      add_credit (self, &row);
    }
}

Report *
credit_list_make (const CreditSources *sources, Day as_of)
{
  g_autoptr (GHashTable) totals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  CreditList self = { report_new_of (credit_rows_schema ()), totals };
  const CreditHead head = { as_of };
  GHashTableIter iterator;
  gpointer row;

  report_set_head (self.report, &head);
  if (sources->agreements != NULL)
    add_agreements (&self, sources->agreements);
  if (sources->lots != NULL)
    add_lots (&self, sources->lots);
  if (sources->benefits != NULL)
    add_benefits (&self, sources->benefits);
  g_hash_table_iter_init (&iterator, totals);
  while (g_hash_table_iter_next (&iterator, NULL, &row))
    report_append (self.report, CREDIT_TABLE_TOTALS, row);
  report_sort (self.report);
  return self.report;
}

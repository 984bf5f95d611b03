/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/usage-row.h"

#include "core/record/pec.h"

#define CREDIT_IS_ACO 1
#define CREDIT_IS_PEC 2

/* What the credit type says: one of these, or 0. */
static guint
credit_of_row (const UsageRow *row)
{
  guint answer = 0;

  if (run_notes_answer (row->notes.credit, &answer))
    return answer;
  if (slice_equals_folded (row->credit_type, "azure credit applied"))
    answer = CREDIT_IS_ACO;
  else if (slice_equals_folded (row->credit_type, "partner earned credit applied"))
    answer = CREDIT_IS_PEC;
  return run_notes_keep_answer (row->notes.credit, answer);
}

/* Spec section 3, "PEC": the credit's own column, else the general one. */
static void
classify_pec (UsageRow *row, guint credit)
{
  const gboolean may_have = !row->has_credit_type || credit == CREDIT_IS_PEC;

  if (row->has_pec_column_percent)
    row->pec_percent = row->pec_column_percent;
  else if (row->has_credit_percent)
    row->pec_percent = row->credit_percent;
  else
    row->pec_percent = (Decimal){ 0 };
  row->has_pec = may_have && pec_is_percentage (&row->pec_percent);
}

void
usage_row_classify (UsageRow *row)
{
  const guint credit = credit_of_row (row);

  row->is_aco_credited = credit == CREDIT_IS_ACO
                         || (row->has_credit_percent && decimal_is_int (&row->credit_percent, 100));
  classify_pec (row, credit);
}

static Decimal
gross_amount (const UsageRow *row)
{
  const Decimal gross = decimal_multiply (row->unit_price, row->quantity);
  return decimal_is_int (&row->rate, 1) ? gross : decimal_multiply (gross, row->rate);
}

#define GROSS_LIMBS_MAX 4
#define GROSS_SCALE_MAX 70

gboolean
usage_row_gross_is_reckonable (const UsageRow *row)
{
  if (!row->has_gross)
    return TRUE;
  /* Of nearly all rows the size of the factors proves it, and nothing is multiplied. */
  if (row->unit_price.limb_count + row->quantity.limb_count + row->rate.limb_count
          <= GROSS_LIMBS_MAX
      && row->unit_price.scale + row->quantity.scale + row->rate.scale <= GROSS_SCALE_MAX)
    return TRUE;
  const Decimal gross = gross_amount (row);
  return gross.limb_count <= GROSS_LIMBS_MAX && gross.scale <= GROSS_SCALE_MAX;
}

Decimal
usage_row_gross_pricing (const UsageRow *row)
{
  if (!row->has_gross)
    return (Decimal){ 0 };
  return decimal_absolute (decimal_multiply (row->unit_price, row->quantity));
}

Decimal
usage_row_gross_billing (const UsageRow *row)
{
  if (!row->has_gross)
    return (Decimal){ 0 };
  return decimal_absolute (gross_amount (row));
}

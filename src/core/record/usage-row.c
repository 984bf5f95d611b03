/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/usage-row.h"

#include "core/record/pec.h"

static gboolean
is_aco_credited (const UsageRow *row)
{
  return slice_equals_folded (row->credit_type, "azure credit applied")
         || (row->has_credit_percent && decimal_is_int (&row->credit_percent, 100));
}

/* Spec section 3, "PEC": the credit's own column, else the general one. */
static void
classify_pec (UsageRow *row)
{
  const gboolean may_have
      = !row->has_credit_type
        || slice_equals_folded (row->credit_type, "partner earned credit applied");

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
  row->is_aco_credited = is_aco_credited (row);
  classify_pec (row);
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

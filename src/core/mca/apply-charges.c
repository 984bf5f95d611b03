/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/apply-charges.h"

ApplyCharges *
apply_charges_new (McaBook *book)
{
  ApplyCharges *self = g_new (ApplyCharges, 1);

  self->book = book;
  self->charges = g_array_new (FALSE, FALSE, sizeof (ApplyCharge));
  self->files = g_array_new (FALSE, FALSE, sizeof (ApplyFile));
  return self;
}

void
apply_charges_free (ApplyCharges *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->charges);
  g_array_unref (self->files);
  g_free (self);
}

/* The charge is believed before the table. */
static CreditExclusion
settle (CreditExclusion listed, ReportTruth eligible)
{
  if (eligible == TRUTH_TRUE)
    return EXCLUSION_NONE;
  return eligible == TRUTH_FALSE && listed == EXCLUSION_NONE ? EXCLUSION_COLUMN : listed;
}

void
apply_charges_add (ApplyCharges *self, const ApplyCharge *charge, const CreditProduct *product)
{
  const CreditVerdict verdict = credit_exclusions_judge (product);
  ApplyCharge own = *charge;

  own.listed = verdict.rule;
  own.rule = settle (own.listed, own.eligible);
  own.sponsorship = verdict.sponsorship;
  g_array_append_val (self->charges, own);
}

void
apply_charges_end_file (ApplyCharges *self, const ApplyFile *file, guint first)
{
  ApplyFile own = *file;

  for (guint i = 0; i < self->files->len && own.duplicate_of == NULL; i++)
    {
      const ApplyFile *other = &g_array_index (self->files, ApplyFile, i);
      if (other->duplicate_of == NULL && g_strcmp0 (other->sha256, own.sha256) == 0)
        own.duplicate_of = other->file;
    }
  if (own.duplicate_of != NULL)
    {
      own.rows = 0;
      g_array_set_size (self->charges, first);
    }
  g_array_append_val (self->files, own);
}

Day
apply_charges_latest (const ApplyCharges *self)
{
  Day day = DAY_NONE;

  for (guint i = 0; i < self->charges->len; i++)
    day = MAX (day, g_array_index (self->charges, ApplyCharge, i).date);
  return day;
}

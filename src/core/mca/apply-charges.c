/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/apply-charges.h"

/* What a charge is for, and what was found of it. Many charges are for the same: of those that fall
   on one place the last is remembered. */
struct ApplyJudged
{
  const char *publisher_type;
  const char *pricing_model;
  const char *product;
  const char *publisher;
  const char *kind;
  CreditVerdict verdict;
  gboolean is_known;
};

#define JUDGED_COUNT 1024

ApplyCharges *
apply_charges_new (McaBook *book)
{
  ApplyCharges *self = g_new (ApplyCharges, 1);

  self->book = book;
  self->charges = g_array_new (FALSE, FALSE, sizeof (ApplyCharge));
  self->files = g_array_new (FALSE, FALSE, sizeof (ApplyFile));
  self->judged = g_new0 (ApplyJudged, JUDGED_COUNT);
  return self;
}

void
apply_charges_free (ApplyCharges *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->charges);
  g_array_unref (self->files);
  g_free (self->judged);
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

/* Texts of the book are kept once, so that equal places mean equal texts; different places only
   cost another look. */
static CreditVerdict
judge (ApplyCharges *self, const ApplyCharge *charge, const CreditProduct *product)
{
  const char *publisher_type = mca_book_text (self->book, product->publisher_type);
  const char *pricing_model = mca_book_text (self->book, product->pricing_model);
  const guint64 place = ((guintptr) charge->product ^ (guintptr) charge->publisher << 7
                         ^ (guintptr) charge->kind << 11)
                        * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  ApplyJudged *judged = &self->judged[(place >> 40) % JUDGED_COUNT];

  if (!judged->is_known || judged->product != charge->product
      || judged->publisher != charge->publisher || judged->kind != charge->kind
      || judged->publisher_type != publisher_type || judged->pricing_model != pricing_model)
    *judged = (ApplyJudged){ .publisher_type = publisher_type,
                             .pricing_model = pricing_model,
                             .product = charge->product,
                             .publisher = charge->publisher,
                             .kind = charge->kind,
                             .verdict = credit_exclusions_judge (product),
                             .is_known = TRUE };
  return judged->verdict;
}

void
apply_charges_add (ApplyCharges *self, const ApplyCharge *charge, const CreditProduct *product)
{
  ApplyCharge own = *charge;

  own.product = mca_book_text (self->book, product->product);
  own.publisher = mca_book_text (self->book, product->publisher);
  own.kind = mca_book_text (self->book, product->kind);
  const CreditVerdict verdict = judge (self, &own, product);
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

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/row-overlap.h"

RowOverlap *
row_overlap_new (FileKind kind, const char *invoice, guint32 file, guint64 rows)
{
  RowOverlap *self = g_new0 (RowOverlap, 1);

  self->kind = kind;
  self->invoice = g_strdup (invoice);
  self->file = file;
  self->rows = rows;
  self->shared = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->day = DAY_NONE;
  return self;
}

void
row_overlap_free (gpointer overlap)
{
  RowOverlap *self = overlap;

  if (self == NULL)
    return;
  g_free (self->invoice);
  g_free (self->currency);
  g_array_unref (self->shared);
  g_free (self);
}

gboolean
row_overlap_is_complete (const RowOverlap *self)
{
  return self->next == self->shared->len;
}

void
row_overlap_take (RowOverlap *self, Position at, Slice currency, Day day, const Decimal *amount)
{
  const guint64 place = self->seen++;

  if (row_overlap_is_complete (self) || g_array_index (self->shared, guint64, self->next) != place)
    return;
  if (self->next++ == 0)
    {
      self->first = at;
      self->currency = slice_dup_upper (currency);
      self->day = day;
    }
  decimal_accumulate (&self->amount, amount);
}

/* Half of an invoice again is no slip of a part: its figures are doubled. */
Severity
row_overlap_severity (const RowOverlap *self)
{
  const guint64 shared = self->shared->len;

  if (2 * shared >= self->rows)
    return SEVERITY_ERROR;
  return shared > 1 ? SEVERITY_WARNING : SEVERITY_NOTICE;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/close-sheet.h"

#include <string.h>

const char *
close_sheet_standing_name (SheetStanding standing)
{
  static const char *const names[SHEET_STANDING_COUNT] = { "open", "resolved", "carried" };

  g_assert (standing < SHEET_STANDING_COUNT);
  return names[standing];
}

CloseSheet *
close_sheet_new (void)
{
  CloseSheet *self = g_new0 (CloseSheet, 1);

  self->texts = g_string_chunk_new (1024);
  self->figures = g_array_new (FALSE, FALSE, sizeof (ListFigures));
  self->inputs = g_array_new (FALSE, FALSE, sizeof (ListInput));
  for (guint i = 0; i < SHEET_STANDING_COUNT; i++)
    self->findings[i] = g_array_new (FALSE, FALSE, sizeof (SheetFinding));
  return self;
}

void
close_sheet_free (CloseSheet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->figures);
  g_array_unref (self->inputs);
  for (guint i = 0; i < SHEET_STANDING_COUNT; i++)
    g_array_unref (self->findings[i]);
  g_string_chunk_free (self->texts);
  g_free (self);
}

const char *
close_sheet_text (CloseSheet *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

void
close_sheet_add_finding (CloseSheet *self, SheetStanding standing, const SheetFinding *finding)
{
  g_assert (standing < SHEET_STANDING_COUNT && finding->id != NULL);
  g_array_append_vals (self->findings[standing], finding, 1);
}

static guint
rank_of (const char *severity)
{
  static const char *const order[] = { "error", "warning", "notice" };
  guint rank = 0;

  while (rank < G_N_ELEMENTS (order) && strcmp (severity, order[rank]) != 0)
    rank++;
  return rank;
}

static gint
compare_findings (gconstpointer a, gconstpointer b)
{
  const SheetFinding *x = a, *y = b;
  const guint x_rank = rank_of (x->severity), y_rank = rank_of (y->severity);

  if (x_rank != y_rank)
    return x_rank < y_rank ? -1 : 1;
  const int order = decimal_compare (decimal_absolute (y->amount), decimal_absolute (x->amount));

  return order != 0 ? order : strcmp (x->id, y->id);
}

void
close_sheet_sort (CloseSheet *self)
{
  for (guint i = 0; i < SHEET_STANDING_COUNT; i++)
    g_array_sort (self->findings[i], compare_findings);
}

guint
close_sheet_shown (const CloseSheet *self, SheetStanding standing)
{
  guint left = CLOSE_SHEET_FINDINGS, shown[SHEET_STANDING_COUNT];

  for (guint i = 0; i < SHEET_STANDING_COUNT; i++)
    {
      shown[i] = MIN (self->findings[i]->len, CLOSE_SHEET_FINDINGS_OF_EACH);
      left -= shown[i];
    }
  for (guint i = 0; i < SHEET_STANDING_COUNT; i++)
    {
      const guint more = MIN (self->findings[i]->len - shown[i], left);

      shown[i] += more;
      left -= more;
    }
  return shown[standing];
}

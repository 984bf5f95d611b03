/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/saved-report.h"

#include <string.h>

#define TEXT_BLOCK_BYTES 4096

struct SavedReport
{
  GStringChunk *texts;
  GPtrArray *findings;
  GTree *figures; /* SavedFigure * -> itself */
  gboolean is_part;
};

static gint
compare_in_tree (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return saved_report_compare_figures (a, b);
}

int
saved_report_compare_figures (const SavedFigure *a, const SavedFigure *b)
{
  int order = g_strcmp0 (a->customer_id, b->customer_id);

  if (order == 0)
    order = g_strcmp0 (a->currency, b->currency);
  if (order == 0)
    order = a->month - b->month;
  return order != 0 ? order : strcmp (a->figure, b->figure);
}

SavedReport *
saved_report_new (void)
{
  SavedReport *self = g_new0 (SavedReport, 1);

  self->texts = g_string_chunk_new (TEXT_BLOCK_BYTES);
  self->findings = g_ptr_array_new_with_free_func (g_free);
  self->figures = g_tree_new_full (compare_in_tree, NULL, NULL, g_free);
  return self;
}

void
saved_report_free (SavedReport *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->figures);
  g_ptr_array_unref (self->findings);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static void
keep (SavedReport *self, const char **text)
{
  *text = *text != NULL ? g_string_chunk_insert_const (self->texts, *text) : NULL;
}

void
saved_report_add_finding (SavedReport *self, const SavedFinding *finding)
{
  SavedFinding *copy = g_memdup2 (finding, sizeof *finding);
  const char **texts[]
      = { &copy->id,       &copy->key,         &copy->code,          &copy->name,
          &copy->severity, &copy->customer_id, &copy->customer_name, &copy->agreement_id,
          &copy->currency, &copy->subject,     &copy->message };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    keep (self, texts[i]);
  g_ptr_array_add (self->findings, copy);
}

void
saved_report_add_figure (SavedReport *self, const SavedFigure *figure)
{
  SavedFigure *there = g_tree_lookup (self->figures, figure);

  if (there != NULL)
    {
      amount_accumulate (&there->amount, figure->amount);
      return;
    }
  there = g_memdup2 (figure, sizeof *figure);
  keep (self, &there->customer_id);
  keep (self, &there->customer_name);
  keep (self, &there->currency);
  keep (self, &there->figure);
  g_tree_insert (self->figures, there, there);
}

const GPtrArray *
saved_report_findings (const SavedReport *self)
{
  return self->findings;
}

GPtrArray *
saved_report_figures (const SavedReport *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (GTreeNode *node = g_tree_node_first (self->figures); node != NULL;
       node = g_tree_node_next (node))
    g_ptr_array_add (list, g_tree_node_value (node));
  return list;
}

void
saved_report_set_part (SavedReport *self)
{
  self->is_part = TRUE;
}

gboolean
saved_report_is_part (const SavedReport *self)
{
  return self->is_part;
}

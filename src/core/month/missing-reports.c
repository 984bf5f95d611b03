/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/missing-reports.h"

#include <string.h>

struct MissingReports
{
  GTree *sums; /* MissingReport * -> itself */
};

static int
compare_missing (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const MissingReport *x = a, *y = b;
  return x->month != y->month ? x->month - y->month : strcmp (x->currency, y->currency);
}

MissingReports *
missing_reports_new (void)
{
  MissingReports *self = g_new0 (MissingReports, 1);

  self->sums = g_tree_new_full (compare_missing, NULL, NULL, g_free);
  return self;
}

void
missing_reports_free (MissingReports *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->sums);
  g_free (self);
}

static void
add (MissingReports *self, const MissingReport *more)
{
  MissingReport *sum = g_tree_lookup (self->sums, more);

  if (sum == NULL)
    {
      sum = g_memdup2 (more, sizeof *more);
      g_tree_insert (self->sums, sum, sum);
      return;
    }
  decimal_accumulate (&sum->credit, &more->credit);
  sum->first_line = position_first (sum->first_line, more->first_line);
  sum->first_usage = position_first (sum->first_usage, more->first_usage);
}

void
missing_reports_add (MissingReports *self, const MonthCell *cell)
{
  add (self, &(MissingReport){ .month = cell->month,
                               .currency = cell->currency,
                               .credit = cell->credit.invoice_credit,
                               .first_line = cell->credit.first_line,
                               .first_usage = cell->credit.first_usage });
}

static gboolean
add_from (gpointer data, gpointer value G_GNUC_UNUSED, gpointer to)
{
  add (to, data);
  return FALSE;
}

void
missing_reports_merge (MissingReports *self, const MissingReports *from)
{
  g_tree_foreach (from->sums, add_from, self);
}

static gboolean
append (gpointer data, gpointer value G_GNUC_UNUSED, gpointer list)
{
  g_ptr_array_add (list, data);
  return FALSE;
}

GPtrArray *
missing_reports_list (const MissingReports *self)
{
  GPtrArray *list = g_ptr_array_new ();

  g_tree_foreach (self->sums, append, list);
  return list;
}

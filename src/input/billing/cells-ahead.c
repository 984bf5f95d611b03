/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/cells.h"

/* The runs of a row: bound, asked for ahead of it, and taken. */

/* FALSE: its columns are not all there, or not beside each other. */
static gboolean
find_run (const Cells *self, const CellsRunRoles *roles, CellsRun *run)
{
  int first = G_MAXINT, last = -1;

  for (guint i = 0; i < roles->count; i++)
    {
      const int position = self->positions[roles->roles[i]];

      if (position < 0)
        return FALSE;
      first = MIN (first, position);
      last = MAX (last, position);
    }
  run->first = (guint) first;
  run->count = (guint) (last - first) + 1;
  return run->count == roles->count;
}

void
cells_bind_runs (Cells *self, const CellsRunRoles *runs, guint count)
{
  g_assert (count <= CELLS_RUNS_MAX);
  for (guint i = 0; i < count; i++)
    if (find_run (self, &runs[i], &self->runs[i]))
      {
        self->runs[i].runs = cell_runs_new ();
        self->runs[i].is_varied = runs[i].is_varied;
      }
}

void
cells_clear (Cells *self)
{
  for (guint i = 0; i < CELLS_RUNS_MAX; i++)
    g_clear_pointer (&self->runs[i].runs, cell_runs_free);
}

static inline gboolean
is_ahead (const CellsRun *run)
{
  return run->runs != NULL && run->is_varied;
}

void
cells_expect_row (const Cells *self, const Row *row, CellsAhead *ahead)
{
  for (guint i = 0; i < CELLS_RUNS_MAX; i++)
    {
      const CellsRun *run = &self->runs[i];
      if (is_ahead (run))
        ahead->keys[i]
            = cell_runs_expect (run->runs, row->raw, row->cells + run->first, run->count);
    }
}

void
cells_fetch_row (const Cells *self, const CellsAhead *ahead)
{
  for (guint i = 0; i < CELLS_RUNS_MAX; i++)
    if (is_ahead (&self->runs[i]))
      cell_runs_fetch (self->runs[i].runs, &ahead->keys[i]);
}

void
cells_take_row (Cells *self, const Row *row, const CellsAhead *ahead)
{
  CellsAhead own;

  if (ahead == NULL)
    {
      cells_expect_row (self, row, &own);
      ahead = &own;
    }
  for (guint i = 0; i < CELLS_RUNS_MAX; i++)
    if (is_ahead (&self->runs[i]))
      self->runs[i].key = ahead->keys[i];
  self->row = row;
  self->bad_role = ROLE_NONE;
  self->is_other_order = FALSE;
  self->noted_sign = FALSE;
}

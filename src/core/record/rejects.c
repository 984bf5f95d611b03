/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/rejects.h"

struct Rejects
{
  GArray *rows;
};

static void
reject_clear (gpointer data)
{
  Reject *reject = data;

  g_free (reject->file);
  g_free (reject->column);
  g_free (reject->reason);
  g_free (reject->raw);
}

Rejects *
rejects_new (void)
{
  Rejects *self = g_new0 (Rejects, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Reject));
  g_array_set_clear_func (self->rows, reject_clear);
  return self;
}

void
rejects_free (Rejects *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_free (self);
}

void
rejects_add (Rejects *self, const char *file, guint64 line, const char *column, const char *reason,
             Slice raw)
{
  const Reject reject = { .file = g_strdup (file),
                          .line = line,
                          .column = g_strdup (column),
                          .reason = g_strdup (reason),
                          .raw = slice_dup (raw) };
  g_array_append_val (self->rows, reject);
}

guint
rejects_count (const Rejects *self)
{
  return self->rows->len;
}

const Reject *
rejects_get (const Rejects *self, guint index)
{
  g_assert (index < self->rows->len);
  return &g_array_index (self->rows, Reject, index);
}

void
rejects_move (Rejects *self, Rejects *further)
{
  g_array_append_vals (self->rows, further->rows->data, further->rows->len);
  g_array_set_clear_func (further->rows, NULL); /* the texts belong to the other now */
  g_array_set_size (further->rows, 0);
  g_array_set_clear_func (further->rows, reject_clear);
}

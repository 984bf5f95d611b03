/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/baseline-reader.h"

#include "store/resolution-book.h"
#include "store/sealed-rows.h"

struct BaselineReader
{
  History *history; /* NULL: none */
};

BaselineReader *
baseline_reader_new (const HistoryOptions *options, GError **error)
{
  g_autoptr (BaselineReader) self = g_new0 (BaselineReader, 1);

  if (options->path == NULL)
    return g_steal_pointer (&self);
  self->history = history_open (options->path, HISTORY_READS, options->timeout, error);
  return self->history != NULL ? g_steal_pointer (&self) : NULL;
}

void
baseline_reader_free (BaselineReader *self)
{
  if (self == NULL)
    return;
  history_free (self->history);
  g_free (self);
}

Database *
baseline_reader_database (const BaselineReader *self)
{
  return self->history != NULL ? history_database (self->history) : NULL;
}

gboolean
baseline_reader_join (const BaselineReader *self, Month before, Books *books, GError **error)
{
  return self->history == NULL
         || sealed_rows_add (history_database (self->history), before, books, error);
}

gboolean
baseline_reader_resolve (const BaselineReader *self, Report *report, GError **error)
{
  return self->history == NULL
         || resolution_book_apply (history_database (self->history), report, error);
}

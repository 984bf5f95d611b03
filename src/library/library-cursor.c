/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <acorecon.h>

#include "base/printable.h"
#include "base/recon-error.h"
#include "library/library-error.h"
#include "library/library-report.h"
#include "output/table/report-csv.h"

struct AcoreconCursor
{
  const Report *report;
  const ReportTableInfo *info;
  guint table;
  gsize next;
  gconstpointer row; /* NULL: before the first, or beyond the last */
  ReportBuffer buffer;
  GPtrArray *texts; /* of char *, which have been asked for in this row */
};

static void
refuse_table (const char *name, AcoreconError **error)
{
  g_autofree char *shown = printable_text (name);

  library_error_take (error,
                      g_error_new (RECON_ERROR, RECON_ERROR_USAGE,
                                   "found \"%s\", expected the name of a table, as \"tieout\"",
                                   shown),
                      NULL);
}

AcoreconCursor *
acorecon_cursor_new (const AcoreconReport *report, const char *name, AcoreconError **error)
{
  library_error_begin (error);
  if (report == NULL || name == NULL)
    {
      library_error_misuse (error, __func__, report == NULL ? "a report" : "the name of a table");
      return NULL;
    }
  const gsize table = acorecon_report_find_table (report, name);
  if (table == acorecon_report_table_count (report))
    {
      refuse_table (name, error);
      return NULL;
    }
  AcoreconCursor *self = g_new0 (AcoreconCursor, 1);
  self->report = library_report_shown (report);
  self->info = library_report_table (report, table);
  self->table = (guint) table;
  self->texts = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
acorecon_cursor_free (AcoreconCursor *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->texts);
  g_free (self);
}

int
acorecon_cursor_next (AcoreconCursor *self)
{
  if (self == NULL)
    return 0;
  g_ptr_array_set_size (self->texts, 0);
  self->row = NULL;
  if (self->next >= report_row_count (self->report, self->table))
    return 0;
  self->row = report_read (self->report, self->table, self->next++, &self->buffer);
  return 1;
}

const char *
acorecon_cursor_cell (AcoreconCursor *self, size_t column)
{
  if (self == NULL || self->row == NULL)
    return NULL;
  const ReportColumn *found = library_report_column (self->info, column);
  char *text = found != NULL ? report_csv_cell (found, self->row) : NULL;
  if (text != NULL)
    g_ptr_array_add (self->texts, text);
  return text;
}

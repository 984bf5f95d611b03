/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/pack-form.h"

#include <string.h>

#include "output/folder-listing.h"
#include "output/table/report-csv.h"
#include "output/table/report-json.h"

/* With all white space taken out, a report of ours begins with this, its schema and a slash. */
#define START "{\"schema\":\""

void
pack_form_write_summary (const PackForm *self, const PackContent *content,
                         guint which G_GNUC_UNUSED, Sink *sink)
{
  const TextStyle style = { .width = TEXT_WIDTH_DEFAULT,
                            .all = content->plan->style.all,
                            .language = content->plan->style.language };
  g_autoptr (GString) text = g_string_new (NULL);

  self->render_text (content->report, &style, text);
  sink_append_bytes (sink, text->str, text->len);
}

void
pack_form_write_json (const PackForm *self G_GNUC_UNUSED, const PackContent *content,
                      guint which G_GNUC_UNUSED, Sink *sink)
{
  report_json_write (content->report, content->exit_status, sink);
}

void
pack_form_write_table (const PackForm *self G_GNUC_UNUSED, const PackContent *content, guint which,
                       Sink *sink)
{
  report_csv_write (content->report, which, sink);
}

/* (transfer full) */
static char *
file_name (const PackForm *self, const PackFile *file)
{
  if (file->name != NULL)
    return g_strdup (file->name);
  return g_strdelimit (g_strconcat (self->schema ()->tables[file->which].info.name, ".csv", NULL),
                       "_", '-');
}

gboolean
pack_form_is_name (const PackKind *kind, const char *name)
{
  const PackForm *self = (const PackForm *) (gconstpointer) kind;

  for (gsize i = 0; i < self->file_count; i++)
    {
      g_autofree char *own = file_name (self, &self->files[i]);

      if (g_str_equal (name, own))
        return TRUE;
    }
  return self->other != NULL && g_str_equal (name, self->other);
}

gboolean
pack_form_is_ours (const PackKind *kind, int folder)
{
  const PackForm *self = (const PackForm *) (gconstpointer) kind;
  const char *schema = self->schema ()->name;
  g_autofree char *start = g_strdup_printf (START "%.*s/", (int) strcspn (schema, "/"), schema);
  char head[256];
  gsize kept = 0;
  const gsize length = folder_listing_read_start (folder, self->json, head, sizeof head);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (head[i]))
      head[kept++] = head[i];
  return kept >= strlen (start) && memcmp (head, start, strlen (start)) == 0;
}

static gboolean
is_wanted (const PackFile *file, const PackContent *content)
{
  return file->wanted == NULL || file->wanted (content, file->which);
}

/* Rows that the file holds. A text and a page leave some out, and take no longer for that. */
static guint64
file_rows (const PackFile *file, const PackContent *content)
{
  guint64 rows = 0;

  if (file->write == pack_form_write_table)
    return report_row_count (content->report, file->which);
  for (guint i = 0; i < report_schema (content->report)->table_count; i++)
    rows += report_row_count (content->report, i);
  return rows;
}

static guint64
all_rows (const PackForm *self, const PackContent *content)
{
  guint64 rows = 0;

  for (gsize i = 0; i < self->file_count; i++)
    if (is_wanted (&self->files[i], content))
      rows += file_rows (&self->files[i], content);
  return rows;
}

gboolean
pack_form_write (const PackForm *self, const PackContent *content, OutputSet *output,
                 PackProgressFunc tell, gpointer tell_data, GError **error)
{
  const guint64 total = all_rows (self, content);
  const char *told = NULL;
  guint64 done = 0;

  for (gsize i = 0; i < self->file_count; i++)
    {
      const PackFile *file = &self->files[i];

      if (!is_wanted (file, content))
        continue;
      if (file->told != NULL && g_strcmp0 (file->told, told) != 0)
        tell (told = file->told, done, total, tell_data);
      g_autofree char *name = file_name (self, file);
      Sink *sink = output_set_open (output, name, error);
      if (sink == NULL)
        return FALSE;
      file->write (self, content, file->which, sink);
      done += file_rows (file, content);
    }
  return TRUE;
}

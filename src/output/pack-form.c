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
  const TextStyle style = { .width = TEXT_WIDTH_DEFAULT, .all = content->plan->style.all };
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

gboolean
pack_form_write (const PackForm *self, const PackContent *content, OutputSet *output,
                 PackProgressFunc tell, gpointer tell_data, GError **error)
{
  const char *told = NULL;

  for (gsize i = 0; i < self->file_count; i++)
    {
      const PackFile *file = &self->files[i];

      if (file->wanted != NULL && !file->wanted (content, file->which))
        continue;
      if (file->told != NULL && g_strcmp0 (file->told, told) != 0)
        tell (tell_data, told = file->told);
      g_autofree char *name = file_name (self, file);
      Sink *sink = output_set_open (output, name, error);
      if (sink == NULL)
        return FALSE;
      file->write (self, content, file->which, sink);
    }
  return TRUE;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/content-digest.h"

#include <string.h>

#include "store/history-layout.h"

/* A tab between cells, a line end after rows: texts that hold such say so otherwise. */
static void
append_escaped (GString *line, const char *text)
{
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '\\':
        g_string_append (line, "\\\\");
        break;
      case '\t':
        g_string_append (line, "\\t");
        break;
      case '\n':
        g_string_append (line, "\\n");
        break;
      case '\r':
        g_string_append (line, "\\r");
        break;
      default:
        g_string_append_c (line, *text);
        break;
      }
}

static char *
line_of_row (DatabaseQuery *query, guint columns)
{
  GString *line = g_string_sized_new (256);

  for (guint i = 0; i < columns; i++)
    {
      const char *text = database_query_text (query, i);

      if (i > 0)
        g_string_append_c (line, '\t');
      if (text != NULL)
        append_escaped (line, text);
      else
        g_string_append (line, "\\N");
    }
  return g_string_free (line, FALSE);
}

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
add_table (GChecksum *sum, DatabaseQuery *query, const ContentLayout *layout, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GError *failure = NULL;

  while (database_query_next (query, &failure))
    g_ptr_array_add (lines, line_of_row (query, layout->columns));
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_ptr_array_sort (lines, compare_lines);
  g_checksum_update (sum, (const guchar *) layout->name, (gssize) strlen (layout->name));
  g_checksum_update (sum, (const guchar *) "\n", 1);
  for (guint i = 0; i < lines->len; i++)
    {
      g_checksum_update (sum, g_ptr_array_index (lines, i), -1);
      g_checksum_update (sum, (const guchar *) "\n", 1);
    }
  return TRUE;
}

char *
content_digest (Database *database, const char *month, gint64 version, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint table = 0; table < CONTENT_TABLE_COUNT; table++)
    {
      const ContentLayout *layout = history_layout_content (table);
      g_autoptr (DatabaseQuery) query = database_query_new (database, layout->select, error);

      if (query == NULL)
        return NULL;
      database_query_bind_text (query, 1, month);
      database_query_bind_number (query, 2, version);
      if (!add_table (sum, query, layout, error))
        return NULL;
    }
  return g_strdup (g_checksum_get_string (sum));
}

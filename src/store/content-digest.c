/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/content-digest.h"

#include <string.h>

#include "store/history-layout.h"

static char
letter_of (char escaped)
{
  switch (escaped)
    {
    case '\t':
      return 't';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    default:
      return escaped;
    }
}

/* A tab between cells, a line end after rows: texts that hold such say so otherwise. */
static void
append_escaped (GString *line, const char *text)
{
  for (gsize plain = strcspn (text, "\\\t\n\r");; plain = strcspn (text, "\\\t\n\r"))
    {
      g_string_append_len (line, text, (gssize) plain);
      text += plain;
      if (*text == '\0')
        return;
      g_string_append_c (line, '\\');
      g_string_append_c (line, letter_of (*text++));
    }
}

static void
append_row (GString *lines, DatabaseQuery *query, guint columns)
{
  for (guint i = 0; i < columns; i++)
    {
      const char *text = database_query_text (query, i);

      if (i > 0)
        g_string_append_c (lines, '\t');
      if (text != NULL)
        append_escaped (lines, text);
      else
        g_string_append (lines, "\\N");
    }
}

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The rows as lines that end with a NUL; NULL with @error. */
static GString *
read_lines (DatabaseQuery *query, const ContentLayout *layout, GArray *starts, GError **error)
{
  GString *lines = g_string_sized_new (1 << 16);
  GError *failure = NULL;

  while (database_query_next (query, &failure))
    {
      g_array_append_val (starts, lines->len);
      append_row (lines, query, layout->columns);
      g_string_append_c (lines, '\0');
    }
  if (failure == NULL)
    return lines;
  g_propagate_error (error, failure);
  g_string_free (lines, TRUE);
  return NULL;
}

static gboolean
add_table (GChecksum *sum, DatabaseQuery *query, const ContentLayout *layout, GError **error)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GString) lines = read_lines (query, layout, starts, error);
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (starts->len);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < starts->len; i++)
    g_ptr_array_add (sorted, lines->str + g_array_index (starts, gsize, i));
  g_ptr_array_sort (sorted, compare_lines);
  g_checksum_update (sum, (const guchar *) layout->name, (gssize) strlen (layout->name));
  g_checksum_update (sum, (const guchar *) "\n", 1);
  for (guint i = 0; i < sorted->len; i++)
    {
      char *line = g_ptr_array_index (sorted, i);
      const gsize length = strlen (line);

      line[length] = '\n';
      g_checksum_update (sum, (const guchar *) line, (gssize) length + 1);
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

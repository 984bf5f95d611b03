/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/separator.h"

#include <string.h>

#include "input/billing/header-kind.h"
#include "input/rows/csv-reader.h"

static gssize
read_slice (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  Slice *rest = data;
  const gsize count = MIN (size, rest->length);

  memcpy (buffer, rest->text, count);
  rest->text += count;
  rest->length -= count;
  return (gssize) count;
}

static gboolean
fits (Slice line, char separator, const ColumnMap *map)
{
  g_autoptr (CsvReader) reader = csv_reader_new ("", separator, read_slice, &line);
  const Row *row;

  if (csv_reader_next (reader, &row, NULL) != CSV_ROW)
    return FALSE;
  g_autoptr (Header) header = header_new (row, map, "", NULL);
  return header != NULL && header_kind_find (header, "", row->line, map, NULL) != NULL;
}

char
separator_of_header (Slice line, char preferred, const ColumnMap *map)
{
  static const char candidates[] = { ',', ';', '\t' };

  if (fits (line, preferred, map))
    return preferred;
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (memchr (line.text, candidates[i], line.length) != NULL && fits (line, candidates[i], map))
      return candidates[i];
  return preferred;
}

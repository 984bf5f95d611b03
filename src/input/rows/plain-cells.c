/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/plain-cells.h"

#include <string.h>

/* Where @byte stands in @line from @from on, or @length. */
static gsize
find (const char *line, gsize from, gsize length, char byte)
{
  const char *found = from < length ? memchr (line + from, byte, length - from) : NULL;
  return found != NULL ? (gsize) (found - line) : length;
}

gsize
plain_cells_take (const char *line, gsize length, char separator, CellFunc on_cell, gpointer data)
{
  gsize quote = find (line, 0, length, '"'); /* the next one, not before the cell */
  gsize cell = 0;

  while (cell <= length)
    {
      const gboolean quoted = cell == quote && quote < length;
      const gsize start = quoted ? cell + 1 : cell;
      const gsize stop = find (line, start, length, quoted ? '"' : separator);
      const gsize next = quoted ? stop + 1 : stop; /* the separator behind the cell */

      /* Never closed, with quotes or text behind the closing one, or with a quote inside. */
      if (quoted ? stop == length || (next < length && line[next] != separator) : quote < stop)
        return cell;
      on_cell (line + start, stop - start, data);
      if (quoted)
        quote = find (line, next, length, '"');
      cell = next + 1;
    }
  return length + 1;
}

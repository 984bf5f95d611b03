/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/table-layout.h"

#define SHRUNK_WIDTH_MIN 10  /* less tells no customer from another */
#define SHRUNK_WIDTH_GOOD 14 /* below it, blanks between columns are given up first */

/* Takes columns from the widest that may shrink until the line fits or none is above @floor. */
static gboolean
shrink_to_fit (TableLayoutColumn *columns, guint count, gsize line_width, gsize gap, gsize floor)
{
  for (;;)
    {
      gsize total = 0, shown = 0;
      TableLayoutColumn *widest = NULL;

      for (guint i = 0; i < count; i++)
        {
          TableLayoutColumn *column = &columns[i];

          total += column->width;
          shown += column->width > 0;
          if (column->shrinks && column->width > floor
              && (widest == NULL || column->width > widest->width))
            widest = column;
        }
      if (total + (MAX (shown, 1) - 1) * gap <= line_width)
        return TRUE;
      if (widest == NULL)
        return FALSE;
      widest->width--;
    }
}

/* Without the spare columns from @end on. */
static gboolean
try_layout (TableLayoutColumn *columns, guint count, guint end, gsize line_width, gsize gap)
{
  for (guint i = 0; i < count; i++)
    columns[i].width = columns[i].spare && i >= end ? 0 : columns[i].natural;
  return shrink_to_fit (columns, count, line_width, gap,
                        gap == 2 ? SHRUNK_WIDTH_GOOD : SHRUNK_WIDTH_MIN);
}

gsize
table_layout_fit (TableLayoutColumn *columns, guint count, gsize line_width)
{
  for (guint end = count;; end--)
    {
      if (end < count && !columns[end].spare)
        {
          if (end == 0)
            break;
          continue;
        }
      for (gsize gap = 2; gap >= 1; gap--)
        if (try_layout (columns, count, end, line_width, gap))
          return gap;
      if (end == 0)
        break;
    }
  /* It may as well be easy to read. */
  (void) try_layout (columns, count, count, line_width, 2);
  return 2;
}

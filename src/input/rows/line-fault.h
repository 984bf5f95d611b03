/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_LINE_FAULT_H
#define INPUT_ROWS_LINE_FAULT_H

#include "base/slice.h"

/** What is wrong with a line of CSV as text, before its cells are cut (spec section 2, "CSV"). */

/** Of the first line: the length of its byte-order mark, and whether it is that of UTF-16. */
gsize line_fault_mark_length (Slice line);
const char *line_fault_of_mark (Slice line);

/** @line is without its end; @is_quoted: it begins inside quotes. NULL: nothing; else static. */
const char *line_fault (Slice line, gboolean is_quoted);

/** At most one line end is taken off, and a CR only before its LF. */
static inline Slice
line_fault_without_end (Slice line)
{
  const gsize length = line.length;

  if (length > 0 && line.text[length - 1] == '\n')
    line.length -= length > 1 && line.text[length - 2] == '\r' ? 2 : 1;
  return line;
}

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_RECORD_POSITION_H
#define CORE_RECORD_POSITION_H

#include <glib.h>

/**
 * Where a record stands: its file's place in the order of reading and its physical line. Positions
 * are ordered as they were read, so that "the first" is the same however the reading was cut up.
 */
typedef struct
{
  guint32 file; /* index into the inputs, from 0 */
  guint64 line; /* from 1; 0: no position */
} Position;

static inline gboolean
position_is_set (Position position)
{
  return position.line != 0;
}

static inline int
position_compare (Position a, Position b)
{
  if (a.file != b.file)
    return a.file < b.file ? -1 : 1;
  return a.line < b.line ? -1 : a.line > b.line;
}

/** The earlier of two; an unset one counts as none. */
static inline Position
position_first (Position a, Position b)
{
  if (!position_is_set (a) || !position_is_set (b))
    return position_is_set (a) ? a : b;
  return position_compare (a, b) <= 0 ? a : b;
}

#endif

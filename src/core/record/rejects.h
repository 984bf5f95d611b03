/* SPDX-License-Identifier: MIT */
#ifndef CORE_RECORD_REJECTS_H
#define CORE_RECORD_REJECTS_H

#include "base/slice.h"
#include "core/record/position.h"

/**
 * Rejects: the bad rows of a run, in reading order (spec section 2, "Bad rows"). With --keep-going
 * they are set aside and go to the rejects file, raw text and all; without it the first few are
 * named and the run is refused. Memory follows the rows set aside.
 */
typedef struct Rejects Rejects;

typedef struct
{
  char *file;
  guint64 line;
  char *column; /* the header name, or NULL when the row as a whole is bad */
  char *reason; /* "column "Subtotal": found "1,2x", expected a number like 1234.56" */
  char *raw;    /* the record as it stands in the file */
} Reject;

Rejects *rejects_new (void);
void rejects_free (Rejects *self); /* NULL is fine */

/** Takes copies. @column may be NULL. */
void rejects_add (Rejects *self, const char *file, guint64 line, const char *column,
                  const char *reason, Slice raw);
guint rejects_count (const Rejects *self);
const Reject *rejects_get (const Rejects *self, guint index);
/** Appends all of @further, which is left empty. */
void rejects_move (Rejects *self, Rejects *further);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rejects, rejects_free)

#endif

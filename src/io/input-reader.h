/* SPDX-License-Identifier: MIT */
#ifndef IO_INPUT_READER_H
#define IO_INPUT_READER_H

#include "core/books.h"
#include "io/cells.h"
#include "io/input-set.h"
#include "io/rejects.h"

/**
 * InputReader: the files of an input set, read one after the other into books. One pass, one row
 * at a time; memory follows what the books keep. Knows how a file is read, none of the rules.
 */

/** Told after every file and every few MiB; @done of @total bytes are read. */
typedef void (*ReadProgressFunc) (guint64 done, guint64 total, gpointer user_data);

/** What the person who runs the program decided about reading; all borrowed. */
typedef struct
{
  CellFormat format;
  char separator;
  const ColumnMap *map;
  const char *const *aco_reasons; /* NULL-terminated, trimmed, in lower case; may be NULL */
  gboolean keep_going;            /* set bad rows aside */
  gboolean wants_digests;         /* the SHA-256 of every input will be shown */
  ReadProgressFunc progress;      /* may be NULL */
  gpointer progress_data;
} ReadPlan;

/** How many bad rows are named before the run is refused. */
#define BAD_ROWS_NAMED_MAX 20

/**
 * Reads all files of @inputs into @books, whose pair key is @key. FALSE with RECON_ERROR_INPUT
 * when a file is refused, or when there are bad rows and the plan does not keep going; @rejects
 * then holds the bad rows to be named, at most BAD_ROWS_NAMED_MAX.
 */
gboolean input_reader_read (const InputSet *inputs, const ReadPlan *plan, const HashKey *key,
                            Books *books, Rejects *rejects, GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_RECORD_H
#define FUZZ_RECORD_H

#include <csv.h>

#include "fuzz-target.h"

/*
 * The first record of a text by a plain loop of libcsv, for targets that want one record and not a
 * reader with its large buffers. Made once and used again.
 */

#define FUZZ_RECORD_CELLS 512

typedef struct
{
  GString *text; /* of its cells */
  Slice cells[FUZZ_RECORD_CELLS];
  guint count;
  gboolean is_whole; /* its end was seen */
} FuzzRecord;

static inline void
fuzz_record_on_cell (void *text, size_t length, void *data)
{
  FuzzRecord *self = data;

  if (self->is_whole || self->count == FUZZ_RECORD_CELLS)
    return;
  /* The bytes may move: until the end cells say only how long they are. */
  self->cells[self->count++] = (Slice){ NULL, length };
  g_string_append_len (self->text, text, (gssize) length);
}

static inline void
fuzz_record_on_row (int terminator G_GNUC_UNUSED, void *data)
{
  ((FuzzRecord *) data)->is_whole = TRUE;
}

static inline int
fuzz_record_is_space (unsigned char byte G_GNUC_UNUSED)
{
  return 0;
}

/** FALSE: libcsv refuses the text, or it has no record, or one of very many cells. */
static inline gboolean
fuzz_record_read (FuzzRecord *self, Slice text, char separator)
{
  struct csv_parser parser;

  if (self->text == NULL)
    self->text = g_string_new (NULL);
  g_string_truncate (self->text, 0);
  self->count = 0;
  self->is_whole = FALSE;
  REQUIRE (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI) == 0);
  csv_set_delim (&parser, (guchar) separator);
  csv_set_space_func (&parser, fuzz_record_is_space);
  csv_set_blk_size (&parser, 1024);
  const gboolean taken
      = csv_parse (&parser, text.text, text.length, fuzz_record_on_cell, fuzz_record_on_row, self)
            == text.length
        && csv_fini (&parser, fuzz_record_on_cell, fuzz_record_on_row, self) == 0;
  csv_free (&parser);
  for (guint i = 0; i < self->count; i++)
    self->cells[i].text
        = i > 0 ? self->cells[i - 1].text + self->cells[i - 1].length : self->text->str;
  return taken && self->is_whole && self->count < FUZZ_RECORD_CELLS;
}

#endif

/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_CSV_WINDOW_H
#define INPUT_ROWS_CSV_WINDOW_H

#include "input/bytes/read-func.h"

/**
 * CsvWindow: the part of a stream that csv-reader looks at, in one piece: the current record, what
 * of the next ones was read with it. For csv-reader alone, which moves @record and @fed.
 *
 * Memory: 256 KiB, and up to a little more than CSV_RECORD_BYTES_MAX for a record that is longer.
 */
typedef struct
{
  ReadFunc read;
  void *stream;
  gboolean stream_ended;
  char *buffer;
  gsize capacity;
  gsize filled; /* bytes in the buffer */
  gsize record; /* offset of the current record */
  gsize fed;    /* offset of the next line; what precedes it was handed out or judged */
  gsize looked; /* there is no LF from fed up to here */
} CsvWindow;

/** @stream is borrowed. */
void csv_window_init (CsvWindow *self, ReadFunc read, void *stream);
void csv_window_clear (CsvWindow *self);

/** Drops what precedes the current record; TRUE: what follows moved to the beginning. */
gboolean csv_window_drop_earlier (CsvWindow *self);
/** The current record takes all the room there may ever be. */
gboolean csv_window_is_full (const CsvWindow *self);
/** Reads once into a window that is not full; the end of the stream is no failure. */
gboolean csv_window_fill (CsvWindow *self, GError **error);

/**
 * The length of the next line with its LF, or of what the stream ends with, perhaps nothing. FALSE:
 * more is to be read.
 */
gboolean csv_window_find_line (CsvWindow *self, gsize *length);
/** Of a last line, which has no end: programs of old end a file with Ctrl-Z. */
void csv_window_drop_end_of_file (CsvWindow *self, gsize *length);

#endif

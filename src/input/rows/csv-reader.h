/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_CSV_READER_H
#define INPUT_ROWS_CSV_READER_H

#include <glib.h>

#include "input/bytes/limits.h"
#include "input/bytes/read-func.h"
#include "input/rows/row.h"

/**
 * CsvReader: a stream of bytes in, rows with their line numbers out. The dialect is RFC 4180 held
 * strictly (spec section 2, "CSV"): LF and CRLF, a byte-order mark is dropped, blank lines are
 * skipped and so is one Ctrl-Z at the very end, no trimming. Does not know what columns mean and
 * does not compare cell counts.
 *
 * Regular records are found by csv-scan; libcsv (csv-judge) is the judge of all others, and only it
 * says what is wrong. Which of them reads a record makes no difference but for the time.
 *
 * Memory: a read buffer of 256 KiB and about as much for what is known of it, however long the
 * stream is; it grows, up to 4 MiB, and so does what the judge keeps, when a record is longer.
 */

typedef struct CsvReader CsvReader;

typedef enum
{
  CSV_ROW,
  CSV_END,
  CSV_REFUSED
} CsvStep;

/**
 * @name: how messages name the stream (copied). @stream is borrowed and must outlive the reader.
 * @separator: ',' or ';' or '\t'; a first line like "sep=|" is skipped and names another.
 */
CsvReader *csv_reader_new (const char *name, char separator, ReadFunc read, void *stream);
void csv_reader_free (CsvReader *self); /* NULL is fine */

/**
 * From the next row on only these columns are handed out, before that all: @columns are 0-based,
 * ascending, @count of them (copied).
 */
void csv_reader_want (CsvReader *self, const guint *columns, gsize count);

/**
 * CSV_ROW: *row is the next record. CSV_END: the stream ended after a whole record.
 * CSV_REFUSED: @error (RECON_ERROR_INPUT) says "NAME:LINE: what was found; what was expected", or
 * is what the read function set; every later call is CSV_REFUSED too (with a copy of it). LINE is
 * the physical line of the offending byte; for an unclosed quote and what passes a limit, which
 * show only later, the line on which the record begins.
 * Refused are: an unclosed quote, text after a closing quote, a quote inside an unquoted cell, a
 * lone CR outside quotes, a NUL byte, invalid UTF-8, and what passes the CSV limits of
 * limits.h.
 */
CsvStep csv_reader_next (CsvReader *self, const Row **row, GError **error);

/**
 * The same for as many rows as lie in memory together, at most @most and ROWS_TOGETHER_MAX: *rows
 * are *count of them, at least 1, all valid until the next call. Where rows are cut off depends on
 * how the stream was read, what they are does not.
 */
CsvStep csv_reader_next_rows (CsvReader *self, guint most, const Row **rows, guint *count,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsvReader, csv_reader_free)

#endif

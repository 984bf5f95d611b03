/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_CSV_SCAN_H
#define INPUT_ROWS_CSV_SCAN_H

#include "base/slice.h"
#include "input/rows/csv-scan-body.h"

/**
 * CsvScan: where the records of a text of CSV end, and their cells, found 64 bytes at a time. It
 * tells what is surely regular in the dialect of csv-reader; what is not, it marks, and libcsv is
 * the judge of it. It copies no text and keeps none: offsets are in bytes from where the text
 * begins, which must be the beginning of a record.
 *
 * It looks at CSV_SCAN_BYTES_MAX of a text, so that its arrays stay in the processor's cache: they
 * grow with the text to 2 MiB of address space, of which a usual file touches 150 KiB.
 */
typedef struct CsvScan CsvScan;

#define CSV_SCAN_BYTES_MAX (256 * 1024)

/** A record that ends with LF, outside quotes. */
typedef struct
{
  gsize start;
  gsize end;           /* its LF */
  const guint32 *ends; /* of its cells, borrowed: of each the separator or LF behind it */
  gsize cell_count;    /* at least 1; a blank line has one empty cell */
  guint8 flags;        /* CsvScanFlags, of the chunks in which it lies: maybe of a neighbour */
} CsvScanRecord;

/** @separator: an ASCII character other than a quote, CR, LF and NUL. */
CsvScan *csv_scan_new (CsvScanBody body, char separator);
void csv_scan_free (CsvScan *self); /* NULL is fine */

/** A new text. */
void csv_scan_restart (CsvScan *self);

/**
 * The text: what it was before, with more behind it, @length bytes in all, of which no more than
 * CSV_SCAN_BYTES_MAX are looked at.
 */
void csv_scan_add (CsvScan *self, const char *text, gsize length);

/** How much of the text was looked at. */
gsize csv_scan_length (const CsvScan *self);

/** The next record; FALSE: the text holds no further whole one. */
gboolean csv_scan_next (CsvScan *self, CsvScanRecord *record);

/** Puts back @record, which csv_scan_next() gave last. */
void csv_scan_put_back (CsvScan *self, const CsvScanRecord *record);

/** Where the next record begins. */
gsize csv_scan_position (const CsvScan *self);

/**
 * The text behind that has what may be wrong and can be told already: an irregular place, or in a
 * record of several lines a byte above 127.
 */
gboolean csv_scan_rest_is_doubtful (const CsvScan *self);

/** What of the record is UTF-8 as soon as all of it is: without a byte above 127 at its ends. */
Slice csv_scan_high_part (const CsvScan *self, const CsvScanRecord *record, const char *text);

/** A cell as it stands in the text, without the line end: with its quotes. */
static inline Slice
csv_scan_cell (const CsvScanRecord *record, const char *text, gsize column)
{
  const gsize start = column == 0 ? record->start : (gsize) record->ends[column - 1] + 1;
  gsize end = record->ends[column];

  if (end == record->end && end > start && text[end - 1] == '\r')
    end--;
  return (Slice){ text + start, end - start };
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsvScan, csv_scan_free)

#endif

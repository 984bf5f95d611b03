/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_CSV_SCAN_BODY_H
#define INPUT_ROWS_CSV_SCAN_BODY_H

#include <glib.h>

/**
 * The innermost loop of csv-scan: 64 bytes become six bit masks (quotes, separators, LF, CR, NUL,
 * bytes above 127), and those become ends of cells, ends of records and doubts. The masks are made
 * by one of four bodies, each with the same result; which of them a processor has, it tells at run
 * time.
 */

#define CSV_SCAN_CHUNK 64

typedef enum
{
  CSV_SCAN_NONE, /* words of 64 bits: on every processor */
  CSV_SCAN_SSE2,
  CSV_SCAN_AVX2,
  CSV_SCAN_AVX512 /* with VBMI2 */
} CsvScanBody;
#define CSV_SCAN_BODIES 4

/** What is said of the bytes of a chunk. */
typedef enum
{
  CSV_SCAN_IRREGULAR = 1, /* a NUL, a lone CR outside quotes, or a quote where none may stand */
  CSV_SCAN_HIGH = 2,      /* a byte above 127 */
  CSV_SCAN_INNER_LF = 4   /* a LF inside quotes */
} CsvScanFlags;

/**
 * What was found so far in a text that begins with a record. All offsets are in bytes from there.
 * The arrays belong to the caller; the ends need CSV_SCAN_CHUNK of room beyond what is found.
 */
typedef struct
{
  guint32 *ends; /* the separator or LF behind each cell */
  gsize end_count;
  guint32 *records; /* how many ends there are up to and with that of each record */
  gsize record_count;
  guint8 *flags; /* CsvScanFlags, one for each chunk */
  gsize chunk_count;
  guint64 inside;         /* all ones while the text is inside quotes, else 0 */
  guint64 after_boundary; /* 1 when the last byte was a separator, a LF or a quote; else 0 */
  guint64 after_closing;  /* likewise a quote that closed */
  guint64 after_return;   /* likewise a CR outside quotes */
} CsvScanIndex;

/** The processor has it. */
gboolean csv_scan_body_is_available (CsvScanBody body);

/**
 * The fastest there is; or the one that ACORECON_SIMD names ("none", "sse2", "avx2"). The variable
 * is for tests and measurements, no result depends on it: a name that is unknown or of a body that
 * this processor lacks is passed over.
 */
CsvScanBody csv_scan_body_chosen (void);

/** Goes on with @chunk_count chunks at @text. @separator is an ASCII character. */
void csv_scan_body_run (CsvScanBody body, char separator, const char *text, gsize chunk_count,
                        CsvScanIndex *index);

#endif

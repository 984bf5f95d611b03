/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <csv.h>

#include "fuzz-target.h"
#include "input/bytes/limits.h"
#include "input/rows/csv-cells.h"
#include "input/rows/csv-scan.h"

/*
 * The scan against a plain loop of libcsv over the same text. A record that the scan does not mark
 * as irregular has the cells that libcsv finds; where libcsv takes all of the text, and it has
 * neither a NUL nor a lone CR, the scan marks nothing and misses no record. All bodies of the scan
 * find the same, and it makes no difference in how many pieces the text comes.
 *
 * Choices: the body; the separator; three that fuzz-csv-block reads; the rest are lengths of
 * pieces.
 */

static const char separators[] = { ',', ';', '\t', '|', 'a', ' ' };

typedef struct
{
  Slice text;
  char separator;
  CsvScanBody body;
  Slice pieces;
} Case;

/* The plain loop. Tables that are needed again and again are made once. */

typedef struct
{
  GString *text; /* of all cells */
  GArray *cells; /* of gsize: where each ends in it */
  GArray *rows;  /* of guint: how many cells there are before the end of each */
  gboolean took_all;
} Oracle;

static void
on_cell (void *text, size_t length, void *data)
{
  Oracle *self = data;

  g_string_append_len (self->text, text, (gssize) length);
  g_array_append_val (self->cells, self->text->len);
}

static void
on_row (int terminator G_GNUC_UNUSED, void *data)
{
  Oracle *self = data;

  g_array_append_val (self->rows, self->cells->len);
}

static int
is_space (unsigned char byte G_GNUC_UNUSED)
{
  return 0;
}

static Oracle *
oracle_of_run (void)
{
  static Oracle self;

  if (self.text == NULL)
    self = (Oracle){ .text = g_string_new (NULL),
                     .cells = g_array_new (FALSE, FALSE, sizeof (gsize)),
                     .rows = g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_string_truncate (self.text, 0);
  g_array_set_size (self.cells, 0);
  g_array_set_size (self.rows, 0);
  return &self;
}

/* A NUL is nothing that the scan takes for regular, and so the end of what is compared. */
static const Oracle *
read_plainly (const Case *this)
{
  Oracle *oracle = oracle_of_run ();
  const char *nul = memchr (this->text.text, '\0', this->text.length);
  const gsize length = nul != NULL ? (gsize) (nul - this->text.text) : this->text.length;
  struct csv_parser parser;

  REQUIRE (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI) == 0);
  csv_set_delim (&parser, (guchar) this->separator);
  csv_set_space_func (&parser, is_space);
  csv_set_blk_size (&parser, 1024);
  oracle->took_all = csv_parse (&parser, this->text.text, length, on_cell, on_row, oracle) == length
                     && nul == NULL;
  csv_free (&parser);
  return oracle;
}

static void
require_row (const Oracle *oracle, guint row, const Slice *cells, gsize count)
{
  REQUIRE (row < oracle->rows->len);
  const guint first = row > 0 ? g_array_index (oracle->rows, guint, row - 1) : 0;
  REQUIRE (g_array_index (oracle->rows, guint, row) - first == count);
  for (gsize i = 0; i < count; i++)
    {
      const guint cell = first + (guint) i;
      const gsize start = cell > 0 ? g_array_index (oracle->cells, gsize, cell - 1) : 0;

      REQUIRE (g_array_index (oracle->cells, gsize, cell) - start == cells[i].length);
      REQUIRE (memcmp (oracle->text->str + start, cells[i].text, cells[i].length) == 0);
    }
}

/* libcsv takes a lone CR for the end of a row. */
static gboolean
has_lone_return (Slice text)
{
  gboolean quoted = FALSE;

  for (gsize i = 0; i + 1 < text.length; i++)
    {
      if (text.text[i] == '"')
        quoted = !quoted;
      if (!quoted && text.text[i] == '\r' && text.text[i + 1] != '\n')
        return TRUE;
    }
  return FALSE;
}

/* The scan. */

static CsvScan *
scan_of_run (const Case *this, CsvScanBody body, gboolean is_other)
{
  static CsvScan *scans[2][CSV_SCAN_BODIES][G_N_ELEMENTS (separators)];
  const gsize place
      = (gsize) ((const char *) memchr (separators, this->separator, sizeof separators)
                 - separators);
  CsvScan **scan = &scans[is_other][body][place];

  if (*scan == NULL)
    *scan = csv_scan_new (body, this->separator);
  csv_scan_restart (*scan);
  return *scan;
}

/* Each piece looks at its last chunk again, so there are few. */
static void
add_text (const Case *this, CsvScan *scan, Slice pieces)
{
  static const gsize most = 8;
  gsize seen = 0;

  for (gsize i = 0; i < MIN (most, pieces.length) && seen < this->text.length; i++)
    {
      seen += 1 + (gsize) (guchar) (pieces.text[i] - '0');
      seen = MIN (seen, this->text.length);
      csv_scan_add (scan, this->text.text, seen);
    }
  csv_scan_add (scan, this->text.text, this->text.length);
}

static gboolean
is_regular (const CsvScanRecord *record)
{
  return (record->flags & CSV_SCAN_IRREGULAR) == 0 && record->cell_count <= CSV_COLUMNS_MAX;
}

/* Of records that are irregular nothing but the end is told. */
static void
require_same (const CsvScanRecord *a, const CsvScanRecord *b)
{
  REQUIRE (a->start == b->start && a->end == b->end && is_regular (a) == is_regular (b));
  if (!is_regular (a))
    return;
  REQUIRE (a->cell_count == b->cell_count);
  REQUIRE (memcmp (a->ends, b->ends, a->cell_count * sizeof a->ends[0]) == 0);
}

/* A blank line, of which libcsv makes nothing. No other regular record begins with a line end. */
static gboolean
is_blank (const Case *this, const CsvScanRecord *record)
{
  const char first = this->text.text[record->start];

  return first == '\n' || first == '\r';
}

/* How many rows of the oracle there were; *all_regular: the scan had no doubt. */
static guint
compare_records (const Case *this, CsvScan *scan, CsvScan *other, const Oracle *oracle,
                 gboolean *all_regular)
{
  static CsvCells *cells;
  CsvScanRecord record, same;
  guint row = 0;

  if (cells == NULL)
    cells = csv_cells_new ();
  *all_regular = TRUE;
  while (csv_scan_next (scan, &record))
    {
      REQUIRE (csv_scan_next (other, &same));
      require_same (&record, &same);
      *all_regular = *all_regular && is_regular (&record);
      if (!*all_regular || is_blank (this, &record))
        continue;
      const Slice *taken = csv_cells_take_scanned (cells, &record, this->text.text);
      require_row (oracle, row++, taken, record.cell_count);
    }
  REQUIRE (!csv_scan_next (other, &same));
  return row;
}

static void
check_scans (const Case *this)
{
  CsvScan *scan = scan_of_run (this, this->body, FALSE);
  CsvScan *other = scan_of_run (this, CSV_SCAN_NONE, TRUE);
  const Oracle *oracle = read_plainly (this);
  gboolean all_regular;

  add_text (this, scan, (Slice){ "", 0 });
  add_text (this, other, this->pieces);
  const guint rows = compare_records (this, scan, other, oracle, &all_regular);
  if (oracle->took_all && !has_lone_return (this->text))
    {
      const gboolean ends_with_return
          = this->text.length > 0 && this->text.text[this->text.length - 1] == '\r';

      REQUIRE (all_regular);
      REQUIRE (rows == oracle->rows->len || (ends_with_return && rows + 1 == oracle->rows->len));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  Case this = { .body = CSV_SCAN_NONE };
  Choices choices = take_choices (data, size, &this.text);

  this.body = (CsvScanBody) choose (&choices, CSV_SCAN_BODIES);
  if (!csv_scan_body_is_available (this.body))
    this.body = CSV_SCAN_NONE;
  this.separator = separators[choose (&choices, G_N_ELEMENTS (separators))];
  for (guint i = 0; i < 3; i++)
    (void) choose (&choices, 64);
  this.pieces = (Slice){ choices.at, choices.left };
  check_scans (&this);
  return 0;
}

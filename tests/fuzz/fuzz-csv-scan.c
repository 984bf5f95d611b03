/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <csv.h>

#include "fuzz-stream.h"
#include "input/rows/csv-cells.h"
#include "input/rows/csv-reader.h"

/*
 * The scan against a plain loop of libcsv over the same text. A record that the scan does not mark
 * as irregular has the cells that libcsv finds; where libcsv takes all of the text, and it has
 * neither a NUL nor a lone CR, the scan marks nothing and misses no record. All bodies of the scan
 * find the same, and it makes no difference in how many pieces the text comes. What the reader
 * tells of it is the same wherever the text lies in the reader's block.
 *
 * Choices: the body; the separator; whether the reader is asked, and how far before the end of its
 * block the text begins (two); the rest are lengths of pieces.
 */

static const char separators[] = { ',', ';', '\t', '|', 'a', ' ' };

typedef struct
{
  Slice text;
  char separator;
  CsvScanBody body;
  Slice pieces;
} Case;

static void
append_cell (GString *out, Slice cell)
{
  g_string_append_printf (out, "[%" G_GSIZE_FORMAT ":", cell.length);
  g_string_append_len (out, cell.text, (gssize) cell.length);
  g_string_append_c (out, ']');
}

/* The plain loop. */

typedef struct
{
  GString *row;
  GPtrArray *rows;
  gboolean took_all;
} Oracle;

static void
on_cell (void *text, size_t length, void *data)
{
  append_cell (((Oracle *) data)->row, (Slice){ text, length });
}

static void
on_row (int terminator G_GNUC_UNUSED, void *data)
{
  Oracle *self = data;

  g_ptr_array_add (self->rows, g_strdup (self->row->str));
  g_string_truncate (self->row, 0);
}

static int
is_space (unsigned char byte G_GNUC_UNUSED)
{
  return 0;
}

/* NUL would end the texts that are compared. */
static void
read_plainly (const Case *this, Oracle *oracle)
{
  const char *nul = memchr (this->text.text, '\0', this->text.length);
  const gsize length = nul != NULL ? (gsize) (nul - this->text.text) : this->text.length;
  struct csv_parser parser;

  *oracle = (Oracle){ .row = g_string_new (NULL), .rows = g_ptr_array_new_with_free_func (g_free) };
  REQUIRE (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI) == 0);
  csv_set_delim (&parser, (guchar) this->separator);
  csv_set_space_func (&parser, is_space);
  csv_set_blk_size (&parser, 4096);
  oracle->took_all = csv_parse (&parser, this->text.text, length, on_cell, on_row, oracle) == length
                     && nul == NULL;
  csv_free (&parser);
}

static void
oracle_clear (Oracle *self)
{
  g_string_free (self->row, TRUE);
  g_ptr_array_unref (self->rows);
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

/* The scan: each record as "START-END:CELLS", its end alone when it is irregular. */

static void
append_record (const CsvScanRecord *record, CsvCells *cells, const char *text, GString *out)
{
  g_string_append_printf (out, "%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT ":", record->start,
                          record->end);
  if ((record->flags & CSV_SCAN_IRREGULAR) != 0 || record->cell_count > CSV_COLUMNS_MAX)
    return;
  const Slice *taken = csv_cells_take_scanned (cells, record, text);
  for (gsize i = 0; i < record->cell_count; i++)
    append_cell (out, taken[i]);
}

static void
take_records (CsvScan *scan, CsvCells *cells, const char *text, GPtrArray *records)
{
  CsvScanRecord record;

  while (csv_scan_next (scan, &record))
    {
      GString *out = g_string_new (NULL);
      append_record (&record, cells, text, out);
      g_ptr_array_add (records, g_string_free (out, FALSE));
    }
}

static GPtrArray *
scan_text (const Case *this, CsvScanBody body, Slice pieces)
{
  g_autoptr (CsvScan) scan = csv_scan_new (body, this->separator);
  g_autoptr (CsvCells) cells = csv_cells_new ();
  GPtrArray *records = g_ptr_array_new_with_free_func (g_free);
  gsize seen = 0;

  for (gsize i = 0; pieces.length > 0 && seen < this->text.length; i++)
    {
      seen += 1 + (gsize) (guchar) (pieces.text[i % pieces.length] - '0');
      seen = MIN (seen, this->text.length);
      csv_scan_add (scan, this->text.text, seen);
    }
  csv_scan_add (scan, this->text.text, this->text.length);
  take_records (scan, cells, this->text.text, records);
  return records;
}

static void
check_equal (const GPtrArray *a, const GPtrArray *b)
{
  REQUIRE (a->len == b->len);
  for (guint i = 0; i < a->len; i++)
    REQUIRE (strcmp (g_ptr_array_index (a, i), g_ptr_array_index (b, i)) == 0);
}

/* A blank line, of which libcsv makes nothing. No other regular record begins with a line end. */
static gboolean
is_blank (const Case *this, const char *record)
{
  const char first = this->text.text[g_ascii_strtoull (record, NULL, 10)];

  return first == '\n' || first == '\r';
}

static void
check_against_oracle (const Case *this, const GPtrArray *records)
{
  Oracle oracle;
  guint row = 0;
  gboolean all_regular = TRUE;

  read_plainly (this, &oracle);
  for (guint i = 0; i < records->len && all_regular; i++)
    {
      const char *record = g_ptr_array_index (records, i);
      const char *cells = strchr (record, ':') + 1;

      all_regular = *cells != '\0';
      if (!all_regular || is_blank (this, record))
        continue;
      REQUIRE (row < oracle.rows->len);
      REQUIRE (strcmp (cells, g_ptr_array_index (oracle.rows, row)) == 0);
      row++;
    }
  if (oracle.took_all && !has_lone_return (this->text))
    {
      const gboolean ends_with_return
          = this->text.length > 0 && this->text.text[this->text.length - 1] == '\r';

      REQUIRE (all_regular);
      REQUIRE (row == oracle.rows->len || (ends_with_return && row + 1 == oracle.rows->len));
    }
  oracle_clear (&oracle);
}

/* Returns the number of lines. */
static guint64
append_filler (GString *text, gsize length)
{
  static const gsize line = 16384;
  const gsize start = text->len;
  const guint64 lines = (length + line - 1) / line;

  g_string_set_size (text, start + length);
  memset (text->str + start, 'x', length);
  for (gsize end = line; end < length; end += line)
    text->str[start + end - 1] = '\n';
  text->str[start + length - 1] = '\n';
  return lines;
}

/* The reader, with @filler bytes of records between a first line and the text. */

static GString *
told_behind (const Case *this, gsize filler)
{
  g_autoptr (GString) bytes = g_string_new ("sep=?\n");
  g_autoptr (GError) error = NULL;
  GString *told = g_string_new (NULL);
  const Row *row;

  bytes->str[4] = this->separator;
  const guint64 before = 1 + append_filler (bytes, filler);
  g_string_append_len (bytes, this->text.text, (gssize) this->text.length);

  FuzzStream stream = { .bytes = { bytes->str, bytes->len },
                        .pieces = filler < 1000 ? this->pieces : (Slice){ "", 0 } };
  g_autoptr (CsvReader) reader = csv_reader_new ("f", ',', fuzz_stream_read, &stream);

  while (csv_reader_next (reader, &row, &error) == CSV_ROW)
    {
      if (row->line <= before)
        continue;
      g_string_append_printf (told, "%" G_GUINT64_FORMAT ":", row->line - before);
      append_cell (told, row->raw);
      for (guint i = 0; i < row->cell_count; i++)
        append_cell (told, row->cells[i]);
    }
  if (error != NULL)
    {
      char *rest;
      const guint64 line = g_ascii_strtoull (error->message + 2, &rest, 10);
      g_string_append_printf (told, "%" G_GUINT64_FORMAT "%s", line - before, rest);
    }
  return told;
}

static void
check_reader (const Case *this, gsize before_end)
{
  static const char *const names[] = { "none", "sse2", "avx2" };
  const gsize beginning = strlen ("sep=?\n");

  REQUIRE (g_setenv ("ACORECON_SIMD", names[this->body], TRUE));
  GString *near = told_behind (this, 2);
  GString *far = told_behind (this, CSV_SCAN_BYTES_MAX - beginning - before_end);
  REQUIRE (g_string_equal (near, far));
  g_string_free (near, TRUE);
  g_string_free (far, TRUE);
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
  const gboolean asks_reader = choose (&choices, 64) == 63;
  const gsize before_end = choose (&choices, 64) + 64 * choose (&choices, 64);
  this.pieces = (Slice){ choices.at, choices.left };

  GPtrArray *records = scan_text (&this, this.body, (Slice){ "", 0 });
  GPtrArray *others = scan_text (&this, CSV_SCAN_NONE, this.pieces);
  check_equal (records, others);
  check_against_oracle (&this, records);
  if (asks_reader)
    check_reader (&this, MIN (before_end, this.text.length + 64));
  g_ptr_array_unref (records);
  g_ptr_array_unref (others);
  return 0;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fuzz-stream.h"
#include "input/rows/csv-reader.h"
#include "input/rows/csv-scan.h"

/*
 * What the reader tells of a text is the same wherever the text lies in the reader's block, in how
 * many pieces it comes, and whatever body scans it.
 *
 * Choices: the body; the separator; one that is passed over; how far before the end of the block
 * the text begins (two); the rest are lengths of pieces.
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
  static const char *const names[] = { "none", "sse2", "avx2", "avx512" };
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
  (void) choose (&choices, 64);
  const gsize before_end = choose (&choices, 64) + 64 * choose (&choices, 64);
  this.pieces = (Slice){ choices.at, choices.left };
  check_reader (&this, MIN (before_end, this.text.length + 64));
  return 0;
}

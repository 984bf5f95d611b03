/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <csv.h>

#include "base/recon-error.h"
#include "fuzz-mutate.h"
#include "fuzz-stream.h"
#include "input/rows/csv-reader.h"

/*
 * The CSV reader against a plain loop of libcsv over the whole input: what the reader takes, the
 * loop takes too and finds the same cells; what it refuses, the loop refuses, or it is one of the
 * things that libcsv does not look at. A first line like "sep=;" and a last Ctrl-Z are taken off
 * before the loop. How the bytes arrive makes no difference, nor whether all columns are asked for
 * or a few, nor which body the scan has.
 *
 * Choices: the separator; two for the columns that are asked for; the rest are lengths of reads.
 */

FUZZ_MUTATES (fuzz_mutate_csv)

static const char separators[] = { ',', ';', '\t' };

typedef struct
{
  Slice bytes;
  char separator;
  guint columns[8];
  gsize column_count;
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
  GString *out;
  const char *separator; /* for which the byte 0xff stands, or NULL */
  guint cell_count;
  gboolean is_past_limits;
} Oracle;

static char *
with (const char *text, gsize length, const char *from, const char *to)
{
  g_autofree char *whole = g_strndup (text, length);
  g_auto (GStrv) parts = g_strsplit (whole, from, -1);
  return g_strjoinv (to, parts);
}

static void
on_cell (void *text, size_t length, void *data)
{
  Oracle *self = data;

  if (self->separator == NULL)
    append_cell (self->out, (Slice){ text, length });
  else
    {
      g_autofree char *restored = with (text, length, "\xff", self->separator);
      append_cell (self->out, slice_of (restored));
    }
  self->is_past_limits |= length > CSV_CELL_BYTES_MAX || ++self->cell_count > CSV_COLUMNS_MAX;
}

static void
on_row (int terminator G_GNUC_UNUSED, void *data)
{
  Oracle *self = data;

  g_string_append_c (self->out, '\n');
  self->cell_count = 0;
}

static int
is_space (unsigned char byte G_GNUC_UNUSED)
{
  return 0;
}

/* The mark before it and the Ctrl-Z behind it are no text. */
static Slice
without_ends (Slice bytes)
{
  if (bytes.length >= 3 && memcmp (bytes.text, "\xef\xbb\xbf", 3) == 0)
    bytes = (Slice){ bytes.text + 3, bytes.length - 3 };
  if (bytes.length > 0 && bytes.text[bytes.length - 1] == '\x1a')
    bytes.length--;
  return bytes;
}

/* A first line like "sep=;" is taken off. (transfer full) The character, or NULL: there is none. */
static char *
take_sep_line (Slice *bytes)
{
  const char *end = memchr (bytes->text, '\n', bytes->length);
  const gsize whole = end != NULL ? (gsize) (end - bytes->text) + 1 : bytes->length;
  gsize length = end != NULL ? whole - 1 : whole;

  if (end != NULL && length > 0 && bytes->text[length - 1] == '\r')
    length--;
  if (length < 5 || g_ascii_strncasecmp (bytes->text, "sep=", 4) != 0
      || strchr ("\r\"", bytes->text[4]) != NULL
      || !g_utf8_validate (bytes->text + 4, (gssize) length - 4, NULL)
      || g_utf8_strlen (bytes->text + 4, (gssize) length - 4) != 1)
    return NULL;
  char *found = g_strndup (bytes->text + 4, length - 4);
  *bytes = (Slice){ bytes->text + whole, bytes->length - whole };
  return found;
}

/* What libcsv does not look at. Where it takes the bytes, quotes come in pairs. */
static gboolean
is_good_text (Slice bytes)
{
  gboolean quoted = FALSE;

  if (!g_utf8_validate (bytes.text, (gssize) bytes.length, NULL))
    return FALSE;
  for (gsize i = 0; i < bytes.length; i++)
    {
      if (bytes.text[i] == '"')
        quoted = !quoted;
      if (!quoted && bytes.text[i] == '\r' && (i + 1 == bytes.length || bytes.text[i + 1] != '\n'))
        return FALSE;
    }
  return TRUE;
}

/* NULL: must be refused. (transfer full) */
static GString *
read_plainly (const Case *this)
{
  Slice bytes = without_ends (this->bytes);
  g_autofree char *separator = take_sep_line (&bytes);
  const gboolean is_long = separator != NULL && separator[1] != '\0';
  const gboolean is_good = is_good_text (bytes);
  Oracle oracle = { .out = g_string_new (NULL), .separator = is_long ? separator : NULL };
  struct csv_parser parser;
  g_autofree char *replaced = NULL;

  if (is_long && is_good)
    {
      replaced = with (bytes.text, bytes.length, separator, "\xff");
      bytes = slice_of (replaced);
    }
  REQUIRE (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI) == 0);
  csv_set_delim (&parser, separator == NULL ? (guchar) this->separator
                          : is_long         ? 0xff
                                            : (guchar) separator[0]);
  csv_set_space_func (&parser, is_space);
  csv_set_blk_size (&parser, 4096);
  const gboolean taken
      = csv_parse (&parser, bytes.text, bytes.length, on_cell, on_row, &oracle) == bytes.length
        && csv_fini (&parser, on_cell, on_row, &oracle) == 0;
  csv_free (&parser);
  if (taken && !oracle.is_past_limits && is_good)
    return oracle.out;
  g_string_free (oracle.out, TRUE);
  return NULL;
}

/* The reader. */

static void
append_row (const Case *this, const Row *row, gboolean wants, GString *out)
{
  g_string_append_printf (out, "%" G_GUINT64_FORMAT " %u ", row->line, row->cell_count);
  append_cell (out, row->raw);
  for (gsize i = 0; i < this->column_count; i++)
    {
      const gboolean exists = this->columns[i] < row->cell_count;
      const Slice none = { "", 0 };

      if (wants)
        append_cell (out, row->cells[i]);
      else
        append_cell (out, exists ? row->cells[this->columns[i]] : none);
    }
  g_string_append_c (out, '\n');
}

/* Everything the reader tells, in *told. Its cells, or NULL where it refuses. (transfer full) */
static GString *
read_stream (const Case *this, Slice pieces, gboolean wants, GString **told)
{
  FuzzStream stream = { .bytes = this->bytes, .pieces = pieces };
  g_autoptr (CsvReader) reader
      = csv_reader_new ("f.csv", this->separator, fuzz_stream_read, &stream);
  g_autoptr (GError) error = NULL;
  GString *cells = g_string_new (NULL);
  const Row *row;
  CsvStep step;

  *told = g_string_new (NULL);
  if (wants)
    csv_reader_want (reader, this->columns, this->column_count);
  while ((step = csv_reader_next (reader, &row, &error)) == CSV_ROW)
    {
      for (guint i = 0; !wants && i < row->cell_count; i++)
        append_cell (cells, row->cells[i]);
      g_string_append_c (cells, '\n');
      append_row (this, row, wants, *told);
    }
  REQUIRE ((step == CSV_REFUSED) == (error != NULL));
  if (error == NULL)
    return cells;
  REQUIRE (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  g_string_append (*told, error->message);
  g_string_free (cells, TRUE);
  return NULL;
}

static void
choose_body (gsize size)
{
  static const char *const names[] = { "none", "sse2", "avx2", "avx512" };

  REQUIRE (g_setenv ("ACORECON_SIMD", names[size % G_N_ELEMENTS (names)], TRUE));
}

static void
check_same (const Case *this, Slice pieces, gboolean wants, const GString *expected)
{
  GString *told;
  GString *cells = read_stream (this, pieces, wants, &told);

  REQUIRE (g_string_equal (told, expected));
  g_string_free (told, TRUE);
  if (cells != NULL)
    g_string_free (cells, TRUE);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  Case this = { .column_count = 0 };
  Choices choices = take_choices (data, size, &this.bytes);
  const Slice all = { "", 0 };
  GString *told;

  this.separator = separators[choose (&choices, G_N_ELEMENTS (separators))];
  const guint mask = choose (&choices, 16) | choose (&choices, 16) << 4;
  for (guint column = 0; column < 8; column++)
    if ((mask & 1U << column) != 0)
      this.columns[this.column_count++] = column;

  choose_body (size);
  GString *expected = read_plainly (&this);
  GString *cells = read_stream (&this, all, FALSE, &told);
  REQUIRE ((cells != NULL) == (expected != NULL));
  REQUIRE (cells == NULL || g_string_equal (cells, expected));

  choose_body (size / 3);
  check_same (&this, (Slice){ choices.at, choices.left }, FALSE, told);
  check_same (&this, slice_of ("0"), FALSE, told);
  check_same (&this, all, TRUE, told);

  g_string_free (told, TRUE);
  if (cells != NULL)
    g_string_free (cells, TRUE);
  if (expected != NULL)
    g_string_free (expected, TRUE);
  return 0;
}

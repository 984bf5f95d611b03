/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "input/bytes/file-parts.h"
#include "input/rows/csv-reader.h"
#include "input/rows/row-reader.h"

/*
 * Reads many small texts, so that other readers can be held against ours without a process for
 * each. Standard input: texts, each preceded by its length; all lengths are words of 32 bits, least
 * byte first.
 *
 * read-rows csv PATH: standard output has of each text three blocks, preceded by their lengths: the
 * rows, each its count of cells and the cells, preceded by their lengths; the line of each row;
 * what the text was refused for, or nothing. Every text is read by each body of the scan, in one
 * piece, byte by byte and in random pieces, and from PATH in two and three parts.
 *
 * read-rows splits STEP: each text, CSV or JSON, is read in two pieces, cut at every STEPth place,
 * or, one of more than 4 KiB, at random places, and byte by byte; by every body of the scan, or,
 * where not every place is tried, by one in turn. Standard output: how many were.
 *
 * Where two readings differ the program says so and ends with 1.
 */

#define SHORT_BYTES 4096
#define HEADER_MARK (1U << 31) /* beside its line */
#define RANDOM_SPLITS 1000     /* of each longer text, with a STEP of 1 */

typedef struct
{
  const char *bytes;
  gsize length;
  gsize done;
  gsize first;    /* of the first piece; 0: random pieces */
  gsize further;  /* of each that follows */
  guint32 random; /* state */
} Pieces;

typedef struct
{
  GByteArray *rows;
  GArray *lines;
  char *fault;
} Reading;

static guint32
next_random (guint32 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state;
}

static gssize
read_piece (void *stream, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  Pieces *self = stream;
  gsize piece = self->done == 0 ? self->first : self->further;

  if (piece == 0)
    piece = 1 + next_random (&self->random) % 96;
  const gsize count = MIN (MIN (size, piece), self->length - self->done);
  if (count > 0)
    memcpy (buffer, self->bytes + self->done, count);
  self->done += count;
  return (gssize) count;
}

static void
reading_init (Reading *self)
{
  self->rows = g_byte_array_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->fault = NULL;
}

static void
reading_clear (Reading *self)
{
  g_byte_array_unref (self->rows);
  g_array_unref (self->lines);
  g_free (self->fault);
}

/* Nothing lies at no place. */
static gboolean
holds_same (gconstpointer a, gconstpointer b, gsize length)
{
  return length == 0 || memcmp (a, b, length) == 0;
}

static gboolean
reading_equals (const Reading *a, const Reading *b)
{
  return a->rows->len == b->rows->len && holds_same (a->rows->data, b->rows->data, a->rows->len)
         && a->lines->len == b->lines->len
         && holds_same (a->lines->data, b->lines->data, a->lines->len * sizeof (guint32))
         && g_strcmp0 (a->fault, b->fault) == 0;
}

static void
append_word (GByteArray *to, gsize value)
{
  const guint32 word = GUINT32_TO_LE ((guint32) value);

  g_byte_array_append (to, (const guint8 *) &word, sizeof word);
}

static void
take_row (Reading *self, const Row *row, guint64 lines_before)
{
  const guint32 line = GUINT32_TO_LE ((guint32) (row->line + lines_before));

  append_word (self->rows, row->cell_count);
  for (guint i = 0; i < row->cell_count; i++)
    {
      append_word (self->rows, row->cells[i].length);
      g_byte_array_append (self->rows, (const guint8 *) row->cells[i].text,
                           (guint) row->cells[i].length);
    }
  g_array_append_val (self->lines, line);
}

/* CSV, and of it rows from the @skipped-th on. */
static gboolean
read_csv (Reading *self, ReadFunc read, void *stream, guint skipped, guint64 lines_before)
{
  g_autoptr (CsvReader) reader = csv_reader_new ("text", ',', read, stream);
  g_autoptr (GError) error = NULL;
  const Row *row;
  CsvStep step;

  while ((step = csv_reader_next (reader, &row, &error)) == CSV_ROW)
    if (skipped > 0)
      skipped--;
    else
      take_row (self, row, lines_before);
  if (step == CSV_REFUSED)
    self->fault = g_strdup (error->message);
  return step == CSV_END;
}

/* Rows of JSON have the cells that were asked for. */
static void
want_all (RowReader *reader, guint count)
{
  g_autofree guint *columns = g_new (guint, count);

  for (guint i = 0; i < count; i++)
    columns[i] = i;
  row_reader_want (reader, columns, count);
}

/* CSV or JSON. */
static void
read_rows (Reading *self, Pieces *pieces)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RowReader) reader = row_reader_new ("text", ',', read_piece, pieces, &error);
  const Row *row;

  if (reader != NULL)
    for (RowStep step; (step = row_reader_next (reader, &row, &error)) <= ROWS_ROW;)
      {
        const guint count = row->cell_count;

        take_row (self, row, step == ROWS_HEADER ? HEADER_MARK : 0);
        if (step == ROWS_HEADER && row_reader_is_json (reader))
          want_all (reader, count);
      }
  if (error != NULL)
    self->fault = g_strdup (error->message);
}

/* The texts. */

static gboolean
next_text (GByteArray *text)
{
  guint32 length;

  if (fread (&length, sizeof length, 1, stdin) != 1)
    return FALSE;
  g_byte_array_set_size (text, GUINT32_FROM_LE (length));
  return fread (text->data, 1, text->len, stdin) == text->len;
}

static const char *const bodies[] = { "none", "sse2", "avx2", "avx512" };

/* csv */

static gboolean
read_in_pieces (const GByteArray *text, const Reading *expected, guint32 seed)
{
  const gsize patterns[][2] = { { text->len + 1, 1 }, { 1, 1 }, { 0, 0 } };

  for (guint body = 0; body < G_N_ELEMENTS (bodies); body++)
    for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
      {
        Pieces pieces = { .bytes = (const char *) text->data,
                          .length = text->len,
                          .first = patterns[i][0],
                          .further = patterns[i][1],
                          .random = seed };
        Reading found;

        g_setenv ("ACORECON_SIMD", bodies[body], TRUE);
        reading_init (&found);
        read_csv (&found, read_piece, &pieces, 0, 0);
        const gboolean is_equal = reading_equals (&found, expected);
        if (!is_equal)
          fprintf (stderr, "body %s, pieces %u: %s\n", bodies[body], i,
                   found.fault != NULL ? found.fault : "other rows");
        reading_clear (&found);
        if (!is_equal)
          return FALSE;
      }
  return TRUE;
}

/* The parts are right where each of them is whole; else the text is read as one. */
static gboolean
read_in_parts (const char *path, guint count, const Reading *expected)
{
  g_autoptr (FileParts) parts = file_parts_new (path, count, 1);
  gboolean is_whole = TRUE;
  Reading found;

  if (parts == NULL)
    return TRUE;
  reading_init (&found);
  for (guint i = 0; i < file_parts_count (parts) && is_whole; i++)
    {
      FilePartStream stream = { .parts = parts, .index = i };

      is_whole = file_parts_count_lines (parts, i)
                 && read_csv (&found, file_parts_read, &stream, i > 0 ? 1 : 0,
                              file_parts_lines_before (parts, i));
    }
  const gboolean is_good = !is_whole || reading_equals (&found, expected);
  if (!is_good)
    fprintf (stderr, "%u parts\n", count);
  reading_clear (&found);
  return is_good;
}

static gboolean
put (const char *path, const GByteArray *text)
{
  FILE *file = fopen (path, "wb");

  if (file == NULL || fwrite (text->data, 1, text->len, file) != text->len)
    return FALSE;
  return fclose (file) == 0;
}

static gboolean
print_block (gconstpointer bytes, gsize length)
{
  const guint32 word = GUINT32_TO_LE ((guint32) length);

  return fwrite (&word, sizeof word, 1, stdout) == 1 && fwrite (bytes, 1, length, stdout) == length;
}

static gboolean
print_reading (const Reading *self)
{
  const char *fault = self->fault != NULL ? self->fault : "";

  return print_block (self->rows->data, self->rows->len)
         && print_block (self->lines->data, self->lines->len * sizeof (guint32))
         && print_block (fault, strlen (fault));
}

static gboolean
read_all_csv (const char *path)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  gboolean is_good = TRUE;

  for (guint32 number = 1; is_good && next_text (text); number++)
    {
      Pieces whole = { .bytes = (const char *) text->data,
                       .length = text->len,
                       .first = text->len + 1,
                       .further = 1 };
      Reading expected;

      g_unsetenv ("ACORECON_SIMD");
      reading_init (&expected);
      read_csv (&expected, read_piece, &whole, 0, 0);
      is_good = read_in_pieces (text, &expected, number) && put (path, text)
                && read_in_parts (path, 2, &expected) && read_in_parts (path, 3, &expected)
                && print_reading (&expected);
      if (!is_good)
        fprintf (stderr, "text %u is read in two ways\n", number);
      reading_clear (&expected);
    }
  unlink (path);
  return is_good && fflush (stdout) == 0;
}

/* splits */

static gboolean
split (const GByteArray *text, gsize first, gsize further, const Reading *expected)
{
  Pieces pieces = {
    .bytes = (const char *) text->data, .length = text->len, .first = first, .further = further
  };
  Reading found;

  reading_init (&found);
  read_rows (&found, &pieces);
  const gboolean is_equal = reading_equals (&found, expected);
  if (!is_equal)
    fprintf (stderr, "cut at %zu, then %zu: %s\n", first, further,
             found.fault != NULL ? found.fault : "other rows");
  reading_clear (&found);
  return is_equal;
}

/* -> how many; 0: a reading differs. */
static guint
split_everywhere (const GByteArray *text, guint step, const Reading *expected, guint32 *random)
{
  const gboolean is_short = text->len <= SHORT_BYTES;
  const gsize count = is_short ? (text->len + step - 1) / step : RANDOM_SPLITS / step + 1;

  if (!split (text, 1, 1, expected))
    return 0;
  for (gsize i = 0; i < count; i++)
    {
      const gsize at
          = is_short ? 1 + i * step + *random % step : 1 + next_random (random) % text->len;

      if (!split (text, at, text->len, expected))
        return 0;
    }
  next_random (random);
  return (guint) count + 1;
}

/* -> how many; 0: a reading differs. */
static guint
split_with (const char *body, const GByteArray *text, guint step, guint32 *random)
{
  Pieces whole = {
    .bytes = (const char *) text->data, .length = text->len, .first = text->len + 1, .further = 1
  };
  Reading expected;

  g_setenv ("ACORECON_SIMD", body, TRUE);
  reading_init (&expected);
  read_rows (&expected, &whole);
  const guint count = split_everywhere (text, step, &expected, random);
  reading_clear (&expected);
  return count;
}

static gboolean
split_all (guint step)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  guint inputs = 0, splits = 0;
  guint32 random = 1;

  for (; next_text (text); inputs++)
    for (guint body = 0; body < G_N_ELEMENTS (bodies); body++)
      {
        if (step > 1 && inputs % G_N_ELEMENTS (bodies) != body)
          continue;
        const guint count = split_with (bodies[body], text, step, &random);
        if (count == 0)
          {
            fprintf (stderr, "text %u is read in two ways\n", inputs + 1);
            return FALSE;
          }
        splits += count;
      }
  printf ("inputs=%u splits=%u\n", inputs, splits);
  return TRUE;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "csv") == 0)
    return read_all_csv (argv[2]) ? 0 : 1;
  if (argc == 3 && strcmp (argv[1], "splits") == 0)
    return split_all (MAX (1, (guint) g_ascii_strtoull (argv[2], NULL, 10))) ? 0 : 1;
  fprintf (stderr, "usage: read-rows csv PATH | read-rows splits STEP\n");
  return 2;
}

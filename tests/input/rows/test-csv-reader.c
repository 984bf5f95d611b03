/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "input/rows/csv-reader.h"
#include "test-main.h"

#include <check.h>
#include <csv.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* A stream in memory, which hands out its bytes in pieces of our choice. */

typedef struct
{
  const char *text;
  gsize length;
  gsize piece; /* at most so many bytes a read */
  gsize split; /* and no read goes across this offset */
  gboolean fails;
  gsize position;
  gboolean ended;
} Stream;

static gssize
stream_read (void *stream, char *buffer, gsize size, GError **error)
{
  Stream *self = stream;
  gsize count = MIN (MIN (size, self->piece), self->length - self->position);

  ck_assert_msg (!self->ended, "read again after the end or an error");
  ck_assert_uint_gt (size, 0);
  if (self->position < self->split)
    count = MIN (count, self->split - self->position);
  if (count > 0)
    memcpy (buffer, self->text + self->position, count);
  self->position += count;
  self->ended = count == 0;
  if (count > 0 || !self->fails)
    return (gssize) count;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_IO, "the disk is on fire");
  return -1;
}

static Stream
stream_of (const char *text, gsize length)
{
  return (Stream){ .text = text, .length = length, .piece = G_MAXSIZE };
}

static CsvReader *
reader_of (Stream *stream)
{
  return csv_reader_new ("t.csv", ',', stream_read, stream);
}

/* The transcript of a stream: "1[a][b] 2[c][d] end", or how it was refused instead of "end". */

static void
append_cells (GString *transcript, const Row *row)
{
  for (guint i = 0; i < row->cell_count; i++)
    {
      g_string_append_c (transcript, '[');
      g_string_append_len (transcript, row->cells[i].text, (gssize) row->cells[i].length);
      g_string_append_c (transcript, ']');
    }
}

/* Finds the row's bytes in the input, from *position on, and its line by counting. */
static void
check_place (const Stream *stream, const Row *row, gsize *position, guint64 *line)
{
  while (stream->text[*position] == '\n' || stream->text[*position] == '\r')
    *line += stream->text[(*position)++] == '\n';

  ck_assert_uint_eq (row->line, *line);
  ck_assert_uint_le (*position + row->raw.length, stream->length);
  ck_assert_mem_eq (row->raw.text, stream->text + *position, row->raw.length);
  for (gsize i = 0; i < row->raw.length; i++)
    *line += row->raw.text[i] == '\n';
  *position += row->raw.length;
  ck_assert (*position == stream->length || stream->text[*position] == '\n'
             || strncmp (stream->text + *position, "\r\n", 2) == 0);
}

static char *
transcribe (Stream *stream, char separator, gboolean numbered)
{
  g_autoptr (CsvReader) reader = csv_reader_new ("t.csv", separator, stream_read, stream);
  g_autoptr (GError) error = NULL;
  GString *transcript = g_string_new (NULL);
  gsize position = stream->length >= 3 && memcmp (stream->text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  guint64 line = 1;
  const Row *row;
  CsvStep step;

  while ((step = csv_reader_next (reader, &row, &error)) == CSV_ROW)
    {
      ck_assert_ptr_null (error);
      check_place (stream, row, &position, &line);
      if (numbered)
        g_string_append_printf (transcript, "%" G_GUINT64_FORMAT, row->line);
      append_cells (transcript, row);
      g_string_append_c (transcript, ' ');
    }
  ck_assert_int_eq (step, error == NULL ? CSV_END : CSV_REFUSED);
  if (error != NULL && error->domain == RECON_ERROR)
    ck_assert_int_eq (error->code, RECON_ERROR_INPUT);
  g_string_append (transcript, error == NULL ? "end" : error->message);
  return g_string_free (transcript, FALSE);
}

static void
check_transcript (Stream stream, const char *expected)
{
  g_autofree char *transcript = transcribe (&stream, ',', TRUE);

  ck_assert_str_eq (transcript, expected);
}

/* The dialect. */

typedef struct
{
  const char *text;
  gsize length;
  const char *transcript;
} DialectCase;

#define TEXT(literal) literal, sizeof (literal) - 1
#define OPEN_QUOTE \
  "quote opened here is never closed; expected a closing quote before the end of the file"
#define AFTER_QUOTE "text after a closing quote; expected a separator or the end of the line"
#define STRAY_QUOTE "a quote inside an unquoted cell; expected a quoted cell with the quote doubled"
#define LONE_RETURN "a lone carriage return outside quotes; expected lines to end with LF or CRLF"
#define NUL_BYTE "a NUL byte; expected text in UTF-8 (save a UTF-16 file as CSV UTF-8)"
#define UTF16 "text in UTF-16; expected UTF-8 (save the file as CSV UTF-8)"
#define NOT_UTF8 "invalid UTF-8; expected text in UTF-8 (save it as CSV UTF-8, or give --encoding)"

static const DialectCase dialect_cases[] = {
  /* line ends */
  { TEXT (""), "end" },
  { TEXT ("a,b"), "1[a][b] end" },
  { TEXT ("a,b\n"), "1[a][b] end" },
  { TEXT ("a,b\r\n"), "1[a][b] end" },
  { TEXT ("a\nb\r\nc\nd"), "1[a] 2[b] 3[c] 4[d] end" },
  /* blank lines count as lines, not as rows */
  { TEXT ("\n"), "end" },
  { TEXT ("\r\n"), "end" },
  { TEXT ("\n\na\n\r\n\nb\n\n"), "3[a] 6[b] end" },
  /* empty cells, ragged rows */
  { TEXT (","), "1[][] end" },
  { TEXT ("a,\n,b\n,,\n"), "1[a][] 2[][b] 3[][][] end" },
  { TEXT ("a,b,c\nd\n"), "1[a][b][c] 2[d] end" },
  /* nothing is trimmed: blanks, tabs, other control characters */
  { TEXT (" a , b\t\n \n\t,\x1a\n"), "1[ a ][ b\t] 2[ ] 3[\t][\x1a] end" },
  /* quotes */
  { TEXT ("\"a\""), "1[a] end" },
  { TEXT ("\"\""), "1[] end" },
  { TEXT ("\"\"\n\"\"\r\n"), "1[] 2[] end" },
  { TEXT ("a,\"\",\"b\"\n"), "1[a][][b] end" },
  { TEXT ("\"a,b\",\" c \"\n"), "1[a,b][ c ] end" },
  { TEXT ("\"a\"\"b\",\"\"\"\",\"\"\"\"\"\"\n"), "1[a\"b][\"][\"\"] end" },
  /* line ends inside quotes are data, and count as lines */
  { TEXT ("\"a\nb\",c\nd"), "1[a\nb][c] 3[d] end" },
  { TEXT ("\"a\r\nb\r\n\"\r\nd"), "1[a\r\nb\r\n] 4[d] end" },
  { TEXT ("\"\n\n\"\n\n\"\r\n\"\nx"), "1[\n\n] 5[\r\n] 7[x] end" },
  { TEXT ("a,\"\n\",\"\n\"\"\n\"\nb"), "1[a][\n][\n\"\n] 5[b] end" },
  /* a CR inside quotes is data */
  { TEXT ("\"a\rb\"\r\nc"), "1[a\rb] 2[c] end" },
  { TEXT ("\"\r\",\"\r\r\n\r\"\nc"), "1[\r][\r\r\n\r] 3[c] end" },
  { TEXT ("\"a\"\"\r\"\"b\"\n"), "1[a\"\r\"b] end" },
  /* and nowhere else */
  { TEXT ("\r"), "t.csv:1: " LONE_RETURN },
  { TEXT ("a\r"), "t.csv:1: " LONE_RETURN },
  { TEXT ("a\rb"), "t.csv:1: " LONE_RETURN },
  { TEXT ("a\r\r\nb"), "t.csv:1: " LONE_RETURN },
  { TEXT ("a\n\r\rb\n"), "1[a] t.csv:2: " LONE_RETURN },
  { TEXT ("a\nb\n\r"), "1[a] 2[b] t.csv:3: " LONE_RETURN },
  { TEXT ("\"a\"\r"), "t.csv:1: " LONE_RETURN },
  { TEXT ("\"a\"\r\"b\"\n"), "t.csv:1: " LONE_RETURN },
  { TEXT ("a\n\"b\nc\rd\",e\rf\n"), "1[a] t.csv:3: " LONE_RETURN },
  { TEXT ("\"a\"\"\"\r\n\"b\"\"\r"), "1[a\"] t.csv:2: " OPEN_QUOTE },
  /* a quote that is never closed is told at the line its record begins on */
  { TEXT ("\""), "t.csv:1: " OPEN_QUOTE },
  { TEXT ("\"a\r"), "t.csv:1: " OPEN_QUOTE },
  { TEXT ("\"a\"\""), "t.csv:1: " OPEN_QUOTE },
  { TEXT ("a\n\nb,\"c\nd\n"), "1[a] t.csv:3: " OPEN_QUOTE },
  { TEXT ("a\n\"b\nc\",\"d\ne,f"), "1[a] t.csv:2: " OPEN_QUOTE },
  /* other quotes out of place */
  { TEXT ("\"a\"b\n"), "t.csv:1: " AFTER_QUOTE },
  { TEXT ("a\n\"b\" ,c\n"), "1[a] t.csv:2: " AFTER_QUOTE },
  { TEXT ("\"a\\\"b\"\n"), "t.csv:1: " AFTER_QUOTE },
  { TEXT ("\"a\nb\"c\n"), "t.csv:2: " AFTER_QUOTE },
  { TEXT ("a\"b\n"), "t.csv:1: " STRAY_QUOTE },
  { TEXT ("a,b\""), "t.csv:1: " STRAY_QUOTE },
  { TEXT ("a\nb, \"c\"\n"), "1[a] t.csv:2: " STRAY_QUOTE },
  { TEXT ("\"a\nb\",c\"\n"), "t.csv:2: " STRAY_QUOTE },
  /* encoding */
  { TEXT ("\xc3\xbc,\xe2\x82\xac\n\xf0\x9f\x98\x80,12345678\xc3\x9f"),
    "1[\xc3\xbc][\xe2\x82\xac] 2[\xf0\x9f\x98\x80][12345678\xc3\x9f] end" },
  { TEXT ("a\n\xff"), "1[a] t.csv:2: " NOT_UTF8 },
  { TEXT ("12345678\xfc,b\n"), "t.csv:1: " NOT_UTF8 },
  { TEXT ("1234567\x80,b\n"), "t.csv:1: " NOT_UTF8 },
  { TEXT ("a\n\"b\n\xe4\"\n"), "1[a] t.csv:3: " NOT_UTF8 },
  { TEXT ("a\xc3\n\xbc\n"), "t.csv:1: " NOT_UTF8 },
  { TEXT ("\xc0\xaf"), "t.csv:1: " NOT_UTF8 },
  { TEXT ("\xed\xa0\x80"), "t.csv:1: " NOT_UTF8 },
  { TEXT ("\xf4\x90\x80\x80"), "t.csv:1: " NOT_UTF8 },
  { TEXT ("\0"), "t.csv:1: " NUL_BYTE },
  { TEXT ("a\nb,\0\n"), "1[a] t.csv:2: " NUL_BYTE },
  { TEXT ("a\n\"12345\n12345\0"
          "78\"\n"),
    "1[a] t.csv:3: " NUL_BYTE },
  { TEXT ("a\0\n\0"), "t.csv:1: " NUL_BYTE },
  { TEXT ("\xff\xfe"
          "a\0,\0b\0\n\0"),
    "t.csv:1: " UTF16 },
  { TEXT ("\xfe\xff\0a\0,\0b\0\n"), "t.csv:1: " UTF16 },
  { TEXT ("\xff\xfe"), "t.csv:1: " UTF16 },
  { TEXT ("a\n\xff\xfe"), "1[a] t.csv:2: " NOT_UTF8 },
  /* the byte-order mark */
  { TEXT ("\xef\xbb\xbf"), "end" },
  { TEXT ("\xef\xbb\xbf"
          "a,b\nc"),
    "1[a][b] 2[c] end" },
  { TEXT ("\xef\xbb\xbf\"a\",b\r\n"), "1[a][b] end" },
  { TEXT ("\xef\xbb\xbf\r\na"), "2[a] end" },
  { TEXT ("\xef\xbb\xbf\"a"), "t.csv:1: " OPEN_QUOTE },
  { TEXT ("\xef\xbb\xbf\r"), "t.csv:1: " LONE_RETURN },
  { TEXT ("\xef\xbb\xbf\xef\xbb\xbf"
          "a"),
    "1[\xef\xbb\xbf"
    "a] end" },
  { TEXT ("a\n\xef\xbb\xbf"
          "b"),
    "1[a] 2[\xef\xbb\xbf"
    "b] end" },
  { TEXT ("\n\xef\xbb\xbf"
          "b"),
    "2[\xef\xbb\xbf"
    "b] end" },
  { TEXT ("\xef\xbb"), "t.csv:1: " NOT_UTF8 },
};

START_TEST (the_dialect_is_held)
{
  const DialectCase *this = &dialect_cases[_i];

  check_transcript (stream_of (this->text, this->length), this->transcript);
}
END_TEST

START_TEST (pieces_make_no_difference)
{
  const DialectCase *this = &dialect_cases[_i];
  Stream stream = stream_of (this->text, this->length);

  for (stream.piece = 1; stream.piece <= 3; stream.piece++)
    check_transcript (stream, this->transcript);
  stream.piece = G_MAXSIZE;
  for (stream.split = 1; stream.split < this->length; stream.split++)
    check_transcript (stream, this->transcript);
}
END_TEST

/* The first record is the judge's, further ones are scanned: what is said of them is the same, a
 * line later. */

static const char *const bodies[] = { "none", "sse2", "avx2", "avx512" };

static char *
transcribe_behind_another (const DialectCase *this, gsize piece)
{
  g_autoptr (GString) text = g_string_new ("h\n");
  g_autoptr (GString) transcript = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const Row *row;

  g_string_append_len (text, this->text, (gssize) this->length);
  Stream stream = stream_of (text->str, text->len);
  stream.piece = piece;
  g_autoptr (CsvReader) reader = reader_of (&stream);

  ck_assert_int_eq (csv_reader_next (reader, &row, &error), CSV_ROW);
  while (csv_reader_next (reader, &row, &error) == CSV_ROW)
    {
      g_string_append_printf (transcript, "%" G_GUINT64_FORMAT, row->line - 1);
      append_cells (transcript, row);
      g_string_append_c (transcript, ' ');
    }
  if (error == NULL)
    g_string_append (transcript, "end");
  else
    {
      const char *line = error->message + strlen ("t.csv:");
      const char *rest = strchr (line, ':');

      g_string_append_printf (transcript, "t.csv:%" G_GUINT64_FORMAT "%s",
                              g_ascii_strtoull (line, NULL, 10) - 1, rest);
    }
  return g_strdup (transcript->str);
}

START_TEST (further_records_are_told_like_the_first)
{
  const DialectCase *this = &dialect_cases[_i];

  if (g_str_has_prefix (this->text, "\xef\xbb") || strstr (this->transcript, UTF16) != NULL)
    return; /* only the beginning of a text is looked at for a mark */
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    for (gsize piece = 1; piece <= 64; piece *= 4)
      {
        ck_assert (g_setenv ("ACORECON_SIMD", bodies[i], TRUE));
        g_autofree char *transcript = transcribe_behind_another (this, piece);
        ck_assert_str_eq (transcript, this->transcript);
      }
}
END_TEST

/* An error of the stream comes only after what is wrong in the text before it. */
START_TEST (what_is_wrong_is_told_before_more_is_read)
{
  static const struct
  {
    const char *text;
    const char *transcript;
  } cases[] = {
    { "a\nb\"c\n", "1[a] t.csv:2: " STRAY_QUOTE },
    { "a\n\"b\"c\n", "1[a] t.csv:2: " AFTER_QUOTE },
    { "a\n\"b\n\xff\nc", "1[a] t.csv:3: " NOT_UTF8 },
    { "a\nb\n\rc\n", "1[a] 2[b] t.csv:3: " LONE_RETURN },
    { "a\nb\nc", "1[a] 2[b] the disk is on fire" },
    { "a\n\"b\n\xc3\xa4\n", "1[a] the disk is on fire" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize piece = 1; piece <= 64; piece *= 4)
      {
        Stream stream = stream_of (cases[i].text, strlen (cases[i].text));

        stream.fails = TRUE;
        stream.piece = piece;
        g_autofree char *transcript = transcribe (&stream, ',', TRUE);
        ck_assert_msg (g_str_has_prefix (transcript, cases[i].transcript), "%s", transcript);
      }
}
END_TEST

START_TEST (other_separators_separate)
{
  Stream semicolons = stream_of (TEXT ("a;b,c;\"d;e\"\n"));
  Stream tabs = stream_of (TEXT ("a\t\tb,c\t\" d\t\"\n"));
  g_autofree char *by_semicolon = transcribe (&semicolons, ';', TRUE);
  g_autofree char *by_tab = transcribe (&tabs, '\t', TRUE);

  ck_assert_str_eq (by_semicolon, "1[a][b,c][d;e] end");
  ck_assert_str_eq (by_tab, "1[a][][b,c][ d\t] end");
}
END_TEST

/* A first line that names the separator, and a Ctrl-Z at the very end. */

static const struct
{
  const char *text;
  char separator;
  const char *transcript;
} sep_cases[] = {
  { "sep=;\na;b,c\nd;e\n", ',', "2[a][b,c] 3[d][e] end" },
  { "SEP=,\r\na;b,c\r\n", ';', "2[a;b][c] end" },
  { "\xef\xbb\xbfsep=|\na|\"b|c\"\n\n|\n", ',', "2[a][b|c] 4[][] end" },
  { "sep=\t\na\tb", ';', "2[a][b] end" },
  { "sep= \n   \nb\n", ',', "2[][][][] 3[b] end" },
  { "sep=\xc2\xa6\na\xc2\xa6\"b\xc2\xa6\"\"c\nd\"\xc2\xa6\xc2\xa7\n\xc2\xa6", ',',
    "2[a][b\xc2\xa6\"c\nd][\xc2\xa7] 4[][] end" },
  { "sep=\xc2\xa6\na\xc2\xa6\"b\"c\n", ',', "t.csv:2: " AFTER_QUOTE },
  { "sep=;", ',', "end" },
  { "sep=;\n", ',', "end" },
  { "sep=;\n\x1a", ',', "end" },
  { "sep=;\x1a", ',', "end" },
  { "\xef\xbb\xbfsep=;\x1a", ',', "end" },
  { "sep=;\n\"a;\nb\";c\nd\x1a", ',', "2[a;\nb][c] 4[d] end" },
  /* no such lines */
  { "sep=;;\na;b\n", ',', "1[sep=;;] 2[a;b] end" },
  { "sep=\na;b\n", ',', "1[sep=] 2[a;b] end" },
  { "\nsep=;\na;b\n", ',', "2[sep=;] 3[a;b] end" },
  { "a,b\nsep=;\na;b\n", ',', "1[a][b] 2[sep=;] 3[a;b] end" },
  { "sep=\"\na\n", ',', "t.csv:1: " STRAY_QUOTE },
  { "sep=\xff\na\n", ',', "t.csv:1: " NOT_UTF8 },
  { "sep=\r\r\na\n", ',', "t.csv:1: " LONE_RETURN },
  /* the end */
  { "a,b\n\x1a", ',', "1[a][b] end" },
  { "a,b\r\n\x1a", ',', "1[a][b] end" },
  { "a,b\x1a", ',', "1[a][b] end" },
  { "a,\x1a", ',', "1[a][] end" },
  { "a,\"b\"\x1a", ',', "1[a][b] end" },
  { "\x1a", ',', "end" },
  { "\xef\xbb\xbf\x1a", ',', "end" },
  { "a\n\x1a\x1a", ',', "1[a] 2[\x1a] end" },
  { "a\n\x1a\n", ',', "1[a] 2[\x1a] end" },
  { "a\n\x1a\nb\n", ',', "1[a] 2[\x1a] 3[b] end" },
  { "a\x1a,b\n", ',', "1[a\x1a][b] end" },
  { "\"a\n\x1a", ',', "t.csv:1: " OPEN_QUOTE },
  { "\"a\x1a\"", ',', "1[a\x1a] end" },
};

/* The walk of transcribe() through the input knows no sep line. */
static char *
transcribe_lines (Stream *stream, char separator)
{
  g_autoptr (CsvReader) reader = csv_reader_new ("t.csv", separator, stream_read, stream);
  g_autoptr (GError) error = NULL;
  GString *transcript = g_string_new (NULL);
  const Row *row;

  while (csv_reader_next (reader, &row, &error) == CSV_ROW)
    {
      g_string_append_printf (transcript, "%" G_GUINT64_FORMAT, row->line);
      append_cells (transcript, row);
      g_string_append_c (transcript, ' ');
    }
  g_string_append (transcript, error == NULL ? "end" : error->message);
  return g_string_free (transcript, FALSE);
}

START_TEST (a_sep_line_and_a_ctrl_z_are_skipped)
{
  Stream stream = stream_of (sep_cases[_i].text, strlen (sep_cases[_i].text));

  for (gsize piece = 0; piece <= 4; piece++)
    {
      Stream again = stream;
      again.piece = piece == 0 ? G_MAXSIZE : piece;
      g_autofree char *transcript = transcribe_lines (&again, sep_cases[_i].separator);
      ck_assert_str_eq (transcript, sep_cases[_i].transcript);
    }
}
END_TEST

START_TEST (raw_texts_hold_the_separator_as_it_is)
{
  Stream stream = stream_of (TEXT ("sep=\xc2\xa6\r\na\xc2\xa6\"b\xc2\xa6\"\r\nc\x1a"));
  g_autoptr (CsvReader) reader = csv_reader_new ("t.csv", ',', stream_read, &stream);
  const Row *row = NULL;

  ck_assert_int_eq (csv_reader_next (reader, &row, NULL), CSV_ROW);
  ck_assert_uint_eq (row->raw.length, strlen ("a\xc2\xa6\"b\xc2\xa6\""));
  ck_assert_mem_eq (row->raw.text, "a\xc2\xa6\"b\xc2\xa6\"", row->raw.length);
  ck_assert_int_eq (csv_reader_next (reader, &row, NULL), CSV_ROW);
  ck_assert_uint_eq (row->raw.length, 1);
  ck_assert_int_eq (csv_reader_next (reader, &row, NULL), CSV_END);
}
END_TEST

/* At the edges of the read buffer and of what a stream hands out at once. */

static const gsize edges[] = { 65535, 65536, 65537, 262143, 262144, 262145 };

static const DialectCase edge_cases[] = {
  { TEXT ("a,b\r\nc\r\n"), "[a][b] ?[c] end" },
  { TEXT ("\"a\r\n\"\"b\",\xe2\x82\xac\n\nc\n"), "[a\r\n\"b][\xe2\x82\xac] ?[c] end" },
  { TEXT ("\"a\",b"), "[a][b] end" },
  { TEXT ("ab\rcd\n"), "t.csv:?: " LONE_RETURN },
  { TEXT ("ab\r"), "t.csv:?: " LONE_RETURN },
  { TEXT ("\"a\"\"b\nc\n"), "t.csv:?: " OPEN_QUOTE },
  { TEXT ("\"ab\"c\n"), "t.csv:?: " AFTER_QUOTE },
  { TEXT ("ab\"c\n"), "t.csv:?: " STRAY_QUOTE },
  { TEXT ("ab\xe2\x82,c\n"), "t.csv:?: " NOT_UTF8 },
  { TEXT ("ab\0c\n"), "t.csv:?: " NUL_BYTE },
};

/* Lines of at most 1,000 bytes, together @length. */
static GString *
lines_of_total_length (gsize length)
{
  GString *text = g_string_sized_new (length);

  while (text->len < length)
    {
      gsize line = MIN (length - text->len, 1000);

      for (gsize i = 1; i < line; i++)
        g_string_append_c (text, 'x');
      g_string_append_c (text, '\n');
    }
  return text;
}

/* The transcript ends as it should; "?" stands for whatever line it is, rows before are filler. */
static void
check_edge (const GString *text, const DialectCase *this, gsize piece)
{
  Stream stream = stream_of (text->str, text->len);
  g_auto (GStrv) ends = g_strsplit (this->transcript, "?", 2);

  stream.piece = piece;
  g_autofree char *transcript = transcribe (&stream, ',', TRUE);
  const char *found = g_strrstr (transcript, ends[0]);

  ck_assert_msg (found != NULL, "%s is missing", ends[0]);
  ck_assert (g_str_has_suffix (found, ends[1] != NULL ? ends[1] : ends[0]));
}

START_TEST (edges_of_buffers_make_no_difference)
{
  const DialectCase *this = &edge_cases[_i];

  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    for (gsize shift = 0; shift <= this->length; shift++)
      {
        GString *text = lines_of_total_length (edges[i] - shift);

        g_string_append_len (text, this->text, (gssize) this->length);
        check_edge (text, this, edges[i] < 100000 ? 65536 : G_MAXSIZE);
        g_string_free (text, TRUE);
      }
}
END_TEST

/* Wanted columns. */

static void
check_next (CsvReader *reader, const char *const *cells, guint cell_count)
{
  const Row *row = NULL;
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (csv_reader_next (reader, &row, &error), CSV_ROW);
  ck_assert_uint_eq (row->cell_count, cell_count);
  for (gsize i = 0; cells[i] != NULL; i++)
    {
      ck_assert_ptr_nonnull (row->cells[i].text);
      ck_assert_uint_eq (row->cells[i].length, strlen (cells[i]));
      ck_assert_mem_eq (row->cells[i].text, cells[i], strlen (cells[i]));
    }
}

#define CELLS(...) ((const char *const[]){ __VA_ARGS__ })

START_TEST (wanted_columns_are_handed_out)
{
  Stream stream = stream_of (TEXT ("a,b,c,d\n1,2,3,4\n5,\"6\n6\",7,8,9\n0\n,,,\nx,y,z\nv,w"));
  g_autoptr (CsvReader) reader = reader_of (&stream);
  guint columns[] = { 1, 3, 9 };

  check_next (reader, CELLS ("a", "b", "c", "d", NULL), 4);
  csv_reader_want (reader, columns, G_N_ELEMENTS (columns));
  columns[0] = 2; /* they were copied */
  check_next (reader, CELLS ("2", "4", "", NULL), 4);
  check_next (reader, CELLS ("6\n6", "8", "", NULL), 5);
  check_next (reader, CELLS ("", "", "", NULL), 1);
  check_next (reader, CELLS ("", "", "", NULL), 4);
  csv_reader_want (reader, columns, 1);
  check_next (reader, CELLS ("z", NULL), 3);
  csv_reader_want (reader, NULL, 0);
  check_next (reader, CELLS (NULL), 2);
}
END_TEST

START_TEST (columns_can_be_wanted_before_the_first_row)
{
  Stream stream = stream_of (TEXT ("a,b\nc\n"));
  g_autoptr (CsvReader) reader = reader_of (&stream);

  csv_reader_want (reader, (const guint[]){ 0, 1, G_MAXUINT - 1 }, 3);
  check_next (reader, CELLS ("a", "b", "", NULL), 2);
  check_next (reader, CELLS ("c", "", "", NULL), 1);
}
END_TEST

/* Limits: at them, and one past. */

#define LONG_CELL "a cell of more than 1 MiB; expected at most 1 MiB (is a quote never closed?)"
#define LONG_RECORD "a record of more than 4 MiB; expected at most 4 MiB (is a quote never closed?)"
#define MANY_CELLS "a record of more than 4,096 cells; expected at most 4,096"

typedef struct
{
  const char *before; /* NULL: four cells of a million bytes, on many lines */
  const char *repeated;
  gsize times;
  const char *after;
  const char *verdict; /* NULL: a single row, then the end */
} LimitCase;

/* The bytes of a cell of a million with its quotes and comma; four make up most of a record. */
#define MILLION 1000003

static const LimitCase limit_cases[] = {
  { "", "x", CSV_CELL_BYTES_MAX, "", NULL },
  { "", "x", CSV_CELL_BYTES_MAX, "\n", NULL },
  { "", "x", CSV_CELL_BYTES_MAX, ",y\r\n", NULL },
  { "a,\"", "x", CSV_CELL_BYTES_MAX, "\"", NULL },
  { "a,\"", "x", CSV_CELL_BYTES_MAX, "\"\r\n", NULL },
  { "\"", "\n", CSV_CELL_BYTES_MAX, "\",b\n", NULL },
  { "\"", "\"\"", CSV_CELL_BYTES_MAX, "\"\n", NULL },
  { "", "x", CSV_CELL_BYTES_MAX + 1, "", "t.csv:1: " LONG_CELL },
  { "", "x", CSV_CELL_BYTES_MAX + 1, "\n", "t.csv:1: " LONG_CELL },
  { "", "x", CSV_CELL_BYTES_MAX + 2, "\n", "t.csv:1: " LONG_CELL },
  { "", "x", CSV_CELL_BYTES_MAX + 3, "\n", "t.csv:1: " LONG_CELL },
  { "\n\"", "x", CSV_CELL_BYTES_MAX + 1, "\"", "t.csv:2: " LONG_CELL },
  { "\n\"", "x", CSV_CELL_BYTES_MAX + 1, "\"\nb", "t.csv:2: " LONG_CELL },
  { "\n\"", "\n", CSV_CELL_BYTES_MAX + 1, "\",b\n", "t.csv:2: " LONG_CELL },
  { "\n\n\"", "a\n", 2 * CSV_CELL_BYTES_MAX, "", "t.csv:3: " LONG_CELL },
  { "\"", "\"\"", CSV_CELL_BYTES_MAX + 1, "\"\n", "t.csv:1: " LONG_CELL },
  { "", ",", CSV_COLUMNS_MAX - 1, "\n", NULL },
  { "", ",", CSV_COLUMNS_MAX, "\n", "t.csv:1: " MANY_CELLS },
  { "\n", ",", CSV_COLUMNS_MAX, "", "t.csv:2: " MANY_CELLS },
  { "", "x,", CSV_COLUMNS_MAX * 20, "\n", "t.csv:1: " MANY_CELLS },
  /* four cells of a million bytes go before these */
  { NULL, "x", CSV_RECORD_BYTES_MAX - 4 * MILLION, "", NULL },
  { NULL, "x", CSV_RECORD_BYTES_MAX - 4 * MILLION, "\n", NULL },
  { NULL, "x", CSV_RECORD_BYTES_MAX - 4 * MILLION, "\r\n", NULL },
  { NULL, "x", CSV_RECORD_BYTES_MAX - 4 * MILLION - 2, "\"\"\r\n", "t.csv:40001: " STRAY_QUOTE },
  { NULL, "x", CSV_RECORD_BYTES_MAX - 4 * MILLION, "\r", "t.csv:40001: " LONE_RETURN },
  { NULL, "x", CSV_RECORD_BYTES_MAX - 4 * MILLION + 1, "", "t.csv:1: " LONG_RECORD },
  { NULL, "x", CSV_RECORD_BYTES_MAX - 4 * MILLION + 1, "\n", "t.csv:1: " LONG_RECORD },
  { NULL, "x", CSV_RECORD_BYTES_MAX - 4 * MILLION + 1, "\r\n", "t.csv:1: " LONG_RECORD },
  { NULL, "x", CSV_RECORD_BYTES_MAX - 4 * MILLION + 5, "\r\n", "t.csv:1: " LONG_RECORD },
  { "", "x", CSV_RECORD_BYTES_MAX + 100, "", "t.csv:1: " LONG_RECORD },
};

static GString *
limit_text (const LimitCase *this, const char *mark)
{
  GString *text = g_string_new (mark);

  for (int i = 0; this->before == NULL && i < 4; i++)
    {
      g_string_append_c (text, '"');
      for (int j = 0; j < 1000000; j++)
        g_string_append_c (text, j % 100 == 99 ? '\n' : 'x');
      g_string_append (text, "\",");
    }
  g_string_append (text, this->before != NULL ? this->before : "");
  for (gsize i = 0; i < this->times; i++)
    g_string_append (text, this->repeated);
  return g_string_append (text, this->after);
}

static void
check_limit (const LimitCase *this, const char *mark, gsize piece)
{
  GString *text = limit_text (this, mark);
  Stream stream = stream_of (text->str, text->len);

  stream.piece = piece;
  g_autofree char *transcript = transcribe (&stream, ',', TRUE);

  if (this->verdict != NULL)
    ck_assert_str_eq (transcript, this->verdict);
  else
    ck_assert (g_str_has_prefix (transcript, "1[") && g_str_has_suffix (transcript, "] end"));
  g_string_free (text, TRUE);
}

START_TEST (limits_hold_to_the_byte)
{
  check_limit (&limit_cases[_i], "", G_MAXSIZE);
  check_limit (&limit_cases[_i], "\xef\xbb\xbf", 4093);
}
END_TEST

START_TEST (the_longest_record_may_be_one_line)
{
  GString *text = g_string_new ("\xef\xbb\xbf");

  for (gsize i = 1; i <= CSV_RECORD_BYTES_MAX; i++)
    g_string_append_c (text, i % 100000 == 0 ? ',' : 'x');
  g_string_append (text, "\r\n");

  Stream stream = stream_of (text->str, text->len);
  g_autofree char *transcript = transcribe (&stream, ',', TRUE);

  ck_assert (g_str_has_suffix (transcript, "] end"));
  text->str[text->len - 2] = 'x';
  check_transcript (stream_of (text->str, text->len), "t.csv:1: " LONG_RECORD);
  g_string_free (text, TRUE);
}
END_TEST

START_TEST (a_line_without_end_is_not_read_for_ever)
{
  GString *text = g_string_new (NULL);

  while (text->len <= 2 * CSV_RECORD_BYTES_MAX)
    g_string_append (text, "xxxxxxxxxxxxxxx,");
  Stream stream = stream_of (text->str, text->len);
  g_autoptr (CsvReader) reader = reader_of (&stream);
  g_autoptr (GError) error = NULL;
  const Row *row = NULL;

  ck_assert_int_eq (csv_reader_next (reader, &row, &error), CSV_REFUSED);
  ck_assert_str_eq (error->message, "t.csv:1: " LONG_RECORD);
  ck_assert_uint_lt (stream.position, CSV_RECORD_BYTES_MAX + 10);
  g_string_free (text, TRUE);
}
END_TEST

START_TEST (limits_hold_for_unwanted_columns)
{
  GString *text = g_string_new ("a,");

  for (gsize i = 0; i <= CSV_CELL_BYTES_MAX; i++)
    g_string_append_c (text, 'x');
  Stream stream = stream_of (text->str, text->len);
  g_autoptr (CsvReader) reader = reader_of (&stream);
  g_autoptr (GError) error = NULL;
  const Row *row = NULL;

  csv_reader_want (reader, (const guint[]){ 0 }, 1);
  ck_assert_int_eq (csv_reader_next (reader, &row, &error), CSV_REFUSED);
  ck_assert_str_eq (error->message, "t.csv:1: " LONG_CELL);
  g_string_free (text, TRUE);
}
END_TEST

/* A record many times the read buffer, over many lines: its first cells must survive the growth. */
START_TEST (a_long_record_is_kept_whole)
{
  GString *text = g_string_new (NULL);
  GString *expected = g_string_new ("1");

  for (int i = 0; i < 3000; i++)
    {
      g_string_append_printf (text, "%s\"%d\n%0999d\"", i > 0 ? "," : "", i, i);
      g_string_append_printf (expected, "[%d\n%0999d]", i, i);
    }
  g_string_append (text, "\nlast\n");
  g_string_append (expected, " 3002[last] end");

  Stream stream = stream_of (text->str, text->len);

  check_transcript (stream, expected->str);
  stream.piece = 100;
  check_transcript (stream, expected->str);
  g_string_free (text, TRUE);
  g_string_free (expected, TRUE);
}
END_TEST

/* Failures. */

START_TEST (a_refusal_is_repeated)
{
  Stream stream = stream_of (TEXT ("a\nb\"c\nd\n"));
  g_autoptr (CsvReader) reader = reader_of (&stream);
  const Row *row = NULL;

  check_next (reader, CELLS ("a", NULL), 1);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_int_eq (csv_reader_next (reader, &row, &error), CSV_REFUSED);
      ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
      ck_assert_str_eq (error->message, "t.csv:2: " STRAY_QUOTE);
      ck_assert_ptr_null (row);
    }
  ck_assert_int_eq (csv_reader_next (reader, &row, NULL), CSV_REFUSED);
}
END_TEST

START_TEST (the_end_is_repeated)
{
  Stream stream = stream_of (TEXT ("a"));
  g_autoptr (CsvReader) reader = reader_of (&stream);
  const Row *row = NULL;
  g_autoptr (GError) error = NULL;

  check_next (reader, CELLS ("a", NULL), 1);
  for (int i = 0; i < 3; i++)
    ck_assert_int_eq (csv_reader_next (reader, &row, &error), CSV_END);
  ck_assert_ptr_null (row);
  ck_assert_ptr_null (error);
}
END_TEST

START_TEST (an_error_of_the_stream_is_passed_on)
{
  Stream stream = stream_of (TEXT ("a\n\"b\nc"));
  const Row *row = NULL;

  stream.fails = TRUE;
  g_autoptr (CsvReader) reader = reader_of (&stream);

  check_next (reader, CELLS ("a", NULL), 1);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_int_eq (csv_reader_next (reader, &row, &error), CSV_REFUSED);
      ck_assert (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_IO));
      ck_assert_str_eq (error->message, "the disk is on fire");
    }
}
END_TEST

START_TEST (an_error_of_the_stream_comes_after_the_same_rows)
{
  static const char *const texts[] = { "", "\xff", "\xef\xbb\xbf", "a", "a,b\r" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize piece = 1; piece < 4; piece++)
      {
        Stream stream = stream_of (texts[i], strlen (texts[i]));

        stream.piece = piece;
        stream.fails = TRUE;
        check_transcript (stream, "the disk is on fire");
      }
}
END_TEST

START_TEST (the_name_is_no_format)
{
  char name[] = "100%s.csv";
  Stream stream = stream_of (TEXT ("\""));
  g_autoptr (CsvReader) reader = csv_reader_new (name, ',', stream_read, &stream);
  g_autoptr (GError) error = NULL;
  const Row *row = NULL;

  name[0] = '\0'; /* it was copied */
  ck_assert_int_eq (csv_reader_next (reader, &row, &error), CSV_REFUSED);
  ck_assert_str_eq (error->message, "100%s.csv:1: " OPEN_QUOTE);
}
END_TEST

START_TEST (freeing_nothing_is_fine) { csv_reader_free (NULL); }
END_TEST

/* GLib says "Bail out!" on standard output, which would end the TAP that Check writes there. */
static void
expect_abort (void)
{
  ck_assert_ptr_nonnull (freopen ("/dev/null", "w", stdout));
}

START_TEST (other_characters_do_not_separate)
{
  Stream stream = stream_of (TEXT (""));

  expect_abort ();
  csv_reader_new ("t.csv", '|', stream_read, &stream);
}
END_TEST

START_TEST (wanted_columns_must_ascend)
{
  Stream stream = stream_of (TEXT (""));
  g_autoptr (CsvReader) reader = reader_of (&stream);

  expect_abort ();
  csv_reader_want (reader, (const guint[]){ 2, 2 }, 2);
}
END_TEST

/* Against libcsv itself, used in the plainest way: the whole input at once. */

static void
on_plain_cell (void *text, size_t length, void *transcript)
{
  g_string_append_c (transcript, '[');
  g_string_append_len (transcript, text, (gssize) length);
  g_string_append_c (transcript, ']');
}

static void
on_plain_row (int terminator G_GNUC_UNUSED, void *transcript)
{
  g_string_append_c (transcript, ' ');
}

static int
no_space (unsigned char byte G_GNUC_UNUSED)
{
  return 0;
}

/* NULL when libcsv refuses. */
static char *
transcribe_plainly (const GString *text)
{
  GString *transcript = g_string_new (NULL);
  struct csv_parser parser;

  csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_space_func (&parser, no_space);
  gboolean fine = csv_parse (&parser, text->str, text->len, on_plain_cell, on_plain_row, transcript)
                      == text->len
                  && csv_fini (&parser, on_plain_cell, on_plain_row, transcript) == 0;

  csv_free (&parser);
  g_string_append (transcript, "end");
  return g_string_free (transcript, !fine);
}

static gboolean
has_lone_return (const GString *text)
{
  gboolean quoted = FALSE;

  for (gsize i = 0; i < text->len; i++)
    {
      quoted ^= text->str[i] == '"';
      if (text->str[i] == '\r' && text->str[i + 1] != '\n' && !quoted)
        return TRUE;
    }
  return FALSE;
}

static void
check_against_libcsv (const GString *text, gsize piece)
{
  Stream stream = stream_of (text->str, text->len);

  stream.piece = piece;
  g_autofree char *ours = transcribe (&stream, ',', FALSE);
  g_autofree char *plain = transcribe_plainly (text);

  if (plain == NULL || has_lone_return (text))
    ck_assert_msg (!g_str_has_suffix (ours, "end"), "not refused: %s", text->str);
  else
    ck_assert_str_eq (ours, plain);
}

START_TEST (libcsv_agrees_on_random_input)
{
  static const char *const tokens[] = { "a",    "\xc3\xbc", " ",  ",",    ",",        "\"", "\"",
                                        "\"\"", "\",\"",    "\n", "\r\n", "\"\r\n\"", "\r" };
  GRand *random = g_rand_new_with_seed (4180);

  for (int i = 0; i < 20000; i++)
    {
      GString *text = g_string_new (NULL);
      /* half of the inputs have no lone CR, which otherwise would refuse most of them */
      int choices = (int) G_N_ELEMENTS (tokens) - i % 2;

      for (int left = g_rand_int_range (random, 1, 13); left > 0; left--)
        g_string_append (text, tokens[g_rand_int_range (random, 0, choices)]);
      check_against_libcsv (text, (gsize) g_rand_int_range (random, 1, 20));
      g_string_free (text, TRUE);
    }
  g_rand_free (random);
}
END_TEST

/* Rows had together. */

static char *
transcribe_wanted (Stream stream, guint most)
{
  static const guint columns[] = { 0, 2, 3 };
  g_autoptr (CsvReader) reader = reader_of (&stream);
  g_autoptr (GError) error = NULL;
  GString *transcript = g_string_new (NULL);
  const Row *rows;
  guint count;

  csv_reader_want (reader, columns, G_N_ELEMENTS (columns));
  while (csv_reader_next_rows (reader, most, &rows, &count, &error) == CSV_ROW)
    {
      ck_assert_uint_ge (count, 1);
      ck_assert_uint_le (count, most);
      for (guint i = 0; i < count; i++)
        {
          g_string_append_printf (transcript, "%" G_GUINT64_FORMAT ":%u:%.*s", rows[i].line,
                                  rows[i].cell_count, (int) rows[i].raw.length, rows[i].raw.text);
          for (guint cell = 0; cell < G_N_ELEMENTS (columns); cell++)
            g_string_append_printf (transcript, "[%.*s]", (int) rows[i].cells[cell].length,
                                    rows[i].cells[cell].text);
        }
    }
  g_string_append (transcript, error != NULL ? error->message : "end");
  return g_string_free (transcript, FALSE);
}

/* Regular records, and among them what the judge must see, blank lines, quotes to be undone. */
static GString *
varied_records (guint count)
{
  static const char *const odd[]
      = { "\"a\"\"b\",c,\"d\"\"\"\"e\",f\n", "\n",           "\"x\ny\",\"z\",,\n", "one\n",
          "\xc3\xa4,\xc3\xb6,\xc3\xbc,\n",   "a,b,c,d,e\r\n" };
  GString *text = g_string_new ("h,i,j,k\n");

  for (guint i = 0; i < count; i++)
    if (i % 7 == 3)
      g_string_append (text, odd[i / 7 % G_N_ELEMENTS (odd)]);
    else
      g_string_append_printf (text, "%u,bb,\"q%u\",%*u\n", i, i, (int) (i % 40), i);
  return text;
}

START_TEST (rows_had_together_are_those_had_one_by_one)
{
  static const char *const ends[] = { "", "last", "a,\"b\n", "a\"b,c\n", "\x1a" };
  static const gsize pieces[] = { 1, 7, 64, 1000, G_MAXSIZE };

  for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
    {
      g_autoptr (GString) text = varied_records (500);
      g_string_append (text, ends[end]);
      g_autofree char *expected = transcribe_wanted (stream_of (text->str, text->len), 1);
      for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
        for (guint most = 2; most <= 2 * ROWS_TOGETHER_MAX; most += 15)
          {
            Stream stream = stream_of (text->str, text->len);
            stream.piece = pieces[i];
            g_autofree char *found = transcribe_wanted (stream, most);
            ck_assert_str_eq (found, expected);
          }
    }
}
END_TEST

static TCase *
case_of (Suite *suite, const char *name)
{
  TCase *tcase = tcase_create (name);

  suite_add_tcase (suite, tcase);
  return tcase;
}

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("csv-reader");
  TCase *dialect = case_of (suite, "dialect");
  TCase *wanted = case_of (suite, "wanted columns");
  TCase *limits = case_of (suite, "limits");
  TCase *failures = case_of (suite, "failures");
  TCase *programmer = case_of (suite, "programmer errors");

  tcase_add_loop_test (dialect, the_dialect_is_held, 0, G_N_ELEMENTS (dialect_cases));
  tcase_add_loop_test (dialect, pieces_make_no_difference, 0, G_N_ELEMENTS (dialect_cases));
  tcase_add_loop_test (dialect, further_records_are_told_like_the_first, 0,
                       G_N_ELEMENTS (dialect_cases));
  tcase_add_test (dialect, what_is_wrong_is_told_before_more_is_read);
  tcase_add_test (dialect, other_separators_separate);
  tcase_add_loop_test (dialect, a_sep_line_and_a_ctrl_z_are_skipped, 0, G_N_ELEMENTS (sep_cases));
  tcase_add_test (dialect, raw_texts_hold_the_separator_as_it_is);
  tcase_add_loop_test (dialect, edges_of_buffers_make_no_difference, 0, G_N_ELEMENTS (edge_cases));
  tcase_add_test (dialect, libcsv_agrees_on_random_input);
  tcase_add_test (wanted, wanted_columns_are_handed_out);
  tcase_add_test (wanted, columns_can_be_wanted_before_the_first_row);
  tcase_add_test (wanted, rows_had_together_are_those_had_one_by_one);
  tcase_add_loop_test (limits, limits_hold_to_the_byte, 0, G_N_ELEMENTS (limit_cases));
  tcase_add_test (limits, the_longest_record_may_be_one_line);
  tcase_add_test (limits, a_line_without_end_is_not_read_for_ever);
  tcase_add_test (limits, limits_hold_for_unwanted_columns);
  tcase_add_test (limits, a_long_record_is_kept_whole);
  tcase_add_test (failures, a_refusal_is_repeated);
  tcase_add_test (failures, the_end_is_repeated);
  tcase_add_test (failures, an_error_of_the_stream_is_passed_on);
  tcase_add_test (failures, an_error_of_the_stream_comes_after_the_same_rows);
  tcase_add_test (failures, the_name_is_no_format);
  tcase_add_test (failures, freeing_nothing_is_fine);
  /* Without a process of their own they would end the whole program. */
  if (g_strcmp0 (g_getenv ("CK_FORK"), "no") != 0)
    {
      tcase_add_test_raise_signal (programmer, other_characters_do_not_separate, SIGABRT);
      tcase_add_test_raise_signal (programmer, wanted_columns_must_ascend, SIGABRT);
    }
  return suite;
}

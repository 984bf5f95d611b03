/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/csv-judge.h"

#include <csv.h>

#include "input/bytes/limits.h"
#include "input/rows/line-fault.h"
#include "input/rows/plain-cells.h"
#include "input/rows/sep-line.h"

/* libcsv keeps the closing quote for a while, and asks for room before it looks at a byte. */
#define CELL_BUFFER_BYTES_MAX (CSV_CELL_BYTES_MAX + 2)
#define CELL_BLOCK_BYTES (64 * 1024) /* libcsv alone would grow a cell by 128 bytes at a time */

/* What messages say was found and expected; never the text of a cell. */
#define OPEN_QUOTE \
  "quote opened here is never closed; expected a closing quote before the end of the file"
#define TEXT_AFTER_QUOTE "text after a closing quote; expected a separator or the end of the line"
#define STRAY_QUOTE "a quote inside an unquoted cell; expected a quoted cell with the quote doubled"
#define LONG_CELL "a cell of more than 1 MiB; expected at most 1 MiB (is a quote never closed?)"
#define MANY_CELLS "a record of more than 4,096 cells; expected at most 4,096"

struct CsvJudge
{
  SepLine sep_line;
  struct csv_parser parser;
  gboolean begins; /* no line of the record was seen */
  gboolean row_ended;
  const char *problem; /* what the callbacks found */
  guint cell_count;
  GString *store; /* the cells, one after the other */
  Slice *cells;   /* the texts are set when the row has ended */
};

static int
is_space (unsigned char byte G_GNUC_UNUSED)
{
  return 0; /* blanks round a cell belong to it */
}

static void *
reallocate_cell (void *memory, size_t size)
{
  return size <= CELL_BUFFER_BYTES_MAX ? g_realloc (memory, size) : NULL;
}

CsvJudge *
csv_judge_new (char separator)
{
  CsvJudge *self = g_new0 (CsvJudge, 1);

  self->store = g_string_new (NULL);
  self->cells = g_new (Slice, CSV_COLUMNS_MAX);
  csv_init (&self->parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim (&self->parser, (guchar) separator);
  csv_set_space_func (&self->parser, is_space);
  csv_set_realloc_func (&self->parser, reallocate_cell);
  csv_set_free_func (&self->parser, g_free);
  csv_set_blk_size (&self->parser, CELL_BLOCK_BYTES);
  csv_judge_begin (self);
  return self;
}

void
csv_judge_free (CsvJudge *self)
{
  if (self == NULL)
    return;
  csv_free (&self->parser);
  sep_line_clear (&self->sep_line);
  g_string_free (self->store, TRUE);
  g_free (self->cells);
  g_free (self);
}

gboolean
csv_judge_take_sep_line (CsvJudge *self, Slice line)
{
  if (!sep_line_take (&self->sep_line, line))
    return FALSE;
  csv_set_delim (&self->parser, (guchar) sep_line_byte (&self->sep_line));
  return TRUE;
}

char
csv_judge_separator (CsvJudge *self)
{
  const guchar separator = csv_get_delim (&self->parser);
  return separator < 0x80 ? (char) separator : '\0';
}

void
csv_judge_begin (CsvJudge *self)
{
  self->begins = TRUE;
  self->row_ended = FALSE;
  self->cell_count = 0;
  g_string_truncate (self->store, 0);
}

/* A separator of several bytes stands as one in @cell. */
static gsize
store_cell (CsvJudge *self, Slice cell)
{
  const gsize before = self->store->len;

  g_string_set_size (self->store, before + cell.length * MAX (self->sep_line.length, 1));
  const gsize length = sep_line_store (&self->sep_line, cell, self->store->str + before);
  g_string_truncate (self->store, before + length);
  return length;
}

/* The callbacks of libcsv cannot stop it: they only take notes. */
static void
take_cell (const char *text, gsize length, gpointer data)
{
  CsvJudge *self = data;
  const guint column = self->cell_count++;

  if (length > CSV_CELL_BYTES_MAX)
    self->problem = LONG_CELL;
  if (column >= CSV_COLUMNS_MAX)
    self->problem = MANY_CELLS;
  if (self->problem == NULL)
    self->cells[column].length = store_cell (self, (Slice){ text, length });
}

static void
on_cell (void *text, size_t length, void *data)
{
  take_cell (text, length, data);
}

static void
on_row (int terminator G_GNUC_UNUSED, void *data)
{
  CsvJudge *self = data;

  g_assert (!self->row_ended);
  self->row_ended = TRUE;
}

static CsvFault
noted_problem (const CsvJudge *self)
{
  return (CsvFault){ self->problem, TRUE };
}

static CsvFault
feed (CsvJudge *self, const char *text, gsize length)
{
  const gsize done = csv_parse (&self->parser, text, length, on_cell, on_row, self);

  if (done == length)
    return noted_problem (self);
  if (csv_error (&self->parser) == CSV_ENOMEM)
    return (CsvFault){ LONG_CELL, TRUE };
  /* It stops at the byte it cannot take. After a closing quote a quote is never that byte. */
  return (CsvFault){ text[done] == '"' ? STRAY_QUOTE : TEXT_AFTER_QUOTE, FALSE };
}

/* Of the first line of a record what is plain is cut into cells without libcsv. */
CsvFault
csv_judge_take_line (CsvJudge *self, Slice line)
{
  const Slice shown = sep_line_shorten (&self->sep_line, line);
  const gsize length = line_fault_without_end (shown).length;
  const gboolean begins = self->begins;
  gsize done = 0;

  self->begins = FALSE;
  if (begins && length > 0)
    done = plain_cells_take (shown.text, length, (char) csv_get_delim (&self->parser), take_cell,
                             self);
  if (self->problem != NULL)
    return noted_problem (self);
  self->row_ended = done > length;
  return self->row_ended ? (CsvFault){ NULL, FALSE }
                         : feed (self, shown.text + done, shown.length - done);
}

/* csv_fini would forget an earlier error: there must be none. */
CsvFault
csv_judge_finish (CsvJudge *self)
{
  g_assert (csv_error (&self->parser) == CSV_SUCCESS);
  if (csv_fini (&self->parser, on_cell, on_row, self) != 0)
    return (CsvFault){ OPEN_QUOTE, TRUE };
  return noted_problem (self);
}

gboolean
csv_judge_has_row (const CsvJudge *self)
{
  return self->row_ended;
}

const Slice *
csv_judge_cells (CsvJudge *self, guint *count)
{
  const char *text = self->store->str;

  g_assert (self->row_ended && self->problem == NULL);
  for (guint i = 0; i < self->cell_count; text += self->cells[i++].length)
    self->cells[i].text = text;
  *count = self->cell_count;
  return self->cells;
}

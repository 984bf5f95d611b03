/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-table.h"

#include "base/worker.h"
#include "core/report/report-cell.h"
#include "output/text/row-remarks.h"
#include "output/text/verdict/report-verdict.h"
#include "output/xlsx/xlsx-row.h"

#define WIDTH_AMOUNT 16
#define WIDTH_AMOUNT_MAX 60
#define WIDTH_COUNT 11
#define WIDTH_DAY 12
#define WIDTH_TEXT_MIN 9
#define WIDTH_TEXT_MAX 34
#define WIDTH_ID 14       /* the first block of a GUID and more; the cell holds all of it */
#define WIDTH_FILE_MAX 48 /* paths differ at their ends */
#define WIDTH_MESSAGE 80
#define WIDTH_REMARK 60
#define HEADER_LINES 2
#define SHARE_ROWS 1000 /* what decides the bytes, so that the threads do not */

struct XlsxTable
{
  const Report *report;
  ReportTable table;
  const char *title;
  guint32 rows_max;
  XlsxRowLayout *layout;
  MoneyPlaces *places;
  gboolean reliable;
  gboolean has_inexact;
  gboolean has_remarks;
};

/* What is to be said of a row beside its figures; NULL: nothing. (transfer full) */
static char *
remark_of (const XlsxTable *self, gconstpointer row)
{
  if (self->table == REPORT_AGREEMENTS)
    return row_remarks_of_agreement (row, self->places);
  if (self->table != REPORT_TIE_OUT)
    return NULL;

  const TieOutRow *tie = row;
  const char *remark = row_remarks_of_tie_out (tie);
  const gboolean agrees = report_word_tie_out_agrees (tie->result);

  if (agrees && !self->reliable)
    return g_strdup_printf ("not reliable: agrees as read%s%s", remark != NULL ? ", " : "",
                            remark != NULL ? remark : "");
  return g_strdup (remark);
}

static gboolean
find_remark (const XlsxTable *self)
{
  ReportBuffer buffer = { 0 };

  for (gsize i = 0; i < report_row_count (self->report, self->table); i++)
    {
      g_autofree char *remark
          = remark_of (self, report_read (self->report, self->table, i, &buffer));

      if (remark != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_inexact (const XlsxTable *self)
{
  ReportBuffer buffer = { 0 };

  for (gsize i = 0; i < report_row_count (self->report, self->table); i++)
    if (xlsx_row_is_inexact (self->layout, report_read (self->report, self->table, i, &buffer)))
      return TRUE;
  return FALSE;
}

XlsxTable *
xlsx_table_new (const Report *report, ReportTable table, const char *title, guint32 rows_max)
{
  XlsxTable *self = g_new0 (XlsxTable, 1);

  self->report = report;
  self->table = table;
  self->title = title;
  self->rows_max = rows_max;
  self->layout = xlsx_row_layout_new (report_schema (report), table);
  self->places
      = table == REPORT_AGREEMENTS ? money_places_new_of_report (report) : money_places_new ();
  self->reliable = report_verdict_kind (report) != VERDICT_NOT_RELIABLE;
  self->has_inexact = find_inexact (self);
  self->has_remarks = (table == REPORT_AGREEMENTS || table == REPORT_TIE_OUT) && find_remark (self);
  return self;
}

void
xlsx_table_free (XlsxTable *self)
{
  if (self == NULL)
    return;
  xlsx_row_layout_free (self->layout);
  money_places_free (self->places);
  g_free (self);
}

guint
xlsx_table_part_count (const XlsxTable *self)
{
  const gsize rows = report_row_count (self->report, self->table);

  return rows == 0 ? 1 : (guint) ((rows - 1) / self->rows_max + 1);
}

static guint32
part_rows (const XlsxTable *self, guint part)
{
  const gsize done = (gsize) part * self->rows_max;

  return (guint32) MIN (report_row_count (self->report, self->table) - done, self->rows_max);
}

static char *
part_title (const XlsxTable *self, guint part)
{
  return part == 0 ? g_strdup (self->title) : g_strdup_printf ("%s %u", self->title, part + 1);
}

void
xlsx_table_append_range (const XlsxTable *self, guint part, const char *name, GString *out)
{
  g_autofree char *title = part_title (self, part);
  const guint32 rows = MAX (part_rows (self, part), 1);
  guint16 index = 0;

  while (!g_str_equal (g_array_index (self->layout->places, XlsxPlace, index).column->name, name))
    g_assert (++index < self->layout->places->len);
  g_string_append_printf (out, "'%s'!", title);
  xlsx_cell_append_fixed ((XlsxCell){ 1, index }, out);
  g_string_append_c (out, ':');
  xlsx_cell_append_fixed ((XlsxCell){ rows, index }, out);
}

/* Headers: "pec_earned" is "PEC earned" */

static char *
make_header (const XlsxPlace *place)
{
  static const char *const upper[] = { "aco", "pec", "id", "sha256", NULL };
  const char *name
      = place->column->type == COLUMN_FITS ? fit_name ((Fit) place->fit) : place->column->name;
  g_auto (GStrv) words = g_strsplit (name, "_", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (upper, words[i]))
      for (char *at = words[i]; *at != '\0'; at++)
        *at = g_ascii_toupper (*at);
  words[0][0] = g_ascii_toupper (words[0][0]);

  if (g_str_equal (name, "allowance"))
    return g_strdup ("Allowance for rounding");
  g_autofree char *text = g_strjoinv (" ", words);
  return place->column->type == COLUMN_FITS ? g_strconcat ("Fits ", name, NULL)
                                            : g_steal_pointer (&text);
}

static gboolean
is_number (ColumnType type)
{
  return type == COLUMN_AMOUNT || type == COLUMN_DECIMAL || type == COLUMN_COUNT
         || type == COLUMN_LINE || type == COLUMN_DAYS || type == COLUMN_FITS;
}

static guint
column_width (const XlsxSheet *sheet, guint16 index, const ReportColumn *column)
{
  if (column->type == COLUMN_AMOUNT || column->type == COLUMN_DECIMAL)
    return CLAMP (xlsx_sheet_content_width (sheet, index), WIDTH_AMOUNT, WIDTH_AMOUNT_MAX);
  if (column->type == COLUMN_DAY)
    return WIDTH_DAY;
  if (is_number (column->type))
    return WIDTH_COUNT;
  if (g_str_has_suffix (column->name, "_id") || g_str_equal (column->name, "sha256"))
    return WIDTH_ID;
  if (g_str_equal (column->name, "message"))
    return WIDTH_MESSAGE;
  return CLAMP (xlsx_sheet_content_width (sheet, index) + 3, WIDTH_TEXT_MIN,
                g_str_equal (column->name, "file") ? WIDTH_FILE_MAX : WIDTH_TEXT_MAX);
}

/* After the columns of the table and the exact amounts. */
static guint16
remark_column (const XlsxTable *self)
{
  return (guint16) (self->layout->places->len + (self->has_inexact ? 1 : 0));
}

static void
write_header (const XlsxTable *self, XlsxSheet *sheet)
{
  xlsx_sheet_set_height (sheet, 0, HEADER_LINES);
  for (guint16 i = 0; i < self->layout->places->len; i++)
    {
      const XlsxPlace *place = &g_array_index (self->layout->places, XlsxPlace, i);
      g_autofree char *text = make_header (place);

      xlsx_sheet_put_text (sheet, (XlsxCell){ 0, i }, text,
                           is_number (place->column->type) ? XLSX_STYLE_HEADER_NUMBER
                                                           : XLSX_STYLE_HEADER);
    }
  if (self->has_inexact)
    xlsx_sheet_put_text (sheet, (XlsxCell){ 0, (guint16) self->layout->places->len },
                         "Exact amounts", XLSX_STYLE_HEADER);
  if (self->has_remarks)
    xlsx_sheet_put_text (sheet, (XlsxCell){ 0, remark_column (self) }, "Remark", XLSX_STYLE_HEADER);
}

/* Customers' ids and names, or the column that names the row, stay in view. */
static guint16
frozen_columns (const XlsxTable *self)
{
  return g_str_equal (self->layout->info->columns[0].name, "customer_id") ? 2 : 1;
}

static void
lay_out (const XlsxTable *self, XlsxSheet *sheet, guint32 rows)
{
  const guint16 count = (guint16) (remark_column (self) + (self->has_remarks ? 1 : 0));

  for (guint16 i = 0; i < self->layout->places->len; i++)
    xlsx_sheet_set_width (
        sheet, i,
        column_width (sheet, i, g_array_index (self->layout->places, XlsxPlace, i).column));
  if (self->has_inexact)
    xlsx_sheet_set_width (sheet, (guint16) self->layout->places->len, WIDTH_TEXT_MAX);
  if (self->has_remarks)
    xlsx_sheet_set_width (sheet, remark_column (self), WIDTH_REMARK);
  xlsx_sheet_make_table (sheet, rows, count, frozen_columns (self));
}

static void
write_row (const XlsxTable *self, gconstpointer row, XlsxSheet *sheet, guint32 sheet_row)
{
  xlsx_row_write (self->layout, row, self->has_inexact, sheet, sheet_row);
  if (!self->has_remarks)
    return;
  g_autofree char *remark = remark_of (self, row);
  xlsx_sheet_put_text (sheet, (XlsxCell){ sheet_row, remark_column (self) }, remark,
                       XLSX_STYLE_DOUBT);
}

/* The rows of a part are put in shares, on several threads, and added in their order. */
typedef struct
{
  const XlsxTable *table;
  XlsxSheet *sheet;
  gsize first; /* in the table */
  guint32 rows;
  /* Of all that follows, and of adding; of POSIX, so that ThreadSanitizer sees it. */
  pthread_mutex_t lock;
  pthread_cond_t turned;
  guint added;
} Filling;

static void
fill_share (gpointer data, guint index)
{
  Filling *self = data;
  const guint32 start = index * SHARE_ROWS, end = MIN (start + SHARE_ROWS, self->rows);
  const XlsxTable *table = self->table;
  ReportBuffer buffer = { 0 };
  g_autoptr (XlsxSheet) share = xlsx_sheet_new_share (self->sheet);

  for (guint32 i = start; i < end; i++)
    write_row (table, report_read (table->report, table->table, self->first + i, &buffer), share,
               i + 1);
  xlsx_sheet_pack (share);
  pthread_mutex_lock (&self->lock);
  while (self->added < index)
    pthread_cond_wait (&self->turned, &self->lock);
  xlsx_sheet_add (self->sheet, share);
  self->added++;
  pthread_cond_broadcast (&self->turned);
  pthread_mutex_unlock (&self->lock);
}

static void
learn_currencies (const Filling *self)
{
  const ReportColumn *column = self->table->layout->currency;
  ReportBuffer buffer = { 0 };

  for (guint32 i = 0; i < self->rows && column != NULL; i++)
    {
      gconstpointer row
          = report_read (self->table->report, self->table->table, self->first + i, &buffer);

      xlsx_sheet_learn (self->sheet, report_cell_text (column, row));
    }
}

static void
fill (const XlsxTable *self, guint part, guint jobs, XlsxSheet *sheet)
{
  Filling filling = { .table = self,
                      .sheet = sheet,
                      .first = (gsize) part * self->rows_max,
                      .rows = part_rows (self, part) };

  learn_currencies (&filling);
  pthread_mutex_init (&filling.lock, NULL);
  pthread_cond_init (&filling.turned, NULL);
  worker_share ("workbook", jobs, (filling.rows + SHARE_ROWS - 1) / SHARE_ROWS, fill_share,
                &filling);
  pthread_mutex_destroy (&filling.lock);
  pthread_cond_destroy (&filling.turned);
}

static void
write_part (const XlsxTable *self, guint part, XlsxBook *book)
{
  g_autofree char *title = part_title (self, part);
  XlsxSheet *sheet = xlsx_book_add_sheet (book, title);

  if (sheet == NULL)
    return;
  write_header (self, sheet);
  fill (self, part, xlsx_book_jobs (book), sheet);
  lay_out (self, sheet, part_rows (self, part));
  if (!self->reliable)
    xlsx_sheet_set_alarm (sheet, XLSX_ALARM);
}

void
xlsx_table_write (const XlsxTable *self, XlsxBook *book)
{
  for (guint part = 0; part < xlsx_table_part_count (self); part++)
    write_part (self, part, book);
}

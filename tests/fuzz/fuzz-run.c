/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fuzz-run.h"

#include <json.h>

#include "base/recon-error.h"
#include "core/answer/pec-report.h"
#include "core/rule/reckon.h"
#include "fuzz-stream.h"
#include "input/billing/file-reader.h"
#include "input/rows/csv-reader.h"
#include "output/html/report-html.h"
#include "output/journal/journal.h"
#include "output/rejects-csv.h"
#include "output/table/pec-json.h"
#include "output/table/report-csv.h"
#include "output/table/report-focus.h"
#include "output/table/report-json.h"
#include "output/text/check-text.h"
#include "output/text/pec-text.h"
#include "output/text/report-text.h"

#define FILES_MAX 4
#define FILE_END "\n~~~\n"

typedef enum
{
  WRITE_TEXT = 1,
  WRITE_TABLES = 2,
  WRITE_JOURNALS = 4,
  WRITE_PEC = 8,
  WRITE_PAGE = 16
} Forms;

typedef struct
{
  Slice files[FILES_MAX];
  guint file_count;
  Slice pieces; /* of the second reading */
  ReadPlan plan;
  ColumnMap *map;
  ReckonPlan reckoning;
  guint forms;
  gsize width;
  HashKey key; /* of the second reading */
  guint64 cut; /* where it cuts each file: behind so many good rows; 0: nowhere */
} Run;

static const char *const names[FILES_MAX] = { "a.csv", "b.csv", "c.csv", "d.csv" };

/* Reading. */

typedef struct
{
  const Run *run;
  guint32 index;
  Books *books;
  InputTally *input;
  Rejects *rejects;
  GArray *sums; /* of PlainSum */
  guint64 rows;
  guint64 row;       /* of the file, good ones */
  guint64 from, end; /* which of them are taken */
} Reading;

static void
clear_sum (gpointer data)
{
  g_free (((PlainSum *) data)->currency);
}

static void
init_reading (Reading *self, const Run *run)
{
  *self = (Reading){ .run = run, .rejects = rejects_new (), .end = G_MAXUINT64 };
  self->sums = g_array_new (FALSE, TRUE, sizeof (PlainSum));
  g_array_set_clear_func (self->sums, clear_sum);
}

static void
clear_reading (Reading *self)
{
  books_free (self->books);
  rejects_free (self->rejects);
  g_array_unref (self->sums);
}

static void
take_header (gpointer data, const Header *header, const KindReader *kind)
{
  Reading *self = data;

  self->input = input_book_file (self->books->inputs, self->index, names[self->index], kind->kind);
  g_free (self->input->unknown_columns); /* JSON may bring further columns later */
  self->input->unknown_columns = g_strdup (header_unknown_columns (header));
}

static gboolean
is_taken (const Reading *self)
{
  return self->row >= self->from && self->row < self->end;
}

/* FALSE: the next good row is none of the part that is read. */
static gboolean
begin_row (Reading *self)
{
  const gboolean taken = is_taken (self);

  self->row++;
  if (taken)
    self->rows++;
  return taken;
}

static void
take_balance (gpointer data, const BalanceRow *row)
{
  Reading *self = data;

  if (begin_row (self))
    books_add_balance (self->books, self->input, row);
}

static PlainSum *
sum_of (GArray *sums, Slice currency)
{
  PlainSum new_sum = { .currency = slice_dup_upper (currency) };

  for (guint i = 0; i < sums->len; i++)
    {
      PlainSum *sum = &g_array_index (sums, PlainSum, i);
      if (strcmp (sum->currency, new_sum.currency) != 0)
        continue;
      g_free (new_sum.currency);
      return sum;
    }
  g_array_append_val (sums, new_sum);
  return &g_array_index (sums, PlainSum, sums->len - 1);
}

static void
take_invoice (gpointer data, const InvoiceLine *line)
{
  Reading *self = data;

  if (!begin_row (self))
    return;
  books_add_invoice_line (self->books, self->input, line);
  if (slice_is_empty (line->invoice))
    return;
  PlainSum *sum = sum_of (self->sums, line->currency);
  sum->lines++;
  sum->subtotal = decimal_add (sum->subtotal, line->subtotal);
  sum->tax = decimal_add (sum->tax, line->tax);
  sum->total = decimal_add (sum->total, line->total);
}

static void
take_usage (gpointer data, const UsageRow *row)
{
  Reading *self = data;

  if (begin_row (self))
    books_add_usage (self->books, self->input, row);
}

static void
take_legacy (gpointer data)
{
  Reading *self = data;

  if (begin_row (self))
    self->input->rows++;
}

static gboolean
take_bad_row (gpointer data, const BadRow *row)
{
  const Reading *self = data;

  if (!is_taken (self))
    return TRUE;
  rejects_add (self->rejects, names[self->index], row->line, row->column, row->reason, row->raw);
  input_book_tally_add_rejected (self->input, (Position){ self->index, row->line }, row->reason);
  return TRUE;
}

static const FileVisitor into_books = { .header = take_header,
                                        .records.balance = take_balance,
                                        .records.invoice = take_invoice,
                                        .records.usage = take_usage,
                                        .legacy = take_legacy,
                                        .bad_row = take_bad_row };

static gboolean
read_file (const Run *run, guint32 index, Slice pieces, const FileVisitor *visitor, gpointer data,
           GError **error)
{
  FuzzStream stream = { .bytes = run->files[index], .pieces = pieces };

  const Content content
      = { .name = names[index], .index = index, .read = fuzz_stream_read, .stream = &stream };

  return file_reader_read (&content, &run->plan, visitor, data, error);
}

/* All files into the same books. */
static gboolean
read_together (Reading *self, GError **error)
{
  const HashKey key = { 1, 2 };

  self->books = books_new (&key);
  for (self->index = 0; self->index < self->run->file_count; self->index++)
    if (!read_file (self->run, self->index, slice_of (""), &into_books, self, error))
      return FALSE;
  return TRUE;
}

/* The good rows of the file from @from to @end, and the bad ones between them, into @whole. */
static gboolean
read_part (Reading *self, guint64 from, guint64 end, Books *whole, GError **error)
{
  self->books = books_new (&self->run->key);
  self->row = 0;
  self->from = from;
  self->end = end;
  const gboolean read
      = read_file (self->run, self->index, self->run->pieces, &into_books, self, error);
  if (read)
    books_merge (whole, self->books);
  g_clear_pointer (&self->books, books_free);
  return read;
}

/* Each file into books of its own, or two of them, in other pieces and under another key. */
static gboolean
read_apart (Reading *self, GError **error)
{
  const guint64 cut = self->run->cut;
  Books *all = books_new (&self->run->key);
  gboolean read = TRUE;

  for (self->index = 0; read && self->index < self->run->file_count; self->index++)
    read = (cut == 0 || read_part (self, 0, cut, all, error))
           && read_part (self, cut, G_MAXUINT64, all, error);
  self->books = all;
  return read;
}

/* The report as JSON, or why there is none. *report: NULL or (transfer full). */
static GString *
tell (Reading *self, gboolean read, GError *failure, Report **report)
{
  g_autoptr (GError) error = failure;
  GString *told = g_string_new (NULL);

  REQUIRE (read == (error == NULL));
  *report = NULL;
  if (read && rejects_count (self->rejects) > 0 && !self->run->plan.keep_going)
    {
      g_string_printf (told, "%u: %s", rejects_count (self->rejects),
                       rejects_get (self->rejects, 0)->reason);
      return told;
    }
  if (read)
    *report = reckon (self->books, &self->run->reckoning, &error);
  if (*report == NULL)
    {
      REQUIRE (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
      return g_string_append (told, error->message);
    }
  g_autoptr (Sink) sink = sink_new_string (told);
  report_json_write (*report, 0, sink);
  REQUIRE (sink_flush (sink, NULL));
  return told;
}

/* Forms. */

static void
check_json (const char *text, gsize length)
{
  struct json_tokener *tokener = json_tokener_new ();

  json_tokener_set_flags (tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
  struct json_object *object = json_tokener_parse_ex (tokener, text, (int) length);
  if (object == NULL) /* it waits for more after a number, but never after a bracket */
    g_printerr ("%s\n", json_tokener_error_desc (json_tokener_get_error (tokener)));
  REQUIRE (object != NULL);
  json_object_put (object);
  json_tokener_free (tokener);
}

/* Text for people: UTF-8 without anything that moves the cursor. */
static void
check_text (const GString *text)
{
  REQUIRE (g_utf8_validate (text->str, (gssize) text->len, NULL));
  for (const char *at = text->str; *at != '\0'; at += g_utf8_skip[(guchar) *at])
    {
      const gunichar c = g_utf8_get_char (at);
      REQUIRE (c == '\n' || (c >= 0x20 && c != 0x7f && !(c >= 0x80 && c < 0xa0)));
      REQUIRE (!(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069));
      REQUIRE (c != 0x2028 && c != 0x2029);
    }
}

static gboolean
is_number (Slice cell)
{
  gsize i = cell.length > 0 && cell.text[0] == '-';

  for (; i < cell.length; i++)
    if (!g_ascii_isdigit (cell.text[i]) && cell.text[i] != '.')
      return FALSE;
  return TRUE;
}

static void
check_cell (Slice cell)
{
  if (cell.length > 0 && memchr ("=+-@\t\r", cell.text[0], 6) != NULL)
    REQUIRE (is_number (cell));
}

/* As many cells in every row, and nothing that a spreadsheet runs. */
static void
check_csv (const GString *text)
{
  FuzzStream stream = { .bytes = { text->str, text->len } };
  g_autoptr (CsvReader) reader = csv_reader_new ("out.csv", ',', fuzz_stream_read, &stream);
  const Row *row;
  guint cell_count = 0;
  CsvStep step;

  while ((step = csv_reader_next (reader, &row, NULL)) == CSV_ROW)
    {
      REQUIRE (cell_count == 0 || row->cell_count == cell_count);
      cell_count = row->cell_count;
      for (guint i = 0; i < cell_count; i++)
        check_cell (row->cells[i]);
    }
  REQUIRE (step == CSV_END && cell_count > 0);
}

static void
write_text (const Run *run, const Books *books, const Report *report)
{
  const TextStyle style = { .width = (guint) run->width };
  g_autoptr (GString) text = g_string_new (NULL);

  report_text_render (report, &style, text);
  check_text (text);
  g_string_truncate (text, 0);
  check_text_render (books, NULL, run->plan.format.date_order, NULL, text);
  check_text (text);
}

static void
write_tables (const Report *report, const Rejects *rejects)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  for (guint table = 0; table < REPORT_TABLE_COUNT; table++)
    {
      report_csv_write (report, (ReportTable) table, sink);
      REQUIRE (sink_flush (sink, NULL));
      check_csv (text);
      g_string_truncate (text, 0);
    }
  report_focus_write (report, sink);
  REQUIRE (sink_flush (sink, NULL));
  check_csv (text);
  g_string_truncate (text, 0);
  rejects_csv_write (rejects, sink);
  REQUIRE (sink_flush (sink, NULL));
  check_csv (text);
}

static void
write_journals (const Report *report)
{
  g_autoptr (AccountMap) map = account_map_new ();

  for (guint format = 0; format < JOURNAL_FORMAT_COUNT; format++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (Sink) sink = sink_new_string (text);

      journal_write (report, (JournalFormat) format, map, sink);
      REQUIRE (sink_flush (sink, NULL));
      if (format == JOURNAL_CSV)
        check_csv (text);
      else
        check_text (text);
    }
}

/* Whatever the texts are, its own script is the only one. */
static void
write_page (const Report *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  report_html_write (report, NULL, sink);
  REQUIRE (sink_flush (sink, NULL));
  REQUIRE (text->len <= REPORT_HTML_BYTES_MAX);
  check_text (text);
  const char *script = strstr (text->str, "<script");
  REQUIRE (script == NULL || strstr (script + 1, "<script") == NULL);
}

/* Partner Earned Credit is reckoned from the rows themselves. */

static void
take_pec_line (gpointer data, const InvoiceLine *line)
{
  pec_book_add_line (data, line);
}

static void
take_pec_usage (gpointer data, const UsageRow *row)
{
  pec_book_add_usage (data, row);
}

static const FileVisitor into_pec_book
    = { .records = { .invoice = take_pec_line, .usage = take_pec_usage } };

static void
write_pec_report (const PecReport *report, gsize width)
{
  const TextStyle style = { .width = (guint) width };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  pec_text_render (report, "", &style, text);
  check_text (text);
  g_string_truncate (text, 0);
  pec_json_write (report, TRUE, 0, sink);
  REQUIRE (sink_flush (sink, NULL));
  check_json (text->str, text->len);
}

static void
write_pec (const Run *run, const Books *books)
{
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  g_autoptr (InvoiceMonths) months
      = invoice_months_decide (invoices, books->inputs, &run->reckoning, NULL);

  REQUIRE (months != NULL);
  g_autoptr (PecBook) pec = pec_book_new (&run->key, months, usage_book_is_gross (books->usage));
  for (guint32 i = 0; i < run->file_count; i++)
    REQUIRE (read_file (run, i, slice_of (""), &into_pec_book, pec, NULL));
  g_autoptr (PecReport) report = pec_report_new (pec, books->names, &run->reckoning, TRUE);
  write_pec_report (report, run->width);
}

static void
write_forms (const Reading *reading, const Report *report)
{
  const Run *run = reading->run;

  if ((run->forms & WRITE_TEXT) != 0)
    write_text (run, reading->books, report);
  if ((run->forms & WRITE_TABLES) != 0)
    write_tables (report, reading->rejects);
  if ((run->forms & WRITE_JOURNALS) != 0)
    write_journals (report);
  if ((run->forms & WRITE_PEC) != 0)
    write_pec (run, reading->books);
  if ((run->forms & WRITE_PAGE) != 0)
    write_page (report);
}

/* The run. */

static Slice
take_file (Slice *rest)
{
  const char *end
      = rest->length > 0 ? g_strstr_len (rest->text, (gssize) rest->length, FILE_END) : NULL;
  const gsize length = end != NULL ? (gsize) (end - rest->text) + 1 : rest->length;
  const gsize skipped = end != NULL ? length + strlen (FILE_END) - 1 : length;
  const Slice file = { rest->text, length };

  rest->text += skipped;
  rest->length -= skipped;
  return file;
}

static void
init_run (Run *self, const guint8 *data, gsize size)
{
  static const char separators[] = { ',', ';', '\t' };
  static const Month months[] = { MONTH_NONE, 2026 * 12 + 9, 2026 * 12 + 8 };
  static const guint widths[] = { 80, 40, 132 };
  Slice rest;
  Choices choices = take_choices (data, size, &rest);

  *self = (Run){ .map = column_map_new (), .reckoning = reckon_plan_default () };
  self->plan.map = self->map;
  self->plan.max_rejects = G_MAXUINT;
  self->plan.separator = separators[choose (&choices, G_N_ELEMENTS (separators))];
  self->plan.format.decimal_mark = choose (&choices, 2) == 0 ? DECIMAL_POINT : DECIMAL_COMMA;
  self->plan.format.date_order = choose (&choices, 2) == 0 ? DATE_MONTH_FIRST : DATE_DAY_FIRST;
  self->plan.keep_going = choose (&choices, 2) == 0;
  self->reckoning.month = months[choose (&choices, G_N_ELEMENTS (months))];
  self->reckoning.as_of = choose (&choices, 2) == 0 ? DAY_NONE : calendar_day (2026, 10, 15);
  self->forms = choose (&choices, 32);
  self->width = widths[choose (&choices, G_N_ELEMENTS (widths))];
  self->key.k0 = choose (&choices, 10);
  self->cut = choose (&choices, 16);
  self->pieces = (Slice){ choices.at, choices.left };
  do
    self->files[self->file_count++] = take_file (&rest);
  while (rest.length > 0 && self->file_count < FILES_MAX);
}

static void
finish (const Run *run, const Reading *reading, const Report *report, CheckRunFunc check)
{
  const FinishedRun finished = { .books = reading->books,
                                 .plan = &run->reckoning,
                                 .report = report,
                                 .invoice_sums = reading->sums,
                                 .rows = reading->rows };

  write_forms (reading, report);
  check (&finished);
}

void
fuzz_run (const guint8 *data, gsize size, CheckRunFunc check)
{
  Run run;
  Reading together, apart;
  GError *error = NULL;
  Report *report, *same_report;

  init_run (&run, data, size);
  init_reading (&together, &run);
  gboolean read = read_together (&together, &error);
  GString *told = tell (&together, read, g_steal_pointer (&error), &report);
  init_reading (&apart, &run);
  read = read_apart (&apart, &error);
  GString *told_again = tell (&apart, read, g_steal_pointer (&error), &same_report);

  REQUIRE (g_string_equal (told, told_again));
  if (report != NULL)
    {
      check_json (told->str, told->len);
      finish (&run, &together, report, check);
    }
  g_string_free (told, TRUE);
  g_string_free (told_again, TRUE);
  report_free (report);
  report_free (same_report);
  clear_reading (&together);
  clear_reading (&apart);
  column_map_free (run.map);
}

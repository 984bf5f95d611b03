/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <string.h>

#include "core/book/row-ids.h"
#include "fuzz-mutate.h"
#include "fuzz-stream.h"
#include "fuzz-target.h"
#include "input/billing/invoice-file.h"
#include "input/billing/usage-file.h"

/*
 * Rows that are read with runs of cells remembered and without say the same: records, what is bad,
 * classes, ids, and what is noted on the way.
 */

FUZZ_MUTATES (fuzz_mutate_csv)

#define COLUMNS_MAX 200

/* One way of reading. */
typedef struct
{
  Cells cells;
  CellFormat format;
  SpreadsheetSigns signs;
  SlashDates dates;
  RowIds *ids;
} Way;

static void
require_equal_texts (Slice a, Slice b)
{
  REQUIRE (a.length == b.length && memcmp (a.text, b.text, a.length) == 0);
}

static void
require_equal_numbers (const Way ways[2], const RowNumbers numbers[2])
{
  for (guint kind = 0; kind < ROW_ID_KIND_COUNT; kind++)
    {
      const guint32 a = numbers[0].of[kind], b = numbers[1].of[kind];

      if (id_table_count (ways[0].ids->tables[kind]) > 0)
        REQUIRE (strcmp (row_ids_text (ways[0].ids, kind, a), row_ids_text (ways[1].ids, kind, b))
                 == 0);
    }
}

static void
require_equal_days (Day a, Day b)
{
  REQUIRE (a == b);
}

static void
compare_lines (const InvoiceLine lines[2])
{
  const InvoiceLine *a = &lines[0], *b = &lines[1];

  require_equal_texts (a->customer, b->customer);
  require_equal_texts (a->customer_name, b->customer_name);
  require_equal_texts (a->partner, b->partner);
  require_equal_texts (a->invoice, b->invoice);
  require_equal_texts (a->currency, b->currency);
  require_equal_texts (a->pricing_currency, b->pricing_currency);
  require_equal_texts (a->subscription, b->subscription);
  require_equal_texts (a->product, b->product);
  require_equal_texts (a->sku, b->sku);
  require_equal_texts (a->availability, b->availability);
  require_equal_texts (a->texts.term, b->texts.term);
  require_equal_texts (a->texts.credit_reason, b->texts.credit_reason);
  require_equal_days (a->order_day, b->order_day);
  require_equal_days (a->charge_start, b->charge_start);
  require_equal_days (a->charge_end, b->charge_end);
  REQUIRE (decimal_equal (a->subtotal, b->subtotal));
  REQUIRE (decimal_equal (a->total, b->total));
  REQUIRE (decimal_equal (a->rate, b->rate));
  REQUIRE (a->product_class == b->product_class && a->line_class == b->line_class);
  REQUIRE (a->has_pec == b->has_pec);
}

static void
read_line (Way ways[2])
{
  InvoiceLine lines[2];
  RowNumbers numbers[2];

  for (guint i = 0; i < 2; i++)
    invoice_file_read (&ways[i].cells, (Position){ 0, 1 }, &lines[i]);
  if (!cells_are_good (&ways[0].cells) || !cells_are_good (&ways[1].cells))
    return;
  for (guint i = 0; i < 2; i++)
    {
      invoice_line_classify (&lines[i], NULL, ways[i].format.decimal_mark, &ways[i].cells.pec);
      numbers[i] = row_ids_number_line (ways[i].ids, &lines[i]);
    }
  compare_lines (lines);
  require_equal_numbers (ways, numbers);
}

static void
compare_rows (const UsageRow rows[2])
{
  const UsageRow *a = &rows[0], *b = &rows[1];

  require_equal_texts (a->customer, b->customer);
  require_equal_texts (a->customer_name, b->customer_name);
  require_equal_texts (a->partner, b->partner);
  require_equal_texts (a->invoice, b->invoice);
  require_equal_texts (a->currency, b->currency);
  require_equal_texts (a->subscription, b->subscription);
  require_equal_texts (a->product, b->product);
  require_equal_texts (a->credit_type, b->credit_type);
  require_equal_days (a->usage_day, b->usage_day);
  REQUIRE (decimal_equal (a->billing_total, b->billing_total));
  REQUIRE (decimal_equal (a->rate, b->rate));
  REQUIRE (a->is_aco_credited == b->is_aco_credited && a->has_pec == b->has_pec);
  REQUIRE (decimal_equal (a->pec_percent, b->pec_percent));
}

static void
read_usage (Way ways[2])
{
  UsageRow rows[2];
  RowNumbers numbers[2];

  for (guint i = 0; i < 2; i++)
    usage_file_read (&ways[i].cells, (Position){ 0, 1 }, &rows[i]);
  if (!cells_are_good (&ways[0].cells) || !cells_are_good (&ways[1].cells))
    return;
  for (guint i = 0; i < 2; i++)
    {
      usage_row_classify (&rows[i]);
      numbers[i] = row_ids_number_usage (ways[i].ids, &rows[i]);
    }
  compare_rows (rows);
  require_equal_numbers (ways, numbers);
}

static void
take_row (Way ways[2], const Row *row, gboolean is_usage)
{
  for (guint i = 0; i < 2; i++)
    cells_take_row (&ways[i].cells, row, NULL);
  if (is_usage)
    read_usage (ways);
  else
    read_line (ways);
  REQUIRE (ways[0].cells.bad_role == ways[1].cells.bad_role);
  REQUIRE (ways[0].cells.is_other_order == ways[1].cells.is_other_order);
  if (!cells_are_good (&ways[0].cells))
    require_equal_texts (ways[0].cells.bad_cell, ways[1].cells.bad_cell);
}

static void
bind (Way ways[2], const Header *header, gboolean is_usage, RowReader *reader)
{
  gsize role_count;
  guint run_count;
  const guint *roles
      = is_usage ? usage_file_roles (TRUE, &role_count) : invoice_file_roles (TRUE, &role_count);
  const CellsRunRoles *runs
      = is_usage ? usage_file_runs (&run_count) : invoice_file_runs (&run_count);

  for (guint i = 0; i < 2; i++)
    cells_bind (&ways[i].cells, header, &ways[i].format, roles, role_count, reader);
  cells_bind_runs (&ways[0].cells, runs, run_count);
}

static void
read_rows (Way ways[2], RowReader *reader, const Header *header)
{
  const Row *row;
  g_autoptr (GError) error = NULL;

  while (row_reader_next (reader, &row, &error) == ROWS_ROW)
    if (row->cell_count == header_column_count (header))
      take_row (ways, row, header_column (header, ROLE_USAGE_DATE) >= 0);
  REQUIRE (memcmp (&ways[0].signs, &ways[1].signs, sizeof ways[0].signs) == 0);
  REQUIRE (memcmp (&ways[0].dates, &ways[1].dates, sizeof ways[0].dates) == 0);
}

static void
read_file (Way ways[2], RowReader *reader)
{
  g_autoptr (ColumnMap) map = column_map_new ();
  g_autoptr (GError) error = NULL;
  const Row *row;

  if (row_reader_next (reader, &row, &error) != ROWS_HEADER || row_reader_is_json (reader))
    return;
  Header *header = header_new (row, map, "file", &error);
  if (header == NULL)
    return;
  bind (ways, header, header_column (header, ROLE_USAGE_DATE) >= 0, reader);
  read_rows (ways, reader, header);
  for (guint i = 0; i < 2; i++)
    cells_clear (&ways[i].cells);
  header_free (header);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static const char separators[] = ",;\t";
  const HashKey key = { 1, 2 };
  Slice rest;
  Choices choices = take_choices (data, size, &rest);
  const char separator = separators[choose (&choices, 3)];
  const DateOrder order = choose (&choices, 2) == 0 ? DATE_MONTH_FIRST : DATE_DAY_FIRST;
  const DecimalMark mark = choose (&choices, 2) == 0 ? DECIMAL_POINT : DECIMAL_COMMA;
  FuzzStream stream = { .bytes = rest, .pieces = { choices.at, choices.left } };
  g_autoptr (RowReader) reader
      = row_reader_new ("file", separator, fuzz_stream_read, &stream, NULL);
  Way ways[2] = { 0 };

  REQUIRE (reader != NULL);
  for (guint i = 0; i < 2; i++)
    {
      ways[i].ids = row_ids_new (&key);
      ways[i].format = (CellFormat){ .decimal_mark = mark,
                                     .date_order = order,
                                     .signs = &ways[i].signs,
                                     .slash_dates = &ways[i].dates };
    }
  read_file (ways, reader);
  for (guint i = 0; i < 2; i++)
    row_ids_unref (ways[i].ids);
  return 0;
}

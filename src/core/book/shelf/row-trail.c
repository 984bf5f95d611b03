/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/row-trail.h"

#include <string.h>

#include "core/book/shelf/shelf-texts.h"
#include "core/record/fingerprint.h"

/* How a row begins: as the one before it, on the next line; or its place, currency and day follow.
 */
#define HEAD_ALIKE 0
#define HEAD_OTHER 1

/* Rows one after the other, the first of them told in full. */
typedef struct
{
  ShelfWriter writer;
  GPtrArray *currencies; /* of char *, as they came */
  guint32 currency;      /* of the row before, from 1 */
  Day day;
  guint64 rows;
} TrailRun;

typedef struct
{
  char *invoice;   /* in lower case */
  GPtrArray *runs; /* of TrailRun * */
} TrailInvoice;

struct RowTrail
{
  HashKey key;
  KeyBytes bytes;
  GTree *invoices;    /* TrailInvoice * -> itself */
  TrailInvoice *last; /* of the row before */
};

static int
compare_invoices (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return strcmp (((const TrailInvoice *) a)->invoice, ((const TrailInvoice *) b)->invoice);
}

static int
compare_with_invoice (gconstpointer invoice, gconstpointer wanted)
{
  return slice_compare_lowered (*(const Slice *) wanted, ((const TrailInvoice *) invoice)->invoice);
}

static TrailRun *
run_new (void)
{
  TrailRun *self = g_new0 (TrailRun, 1);

  self->writer.bytes = g_byte_array_new ();
  self->currencies = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
run_free (gpointer data)
{
  TrailRun *self = data;

  if (self == NULL)
    return;
  g_byte_array_unref (self->writer.bytes);
  g_ptr_array_unref (self->currencies);
  g_free (self);
}

static void
invoice_free (gpointer data)
{
  TrailInvoice *self = data;

  g_free (self->invoice);
  g_ptr_array_unref (self->runs);
  g_free (self);
}

RowTrail *
row_trail_new (const HashKey *key)
{
  RowTrail *self = g_new0 (RowTrail, 1);

  self->key = *key;
  key_bytes_init (&self->bytes);
  self->invoices = g_tree_new_full (compare_invoices, NULL, NULL, invoice_free);
  return self;
}

void
row_trail_free (RowTrail *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->invoices);
  key_bytes_clear (&self->bytes);
  g_free (self);
}

static TrailInvoice *
find_or_add (RowTrail *self, Slice number)
{
  TrailInvoice *invoice = g_tree_search (self->invoices, compare_with_invoice, &number);

  if (invoice == NULL)
    {
      invoice = g_new0 (TrailInvoice, 1);
      invoice->invoice = slice_dup_lower (number);
      invoice->runs = g_ptr_array_new_with_free_func (run_free);
      g_tree_insert (self->invoices, invoice, invoice);
    }
  return invoice;
}

/* From 1; a run has few. */
static guint32
number_of_currency (TrailRun *self, Slice currency)
{
  guint i = 0;

  while (i < self->currencies->len
         && slice_compare_raised (currency, g_ptr_array_index (self->currencies, i)) != 0)
    i++;
  if (i == self->currencies->len)
    g_ptr_array_add (self->currencies, slice_dup_upper (currency));
  return i + 1;
}

static gboolean
is_alike (const TrailRun *self, const TrailRow *row)
{
  return self->currency != 0 && row->at.line == self->writer.line + 1 && row->day == self->day
         && slice_compare_raised (row->currency,
                                  g_ptr_array_index (self->currencies, self->currency - 1))
                == 0;
}

static void
put_place (TrailRun *self, const TrailRow *row)
{
  const guint known = self->currencies->len;

  shelf_bytes_put_position (&self->writer, row->at);
  shelf_bytes_put_number (&self->writer, (guint64) row->day);
  self->day = row->day;
  self->currency = number_of_currency (self, row->currency);
  shelf_bytes_put_number (&self->writer, self->currency <= known ? self->currency : 0);
  if (self->currency > known)
    shelf_bytes_put_text (&self->writer, g_ptr_array_index (self->currencies, self->currency - 1));
}

static void
run_append (TrailRun *self, const TrailRow *row)
{
  const guint64 low = GUINT64_TO_LE (row->print.low);
  const guint16 high = GUINT16_TO_LE ((guint16) row->print.high);
  const gboolean alike = is_alike (self, row);

  shelf_bytes_put_number (&self->writer, alike ? HEAD_ALIKE : HEAD_OTHER);
  if (alike)
    self->writer.line = row->at.line;
  else
    put_place (self, row);
  shelf_bytes_put_bytes (&self->writer, &low, sizeof low);
  shelf_bytes_put_bytes (&self->writer, &high, sizeof high);
  shelf_bytes_put_decimal (&self->writer, row->amount);
  self->rows++;
}

static void
add_row (RowTrail *self, Slice invoice, const TrailRow *row)
{
  if (self->last == NULL || slice_compare_lowered (invoice, self->last->invoice) != 0)
    self->last = find_or_add (self, invoice);
  if (self->last->runs->len == 0)
    g_ptr_array_add (self->last->runs, run_new ());
  run_append (g_ptr_array_index (self->last->runs, self->last->runs->len - 1), row);
}

void
row_trail_add_line (RowTrail *self, const InvoiceLine *line)
{
  const TrailRow row = { .print = fingerprint_of_line (line, &self->key, &self->bytes),
                         .at = line->at,
                         .currency = line->currency,
                         .day = DAY_NONE,
                         .amount = line->subtotal };
  add_row (self, line->invoice, &row);
}

void
row_trail_add_usage (RowTrail *self, const UsageRow *usage)
{
  const TrailRow row = { .print = fingerprint_of_usage (usage, &self->key, &self->bytes),
                         .at = usage->at,
                         .currency = usage->currency,
                         .day = usage->usage_day,
                         .amount = usage->billing_total };
  add_row (self, usage->invoice, &row);
}

void
row_trail_merge (RowTrail *self, RowTrail *later)
{
  for (GTreeNode *node = g_tree_node_first (later->invoices); node != NULL;
       node = g_tree_node_next (node))
    {
      TrailInvoice *from = g_tree_node_value (node);

      g_ptr_array_extend_and_steal (find_or_add (self, slice_of (from->invoice))->runs,
                                    g_steal_pointer (&from->runs));
      from->runs = g_ptr_array_new_with_free_func (run_free);
    }
  later->last = NULL;
  g_tree_remove_all (later->invoices);
}

/* What is known of the row before, and what of the run. */
typedef struct
{
  GArray *currencies; /* of Slice */
  TrailRow row;
} RunState;

static void
take_place (ShelfReader *reader, RunState *state)
{
  state->row.at = shelf_bytes_take_position (reader);
  state->row.day = shelf_bytes_take_day (reader);
  const guint64 number = shelf_bytes_take_up_to (reader, state->currencies->len);
  if (number == 0)
    {
      state->row.currency = shelf_bytes_take_slice (reader, NULL);
      g_array_append_val (state->currencies, state->row.currency);
    }
  else
    state->row.currency = g_array_index (state->currencies, Slice, number - 1);
}

static void
take_print (ShelfReader *reader, Hash128 *print)
{
  const guint8 *bytes = shelf_bytes_take_bytes (reader, 10);
  guint64 low = 0;
  guint16 high = 0;

  if (bytes != NULL)
    {
      memcpy (&low, bytes, sizeof low);
      memcpy (&high, bytes + sizeof low, sizeof high);
    }
  *print = (Hash128){ .low = GUINT64_FROM_LE (low), .high = GUINT16_FROM_LE (high) };
}

static void
take_row (ShelfReader *reader, RunState *state)
{
  if (shelf_bytes_take_up_to (reader, HEAD_OTHER) == HEAD_OTHER)
    take_place (reader, state);
  else
    state->row.at.line = ++reader->line + reader->lines_before;
  take_print (reader, &state->row.print);
  state->row.amount = shelf_bytes_take_decimal (reader);
  if (!position_is_set (state->row.at))
    shelf_bytes_fail (reader, "a row without a line");
}

static void
take_run (ShelfReader *reader, guint64 rows, Slice invoice, const TrailVisitor *visitor)
{
  g_autoptr (GArray) currencies = g_array_new (FALSE, FALSE, sizeof (Slice));
  RunState state = { .currencies = currencies, .row.at.file = reader->file };

  reader->line = 0;
  for (guint64 i = 0; i < rows && shelf_bytes_is_good (reader); i++)
    {
      take_row (reader, &state);
      if (shelf_bytes_is_good (reader))
        visitor->row (visitor->data, invoice, &state.row);
    }
}

void
row_trail_visit (ShelfReader *reader, const TrailVisitor *visitor)
{
  for (guint left = shelf_bytes_take_count (reader, 3); left > 0; left--)
    {
      const Slice invoice = shelf_bytes_take_slice (reader, NULL);
      const guint64 rows = shelf_bytes_take_number (reader);
      const guint64 length = shelf_bytes_take_number (reader);
      const guint8 *bytes = shelf_bytes_take_bytes (reader, (gsize) length);

      if (bytes == NULL || !visitor->wants (visitor->data, invoice))
        continue;
      ShelfReader run = { .at = bytes,
                          .end = bytes + length,
                          .file = reader->file,
                          .lines_before = reader->lines_before };
      take_run (&run, rows, invoice, visitor);
      if (shelf_bytes_is_good (&run) && run.at != run.end)
        shelf_bytes_fail (&run, "more bytes than the rows have");
      if (!shelf_bytes_is_good (&run))
        shelf_bytes_fail (reader, run.fault);
    }
}

static void
append_row (gpointer run, Slice invoice G_GNUC_UNUSED, const TrailRow *row)
{
  run_append (run, row);
}

/* As if the file had been read as one. (transfer full) */
static TrailRun *
join_runs (const TrailInvoice *invoice)
{
  TrailRun *joined = run_new ();
  const TrailVisitor visitor = { .row = append_row, .data = joined };

  for (guint i = 0; i < invoice->runs->len; i++)
    {
      const TrailRun *run = g_ptr_array_index (invoice->runs, i);
      const GByteArray *bytes = run->writer.bytes;
      ShelfReader reader = { .at = bytes->data, .end = bytes->data + bytes->len };

      take_run (&reader, run->rows, slice_of (invoice->invoice), &visitor);
      joined->writer.is_too_large = joined->writer.is_too_large || run->writer.is_too_large;
    }
  return joined;
}

static void
put_run (ShelfWriter *writer, const TrailInvoice *invoice, const TrailRun *run)
{
  shelf_bytes_put_text (writer, invoice->invoice);
  shelf_bytes_put_number (writer, run->rows);
  shelf_bytes_put_number (writer, run->writer.bytes->len);
  shelf_bytes_put_bytes (writer, run->writer.bytes->data, run->writer.bytes->len);
  writer->is_too_large = writer->is_too_large || run->writer.is_too_large;
}

gboolean
row_trail_put (const RowTrail *self, GByteArray *bytes)
{
  ShelfWriter writer = { .bytes = bytes };

  shelf_bytes_put_number (&writer, (guint64) g_tree_nnodes (self->invoices));
  for (GTreeNode *node = g_tree_node_first (self->invoices); node != NULL;
       node = g_tree_node_next (node))
    {
      const TrailInvoice *invoice = g_tree_node_value (node);
      TrailRun *joined = invoice->runs->len > 1 ? join_runs (invoice) : NULL;

      put_run (&writer, invoice, joined != NULL ? joined : g_ptr_array_index (invoice->runs, 0));
      run_free (joined);
    }
  return !writer.is_too_large;
}

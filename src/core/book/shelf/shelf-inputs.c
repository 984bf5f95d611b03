/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-inputs.h"

#include "base/month-counts.h"

void
shelf_inputs_put_months (ShelfWriter *self, const GArray *months)
{
  shelf_bytes_put_number (self, months->len);
  for (guint i = 0; i < months->len; i++)
    {
      const MonthCount *count = &g_array_index (months, MonthCount, i);
      shelf_bytes_put_number (self, (guint64) count->month);
      shelf_bytes_put_number (self, count->count);
    }
}

void
shelf_inputs_take_months (ShelfReader *self, GArray *months)
{
  for (guint left = shelf_bytes_take_count (self, 2); left > 0; left--)
    {
      const Month month = shelf_bytes_take_month (self);
      month_counts_add (months, month, shelf_bytes_take_number (self));
    }
}

static void
put_invoices (ShelfWriter *self, const InputTally *input)
{
  shelf_bytes_put_number (self, (guint64) g_tree_nnodes (input->invoices));
  for (GTreeNode *node = g_tree_node_first (input->invoices); node != NULL;
       node = g_tree_node_next (node))
    {
      const InputInvoice *invoice = g_tree_node_value (node);
      shelf_bytes_put_text (self, invoice->invoice);
      shelf_bytes_put_number (self, invoice->rows);
      shelf_inputs_put_months (self, invoice->months);
    }
}

static void
take_invoices (ShelfReader *self, InputTally *input)
{
  for (guint left = shelf_bytes_take_count (self, 3); left > 0; left--)
    {
      g_autoptr (GArray) months = month_counts_new ();
      const Slice invoice = shelf_bytes_take_slice (self, NULL);
      const guint64 rows = shelf_bytes_take_number (self);

      shelf_inputs_take_months (self, months);
      if (shelf_bytes_is_good (self))
        input_book_tally_join_invoice (input, invoice, rows, months);
    }
}

static void
put_unbilled (ShelfWriter *self, const InputTally *input)
{
  shelf_bytes_put_number (self, input->unbilled->len);
  for (guint i = 0; i < input->unbilled->len; i++)
    {
      const UnbilledTally *tally = &g_array_index (input->unbilled, UnbilledTally, i);
      shelf_bytes_put_text (self, tally->currency);
      shelf_bytes_put_number (self, tally->rows);
      shelf_bytes_put_decimal (self, tally->sum);
      shelf_bytes_put_position (self, tally->first);
    }
}

static void
take_unbilled (ShelfReader *self, InputTally *input)
{
  for (guint left = shelf_bytes_take_count (self, 4); left > 0; left--)
    {
      g_autofree char *currency = slice_dup (shelf_bytes_take_slice (self, NULL));
      UnbilledTally tally = { .currency = currency };

      tally.rows = shelf_bytes_take_number (self);
      tally.sum = shelf_bytes_take_decimal (self);
      tally.first = shelf_bytes_take_position (self);
      if (shelf_bytes_is_good (self))
        input_book_tally_join_unbilled (input, &tally);
    }
}

static void
put_rejected (ShelfWriter *self, const InputTally *input)
{
  shelf_bytes_put_number (self, input->rejected->len);
  for (guint i = 0; i < input->rejected->len; i++)
    {
      const RejectedRow *row = &g_array_index (input->rejected, RejectedRow, i);
      shelf_bytes_put_position (self, row->at);
      shelf_bytes_put_text (self, row->reason);
    }
}

static void
take_rejected (ShelfReader *self, InputTally *input)
{
  for (guint left = shelf_bytes_take_count (self, 2); left > 0; left--)
    {
      const Position at = shelf_bytes_take_position (self);
      g_autofree char *reason = slice_dup (shelf_bytes_take_slice (self, NULL));

      if (shelf_bytes_is_good (self))
        input_book_tally_add_rejected (input, at, reason);
    }
}

void
shelf_inputs_put (ShelfWriter *self, const InputTally *input)
{
  shelf_bytes_put_text (self, input->unknown_columns);
  shelf_bytes_put_text (self, input->version);
  shelf_bytes_put_number (self, input->columns);
  shelf_bytes_put_number (self, input->byte_count);
  shelf_bytes_put_number (self, input->rows);
  shelf_inputs_put_months (self, input->months);
  put_invoices (self, input);
  put_unbilled (self, input);
  put_rejected (self, input);
}

void
shelf_inputs_take (ShelfReader *self, InputTally *input)
{
  input->unknown_columns = shelf_bytes_take_text (self);
  g_autofree char *version = shelf_bytes_take_text (self);
  input->version = version != NULL ? g_intern_string (version) : NULL;
  input->columns = (guint) shelf_bytes_take_up_to (self, G_MAXUINT32);
  input->byte_count = shelf_bytes_take_number (self);
  input->rows = shelf_bytes_take_number (self);
  shelf_inputs_take_months (self, input->months);
  take_invoices (self, input);
  take_unbilled (self, input);
  take_rejected (self, input);
}

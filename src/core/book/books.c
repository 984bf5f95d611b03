/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/books.h"

#include <string.h>

#include "base/month-counts.h"
#include "base/swap.h"

Books *
books_new (const HashKey *key)
{
  return books_new_kept (key, key);
}

Books *
books_new_kept (const HashKey *key, const HashKey *content)
{
  Books *self = g_new0 (Books, 1);

  self->ids = row_ids_new_kept (key, content);
  self->inputs = input_book_new ();
  self->credits = credit_book_new (row_ids_ref (self->ids));
  self->charges = charge_book_new (row_ids_ref (self->ids));
  self->usage = usage_book_new (row_ids_ref (self->ids));
  self->products = product_book_new (row_ids_ref (self->ids));
  self->names = name_book_new (row_ids_ref (self->ids));
  self->partners = partner_book_new (row_ids_ref (self->ids));
  self->overlaps = g_ptr_array_new_with_free_func (row_overlap_free);
  return self;
}

void
books_free (Books *self)
{
  if (self == NULL)
    return;
  input_book_free (self->inputs);
  credit_book_free (self->credits);
  charge_book_free (self->charges);
  usage_book_free (self->usage);
  product_book_free (self->products);
  name_book_free (self->names);
  partner_book_free (self->partners);
  g_ptr_array_unref (self->overlaps);
  baseline_free (self->baseline);
  row_ids_unref (self->ids);
  g_free (self);
}

void
books_forget_reckoned (Books *self)
{
  g_clear_pointer (&self->credits, credit_book_free);
  g_clear_pointer (&self->usage, usage_book_free);
  g_clear_pointer (&self->products, product_book_free);
  g_clear_pointer (&self->partners, partner_book_free);
}

void
books_add_balance (Books *self, InputTally *input, const BalanceRow *row)
{
  input->rows++;
  month_counts_add (input->months, row->month, 1);
  const guint32 customer = credit_book_add (self->credits, row);
  name_book_add_numbered (self->names, customer, row->customer_name, NULL);
  if (!slice_is_empty (row->partner))
    partner_book_add_numbered (self->partners, PARTNER_BALANCE_ROWS, customer,
                               row_ids_add_again (self->ids, ROW_ID_PARTNER, row->partner));
}

/* @notes: of the cells that name and partner stand in, among others. */
static void
note_customer (Books *self, PartnerKind kind, Slice name, Slice partner, RunNotes *notes,
               const RowNumbers *numbers)
{
  const guint32 customer = numbers->of[ROW_ID_CUSTOMER];

  if (run_notes_told (notes, self->ids) && name_book_is_from (self->names, customer, notes))
    return;
  name_book_add_numbered (self->names, customer, name, notes);
  if (!slice_is_empty (partner))
    partner_book_add_numbered (self->partners, kind, customer, numbers->of[ROW_ID_PARTNER]);
}

static void
add_billed_line (Books *self, InputTally *input, const InvoiceLine *line)
{
  const gboolean is_charge = line->line_class == LINE_CHARGE;
  const RowNumbers numbers = row_ids_number_line (self->ids, line);

  if (is_charge)
    product_book_add_charge (self->products, line, &numbers);
  input_book_tally_add_invoice (input, line->invoice, MONTH_NONE);
  note_customer (self, PARTNER_INVOICE_LINES, line->customer_name, line->partner,
                 line->notes.customer, &numbers);
  charge_book_add_numbered (self->charges, line, &numbers);
}

/* Estimates are counted, lend their customer's name, and nothing else (spec section 3). */
void
books_add_invoice_line (Books *self, InputTally *input, const InvoiceLine *line)
{
  input->rows++;
  if (!slice_is_empty (line->invoice))
    {
      add_billed_line (self, input, line);
      return;
    }
  name_book_add (self->names, line->customer, line->customer_name);
  input_book_tally_add_unbilled (input, line->currency, line->subtotal, line->at);
}

static void
add_billed_usage (Books *self, InputTally *input, const UsageRow *row)
{
  const RowNumbers numbers = row_ids_number_usage (self->ids, row);

  usage_book_add (self->usage, row, &numbers);
  product_book_add_usage (self->products, row, &numbers);
  input_book_tally_add_invoice (input, row->invoice, calendar_month_of (row->usage_day));
  note_customer (self, PARTNER_DAILY_ROWS, row->customer_name, row->partner, row->notes.customer,
                 &numbers);
}

void
books_add_usage (Books *self, InputTally *input, const UsageRow *row)
{
  input->rows++;
  if (!slice_is_empty (row->invoice))
    {
      add_billed_usage (self, input, row);
      return;
    }
  name_book_add (self->names, row->customer, row->customer_name);
  input_book_tally_add_unbilled (input, row->currency, row->billing_total, row->at);
}

/* No row was folded yet: as usual, for most runs read one file of a kind. */
static gboolean
has_no_row (const Books *self)
{
  return id_table_count (self->ids->tables[ROW_ID_CUSTOMER]) == 0;
}

/* What rests on the numbers of the ids goes with them. */
static void
swap_numbered (Books *self, Books *later)
{
  swap_structs (&self->ids, &later->ids, sizeof self->ids);
  swap_structs (&self->credits, &later->credits, sizeof self->credits);
  swap_structs (&self->charges, &later->charges, sizeof self->charges);
  swap_structs (&self->usage, &later->usage, sizeof self->usage);
  swap_structs (&self->products, &later->products, sizeof self->products);
  swap_structs (&self->names, &later->names, sizeof self->names);
  swap_structs (&self->partners, &later->partners, sizeof self->partners);
}

void
books_merge (Books *self, Books *later)
{
  input_book_merge (self->inputs, later->inputs);
  if (has_no_row (self))
    swap_numbered (self, later);
  credit_book_merge (self->credits, later->credits);
  charge_book_merge (self->charges, later->charges);
  usage_book_merge (self->usage, later->usage);
  product_book_merge (self->products, later->products);
  name_book_merge (self->names, later->names);
  partner_book_merge (self->partners, later->partners);
}

gboolean
books_has_customer (const Books *self, const char *customer)
{
  g_autoptr (GPtrArray) credits = credit_book_list (self->credits);
  g_autoptr (GPtrArray) tallies = charge_book_list (self->charges);
  g_autoptr (GPtrArray) usage = usage_book_list (self->usage);

  for (guint i = 0; i < usage->len; i++)
    if (strcmp (((const UsageTally *) g_ptr_array_index (usage, i))->customer, customer) == 0)
      return TRUE;
  for (guint i = 0; i < credits->len; i++)
    if (strcmp (((const Credit *) g_ptr_array_index (credits, i))->key.customer, customer) == 0)
      return TRUE;
  for (guint i = 0; i < tallies->len; i++)
    if (strcmp (((const ChargeTally *) g_ptr_array_index (tallies, i))->customer, customer) == 0)
      return TRUE;
  return FALSE;
}

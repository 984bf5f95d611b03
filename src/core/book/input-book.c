/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/input-book.h"

#include <string.h>

#include "base/month-counts.h"

struct InputBook
{
  GTree *files;       /* InputTally * -> itself, by index */
  GPtrArray *ignored; /* of char * */
  GArray *of_packs;   /* of gboolean: which of them are */
};

static int
compare_files (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const InputTally *x = a, *y = b;
  return x->index < y->index ? -1 : x->index > y->index;
}

static int
compare_invoices (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (((const InputInvoice *) a)->invoice, ((const InputInvoice *) b)->invoice);
}

static int
compare_number (gconstpointer invoice, gconstpointer number)
{
  return slice_compare_lowered (*(const Slice *) number, ((const InputInvoice *) invoice)->invoice);
}

static void
input_invoice_free (gpointer data)
{
  InputInvoice *invoice = data;

  g_free (invoice->invoice);
  g_array_unref (invoice->months);
  g_free (invoice);
}

static void
unbilled_clear (gpointer data)
{
  g_free (((UnbilledTally *) data)->currency);
}

static void
rejected_clear (gpointer data)
{
  g_free (((RejectedRow *) data)->reason);
}

static InputTally *
input_tally_new (guint32 index, const char *file, FileKind kind)
{
  InputTally *self = g_new0 (InputTally, 1);

  self->file = g_strdup (file);
  self->index = index;
  self->kind = kind;
  self->months = month_counts_new ();
  self->invoices = g_tree_new_full (compare_invoices, NULL, NULL, input_invoice_free);
  self->unbilled = g_array_new (FALSE, FALSE, sizeof (UnbilledTally));
  self->rejected = g_array_new (FALSE, FALSE, sizeof (RejectedRow));
  g_array_set_clear_func (self->unbilled, unbilled_clear);
  g_array_set_clear_func (self->rejected, rejected_clear);
  return self;
}

static void
input_tally_free (gpointer data)
{
  InputTally *self = data;

  g_free (self->file);
  g_free (self->duplicate_of);
  g_free (self->sha256);
  g_free (self->damage);
  g_free (self->unknown_columns);
  g_array_unref (self->months);
  g_tree_unref (self->invoices);
  g_array_unref (self->unbilled);
  g_array_unref (self->rejected);
  g_free (self);
}

InputBook *
input_book_new (void)
{
  InputBook *self = g_new0 (InputBook, 1);

  self->files = g_tree_new_full (compare_files, NULL, NULL, input_tally_free);
  self->ignored = g_ptr_array_new_with_free_func (g_free);
  self->of_packs = g_array_new (FALSE, FALSE, sizeof (gboolean));
  return self;
}

void
input_book_free (InputBook *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->files);
  g_ptr_array_unref (self->ignored);
  g_array_unref (self->of_packs);
  g_free (self);
}

InputTally *
input_book_file (InputBook *self, guint32 index, const char *file, FileKind kind)
{
  const InputTally probe = { .index = index };
  InputTally *tally = g_tree_lookup (self->files, &probe);

  if (tally == NULL)
    {
      tally = input_tally_new (index, file, kind);
      g_tree_insert (self->files, tally, tally);
    }
  return tally;
}

const InputTally *
input_book_lookup (const InputBook *self, guint32 index)
{
  const InputTally probe = { .index = index };
  const InputTally *tally = g_tree_lookup (self->files, &probe);

  g_assert (tally != NULL);
  return tally;
}

void
input_book_ignore (InputBook *self, const char *file, gboolean is_of_pack)
{
  g_ptr_array_add (self->ignored, g_strdup (file));
  g_array_append_val (self->of_packs, is_of_pack);
}

static InputInvoice *
invoice_find_or_add (InputTally *self, Slice number)
{
  InputInvoice *invoice = g_tree_search (self->invoices, compare_number, &number);

  if (invoice == NULL)
    {
      invoice = g_new0 (InputInvoice, 1);
      invoice->invoice = slice_dup_lower (number);
      invoice->months = month_counts_new ();
      g_tree_insert (self->invoices, invoice, invoice);
    }
  return invoice;
}

static void
find_invoice (InputTally *self, Slice invoice)
{
  self->last_invoice = invoice_find_or_add (self, invoice);
  self->last_length = invoice.length <= sizeof self->last_written ? invoice.length : 0;
  memcpy (self->last_written, invoice.text, self->last_length);
}

void
input_book_tally_add_invoice (InputTally *self, Slice invoice, Month usage_month)
{
  if (self->last_length != invoice.length
      || memcmp (self->last_written, invoice.text, invoice.length) != 0)
    find_invoice (self, invoice);
  self->last_invoice->rows++;
  if (usage_month != MONTH_NONE)
    month_counts_add (self->last_invoice->months, usage_month, 1);
}

const InputInvoice *
input_book_tally_find_invoice (const InputTally *self, Slice invoice)
{
  return g_tree_search (self->invoices, compare_number, &invoice);
}

static UnbilledTally *
unbilled_find_or_add (InputTally *self, Slice currency)
{
  guint i;

  for (i = 0; i < self->unbilled->len; i++)
    {
      UnbilledTally *found = &g_array_index (self->unbilled, UnbilledTally, i);
      const int order = slice_compare_raised (currency, found->currency);
      if (order == 0)
        return found;
      if (order < 0)
        break;
    }
  const UnbilledTally fresh = { .currency = slice_dup_upper (currency) };
  g_array_insert_val (self->unbilled, i, fresh);
  return &g_array_index (self->unbilled, UnbilledTally, i);
}

void
input_book_tally_add_unbilled (InputTally *self, Slice currency, Decimal amount, Position at)
{
  UnbilledTally *tally = unbilled_find_or_add (self, currency);

  tally->rows++;
  decimal_accumulate (&tally->sum, &amount);
  tally->first = position_first (tally->first, at);
}

void
input_book_tally_add_rejected (InputTally *self, Position at, const char *reason)
{
  const RejectedRow row = { .at = at, .reason = g_strdup (reason) };
  g_array_append_val (self->rejected, row);
}

void
input_book_tally_join_invoice (InputTally *self, Slice invoice, guint64 rows, const GArray *months)
{
  InputInvoice *found = invoice_find_or_add (self, invoice);

  found->rows += rows;
  month_counts_merge (found->months, months);
}

void
input_book_tally_join_unbilled (InputTally *self, const UnbilledTally *later)
{
  UnbilledTally *tally = unbilled_find_or_add (self, slice_of (later->currency));

  tally->rows += later->rows;
  decimal_accumulate (&tally->sum, &later->sum);
  tally->first = position_first (tally->first, later->first);
}

static void
take_text (char **to, char **from)
{
  if (*to == NULL)
    *to = g_steal_pointer (from);
}

static void
merge_invoices (InputTally *to, const InputTally *from)
{
  for (GTreeNode *node = g_tree_node_first (from->invoices); node != NULL;
       node = g_tree_node_next (node))
    {
      const InputInvoice *later = g_tree_node_value (node);
      input_book_tally_join_invoice (to, slice_of (later->invoice), later->rows, later->months);
    }
}

static void
merge_tally (InputTally *to, InputTally *from)
{
  to->version = to->version != NULL ? to->version : from->version;
  to->columns = MAX (to->columns, from->columns);
  to->byte_count += from->byte_count;
  to->rows += from->rows;
  to->is_duplicate = to->is_duplicate || from->is_duplicate;
  take_text (&to->duplicate_of, &from->duplicate_of);
  take_text (&to->sha256, &from->sha256);
  take_text (&to->damage, &from->damage);
  take_text (&to->unknown_columns, &from->unknown_columns);
  month_counts_merge (to->months, from->months);
  merge_invoices (to, from);
  for (guint i = 0; i < from->unbilled->len; i++)
    input_book_tally_join_unbilled (to, &g_array_index (from->unbilled, UnbilledTally, i));
  for (guint i = 0; i < from->rejected->len; i++)
    {
      const RejectedRow *row = &g_array_index (from->rejected, RejectedRow, i);
      input_book_tally_add_rejected (to, row->at, row->reason);
    }
}

void
input_book_merge (InputBook *self, InputBook *later)
{
  for (GTreeNode *node = g_tree_node_first (later->files); node != NULL;
       node = g_tree_node_next (node))
    {
      InputTally *from = g_tree_node_value (node);
      merge_tally (input_book_file (self, from->index, from->file, from->kind), from);
    }
  for (guint i = 0; i < later->ignored->len; i++)
    input_book_ignore (self, g_ptr_array_index (later->ignored, i),
                       g_array_index (later->of_packs, gboolean, i));
  g_ptr_array_set_size (later->ignored, 0);
  g_array_set_size (later->of_packs, 0);
  g_tree_remove_all (later->files);
}

GPtrArray *
input_book_list (const InputBook *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (GTreeNode *node = g_tree_node_first (self->files); node != NULL;
       node = g_tree_node_next (node))
    g_ptr_array_add (list, g_tree_node_value (node));
  return list;
}

const GPtrArray *
input_book_ignored (const InputBook *self)
{
  return self->ignored;
}

gboolean
input_book_is_of_pack (const InputBook *self, guint index)
{
  return g_array_index (self->of_packs, gboolean, index);
}

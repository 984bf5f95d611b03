/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/invoice-tally.h"

#include <string.h>

#include "base/month-counts.h"
#include "base/tally-tree.h"

static void
invoice_currency_free (gpointer data)
{
  InvoiceCurrency *currency = data;

  g_free (currency->currency);
  g_free (currency);
}

InvoiceTally *
invoice_tally_new (Slice invoice, Position first)
{
  InvoiceTally *self = g_new0 (InvoiceTally, 1);

  self->invoice = slice_dup_lower (invoice);
  self->display = slice_dup (invoice);
  self->first = first;
  self->charges = month_counts_new ();
  self->credits = month_counts_new ();
  return self;
}

void
invoice_tally_free (gpointer data)
{
  InvoiceTally *self = data;

  if (self == NULL)
    return;
  g_free (self->invoice);
  g_free (self->display);
  g_array_unref (self->charges);
  g_array_unref (self->credits);
  g_clear_pointer (&self->currencies, g_tree_unref);
  g_free (self);
}

static gint
compare_currencies (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (((const InvoiceCurrency *) a)->currency, ((const InvoiceCurrency *) b)->currency);
}

static gint
compare_with_currency (gconstpointer currency, gconstpointer tally)
{
  return slice_compare_raised (*(const Slice *) currency,
                               ((const InvoiceCurrency *) tally)->currency);
}

static InvoiceCurrency *
invoice_currency_find_or_add (InvoiceTally *self, Slice currency)
{
  InvoiceCurrency *found = tally_tree_find (self->currencies, compare_with_currency, &currency);

  if (found != NULL)
    return found;
  found = g_new0 (InvoiceCurrency, 1);
  found->currency = slice_dup_upper (currency);
  return tally_tree_insert (&self->currencies, compare_currencies, invoice_currency_free, found);
}

void
invoice_tally_add (InvoiceTally *self, const InvoiceLine *line, Fit fit)
{
  InvoiceCurrency *currency = self->last;

  if (currency == NULL || compare_with_currency (&line->currency, currency) != 0)
    currency = self->last = invoice_currency_find_or_add (self, line->currency);
  currency->lines++;
  currency->fits[fit]++;
  decimal_accumulate (&currency->subtotal, &line->subtotal);
  decimal_accumulate (&currency->tax, &line->tax);
  decimal_accumulate (&currency->total, &line->total);
  if (line->charge_start != DAY_NONE)
    month_counts_add (line->line_class == LINE_CHARGE ? self->charges : self->credits,
                      calendar_month_of (line->charge_start), 1);
}

void
invoice_tally_join_currency (InvoiceTally *self, const InvoiceCurrency *from)
{
  InvoiceCurrency *to = invoice_currency_find_or_add (self, slice_of (from->currency));

  to->lines += from->lines;
  decimal_accumulate (&to->subtotal, &from->subtotal);
  decimal_accumulate (&to->tax, &from->tax);
  decimal_accumulate (&to->total, &from->total);
  for (guint fit = 0; fit < FIT_COUNT; fit++)
    to->fits[fit] += from->fits[fit];
}

void
invoice_tally_merge (InvoiceTally *self, const InvoiceTally *later)
{
  self->first = position_first (self->first, later->first);
  month_counts_merge (self->charges, later->charges);
  month_counts_merge (self->credits, later->credits);
  for (GTreeNode *node = tally_tree_first (later->currencies); node; node = g_tree_node_next (node))
    invoice_tally_join_currency (self, g_tree_node_value (node));
}

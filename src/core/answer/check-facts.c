/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/check-facts.h"

#include <string.h>

struct CheckFacts
{
  GTree *files; /* FileFacts * -> itself, by index */
  FileFacts *last;
};

static int
compare_files (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const FileFacts *x = a, *y = b;
  return x->index < y->index ? -1 : x->index > y->index;
}

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

static int
compare_customer (gconstpointer known, gconstpointer wanted)
{
  return slice_compare_lowered (*(const Slice *) wanted, known);
}

static void
currency_sum_clear (gpointer data)
{
  g_free (((CurrencySum *) data)->currency);
}

static void
date_facts_clear (gpointer data)
{
  g_free (((DateFacts *) data)->column);
}

static void
file_facts_free (gpointer data)
{
  FileFacts *facts = data;

  g_tree_unref (facts->customers);
  g_array_unref (facts->sums);
  g_array_unref (facts->dates);
  g_free (facts);
}

CheckFacts *
check_facts_new (void)
{
  CheckFacts *self = g_new0 (CheckFacts, 1);

  self->files = g_tree_new_full (compare_files, NULL, NULL, file_facts_free);
  return self;
}

void
check_facts_free (CheckFacts *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->files);
  g_free (self);
}

static FileFacts *
file_at (CheckFacts *self, guint32 index)
{
  const FileFacts probe = { .index = index };

  if (self->last != NULL && self->last->index == index)
    return self->last;
  self->last = g_tree_lookup (self->files, &probe);
  if (self->last == NULL)
    {
      self->last = g_memdup2 (&probe, sizeof probe);
      self->last->customers = g_tree_new_full (compare_texts, NULL, g_free, NULL);
      self->last->sums = g_array_new (FALSE, FALSE, sizeof (CurrencySum));
      g_array_set_clear_func (self->last->sums, currency_sum_clear);
      self->last->dates = g_array_new (FALSE, FALSE, sizeof (DateFacts));
      g_array_set_clear_func (self->last->dates, date_facts_clear);
      g_tree_insert (self->files, self->last, self->last);
    }
  return self->last;
}

static CurrencySum *
sum_of (FileFacts *facts, Slice currency)
{
  guint i;

  for (i = 0; i < facts->sums->len; i++)
    {
      CurrencySum *found = &g_array_index (facts->sums, CurrencySum, i);
      const int order = slice_compare_raised (currency, found->currency);
      if (order == 0)
        return found;
      if (order < 0)
        break;
    }
  const CurrencySum fresh = { .currency = slice_dup_upper (currency) };
  g_array_insert_val (facts->sums, i, fresh);
  return &g_array_index (facts->sums, CurrencySum, i);
}

static void
take_month (FileFacts *facts, Month month)
{
  if (month == MONTH_NONE)
    return;
  if (facts->first_month == MONTH_NONE || month < facts->first_month)
    facts->first_month = month;
  facts->last_month = MAX (facts->last_month, month);
}

static void
take_row (FileFacts *facts, Slice customer, Slice currency, Decimal amount, Month month)
{
  CurrencySum *sum = sum_of (facts, currency);

  sum->rows++;
  decimal_accumulate (&sum->sum, &amount);
  take_month (facts, month);
  if (g_tree_search (facts->customers, compare_customer, &customer) == NULL)
    {
      char *id = slice_dup_lower (customer);
      g_tree_insert (facts->customers, id, id);
    }
}

static void
take_balance (gpointer data, const BalanceRow *row)
{
  take_row (file_at (data, row->at.file), row->customer, row->currency, row->credit_amount,
            row->month);
}

static void
take_invoice (gpointer data, const InvoiceLine *line)
{
  take_row (file_at (data, line->at.file), line->customer, line->currency, line->subtotal,
            line->charge_start != DAY_NONE ? calendar_month_of (line->charge_start) : MONTH_NONE);
}

static void
take_usage (gpointer data, const UsageRow *row)
{
  take_row (file_at (data, row->at.file), row->customer, row->currency, row->billing_total,
            calendar_month_of (row->usage_day));
}

static void
take_dates (gpointer data, guint32 index, const DateColumn *columns, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      const DateFacts facts = { .column = g_strdup (columns[i].column),
                                .first = columns[i].first,
                                .last = columns[i].last,
                                .is_proven = columns[i].is_proven };
      g_array_append_val (file_at (data, index)->dates, facts);
    }
}

const RecordVisitor *
check_facts_visitor (void)
{
  static const RecordVisitor visitor = {
    .balance = take_balance, .invoice = take_invoice, .usage = take_usage, .dates = take_dates
  };
  return &visitor;
}

const FileFacts *
check_facts_of (const CheckFacts *self, guint32 index)
{
  const FileFacts probe = { .index = index };
  return g_tree_lookup (self->files, &probe);
}

guint
check_facts_customer_count (const FileFacts *self)
{
  return (guint) g_tree_nnodes (self->customers);
}

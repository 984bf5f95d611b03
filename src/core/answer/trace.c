/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/trace.h"

#include <string.h>

#include "core/record/pec.h"

/* The figure in one currency. */
typedef struct
{
  char *currency;
  Decimal sum;
  PecTallySet *pec;
} TraceSum;

/* A balance row that counts: its C is added (the month) or subtracted (the month before). */
typedef struct
{
  Position at;
  gboolean subtract;
} TraceRow;

struct Trace
{
  TraceFigure figure;
  char *customer;
  Month month;
  const InvoiceMonths *months;
  guint unknown_count;
  GArray *rows; /* of TraceRow */
  GArray *sums; /* of TraceSum, in the order in which currencies were met */
};

static void
trace_sum_clear (gpointer data)
{
  TraceSum *sum = data;

  g_free (sum->currency);
  g_clear_pointer (&sum->pec, pec_tallies_free);
}

static void
add_row (Trace *self, const CreditMonth *month, gboolean subtract)
{
  const TraceRow row = { .at = month->counted.at, .subtract = subtract };
  g_array_append_val (self->rows, row);
}

static void
find_rows (Trace *self, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const RollForward *row = &g_array_index (rows, RollForward, i);
      if (row->month->month != self->month
          || strcmp (row->credit->key.customer, self->customer) != 0)
        continue;
      if (!row->used.known)
        {
          self->unknown_count++;
          continue;
        }
      add_row (self, row->month, FALSE);
      if (row->previous != NULL)
        add_row (self, row->previous, TRUE);
    }
}

Trace *
trace_new (TraceFigure figure, const char *customer, Month month, const InvoiceMonths *months,
           const GArray *rows)
{
  Trace *self = g_new0 (Trace, 1);

  self->figure = figure;
  self->customer = g_strdup (customer);
  self->month = month;
  self->months = months;
  self->rows = g_array_new (FALSE, FALSE, sizeof (TraceRow));
  self->sums = g_array_new (FALSE, FALSE, sizeof (TraceSum));
  g_array_set_clear_func (self->sums, trace_sum_clear);
  if (figure == TRACE_USED)
    find_rows (self, rows);
  return self;
}

void
trace_free (Trace *self)
{
  if (self == NULL)
    return;
  g_free (self->customer);
  g_array_unref (self->rows);
  g_array_unref (self->sums);
  g_free (self);
}

static TraceSum *
sum_of (Trace *self, Slice currency)
{
  for (guint i = 0; i < self->sums->len; i++)
    {
      TraceSum *sum = &g_array_index (self->sums, TraceSum, i);
      if (slice_compare_raised (currency, sum->currency) == 0)
        return sum;
    }
  const TraceSum fresh = { .currency = slice_dup_upper (currency) };
  g_array_append_val (self->sums, fresh);
  return &g_array_index (self->sums, TraceSum, self->sums->len - 1);
}

static void
take_amount (TraceSum *sum, Decimal amount, TraceStep *step)
{
  decimal_accumulate (&sum->sum, &amount);
  *step = (TraceStep){ .currency = sum->currency, .amount = amount, .sum = sum->sum };
}

/* The credit is rounded once per percentage, not per line: the sum loses what the percentage came
   to before this line, and gains what it comes to with it. */
static void
take_pec (TraceSum *sum, const InvoiceLine *line, TraceStep *step)
{
  const Decimal net_before = pec_tallies_net_of (sum->pec, line->pec_percent);
  const Decimal before = pec_earned (net_before, line->pec_percent);
  const Decimal now = pec_earned (decimal_add (net_before, line->subtotal), line->pec_percent);

  pec_tallies_add (&sum->pec, line->pec_percent, line->subtotal);
  sum->sum = decimal_add (decimal_subtract (sum->sum, before), now);
  *step = (TraceStep){ .currency = sum->currency, .amount = line->subtotal, .sum = sum->sum };
}

static gboolean
is_of_month (const Trace *self, const InvoiceLine *line)
{
  if (slice_is_empty (line->invoice) || slice_compare_lowered (line->customer, self->customer) != 0)
    return FALSE;
  g_autofree char *number = slice_dup_lower (line->invoice);
  const InvoiceMonth *found = invoice_months_lookup (self->months, number);
  return found != NULL && found->month == self->month;
}

gboolean
trace_take_line (Trace *self, const InvoiceLine *line, TraceStep *step)
{
  if (self->figure == TRACE_USED || !is_of_month (self, line))
    return FALSE;
  if (self->figure == TRACE_NET)
    {
      take_amount (sum_of (self, line->currency), line->subtotal, step);
      return TRUE;
    }
  if (self->figure == TRACE_ACO && line->line_class == LINE_ACO_CREDIT)
    {
      take_amount (sum_of (self, line->currency), decimal_negate (line->subtotal), step);
      return TRUE;
    }
  if (self->figure == TRACE_PEC && line->line_class == LINE_CHARGE
      && line->product_class == PRODUCT_AZURE_USAGE && line->has_pec)
    {
      take_pec (sum_of (self, line->currency), line, step);
      return TRUE;
    }
  return FALSE;
}

gboolean
trace_take_balance (Trace *self, const BalanceRow *row, TraceStep *step)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TraceRow *wanted = &g_array_index (self->rows, TraceRow, i);
      if (position_compare (wanted->at, row->at) != 0)
        continue;
      take_amount (sum_of (self, row->currency),
                   wanted->subtract ? decimal_negate (row->credit_amount) : row->credit_amount,
                   step);
      return TRUE;
    }
  return FALSE;
}

Decimal
trace_sum (const Trace *self, const char *currency)
{
  for (guint i = 0; i < self->sums->len; i++)
    if (strcmp (g_array_index (self->sums, TraceSum, i).currency, currency) == 0)
      return g_array_index (self->sums, TraceSum, i).sum;
  return (Decimal){ 0 };
}

guint
trace_currency_count (const Trace *self)
{
  return self->sums->len;
}

const char *
trace_currency (const Trace *self, guint index)
{
  g_assert (index < self->sums->len);
  return g_array_index (self->sums, TraceSum, index).currency;
}

static const char *const figure_names[TRACE_FIGURE_COUNT] = { "aco", "pec", "net", "used" };

const char *
trace_figure_name (TraceFigure figure)
{
  g_assert (figure < TRACE_FIGURE_COUNT);
  return figure_names[figure];
}

gboolean
trace_figure_from_text (const char *text, TraceFigure *figure)
{
  for (guint i = 0; i < TRACE_FIGURE_COUNT; i++)
    if (strcmp (figure_names[i], text) == 0)
      {
        *figure = (TraceFigure) i;
        return TRUE;
      }
  return FALSE;
}

guint
trace_unknown_count (const Trace *self)
{
  return self->unknown_count;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/roll-forward.h"

/* A balance that fell by more than was used is forfeited when the agreement had ended by then. */
static void
explain_rest (RollForward *row)
{
  const CreditFigures *figures = &row->month->counted;
  const Decimal expected = decimal_subtract (row->opening.value, row->used.value);
  const Decimal rest = decimal_subtract (credit_book_balance_amount (figures), expected);
  const gboolean ended
      = figures->expiry != DAY_NONE && figures->expiry <= calendar_last_day (row->month->month);

  if (decimal_sign (rest) < 0 && ended)
    row->forfeited = decimal_negate (rest);
  else
    row->adjustment = rest;
}

static void
roll_on (RollForward *row)
{
  const CreditFigures *before = &row->previous->counted;
  const CreditFigures *figures = &row->month->counted;

  row->opening = amount_known (credit_book_balance_amount (before));
  row->used = amount_known (
      decimal_subtract (credit_book_credit_amount (figures), credit_book_credit_amount (before)));
  row->covers_from = row->previous->month + 1;
  explain_rest (row);
}

static void
begin (RollForward *row)
{
  const CreditFigures *figures = &row->month->counted;
  const gboolean starts_now = figures->effective != DAY_NONE
                              && calendar_month_of (figures->effective) == row->month->month;

  row->covers_from = row->month->month;
  if (starts_now)
    {
      row->opening = amount_known ((Decimal){ 0 });
      row->granted
          = decimal_add (credit_book_credit_amount (figures), credit_book_balance_amount (figures));
      row->used = amount_known (credit_book_credit_amount (figures));
    }
  else if (decimal_is_zero (credit_book_credit_amount (figures)))
    {
      row->opening = amount_known (credit_book_balance_amount (figures));
      row->used = amount_known ((Decimal){ 0 });
    }
}

static gboolean
is_expired (const CreditMonth *month)
{
  const CreditFigures *figures = &month->counted;
  return credit_book_figures_are_expired (figures)
         || (figures->expiry != DAY_NONE && figures->expiry < calendar_last_day (month->month));
}

/* @row is all zeros. */
static void
set_row (RollForward *row, const Credit *credit, guint index)
{
  row->credit = credit;
  row->month = credit_book_month (credit, index);
  row->expired = is_expired (row->month);
  if (index > 0)
    row->previous = credit_book_month (credit, index - 1);
  if (row->previous != NULL)
    roll_on (row);
  else
    begin (row);
}

GArray *
roll_forward_build (const GPtrArray *credits)
{
  guint count = 0;

  for (guint i = 0; i < credits->len; i++)
    count += ((const Credit *) g_ptr_array_index (credits, i))->month_count;
  GArray *rows = g_array_sized_new (FALSE, TRUE, sizeof (RollForward), count);
  g_array_set_size (rows, count);
  RollForward *row = (RollForward *) (gpointer) rows->data;
  for (guint i = 0; i < credits->len; i++)
    {
      const Credit *credit = g_ptr_array_index (credits, i);
      for (guint month = 0; month < credit->month_count; month++)
        set_row (row++, credit, month);
    }
  return rows;
}

gboolean
roll_forward_is_sealed (const RollForward *row)
{
  return !position_is_set (row->month->counted.at);
}

gboolean
roll_forward_has_gap (const RollForward *row)
{
  return row->covers_from < row->month->month;
}

gboolean
roll_forward_covers_month (const RollForward *row)
{
  const CreditFigures *figures = &row->month->counted;
  const Month month = row->month->month;

  return (figures->effective == DAY_NONE || figures->effective <= calendar_first_day (month))
         && (figures->expiry == DAY_NONE || figures->expiry >= calendar_last_day (month));
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/benefit/benefit-months.h"

#include "core/benefit/benefit-uses.h"

typedef struct
{
  const Benefit *benefit;
  const BenefitDates *dates;
  Day as_of;
  GArray *rows;
} MonthReckoning;

static Decimal
granted_in (const MonthReckoning *self, Month month)
{
  const Benefit *benefit = self->benefit;
  const BenefitDates *dates = self->dates;
  const Day begin = dates->begin;
  const Decimal nothing = { 0 };

  if (benefit->kind == BENEFIT_BULK && month != calendar_month_of (begin))
    return nothing;
  const Day day = benefit->kind == BENEFIT_BULK ? begin : MAX (begin, calendar_first_day (month));
  if (day > dates->end || day > self->as_of || (dates->is_gone && day > benefit->revoked))
    return nothing;
  return benefit->amount;
}

static gboolean
is_revoked_in (const MonthReckoning *self, Month month)
{
  return self->dates->is_gone && calendar_month_of (self->benefit->revoked) <= month;
}

static gboolean
lapses_in (const MonthReckoning *self, Month month)
{
  const Day end = self->dates->end;

  if (end != DAY_NONE && end < self->as_of && calendar_month_of (end) <= month)
    return TRUE;
  return self->benefit->kind == BENEFIT_MONTHLY && month < calendar_month_of (self->as_of);
}

/* What is carried over from the month before. */
static Decimal
opening_of (const MonthReckoning *self)
{
  if (self->benefit->kind == BENEFIT_MONTHLY || self->rows->len == 0)
    return decimal_from_int (0);
  return g_array_index (self->rows, BenefitMonthRow, self->rows->len - 1).closing;
}

static void
add_month (MonthReckoning *self, Month month, Decimal used)
{
  const BenefitDates *dates = self->dates;
  BenefitMonthRow row = { .benefit_id = self->benefit->id,
                          .month = month,
                          .currency = self->benefit->currency,
                          .opening = opening_of (self),
                          .used = used,
                          .benefit = self->benefit->name,
                          .is_inside = dates->first != MONTH_NONE && month >= dates->first
                                       && month <= dates->last_inside };

  if (row.is_inside)
    row.granted = granted_in (self, month);
  const Decimal left = decimal_subtract (decimal_add (row.opening, row.granted), used);
  Decimal rest = left;
  if (decimal_sign (left) < 0)
    {
      row.over = decimal_negate (left);
      rest = decimal_from_int (0);
    }
  if (is_revoked_in (self, month))
    row.revoked = rest;
  else if (lapses_in (self, month))
    row.lapsed = rest;
  else
    row.closing = rest;
  g_array_append_val (self->rows, row);
}

GArray *
benefit_months_of (const Benefit *benefit, const BenefitDates *dates, const GArray *uses, Day as_of)
{
  const Month last = calendar_month_of (as_of);
  MonthReckoning self
      = { benefit, dates, as_of, g_array_new (FALSE, FALSE, sizeof (BenefitMonthRow)) };
  Month next = dates->first; /* inside, and not added yet; MONTH_NONE: none */

  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const BenefitUseMonth *use = &g_array_index (uses, BenefitUseMonth, i);
      if (use->month > last)
        break;
      for (; next != MONTH_NONE && next < use->month && next <= dates->last_inside; next++)
        add_month (&self, next, decimal_from_int (0));
      add_month (&self, use->month, use->used);
      if (next == use->month)
        next++;
    }
  for (; next != MONTH_NONE && next <= dates->last_inside; next++)
    add_month (&self, next, decimal_from_int (0));
  return self.rows;
}

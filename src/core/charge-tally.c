/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/charge-tally.h"

#include <string.h>

#include "core/month-count.h"

static void
aco_tally_clear (gpointer data)
{
  g_free (((AcoTally *) data)->pricing_currency);
}

static void
other_credit_tally_clear (gpointer data)
{
  OtherCreditTally *tally = data;

  g_free (tally->reason);
  g_free (tally->display);
}

static void
invoice_currency_clear (gpointer data)
{
  g_free (((InvoiceCurrency *) data)->currency);
}

ChargeTally *
charge_tally_new (Slice customer, Slice invoice, Slice currency)
{
  ChargeTally *self = g_new0 (ChargeTally, 1);

  self->customer = slice_dup_lower (customer);
  self->invoice = slice_dup_lower (invoice);
  self->currency = slice_dup_upper (currency);
  self->pec = g_array_new (FALSE, FALSE, sizeof (PecTally));
  self->aco = g_array_new (FALSE, FALSE, sizeof (AcoTally));
  self->other_credits = g_array_new (FALSE, FALSE, sizeof (OtherCreditTally));
  g_array_set_clear_func (self->aco, aco_tally_clear);
  g_array_set_clear_func (self->other_credits, other_credit_tally_clear);
  return self;
}

void
charge_tally_free (gpointer data)
{
  ChargeTally *self = data;

  g_free (self->customer);
  g_free (self->invoice);
  g_free (self->currency);
  g_array_unref (self->pec);
  g_array_unref (self->aco);
  g_array_unref (self->other_credits);
  g_free (self);
}

void
pec_tallies_add (GArray *tallies, Decimal percent, Decimal net)
{
  const PecTally fresh = { .percent = percent, .net = net };
  guint i;

  for (i = 0; i < tallies->len; i++)
    {
      PecTally *tally = &g_array_index (tallies, PecTally, i);
      const int order = decimal_compare (tally->percent, percent);
      if (order == 0)
        {
          decimal_accumulate (&tally->net, &net);
          return;
        }
      if (order > 0)
        break;
    }
  g_array_insert_val (tallies, i, fresh);
}

static AcoTally *
aco_tally_find_or_add (GArray *tallies, Slice pricing_currency, gboolean convertible)
{
  for (guint i = 0; i < tallies->len; i++)
    {
      AcoTally *tally = &g_array_index (tallies, AcoTally, i);
      if (tally->convertible == convertible
          && slice_compare_raised (pricing_currency, tally->pricing_currency) == 0)
        return tally;
    }
  const AcoTally fresh
      = { .pricing_currency = slice_dup_upper (pricing_currency), .convertible = convertible };
  g_array_append_val (tallies, fresh);
  return &g_array_index (tallies, AcoTally, tallies->len - 1);
}

static OtherCreditTally *
other_credit_find_or_add (GArray *tallies, Slice reason, Slice display)
{
  for (guint i = 0; i < tallies->len; i++)
    {
      OtherCreditTally *tally = &g_array_index (tallies, OtherCreditTally, i);
      if (slice_compare_lowered (reason, tally->reason) == 0)
        return tally;
    }
  const OtherCreditTally fresh
      = { .reason = slice_dup_lower (reason), .display = slice_dup (display) };
  g_array_append_val (tallies, fresh);
  return &g_array_index (tallies, OtherCreditTally, tallies->len - 1);
}

/* What rounding may move on one credit line against unrounded daily rows (spec section 4, ACO402).
 */
static Decimal
line_drift (const InvoiceLine *line)
{
  const Decimal cent = decimal_from_scaled (1, 2);
  const Decimal one = decimal_from_int (1);

  if (decimal_equal (line->rate, one))
    return cent;
  return decimal_multiply (cent, decimal_add (one, line->rate));
}

static void
add_aco_credit (ChargeTally *self, const InvoiceLine *line)
{
  const Decimal credit = decimal_negate (line->subtotal);
  const gboolean convertible = line->has_price && line->has_quantity;
  AcoTally *tally = aco_tally_find_or_add (self->aco, line->pricing_currency, convertible);
  const Decimal drift = line_drift (line);

  tally->lines++;
  decimal_accumulate (&tally->credit, &credit);
  decimal_accumulate (&tally->drift, &drift);
  tally->first = position_first (tally->first, line->at);
  if (convertible)
    {
      const Decimal pricing_credit = invoice_line_pricing_credit (line);
      decimal_accumulate (&tally->pricing_credit, &pricing_credit);
    }
  if (line->product_class == PRODUCT_AZURE_USAGE)
    decimal_accumulate (&self->aco_on_usage, &credit);
  self->first_aco = position_first (self->first_aco, line->at);
}

static void
add_other_credit (ChargeTally *self, const InvoiceLine *line)
{
  const Decimal credit = decimal_negate (line->subtotal);
  const Slice reason = line->texts.credit_reason;
  OtherCreditTally *tally = other_credit_find_or_add (self->other_credits, reason, reason);

  tally->lines++;
  decimal_accumulate (&tally->credit, &credit);
  tally->first = position_first (tally->first, line->at);
}

static void
add_charge (ChargeTally *self, const InvoiceLine *line)
{
  decimal_accumulate (&self->charges, &line->subtotal);
  if (line->product_class != PRODUCT_AZURE_USAGE)
    return;
  if (line->has_pec)
    {
      pec_tallies_add (self->pec, line->pec_percent, line->subtotal);
      self->first_pec = position_first (self->first_pec, line->at);
    }
  else
    {
      decimal_accumulate (&self->plain, &line->subtotal);
      self->first_plain = position_first (self->first_plain, line->at);
    }
}

void
charge_tally_add (ChargeTally *self, const InvoiceLine *line)
{
  switch (line->line_class)
    {
    case LINE_CHARGE:
      add_charge (self, line);
      break;
    case LINE_ACO_CREDIT:
      add_aco_credit (self, line);
      break;
    case LINE_OTHER_CREDIT:
      add_other_credit (self, line);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
merge_aco (ChargeTally *self, const AcoTally *later)
{
  AcoTally *tally
      = aco_tally_find_or_add (self->aco, slice_of (later->pricing_currency), later->convertible);

  tally->lines += later->lines;
  decimal_accumulate (&tally->credit, &later->credit);
  decimal_accumulate (&tally->pricing_credit, &later->pricing_credit);
  decimal_accumulate (&tally->drift, &later->drift);
  tally->first = position_first (tally->first, later->first);
}

static void
merge_other_credit (ChargeTally *self, const OtherCreditTally *later)
{
  OtherCreditTally *tally = other_credit_find_or_add (self->other_credits, slice_of (later->reason),
                                                      slice_of (later->display));

  tally->lines += later->lines;
  decimal_accumulate (&tally->credit, &later->credit);
  tally->first = position_first (tally->first, later->first);
}

void
charge_tally_merge (ChargeTally *self, const ChargeTally *later)
{
  decimal_accumulate (&self->charges, &later->charges);
  decimal_accumulate (&self->plain, &later->plain);
  decimal_accumulate (&self->aco_on_usage, &later->aco_on_usage);
  for (guint i = 0; i < later->pec->len; i++)
    {
      const PecTally *pec = &g_array_index (later->pec, PecTally, i);
      pec_tallies_add (self->pec, pec->percent, pec->net);
    }
  for (guint i = 0; i < later->aco->len; i++)
    merge_aco (self, &g_array_index (later->aco, AcoTally, i));
  for (guint i = 0; i < later->other_credits->len; i++)
    merge_other_credit (self, &g_array_index (later->other_credits, OtherCreditTally, i));
  self->first_pec = position_first (self->first_pec, later->first_pec);
  self->first_plain = position_first (self->first_plain, later->first_plain);
  self->first_aco = position_first (self->first_aco, later->first_aco);
}

Decimal
charge_tally_aco_used (const ChargeTally *tally)
{
  Decimal used = { 0 };

  for (guint i = 0; i < tally->aco->len; i++)
    decimal_accumulate (&used, &g_array_index (tally->aco, AcoTally, i).credit);
  return used;
}

Decimal
charge_tally_other_credits (const ChargeTally *tally)
{
  Decimal credits = { 0 };

  for (guint i = 0; i < tally->other_credits->len; i++)
    decimal_accumulate (&credits,
                        &g_array_index (tally->other_credits, OtherCreditTally, i).credit);
  return credits;
}

InvoiceTally *
invoice_tally_new (Slice invoice, Position first)
{
  InvoiceTally *self = g_new0 (InvoiceTally, 1);

  self->invoice = slice_dup_lower (invoice);
  self->display = slice_dup (invoice);
  self->first = first;
  self->whole = month_counts_new ();
  self->starts = month_counts_new ();
  self->currencies = g_array_new (FALSE, FALSE, sizeof (InvoiceCurrency));
  g_array_set_clear_func (self->currencies, invoice_currency_clear);
  return self;
}

void
invoice_tally_free (gpointer data)
{
  InvoiceTally *self = data;

  g_free (self->invoice);
  g_free (self->display);
  g_array_unref (self->whole);
  g_array_unref (self->starts);
  g_array_unref (self->currencies);
  g_free (self);
}

static InvoiceCurrency *
invoice_currency_find_or_add (GArray *currencies, Slice currency)
{
  guint i;

  for (i = 0; i < currencies->len; i++)
    {
      InvoiceCurrency *found = &g_array_index (currencies, InvoiceCurrency, i);
      const int order = slice_compare_raised (currency, found->currency);
      if (order == 0)
        return found;
      if (order < 0)
        break;
    }
  const InvoiceCurrency fresh = { .currency = slice_dup_upper (currency) };
  g_array_insert_val (currencies, i, fresh);
  return &g_array_index (currencies, InvoiceCurrency, i);
}

void
invoice_tally_add (InvoiceTally *self, const InvoiceLine *line, Fit fit)
{
  InvoiceCurrency *currency = invoice_currency_find_or_add (self->currencies, line->currency);

  currency->lines++;
  currency->fits[fit]++;
  decimal_accumulate (&currency->subtotal, &line->subtotal);
  decimal_accumulate (&currency->tax, &line->tax);
  decimal_accumulate (&currency->total, &line->total);
  if (line->charge_start == DAY_NONE)
    return;
  const Month start = day_month (line->charge_start);
  month_counts_add (self->starts, start, 1);
  if (line->charge_end != DAY_NONE && day_month (line->charge_end) == start)
    month_counts_add (self->whole, start, 1);
}

void
invoice_tally_merge (InvoiceTally *self, const InvoiceTally *later)
{
  self->first = position_first (self->first, later->first);
  month_counts_merge (self->whole, later->whole);
  month_counts_merge (self->starts, later->starts);
  for (guint i = 0; i < later->currencies->len; i++)
    {
      const InvoiceCurrency *from = &g_array_index (later->currencies, InvoiceCurrency, i);
      InvoiceCurrency *to
          = invoice_currency_find_or_add (self->currencies, slice_of (from->currency));

      to->lines += from->lines;
      decimal_accumulate (&to->subtotal, &from->subtotal);
      decimal_accumulate (&to->tax, &from->tax);
      decimal_accumulate (&to->total, &from->total);
      for (guint fit = 0; fit < FIT_COUNT; fit++)
        to->fits[fit] += from->fits[fit];
    }
}

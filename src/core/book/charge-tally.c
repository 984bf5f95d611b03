/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/charge-tally.h"

#include <string.h>

static void
aco_tally_free (gpointer data)
{
  AcoTally *tally = data;

  g_free (tally->pricing_currency);
  g_free (tally);
}

static void
other_credit_tally_free (gpointer data)
{
  OtherCreditTally *tally = data;

  g_free (tally->reason);
  g_free (tally->display);
  g_free (tally);
}

ChargeTally *
charge_tally_new (Slice customer, Slice invoice, Slice currency)
{
  ChargeTally *self = g_new0 (ChargeTally, 1);

  self->customer = slice_dup_lower (customer);
  self->invoice = slice_dup_lower (invoice);
  self->currency = slice_dup_upper (currency);
  return self;
}

void
charge_tally_free (gpointer data)
{
  ChargeTally *self = data;

  if (self == NULL)
    return;
  g_free (self->customer);
  g_free (self->invoice);
  g_free (self->currency);
  decimal_sum_clear (&self->charges);
  decimal_sum_clear (&self->plain);
  decimal_sum_clear (&self->aco_on_usage);
  g_clear_pointer (&self->pricing, g_tree_unref);
  g_clear_pointer (&self->pec, pec_tallies_free);
  g_clear_pointer (&self->aco, g_tree_unref);
  g_clear_pointer (&self->other_credits, g_tree_unref);
  g_free (self);
}

/* What ACO credit lines that convert alike have in common. */
typedef struct
{
  Slice pricing_currency;
  gboolean convertible;
} AcoGroup;

static gint
compare_aco_tallies (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const AcoTally *x = a, *y = b;
  const int order = strcmp (x->pricing_currency, y->pricing_currency);

  return order != 0 ? order : (x->convertible > y->convertible) - (x->convertible < y->convertible);
}

static gint
compare_with_aco_group (gconstpointer wanted, gconstpointer data)
{
  const AcoGroup *group = wanted;
  const AcoTally *tally = data;
  const int order = slice_compare_raised (group->pricing_currency, tally->pricing_currency);

  return order != 0 ? order
                    : (group->convertible > tally->convertible)
                          - (group->convertible < tally->convertible);
}

static AcoTally *
aco_tally_find_or_add (ChargeTally *self, Slice pricing_currency, gboolean convertible)
{
  const AcoGroup group = { .pricing_currency = pricing_currency, .convertible = convertible };
  AcoTally *tally = tally_tree_find (self->aco, compare_with_aco_group, &group);

  if (tally != NULL)
    return tally;
  tally = g_new0 (AcoTally, 1);
  tally->pricing_currency = slice_dup_upper (pricing_currency);
  tally->convertible = convertible;
  return tally_tree_insert (&self->aco, compare_aco_tallies, aco_tally_free, tally);
}

static gint
compare_reasons (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (((const OtherCreditTally *) a)->reason, ((const OtherCreditTally *) b)->reason);
}

static gint
compare_with_reason (gconstpointer reason, gconstpointer tally)
{
  return slice_compare_lowered (*(const Slice *) reason,
                                ((const OtherCreditTally *) tally)->reason);
}

static OtherCreditTally *
other_credit_find_or_add (ChargeTally *self, Slice reason, Slice display)
{
  OtherCreditTally *tally = tally_tree_find (self->other_credits, compare_with_reason, &reason);

  if (tally != NULL)
    return tally;
  tally = g_new0 (OtherCreditTally, 1);
  tally->reason = slice_dup_lower (reason);
  tally->display = slice_dup (display);
  return tally_tree_insert (&self->other_credits, compare_reasons, other_credit_tally_free, tally);
}

/* What the exchange rate may move on one credit line against unrounded daily rows, beside the unit
   of its currency (spec section 4, ACO402). */
static Decimal
rate_drift (const InvoiceLine *line)
{
  if (decimal_is_int (&line->rate, 1))
    return (Decimal){ 0 };
  return decimal_multiply (decimal_from_scaled (1, 2), line->rate);
}

static void
add_aco_credit (ChargeTally *self, const InvoiceLine *line)
{
  const Decimal credit = decimal_negate (line->subtotal);
  const gboolean convertible = line->has_price && line->has_quantity;
  AcoTally *tally = aco_tally_find_or_add (self, line->pricing_currency, convertible);
  const Decimal drift = rate_drift (line);

  tally->lines++;
  decimal_accumulate (&tally->credit, &credit);
  decimal_accumulate (&tally->rate_drift, &drift);
  tally->first = position_first (tally->first, line->at);
  if (convertible)
    {
      const Decimal pricing_credit = invoice_line_pricing_credit (line);
      decimal_accumulate (&tally->pricing_credit, &pricing_credit);
    }
  if (line->product_class == PRODUCT_AZURE_USAGE)
    decimal_sum_add (&self->aco_on_usage, &credit);
  self->first_aco = position_first (self->first_aco, line->at);
}

static void
add_other_credit (ChargeTally *self, const InvoiceLine *line)
{
  const Decimal credit = decimal_negate (line->subtotal);
  const Slice reason = line->texts.credit_reason;
  OtherCreditTally *tally = other_credit_find_or_add (self, reason, reason);

  tally->lines++;
  decimal_accumulate (&tally->credit, &credit);
  tally->first = position_first (tally->first, line->at);
}

static void
add_charge (ChargeTally *self, const InvoiceLine *line)
{
  decimal_sum_add (&self->charges, &line->subtotal);
  if (line->product_class != PRODUCT_AZURE_USAGE)
    return;
  if (line->has_pec)
    {
      pec_tallies_add (&self->pec, line->pec_percent, line->subtotal);
      self->first_pec = position_first (self->first_pec, line->at);
    }
  else
    {
      decimal_sum_add (&self->plain, &line->subtotal);
      self->first_plain = position_first (self->first_plain, line->at);
    }
}

static gint
compare_texts (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

static gint
compare_with_text (gconstpointer wanted, gconstpointer text)
{
  return slice_compare_raised (*(const Slice *) wanted, text);
}

void
charge_tally_join_pricing (ChargeTally *self, Slice currency)
{
  if (tally_tree_find (self->pricing, compare_with_text, &currency) == NULL)
    tally_tree_insert (&self->pricing, compare_texts, g_free, slice_dup_upper (currency));
}

void
charge_tally_add (ChargeTally *self, const InvoiceLine *line, const char *pricing)
{
  if (pricing == NULL || pricing != self->last_pricing)
    charge_tally_join_pricing (self, line->pricing_currency);
  self->last_pricing = pricing;
  self->first = position_first (self->first, line->at);
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

void
charge_tally_join_aco (ChargeTally *self, const AcoTally *later)
{
  AcoTally *tally
      = aco_tally_find_or_add (self, slice_of (later->pricing_currency), later->convertible);

  tally->lines += later->lines;
  decimal_accumulate (&tally->credit, &later->credit);
  decimal_accumulate (&tally->pricing_credit, &later->pricing_credit);
  decimal_accumulate (&tally->rate_drift, &later->rate_drift);
  tally->first = position_first (tally->first, later->first);
}

void
charge_tally_join_other_credit (ChargeTally *self, const OtherCreditTally *later)
{
  OtherCreditTally *tally
      = other_credit_find_or_add (self, slice_of (later->reason), slice_of (later->display));

  tally->lines += later->lines;
  decimal_accumulate (&tally->credit, &later->credit);
  tally->first = position_first (tally->first, later->first);
}

void
charge_tally_merge (ChargeTally *self, const ChargeTally *later)
{
  decimal_sum_add_sum (&self->charges, &later->charges);
  decimal_sum_add_sum (&self->plain, &later->plain);
  decimal_sum_add_sum (&self->aco_on_usage, &later->aco_on_usage);
  for (GTreeNode *node = tally_tree_first (later->pricing); node; node = g_tree_node_next (node))
    charge_tally_join_pricing (self, slice_of (g_tree_node_value (node)));
  pec_tallies_merge (&self->pec, later->pec);
  for (GTreeNode *node = tally_tree_first (later->aco); node; node = g_tree_node_next (node))
    charge_tally_join_aco (self, g_tree_node_value (node));
  for (GTreeNode *node = tally_tree_first (later->other_credits); node;
       node = g_tree_node_next (node))
    charge_tally_join_other_credit (self, g_tree_node_value (node));
  self->first = position_first (self->first, later->first);
  self->first_pec = position_first (self->first_pec, later->first_pec);
  self->first_plain = position_first (self->first_plain, later->first_plain);
  self->first_aco = position_first (self->first_aco, later->first_aco);
}

Decimal
charge_tally_aco_used (const ChargeTally *tally)
{
  Decimal used = { 0 };

  for (GTreeNode *node = tally_tree_first (tally->aco); node; node = g_tree_node_next (node))
    decimal_accumulate (&used, &((const AcoTally *) g_tree_node_value (node))->credit);
  return used;
}

Decimal
charge_tally_other_credits (const ChargeTally *tally)
{
  Decimal credits = { 0 };

  for (GTreeNode *node = tally_tree_first (tally->other_credits); node;
       node = g_tree_node_next (node))
    decimal_accumulate (&credits, &((const OtherCreditTally *) g_tree_node_value (node))->credit);
  return credits;
}

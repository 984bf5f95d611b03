/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-tallies.h"

#include "base/tally-tree.h"
#include "core/book/shelf/shelf-inputs.h"

void
shelf_tallies_put_pec (ShelfWriter *self, const PecTallySet *tallies)
{
  g_autoptr (GPtrArray) list = pec_tallies_list (tallies);

  shelf_bytes_put_number (self, list->len);
  for (guint i = 0; i < list->len; i++)
    {
      const PecTally *tally = g_ptr_array_index (list, i);
      shelf_bytes_put_decimal (self, tally->percent);
      shelf_bytes_put_decimal (self, tally->net);
    }
}

void
shelf_tallies_take_pec (ShelfReader *self, PecTallySet **tallies)
{
  for (guint left = shelf_bytes_take_count (self, 2); left > 0; left--)
    {
      const Decimal percent = shelf_bytes_take_decimal (self);
      const Decimal net = shelf_bytes_take_decimal (self);

      if (shelf_bytes_is_good (self))
        pec_tallies_add (tallies, percent, net);
    }
}

static guint
node_count (GTree *tree)
{
  return tree != NULL ? (guint) g_tree_nnodes (tree) : 0;
}

static void
put_aco (ShelfWriter *self, const AcoTally *aco)
{
  shelf_bytes_put_text (self, aco->pricing_currency);
  shelf_bytes_put_number (self, aco->convertible ? 1 : 0);
  shelf_bytes_put_number (self, aco->lines);
  shelf_bytes_put_decimal (self, aco->credit);
  shelf_bytes_put_decimal (self, aco->pricing_credit);
  shelf_bytes_put_decimal (self, aco->rate_drift);
  shelf_bytes_put_position (self, aco->first);
}

static void
put_other_credit (ShelfWriter *self, const OtherCreditTally *credit)
{
  shelf_bytes_put_text (self, credit->reason);
  shelf_bytes_put_text (self, credit->display);
  shelf_bytes_put_number (self, credit->lines);
  shelf_bytes_put_decimal (self, credit->credit);
  shelf_bytes_put_position (self, credit->first);
}

static void
put_sums (ShelfWriter *self, const ChargeTally *tally)
{
  shelf_bytes_put_position (self, tally->first);
  shelf_bytes_put_position (self, tally->first_pec);
  shelf_bytes_put_position (self, tally->first_plain);
  shelf_bytes_put_position (self, tally->first_aco);
  shelf_bytes_put_sum (self, &tally->charges);
  shelf_bytes_put_sum (self, &tally->plain);
  shelf_bytes_put_sum (self, &tally->aco_on_usage);
  shelf_tallies_put_pec (self, tally->pec);
}

void
shelf_tallies_put (ShelfWriter *self, const ChargeTally *tally)
{
  shelf_bytes_put_id_text (self, ROW_ID_CUSTOMER, tally->customer);
  shelf_bytes_put_id_text (self, ROW_ID_INVOICE, tally->invoice);
  shelf_bytes_put_id_text (self, ROW_ID_CURRENCY, tally->currency);
  put_sums (self, tally);
  shelf_bytes_put_number (self, node_count (tally->pricing));
  for (GTreeNode *node = tally_tree_first (tally->pricing); node; node = g_tree_node_next (node))
    shelf_bytes_put_text (self, g_tree_node_value (node));
  shelf_bytes_put_number (self, node_count (tally->aco));
  for (GTreeNode *node = tally_tree_first (tally->aco); node; node = g_tree_node_next (node))
    put_aco (self, g_tree_node_value (node));
  shelf_bytes_put_number (self, node_count (tally->other_credits));
  for (GTreeNode *node = tally_tree_first (tally->other_credits); node;
       node = g_tree_node_next (node))
    put_other_credit (self, g_tree_node_value (node));
}

void
shelf_tallies_put_invoice (ShelfWriter *self, const InvoiceTally *invoice)
{
  shelf_bytes_put_id_text (self, ROW_ID_INVOICE, invoice->invoice);
  shelf_bytes_put_text (self, invoice->display);
  shelf_bytes_put_position (self, invoice->first);
  shelf_inputs_put_months (self, invoice->charges);
  shelf_inputs_put_months (self, invoice->credits);
  shelf_bytes_put_number (self, node_count (invoice->currencies));
  for (GTreeNode *node = tally_tree_first (invoice->currencies); node;
       node = g_tree_node_next (node))
    {
      const InvoiceCurrency *currency = g_tree_node_value (node);

      shelf_bytes_put_text (self, currency->currency);
      shelf_bytes_put_number (self, currency->lines);
      shelf_bytes_put_decimal (self, currency->subtotal);
      shelf_bytes_put_decimal (self, currency->tax);
      shelf_bytes_put_decimal (self, currency->total);
      for (guint fit = 0; fit < FIT_COUNT; fit++)
        shelf_bytes_put_number (self, currency->fits[fit]);
    }
}

static void
take_aco (ShelfReader *self, ChargeTally *tally)
{
  g_autofree char *currency = slice_dup (shelf_bytes_take_slice (self, NULL));
  AcoTally aco = { .pricing_currency = currency };

  aco.convertible = shelf_bytes_take_up_to (self, 1) != 0;
  aco.lines = shelf_bytes_take_number (self);
  aco.credit = shelf_bytes_take_decimal (self);
  aco.pricing_credit = shelf_bytes_take_decimal (self);
  aco.rate_drift = shelf_bytes_take_decimal (self);
  aco.first = shelf_bytes_take_position (self);
  if (shelf_bytes_is_good (self))
    charge_tally_join_aco (tally, &aco);
}

static void
take_other_credit (ShelfReader *self, ChargeTally *tally)
{
  g_autofree char *reason = slice_dup (shelf_bytes_take_slice (self, NULL));
  g_autofree char *display = slice_dup (shelf_bytes_take_slice (self, NULL));
  OtherCreditTally credit = { .reason = reason, .display = display };

  credit.lines = shelf_bytes_take_number (self);
  credit.credit = shelf_bytes_take_decimal (self);
  credit.first = shelf_bytes_take_position (self);
  if (shelf_bytes_is_good (self))
    charge_tally_join_other_credit (tally, &credit);
}

static void
take_first (ShelfReader *self, Position *first)
{
  *first = position_first (*first, shelf_bytes_take_position (self));
}

static void
take_sums (ShelfReader *self, ChargeTally *tally)
{
  take_first (self, &tally->first);
  take_first (self, &tally->first_pec);
  take_first (self, &tally->first_plain);
  take_first (self, &tally->first_aco);
  shelf_bytes_take_sum (self, &tally->charges);
  shelf_bytes_take_sum (self, &tally->plain);
  shelf_bytes_take_sum (self, &tally->aco_on_usage);
  shelf_tallies_take_pec (self, &tally->pec);
}

ChargeTally *
shelf_tallies_take (ShelfReader *self, ChargeBook *book)
{
  RowNumbers numbers = { { 0 } };

  numbers.of[ROW_ID_CUSTOMER] = shelf_bytes_take_id (self, ROW_ID_CUSTOMER);
  numbers.of[ROW_ID_INVOICE] = shelf_bytes_take_id (self, ROW_ID_INVOICE);
  numbers.of[ROW_ID_CURRENCY] = shelf_bytes_take_id (self, ROW_ID_CURRENCY);
  if (!shelf_bytes_is_good (self))
    return NULL;
  ChargeTally *tally = charge_book_join_tally (book, &numbers);
  take_sums (self, tally);
  for (guint left = shelf_bytes_take_count (self, 1); left > 0; left--)
    charge_tally_join_pricing (tally, shelf_bytes_take_slice (self, NULL));
  for (guint left = shelf_bytes_take_count (self, 7); left > 0; left--)
    take_aco (self, tally);
  for (guint left = shelf_bytes_take_count (self, 5); left > 0; left--)
    take_other_credit (self, tally);
  return tally;
}

static void
take_currency (ShelfReader *self, InvoiceTally *invoice)
{
  g_autofree char *text = slice_dup (shelf_bytes_take_slice (self, NULL));
  InvoiceCurrency currency = { .currency = text };

  currency.lines = shelf_bytes_take_number (self);
  currency.subtotal = shelf_bytes_take_decimal (self);
  currency.tax = shelf_bytes_take_decimal (self);
  currency.total = shelf_bytes_take_decimal (self);
  for (guint fit = 0; fit < FIT_COUNT; fit++)
    currency.fits[fit] = shelf_bytes_take_number (self);
  if (shelf_bytes_is_good (self))
    invoice_tally_join_currency (invoice, &currency);
}

void
shelf_tallies_take_invoice (ShelfReader *self, ChargeBook *book)
{
  const guint32 id = shelf_bytes_take_id (self, ROW_ID_INVOICE);
  const Slice display = shelf_bytes_take_slice (self, NULL);
  const Position first = shelf_bytes_take_position (self);

  if (!shelf_bytes_is_good (self))
    return;
  InvoiceTally *invoice = charge_book_join_invoice (book, id, display, first);
  if (charge_book_find_invoice (book, invoice->invoice) != invoice)
    {
      shelf_bytes_fail (self, "an invoice under another name");
      return;
    }
  shelf_inputs_take_months (self, invoice->charges);
  shelf_inputs_take_months (self, invoice->credits);
  for (guint left = shelf_bytes_take_count (self, 5 + FIT_COUNT); left > 0; left--)
    take_currency (self, invoice);
}

void
shelf_tallies_put_place (ShelfWriter *self, GHashTable *places, const ChargeTally *tally)
{
  shelf_bytes_put_number (self, GPOINTER_TO_UINT (g_hash_table_lookup (places, tally)));
}

const ChargeTally *
shelf_tallies_take_place (ShelfReader *self, const GPtrArray *tallies)
{
  const guint64 place = shelf_bytes_take_number (self);

  if (place < tallies->len)
    return g_ptr_array_index (tallies, place);
  shelf_bytes_fail (self, "a tally that is not there");
  return NULL;
}

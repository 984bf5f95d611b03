/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/month-ledger.h"

#include <string.h>

#include "base/currency.h"
#include "core/month/ordered-list.h"

#define BLOCK_MIN 8 /* entries */
#define BLOCK_MAX 256

typedef struct
{
  CustomerMonth shared;
  const char *customer;
  Month month;
} PeerEntry;

/* A cell, and room for what it shares with others. */
typedef struct
{
  MonthCell cell;
  PeerEntry peer;
} Entry;

struct MonthLedger
{
  OrderedList *cells;    /* of MonthCell */
  OrderedList *peers;    /* of PeerEntry */
  GPtrArray *blocks;     /* of Entry[]: where they stand */
  guint block;           /* how many entries each has */
  guint left;            /* of the last one */
  const GPtrArray *list; /* the cells in order */
};

/* Most texts that are the same stand in one place. */
static int
compare_texts (const char *a, const char *b)
{
  return a == b ? 0 : strcmp (a, b);
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const MonthCell *x = a, *y = b;
  int order = compare_texts (x->customer, y->customer);

  if (order == 0)
    order = compare_texts (x->currency, y->currency);
  return order != 0 ? order : x->month - y->month;
}

static int
compare_peers (gconstpointer a, gconstpointer b)
{
  const PeerEntry *x = a, *y = b;
  const int order = compare_texts (x->customer, y->customer);
  return order != 0 ? order : x->month - y->month;
}

static Entry *
new_entry (MonthLedger *self)
{
  if (self->left == 0)
    {
      self->left = self->block;
      g_ptr_array_add (self->blocks, g_new (Entry, self->block));
    }
  Entry *block = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  Entry *entry = &block[self->block - self->left--];

  memset (entry, 0, sizeof *entry);
  return entry;
}

static PeerEntry *
peers_find (const MonthLedger *self, const char *customer, Month month)
{
  const PeerEntry probe = { .customer = customer, .month = month };
  return ordered_list_find (self->peers, &probe);
}

static CustomerMonth *
peers_find_or_take (MonthLedger *self, PeerEntry *room, const MonthCell *cell)
{
  PeerEntry *found = peers_find (self, cell->customer, cell->month);

  if (found == NULL)
    {
      *room = (PeerEntry){ .customer = cell->customer, .month = cell->month };
      ordered_list_add (self->peers, room);
      found = room;
    }
  return &found->shared;
}

/* The probe is looked at in its key alone. */
static MonthCell *
find_cell (const MonthLedger *self, const char *customer, const char *currency, Month month)
{
  MonthCell probe;

  probe.customer = customer;
  probe.currency = currency;
  probe.month = month;
  return ordered_list_find (self->cells, &probe);
}

static MonthCell *
cell_find_or_add (MonthLedger *self, const char *customer, const char *currency, Month month)
{
  MonthCell *cell = find_cell (self, customer, currency, month);

  if (cell == NULL)
    {
      Entry *entry = new_entry (self);

      cell = &entry->cell;
      cell->customer = customer;
      cell->currency = currency;
      cell->month = month;
      cell->peers = peers_find_or_take (self, &entry->peer, cell);
      cell->balance.used.known = cell->balance.available.known = TRUE;
      ordered_list_add (self->cells, cell);
    }
  return cell;
}

const MonthCell *
month_ledger_find (const MonthLedger *self, const char *customer, const char *currency, Month month)
{
  return find_cell (self, customer, currency, month);
}

/* What remains counts only where the agreement limits neither end of the month. */
static void
add_remaining (BalanceSide *side, const RollForward *row)
{
  const CreditFigures *figures = &row->month->counted;
  const Decimal balance = credit_book_balance_amount (figures);
  const Decimal kept = decimal_add (balance, row->forfeited);

  decimal_accumulate (&side->balance, &balance);
  if (roll_forward_covers_month (row) && !credit_book_figures_are_expired (figures))
    decimal_accumulate (&side->covering_balance, &balance);
  if (decimal_sign (kept) > 0)
    decimal_accumulate (&side->spendable, &kept);
}

static void
add_roll_forward (MonthLedger *self, const RollForward *row)
{
  const CreditKey *key = &row->credit->key;
  MonthCell *cell = cell_find_or_add (self, key->customer, key->currency, row->month->month);
  BalanceSide *side = &cell->balance;
  const Amount available
      = { .known = row->opening.known, .value = decimal_add (row->opening.value, row->granted) };

  if (side->credits++ == 0)
    cell->peers->balance_currencies++;
  amount_accumulate (&side->used, row->used);
  amount_accumulate (&side->available, available);
  side->moved = side->moved || !row->used.known || !decimal_is_zero (row->used.value);
  side->has_gap = side->has_gap || roll_forward_has_gap (row);
  side->is_partial = side->is_partial
                     || (available.known && decimal_sign (available.value) > 0
                         && !roll_forward_covers_month (row));
  side->first = position_first (side->first, row->month->counted.at);
  add_remaining (side, row);
}

static void
add_charge_tally (MonthLedger *self, const ChargeTally *tally, Month month)
{
  MonthCell *cell = cell_find_or_add (self, tally->customer, tally->currency, month);
  InvoiceSide *side = &cell->invoice;
  const Decimal aco_used = charge_tally_aco_used (tally);
  const Decimal other_credits = charge_tally_other_credits (tally);

  side->has_lines = TRUE;
  decimal_sum_add_to (&tally->charges, &side->charges);
  decimal_accumulate (&side->aco_used, &aco_used);
  decimal_sum_add_to (&tally->aco_on_usage, &side->aco_on_usage);
  decimal_accumulate (&side->other_credits, &other_credits);
  decimal_sum_add_to (&tally->plain, &side->plain);
  pec_tallies_merge (&side->pec, tally->pec);
  for (GTreeNode *node = tally_tree_first (tally->aco); node; node = g_tree_node_next (node))
    side->aco_lines += ((const AcoTally *) g_tree_node_value (node))->lines;
  side->first_aco = position_first (side->first_aco, tally->first_aco);
  side->first_pec = position_first (side->first_pec, tally->first_pec);
  side->first_plain = position_first (side->first_plain, tally->first_plain);
}

static gboolean
has_balance (const MonthLedger *self, const char *customer, const char *currency, Month month)
{
  const MonthCell *cell = month_ledger_find (self, customer, currency, month);
  return cell != NULL && cell->balance.credits > 0;
}

/*
 * A credit counts in its own currency, but in its pricing currency where the customer has a
 * balance row only in that one.
 */
static gboolean
counts_in_pricing_currency (const MonthLedger *self, const char *customer, const char *currency,
                            const char *pricing_currency, Month month)
{
  return !has_balance (self, customer, currency, month)
         && has_balance (self, customer, pricing_currency, month);
}

/* What the amounts of single lines are rounded to. */
static Decimal
smallest_unit (const char *currency)
{
  return currency_is_whole (slice_of (currency)) ? decimal_from_int (1)
                                                 : decimal_from_scaled (1, 2);
}

static void
count_aco_tally (MonthLedger *self, const ChargeTally *tally, const AcoTally *aco, Month month)
{
  const gboolean converted = aco->convertible
                             && counts_in_pricing_currency (self, tally->customer, tally->currency,
                                                            aco->pricing_currency, month);
  const char *currency = converted ? aco->pricing_currency : tally->currency;
  CreditSide *side = &cell_find_or_add (self, tally->customer, currency, month)->credit;
  const Decimal units
      = decimal_multiply (smallest_unit (currency), decimal_from_int ((gint64) aco->lines));

  side->lines += aco->lines;
  decimal_accumulate (&side->invoice_credit, converted ? &aco->pricing_credit : &aco->credit);
  decimal_accumulate (&side->drift, &units);
  if (!converted)
    decimal_accumulate (&side->drift, &aco->rate_drift);
  side->first_line = position_first (side->first_line, aco->first);
}

static void
count_usage_tally (MonthLedger *self, const UsageTally *tally, Month month, gboolean gross)
{
  const gboolean converted = (gross ? tally->has_gross : tally->has_pricing_total)
                             && counts_in_pricing_currency (self, tally->customer, tally->currency,
                                                            tally->pricing_currency, month);
  CreditSide *side
      = &cell_find_or_add (self, tally->customer,
                           converted ? tally->pricing_currency : tally->currency, month)
             ->credit;
  const UsageCredit *aco = tally->aco;
  const Decimal *own = gross ? &aco->gross : &aco->net;
  const Decimal *priced = gross ? &aco->pricing_gross : &aco->pricing_net;

  side->usage_tallies++;
  decimal_accumulate (&side->usage_credit, converted ? priced : own);
  side->first_usage = position_first (side->first_usage, aco->first);
}

static void
add_usage (MonthLedger *self, const GPtrArray *tallies, gboolean gross,
           const InvoiceMonths *invoice_months)
{
  for (guint i = 0; i < tallies->len; i++)
    {
      const UsageTally *tally = g_ptr_array_index (tallies, i);
      const Month month = month_activity_of_usage (tally, invoice_months);

      if (tally->aco != NULL)
        count_usage_tally (self, tally, month, gross);
    }
}

/* Last of all: only cells that are there for another reason ask for it. */
static void
mark_usage (MonthLedger *self, const GPtrArray *tallies, const InvoiceMonths *invoice_months)
{
  for (guint i = 0; i < tallies->len; i++)
    {
      const UsageTally *tally = g_ptr_array_index (tallies, i);
      PeerEntry *peer
          = peers_find (self, tally->customer, month_activity_of_usage (tally, invoice_months));

      if (peer != NULL)
        peer->shared.has_usage = TRUE;
    }
}

/* Balances first: they decide in which currency the credits count. */
static void
add_charges (MonthLedger *self, const GPtrArray *tallies, const InvoiceMonths *invoice_months)
{
  for (guint i = 0; i < tallies->len; i++)
    {
      const ChargeTally *tally = g_ptr_array_index (tallies, i);
      const Month month = invoice_months_lookup (invoice_months, tally->invoice)->month;

      add_charge_tally (self, tally, month);
      for (GTreeNode *node = tally_tree_first (tally->aco); node; node = g_tree_node_next (node))
        count_aco_tally (self, tally, g_tree_node_value (node), month);
    }
}

/* Last of all too. */
static void
mark_priced (MonthLedger *self, const GPtrArray *tallies, const InvoiceMonths *invoice_months)
{
  for (guint i = 0; i < tallies->len; i++)
    {
      const ChargeTally *tally = g_ptr_array_index (tallies, i);
      const Month month = invoice_months_lookup (invoice_months, tally->invoice)->month;

      for (GTreeNode *node = tally_tree_first (tally->pricing); node;
           node = g_tree_node_next (node))
        {
          MonthCell *cell = find_cell (self, tally->customer, g_tree_node_value (node), month);
          if (cell != NULL)
            cell->invoice.is_priced = TRUE;
        }
    }
}

MonthLedger *
month_ledger_new (const GArray *rows, const GPtrArray *charges, const GPtrArray *usage,
                  gboolean gross, const InvoiceMonths *invoice_months)
{
  MonthLedger *self = g_new0 (MonthLedger, 1);

  self->cells = ordered_list_new (compare_cells);
  self->peers = ordered_list_new (compare_peers);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->block = CLAMP (rows->len, BLOCK_MIN, BLOCK_MAX);
  for (guint i = 0; i < rows->len; i++)
    if (!roll_forward_is_sealed (&g_array_index (rows, RollForward, i)))
      add_roll_forward (self, &g_array_index (rows, RollForward, i));
  add_charges (self, charges, invoice_months);
  add_usage (self, usage, gross, invoice_months);
  mark_usage (self, usage, invoice_months);
  mark_priced (self, charges, invoice_months);
  self->list = ordered_list_settle (self->cells);
  return self;
}

void
month_ledger_free (MonthLedger *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->list->len; i++)
    g_clear_pointer (&((MonthCell *) g_ptr_array_index (self->list, i))->invoice.pec,
                     pec_tallies_free);
  ordered_list_free (self->cells);
  ordered_list_free (self->peers);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

const GPtrArray *
month_ledger_cells (const MonthLedger *self)
{
  return self->list;
}

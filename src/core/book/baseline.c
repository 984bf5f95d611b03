/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/baseline.h"

struct Baseline
{
  GArray *months;        /* of Month */
  GHashTable *conflicts; /* Conflict * -> itself */
  GHashTable *invoices;  /* number in lower case -> GPtrArray of SealedInvoice */
};

typedef struct
{
  CreditKey key;
  Month month;
  CreditFigures sealed;
} Conflict;

/* Each text of a key stands in one place, so that where it stands tells it. */
static guint
hash_conflict (gconstpointer data)
{
  const Conflict *conflict = data;

  return g_direct_hash (conflict->key.customer) ^ (g_direct_hash (conflict->key.agreement) * 31)
         ^ (guint) conflict->month;
}

static gboolean
equal_conflicts (gconstpointer a, gconstpointer b)
{
  const Conflict *x = a, *y = b;

  return x->month == y->month && x->key.customer == y->key.customer
         && x->key.agreement == y->key.agreement && x->key.credit_name == y->key.credit_name
         && x->key.currency == y->key.currency;
}

static void
free_invoice (gpointer data)
{
  SealedInvoice *invoice = data;

  g_free (invoice->currency);
  g_free (invoice);
}

Baseline *
baseline_new (void)
{
  Baseline *self = g_new0 (Baseline, 1);

  self->months = g_array_new (FALSE, FALSE, sizeof (Month));
  self->conflicts = g_hash_table_new_full (hash_conflict, equal_conflicts, g_free, NULL);
  self->invoices
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
baseline_free (Baseline *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->months);
  g_hash_table_unref (self->conflicts);
  g_hash_table_unref (self->invoices);
  g_free (self);
}

static void
note_month (GArray *months, Month month)
{
  if (months->len == 0 || g_array_index (months, Month, months->len - 1) != month)
    g_array_append_val (months, month);
}

void
baseline_add_row (Baseline *self, CreditBook *credits, Month sealed, const BalanceRow *row)
{
  const CreditAddition addition = credit_book_add_missing (credits, row);
  const Conflict conflict
      = { .key = addition.key, .month = row->month, .sealed = addition.figures };

  if (addition.added)
    note_month (self->months, sealed);
  if (addition.differs)
    g_hash_table_add (self->conflicts, g_memdup2 (&conflict, sizeof conflict));
}

void
baseline_add_invoice (Baseline *self, const char *invoice, const SealedInvoice *sealed)
{
  g_autofree char *number = slice_dup_lower (slice_of (invoice));
  GPtrArray *list = g_hash_table_lookup (self->invoices, number);
  SealedInvoice *copy = g_memdup2 (sealed, sizeof *sealed);

  copy->currency = g_strdup (sealed->currency);
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (free_invoice);
      g_hash_table_insert (self->invoices, g_steal_pointer (&number), list);
    }
  g_ptr_array_add (list, copy);
}

const GArray *
baseline_months (const Baseline *self)
{
  return self->months;
}

const CreditFigures *
baseline_conflict (const Baseline *self, const CreditKey *key, Month month)
{
  const Conflict wanted = { .key = *key, .month = month };
  const Conflict *found = g_hash_table_lookup (self->conflicts, &wanted);

  return found != NULL ? &found->sealed : NULL;
}

const GPtrArray *
baseline_invoice (const Baseline *self, const char *invoice)
{
  return g_hash_table_lookup (self->invoices, invoice);
}

gboolean
baseline_has_invoices (const Baseline *self)
{
  return g_hash_table_size (self->invoices) > 0;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/statement.h"

#include <string.h>

static void
credit_free (gpointer data)
{
  StatementCredit *credit = data;

  g_free (credit->agreement);
  g_free (credit->name);
  g_free (credit->currency);
  g_array_unref (credit->months);
  g_free (credit);
}

static void
product_clear (gpointer data)
{
  g_free (((StatementProduct *) data)->product);
}

static void
use_free (gpointer data)
{
  StatementUse *use = data;

  g_free (use->currency);
  g_array_unref (use->products);
  g_free (use);
}

static void
pec_clear (gpointer data)
{
  g_free (((StatementPec *) data)->currency);
}

Statement *
statement_new (const char *customer, const char *name, Day as_of, gboolean complete)
{
  Statement *self = g_new0 (Statement, 1);

  self->customer = g_strdup (customer);
  self->name = g_strdup (name);
  self->as_of = as_of;
  self->complete = complete;
  self->credits = g_ptr_array_new_with_free_func (credit_free);
  self->uses = g_ptr_array_new_with_free_func (use_free);
  self->pec = g_array_new (FALSE, FALSE, sizeof (StatementPec));
  g_array_set_clear_func (self->pec, pec_clear);
  return self;
}

void
statement_free (Statement *self)
{
  if (self == NULL)
    return;
  g_free (self->customer);
  g_free (self->name);
  g_ptr_array_unref (self->credits);
  g_ptr_array_unref (self->uses);
  g_array_unref (self->pec);
  g_free (self);
}

StatementCredit *
statement_credit (Statement *self, const char *agreement, const char *name, const char *currency)
{
  for (guint i = self->credits->len; i-- > 0;)
    {
      StatementCredit *credit = g_ptr_array_index (self->credits, i);

      if (g_strcmp0 (credit->agreement, agreement) == 0 && g_strcmp0 (credit->name, name) == 0
          && g_strcmp0 (credit->currency, currency) == 0)
        return credit;
    }

  StatementCredit *credit = g_new0 (StatementCredit, 1);
  credit->agreement = g_strdup (agreement);
  credit->name = g_strdup (name);
  credit->currency = g_strdup (currency);
  credit->state = STATEMENT_UNKNOWN;
  credit->months = g_array_new (FALSE, FALSE, sizeof (StatementMonth));
  g_ptr_array_add (self->credits, credit);
  return credit;
}

StatementUse *
statement_use (Statement *self, Month month, const char *currency)
{
  for (guint i = self->uses->len; i-- > 0;)
    {
      StatementUse *use = g_ptr_array_index (self->uses, i);

      if (use->month == month && g_strcmp0 (use->currency, currency) == 0)
        return use;
    }

  StatementUse *use = g_new0 (StatementUse, 1);
  use->month = month;
  use->currency = g_strdup (currency);
  use->used.known = TRUE;
  use->products = g_array_new (FALSE, FALSE, sizeof (StatementProduct));
  g_array_set_clear_func (use->products, product_clear);
  g_ptr_array_add (self->uses, use);
  return use;
}

/* "No date" comes last: what is known to end soon is what the customer looks for. */
static int
compare_days (Day a, Day b)
{
  if (a == b)
    return 0;
  if (a == DAY_NONE || b == DAY_NONE)
    return a == DAY_NONE ? 1 : -1;
  return a < b ? -1 : 1;
}

static gint
compare_credits (gconstpointer a, gconstpointer b)
{
  const StatementCredit *x = *(const StatementCredit *const *) a;
  const StatementCredit *y = *(const StatementCredit *const *) b;
  int order = (int) x->state - (int) y->state;

  if (order == 0)
    order = compare_days (x->expiry, y->expiry);
  if (order == 0)
    order = g_strcmp0 (x->agreement, y->agreement);
  if (order == 0)
    order = g_strcmp0 (x->name, y->name);
  return order != 0 ? order : g_strcmp0 (x->currency, y->currency);
}

static gint
compare_uses (gconstpointer a, gconstpointer b)
{
  const StatementUse *x = *(const StatementUse *const *) a;
  const StatementUse *y = *(const StatementUse *const *) b;

  return x->month != y->month ? x->month - y->month : g_strcmp0 (x->currency, y->currency);
}

static gint
compare_products (gconstpointer a, gconstpointer b)
{
  const StatementProduct *x = a, *y = b;
  const int order = decimal_compare (y->amount, x->amount);

  return order != 0 ? order : strcmp (x->product, y->product);
}

void
statement_sort (Statement *self)
{
  g_ptr_array_sort (self->credits, compare_credits);
  g_ptr_array_sort (self->uses, compare_uses);
  for (guint i = 0; i < self->uses->len; i++)
    g_array_sort (((StatementUse *) g_ptr_array_index (self->uses, i))->products, compare_products);
}

gboolean
statement_has_credit (const Statement *self)
{
  return self->credits->len > 0 || self->uses->len > 0;
}

Decimal
statement_use_itemised (const StatementUse *self)
{
  Decimal sum = { 0 };

  for (guint i = 0; i < self->products->len; i++)
    decimal_accumulate (&sum, &g_array_index (self->products, StatementProduct, i).amount);
  return sum;
}

Decimal
statement_use_rest (const StatementUse *self)
{
  if (!self->has_balance || !self->used.known)
    return (Decimal){ 0 };
  return decimal_subtract (self->used.value, statement_use_itemised (self));
}

gboolean
statement_credit_has_correction (const StatementCredit *self)
{
  for (guint i = 0; i < self->months->len; i++)
    if (!decimal_is_zero (g_array_index (self->months, StatementMonth, i).correction))
      return TRUE;
  return FALSE;
}

StatementMonth
statement_credit_sum (const StatementCredit *self)
{
  g_assert (self->months->len > 0);

  StatementMonth sum = g_array_index (self->months, StatementMonth, 0);
  for (guint i = 1; i < self->months->len; i++)
    {
      const StatementMonth *month = &g_array_index (self->months, StatementMonth, i);

      amount_accumulate (&sum.granted, month->granted);
      amount_accumulate (&sum.used, month->used);
      decimal_accumulate (&sum.forfeited, &month->forfeited);
      decimal_accumulate (&sum.correction, &month->correction);
      sum.closing = month->closing;
    }
  return sum;
}

static StatementGlance *
glance_of (GArray *glances, const char *currency)
{
  for (guint i = 0; i < glances->len; i++)
    if (g_strcmp0 (g_array_index (glances, StatementGlance, i).currency, currency) == 0)
      return &g_array_index (glances, StatementGlance, i);

  const StatementGlance fresh
      = { .currency = currency, .left = { .known = TRUE }, .used = { .known = TRUE } };
  g_array_append_val (glances, fresh);
  return &g_array_index (glances, StatementGlance, glances->len - 1);
}

static void
note_expiry (StatementGlance *glance, const StatementCredit *credit)
{
  if (decimal_sign (credit->left) <= 0 || credit->expiry == DAY_NONE)
    return;
  const int order = compare_days (credit->expiry, glance->expiry);
  if (order < 0)
    {
      glance->expiry = credit->expiry;
      glance->days_left = credit->days_left;
      glance->expiring = (Decimal){ 0 };
    }
  if (order <= 0)
    decimal_accumulate (&glance->expiring, &credit->left);
}

static void
add_to_glance (StatementGlance *glance, const StatementCredit *credit)
{
  if (credit->state == STATEMENT_EXPIRING || credit->state == STATEMENT_ACTIVE)
    {
      decimal_accumulate (&glance->left.value, &credit->left);
      note_expiry (glance, credit);
    }
  glance->left.known = glance->left.known && credit->state != STATEMENT_UNREPORTED;
  if (credit->months->len > 0)
    {
      const StatementMonth sum = statement_credit_sum (credit);

      glance->has_months = TRUE;
      amount_accumulate (&glance->used, sum.used);
    }
}

static gint
compare_glances (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const StatementGlance *) a)->currency,
                    ((const StatementGlance *) b)->currency);
}

GArray *
statement_glances (const Statement *self)
{
  GArray *glances = g_array_new (FALSE, FALSE, sizeof (StatementGlance));

  for (guint i = 0; i < self->credits->len; i++)
    {
      const StatementCredit *credit = g_ptr_array_index (self->credits, i);
      add_to_glance (glance_of (glances, credit->currency), credit);
    }
  g_array_sort (glances, compare_glances);
  return glances;
}

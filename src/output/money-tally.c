/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/money-tally.h"

#include "base/printable.h"
#include "core/report/grouped-number.h"
#include "core/report/money-places.h"

#include <string.h>

struct MoneyTally
{
  GTree *sums; /* currency, which can be any text, to Decimal * */
  MoneyPlaces *places;
};

static gint
compare_currencies (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

MoneyTally *
money_tally_new (void)
{
  MoneyTally *self = g_new (MoneyTally, 1);

  self->sums = g_tree_new_full (compare_currencies, NULL, g_free, g_free);
  self->places = money_places_new ();
  return self;
}

void
money_tally_free (MoneyTally *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->sums);
  money_places_free (self->places);
  g_free (self);
}

static Decimal *
find_or_add (MoneyTally *self, const char *currency)
{
  const char *name = currency != NULL ? currency : "";
  Decimal *sum = g_tree_lookup (self->sums, name);

  if (sum == NULL)
    {
      sum = g_new0 (Decimal, 1);
      g_tree_insert (self->sums, g_strdup (name), sum);
    }
  return sum;
}

void
money_tally_add (MoneyTally *self, const char *currency, Decimal amount)
{
  decimal_accumulate (find_or_add (self, currency), &amount);
  money_places_note (self->places, currency, amount);
}

void
money_tally_raise (MoneyTally *self, const char *currency, Decimal amount)
{
  Decimal *sum = find_or_add (self, currency);

  *sum = decimal_max (*sum, amount);
  money_places_note (self->places, currency, amount);
}

static char *
print (const MoneyTally *self, char *(*print_amount) (Decimal value, guint places))
{
  GString *text = g_string_new (NULL);

  for (GTreeNode *node = g_tree_node_first (self->sums); node != NULL;
       node = g_tree_node_next (node))
    {
      const char *name = g_tree_node_key (node);
      const Decimal *sum = g_tree_node_value (node);
      g_autofree char *amount = print_amount (*sum, money_places_of (self->places, name));
      g_autofree char *currency = printable_text (name);

      if (text->len > 0)
        g_string_append (text, g_tree_node_next (node) == NULL ? " and " : ", ");
      g_string_append_printf (text, "%s%s%s", amount, *currency != '\0' ? " " : "", currency);
    }
  return g_string_free (text, FALSE);
}

char *
money_tally_to_string (const MoneyTally *self)
{
  return print (self, grouped_number_of_decimal);
}

char *
money_tally_to_plain (const MoneyTally *self)
{
  return print (self, decimal_to_string);
}

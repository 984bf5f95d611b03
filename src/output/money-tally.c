/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/money-tally.h"

#include "base/language/language-list.h"
#include "base/language/language-number.h"
#include "base/printable.h"
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
print_sum (const MoneyTally *self, const char *name, const Decimal *sum, gboolean plain,
           const Language *language)
{
  const guint places = money_places_of (self->places, name);
  g_autofree char *amount = plain ? decimal_to_string (*sum, places)
                                  : language_number_of_decimal (language, *sum, places);
  g_autofree char *currency = printable_text (name);

  return g_strdup_printf ("%s%s%s", amount, *currency != '\0' ? " " : "", currency);
}

static char *
print (const MoneyTally *self, gboolean plain, const Language *language)
{
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (g_free);

  for (GTreeNode *node = g_tree_node_first (self->sums); node != NULL;
       node = g_tree_node_next (node))
    g_ptr_array_add (
        sums, print_sum (self, g_tree_node_key (node), g_tree_node_value (node), plain, language));
  return language_list (language, (const char *const *) sums->pdata, sums->len);
}

char *
money_tally_to_string (const MoneyTally *self, const Language *language)
{
  return print (self, FALSE, language);
}

char *
money_tally_to_plain (const MoneyTally *self)
{
  return print (self, TRUE, NULL);
}

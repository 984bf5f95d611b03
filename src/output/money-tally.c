/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/money-tally.h"

#include "base/printable.h"
#include "core/report/grouped-number.h"
#include "core/report/money-places.h"

#include <string.h>

typedef struct
{
  char *currency;
  Decimal sum;
} Entry;

struct MoneyTally
{
  GArray *entries; /* of Entry, ascending by currency; there are only ever a few */
  MoneyPlaces *places;
};

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->currency);
}

MoneyTally *
money_tally_new (void)
{
  MoneyTally *self = g_new (MoneyTally, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->places = money_places_new ();
  return self;
}

void
money_tally_free (MoneyTally *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  money_places_free (self->places);
  g_free (self);
}

static Decimal *
find_or_add (MoneyTally *self, const char *currency)
{
  const char *name = currency != NULL ? currency : "";
  guint i = 0;

  while (i < self->entries->len
         && strcmp (g_array_index (self->entries, Entry, i).currency, name) < 0)
    i++;
  if (i == self->entries->len
      || strcmp (g_array_index (self->entries, Entry, i).currency, name) != 0)
    {
      Entry entry = { .currency = g_strdup (name) };

      g_array_insert_val (self->entries, i, entry);
    }
  return &g_array_index (self->entries, Entry, i).sum;
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

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      g_autofree char *amount
          = print_amount (entry->sum, money_places_of (self->places, entry->currency));
      g_autofree char *currency = printable_text (entry->currency);

      if (i > 0)
        g_string_append (text, i + 1 == self->entries->len ? " and " : ", ");
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

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/benefit/benefit-uses.h"

#include <string.h>

typedef struct
{
  const Benefit *benefit;
  BenefitUseVerdict verdict;
} UsePlace;

struct BenefitUses
{
  GArray *places;     /* of UsePlace, by row */
  GHashTable *months; /* Benefit to GArray of BenefitUseMonth */
};

/* Benefits by their names without case; several of one name: NULL. */
static GHashTable *
list_names (const BenefitBook *book)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < book->benefits->len; i++)
    {
      Benefit *benefit = &g_array_index (book->benefits, Benefit, i);
      char *name = g_ascii_strdown (benefit->name, -1);
      const gboolean is_there = g_hash_table_contains (names, name);
      g_hash_table_insert (names, name, is_there ? NULL : benefit);
    }
  return names;
}

static UsePlace
place_of (const BenefitBook *book, GHashTable *names, const BenefitUse *use)
{
  g_autofree char *lower = g_ascii_strdown (use->benefit, -1);
  const Benefit *benefit = benefit_book_find (book, lower);

  if (benefit == NULL)
    benefit = g_hash_table_lookup (names, lower);
  if (benefit == NULL)
    return (UsePlace){ NULL, BENEFIT_USE_UNKNOWN };
  if (use->currency != NULL && strcmp (use->currency, benefit->currency) != 0)
    return (UsePlace){ benefit, BENEFIT_USE_OTHER_CURRENCY };
  return (UsePlace){ benefit, BENEFIT_USE_COUNTS };
}

static void
free_array (gpointer array)
{
  g_array_unref (array);
}

/* Rows come in any order of months; the first of a month stays its first. */
static void
add_use (BenefitUses *self, const Benefit *benefit, const BenefitUse *use)
{
  GArray *months = g_hash_table_lookup (self->months, benefit);
  guint at = 0;

  if (months == NULL)
    {
      months = g_array_new (FALSE, FALSE, sizeof (BenefitUseMonth));
      g_hash_table_insert (self->months, (gpointer) (guintptr) benefit, months);
    }
  while (at < months->len && g_array_index (months, BenefitUseMonth, at).month < use->month)
    at++;
  if (at == months->len || g_array_index (months, BenefitUseMonth, at).month != use->month)
    {
      const BenefitUseMonth month = { .month = use->month, .first = use };
      g_array_insert_val (months, at, month);
    }
  decimal_accumulate (&g_array_index (months, BenefitUseMonth, at).used, &use->used);
}

BenefitUses *
benefit_uses_new (const BenefitBook *book)
{
  BenefitUses *self = g_new0 (BenefitUses, 1);
  g_autoptr (GHashTable) names = list_names (book);

  self->places = g_array_new (FALSE, FALSE, sizeof (UsePlace));
  self->months = g_hash_table_new_full (NULL, NULL, NULL, free_array);
  for (guint i = 0; i < book->uses->len; i++)
    {
      const BenefitUse *use = &g_array_index (book->uses, BenefitUse, i);
      const UsePlace place = place_of (book, names, use);
      g_array_append_val (self->places, place);
      if (place.verdict == BENEFIT_USE_COUNTS)
        add_use (self, place.benefit, use);
    }
  return self;
}

void
benefit_uses_free (BenefitUses *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->places);
  g_hash_table_unref (self->months);
  g_free (self);
}

BenefitUseVerdict
benefit_uses_verdict (const BenefitUses *self, guint index, const Benefit **benefit)
{
  const UsePlace *place = &g_array_index (self->places, UsePlace, index);

  *benefit = place->benefit;
  return place->verdict;
}

const GArray *
benefit_uses_months (const BenefitUses *self, const Benefit *benefit)
{
  return g_hash_table_lookup (self->months, benefit);
}

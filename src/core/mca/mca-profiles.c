/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-profiles.h"

#include <string.h>

#include "base/search.h"
#include "core/mca/mca-amount.h"

typedef struct
{
  const char *account_id;
  const char *name;
} AccountName;

struct McaProfiles
{
  GArray *facts;    /* of McaProfileFacts, sorted */
  GArray *accounts; /* of AccountName, sorted */
};

/* A profile that something is of. */
typedef struct
{
  const char *account_id;
  const char *profile_id;
} Key;

static int
compare_texts (const char *a, const char *b)
{
  return a == b ? 0 : g_strcmp0 (a, b);
}

static int
compare_keys (const char *account, const char *profile, const McaProfileFacts *facts)
{
  const int order = compare_texts (account, facts->account_id);

  return order != 0 ? order : compare_texts (profile, facts->profile_id);
}

static int
compare_with_facts (gconstpointer key, gconstpointer facts)
{
  return compare_keys (((const Key *) key)->account_id, ((const Key *) key)->profile_id, facts);
}

static guint
lower_bound (const McaProfiles *self, const Key *key)
{
  return (guint) search_lower_bound (self->facts->data, self->facts->len, sizeof (McaProfileFacts),
                                     key, compare_with_facts);
}

guint
mca_profiles_find (const McaProfiles *self, const char *account_id, const char *profile_id)
{
  const Key key = { account_id, profile_id };
  const guint index = lower_bound (self, &key);

  return index < self->facts->len
                 && compare_keys (account_id, profile_id, mca_profiles_at (self, index)) == 0
             ? index
             : G_MAXUINT;
}

static McaProfileFacts *
find_facts (McaProfiles *self, const McaOrigin *origin)
{
  const guint index = mca_profiles_find (self, origin->account_id, origin->profile_id);

  return &g_array_index (self->facts, McaProfileFacts, index);
}

/* Collecting: most resources are of the profile of the one before. */

static void
collect (GArray *found, const McaOrigin *origin)
{
  const McaProfileFacts facts
      = { .account_id = origin->account_id, .profile_id = origin->profile_id };

  if (found->len > 0
      && compare_keys (origin->account_id, origin->profile_id,
                       &g_array_index (found, McaProfileFacts, found->len - 1))
             == 0)
    return;
  g_array_append_val (found, facts);
}

static int
compare_facts (gconstpointer a, gconstpointer b)
{
  return compare_keys (((const McaProfileFacts *) a)->account_id,
                       ((const McaProfileFacts *) a)->profile_id, b);
}

static void
collect_all (McaProfiles *self, const McaBook *book)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (McaProfileFacts));

  for (guint i = 0; i < book->profiles->len; i++)
    collect (found, &g_array_index (book->profiles, McaProfile, i).origin);
  for (guint i = 0; i < book->balances->len; i++)
    collect (found, &g_array_index (book->balances, McaBalance, i).origin);
  for (guint i = 0; i < book->lots->len; i++)
    collect (found, &g_array_index (book->lots, McaLot, i).origin);
  for (guint i = 0; i < book->events->len; i++)
    collect (found, &g_array_index (book->events, McaEvent, i).origin);
  g_array_sort (found, compare_facts);
  for (guint i = 0; i < found->len; i++)
    if (i == 0
        || compare_facts (&g_array_index (found, McaProfileFacts, i - 1),
                          &g_array_index (found, McaProfileFacts, i))
               != 0)
      g_array_append_val (self->facts, g_array_index (found, McaProfileFacts, i));
}

/* What each says */

static void
note_profiles (McaProfiles *self, const McaBook *book)
{
  for (guint i = 0; i < book->profiles->len; i++)
    {
      const McaProfile *profile = &g_array_index (book->profiles, McaProfile, i);
      McaProfileFacts *facts = find_facts (self, &profile->origin);

      facts->is_listed = TRUE;
      if (profile->name != NULL)
        facts->name = profile->name;
      if (profile->currency != NULL)
        facts->own_currency = profile->currency;
    }
}

static void
note_figure (McaProfileFacts *facts, const McaOrigin *origin, const char *currency,
             gboolean is_balance)
{
  if (facts->currency == NULL)
    facts->currency = currency;
  if (facts->first == NULL || origin->place < facts->first->place)
    {
      facts->first = origin;
      facts->first_is_balance = is_balance;
    }
}

/* Balances before lots before events: in this order they give the currency. */
static void
note_figures (McaProfiles *self, const McaBook *book)
{
  for (guint i = 0; i < book->balances->len; i++)
    {
      const McaBalance *balance = &g_array_index (book->balances, McaBalance, i);
      McaProfileFacts *facts = find_facts (self, &balance->origin);

      facts->balance = balance;
      note_figure (facts, &balance->origin, mca_amount_currency_of_balance (balance), TRUE);
    }
  for (guint i = 0; i < book->lots->len; i++)
    {
      const McaLot *lot = &g_array_index (book->lots, McaLot, i);

      note_figure (find_facts (self, &lot->origin), &lot->origin, mca_amount_currency_of_lot (lot),
                   FALSE);
    }
  for (guint i = 0; i < book->events->len; i++)
    {
      const McaEvent *event = &g_array_index (book->events, McaEvent, i);

      note_figure (find_facts (self, &event->origin), &event->origin,
                   mca_amount_currency_of_event (event), FALSE);
    }
  for (guint i = 0; i < self->facts->len; i++)
    {
      McaProfileFacts *facts = &g_array_index (self->facts, McaProfileFacts, i);
      if (facts->currency == NULL)
        facts->currency = facts->own_currency;
    }
}

static int
compare_accounts (gconstpointer a, gconstpointer b)
{
  return compare_texts (((const AccountName *) a)->account_id,
                        ((const AccountName *) b)->account_id);
}

/* Stable, so that of one account the last stays last. */
static void
note_accounts (McaProfiles *self, const McaBook *book)
{
  for (guint i = 0; i < book->accounts->len; i++)
    {
      const McaAccount *account = &g_array_index (book->accounts, McaAccount, i);
      const AccountName name = { account->origin.account_id, account->name };

      if (account->name != NULL)
        g_array_append_val (self->accounts, name);
    }
  g_array_sort (self->accounts, compare_accounts);
}

McaProfiles *
mca_profiles_new (const McaBook *book)
{
  McaProfiles *self = g_new (McaProfiles, 1);

  self->facts = g_array_new (FALSE, FALSE, sizeof (McaProfileFacts));
  self->accounts = g_array_new (FALSE, FALSE, sizeof (AccountName));
  collect_all (self, book);
  note_profiles (self, book);
  note_figures (self, book);
  note_accounts (self, book);
  return self;
}

void
mca_profiles_free (McaProfiles *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->facts);
  g_array_unref (self->accounts);
  g_free (self);
}

guint
mca_profiles_count (const McaProfiles *self)
{
  return self->facts->len;
}

const McaProfileFacts *
mca_profiles_at (const McaProfiles *self, guint index)
{
  return &g_array_index (self->facts, McaProfileFacts, index);
}

const char *
mca_profiles_account_name (const McaProfiles *self, const char *account_id)
{
  const AccountName key = { account_id, NULL };
  gsize at = search_lower_bound (self->accounts->data, self->accounts->len, sizeof (AccountName),
                                 &key, compare_accounts);
  const char *name = NULL;

  for (; at < self->accounts->len
         && compare_accounts (&g_array_index (self->accounts, AccountName, at), &key) == 0;
       at++)
    name = g_array_index (self->accounts, AccountName, at).name;
  return name;
}

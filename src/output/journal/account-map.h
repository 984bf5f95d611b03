/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_JOURNAL_ACCOUNT_MAP_H
#define OUTPUT_JOURNAL_ACCOUNT_MAP_H

#include <glib.h>

/**
 * AccountMap: under which accounts a journal books, as its configuration file says
 * (docs/journal.md). The file is an INI file:
 *
 *     [accounts]
 *     credit = Assets:Azure Credits
 *     [journal]
 *     continues = false
 *     names = true
 *
 * Every key may be left out; an unknown group or key is an error, so that a misspelled one is
 * never taken for a default. Knows names of accounts only, not what is booked under them.
 */
typedef struct AccountMap AccountMap;

typedef enum
{
  ACCOUNT_CREDIT,        /* credit: what is left of a credit */
  ACCOUNT_GRANTED,       /* granted: where granted credit comes from */
  ACCOUNT_USED,          /* used: credit used, per the balance report */
  ACCOUNT_FORFEITED,     /* forfeited */
  ACCOUNT_ADJUSTMENT,    /* adjustment: changes of a balance that nothing explains */
  ACCOUNT_OPENING,       /* opening: balances from before the first entry */
  ACCOUNT_CHARGES,       /* charges: what Microsoft charges, before credits */
  ACCOUNT_APPLIED,       /* applied: credit given on the invoice; by default the same as used */
  ACCOUNT_OTHER_CREDITS, /* other-credits: credits on the invoice that are no Azure credit */
  ACCOUNT_PEC_COST,      /* pec-cost: what Partner Earned Credit took off the list price */
  ACCOUNT_PEC,           /* pec: Partner Earned Credit earned */
  ACCOUNT_PAYABLE,       /* payable: owed to Microsoft */
  ACCOUNT_COUNT
} AccountRole;

/** The documented defaults. */
AccountMap *account_map_new (void);
void account_map_free (AccountMap *self); /* NULL is fine */

/**
 * Takes what the file at @path (account_map_load_text(): @text, @name in messages) sets; the rest
 * stays. FALSE leaves the map as it was: RECON_ERROR_USAGE for what must not stand in the file,
 * RECON_ERROR_INPUT where it cannot be read.
 */
gboolean account_map_load (AccountMap *self, const char *path, GError **error);
gboolean account_map_load_text (AccountMap *self, const char *text, const char *name,
                                GError **error);

/** The key in the file, e.g. "other-credits"; static. */
const char *account_map_role_key (AccountRole role);
/** Segments of letters, digits, single blanks and "-_.&", between colons. (transfer none) */
const char *account_map_get (const AccountMap *self, AccountRole role);

/** TRUE: the book holds the earlier months already. */
gboolean account_map_continues (const AccountMap *self);
/** TRUE: customers are named beside their ids. */
gboolean account_map_shows_names (const AccountMap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccountMap, account_map_free)

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_JOURNAL_JOURNAL_NAME_H
#define OUTPUT_JOURNAL_JOURNAL_NAME_H

#include "output/journal/account-map.h"
#include "output/journal/journal-entries.h"

/**
 * Names in a journal: accounts, commodities and texts as the accounting tools take them. Ids,
 * currencies and names come from files that others wrote; here they are made unable to be
 * anything but a name. Each depends on its own text alone, never on the other rows, so that
 * journals of different months agree; and different ids never give the same account.
 */
typedef enum
{
  NAME_PLAIN,    /* hledger, ledger, CSV */
  NAME_BEANCOUNT /* segments of letters, digits and '-', beginning with a capital or digit */
} NameStyle;

/** The account of @role for the customer and credit of @entry. (transfer full) */
char *journal_name_account (const AccountMap *map, AccountRole role, const JournalEntry *entry,
                            NameStyle style);

/** @currency, or a name made from it where it is no plain code. (transfer full) */
char *journal_name_commodity (const char *currency);
/** FALSE: journal_name_commodity() gives something else for @currency. */
gboolean journal_name_commodity_is_plain (const char *currency);

/**
 * The title of @entry with the customer's name, if the map shows names, on one line, for hledger
 * and ledger: without what begins a comment, tag or date there. (transfer full)
 */
char *journal_name_description (const AccountMap *map, const JournalEntry *entry);
/** @text as a quoted string of beancount, on one line. NULL gives "\"\"". (transfer full) */
char *journal_name_string (const char *text);
/** The customer's name on one line, shortened; "" if there is none to show. (transfer full) */
char *journal_name_customer (const AccountMap *map, const JournalEntry *entry);

/** char * -> itself: every account and every currency of the journal, sorted. (transfer full) */
GTree *journal_name_accounts (const AccountMap *map, const JournalEntries *entries,
                              NameStyle style);
GTree *journal_name_currencies (const JournalEntries *entries);

#endif

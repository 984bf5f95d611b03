/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_JOURNAL_JOURNAL_ENTRIES_H
#define OUTPUT_JOURNAL_JOURNAL_ENTRIES_H

#include "core/report/report.h"
#include "output/journal/account-map.h"

/**
 * JournalEntries: what a journal books, whatever tool will read it. Debits are positive; the
 * postings of an entry add up to 0. Sorted by date, then customer; of one day and customer the
 * credits stand before the invoices.
 */
typedef enum
{
  ENTRY_OPENING,           /* what was left of a credit before its first reported month */
  ENTRY_UNKNOWN,           /* a first month of which only the closing balance is known (ACO103) */
  ENTRY_CREDIT,            /* a row of the roll-forward */
  ENTRY_INVOICE,           /* a row of the waterfall */
  ENTRY_CREDIT_CORRECTION, /* what is to be added to such a row; its opening, too */
  ENTRY_INVOICE_CORRECTION
} JournalEntryKind;

typedef struct
{
  AccountRole account;
  const char *note; /* "granted", "used", ...; static */
  Decimal amount;   /* never 0 */
} JournalPosting;

#define JOURNAL_POSTINGS_MAX 10

/** Texts belong to the report. */
typedef struct
{
  JournalEntryKind kind;
  Day date;
  const char *customer_id;
  const char *customer_name;
  const char *agreement_id; /* NULL for invoices, like credit_name */
  const char *credit_name;
  const char *currency;
  guint posting_count;
  JournalPosting postings[JOURNAL_POSTINGS_MAX];
  gboolean has_closing; /* after this entry the credit's account must stand at @closing */
  Decimal closing;
} JournalEntry;

typedef struct JournalEntries JournalEntries;

/** @continues: the book holds the earlier months, so known openings are no entries. Borrows. */
JournalEntries *journal_entries_new (const Report *report, gboolean continues);
/**
 * Of a @report that holds differences (store/correction), all of them on @date. Nothing is
 * asserted: later entries may stand in the book already.
 */
JournalEntries *journal_entries_new_correction (const Report *report, Day date);
void journal_entries_free (JournalEntries *self); /* NULL is fine */

gsize journal_entries_count (const JournalEntries *self);
/** By value: entries are made when they are asked for, so that long reports need no memory. */
JournalEntry journal_entries_get (const JournalEntries *self, gsize index);

/** Entries that correct others, which have opened the accounts. */
gboolean journal_entries_are_corrections (const JournalEntries *self);

/** FALSE: rows were set aside, and the journal must say so. */
gboolean journal_entries_are_complete (const JournalEntries *self);

/** What an entry is about, e.g. "Azure credit, opening balance"; static. */
const char *journal_entries_title (JournalEntryKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JournalEntries, journal_entries_free)

#endif

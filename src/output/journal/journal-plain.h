/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_JOURNAL_JOURNAL_PLAIN_H
#define OUTPUT_JOURNAL_JOURNAL_PLAIN_H

#include "output/journal/journal-entries.h"
#include "output/sink.h"

/** The journal as hledger and ledger read it; they differ in one directive. */
typedef enum
{
  PLAIN_HLEDGER,
  PLAIN_LEDGER
} PlainDialect;

/**
 * Declares every account and commodity, as strict checking wants, then writes the entries. A
 * closing balance is a posting of 0.00 with a balance assertion. Failures stay in @sink.
 */
void journal_plain_write (const JournalEntries *entries, const AccountMap *map,
                          PlainDialect dialect, Sink *sink);

#endif

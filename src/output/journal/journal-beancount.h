/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_JOURNAL_JOURNAL_BEANCOUNT_H
#define OUTPUT_JOURNAL_JOURNAL_BEANCOUNT_H

#include "output/journal/journal-entries.h"
#include "output/sink.h"

/**
 * The journal as beancount reads it. Accounts are opened on the day of the first entry, unless
 * the book continues and has them open. A closing balance is a balance directive of the next day,
 * because those hold at the beginning of their day, with a tolerance of 0. Failures stay in @sink.
 */
void journal_beancount_write (const JournalEntries *entries, const AccountMap *map, Sink *sink);

#endif

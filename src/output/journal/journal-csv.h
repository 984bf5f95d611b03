/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_JOURNAL_JOURNAL_CSV_H
#define OUTPUT_JOURNAL_JOURNAL_CSV_H

#include "output/journal/journal-entries.h"
#include "output/sink.h"

/**
 * The journal as CSV, one row per posting, for tools that import entries. Rows of one entry have
 * its number; a closing balance is a row without amount. Cells as in report-csv.h. Failures stay
 * in @sink.
 */
void journal_csv_write (const JournalEntries *entries, const AccountMap *map, Sink *sink);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef IO_JOURNAL_CSV_H
#define IO_JOURNAL_CSV_H

#include "io/journal-entries.h"
#include "io/sink.h"

/**
 * The journal as CSV, one row per posting, for tools that import entries. Rows of one entry have
 * its number; a closing balance is a row without amount. Cells as in report-csv.h. Failures stay
 * in @sink.
 */
void journal_csv_write (const JournalEntries *entries, const AccountMap *map, Sink *sink);

#endif

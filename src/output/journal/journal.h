/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_JOURNAL_JOURNAL_H
#define OUTPUT_JOURNAL_JOURNAL_H

#include "core/report/report.h"
#include "output/journal/account-map.h"
#include "output/sink.h"

/**
 * Journal: the report as entries for bookkeeping (docs/journal.md): per credit and month the
 * roll-forward with its closing balance as an assertion, per customer and month the invoice. Made
 * from the report's rows alone; the same rows and map give the same bytes.
 */
typedef enum
{
  JOURNAL_HLEDGER,
  JOURNAL_BEANCOUNT,
  JOURNAL_LEDGER,
  JOURNAL_CSV,
  JOURNAL_FORMAT_COUNT
} JournalFormat;

/** "hledger", "beancount", "ledger", "csv". */
const char *journal_format_name (JournalFormat format);
/** FALSE: no format has that name; *out is left alone. */
gboolean journal_format_parse (const char *name, JournalFormat *out);

/** Writes the sorted @report. Failures stay in @sink. */
void journal_write (const Report *report, JournalFormat format, const AccountMap *map, Sink *sink);
/** The same of a report that holds differences (store/correction), all entries on @date. */
void journal_write_correction (const Report *report, Day date, JournalFormat format,
                               const AccountMap *map, Sink *sink);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_BASELINE_READER_H
#define APP_RUN_BASELINE_READER_H

#include "app/option/history-options.h"
#include "core/book/books.h"
#include "core/report/report.h"
#include "store/history.h"

/**
 * BaselineReader: the history for a command that only reads it, to join what was sealed to what was
 * read. That there is none is told before the long work.
 */
typedef struct BaselineReader BaselineReader;

/** @options without a path: no history, and nothing is joined. NULL with @error. */
BaselineReader *baseline_reader_new (const HistoryOptions *options, GError **error);
void baseline_reader_free (BaselineReader *self); /* NULL is fine */

/** NULL: no history. */
Database *baseline_reader_database (const BaselineReader *self);

/** What was sealed before @before (MONTH_NONE: whatever its month) into @books. */
gboolean baseline_reader_join (const BaselineReader *self, Month before, Books *books,
                               GError **error);

/** What was decided about the findings of @report into it. */
gboolean baseline_reader_resolve (const BaselineReader *self, Report *report, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaselineReader, baseline_reader_free)

#endif

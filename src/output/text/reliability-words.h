/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_RELIABILITY_WORDS_H
#define OUTPUT_TEXT_RELIABILITY_WORDS_H

#include "base/language/language.h"
#include "core/book/books.h"
#include "core/report/report.h"

/**
 * ReliabilityWords: why the figures of a run are not reliable, in the words that stand before
 * everything else that is said of them: "NOT RELIABLE: rows of in/b.csv were read before and count
 * twice (ACO907). INCOMPLETE: 1 row was set aside. ". Plain printable text in one line, each
 * sentence followed by a blank; "" when nothing speaks against them.
 */

/** (transfer full) */
char *reliability_words_of_report (const Report *report, const Language *language);

/**
 * The same where nothing was reckoned. @doubled: of const RowOverlap *, those that count
 * (core/rule/rows-read-twice). @rejected: rows set aside. (transfer full)
 */
char *reliability_words_of_books (const Books *books, const GPtrArray *doubled, guint64 rejected,
                                  const Language *language);

#endif

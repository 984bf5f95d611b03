/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_MONTHS_HISTORY_HTML_H
#define OUTPUT_MONTHS_HISTORY_HTML_H

#include "base/language/language.h"
#include "core/answer/history-course.h"
#include "output/sink.h"

/**
 * The page over time of a history, history.html: figures and what is left per month and currency,
 * findings by month and how they ended, who did what, and the burn-down of each agreement with its
 * forecast. Stays below 3 MB: of many agreements those with most left are shown, of many rows the
 * latest, and the page says what is left out.
 */
void history_html_write (const Report *list, const HistoryCourse *course, const Language *language,
                         Sink *sink);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_MONTHS_HISTORY_HTML_AGREEMENTS_H
#define OUTPUT_MONTHS_HISTORY_HTML_AGREEMENTS_H

#include "base/language/language.h"
#include "core/report/report.h"

/**
 * The burn-down of each agreement of @balances (of a HistoryCourse), those with most left first,
 * with what is expected of it; as many as a share of the page holds.
 */
void history_html_agreements (GString *out, const Report *balances, const Language *language);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_DIFF_HTML_H
#define OUTPUT_HTML_DIFF_HTML_H

#include "base/language/language.h"
#include "core/answer/month-diff.h"
#include "output/sink.h"

/**
 * Writes what became of a sealed month as one page that needs no network: a section for each table
 * that has rows. Of long tables a part is shown; the tables beside it have the rest.
 */
void diff_html_write (const Report *diff, const Language *language, Sink *sink);

#endif

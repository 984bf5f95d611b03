/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_ORIGIN_WORDS_H
#define OUTPUT_TEXT_ORIGIN_WORDS_H

#include <glib.h>

#include "base/language/language.h"
#include "core/report/report.h"

/**
 * OriginWords: how a report was made, for whoever has nothing but the report (spec section 5,
 * `options`). Plain printable texts in one line, not escaped.
 */

/** The name of the program and its version; static. */
const char *origin_words_program (void);
/** "2026-10", or "all". (transfer full) */
char *origin_words_month (const Report *report, const Language *language);
/**
 * "--month=2026-10, --tolerance=5 (configuration file: acorecon.ini)"; "as by default" when none
 * is in force. (transfer full)
 */
char *origin_words_options (const Report *report, const Language *language);

#endif

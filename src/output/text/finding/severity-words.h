/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_FINDING_SEVERITY_WORDS_H
#define OUTPUT_TEXT_FINDING_SEVERITY_WORDS_H

#include "base/language/language.h"
#include "core/report/finding.h"

/** "%s error", "%s errors", for language_fill(). */
const char *severity_words_count (const Language *language, Severity severity, guint64 count);

#endif

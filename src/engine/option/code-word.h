/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_OPTION_CODE_WORD_H
#define ENGINE_OPTION_CODE_WORD_H

#include "core/report/finding.h"

/** A code of findings as people write it: "ACO401", its name, or its number alone. */

/**
 * @kind: only codes that begin so are meant, "ACO"; "": all are, and a number that several of them
 * have is none. FALSE: *code is left alone.
 */
gboolean code_word_parse (const char *word, const char *kind, FindingCode *code);

/**
 * What is said of a word that is none: `found no @what ..., expected ...`. @others: further words
 * that may have been meant, NULL-terminated. (transfer full)
 */
char *code_word_complaint (const char *word, const char *kind, const char *what,
                           const char *const *others);

#endif

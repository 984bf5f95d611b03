/* SPDX-License-Identifier: MIT */
#ifndef BASE_FORMULA_GUARD_H
#define BASE_FORMULA_GUARD_H

#include <glib.h>

/**
 * FormulaGuard: texts that a spreadsheet would take for a formula, were they opened or pasted
 * there. Pure.
 */

/**
 * Whether @text, valid UTF-8, begins as a formula does: with =, +, -, @ or their full-width forms,
 * after blanks and what cannot be seen, or at once with a tab or carriage return.
 */
gboolean formula_guard_wants (const char *text);

/** @text, with a leading apostrophe where formula_guard_wants() it. (transfer full) */
char *formula_guard_text (const char *text);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef BASE_FORMULA_GUARD_H
#define BASE_FORMULA_GUARD_H

#include <glib.h>

/**
 * FormulaGuard: texts that a spreadsheet would take for a formula, were they opened or pasted
 * there. Pure.
 */

/**
 * @text, valid UTF-8, with a leading apostrophe if it begins as a formula does (=, +, -, @, or
 * their full-width forms), after blanks and what cannot be seen. (transfer full)
 */
char *formula_guard_text (const char *text);

#endif

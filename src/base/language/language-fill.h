/* SPDX-License-Identifier: MIT */
#ifndef BASE_LANGUAGE_LANGUAGE_FILL_H
#define BASE_LANGUAGE_LANGUAGE_FILL_H

#include <glib.h>

/**
 * Appends @format with its placeholders filled: "%s" is the next text, "%2$s" the second, "%%" a
 * percent sign; all others stay. For sentences that are chosen from a table, of which printf would
 * not know its arguments; a text that is missing or NULL is "".
 */
void language_fill (GString *out, const char *format, const char *const *texts, gsize count);

#endif

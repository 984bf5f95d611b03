/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TABLE_JSON_TEXT_H
#define OUTPUT_TABLE_JSON_TEXT_H

#include <glib.h>

/**
 * JsonText: one text of a JSON file that we write, whatever the file is about.
 */

/**
 * Appends @text in quotes, made valid UTF-8, escaped where JSON demands it and nowhere else; null
 * where there is none: NULL or "".
 */
void json_text_append (GString *out, const char *text);

#endif

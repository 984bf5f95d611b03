/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_JSON_STRING_H
#define INPUT_ROWS_JSON_STRING_H

#include "base/slice.h"

/** What stands between the quotes of a JSON string. */

/** UTF-16 code units from HIGH on are first halves, from LOW on second halves of a pair. */
#define JSON_SURROGATE_HIGH 0xD800
#define JSON_SURROGATE_LOW 0xDC00
#define JSON_SURROGATE_END 0xE000

/** How many bytes stand before the first quote, backslash or control character. */
gsize json_string_plain_length (const char *text, gsize length);

/**
 * What a string means that json-scan has found sound; @out has room for @escaped.length bytes.
 * Returns how many were written.
 */
gsize json_string_unescape (Slice escaped, char *out);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_JSON_SCALAR_H
#define INPUT_ROWS_JSON_SCALAR_H

#include "base/slice.h"
#include "input/rows/json-bytes.h"

/**
 * JsonScalar: the values of JSON that hold no others, byte by byte, held to RFC 8259 in UTF-8. All
 * begin at the token, whose first byte is the right one, and refuse as json_bytes_refuse() does.
 */

/** From its quote to its quote: *text is what it means, in the stream or in @room. */
gboolean json_scalar_take_string (JsonBytes *self, GString *room, Slice *text, GError **error);
/** From a minus or digit on: *text is what stands there, which a Decimal can hold. */
gboolean json_scalar_take_number (JsonBytes *self, Slice *text, GError **error);
/** true, false or null. */
gboolean json_scalar_take_word (JsonBytes *self, const char *word, GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_JSON_CUT_H
#define INPUT_ROWS_JSON_CUT_H

#include <glib.h>

/**
 * JsonCut: where an object ends, found piece by piece and without judging what is in it: brackets
 * are counted and strings passed over. Begins all 0 at the object's brace.
 */
typedef struct
{
  gsize at;
  gsize depth;
  gboolean in_string;
} JsonCut;

/** TRUE: @at is after the object. FALSE: call again with the same text and more after it. */
gboolean json_cut_object (JsonCut *self, const char *text, gsize length);

#endif

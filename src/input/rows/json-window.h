/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_JSON_WINDOW_H
#define INPUT_ROWS_JSON_WINDOW_H

#include "base/slice.h"
#include "input/bytes/limits.h"
#include "input/bytes/read-func.h"

/**
 * JsonWindow: the part of a stream that is being looked at, in one piece, and the lines that end
 * in it. Knows no JSON.
 *
 * Memory: 256 KiB, and as much as is asked for, up to JSON_WINDOW_BYTES_MAX.
 */
typedef struct JsonWindow JsonWindow;

/** An object of CSV_RECORD_BYTES_MAX with what stands round it. */
#define JSON_WINDOW_BYTES_MAX (CSV_RECORD_BYTES_MAX + 64 * 1024)

/** A place in the stream; both count from 1, and bytes within their line. */
typedef struct
{
  guint64 line;
  guint64 byte;
} JsonPlace;

JsonWindow *json_window_new (ReadFunc read, void *stream); /* @stream is borrowed */
void json_window_free (JsonWindow *self);                  /* NULL is fine */

/** What is in it; valid until it is filled. */
Slice json_window_text (const JsonWindow *self);
/**
 * Reads until there is twice as much in it, or the stream has ended, or it is full. FALSE with
 * @error.
 */
gboolean json_window_fill (JsonWindow *self, GError **error);
/** Filling brings no more. */
gboolean json_window_has_ended (const JsonWindow *self);
gboolean json_window_is_full (const JsonWindow *self);

/** The first @count bytes are done with. */
void json_window_pass (JsonWindow *self, gsize count);
/** Where the byte at @offset of the text stands. */
JsonPlace json_window_place (const JsonWindow *self, gsize offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonWindow, json_window_free)

#endif

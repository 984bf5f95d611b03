/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_JSON_FEED_H
#define INPUT_ROWS_JSON_FEED_H

#include "input/bytes/read-func.h"
#include "input/rows/json-scan.h"

/**
 * JsonFeed: the objects of a stream that are rows, one after the other, cut out but not judged.
 * They stand one per line, in an array, or in the array of a page (json-page.h); several of these
 * may follow one another, each on a line of its own. Knows no keys but those of pages.
 *
 * One object is in memory at a time; what stands round it may be of any length.
 */
typedef struct JsonFeed JsonFeed;

/** @name: how messages name the stream (copied). @stream is borrowed and must outlive the feed. */
JsonFeed *json_feed_new (const char *name, ReadFunc read, void *stream);
void json_feed_free (JsonFeed *self); /* NULL is fine */

/**
 * *object: the text in which the next object lies, from its brace on; empty at the end of the
 * stream. Valid until the next call. FALSE: the stream is refused.
 */
gboolean json_feed_next (JsonFeed *self, Slice *object);
/** That object was found sound and has @length bytes. FALSE: beyond CSV_RECORD_BYTES_MAX. */
gboolean json_feed_take (JsonFeed *self, gsize length);
/** The physical line on which it begins. */
guint64 json_feed_line (const JsonFeed *self);

/** Refuses the stream for what stands at @offset of the object: "NAME:LINE: @problem". FALSE. */
gboolean json_feed_refuse (JsonFeed *self, gsize offset, const char *problem);
/** Refuses it for what a scan of the object has found. FALSE. */
gboolean json_feed_refuse_json (JsonFeed *self, const JsonScan *scan);

/** Why it was refused; nothing may be called after that but this and free. (transfer none) */
const GError *json_feed_error (const JsonFeed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonFeed, json_feed_free)

#endif

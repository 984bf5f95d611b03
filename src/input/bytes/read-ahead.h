/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_READ_AHEAD_H
#define INPUT_BYTES_READ_AHEAD_H

#include "input/bytes/byte-stream.h"

/**
 * ReadAhead: a stream that a thread of its own reads, a few blocks ahead of whoever wants the
 * bytes, so that unpacking and understanding go on at the same time. What comes out, failures
 * and counts included, is the same however the two threads take turns.
 */
typedef struct ReadAhead ReadAhead;

/**
 * Takes @source over. @file, borrowed, is the stream at the bottom of @source; nobody else may
 * touch either from now on. *@ahead, borrowed, lives as long as the stream that is returned.
 */
ByteStream *read_ahead_new (ByteStream *source, const ByteStream *file, const ReadAhead **ahead);

/** The bytes that had been read from @file when what was handed out last was made ready. */
guint64 read_ahead_file_bytes (const ReadAhead *self);

#endif

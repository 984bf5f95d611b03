/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_IGZIP_STREAM_H
#define INPUT_BYTES_IGZIP_STREAM_H

#include "input/bytes/byte-stream.h"

/**
 * What a gzip file holds, as gzip_stream_new() gives it, in less than half the time: unpacked by
 * isa-l, every member checked against its CRC and length. At whatever is not plainly good @packed
 * is begun again and zlib goes on behind the bytes that were handed out: it alone says what is
 * wrong with a file. Takes @packed over, which stands at its beginning.
 *
 * Where it was built without isa-l, or @packed cannot be moved in, this is gzip_stream_new().
 *
 * A set of codes that is not complete is unpacked here and refused by zlib. No packer writes one;
 * what comes out of it is checked as everything is.
 */
ByteStream *igzip_stream_new (const char *name, ByteStream *packed);

/** It was built with isa-l. */
gboolean igzip_stream_is_available (void);

#endif

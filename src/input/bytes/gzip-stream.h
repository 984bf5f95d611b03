/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_GZIP_STREAM_H
#define INPUT_BYTES_GZIP_STREAM_H

#include "input/bytes/byte-stream.h"

/**
 * What a gzip file holds, all members, each checked against its CRC and length; anything behind
 * the last member is damage. By zlib itself: libarchive 3.6 checks neither. Takes @packed over.
 */
ByteStream *gzip_stream_new (const char *name, ByteStream *packed);

#endif

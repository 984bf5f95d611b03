/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_FILE_STREAM_H
#define INPUT_BYTES_FILE_STREAM_H

#include "input/bytes/byte-stream.h"

/**
 * The bytes of a regular file. At the end the file must be as it was when it was opened, or the
 * read fails: what was read must be one state of the file, not two. Never a map of the file: it
 * may shrink while it is read. @name: how messages name it; @path: where it lies. NULL with
 * RECON_ERROR_INPUT.
 */
ByteStream *file_stream_new (const char *name, const char *path, GError **error);

#endif

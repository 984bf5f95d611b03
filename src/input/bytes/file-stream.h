/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_FILE_STREAM_H
#define INPUT_BYTES_FILE_STREAM_H

#include <sys/stat.h>

#include "input/bytes/byte-stream.h"

/**
 * The bytes of a regular file. At the end the file must be as it was when it was opened, or the
 * read fails: what was read must be one state of the file, not two. Never a map of the file: it
 * may shrink while it is read. @name: how messages name it; @path: where it lies, or that of
 * standard input (input/bytes/standard-input). NULL with RECON_ERROR_INPUT.
 */
ByteStream *file_stream_new (const char *name, const char *path, GError **error);

/** Two looks at one file saw the same: the file itself, its size and when it was written. */
gboolean file_stream_is_unchanged (const struct stat *before, const struct stat *now);
/** FALSE, with @error saying that the file @name changed while it was read. */
gboolean file_stream_refuse_changed (const char *name, GError **error);

#endif

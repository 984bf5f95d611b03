/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_ZIP_DIRECTORY_H
#define INPUT_BYTES_ZIP_DIRECTORY_H

#include "input/bytes/byte-stream.h"

/**
 * The directory at the end of a zip file. libarchive finds entries by it, but takes a file without
 * one, with bytes behind it, or whose entries have other names than it says. Knows nothing of what
 * the entries hold: each is checked against its CRC when it is read.
 */

/** The longest end that a zip file can have. */
#define ZIP_END_BYTES_MAX (22 + 65535)

/** Whether a zip file whose last bytes are these is whole. */
gboolean zip_directory_ends (const guint8 *tail, gsize length);

/**
 * @bytes, which can be moved in, are a zip file: its directory ends it, and what it names stands
 * where it says, the first @count_max of them. Leaves @bytes at their beginning. @name: for
 * messages; *count: of all entries. FALSE with RECON_ERROR_INPUT.
 */
gboolean zip_directory_check (const char *name, ByteStream *bytes, guint count_max, guint64 *count,
                              GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_ARCHIVE_STREAM_H
#define INPUT_BYTES_ARCHIVE_STREAM_H

#include "input/bytes/byte-stream.h"
#include "input/bytes/limits.h"

/** What an xz or zstd file holds. Takes @packed over. NULL with RECON_ERROR_INPUT. */
ByteStream *archive_stream_new_unpacked (const char *name, ByteStream *packed, GError **error);

/**
 * ArchiveStream: the entries of a zip or tar archive one after the other, streamed, never
 * extracted to a path. The only room, with archive_stream_new_unpacked(), that knows libarchive.
 */
typedef struct ArchiveStream ArchiveStream;

typedef enum
{
  ARCHIVE_STEP_ENTRY,
  ARCHIVE_STEP_END,
  ARCHIVE_STEP_REFUSED
} ArchiveStep;

/**
 * Takes @bytes over, which are of @kind: CONTENT_ZIP or CONTENT_TAR. @name: of the archive, for
 * messages. NULL with RECON_ERROR_INPUT.
 */
ArchiveStream *archive_stream_new (const char *name, ByteStream *bytes, ContentKind kind,
                                   GError **error);
void archive_stream_free (ArchiveStream *self); /* NULL is fine */

/**
 * The next regular file: *path lives until the next call. Refused are damage, encryption, links,
 * absolute paths and paths with "..", and more than ARCHIVE_ENTRIES_MAX entries. At the end, when
 * all @bytes have been read, also bytes that do not belong to the archive, and an end that is cut.
 */
ArchiveStep archive_stream_next (ArchiveStream *self, const char **path, GError **error);

/** Content of the entry: up to @size bytes; 0 at its end, -1 with @error. */
gssize archive_stream_read (ArchiveStream *self, char *buffer, gsize size, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveStream, archive_stream_free)

#endif

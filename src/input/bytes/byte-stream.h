/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_BYTE_STREAM_H
#define INPUT_BYTES_BYTE_STREAM_H

#include <glib.h>

/**
 * ByteStream: bytes in, one read after the other, from a file or from what a compressed file
 * holds. Knows nothing of what they mean. Failures are RECON_ERROR_INPUT and say what is wrong
 * with the file and what to do.
 */
typedef struct ByteStream ByteStream;

/** What the first bytes of a stream show it to be. */
typedef enum
{
  CONTENT_OTHER, /* text, as far as can be told */
  CONTENT_GZIP,
  CONTENT_XZ,
  CONTENT_ZSTD,
  CONTENT_ZIP,
  CONTENT_TAR,
  CONTENT_UNREADABLE /* a packed or binary kind that is not read: 7z, bzip2, rar, PDF, ... */
} ContentKind;

/**
 * The kind of a content that begins with these bytes; 512 are enough. @unreadable: what a
 * CONTENT_UNREADABLE is, in words; static; else NULL.
 */
ContentKind byte_stream_content_kind (const char *bytes, gsize length, const char **unreadable);

/** How a stream is made of another; for the rooms that make streams. */
typedef struct
{
  /** Up to @size bytes; 0 at the end, -1 with @error. */
  gssize (*read) (gpointer state, char *buffer, gsize size, GError **error);
  /** May be NULL: the stream cannot be moved in. The new place, or -1. */
  gint64 (*seek) (gpointer state, gint64 offset, int whence);
  void (*free) (gpointer state);
} ByteStreamClass;

/** Takes @state over. */
ByteStream *byte_stream_new (const ByteStreamClass *type, gpointer state);
void byte_stream_free (ByteStream *self); /* NULL is fine */

/** Up to @size bytes; 0 at the end, -1 with @error; after a failure only free may follow. */
gssize byte_stream_read (ByteStream *self, char *buffer, gsize size, GError **error);

/** The byte_stream_content_kind() of what comes next, which stays to be read. FALSE with @error. */
gboolean byte_stream_probe (ByteStream *self, ContentKind *kind, const char **unreadable,
                            GError **error);

/** lseek(); only where nothing is left of a probe. -1 when it cannot be done. */
gint64 byte_stream_seek (ByteStream *self, gint64 offset, int whence);
gboolean byte_stream_can_seek (const ByteStream *self);

/** Begins again, as if nothing had been read; only a stream that can be moved in. @name: of the
   file, for @error. */
gboolean byte_stream_rewind (ByteStream *self, const char *name, GError **error);

/** Bytes read from it. */
guint64 byte_stream_count (const ByteStream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ByteStream, byte_stream_free)

#endif

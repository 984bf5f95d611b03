/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_SOURCE_H
#define INPUT_BYTES_SOURCE_H

#include <glib.h>

#include "input/bytes/container.h"
#include "input/bytes/read-func.h"

/**
 * Source: one content as a stream of bytes, counted, with its SHA-256 where it is asked for. Knows
 * nothing of what the bytes mean.
 */
typedef struct Source Source;

/**
 * A file whose only content is wanted, unpacked if need be. @name: how messages name it; @path:
 * where it lies. NULL with RECON_ERROR_INPUT when it cannot be opened or is no such file.
 * @wants_digest: reckon the SHA-256 while reading.
 */
Source *source_open (const char *name, const char *path, gboolean wants_digest, GError **error);
/**
 * The content at which @container stands, which is borrowed. NULL with RECON_ERROR_INTERNAL when
 * there is no digest to be had.
 */
Source *source_new (Container *container, gboolean wants_digest, GError **error);
void source_free (Source *self); /* NULL is fine */

/** Up to @size bytes; 0 at the end, -1 with RECON_ERROR_INPUT. A ReadFunc. */
gssize source_read (void *self, char *buffer, gsize size, GError **error);

/** Bytes read so far. */
guint64 source_byte_count (const Source *self);

/**
 * The SHA-256 of everything read, as 64 hex digits; NULL when it was not asked for. Call it once,
 * at the end. (transfer full)
 */
char *source_take_digest (Source *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, source_free)

#endif

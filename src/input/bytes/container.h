/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_CONTAINER_H
#define INPUT_BYTES_CONTAINER_H

#include <glib.h>

#include "input/bytes/limits.h"

/**
 * Container: a file as the contents it holds: itself, what it holds compressed (gzip, xz, zstd),
 * or the entries of an archive (zip, tar), which may be compressed once as a whole. Told by
 * content, never by name (spec section 2, "Compressed files"). Streamed, never extracted.
 *
 * Refused with RECON_ERROR_INPUT: damage, deeper nesting, what archive-stream refuses, more than
 * 100 times the packed size after the first 10 MiB, and what passes the budget.
 */
typedef struct Container Container;

typedef enum
{
  CONTAINER_CONTENT,
  CONTAINER_END,
  CONTAINER_REFUSED
} ContainerStep;

/** Bytes that may still be read, over all files of a run (--max-input). */
typedef struct
{
  guint64 max;
  guint64 left;
  gboolean counts_skipped; /* nothing unpacks to more than left, be it only to be skipped */
} ReadBudget;

/** Nothing is spent yet; @max of 0: not limited. */
ReadBudget container_budget (guint64 max);

/**
 * @budget is borrowed; NULL: not counted. What is read spends it, what is only skipped does not;
 * but nothing unpacks to more than what was left when it was opened.
 */
Container *container_open (const char *name, const char *path, ReadBudget *budget, GError **error);
void container_free (Container *self); /* NULL is fine */

/** Several entries, each with a path; else one content without. */
gboolean container_is_archive (const Container *self);
/** It is compressed or an archive. */
gboolean container_is_packed (const Container *self);

/** *path: of the entry, until the next call; NULL where the file itself is the content. */
ContainerStep container_next (Container *self, const char **path, GError **error);

/** The content: up to @size bytes; 0 at its end, -1 with @error. */
gssize container_read (Container *self, char *buffer, gsize size, GError **error);

/** Bytes read from the file itself so far. */
guint64 container_file_bytes (const Container *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Container, container_free)

#endif

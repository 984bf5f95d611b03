/* SPDX-License-Identifier: MIT */
#ifndef LIBRARY_LIBRARY_BUFFER_H
#define LIBRARY_LIBRARY_BUFFER_H

#include <glib.h>

/**
 * LibraryBuffer: bytes as a file without a name, in memory, which is opened like any other: it may
 * be read in parts and more than once. Goes with its descriptor.
 */
typedef struct
{
  int fd;
  char *path; /* where it is opened anew, as long as it lives */
} LibraryBuffer;

/** @name: how errors call it. FALSE with RECON_ERROR_INPUT; *self is then empty. */
gboolean library_buffer_init (LibraryBuffer *self, const char *name, const void *bytes, gsize size,
                              GError **error);
void library_buffer_clear (LibraryBuffer *self); /* an empty one is fine */

#endif

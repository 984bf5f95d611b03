/* SPDX-License-Identifier: MIT */
#ifndef BASE_SWAP_H
#define BASE_SWAP_H

#include <glib.h>
#include <string.h>

/** Exchanges two structures of @size bytes of which nothing points into itself. */
static inline void
swap_structs (gpointer a, gpointer b, gsize size)
{
  g_autofree char *kept = g_memdup2 (a, size);

  memcpy (a, b, size);
  memcpy (b, kept, size);
}

#endif

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

/** Appends @later to @array, and empties it; what goes to an empty one is handed over. */
static inline void
swap_append_or_take (GArray **array, GArray **later)
{
  if ((*array)->len == 0)
    {
      GArray *empty = *array;
      *array = *later;
      *later = empty;
    }
  else
    g_array_append_vals (*array, (*later)->data, (*later)->len);
  g_array_set_size (*later, 0);
}

#endif

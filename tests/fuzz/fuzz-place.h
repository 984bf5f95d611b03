/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_PLACE_H
#define FUZZ_PLACE_H

#include <glib/gstdio.h>
#include <stdio.h>

#include "fuzz-target.h"

/*
 * A folder for what a target reads by its path: one for all inputs, gone at the end.
 */

#define FUZZ_PLACE_FILES 6

typedef struct
{
  char *folder;
  char *files[FUZZ_PLACE_FILES];
} FuzzPlace;

static FuzzPlace fuzz_place;

/** Removes the files of the input before. */
static inline void
fuzz_place_empty (void)
{
  for (guint i = 0; i < FUZZ_PLACE_FILES; i++)
    {
      if (fuzz_place.files[i] != NULL)
        (void) g_unlink (fuzz_place.files[i]);
      g_clear_pointer (&fuzz_place.files[i], g_free);
    }
}

static inline void
fuzz_place_remove (void)
{
  fuzz_place_empty ();
  (void) g_rmdir (fuzz_place.folder);
  g_clear_pointer (&fuzz_place.folder, g_free);
}

/** The path of file @number with that name and @content. Borrowed until the place is emptied. */
static inline const char *
fuzz_place_put (guint number, const char *name, Slice content)
{
  if (fuzz_place.folder == NULL)
    {
      fuzz_place.folder = g_dir_make_tmp ("fuzz-XXXXXX", NULL);
      REQUIRE (fuzz_place.folder != NULL);
      REQUIRE (atexit (fuzz_place_remove) == 0);
    }
  g_free (fuzz_place.files[number]);
  fuzz_place.files[number] = g_build_filename (fuzz_place.folder, name, NULL);
  FILE *file = g_fopen (fuzz_place.files[number], "wb");
  REQUIRE (file != NULL);
  REQUIRE (content.length == 0 || fwrite (content.text, 1, content.length, file) == content.length);
  REQUIRE (fclose (file) == 0);
  return fuzz_place.files[number];
}

#endif

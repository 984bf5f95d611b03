/* SPDX-License-Identifier: MIT */
#ifndef INPUT_INPUT_PLACES_H
#define INPUT_INPUT_PLACES_H

#include <glib.h>

/** InputFile: one file to read, by its names alone; see input-set, which owns it. */
typedef struct
{
  char *name;   /* as reports show it: as given, below a folder or archive joined with one slash */
  char *path;   /* where the file lies; "-": standard input */
  char *whole;  /* the file as messages name it: of an archive, without the entry */
  char *entry;  /* of an archive; NULL: the file itself */
  guint64 size; /* of the file on disk; of an archive's entries the first bears it */
  gboolean is_packed;  /* compressed or in an archive: its own size is not known */
  gboolean is_skipped; /* it keeps its place, and nobody opens it */
  GPtrArray *volumes;  /* of const ShelfVolume *, in the order of the file: @path holds its books,
                          and is not the file; NULL: it is */
} InputFile;

/** Where a file lies, and what it is called; borrowed. */
typedef struct
{
  const char *path;
  const char *name;
} NamedPath;

/** Frees what it holds; for g_array_set_clear_func(). */
void input_places_clear_file (gpointer file);

/** InputPlaces: the files of a set (InputFile, borrowed) by their names, however these are written.
 */
GTree *input_places_new (const GArray *files);
/**
 * The path of the file of that name; "": it is skipped; NULL: there is none. @places: from
 * input_places_new(). (transfer none)
 */
const char *input_places_find (const char *name, gpointer places);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_PACK_FOLDER_H
#define OUTPUT_PACK_FOLDER_H

#include <glib.h>

/**
 * What a folder that the program writes as a whole looks like from outside: the names that may
 * stand in one, and whether a folder holds one. Pure looking: changes nothing.
 */

/** A kind of such folders; static. The report pack is one (output/pack). */
typedef struct PackKind PackKind;

struct PackKind
{
  /* "a report pack": what a foreign file is no part of; NULL: the folder must be new or empty, and
     there is no earlier one. */
  const char *what;
  gboolean (*is_name) (const PackKind *self, const char *name);
  /* Of a folder that holds such names alone, and some. */
  gboolean (*is_ours) (const PackKind *self, int folder);
  const char *not_ours; /* what is said of it otherwise */
  const char *earlier;  /* what is said of an earlier one without @force */
  const char *file;     /* what a file is called where names tell of customers; NULL: its name */
};

/**
 * Whether the folder @name in the open folder @at may be replaced: it is empty or, with @force, an
 * earlier one of @kind: one of ours, and beside what tells so only regular files that such a folder
 * may have. FALSE with RECON_ERROR_OUTPUT, which says what the folder is or holds, without naming
 * it.
 */
gboolean pack_folder_check (const PackKind *kind, int at, const char *name, gboolean force,
                            GError **error);

#endif

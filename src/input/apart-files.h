/* SPDX-License-Identifier: MIT */
#ifndef INPUT_APART_FILES_H
#define INPUT_APART_FILES_H

#include "input/bytes/container.h"
#include "input/fetch-records.h"
#include "input/folder-walk.h"

/**
 * ApartFiles: what lies among the files of a run and is no input, but says which there must be:
 * manifests of exports and the records of fetches.
 */
typedef struct ApartFiles ApartFiles;

typedef enum
{
  APART_NO,  /* it is an input */
  APART_YES, /* it is none, and is kept */
  APART_BAD  /* it is none, and cannot be read */
} Apart;

/** @looks_for: only among billing files there are manifests. */
ApartFiles *apart_files_new (FolderFiles looks_for);
void apart_files_free (ApartFiles *self); /* NULL is fine */

/**
 * Looks at the content at which @container stands, which is then passed. @name: how reports name
 * it; @path: where it, or the archive that holds it, lies. APART_BAD comes with RECON_ERROR_INPUT.
 */
Apart apart_files_take (ApartFiles *self, const char *name, const char *path, Container *container,
                        GError **error);
gboolean apart_files_is_empty (const ApartFiles *self);

/** All that these files say is so of the inputs, which @place knows. FALSE: RECON_ERROR_INPUT. */
gboolean apart_files_check (const ApartFiles *self, FetchPlaceFunc place, gpointer data,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApartFiles, apart_files_free)

#endif

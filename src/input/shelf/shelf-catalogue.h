/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SHELF_SHELF_CATALOGUE_H
#define INPUT_SHELF_SHELF_CATALOGUE_H

#include "input/billing/read-plan.h"
#include "input/shelf/shelf-file.h"
#include "input/shelf/shelf-head.h"

/**
 * ShelfCatalogue: of which files the books in a file are: a volume for each file, or part of one,
 * in the order of reading, and the files that were left out.
 */

/** Sections of one file, or of a part of one; borrowed from the catalogue. */
typedef struct
{
  const ShelfFile *file;
  ShelfHead head;
  const ShelfSection *head_section;
  const ShelfSection *books; /* NULL, like the next two: the file was skipped */
  const ShelfSection *charges;
  const ShelfSection *rows;
} ShelfVolume;

typedef struct
{
  ShelfFile *file;
  GArray *volumes; /* of ShelfVolume */
  GPtrArray *left; /* of char * */
} ShelfCatalogue;

/** NULL with RECON_ERROR_INPUT: a file that cannot be read, or is damaged as far as is looked. */
ShelfCatalogue *shelf_catalogue_new (const char *name, const char *path, GError **error);
void shelf_catalogue_free (gpointer self); /* NULL is fine */

/** FALSE with RECON_ERROR_INPUT: what was folded was read with other options than @plan. */
gboolean shelf_catalogue_check (const ShelfCatalogue *self, const ReadPlan *plan, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShelfCatalogue, shelf_catalogue_free)

#endif

/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SHELF_SET_H
#define INPUT_SHELF_SET_H

#include "input/billing/read-plan.h"
#include "input/input-places.h"

/**
 * ShelfSet: the books that stand among the inputs, and the files that these are of, as inputs.
 * Parts of one file become one input, in the place of the first that was named.
 */
typedef struct ShelfSet ShelfSet;

ShelfSet *shelf_set_new (void);
void shelf_set_free (ShelfSet *self); /* NULL is fine */
gboolean shelf_set_is_empty (const ShelfSet *self);

/**
 * The books at @place: appends to @files (of InputFile) what they are of, and to @ignored (of char
 * *) what was left out. @skips: NULL-terminated names of files that are not read. FALSE with
 * RECON_ERROR_INPUT.
 */
gboolean shelf_set_add (ShelfSet *self, const NamedPath *place, const char *const *skips,
                        GArray *files, GPtrArray *ignored, GError **error);
/** When all are added: parts are put in order. FALSE with RECON_ERROR_INPUT: some are missing. */
gboolean shelf_set_join (GArray *files, GError **error);

/** FALSE with RECON_ERROR_INPUT: some books were folded with other options. @plan: NULL: books are
    not taken here. */
gboolean shelf_set_check (const ShelfSet *self, const ReadPlan *plan, GError **error);

#endif

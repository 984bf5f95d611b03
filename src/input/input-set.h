/* SPDX-License-Identifier: MIT */
#ifndef INPUT_INPUT_SET_H
#define INPUT_INPUT_SET_H

#include <glib.h>

#include "input/bytes/container.h"
#include "input/input-places.h"
#include "input/shelf-set.h"

/**
 * InputSet: the files that the paths of a command line mean, in reading order (spec section 2,
 * "Folders" and "Compressed files"). Looks at names and folders, and into archives for names.
 */
typedef struct InputSet InputSet;

/**
 * NULL with RECON_ERROR_INPUT: a path is missing, unreadable or a folder without a file to read.
 * The path "-" is standard input, with what input/bytes/standard-input refuses.
 * @max_input: no archive may unpack to more bytes while its entries are listed; 0: not limited.
 */
InputSet *input_set_new (const char *const *paths, guint64 max_input, GError **error);
/**
 * The same without the files that @skips (NULL-terminated) names as InputFile would; a name may be
 * that of an archive as a whole. They are not opened; an archive is, when entries of it are named.
 * @passes_packs: the files of report packs below a folder (input/pack-folders) are left out, too,
 * and told.
 */
InputSet *input_set_new_skipping (const char *const *paths, const char *const *skips,
                                  gboolean passes_packs, guint64 max_input, GError **error);
/** Saved answers of a service: other endings are read (input/folder-walk), and no manifests known.
 */
InputSet *input_set_new_of_responses (const char *const *paths, guint64 max_input, GError **error);
/** What a set is made of; all borrowed, lists NULL-terminated. */
typedef struct
{
  const char *const *paths;
  const char *const *names; /* what each file is called, instead of its path; NULL: that */
  const char *const *skips;
  gboolean passes_packs;
} InputPaths;

/** The same as input_set_new_skipping(), of files that are called otherwise than their paths. */
InputSet *input_set_new_of (const InputPaths *paths, guint64 max_input, GError **error);
void input_set_free (InputSet *self); /* NULL is fine */

const GArray *input_set_files (const InputSet *self); /* of InputFile */
const InputFile *input_set_file (const InputSet *self, guint index);
const GPtrArray *input_set_ignored (const InputSet *self); /* char *: left out of folders */
/** A file that was skipped has this name. */
gboolean input_set_has_skipped (const InputSet *self, const char *name);
/** The books among them that another run has folded. */
const ShelfSet *input_set_shelves (const InputSet *self);
/** All bytes of all files that are to be read. */
guint64 input_set_total_size (const InputSet *self);
/** Another file may have the same content: it has the same size, or either size is not known. */
gboolean input_set_may_be_duplicate (const InputSet *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InputSet, input_set_free)

#endif

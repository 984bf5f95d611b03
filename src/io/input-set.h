/* SPDX-License-Identifier: MIT */
#ifndef IO_INPUT_SET_H
#define IO_INPUT_SET_H

#include <glib.h>

/**
 * InputSet: the files that the paths of a command line mean, in reading order (spec section 2,
 * "Folders"). Looks at names and folders only.
 */
typedef struct InputSet InputSet;

typedef struct
{
  char *name; /* as reports show it: as given, below a folder joined with one slash */
  guint64 size;
} InputFile;

/** NULL with RECON_ERROR_INPUT: a path is missing, unreadable or a folder without a file to read.
 */
InputSet *input_set_new (const char *const *paths, GError **error);
void input_set_free (InputSet *self); /* NULL is fine */

const GArray *input_set_files (const InputSet *self);      /* of InputFile */
const GPtrArray *input_set_ignored (const InputSet *self); /* char *: left out of folders */
/** All bytes of all files. */
guint64 input_set_total_size (const InputSet *self);
/** Another file has just this size: only then can it be a duplicate. */
gboolean input_set_has_equal_size (const InputSet *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InputSet, input_set_free)

#endif

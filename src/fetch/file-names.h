/* SPDX-License-Identifier: MIT */
#ifndef FETCH_FILE_NAMES_H
#define FETCH_FILE_NAMES_H

#include <glib.h>

/**
 * FileNames: what files of a fetch are called, from what a service calls things; each name once.
 * (credits contract, section 5)
 */
typedef struct FileNames FileNames;

FileNames *file_names_new (void);
void file_names_free (FileNames *self); /* NULL is fine */

/**
 * The first part of the names of a profile's files: every byte that is no letter, digit, dot, "_"
 * or "-", and a dot at the beginning, is "_"; where another has that, "-2", "-3", ... follows.
 * NULL: it would be too long. (transfer full)
 */
char *file_names_claim_prefix (FileNames *self, const char *profile);
/**
 * A name as the service gives it. FALSE: no file is called so here, or there is one already;
 * *@found then says what it is.
 */
gboolean file_names_claim (FileNames *self, const char *name, const char **found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FileNames, file_names_free)

#endif

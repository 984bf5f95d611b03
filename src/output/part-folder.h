/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_PART_FOLDER_H
#define OUTPUT_PART_FOLDER_H

#include <glib.h>

/**
 * PartFolder: "DIR.part", the folder in which what is to become DIR grows over several runs, file
 * by file, each whole and durable or not there. One run at a time. Its files are for their owner
 * alone. Every FALSE or NULL with @error is RECON_ERROR_OUTPUT.
 */
typedef struct PartFolder PartFolder;

/** Makes the folder, or opens the one that is there, which must be of nobody else. */
PartFolder *part_folder_open (const char *target, GError **error);
/** The folder stays. NULL is fine. */
void part_folder_free (PartFolder *self);

/** As it was named, with its ".part". */
const char *part_folder_path (const PartFolder *self);

gboolean part_folder_is_empty (const PartFolder *self);
/** The bytes of a regular file; NULL: there is none that can be read. (transfer full) */
GByteArray *part_folder_read (const PartFolder *self, const char *name);
/** What is there is replaced in one step. */
gboolean part_folder_write (const PartFolder *self, const char *name, const char *bytes,
                            gsize length, GError **error);
/** The folder and its files; what cannot be removed stays. */
void part_folder_remove (PartFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PartFolder, part_folder_free)

#endif

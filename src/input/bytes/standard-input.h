/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_STANDARD_INPUT_H
#define INPUT_BYTES_STANDARD_INPUT_H

#include <glib.h>

/**
 * Standard input as a file like any other, which can be opened any number of times, and from its
 * end: files are read in parts and some of them twice. Its path is "-", and so messages and reports
 * call it.
 */

gboolean standard_input_is (const char *path);

/**
 * What comes from a pipe or a device is copied into a file without a name in the folder for
 * temporary files, for its owner alone, which then is the standard input of the process; a file
 * that is read from its beginning stays as it is. Once, before there are threads; again it does
 * nothing. @max_bytes: 0: not limited. FALSE with RECON_ERROR_USAGE: it is a terminal, or
 * closed; with RECON_ERROR_INPUT: a folder, too much, cannot be read or kept.
 */
gboolean standard_input_keep (guint64 max_bytes, GError **error);

/* For who keeps only some of it (input/bytes/split-input). */

/** FALSE: it is a terminal, closed, or a folder, as above. */
gboolean standard_input_check (GError **error);
/** A file without a name where it is kept; -1 with RECON_ERROR_INPUT. */
int standard_input_make_file (GError **error);
gboolean standard_input_write (int fd, const char *bytes, gsize length, GError **error);
/** That file, from its beginning, is the standard input of the process; close @fd. */
gboolean standard_input_become (int fd, GError **error);
/** FALSE with RECON_ERROR_INPUT: standard input cannot be read; has more than @max_bytes. */
gboolean standard_input_refuse_read (GError **error);
gboolean standard_input_refuse_size (guint64 max_bytes, GError **error);

/** Where it is kept: the folder for temporary files. (transfer none) */
const char *standard_input_folder (void);

/** Where the file at @path is opened: elsewhere, if that is standard input. (transfer none) */
const char *standard_input_place (const char *path);

#endif

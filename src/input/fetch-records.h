/* SPDX-License-Identifier: MIT */
#ifndef INPUT_FETCH_RECORDS_H
#define INPUT_FETCH_RECORDS_H

#include "input/bytes/container.h"

/**
 * FetchRecords: the fetch.json files among what is read, which are no inputs but say which files
 * lie beside them, and with which digest (credits contract, section 1.1). Known by their schema.
 */
typedef struct FetchRecords FetchRecords;

FetchRecords *fetch_records_new (void);
void fetch_records_free (FetchRecords *self); /* NULL is fine */

/** @text: the beginning of a content. */
gboolean fetch_records_knows (const GString *text);
/**
 * Keeps the record at which @container stands, of which @text was read. @name: how reports name it;
 * @path: where it, or the archive that holds it, lies. FALSE with RECON_ERROR_INPUT: it cannot be
 * read.
 */
gboolean fetch_records_take (FetchRecords *self, const char *name, const char *path, GString *text,
                             Container *container, GError **error);
guint fetch_records_count (const FetchRecords *self);

/** What of the run lies at a path: where its file or archive is, or NULL. "": it is not looked at.
 */
typedef const char *(*FetchPlaceFunc) (const char *path, gpointer data);

/**
 * Every file that a record lists lies beside it, on disk or in the same archive, and has its
 * digest. Otherwise FALSE with RECON_ERROR_INPUT.
 */
gboolean fetch_records_check (const FetchRecords *self, FetchPlaceFunc place, gpointer data,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FetchRecords, fetch_records_free)

#endif

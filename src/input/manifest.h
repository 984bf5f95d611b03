/* SPDX-License-Identifier: MIT */
#ifndef INPUT_MANIFEST_H
#define INPUT_MANIFEST_H

#include "input/bytes/container.h"
#include "input/bytes/limits.h"

/**
 * Manifest: the file beside the blobs of a Graph export that says which there must be. It is a JSON
 * object with "blobs" (objects with a "name") and "blobCount", keys without case; everything else
 * in it is forgotten, above all the SAS token, which is a secret.
 */
typedef struct Manifest Manifest;

/** @path: where it lies, as that of the blobs (copied). NULL: @text is no manifest. */
Manifest *manifest_new (const char *path, const char *text, gsize length);
/** The beginning of the content at which @container stands: appends it. FALSE: it cannot be read.
 */
gboolean manifest_read_beginning (Container *container, GString *text);
/**
 * Of the content whose beginning is @text, to which the rest is appended. NULL: it is no manifest,
 * which a look at its beginning tells; what is wrong with the file shows when it is read.
 */
Manifest *manifest_read_on (const char *path, GString *text, Container *container);
void manifest_free (Manifest *self); /* NULL is fine */

/** Whether an input of the run lies at a path. */
typedef gboolean (*ManifestHasFunc) (const char *path, gpointer data);

/**
 * Every blob lies beside the manifest; where its name has folders, perhaps below it. Each name is a
 * file of its own, and there are as many as blobCount says. Otherwise FALSE with RECON_ERROR_INPUT.
 */
gboolean manifest_check (const Manifest *self, ManifestHasFunc has, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Manifest, manifest_free)

#endif

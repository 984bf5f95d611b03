/* SPDX-License-Identifier: MIT */
#ifndef STORE_CONTENT_DIGEST_H
#define STORE_CONTENT_DIGEST_H

#include "store/database.h"

/**
 * The SHA-256 over all that a version of a month says (docs/history.md, "Content"): what is
 * compared to know whether anything in the tables was changed later.
 */

/** In lower-case hex. NULL with @error. (transfer full) */
char *content_digest (Database *database, const char *month, gint64 version, GError **error);

#endif

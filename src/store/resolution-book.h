/* SPDX-License-Identifier: MIT */
#ifndef STORE_RESOLUTION_BOOK_H
#define STORE_RESOLUTION_BOOK_H

#include "core/report/report.h"
#include "core/report/resolutions.h"
#include "store/database.h"

/**
 * The table `resolution` of a history: what was decided about findings. It only grows; each row has
 * the number of its event.
 */

/** All of them. NULL with @error. (transfer full) */
Resolutions *resolution_book_load (Database *database, GError **error);

/** @report gets them (see report_resolve()). FALSE with @error. */
gboolean resolution_book_apply (Database *database, Report *report, GError **error);

/**
 * Appends @resolution with its event. The hash of the event, or NULL with @error. (transfer full)
 * Inside a transaction of who calls.
 */
char *resolution_book_add (Database *database, const Resolution *resolution, GError **error);

/** A finding that may be resolved. */
typedef struct
{
  char *id;
  char *key;
  char *amount; /* as in the JSON report */
} KnownFinding;

/**
 * The finding with @id among those of the current versions; NULL: there is none, or, with @error,
 * the history cannot be read. (transfer full)
 */
KnownFinding *resolution_book_find (Database *database, const char *id, GError **error);
void resolution_book_found_free (KnownFinding *found); /* NULL is fine */

#endif

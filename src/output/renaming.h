/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_RENAMING_H
#define OUTPUT_RENAMING_H

#include <glib.h>

/**
 * Renaming between open folders. An interrupted call is made again, unless it took place all the
 * same, which a file server may do. Each returns 0, or -1 with errno.
 */

/** What stands at @new is replaced. */
int renaming_move (int from, const char *old, int to, const char *new);
/** EEXIST when something stands at @new, where the file system can tell in the same step. */
int renaming_move_new (int from, const char *old, int to, const char *new);

/**
 * Exchanges @from/@old and @to/@new. Where the file system cannot do it in one step it takes three,
 * with the name @spare in @from; a failure in between is taken back, and *@is_spare becomes TRUE
 * when even that fails: what stood at @new is then @from/@spare.
 */
int renaming_exchange (int from, const char *old, int to, const char *new, const char *spare,
                       gboolean *is_spare);

#endif

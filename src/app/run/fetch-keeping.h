/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_FETCH_KEEPING_H
#define APP_RUN_FETCH_KEEPING_H

#include "app/option/fetch-options.h"

/**
 * FetchKeeping: where what is fetched stays: in a folder that appears when all of it is there or,
 * until then, in DIR.part, from where a later run goes on (credits contract, section 5, "Saving").
 */
typedef struct FetchKeeping FetchKeeping;

/**
 * Looks whether the folder can be made; nothing is asked for yet. @command, @parameters: see
 * FetchRecord. NULL with RECON_ERROR_OUTPUT, or RECON_ERROR_USAGE: DIR.part is of something else.
 */
FetchKeeping *fetch_keeping_new (const FetchOptions *options, const char *command,
                                 const char *parameters, GError **error);
void fetch_keeping_free (FetchKeeping *self); /* NULL is fine */

/** For who fetches; borrowed. */
const FetchStore *fetch_keeping_store (const FetchKeeping *self);

/** Prints what was saved, and lets the folder appear. */
gboolean fetch_keeping_publish (FetchKeeping *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FetchKeeping, fetch_keeping_free)

#endif

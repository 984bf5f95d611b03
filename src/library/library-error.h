/* SPDX-License-Identifier: MIT */
#ifndef LIBRARY_LIBRARY_ERROR_H
#define LIBRARY_LIBRARY_ERROR_H

#include <acorecon.h>
#include <glib.h>

/** How functions of acorecon.h tell what is wrong. @error may be NULL everywhere. */

/** There is none so far. */
void library_error_begin (AcoreconError **error);

/**
 * Takes @own over, which is set, and @details (of char *, or NULL), as the command would tell them.
 */
void library_error_take (AcoreconError **error, GError *own, GPtrArray *details);

/** "acorecon_job_set: found NULL, expected a job". Always 0. */
int library_error_misuse (AcoreconError **error, const char *function, const char *expected);

/** An argument is wrong, as @what says. Returns 0. */
int library_error_refuse (AcoreconError **error, const char *what);

#endif

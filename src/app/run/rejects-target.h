/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_REJECTS_TARGET_H
#define APP_RUN_REJECTS_TARGET_H

#include "input/input-set.h"

/**
 * Whether the rows set aside may be written to @path (NULL: nowhere): a new file, an earlier one of
 * its kind or an empty one; with @force any file, but never one of the inputs. FALSE with
 * RECON_ERROR_OUTPUT.
 */
gboolean rejects_target_check (const char *path, gboolean force, const InputSet *inputs,
                               GError **error);

#endif

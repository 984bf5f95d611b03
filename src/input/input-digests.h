/* SPDX-License-Identifier: MIT */
#ifndef INPUT_INPUT_DIGESTS_H
#define INPUT_INPUT_DIGESTS_H

#include "input/input-set.h"

/**
 * The SHA-256 of the content, unpacked, of each file of @inputs, whatever it is: a set of texts of
 * 64 hex digits. NULL with RECON_ERROR_INPUT. (transfer full)
 */
GHashTable *input_digests_read (const InputSet *inputs, guint64 max_input, GError **error);

#endif

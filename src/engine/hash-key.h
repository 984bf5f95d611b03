/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_HASH_KEY_H
#define ENGINE_HASH_KEY_H

#include "base/keyed-hash.h"

/**
 * A key of the system's randomness: it keeps others from making hashes collide. No output depends
 * on it.
 */
HashKey hash_key_draw (void);

#endif

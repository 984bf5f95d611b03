/* SPDX-License-Identifier: MIT */
#ifndef WORK_HASH_KEY_H
#define WORK_HASH_KEY_H

#include "base/keyed-hash.h"

/**
 * A key of the system's randomness: it keeps others from making hashes collide. No output depends
 * on it.
 */
HashKey hash_key_draw (void);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_JSON_KEYS_H
#define INPUT_ROWS_JSON_KEYS_H

#include "base/slice.h"

/**
 * JsonKeys: the keys of the objects that are open, one in another, to tell one that comes twice,
 * also in another case (of ASCII letters). However many keys an object has, asking stays fast, and
 * no choice of keys makes it slow.
 */
typedef struct JsonKeys JsonKeys;

JsonKeys *json_keys_new (void);
void json_keys_free (JsonKeys *self); /* NULL is fine */

/** An object begins within the one before; it ends. */
void json_keys_open (JsonKeys *self);
void json_keys_close (JsonKeys *self);
/** FALSE: the innermost object has that key already. */
gboolean json_keys_add (JsonKeys *self, Slice key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonKeys, json_keys_free)

#endif

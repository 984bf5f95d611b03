/* SPDX-License-Identifier: MIT */
#ifndef BASE_NAME_FOLD_H
#define BASE_NAME_FOLD_H

#include <glib.h>

/**
 * Names of columns and keys as they are compared: without byte-order mark, case and all that is
 * neither letter nor digit. @text: valid UTF-8, @length bytes. (transfer full)
 */
char *name_fold (const char *text, gsize length);
/** name_fold() makes @folded of @name, both valid UTF-8. Stops at the first that differs. */
gboolean name_fold_equals (const char *name, const char *folded);

#endif

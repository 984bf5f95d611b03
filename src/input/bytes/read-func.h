/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_READ_FUNC_H
#define INPUT_BYTES_READ_FUNC_H

#include <glib.h>

/**
 * ReadFunc: how every reader of a stream gets its bytes, whatever the stream is. Fills @buffer with
 * up to @size bytes and returns how many; 0 at the end of the stream, -1 with @error.
 */
typedef gssize (*ReadFunc) (void *stream, char *buffer, gsize size, GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_TEXT_DECODER_H
#define INPUT_BYTES_TEXT_DECODER_H

#include "base/slice.h"
#include "input/bytes/read-func.h"

/**
 * TextDecoder: a stream of text in some encoding, as UTF-8. UTF-8 and whatever carries no mark
 * passes through unchanged (and is checked by the reader); UTF-16 is told by its byte-order mark;
 * any other encoding only by name, for nothing in a file tells it. The beginning can be looked at
 * before it is read.
 */
typedef struct TextDecoder TextDecoder;

/**
 * @name: of the file, for messages. @encoding: a name that iconv knows, or NULL. @read and @stream
 * (borrowed): the bytes.
 */
TextDecoder *text_decoder_new (const char *name, const char *encoding, ReadFunc read, void *stream);
void text_decoder_free (TextDecoder *self); /* NULL is fine */

/** Whether text_decoder_new() can take @encoding. */
gboolean text_decoder_knows (const char *encoding);

/** The encoding that the mark at the start of @bytes tells, which is UTF-16; NULL: no such mark. */
const char *text_decoder_marked_encoding (const char *bytes, gsize length);

/** A ReadFunc; @self is a TextDecoder. Bytes that are not of the encoding are refused. */
gssize text_decoder_read (void *self, char *buffer, gsize size, GError **error);

/** The first line of the text, without its end; at most 64 KiB. FALSE with @error. */
gboolean text_decoder_first_line (TextDecoder *self, Slice *line, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TextDecoder, text_decoder_free)

#endif

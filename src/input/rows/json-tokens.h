/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_JSON_TOKENS_H
#define INPUT_ROWS_JSON_TOKENS_H

#include "base/slice.h"
#include "input/bytes/read-func.h"
#include "input/rows/json-window.h"

/**
 * JsonTokens: a stream of bytes as the tokens of one JSON value, each with its place, so that a
 * document of any size is read with the memory of its longest token. Holds the grammar of RFC 8259
 * in UTF-8 strictly, and what makes a document mean two things: a key twice in one object (also in
 * another case), nesting beyond JSON_DEPTH_MAX, numbers that a Decimal cannot hold, escapes that
 * are no character. A byte-order mark at the beginning is passed over. Knows no member by name.
 *
 * Refused with RECON_ERROR_INPUT as "FILE:LINE:COLUMN: found ..., expected ..."; the place is that
 * of the first byte that cannot stand there, at the end that behind the last byte.
 */
typedef struct JsonTokens JsonTokens;

typedef enum
{
  JSON_TOKEN_OBJECT,
  JSON_TOKEN_OBJECT_END,
  JSON_TOKEN_ARRAY,
  JSON_TOKEN_ARRAY_END,
  JSON_TOKEN_KEY,
  JSON_TOKEN_STRING,
  JSON_TOKEN_NUMBER,
  JSON_TOKEN_TRUE,
  JSON_TOKEN_FALSE,
  JSON_TOKEN_NULL,
  JSON_TOKEN_END /* of the stream, behind the value */
} JsonTokenType;

typedef struct
{
  JsonTokenType type;
  JsonPlace place; /* of its first byte */
  Slice text; /* of a key or string what it means, of a number what stands there; valid until the
                 next call */
} JsonToken;

/** @name: how messages name the file; @read and @stream: its bytes; all borrowed. */
JsonTokens *json_tokens_new (const char *name, ReadFunc read, void *stream);
void json_tokens_free (JsonTokens *self); /* NULL is fine */

/** FALSE with @error; after JSON_TOKEN_END it is not to be called. */
gboolean json_tokens_next (JsonTokens *self, JsonToken *token, GError **error);
/** The rest of the value that began with @first: nothing where that is no bracket. */
gboolean json_tokens_skip (JsonTokens *self, const JsonToken *first, GError **error);

/**
 * Whatever its values mean: the rest of the document is sound. FALSE with @error, also when it was
 * already refused.
 */
gboolean json_tokens_check_rest (JsonTokens *self, GError **error);

/** Refuses with "FILE:LINE:COLUMN: found @found, expected @expected". Always FALSE. */
gboolean json_tokens_refuse (const JsonTokens *self, JsonPlace place, const char *found,
                             const char *expected, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonTokens, json_tokens_free)

#endif

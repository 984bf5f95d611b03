/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_JSON_BYTES_H
#define INPUT_ROWS_JSON_BYTES_H

#include "input/bytes/read-func.h"
#include "input/rows/json-window.h"

/**
 * JsonBytes: a stream of JSON byte by byte, with the line and column of each; for json-tokens and
 * json-scalar. Only what belongs to the token that is being taken stays in memory: 256 KiB, or as
 * much as the longest token, which is refused beyond CSV_CELL_BYTES_MAX.
 */
typedef struct
{
  const char *name; /* of the file, for messages; borrowed */
  ReadFunc read;
  void *stream;
  char *buffer;
  gsize room;
  gsize token; /* where the token begins that is being taken */
  gsize at;    /* of the next byte */
  gsize end;
  gboolean has_ended;
  GError *failure; /* of reading; NULL: none so far */
  guint64 base;    /* where in the stream the buffer begins */
  guint64 line;
  guint64 line_base; /* where in the stream the line begins */
} JsonBytes;

#define JSON_BYTES_END (-1)

void json_bytes_init (JsonBytes *self, const char *name, ReadFunc read, void *stream);
void json_bytes_clear (JsonBytes *self);

/**
 * More bytes behind those of the token, which move to the beginning of the buffer. FALSE: there are
 * none, or the failure is set.
 */
gboolean json_bytes_fill (JsonBytes *self);

/** The next byte, which is not taken, or JSON_BYTES_END. */
static inline int
json_bytes_peek (JsonBytes *self)
{
  if (self->at == self->end && !json_bytes_fill (self))
    return JSON_BYTES_END;
  return (guchar) self->buffer[self->at];
}

/** Takes @byte; FALSE: another comes next. */
static inline gboolean
json_bytes_take (JsonBytes *self, char byte)
{
  if (json_bytes_peek (self) != (guchar) byte)
    return FALSE;
  self->at++;
  return TRUE;
}

/** Of the byte at an index of the buffer, on the line of the token. */
JsonPlace json_bytes_place (const JsonBytes *self, gsize at);
/** Passes over blanks, and begins a token. */
void json_bytes_begin_token (JsonBytes *self);
/** At the very beginning: passes over a byte-order mark. */
void json_bytes_pass_mark (JsonBytes *self);

/** RECON_ERROR_INPUT, "FILE:LINE:COLUMN: found @found, expected @expected". Always FALSE. */
gboolean json_bytes_refuse (const JsonBytes *self, JsonPlace place, const char *found,
                            const char *expected, GError **error);
/** The next byte cannot stand there; or reading failed, which is then told. Always FALSE. */
gboolean json_bytes_refuse_next (JsonBytes *self, const char *expected, GError **error);

#endif

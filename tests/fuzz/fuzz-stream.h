/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_STREAM_H
#define FUZZ_STREAM_H

#include <string.h>

#include "fuzz-target.h"

/*
 * A stream in memory whose reads are as long as @pieces says, one character after the other and
 * again from the beginning. Nothing may depend on where they end.
 */
typedef struct
{
  Slice bytes;
  Slice pieces; /* empty: as much as fits */
  gsize position;
  gsize reads;
} FuzzStream;

/** A ReadFunc. */
static inline gssize
fuzz_stream_read (void *stream, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  FuzzStream *self = stream;
  gsize count = MIN (size, self->bytes.length - self->position);

  REQUIRE (size > 0);
  if (self->pieces.length > 0)
    count = MIN (count,
                 1 + (gsize) (guchar) (self->pieces.text[self->reads % self->pieces.length] - '0'));
  if (count > 0)
    memcpy (buffer, self->bytes.text + self->position, count);
  self->position += count;
  self->reads++;
  return (gssize) count;
}

#endif

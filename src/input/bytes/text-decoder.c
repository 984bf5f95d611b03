/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/text-decoder.h"

#include <errno.h>
#include <string.h>

#include "base/recon-error.h"

#define AHEAD_BYTES (64 * 1024)
#define PACKED_BYTES (64 * 1024)

#define NO_CONVERTER ((GIConv) -1)

struct TextDecoder
{
  char *name;
  char *encoding; /* NULL: UTF-8, or told by the mark */
  ReadFunc read;
  void *stream;
  gboolean has_begun;
  GIConv converter;          /* NO_CONVERTER: pass through */
  char packed[PACKED_BYTES]; /* read, not yet converted */
  gsize packed_length;
  gboolean stream_ended;
  char carry[16]; /* converted, for want of room not yet handed out */
  gsize carry_start;
  gsize carry_end;
  char *ahead; /* text that was looked at, not yet handed out */
  gsize ahead_start;
  gsize ahead_end;
};

TextDecoder *
text_decoder_new (const char *name, const char *encoding, ReadFunc read, void *stream)
{
  TextDecoder *self = g_new0 (TextDecoder, 1);

  self->name = g_strdup (name);
  self->encoding = g_strdup (encoding);
  self->read = read;
  self->stream = stream;
  self->converter = NO_CONVERTER;
  return self;
}

void
text_decoder_free (TextDecoder *self)
{
  if (self == NULL)
    return;
  if (self->converter != NO_CONVERTER)
    g_iconv_close (self->converter);
  g_free (self->name);
  g_free (self->encoding);
  g_free (self->ahead);
  g_free (self);
}

gboolean
text_decoder_knows (const char *encoding)
{
  const GIConv converter = g_iconv_open ("UTF-8", encoding);

  if (converter == NO_CONVERTER)
    return FALSE;
  g_iconv_close (converter);
  return TRUE;
}

static gboolean
fill_packed (TextDecoder *self, GError **error)
{
  while (!self->stream_ended && self->packed_length < sizeof self->packed)
    {
      const gssize count = self->read (self->stream, self->packed + self->packed_length,
                                       sizeof self->packed - self->packed_length, error);
      if (count < 0)
        return FALSE;
      self->stream_ended = count == 0;
      self->packed_length += (gsize) count;
    }
  return TRUE;
}

const char *
text_decoder_marked_encoding (const char *bytes, gsize length)
{
  if (length >= 2 && memcmp (bytes, "\xFF\xFE", 2) == 0)
    return "UTF-16LE";
  if (length >= 2 && memcmp (bytes, "\xFE\xFF", 2) == 0)
    return "UTF-16BE";
  return NULL;
}

/* The mark itself becomes U+FEFF, which the reader drops. */
static gboolean
begin (TextDecoder *self, GError **error)
{
  const char *encoding = self->encoding;

  self->has_begun = TRUE;
  if (!fill_packed (self, error))
    return FALSE;
  if (encoding == NULL)
    encoding = text_decoder_marked_encoding (self->packed, self->packed_length);
  if (encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return TRUE;
  self->converter = g_iconv_open ("UTF-8", encoding);
  g_assert (self->converter != NO_CONVERTER);
  return TRUE;
}

static gboolean
refuse (const TextDecoder *self, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found bytes that are no text in %s, expected that encoding throughout; is it "
               "another one, or is the file damaged?",
               self->name, self->encoding != NULL ? self->encoding : "UTF-16");
  return FALSE;
}

static void
drop_packed (TextDecoder *self, gsize count)
{
  memmove (self->packed, self->packed + count, self->packed_length - count);
  self->packed_length -= count;
}

static gssize
pass_through (TextDecoder *self, char *buffer, gsize size, GError **error)
{
  const gsize count = MIN (size, self->packed_length);

  if (count == 0)
    return self->stream_ended ? 0 : self->read (self->stream, buffer, size, error);
  memcpy (buffer, self->packed, count);
  drop_packed (self, count);
  return (gssize) count;
}

/* One conversion as far as @size goes. *is_full: nothing fits, though there is more. */
static gssize
convert_into (TextDecoder *self, char *buffer, gsize size, gboolean *is_full, GError **error)
{
  char *in = self->packed;
  char *out = buffer;
  gsize in_left, out_left = size;

  if (!fill_packed (self, error))
    return -1;
  in_left = self->packed_length;
  const gsize status = g_iconv (self->converter, &in, &in_left, &out, &out_left);
  const int reason = errno;
  const gboolean failed = status == (gsize) -1 && out_left == size;

  if (failed && (reason == EILSEQ || (reason == EINVAL && self->stream_ended)))
    {
      refuse (self, error);
      return -1;
    }
  *is_full = failed && reason == E2BIG;
  drop_packed (self, self->packed_length - in_left);
  return (gssize) (size - out_left);
}

/* A character that does not fit into what the caller has left is carried over: 0 means the end. */
static gssize
convert (TextDecoder *self, char *buffer, gsize size, GError **error)
{
  gboolean is_full = FALSE;
  gssize count;

  if (self->carry_start == self->carry_end)
    {
      count = convert_into (self, buffer, size, &is_full, error);
      if (!is_full)
        return count;
      count = convert_into (self, self->carry, sizeof self->carry, &is_full, error);
      if (count <= 0)
        return count;
      self->carry_start = 0;
      self->carry_end = (gsize) count;
    }
  count = (gssize) MIN (size, self->carry_end - self->carry_start);
  memcpy (buffer, self->carry + self->carry_start, (gsize) count);
  self->carry_start += (gsize) count;
  return count;
}

static gssize
decode (TextDecoder *self, char *buffer, gsize size, GError **error)
{
  if (!self->has_begun && !begin (self, error))
    return -1;
  return self->converter == NO_CONVERTER ? pass_through (self, buffer, size, error)
                                         : convert (self, buffer, size, error);
}

gssize
text_decoder_read (void *data, char *buffer, gsize size, GError **error)
{
  TextDecoder *self = data;
  const gsize ahead = MIN (size, self->ahead_end - self->ahead_start);

  if (ahead == 0)
    return decode (self, buffer, size, error);
  memcpy (buffer, self->ahead + self->ahead_start, ahead);
  self->ahead_start += ahead;
  return (gssize) ahead;
}

gboolean
text_decoder_first_line (TextDecoder *self, Slice *line, GError **error)
{
  g_assert (self->ahead == NULL);
  self->ahead = g_malloc (AHEAD_BYTES);
  while (self->ahead_end < AHEAD_BYTES && memchr (self->ahead, '\n', self->ahead_end) == NULL)
    {
      const gssize count
          = decode (self, self->ahead + self->ahead_end, AHEAD_BYTES - self->ahead_end, error);
      if (count < 0)
        return FALSE;
      if (count == 0)
        break;
      self->ahead_end += (gsize) count;
    }
  const char *end = memchr (self->ahead, '\n', self->ahead_end);
  gsize length = end != NULL ? (gsize) (end - self->ahead) : self->ahead_end;
  if (length > 0 && self->ahead[length - 1] == '\r')
    length--;
  *line = (Slice){ self->ahead, length };
  return TRUE;
}

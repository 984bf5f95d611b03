/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "fuzz-stream.h"
#include "input/bytes/text-decoder.h"

/*
 * Bytes in some encoding as UTF-8: how they arrive and whether the first line was looked at before
 * makes no difference; what comes out of a named encoding is UTF-8, and bytes that are none of it
 * are refused.
 *
 * Choices: the encoding; whether the first line is looked at; the rest are lengths of reads.
 */

static const char *const encodings[]
    = { NULL, "UTF-16LE", "UTF-16BE", "WINDOWS-1252", "ISO-8859-15", "UTF-8", "SHIFT-JIS" };

/* What came out, and behind a NUL why no more did. */
static GString *
decode (const char *encoding, Slice bytes, Slice pieces, gboolean looks)
{
  FuzzStream stream = { .bytes = bytes, .pieces = pieces };
  g_autoptr (TextDecoder) decoder = text_decoder_new ("f", encoding, fuzz_stream_read, &stream);
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  char buffer[97];
  gssize count = 0;
  Slice line;

  if (looks && !text_decoder_first_line (decoder, &line, &error))
    count = -1;
  while (count >= 0 && (count = text_decoder_read (decoder, buffer, sizeof buffer, &error)) > 0)
    g_string_append_len (text, buffer, count);
  REQUIRE ((count < 0) == (error != NULL));
  if (error == NULL)
    return text;
  REQUIRE (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  g_string_truncate (text, 0); /* how much came before depends on the reads */
  g_string_append_c (text, '\0');
  return g_string_append (text, error->message);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  Slice bytes;
  Choices choices = take_choices (data, size, &bytes);
  const char *encoding = encodings[choose (&choices, G_N_ELEMENTS (encodings))];
  const gboolean looks = choose (&choices, 2) == 1;

  if (encoding != NULL && !text_decoder_knows (encoding))
    return 0;
  GString *whole = decode (encoding, bytes, slice_of (""), FALSE);
  GString *pieces = decode (encoding, bytes, (Slice){ choices.at, choices.left }, looks);
  REQUIRE (g_string_equal (whole, pieces));
  const gboolean was_decoded
      = encoding != NULL || text_decoder_marked_encoding (bytes.text, bytes.length) != NULL;
  if (was_decoded && (encoding == NULL || strcmp (encoding, "UTF-8") != 0)
      && memchr (whole->str, '\0', whole->len) == NULL)
    REQUIRE (g_utf8_validate (whole->str, (gssize) whole->len, NULL));
  g_string_free (whole, TRUE);
  g_string_free (pieces, TRUE);
  return 0;
}

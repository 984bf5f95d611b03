/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/option/split-options.h"

#include <string.h>

#include "base/recon-error.h"
#include "engine/option/option-value.h"
#include "input/bytes/standard-input.h"

#define SIZE_MAX_BYTES G_MAXINT64
#define DIGEST_DIGITS 64

static gboolean
refuse (const char *what, GError **error)
{
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE, what);
  return FALSE;
}

/* "START:LENGTH:SIZE" */
static gboolean
parse_split (const char *text, SplitInput *split)
{
  g_auto (GStrv) words = g_strsplit (text, ":", 4);

  return g_strv_length (words) == 3
         && option_value_number (words[0], 0, SIZE_MAX_BYTES, &split->start)
         && option_value_number (words[1], 1, SIZE_MAX_BYTES, &split->length)
         && option_value_number (words[2], 1, SIZE_MAX_BYTES, &split->size)
         && split->start < split->size && split->length <= split->size - split->start;
}

/* As the program itself writes one. */
static gboolean
check_digest (const char *digest, GError **error)
{
  if (digest == NULL
      || (strlen (digest) == DIGEST_DIGITS && strspn (digest, "0123456789abcdef") == DIGEST_DIGITS))
    return TRUE;
  return option_value_refuse (OPTION_DIGEST, digest, "64 digits and letters from a to f", error);
}

static gboolean
check (const SplitOptions *self, const Options *options, GError **error)
{
  const char *const *paths = options_arguments (options);

  if (paths[0] == NULL || paths[1] != NULL || !standard_input_is (paths[0]))
    return refuse ("--split: a split comes on standard input, expected - as the only PATH", error);
  if (self->name == NULL || self->name[0] == '\0')
    return refuse ("--name is missing: name the file that is split as all its splits do", error);
  if (self->input.start > 0 && self->input.header == NULL)
    return refuse ("--header is missing: name a file that begins with the header of what is split",
                   error);
  return check_digest (self->digest, error);
}

gboolean
split_options_take (SplitOptions *self, const Options *options, GError **error)
{
  const char *split = options_get (options, OPTION_SPLIT);

  *self = (SplitOptions){ .is_split = split != NULL, .name = options_get (options, OPTION_NAME) };
  self->digest = options_get (options, OPTION_DIGEST);
  self->input.header = options_get (options, OPTION_HEADER);
  self->input.whole_lines = options_has (options, OPTION_WHOLE_LINES);
  if (split == NULL)
    return (self->name == NULL && self->digest == NULL && self->input.header == NULL
            && !self->input.whole_lines)
           || refuse ("--split is missing: --header, --name, --digest and --whole-lines are for "
                      "splits of a file",
                      error);
  if (!parse_split (split, &self->input))
    return option_value_refuse (OPTION_SPLIT, split,
                                "START:LENGTH:SIZE in bytes, the split within the file", error);
  return check (self, options, error);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/split-input.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "base/slice.h"
#include "input/bytes/header-lines.h"
#include "input/bytes/standard-input.h"

#define BLOCK_BYTES (256 * 1024)

/* A split on its way into a file. */
typedef struct
{
  const SplitInput *split;
  guint64 max_bytes;
  int fd;
  guint64 at;         /* in the file that was split: of the next byte of standard input */
  gboolean has_begun; /* the first line of the split was reached */
  gboolean has_ended; /* its last line was passed */
  guint64 lines;
  guint64 written;
} Splitting;

gboolean
split_input_is_last (const SplitInput *self)
{
  return self->start + self->length == self->size;
}

static gboolean
refuse_header (const char *name, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found no first line that is the header of a CSV file in UTF-8, expected one: "
               "other files are not split",
               name);
  return FALSE;
}

static gboolean
refuse_short (const Splitting *self, GError **error)
{
  const SplitInput *split = self->split;

  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "-: found %" G_GUINT64_FORMAT " bytes on standard input, expected the split from "
               "byte %" G_GUINT64_FORMAT " on to the end of the line at byte %" G_GUINT64_FORMAT
               " of %" G_GUINT64_FORMAT "; hand over more bytes, or whole lines with --whole-lines",
               self->at - split->start, split->start, split->start + split->length, split->size);
  return FALSE;
}

static guint64
count_line_ends (const char *bytes, gsize length)
{
  const char *end = bytes + length;
  guint64 count = 0;

  for (; (bytes = memchr (bytes, '\n', (gsize) (end - bytes))) != NULL; bytes++)
    count++;
  return count;
}

static gboolean
put (Splitting *self, const char *bytes, gsize length, GError **error)
{
  self->written += length;
  if (self->max_bytes > 0 && self->written > self->max_bytes)
    return standard_input_refuse_size (self->max_bytes, error);
  return standard_input_write (self->fd, bytes, length, error);
}

/* Of a block, what belongs to the split: from, and how much. */
static Slice
part_of_block (Splitting *self, const char *block, gsize length)
{
  const SplitInput *split = self->split;
  const guint64 end = split->start + split->length;
  gsize from = 0, to = length;

  if (!self->has_begun)
    {
      const char *line_end = memchr (block, '\n', length);

      from = line_end != NULL ? (gsize) (line_end - block) + 1 : length;
      self->has_begun = line_end != NULL;
    }
  if (!split_input_is_last (split) && self->at + length > end)
    {
      /* The line end at or behind the end of the split; it may be the one that was just passed. */
      const gsize earliest = end > self->at ? (gsize) (end - self->at) : 0;
      const char *line_end = memchr (block + earliest, '\n', length - earliest);

      self->has_ended = line_end != NULL;
      to = line_end != NULL ? (gsize) (line_end - block) + 1 : length;
    }
  return (Slice){ block + from, to > from ? to - from : 0 };
}

static gboolean
take_block (Splitting *self, const char *block, gsize length, GError **error)
{
  const Slice part
      = self->split->whole_lines ? (Slice){ block, length } : part_of_block (self, block, length);

  self->at += length;
  self->lines += count_line_ends (part.text, part.length);
  return put (self, part.text, part.length, error);
}

static gboolean
take_lines (Splitting *self, GError **error)
{
  const SplitInput *split = self->split;
  g_autofree char *block = g_malloc (BLOCK_BYTES);
  gssize count = 0;

  while (!self->has_ended
         && (count = TEMP_FAILURE_RETRY (read (STDIN_FILENO, block, BLOCK_BYTES))) > 0)
    if (!take_block (self, block, (gsize) count, error))
      return FALSE;
  if (count < 0)
    return standard_input_refuse_read (error);
  return self->has_ended || split->whole_lines || self->at == split->size
         || refuse_short (self, error);
}

/* The lines of a header at the beginning of @fd. */
static gboolean
find_header (int fd, const char *name, char *bytes, HeaderLines *header, GError **error)
{
  const gssize length = TEMP_FAILURE_RETRY (pread (fd, bytes, HEADER_LINES_BYTES_MAX, 0));

  if (length < 0)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "%s: cannot read it: %s", name,
                   g_strerror (errno));
      return FALSE;
    }
  return header_lines_find (bytes, (gsize) length, header) || refuse_header (name, error);
}

/* What the splits behind the first do not hold. */
static gboolean
put_header (Splitting *self, GError **error)
{
  const char *path = self->split->header;
  g_autofree char *bytes = g_malloc (HEADER_LINES_BYTES_MAX);
  const int fd
      = (int) TEMP_FAILURE_RETRY (open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  HeaderLines header;

  if (fd < 0)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "%s: %s", path, g_strerror (errno));
      return FALSE;
    }
  const gboolean good = find_header (fd, path, bytes, &header, error);
  (void) close (fd);
  return good && put (self, bytes, header.length, error);
}

/* Later splits are preceded by the header as the first is, so that its lines count in none. */
static gboolean
finish (const Splitting *self, SplitKept *kept, GError **error)
{
  g_autofree char *bytes = g_malloc (HEADER_LINES_BYTES_MAX);
  HeaderLines header = { 0 };

  if (self->split->start == 0 && !find_header (self->fd, "-", bytes, &header, error))
    return FALSE;
  kept->lines = self->lines - header.lines;
  return standard_input_become (self->fd, error);
}

gboolean
split_input_keep (const SplitInput *self, guint64 max_bytes, SplitKept *kept, GError **error)
{
  Splitting splitting
      = { .split = self, .max_bytes = max_bytes, .at = self->start, .has_begun = self->start == 0 };

  if (!standard_input_check (error))
    return FALSE;
  splitting.fd = standard_input_make_file (error);
  if (splitting.fd < 0)
    return FALSE;
  gboolean good = self->start == 0 || put_header (&splitting, error);
  kept->header_bytes = splitting.written;
  good = good && take_lines (&splitting, error) && finish (&splitting, kept, error);
  (void) close (splitting.fd);
  return good;
}

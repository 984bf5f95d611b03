/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/file-parts.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "input/bytes/file-stream.h"
#include "input/bytes/header-lines.h"
#include "input/bytes/standard-input.h"

#define BLOCK_BYTES (256 * 1024)

typedef struct
{
  guint64 start; /* offsets in the file */
  guint64 end;
  guint64 lines; /* line ends in it, once they are counted */
} Part;

struct FileParts
{
  char *path;
  int fd;
  struct stat opened;
  char *header; /* with its line end, and a line like "sep=;" before it */
  gsize header_length;
  guint header_lines;
  GArray *parts;
};

/* As far as the file goes; -1 with errno. */
static gssize
read_at (int fd, char *buffer, gsize size, guint64 offset)
{
  gsize done = 0;

  while (done < size)
    {
      const gssize count
          = TEMP_FAILURE_RETRY (pread (fd, buffer + done, size - done, (off_t) (offset + done)));
      if (count < 0)
        return -1;
      if (count == 0)
        break;
      done += (gsize) count;
    }
  return (gssize) done;
}

static gboolean
take_header (FileParts *self)
{
  g_autofree char *bytes = g_malloc (HEADER_LINES_BYTES_MAX);
  const gssize length = read_at (self->fd, bytes, HEADER_LINES_BYTES_MAX, 0);
  HeaderLines found;

  if (length <= 0 || !header_lines_find (bytes, (gsize) length, &found))
    return FALSE;
  self->header_length = found.length;
  self->header_lines = found.lines;
  self->header = g_memdup2 (bytes, found.length);
  return TRUE;
}

/* Where the line that begins next after @offset does; the end of the file: none does. */
static gboolean
find_line (const FileParts *self, guint64 offset, guint64 *start)
{
  g_autofree char *block = g_malloc (BLOCK_BYTES);
  gssize length;

  while ((length = read_at (self->fd, block, BLOCK_BYTES, offset)) > 0)
    {
      const char *end = memchr (block, '\n', (gsize) length);
      if (end != NULL)
        {
          *start = offset + (guint64) (end - block) + 1;
          return TRUE;
        }
      offset += (guint64) length;
    }
  *start = offset;
  return length == 0;
}

static gboolean
cut (FileParts *self, guint count)
{
  const guint64 size = file_parts_size (self);
  Part part = { .start = 0 };

  for (guint i = 1; i < count; i++)
    {
      if (!find_line (self, size / count * i, &part.end))
        return FALSE;
      if (part.end <= MAX (part.start, self->header_length) || part.end >= size)
        continue;
      g_array_append_val (self->parts, part);
      part.start = part.end;
    }
  part.end = size;
  g_array_append_val (self->parts, part);
  return self->parts->len >= 2;
}

FileParts *
file_parts_new (const char *path, guint count, guint64 bytes_min)
{
  g_autoptr (FileParts) self = g_new0 (FileParts, 1);

  self->path = g_strdup (standard_input_place (path));
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->fd
      = (int) TEMP_FAILURE_RETRY (open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (self->fd < 0 || fstat (self->fd, &self->opened) != 0 || !S_ISREG (self->opened.st_mode))
    return NULL;
  count = (guint) MIN (count, file_parts_size (self) / MAX (bytes_min, 1));
  return count >= 2 && take_header (self) && cut (self, count) ? g_steal_pointer (&self) : NULL;
}

void
file_parts_free (FileParts *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    (void) close (self->fd);
  g_free (self->path);
  g_free (self->header);
  g_array_unref (self->parts);
  g_free (self);
}

guint
file_parts_count (const FileParts *self)
{
  return self->parts->len;
}

guint64
file_parts_size (const FileParts *self)
{
  return (guint64) self->opened.st_size;
}

static guint64
count_line_ends (const char *bytes, gsize length)
{
  const char *end = bytes + length;
  guint64 count = 0;

  while ((bytes = memchr (bytes, '\n', (gsize) (end - bytes))) != NULL)
    {
      count++;
      bytes++;
    }
  return count;
}

gboolean
file_parts_count_lines (FileParts *self, guint index)
{
  Part *part = &g_array_index (self->parts, Part, index);
  g_autofree char *block = g_malloc (BLOCK_BYTES);
  guint64 lines = 0;

  for (guint64 at = part->start; at < part->end;)
    {
      const gsize wanted = (gsize) MIN (BLOCK_BYTES, part->end - at);
      const gssize length = read_at (self->fd, block, wanted, at);

      if (length <= 0)
        return FALSE;
      lines += count_line_ends (block, (gsize) length);
      at += (guint64) length;
    }
  part->lines = lines;
  return TRUE;
}

guint64
file_parts_lines_before (const FileParts *self, guint index)
{
  guint64 lines = 0;

  for (guint i = 0; i < index; i++)
    lines += g_array_index (self->parts, Part, i).lines;
  return index == 0 ? 0 : lines - self->header_lines;
}

gboolean
file_parts_are_unchanged (const FileParts *self)
{
  struct stat open_file, named;

  return fstat (self->fd, &open_file) == 0 && file_stream_is_unchanged (&self->opened, &open_file)
         && stat (self->path, &named) == 0 && file_stream_is_unchanged (&self->opened, &named);
}

gssize
file_parts_read (void *stream, char *buffer, gsize size, GError **error)
{
  FilePartStream *self = stream;
  const FileParts *parts = self->parts;
  const Part *part = &g_array_index (parts->parts, Part, self->index);
  const gsize header = self->index > 0 ? parts->header_length : 0;
  gssize count;

  if (self->done < header)
    {
      count = (gssize) MIN (size, header - self->done);
      memcpy (buffer, parts->header + self->done, (gsize) count);
    }
  else
    {
      const guint64 at = part->start + (self->done - header);
      count = read_at (parts->fd, buffer, (gsize) MIN (size, part->end - at), at);
    }
  if (count < 0)
    g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "cannot read it: %s", g_strerror (errno));
  else
    self->done += (guint64) count;
  return count;
}

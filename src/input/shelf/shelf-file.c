/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/shelf/shelf-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "input/bytes/file-stream.h"
#include "input/bytes/standard-input.h"

#define MAGIC_BYTES 8
/* Magic, version, and four bytes that are 0. */
#define BEGIN_BYTES 16
/* The four letters of its kind, four bytes that are 0, and its length. */
#define HEAD_BYTES 16
#define CHECKSUM_BYTES 8
#define BLOCK_BYTES (256 * 1024)
/* What is looked at to see where sections lie. */
#define LOOK_BYTES (64 * 1024)

static const char letters[SHELF_SECTION_COUNT][5]
    = { "OPTS", "LEFT", "HEAD", "BOOK", "PAIR", "ROWS", "END." };

struct ShelfFile
{
  char *name;
  char *path;
  struct stat state; /* when its sections were looked at */
  GArray *sections;
};

/* A pipe that nobody writes is not waited for. */
static int
open_path (const char *path)
{
  return (int) TEMP_FAILURE_RETRY (
      open (standard_input_place (path), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
}

gboolean
shelf_file_is (const char *path)
{
  char magic[MAGIC_BYTES];
  struct stat state;
  const int stream = open_path (path);

  if (stream < 0)
    return FALSE;
  const gboolean found
      = fstat (stream, &state) == 0 && S_ISREG (state.st_mode)
        && TEMP_FAILURE_RETRY (pread (stream, magic, sizeof magic, 0)) == (gssize) sizeof magic
        && memcmp (magic, SHELF_FILE_MAGIC, sizeof magic) == 0;
  close (stream);
  return found;
}

void
shelf_file_free (gpointer data)
{
  ShelfFile *self = data;

  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->path);
  g_array_unref (self->sections);
  g_free (self);
}

const char *
shelf_file_name (const ShelfFile *self)
{
  return self->name;
}

guint64
shelf_file_size (const ShelfFile *self)
{
  return (guint64) self->state.st_size;
}

const GArray *
shelf_file_sections (const ShelfFile *self)
{
  return self->sections;
}

gboolean
shelf_file_refuse (const ShelfFile *self, const char *what, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found %s, expected books as acorecon fold writes them; fold its files again",
               self->name, what);
  return FALSE;
}

static gboolean
refuse_error (const ShelfFile *self, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "%s: %s", self->name, g_strerror (errno));
  return FALSE;
}

/* The file must be the one that was looked at first. */
static gboolean
open_again (const ShelfFile *self, int *stream, GError **error)
{
  struct stat now;

  *stream = open_path (self->path);
  if (*stream < 0 || fstat (*stream, &now) != 0)
    return refuse_error (self, error);
  return file_stream_is_unchanged (&self->state, &now)
         || file_stream_refuse_changed (self->name, error);
}

void
shelf_file_close (int *stream)
{
  if (*stream >= 0)
    close (*stream);
  *stream = -1;
}

static gboolean
read_fully (const ShelfFile *self, int stream, guint64 offset, guint8 *bytes, gsize length,
            GError **error)
{
  while (length > 0)
    {
      const gssize count = TEMP_FAILURE_RETRY (pread (stream, bytes, length, (off_t) offset));

      if (count < 0)
        return refuse_error (self, error);
      if (count == 0)
        return file_stream_refuse_changed (self->name, error);
      offset += (guint64) count;
      bytes += count;
      length -= (gsize) count;
    }
  return TRUE;
}

gboolean
shelf_file_read_at (const ShelfFile *self, int *stream, guint64 offset, guint8 *bytes, gsize length,
                    GError **error)
{
  return (*stream >= 0 || open_again (self, stream, error))
         && read_fully (self, *stream, offset, bytes, length, error);
}

static guint64
word_at (const guint8 *bytes)
{
  guint64 little;

  memcpy (&little, bytes, sizeof little);
  return GUINT64_FROM_LE (little);
}

static void
put_word (GByteArray *bytes, guint64 word)
{
  const guint64 little = GUINT64_TO_LE (word);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

/* SHELF_SECTION_COUNT: another one. */
static ShelfSectionKind
kind_of (const guint8 head[HEAD_BYTES])
{
  guint kind = 0;

  while (kind < SHELF_SECTION_COUNT && memcmp (head, letters[kind], 4) != 0)
    kind++;
  return memcmp (head + 4, "\0\0\0\0", 4) == 0 ? (ShelfSectionKind) kind : SHELF_SECTION_COUNT;
}

static gboolean
check_begin (const ShelfFile *self, const guint8 begin[BEGIN_BYTES], GError **error)
{
  guint32 version;

  memcpy (&version, begin + MAGIC_BYTES, sizeof version);
  version = GUINT32_FROM_LE (version);
  if (memcmp (begin, SHELF_FILE_MAGIC, MAGIC_BYTES) != 0 || version == 0
      || memcmp (begin + MAGIC_BYTES + 4, "\0\0\0\0", 4) != 0)
    return shelf_file_refuse (self, "a damaged beginning", error);
  if (version > SHELF_FILE_VERSION)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s: found books of version %u, expected at most version %d; read them with "
                   "the acorecon that wrote them, or a newer one",
                   self->name, version, SHELF_FILE_VERSION);
      return FALSE;
    }
  return TRUE;
}

/* The end holds the number of sections, and a checksum of all that is not theirs: of the beginning,
   and of each its head and checksum. */
static gboolean
check_end (const ShelfFile *self, int stream, const ShelfSection *end, const ShelfChecksum *all,
           GError **error)
{
  guint8 content[16];
  guint8 checksum[CHECKSUM_BYTES];
  ShelfChecksum own;

  if (end->length != sizeof content
      || end->offset + end->length + CHECKSUM_BYTES != shelf_file_size (self))
    return shelf_file_refuse (self, "a damaged end", error);
  if (!read_fully (self, stream, end->offset, content, sizeof content, error)
      || !read_fully (self, stream, end->offset + sizeof content, checksum, sizeof checksum, error))
    return FALSE;
  shelf_checksum_init (&own);
  shelf_checksum_add (&own, content, sizeof content);
  if (word_at (content) != self->sections->len
      || word_at (content + 8) != shelf_checksum_value (all)
      || word_at (checksum) != shelf_checksum_value (&own))
    return shelf_file_refuse (self, "a damaged end", error);
  return TRUE;
}

static gboolean
find_sections (ShelfFile *self, int stream, GError **error)
{
  const guint64 size = shelf_file_size (self);
  guint64 at = BEGIN_BYTES;
  guint8 head[BEGIN_BYTES];
  ShelfChecksum all;

  if (size < BEGIN_BYTES)
    return shelf_file_refuse (self, "a file that is cut off", error);
  if (!read_fully (self, stream, 0, head, BEGIN_BYTES, error) || !check_begin (self, head, error))
    return FALSE;
  shelf_checksum_init (&all);
  shelf_checksum_add (&all, head, BEGIN_BYTES);
  for (;;)
    {
      guint8 checksum[CHECKSUM_BYTES];

      if (size - at < HEAD_BYTES + CHECKSUM_BYTES)
        return shelf_file_refuse (self, "a file that is cut off", error);
      if (!read_fully (self, stream, at, head, HEAD_BYTES, error))
        return FALSE;
      ShelfSection section
          = { .kind = kind_of (head), .offset = at + HEAD_BYTES, .length = word_at (head + 8) };
      if (section.kind == SHELF_SECTION_COUNT)
        return shelf_file_refuse (self, "a section of an unknown kind", error);
      if (section.length > size - at - HEAD_BYTES - CHECKSUM_BYTES)
        return shelf_file_refuse (self, "a file that is cut off", error);
      if (section.kind == SHELF_END)
        return check_end (self, stream, &section, &all, error);
      if (!read_fully (self, stream, section.offset + section.length, checksum, sizeof checksum,
                       error))
        return FALSE;
      section.checksum = word_at (checksum);
      shelf_checksum_add (&all, head, HEAD_BYTES);
      shelf_checksum_add (&all, checksum, sizeof checksum);
      g_array_append_val (self->sections, section);
      at = section.offset + section.length + CHECKSUM_BYTES;
    }
}

ShelfFile *
shelf_file_new (const char *name, const char *path, GError **error)
{
  g_autoptr (ShelfFile) self = g_new0 (ShelfFile, 1);
  int stream = open_path (path);

  self->name = g_strdup (name);
  self->path = g_strdup (path);
  self->sections = g_array_new (FALSE, FALSE, sizeof (ShelfSection));
  if (stream < 0 || fstat (stream, &self->state) != 0)
    {
      refuse_error (self, error);
      shelf_file_close (&stream);
      return NULL;
    }
  const gboolean good = find_sections (self, stream, error);
  shelf_file_close (&stream);
  return good ? g_steal_pointer (&self) : NULL;
}

static gboolean
look_over (const ShelfFile *self, int stream, const ShelfSection *section, ShelfChecksum *checksum,
           GError **error)
{
  g_autofree guint8 *block = g_malloc (MIN (section->length, BLOCK_BYTES) + 1);

  for (guint64 done = 0; done < section->length;)
    {
      const gsize count = (gsize) MIN (section->length - done, BLOCK_BYTES);

      if (!read_fully (self, stream, section->offset + done, block, count, error))
        return FALSE;
      shelf_checksum_add (checksum, block, count);
      done += count;
    }
  return TRUE;
}

static gboolean
read_section (const ShelfFile *self, int stream, const ShelfSection *section, GByteArray *bytes,
              GError **error)
{
  ShelfChecksum checksum;

  shelf_checksum_init (&checksum);
  if (bytes == NULL)
    {
      if (!look_over (self, stream, section, &checksum, error))
        return FALSE;
    }
  else if (section->length > 0) /* nothing of no bytes is no place */
    {
      const guint before = bytes->len;

      if (section->length > G_MAXUINT32 - before - 1)
        return shelf_file_refuse (self, "a section of more than 4 GiB", error);
      g_byte_array_set_size (bytes, before + (guint) section->length);
      if (!read_fully (self, stream, section->offset, bytes->data + before, section->length, error))
        return FALSE;
      shelf_checksum_add (&checksum, bytes->data + before, section->length);
    }
  return shelf_checksum_value (&checksum) == section->checksum
         || shelf_file_refuse (self, "damaged bytes (a checksum is not what it was)", error);
}

gboolean
shelf_file_read (const ShelfFile *self, const ShelfSection *section, GByteArray *bytes,
                 GError **error)
{
  int stream = -1;
  const gboolean good
      = open_again (self, &stream, error) && read_section (self, stream, section, bytes, error);

  shelf_file_close (&stream);
  return good;
}

void
shelf_file_begin (GByteArray *bytes, ShelfChecksum *all)
{
  const guint32 words[] = { GUINT32_TO_LE (SHELF_FILE_VERSION), 0 };

  g_byte_array_append (bytes, (const guint8 *) SHELF_FILE_MAGIC, MAGIC_BYTES);
  g_byte_array_append (bytes, (const guint8 *) words, sizeof words);
  shelf_checksum_init (all);
  shelf_checksum_add (all, bytes->data + bytes->len - BEGIN_BYTES, BEGIN_BYTES);
}

void
shelf_file_put (ShelfSectionKind kind, const GByteArray *content, GByteArray *bytes,
                ShelfChecksum *all)
{
  const guint32 zero = 0;
  ShelfChecksum checksum;

  shelf_checksum_init (&checksum);
  shelf_checksum_add (&checksum, content->data, content->len);
  g_byte_array_append (bytes, (const guint8 *) letters[kind], 4);
  g_byte_array_append (bytes, (const guint8 *) &zero, sizeof zero);
  put_word (bytes, content->len);
  shelf_checksum_add (all, bytes->data + bytes->len - HEAD_BYTES, HEAD_BYTES);
  if (content->len > 0)
    g_byte_array_append (bytes, content->data, content->len);
  put_word (bytes, shelf_checksum_value (&checksum));
  shelf_checksum_add (all, bytes->data + bytes->len - CHECKSUM_BYTES, CHECKSUM_BYTES);
}

void
shelf_file_end (GByteArray *bytes, ShelfChecksum *all)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint64 sections = 0;

  sections = (all->length - BEGIN_BYTES) / (HEAD_BYTES + CHECKSUM_BYTES);
  put_word (content, sections);
  put_word (content, shelf_checksum_value (all));
  shelf_file_put (SHELF_END, content, bytes, all);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "fuzz-target.h"
#include "input/billing/column-map.h"
#include "input/input-reader.h"

/*
 * Compressed files and archives: the bytes as they are, or packed here and then damaged. What was
 * packed and not damaged comes out as it was, a file that was cut is refused, and nothing comes
 * out under an unsafe name.
 *
 * Choices: how it is packed, the damage, four for its place, the length of reads, the budget.
 * Then the bytes; for archives up to four entries, each with its name on the first line, and a
 * line "~~~" between them.
 */

typedef enum
{
  PACK_NOTHING,
  PACK_GZIP,
  PACK_ZIP,
  PACK_TAR,
  PACK_TAR_GZIP,
  PACK_ZSTD,
  PACK_XZ,
  PACK_ZIP_GZIP,
  PACK_COUNT
} Packing;

typedef enum
{
  DAMAGE_NONE,
  DAMAGE_CUT,
  DAMAGE_BIT,
  DAMAGE_TAIL,
  DAMAGE_COUNT
} Damage;

#define ENTRIES_MAX 4
#define ENTRY_END "\n~~~\n"
#define PACKED_MAX (1024 * 1024)
/* Every content begins with this, so that it is never taken for something packed. */
#define HEAD "CustomerId,InvoiceMonth\n"

typedef struct
{
  char *name;
  GString *content;
} Entry;

typedef struct
{
  Packing packing;
  Damage damage;
  gsize read_size;
  guint64 budget; /* 0: none */
  Entry entries[ENTRIES_MAX];
  guint entry_count;
  GString *file;
} Case;

/* Packing. */

static void
add_entry (struct archive *archive, const Entry *this)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, this->name);
  archive_entry_set_size (entry, (la_int64_t) this->content->len);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  if (archive_write_header (archive, entry) >= ARCHIVE_WARN)
    REQUIRE (archive_write_data (archive, this->content->str, this->content->len)
             == (la_ssize_t) this->content->len);
  archive_entry_free (entry);
}

static void
pack (const Case *this, GString *out)
{
  static const struct
  {
    int format;
    int filter;
  } packings[PACK_COUNT] = {
    [PACK_GZIP] = { ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP },
    [PACK_ZIP] = { ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE },
    [PACK_TAR] = { ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE },
    [PACK_TAR_GZIP] = { ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP },
    [PACK_ZSTD] = { ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD },
    [PACK_XZ] = { ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ },
    [PACK_ZIP_GZIP] = { ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_GZIP },
  };
  struct archive *archive = archive_write_new ();
  gsize used = 0;

  g_string_set_size (out, PACKED_MAX);
  REQUIRE (archive_write_set_format (archive, packings[this->packing].format) == ARCHIVE_OK);
  REQUIRE (archive_write_add_filter (archive, packings[this->packing].filter) == ARCHIVE_OK);
  REQUIRE (archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK);
  REQUIRE (archive_write_open_memory (archive, out->str, out->len, &used) == ARCHIVE_OK);
  for (guint i = 0; i < this->entry_count; i++)
    add_entry (archive, &this->entries[i]);
  REQUIRE (archive_write_close (archive) == ARCHIVE_OK);
  archive_write_free (archive);
  g_string_set_size (out, used);
}

static gboolean
is_archive (Packing packing)
{
  return packing == PACK_ZIP || packing == PACK_TAR || packing == PACK_TAR_GZIP
         || packing == PACK_ZIP_GZIP;
}

static void
take_entry (Case *this, Slice *rest)
{
  Entry *entry = &this->entries[this->entry_count++];
  const char *end = rest->length > 0 && is_archive (this->packing)
                        ? g_strstr_len (rest->text, (gssize) rest->length, ENTRY_END)
                        : NULL;
  const gsize length = end != NULL ? (gsize) (end - rest->text) + 1 : rest->length;
  const gsize skipped = end != NULL ? length + strlen (ENTRY_END) - 1 : length;
  Slice text = { rest->text, length };

  rest->text += skipped;
  rest->length -= skipped;
  entry->name = is_archive (this->packing) ? slice_dup (take_line (&text)) : g_strdup ("data");
  entry->content = g_string_new (HEAD);
  g_string_append_len (entry->content, text.text, (gssize) text.length);
}

static void
damage (GString *file, Damage how, gsize place)
{
  switch (how)
    {
    case DAMAGE_CUT:
      g_string_truncate (file, file->len > 0 ? place % file->len : 0);
      break;
    case DAMAGE_BIT:
      if (file->len > 0)
        file->str[place / 8 % file->len] ^= (char) (1 << place % 8);
      break;
    case DAMAGE_TAIL:
      g_string_append_c (file, (char) place);
      break;
    case DAMAGE_NONE:
    case DAMAGE_COUNT:
    default:
      break;
    }
}

static void
init_case (Case *self, const guint8 *data, size_t size)
{
  static const gsize read_sizes[] = { 65536, 1, 7, 512 };
  static const guint64 budgets[] = { 0, 1000000, 40, 1 };
  Slice rest;
  Choices choices = take_choices (data, size, &rest);

  *self = (Case){ .file = g_string_new (NULL) };
  self->packing = (Packing) choose (&choices, PACK_COUNT);
  self->damage = (Damage) choose (&choices, DAMAGE_COUNT);
  gsize place = 0;
  for (guint i = 0; i < 4; i++)
    place = place * 64 + choose (&choices, 64);
  self->read_size = read_sizes[choose (&choices, G_N_ELEMENTS (read_sizes))];
  self->budget = budgets[choose (&choices, G_N_ELEMENTS (budgets))];
  if (self->packing == PACK_NOTHING)
    g_string_append_len (self->file, rest.text, (gssize) rest.length);
  else
    {
      do
        take_entry (self, &rest);
      while (rest.length > 0 && self->entry_count < ENTRIES_MAX);
      pack (self, self->file);
    }
  damage (self->file, self->damage, place);
}

static void
clear_case (Case *self)
{
  for (guint i = 0; i < self->entry_count; i++)
    {
      g_free (self->entries[i].name);
      g_string_free (self->entries[i].content, TRUE);
    }
  g_string_free (self->file, TRUE);
}

/* Reading. */

static gboolean
is_safe (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  return *path != '/' && !g_strv_contains ((const char *const *) parts, "..");
}

/* FALSE: refused. */
static gboolean
read_content (Container *container, gsize read_size, GString *out)
{
  g_autofree char *buffer = g_malloc (read_size);
  g_autoptr (GError) error = NULL;
  gssize count;

  while ((count = container_read (container, buffer, read_size, &error)) > 0)
    {
      REQUIRE ((gsize) count <= read_size && error == NULL);
      g_string_append_len (out, buffer, count);
    }
  REQUIRE ((count < 0) == (error != NULL));
  REQUIRE (error == NULL || g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  return count == 0;
}

/* "PATH:LENGTH:CONTENT" of all entries. FALSE: refused. */
static gboolean
read_all (const char *path, gsize read_size, ReadBudget *budget, GString *told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Container) container = container_open ("f", path, budget, &error);
  ContainerStep step = CONTAINER_REFUSED;
  const char *entry;

  while (container != NULL
         && (step = container_next (container, &entry, &error)) == CONTAINER_CONTENT)
    {
      g_autoptr (GString) content = g_string_new (NULL);

      REQUIRE ((entry != NULL) == container_is_archive (container));
      REQUIRE (entry == NULL || is_safe (entry));
      g_string_append_printf (told, "%s:", entry != NULL ? entry : "-");
      if (!read_content (container, read_size, content))
        return FALSE;
      g_string_append_printf (told, "%" G_GSIZE_FORMAT ":", content->len);
      g_string_append_len (told, content->str, (gssize) content->len);
    }
  REQUIRE ((step == CONTAINER_REFUSED) == (error != NULL));
  REQUIRE (error == NULL || g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  return error == NULL;
}

/* As a run reads it: names first, then rows. */
static void
read_as_input (const char *path)
{
  const HashKey key = { 3, 4 };
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (InputSet) inputs = input_set_new (paths, 0, &error);

  REQUIRE ((inputs == NULL) == (error != NULL));
  if (inputs == NULL)
    return;
  g_autoptr (ColumnMap) map = column_map_new ();
  g_autoptr (Rejects) rejects = rejects_new ();
  g_autoptr (Books) books = books_new (&key);
  const ReadPlan plan = { .separator = ',', .map = map, .keep_going = TRUE, .max_input = 1000000 };
  const gboolean read = input_reader_read (
      &(InputReader){ .inputs = inputs, .plan = &plan, .key = &key }, books, rejects, &error);
  REQUIRE (read == (error == NULL));
}

/* What was packed; NULL: it is not known what must come out. (transfer full) */
static GString *
expected_of (const Case *this)
{
  GString *expected = g_string_new (NULL);
  gboolean known = this->packing != PACK_NOTHING
                   && (this->damage == DAMAGE_NONE || this->damage == DAMAGE_CUT);

  for (guint i = 0; i < this->entry_count; i++)
    {
      const Entry *entry = &this->entries[i];
      const gsize plain = strspn (entry->name, "abcdefghijklmnopqrstuvwxyz");

      known = known && plain > 0 && plain < 50 && entry->name[plain] == '\0'
              && g_strstr_len (entry->content->str, (gssize) entry->content->len, "ustar") == NULL;
      g_string_append_printf (expected, "%s:%" G_GSIZE_FORMAT ":",
                              is_archive (this->packing) ? entry->name : "-", entry->content->len);
      g_string_append_len (expected, entry->content->str, (gssize) entry->content->len);
    }
  if (known)
    return expected;
  g_string_free (expected, TRUE);
  return NULL;
}

static void
check (const Case *this, const char *path)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GString) told_again = g_string_new (NULL);
  GString *expected = expected_of (this);
  const gboolean read = read_all (path, 65536, NULL, told);

  REQUIRE (read_all (path, this->read_size, NULL, told_again) == read);
  REQUIRE (!read || g_string_equal (told, told_again));
  if (expected != NULL && this->damage == DAMAGE_NONE)
    REQUIRE (read && g_string_equal (told, expected));
  /* An empty file and a tar without its end are whole to a reader. */
  if (expected != NULL && this->damage == DAMAGE_CUT && this->packing != PACK_TAR
      && this->file->len > 5)
    REQUIRE (!read);
  if (expected != NULL)
    g_string_free (expected, TRUE);
  if (this->budget > 0)
    {
      ReadBudget budget = { .max = this->budget, .left = this->budget };
      g_string_truncate (told_again, 0);
      const gboolean afforded = read_all (path, this->read_size, &budget, told_again);
      REQUIRE (!afforded || (read && g_string_equal (told, told_again)));
    }
  read_as_input (path);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  Case this;
  char path[64];
  const int fd = memfd_create ("fuzz", MFD_CLOEXEC);

  init_case (&this, data, size);
  REQUIRE (fd >= 0);
  for (gsize done = 0; done < this.file->len;)
    {
      const gssize count = write (fd, this.file->str + done, this.file->len - done);
      REQUIRE (count > 0 || errno == EINTR);
      done += count > 0 ? (gsize) count : 0;
    }
  g_snprintf (path, sizeof path, "/proc/self/fd/%d", fd);
  check (&this, path);
  REQUIRE (close (fd) == 0);
  clear_case (&this);
  return 0;
}

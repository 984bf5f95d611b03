/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_ARCHIVE_H
#define SAMPLE_ARCHIVE_H

#include <archive.h>
#include <archive_entry.h>
#include <check.h>
#include <glib.h>
#include <string.h>

/* Archives as tests need them. */

static inline void
sample_archive_add (struct archive *archive, const char *name, const char *text)
{
  struct archive_entry *entry = archive_entry_new ();
  const gsize length = strlen (text);

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  ck_assert_int_eq (archive_write_header (archive, entry), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_data (archive, text, length), (la_ssize_t) length);
  archive_entry_free (entry);
}

/* In memory. @options: of libarchive's writer, or NULL; what is encrypted has the password "x".
   (transfer full) */
static inline GByteArray *
pack (int format, int filter, const char *options, const char *const *entries)
{
  struct archive *archive = archive_write_new ();
  GByteArray *bytes = g_byte_array_new ();
  size_t used = 0;

  g_byte_array_set_size (bytes, 4 * 1024 * 1024);
  ck_assert_int_eq (archive_write_set_format (archive, format), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_add_filter (archive, filter), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_set_passphrase (archive, "x"), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_set_options (archive, options), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_open_memory (archive, bytes->data, bytes->len, &used),
                    ARCHIVE_OK);
  for (; entries[0] != NULL; entries += 2)
    sample_archive_add (archive, entries[0], entries[1]);
  ck_assert_int_eq (archive_write_close (archive), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_free (archive), ARCHIVE_OK);
  g_byte_array_set_size (bytes, (guint) used);
  return bytes;
}

/* @format: ARCHIVE_FORMAT_ZIP, ARCHIVE_FORMAT_TAR_USTAR or ARCHIVE_FORMAT_RAW (one content only);
   @filter: ARCHIVE_FILTER_NONE or what it is compressed with; @entries: name, text, ..., NULL. */
static inline void
put_archive (const char *path, int format, int filter, const char *const *entries)
{
  struct archive *archive = archive_write_new ();

  ck_assert_int_eq (archive_write_set_format (archive, format), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_add_filter (archive, filter), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_open_filename (archive, path), ARCHIVE_OK);
  for (; entries[0] != NULL; entries += 2)
    sample_archive_add (archive, entries[0], entries[1]);
  ck_assert_int_eq (archive_write_close (archive), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_free (archive), ARCHIVE_OK);
}

#define ENTRIES(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* A compressed file. */
static inline void
put_packed (const char *path, int filter, const char *text)
{
  put_archive (path, ARCHIVE_FORMAT_RAW, filter, ENTRIES ("data", text));
}

#endif

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "input/shelf/shelf-file.h"
#include "test-main.h"

#include <check.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char *path;

static GByteArray *
sample_file (void)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GByteArray) content = g_byte_array_new ();
  ShelfChecksum all;

  shelf_file_begin (bytes, &all);
  g_byte_array_append (content, (const guint8 *) "options", 7);
  shelf_file_put (SHELF_OPTIONS, content, bytes, &all);
  g_byte_array_set_size (content, 0);
  shelf_file_put (SHELF_LEFT, content, bytes, &all);
  shelf_file_end (bytes, &all);
  return bytes;
}

static void
write_file (const guint8 *bytes, gsize length)
{
  /* Not durable, for it is done a thousand times. */
  FILE *file = fopen (path, "wb");

  ck_assert_ptr_nonnull (file);
  ck_assert_uint_eq (fwrite (bytes, 1, length, file), length);
  ck_assert_int_eq (fclose (file), 0);
}

static void
begin (void)
{
  path = g_build_filename (g_get_tmp_dir (), "test-shelf-file-XXXXXX", NULL);
  const int stream = g_mkstemp (path);
  ck_assert_int_ge (stream, 0);
  close (stream);
}

static void
finish (void)
{
  unlink (path);
  g_free (path);
}

/* Whether all of its sections can be read. */
static gboolean
is_good (GError **error)
{
  g_autoptr (ShelfFile) file = shelf_file_new ("f.books", path, error);

  for (guint i = 0; file != NULL && i < shelf_file_sections (file)->len; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      const ShelfSection *section = &g_array_index (shelf_file_sections (file), ShelfSection, i);

      if (!shelf_file_read (file, section, bytes, error))
        return FALSE;
    }
  return file != NULL;
}

START_TEST (sections_come_back)
{
  begin ();
  g_autoptr (GByteArray) bytes = sample_file ();
  write_file (bytes->data, bytes->len);
  ck_assert (shelf_file_is (path));
  g_autoptr (ShelfFile) file = shelf_file_new ("f.books", path, NULL);
  const GArray *sections = shelf_file_sections (file);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  ck_assert_uint_eq (sections->len, 2);
  ck_assert (shelf_file_read (file, &g_array_index (sections, ShelfSection, 0), content, NULL));
  ck_assert_uint_eq (content->len, 7);
  ck_assert_mem_eq (content->data, "options", 7);
  guint8 some[3];
  int stream = -1;
  ck_assert (shelf_file_read_at (
      file, &stream, g_array_index (sections, ShelfSection, 0).offset + 1, some, 3, NULL));
  ck_assert_mem_eq (some, "pti", 3);
  shelf_file_close (&stream);
  ck_assert_uint_eq (shelf_file_size (file), bytes->len);
  finish ();
}
END_TEST

START_TEST (each_flipped_byte_is_seen)
{
  begin ();
  g_autoptr (GByteArray) bytes = sample_file ();
  for (guint i = 0; i < bytes->len; i++)
    {
      g_autoptr (GError) error = NULL;

      bytes->data[i] ^= (guint8) (1 << i % 8);
      write_file (bytes->data, bytes->len);
      ck_assert_msg (!is_good (&error), "byte %u", i);
      ck_assert_int_eq (error->code, RECON_ERROR_INPUT);
      bytes->data[i] ^= (guint8) (1 << i % 8);
    }
  write_file (bytes->data, bytes->len);
  ck_assert (is_good (NULL));
  finish ();
}
END_TEST

START_TEST (each_cut_and_each_further_byte_is_seen)
{
  begin ();
  g_autoptr (GByteArray) bytes = sample_file ();
  for (guint length = 0; length < bytes->len; length++)
    {
      write_file (bytes->data, length);
      ck_assert_msg (!is_good (NULL), "%u", length);
      ck_assert_int_eq (shelf_file_is (path), length >= 8);
    }
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  write_file (bytes->data, bytes->len);
  ck_assert (!is_good (NULL));
  finish ();
}
END_TEST

START_TEST (a_newer_version_is_told)
{
  g_autoptr (GError) error = NULL;

  begin ();
  g_autoptr (GByteArray) bytes = sample_file ();
  bytes->data[8]++;
  write_file (bytes->data, bytes->len);
  ck_assert (!is_good (&error));
  ck_assert_ptr_nonnull (strstr (error->message, "version 2"));
  finish ();
}
END_TEST

START_TEST (a_section_with_a_length_beyond_the_file_is_refused)
{
  begin ();
  g_autoptr (GByteArray) bytes = sample_file ();
  memset (bytes->data + 24, 0xff, 8);
  write_file (bytes->data, bytes->len);
  ck_assert (!is_good (NULL));
  finish ();
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-file");
  TCase *tcase = tcase_create ("shelf-file");

  tcase_add_test (tcase, sections_come_back);
  tcase_add_test (tcase, each_flipped_byte_is_seen);
  tcase_add_test (tcase, each_cut_and_each_further_byte_is_seen);
  tcase_add_test (tcase, a_newer_version_is_told);
  tcase_add_test (tcase, a_section_with_a_length_beyond_the_file_is_refused);
  suite_add_tcase (suite, tcase);
  return suite;
}

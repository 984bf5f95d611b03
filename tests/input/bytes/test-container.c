/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "input/bytes/container.h"
#include "sample-archive.h"
#include "sample-stream.h"
#include "test-place.h"

#define TEXT "Name,Amount\na,1\nb,2\nc,3\n"
#define NESTED \
  "found a compressed file or archive inside, expected at most one archive in one compressed " \
  "file; unpack it by hand"
#define BOMB \
  "f: unpacks to more than 100 times its size, expected a billing file; is it a decompression " \
  "bomb?"

#define MIB (1024 * 1024)

static ReadBudget budget;

static void
set_up (void)
{
  budget = (ReadBudget){ .max = READ_BUDGET_DEFAULT, .left = READ_BUDGET_DEFAULT };
  make_place ();
}

static void
put_bytes (const GByteArray *bytes)
{
  ck_assert (g_file_set_contents ("f", (const char *) bytes->data, bytes->len, NULL));
}

static void
put_form (int format, int filter, const char *const *entries)
{
  g_autoptr (GByteArray) bytes = pack (format, filter, NULL, entries);
  put_bytes (bytes);
}

/* The contents of the file "f": "path=text " for each of an archive, or the text; NULL with
   @error. */
static GString *
read_file (GError **error)
{
  g_autoptr (Container) container = container_open ("f", "f", &budget, error);
  GString *text = g_string_new (NULL);
  ContainerStep step = CONTAINER_REFUSED;
  const char *path;
  g_autofree char *buffer = g_malloc (MIB);
  gssize count = 0;

  while (container != NULL && count == 0
         && (step = container_next (container, &path, error)) == CONTAINER_CONTENT)
    {
      ck_assert_int_eq (path != NULL, container_is_archive (container));
      g_string_append_printf (text, "%s%s", path != NULL ? path : "", path != NULL ? "=" : "");
      while ((count = container_read (container, buffer, MIB, error)) > 0)
        g_string_append_len (text, buffer, count);
      g_string_append (text, path != NULL ? " " : "");
    }
  if (step == CONTAINER_END)
    return text;
  g_string_free (text, TRUE);
  return NULL;
}

static void
assert_reads (const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = read_file (&error);

  ck_assert_msg (text != NULL, "%s", error == NULL ? "" : error->message);
  ck_assert_str_eq (text->str, expected);
}

static void
assert_refused (const char *message)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (read_file (&error));
  assert_input_error (error, message);
}

/* What can be read */

static const struct
{
  int format, filter;
} packings[] = {
  { ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_NONE },
  { ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP },
  { ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ },
  { ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD },
  { ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE },
  { ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_GZIP },
  { ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_XZ },
  { ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_ZSTD },
  { ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE },
  { ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP },
  { ARCHIVE_FORMAT_TAR_PAX_INTERCHANGE, ARCHIVE_FILTER_XZ },
  { ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_ZSTD },
};

START_TEST (every_packing_is_told_by_its_content)
{
  const gboolean is_archive = packings[_i].format != ARCHIVE_FORMAT_RAW;
  const char *const *entries
      = is_archive ? ENTRIES ("b.csv", TEXT, "a.csv", "a") : ENTRIES ("b.csv", TEXT);

  put_form (packings[_i].format, packings[_i].filter, entries);
  assert_reads (is_archive ? "b.csv=" TEXT " a.csv=a " : TEXT);
  g_autoptr (Container) container = container_open ("f", "f", NULL, NULL);
  ck_assert_int_eq (container_is_archive (container), is_archive);
  ck_assert_int_eq (container_is_packed (container), _i > 0);
}
END_TEST

START_TEST (an_empty_file_is_one_content_without_bytes)
{
  if (_i == 0)
    put ("f", "");
  else
    put_form (ARCHIVE_FORMAT_RAW, packings[_i].filter, ENTRIES ("x", ""));
  assert_reads ("");
}
END_TEST

START_TEST (an_archive_may_be_empty)
{
  put_form (ARCHIVE_FORMAT_ZIP, packings[_i].filter, ENTRIES (NULL));
  assert_reads ("");
}
END_TEST

/* Read on, or passed over: what was read of the file is never more than there is. */
START_TEST (bytes_of_the_file_are_told)
{
  GStatBuf info;
  const char *path;

  put_form (packings[_i].format, packings[_i].filter, ENTRIES ("b.csv", TEXT));
  g_autoptr (Container) container = container_open ("f", "f", NULL, NULL);
  while (container_next (container, &path, NULL) == CONTAINER_CONTENT)
    {
      char buffer[100];

      while (container_read (container, buffer, sizeof buffer, NULL) > 0)
        continue;
    }
  ck_assert_int_eq (g_stat ("f", &info), 0);
  ck_assert_uint_eq (container_file_bytes (container), (guint64) info.st_size);
}
END_TEST

/* Nesting */

static const struct
{
  int outer_format, outer_filter, format, filter;
  const char *message;
} nestings[] = {
  { ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, "f: " },
  { ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ, "f: " },
  { ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, "f: " },
  { ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ, "f: " },
  { ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ, "f: " },
  { ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, "f: " },
  { ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, "f/x.csv: " },
  { ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD, "f/x.csv: " },
  { ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_GZIP, ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, "f/x.csv: " },
  { ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE,
    "f/x.csv: " },
  { ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_XZ, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ,
    "f/x.csv: " },
};

static void
put_within (int format, int filter, const char *bytes, gsize length)
{
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();

  ck_assert_int_eq (archive_write_set_format (archive, format), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_add_filter (archive, filter), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_open_filename (archive, "f"), ARCHIVE_OK);
  archive_entry_set_pathname (entry, "x.csv");
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  ck_assert_int_eq (archive_write_header (archive, entry), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_data (archive, bytes, length), (la_ssize_t) length);
  archive_entry_free (entry);
  ck_assert_int_eq (archive_write_close (archive), ARCHIVE_OK);
  archive_write_free (archive);
}

START_TEST (one_archive_in_one_compressed_file_is_the_most)
{
  g_autoptr (GByteArray) inner
      = pack (nestings[_i].format, nestings[_i].filter, NULL, ENTRIES ("a.csv", TEXT));
  g_autofree char *message = g_strconcat (nestings[_i].message, NESTED, NULL);

  put_within (nestings[_i].outer_format, nestings[_i].outer_filter, (const char *) inner->data,
              inner->len);
  assert_refused (message);
}
END_TEST

START_TEST (what_is_not_read_is_refused_wherever_it_lies)
{
  static const char message[] = "found a PDF document, expected a billing file as CSV, or such "
                                "files in gzip, zip, zstd, xz or tar";
  g_autofree char *plain = g_strconcat ("f: ", message, NULL);
  g_autofree char *entry = g_strconcat ("f/x.csv: ", message, NULL);

  put ("f", "%PDF-1.4");
  assert_refused (plain);
  put_within (ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, "%PDF-1.4", 8);
  assert_refused (plain);
  put_within (ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, "%PDF-1.4", 8);
  assert_refused (entry);
}
END_TEST

/* Size */

START_TEST (what_unpacks_to_more_than_a_hundred_times_its_size_is_refused)
{
  g_autofree char *zeros = g_malloc0 (12 * MIB);

  put_within (packings[_i].format, packings[_i].filter, zeros, 12 * MIB);
  assert_refused (BOMB);
}
END_TEST

/* With the headers and the padding of an archive. */
START_TEST (up_to_ten_mebibytes_every_size_is_fine)
{
  const gsize length = 10 * MIB - 32 * 1024;
  g_autofree char *text = g_strnfill (length, 'x');
  g_autoptr (GError) error = NULL;

  put_within (packings[_i].format, packings[_i].filter, text, length);
  g_autoptr (GString) found = read_file (&error);
  ck_assert_msg (found != NULL, "%s", error == NULL ? "" : error->message);
}
END_TEST

/* It is not only counted what is read of it. */
START_TEST (an_entry_that_is_passed_over_counts_too)
{
  g_autofree char *zeros = g_malloc0 (12 * MIB);
  g_autoptr (GError) error = NULL;
  const char *path;

  put_within (packings[_i].format, packings[_i].filter, zeros, 12 * MIB);
  g_autoptr (Container) container = container_open ("f", "f", NULL, &error);
  ck_assert_int_eq ((int) container_next (container, &path, &error), CONTAINER_CONTENT);
  ck_assert_int_eq ((int) container_next (container, &path, &error), CONTAINER_REFUSED);
  assert_input_error (error, BOMB);
}
END_TEST

START_TEST (a_plain_file_may_be_of_any_size)
{
  g_autofree char *text = g_strnfill (12 * MIB, 'x');

  put ("f", text);
  g_autoptr (GString) found = read_file (NULL);
  ck_assert_uint_eq (found->len, 12 * MIB);
  ck_assert_uint_eq (budget.left, READ_BUDGET_DEFAULT - 12 * MIB);
}
END_TEST

START_TEST (more_than_the_budget_is_refused)
{
  put_form (packings[_i].format, packings[_i].filter, ENTRIES ("a.csv", "12345"));
  budget = (ReadBudget){ .max = 10, .left = 5 };
  g_autoptr (GString) fits = read_file (NULL);
  ck_assert_ptr_nonnull (fits);
  ck_assert_uint_eq (budget.left, 0);
  budget.left = 4;
  assert_refused ("f: found more than 10 bytes of input in all, expected at most that; allow more "
                  "with --max-input");
}
END_TEST

/* Damage: the whole way from the file. Where the first bytes are wrong it is not known what it is,
   and no billing file either. */

START_TEST (a_packed_file_cut_anywhere_is_refused)
{
  const gboolean is_archive = packings[_i].format != ARCHIVE_FORMAT_RAW;
  const char *const *entries
      = is_archive ? ENTRIES ("b.csv", TEXT, "a.csv", "a") : ENTRIES ("b.csv", TEXT);
  g_autoptr (GByteArray) bytes = pack (packings[_i].format, packings[_i].filter, NULL, entries);

  put_bytes (bytes);
  g_autoptr (GString) whole = read_file (NULL);
  for (guint length = bytes->len - 1; length >= 6; length--)
    {
      if (packings[_i].format == ARCHIVE_FORMAT_TAR_USTAR
          && packings[_i].filter == ARCHIVE_FILTER_NONE && length < 263)
        break; /* a tar archive does not show itself any more */
      ck_assert_int_eq (truncate ("f", length), 0);
      g_autoptr (GString) text = read_file (NULL);
      ck_assert_msg (text == NULL || strcmp (text->str, whole->str) == 0, "%u bytes: %s", length,
                     text == NULL ? "" : text->str);
      ck_assert_msg (text == NULL
                         || (packings[_i].format == ARCHIVE_FORMAT_TAR_USTAR && length % 512 == 0),
                     "%u bytes", length);
    }
}
END_TEST

static void
flip_bit (guint bit)
{
  const int fd = open ("f", O_RDWR | O_CLOEXEC);
  guint8 byte;

  ck_assert_int_eq (pread (fd, &byte, 1, bit / 8), 1);
  byte ^= (guint8) (1 << bit % 8);
  ck_assert_int_eq (pwrite (fd, &byte, 1, bit / 8), 1);
  ck_assert_int_eq (close (fd), 0);
}

/* Of a plain tar archive content has no check, nor has zstd as libarchive writes it. */
START_TEST (a_packed_file_with_any_bit_wrong_is_refused_or_the_same)
{
  static const int forms[] = { 1, 2, 4, 5, 6, 9, 10 };
  const int format = packings[forms[_i]].format, filter = packings[forms[_i]].filter;
  g_autoptr (GByteArray) bytes = pack (
      format, filter, NULL,
      format == ARCHIVE_FORMAT_RAW ? ENTRIES ("b.csv", TEXT) : ENTRIES ("b.csv", TEXT, "no", "a"));
  put_bytes (bytes);
  g_autoptr (GString) whole = read_file (NULL);
  for (guint bit = 8 * 6; bit < 8 * bytes->len; bit++)
    {
      flip_bit (bit);
      g_autoptr (GString) text = read_file (NULL);
      flip_bit (bit);
      ck_assert_msg (text == NULL || strcmp (text->str, whole->str) == 0, "bit %u: %s", bit,
                     text == NULL ? "" : text->str);
    }
}
END_TEST

/* Behind the end of an archive lies what only its container can check. */
START_TEST (damage_behind_the_end_of_an_archive_is_refused)
{
  g_autofree char *zeros = g_malloc0 (200000);
  g_autoptr (GByteArray) tar
      = pack (ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, NULL, ENTRIES ("a.csv", TEXT));
  g_autofree char *bytes = NULL;
  gsize length;

  g_byte_array_append (tar, (const guint8 *) zeros, 200192 - 512);
  put_within (ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, (const char *) tar->data, tar->len);
  assert_reads ("a.csv=" TEXT " ");
  ck_assert (g_file_get_contents ("f", &bytes, &length, NULL));
  ck_assert_int_eq (truncate ("f", (off_t) length - 1), 0);
  assert_refused ("f: the gzip file is damaged: it ends in the middle; download it again");
  bytes[length - 8] ^= 1;
  ck_assert (g_file_set_contents ("f", bytes, (gssize) length, NULL));
  assert_refused ("f: the gzip file is damaged: incorrect data check; download it again");
}
END_TEST

/* Also one that is read in several places. */
START_TEST (a_file_that_changes_while_it_is_read_is_refused)
{
  static const struct timespec times[] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };
  g_autoptr (GError) error = NULL;
  const char *path;
  ContainerStep step;
  char buffer[16];
  gssize count = 0;

  put_form (packings[_i].format, packings[_i].filter, ENTRIES ("a.csv", TEXT));
  g_autoptr (Container) container = container_open ("f", "f", NULL, &error);
  ck_assert_int_eq (utimensat (AT_FDCWD, "f", times, 0), 0);
  while ((step = container_next (container, &path, &error)) == CONTAINER_CONTENT && count == 0)
    while ((count = container_read (container, buffer, sizeof buffer, &error)) > 0)
      continue;
  ck_assert (step == CONTAINER_REFUSED || count < 0 || packings[_i].filter != ARCHIVE_FILTER_NONE
             || _i == 0);
  if (step == CONTAINER_REFUSED)
    assert_input_error (error, "f: the file changed while it was read; wait until it is complete "
                               "and run again");
}
END_TEST

START_TEST (freeing_nothing_is_fine) { container_free (NULL); }
END_TEST

static TCase *
tests_of_damage (void)
{
  TCase *tests = tcase_create ("damage");

  tcase_add_checked_fixture (tests, set_up, remove_place);
  tcase_add_loop_test (tests, a_packed_file_cut_anywhere_is_refused, 1, G_N_ELEMENTS (packings));
  tcase_add_loop_test (tests, a_packed_file_with_any_bit_wrong_is_refused_or_the_same, 0, 7);
  tcase_add_test (tests, damage_behind_the_end_of_an_archive_is_refused);
  tcase_add_loop_test (tests, a_file_that_changes_while_it_is_read_is_refused, 0,
                       G_N_ELEMENTS (packings));
  return tests;
}

static TCase *
tests_of_size (void)
{
  TCase *tests = tcase_create ("size");

  tcase_add_checked_fixture (tests, set_up, remove_place);
  tcase_add_loop_test (tests, what_unpacks_to_more_than_a_hundred_times_its_size_is_refused, 1, 8);
  tcase_add_loop_test (tests, what_unpacks_to_more_than_a_hundred_times_its_size_is_refused, 9,
                       G_N_ELEMENTS (packings));
  tcase_add_loop_test (tests, up_to_ten_mebibytes_every_size_is_fine, 0, G_N_ELEMENTS (packings));
  tcase_add_loop_test (tests, an_entry_that_is_passed_over_counts_too, 5, 8);
  tcase_add_loop_test (tests, an_entry_that_is_passed_over_counts_too, 9, G_N_ELEMENTS (packings));
  tcase_add_test (tests, a_plain_file_may_be_of_any_size);
  tcase_add_loop_test (tests, more_than_the_budget_is_refused, 0, G_N_ELEMENTS (packings));
  return tests;
}

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("container");
  TCase *tests = tcase_create ("contents");

  tcase_add_checked_fixture (tests, set_up, remove_place);
  tcase_add_loop_test (tests, every_packing_is_told_by_its_content, 0, G_N_ELEMENTS (packings));
  tcase_add_loop_test (tests, an_empty_file_is_one_content_without_bytes, 0, 4);
  tcase_add_loop_test (tests, an_archive_may_be_empty, 0, 4);
  tcase_add_loop_test (tests, bytes_of_the_file_are_told, 0, G_N_ELEMENTS (packings));
  tcase_add_loop_test (tests, one_archive_in_one_compressed_file_is_the_most, 0,
                       G_N_ELEMENTS (nestings));
  tcase_add_test (tests, what_is_not_read_is_refused_wherever_it_lies);
  tcase_add_test (tests, freeing_nothing_is_fine);
  suite_add_tcase (suite, tests);
  suite_add_tcase (suite, tests_of_size ());
  suite_add_tcase (suite, tests_of_damage ());
  return suite;
}

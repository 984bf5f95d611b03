/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "input/bytes/source.h"
#include "sample-archive.h"
#include "test-place.h"

/* This program's fstat() stands in for that of the C library: 1 fails the next call, 0 none. */
static int fstat_countdown;

int
fstat (int fd, struct stat *info)
{
  if (fstat_countdown > 0 && --fstat_countdown == 0)
    {
      errno = EIO;
      return -1;
    }
  return (int) syscall (SYS_newfstatat, fd, "", info, AT_EMPTY_PATH);
}

static void
assert_refused (const GError *error, const char *message)
{
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_str_eq (error->message, message);
}

static Source *
open_good (const char *path, gboolean wants_digest)
{
  g_autoptr (GError) error = NULL;
  Source *source = source_open ("shown.csv", path, wants_digest, &error);

  ck_assert_msg (source != NULL, "%s", error == NULL ? "" : error->message);
  return source;
}

/* Everything, in pieces of @piece bytes. */
static GString *
read_all (Source *source, gsize piece)
{
  GString *text = g_string_new (NULL);
  g_autofree char *buffer = g_malloc (piece);
  gssize count;

  while ((count = source_read (source, buffer, piece, NULL)) > 0)
    g_string_append_len (text, buffer, count);
  ck_assert_int_eq (count, 0);
  return text;
}

static const struct
{
  const char *text;
  gsize times;
  const char *sha256;
} contents[] = {
  { "", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
  { "abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
  { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
  { "aaaaaaaaaa", 100000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0" },
};

START_TEST (the_content_is_read_and_its_digest_told)
{
  static const gsize pieces[] = { 1, 7, 4096, 256 * 1024 };
  g_autoptr (GString) content = g_string_new (NULL);

  for (gsize i = 0; i < contents[_i].times; i++)
    g_string_append (content, contents[_i].text);
  put ("f.csv", content->str);
  for (guint i = content->len > 1000 ? 2 : 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (Source) source = open_good ("f.csv", TRUE);
      g_autoptr (GString) text = read_all (source, pieces[i]);
      g_autofree char *digest = source_take_digest (source);

      ck_assert_str_eq (text->str, content->str);
      ck_assert_uint_eq (source_byte_count (source), content->len);
      ck_assert_str_eq (digest, contents[_i].sha256);
    }
}
END_TEST

START_TEST (bytes_are_counted_as_they_are_read)
{
  g_autoptr (Source) source = NULL;
  char buffer[4];

  put ("f.csv", "abcdef");
  source = open_good ("f.csv", FALSE);
  ck_assert_uint_eq (source_byte_count (source), 0);
  ck_assert_int_eq (source_read (source, buffer, 4, NULL), 4);
  ck_assert_uint_eq (source_byte_count (source), 4);
  ck_assert_int_eq (source_read (source, buffer, 4, NULL), 2);
  ck_assert_uint_eq (source_byte_count (source), 6);
}
END_TEST

START_TEST (without_need_there_is_no_digest)
{
  put ("f.csv", "abc");
  g_autoptr (Source) source = open_good ("f.csv", FALSE);
  g_autoptr (GString) text = read_all (source, 16);

  ck_assert_str_eq (text->str, "abc");
  ck_assert_ptr_null (source_take_digest (source));
}
END_TEST

START_TEST (a_link_to_a_file_is_read)
{
  put ("f.csv", "abc");
  ck_assert_int_eq (symlink ("f.csv", "link.csv"), 0);
  g_autoptr (Source) source = open_good ("link.csv", FALSE);
  g_autoptr (GString) text = read_all (source, 16);

  ck_assert_str_eq (text->str, "abc");
}
END_TEST

START_TEST (what_is_no_file_is_refused)
{
  static const char *const paths[] = { "folder", "fifo", "/dev/null" };
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (g_mkdir ("folder", 0755), 0);
  ck_assert_int_eq (mkfifo ("fifo", 0600), 0);
  ck_assert_ptr_null (source_open ("shown.csv", paths[_i], TRUE, &error));
  assert_refused (error, "shown.csv: found something that is no regular file, expected a billing "
                         "file");
}
END_TEST

START_TEST (what_is_compressed_is_read_as_it_was)
{
  put_packed ("f.csv", ARCHIVE_FILTER_GZIP, "abc");
  g_autoptr (Source) source = open_good ("f.csv", TRUE);
  g_autoptr (GString) text = read_all (source, 2);
  g_autofree char *digest = source_take_digest (source);

  ck_assert_str_eq (text->str, "abc");
  ck_assert_uint_eq (source_byte_count (source), 3);
  ck_assert_str_eq (digest, contents[1].sha256);
}
END_TEST

START_TEST (an_archive_is_no_single_file)
{
  g_autoptr (GError) error = NULL;

  put_archive ("f.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, ENTRIES ("a.csv", "abc"));
  ck_assert_ptr_null (source_open ("shown.csv", "f.zip", FALSE, &error));
  assert_refused (error, "shown.csv: found an archive, expected a single file");
}
END_TEST

START_TEST (what_cannot_be_opened_is_refused)
{
  g_autoptr (GError) error = NULL, locked = NULL;

  ck_assert_ptr_null (source_open ("shown.csv", "nowhere.csv", TRUE, &error));
  assert_refused (error, "shown.csv: cannot open it: No such file or directory");
  put ("locked.csv", "abc");
  ck_assert_int_eq (chmod ("locked.csv", 0), 0);
  if (geteuid () == 0)
    return; /* root may read everything */
  ck_assert_ptr_null (source_open ("shown.csv", "locked.csv", TRUE, &locked));
  assert_refused (locked, "shown.csv: cannot open it: Permission denied");
}
END_TEST

static void
append (const char *path, const char *text)
{
  const int fd = open (path, O_WRONLY | O_APPEND | O_CLOEXEC);

  ck_assert_int_ge (fd, 0);
  ck_assert_int_eq (write (fd, text, strlen (text)), (gssize) strlen (text));
  ck_assert_int_eq (close (fd), 0);
}

static void
overwrite (const char *path)
{
  static const struct timespec times[] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };

  append (path, "");
  ck_assert_int_eq (utimensat (AT_FDCWD, path, times, 0), 0);
}

static void
change (const char *path, int how)
{
  if (how == 0)
    append (path, "more");
  else if (how == 1)
    ck_assert_int_eq (truncate (path, 2), 0);
  else if (how == 2)
    ck_assert_int_eq (truncate (path, 0), 0);
  else
    overwrite (path);
}

/* It grows, shrinks, is emptied, or is written over with as many bytes. */
START_TEST (a_file_that_changes_while_it_is_read_is_refused)
{
  g_autoptr (GError) error = NULL;
  char buffer[16];
  gssize count;

  put ("f.csv", "abcdef");
  g_autoptr (Source) source = open_good ("f.csv", TRUE);
  ck_assert_int_eq (source_read (source, buffer, 4, NULL), 4);
  change ("f.csv", _i);
  while ((count = source_read (source, buffer, sizeof buffer, &error)) > 0)
    ck_assert_ptr_null (error);
  ck_assert_int_eq (count, -1);
  assert_refused (error, "shown.csv: the file changed while it was read; wait until it is complete "
                         "and run again");
}
END_TEST

START_TEST (a_file_that_is_replaced_is_read_as_it_was)
{
  char buffer[16];

  put ("f.csv", "abcdef");
  put ("new.csv", "ghijklm");
  g_autoptr (Source) source = open_good ("f.csv", FALSE);
  ck_assert_int_eq (source_read (source, buffer, 4, NULL), 4);
  ck_assert_int_eq (rename ("new.csv", "f.csv"), 0);
  g_autoptr (GString) rest = read_all (source, 16);
  ck_assert_str_eq (rest->str, "ef");
}
END_TEST

/* The memory of a process is a regular file whose first page cannot be read. */
START_TEST (a_failure_to_read_is_told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Source) source = source_open ("shown.csv", "/proc/self/mem", FALSE, &error);
  char buffer[16];

  ck_assert (source == NULL || source_read (source, buffer, sizeof buffer, &error) == -1);
  assert_refused (error, "shown.csv: cannot read it: Input/output error");
}
END_TEST

START_TEST (a_failure_to_look_at_the_file_is_told)
{
  g_autoptr (GError) opening = NULL, reading = NULL;
  char buffer[16];

  put ("f.csv", "");
  fstat_countdown = 1;
  ck_assert_ptr_null (source_open ("shown.csv", "f.csv", FALSE, &opening));
  assert_refused (opening, "shown.csv: cannot look at it: Input/output error");
  g_autoptr (Source) source = open_good ("f.csv", FALSE);
  fstat_countdown = 1;
  ck_assert_int_eq (source_read (source, buffer, sizeof buffer, &reading), -1);
  assert_refused (reading, "shown.csv: cannot look at it: Input/output error");
}
END_TEST

START_TEST (freeing_nothing_is_fine) { source_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("source");
  TCase *tests = tcase_create ("source");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_loop_test (tests, the_content_is_read_and_its_digest_told, 0, G_N_ELEMENTS (contents));
  tcase_add_test (tests, bytes_are_counted_as_they_are_read);
  tcase_add_test (tests, without_need_there_is_no_digest);
  tcase_add_test (tests, a_link_to_a_file_is_read);
  tcase_add_loop_test (tests, what_is_no_file_is_refused, 0, 3);
  tcase_add_test (tests, what_is_compressed_is_read_as_it_was);
  tcase_add_test (tests, an_archive_is_no_single_file);
  tcase_add_test (tests, what_cannot_be_opened_is_refused);
  tcase_add_loop_test (tests, a_file_that_changes_while_it_is_read_is_refused, 0, 4);
  tcase_add_test (tests, a_file_that_is_replaced_is_read_as_it_was);
  tcase_add_test (tests, a_failure_to_read_is_told);
  tcase_add_test (tests, a_failure_to_look_at_the_file_is_told);
  tcase_add_test (tests, freeing_nothing_is_fine);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "output/folder-listing.h"
#include "test-place.h"

/* This program's read() stands in for that of the C library: it is interrupted every other time,
   and gives a byte at a time. */
static gboolean reads_are_short, was_interrupted;

ssize_t
read (int fd, void *buffer, size_t size)
{
  was_interrupted = reads_are_short && !was_interrupted;
  if (!was_interrupted)
    return syscall (SYS_read, fd, buffer, reads_are_short ? MIN (size, 1) : size);
  errno = EINTR;
  return -1;
}

static int folder;

static void
make_folder (void)
{
  reads_are_short = was_interrupted = FALSE;
  make_place ();
  ck_assert_int_eq (g_mkdir ("in", 0755), 0);
  folder = open ("in", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  ck_assert_int_ge (folder, 0);
}

static void
remove_folder (void)
{
  ck_assert_int_eq (close (folder), 0);
  remove_place ();
}

static gboolean
remove_entry (int at, const char *name, gpointer data)
{
  guint *count = data;

  (*count)++;
  ck_assert_int_eq (unlinkat (at, name, 0), 0);
  return !g_str_equal (name, "b");
}

START_TEST (every_entry_is_taken_whatever_is_said_of_one)
{
  guint count = 0;

  ck_assert (folder_listing_each (folder, remove_entry, &count));
  ck_assert_uint_eq (count, 0);
  put ("in/a", "");
  put ("in/b", "");
  put ("in/.hidden", "");
  ck_assert (!folder_listing_each (folder, remove_entry, &count));
  ck_assert_uint_eq (count, 3);
  assert_lists ("in", "");
}
END_TEST

START_TEST (what_cannot_be_read_is_told)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint count = 0;
  char *strange = NULL;

  ck_assert (!folder_listing_each (-1, remove_entry, &count));
  ck_assert_int_eq (errno, EBADF);
  ck_assert (!folder_listing_find_strange (-1, names, &strange));
  ck_assert_ptr_null (strange);
}
END_TEST

static char *
find_strange (const char *wanted)
{
  g_auto (GStrv) parts = g_strsplit (wanted, " ", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  char *strange = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (names, parts[i]);
  ck_assert (folder_listing_find_strange (folder, names, &strange));
  return strange;
}

static const struct
{
  const char *wanted, *strange; /* NULL: none */
} listings[] = {
  { "b a", NULL }, { "a", "b" },     { "b", "a" },       { "a b c", "c" },
  { "c d", "a" },  { "b a A", "A" }, { "aa b a", "aa" }, { "", "a" },
};

START_TEST (the_first_name_that_is_missing_or_too_much_is_told)
{
  put ("in/a", "");
  put ("in/b", "");
  g_autofree char *strange = find_strange (listings[_i].wanted);
  ck_assert_pstr_eq (strange, listings[_i].strange);
}
END_TEST

START_TEST (only_regular_files_count)
{
  put ("in/a", "");
  if (_i == 0)
    ck_assert_int_eq (symlink ("a", "in/b"), 0);
  else if (_i == 1)
    ck_assert_int_eq (g_mkdir ("in/b", 0755), 0);
  else
    ck_assert_int_eq (mkfifo ("in/b", 0600), 0);
  g_autofree char *strange = find_strange ("a b");
  ck_assert_str_eq (strange, "b");
}
END_TEST

START_TEST (the_start_of_a_file_is_read_whole)
{
  char start[4] = "";

  put ("in/a", "abcdef");
  put ("in/b", "ab");
  put ("in/empty", "");
  ck_assert_int_eq (symlink ("a", "in/link"), 0);
  reads_are_short = _i == 1;
  ck_assert_uint_eq (folder_listing_read_start (folder, "a", start, sizeof start), 4);
  ck_assert_mem_eq (start, "abcd", 4);
  ck_assert_uint_eq (folder_listing_read_start (folder, "b", start, sizeof start), 2);
  ck_assert_uint_eq (folder_listing_read_start (folder, "empty", start, sizeof start), 0);
  ck_assert_uint_eq (folder_listing_read_start (folder, "link", start, sizeof start), 0);
  ck_assert_uint_eq (folder_listing_read_start (folder, "none", start, sizeof start), 0);
  ck_assert_uint_eq (folder_listing_read_start (folder, ".", start, sizeof start), 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("folder-listing");
  TCase *tests = tcase_create ("folder-listing");

  tcase_add_checked_fixture (tests, make_folder, remove_folder);
  tcase_add_test (tests, every_entry_is_taken_whatever_is_said_of_one);
  tcase_add_test (tests, what_cannot_be_read_is_told);
  tcase_add_loop_test (tests, the_first_name_that_is_missing_or_too_much_is_told, 0,
                       G_N_ELEMENTS (listings));
  tcase_add_loop_test (tests, only_regular_files_count, 0, 3);
  tcase_add_loop_test (tests, the_start_of_a_file_is_read_whole, 0, 2);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#ifndef TEST_PLACE_H
#define TEST_PLACE_H

#include <check.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * A place of its own for each test, which is the working folder while it runs, and what stands in
 * it. make_place() and remove_place() are a checked fixture.
 */

static char *place;

static inline void
make_place (void)
{
  place = g_dir_make_tmp ("test-XXXXXX", NULL);
  ck_assert_ptr_nonnull (place);
  ck_assert_int_eq (chdir (place), 0);
  umask (022);
}

static inline void
remove_all (const char *path)
{
  GDir *folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      remove_all (inner);
    }
  g_clear_pointer (&folder, g_dir_close);
  remove (path);
}

static inline void
remove_place (void)
{
  ck_assert_int_eq (chdir ("/"), 0);
  remove_all (place);
  ck_assert (!g_file_test (place, G_FILE_TEST_EXISTS));
  g_clear_pointer (&place, g_free);
}

static inline void
put (const char *path, const char *text)
{
  ck_assert (g_file_set_contents (path, text, -1, NULL));
}

/* A file with the folders above it. */
static inline void
put_deep (const char *path, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (path);

  ck_assert_int_eq (g_mkdir_with_parents (folder, 0755), 0);
  put (path, text);
}

static inline void
assert_holds (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  ck_assert_msg (g_file_get_contents (path, &text, NULL, NULL), "no file %s", path);
  ck_assert_str_eq (text, expected);
}

static inline int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* "a b c": everything in a folder, hidden or not, by name. */
static inline void
assert_lists (const char *path, const char *expected)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  ck_assert_ptr_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_dir_close (folder);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  g_autofree char *found = g_strjoinv (" ", (char **) names->pdata);
  ck_assert_str_eq (found, expected);
}

static inline guint
mode_of (const char *path)
{
  struct stat info;

  ck_assert_int_eq (stat (path, &info), 0);
  return info.st_mode & 07777;
}

/* What is written to @fd from here to end_capture() goes to a file. Returns the fd to put back. */
static inline int
begin_capture (int fd, const char *path)
{
  const int file = open (path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const int before = dup (fd);

  ck_assert (file >= 0 && before >= 0);
  ck_assert_int_eq (fflush (NULL), 0);
  ck_assert_int_eq (dup2 (file, fd), fd);
  ck_assert_int_eq (close (file), 0);
  return before;
}

static inline void
end_capture (int fd, int before)
{
  ck_assert_int_eq (dup2 (before, fd), fd);
  ck_assert_int_eq (close (before), 0);
}

#endif

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca-input.h"
#include "sample-archive.h"
#include "test-main.h"

#include "test-place.h"
#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

#define LOT(id) "{\"type\":\"Microsoft.Consumption/lots\",\"id\":\"/lots/" id "\"}"

static gboolean
read_place (McaBook *book, GError **error)
{
  g_autoptr (InputSet) inputs
      = input_set_new_of_responses ((const char *const[]){ "in", NULL }, 0, error);

  if (inputs == NULL)
    return FALSE;
  const McaInput input = { .inputs = inputs };
  return mca_input_read (&input, book, error);
}

static void
write_file (const char *path, const char *text)
{
  ck_assert (g_file_set_contents (path, text, -1, NULL));
}

START_TEST (a_folder_is_read_in_the_order_of_its_names)
{
  g_autoptr (McaBook) book = mca_book_new ();

  ck_assert_int_eq (g_mkdir ("in", 0700), 0);
  write_file ("in/b.json", LOT ("B"));
  write_file ("in/a", LOT ("A"));
  write_file ("in/notes.csv", "x");
  ck_assert (read_place (book, NULL));
  ck_assert_uint_eq (book->lots->len, 2);
  ck_assert_str_eq (g_array_index (book->lots, McaLot, 0).origin.own_id, "a");
  ck_assert_str_eq (g_array_index (book->lots, McaLot, 1).origin.file, "in/b.json");
  ck_assert_uint_eq (book->ignored->len, 1);
  ck_assert_str_eq (g_ptr_array_index (book->ignored, 0), "in/notes.csv");
  ck_assert_uint_eq (strlen (g_array_index (book->pages, McaPage, 0).sha256), 64);
}
END_TEST

START_TEST (entries_of_an_archive_count_in_the_order_of_their_names)
{
  g_autoptr (McaBook) book = mca_book_new ();

  ck_assert_int_eq (g_mkdir ("in", 0700), 0);
  put_archive ("in/r.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
               ENTRIES ("b.json", LOT ("B"), "a.json", LOT ("A")));
  ck_assert (read_place (book, NULL));
  ck_assert_str_eq (g_array_index (book->lots, McaLot, 0).origin.file, "in/r.zip/a.json");
  ck_assert_str_eq (g_array_index (book->lots, McaLot, 1).origin.file, "in/r.zip/b.json");
}
END_TEST

START_TEST (the_first_file_that_is_wrong_is_told)
{
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (g_mkdir ("in", 0700), 0);
  write_file ("in/a.json", LOT ("A"));
  write_file ("in/b.json", "[1,");
  write_file ("in/c.json", "{");
  ck_assert (!read_place (book, &error));
  ck_assert_str_eq (error->message,
                    "in/b.json:1:4: found the end of the file, expected a JSON value");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-input");
  TCase *tests = tcase_create ("mca-input");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, a_folder_is_read_in_the_order_of_its_names);
  tcase_add_test (tests, entries_of_an_archive_count_in_the_order_of_their_names);
  tcase_add_test (tests, the_first_file_that_is_wrong_is_told);
  suite_add_tcase (suite, tests);
  return suite;
}

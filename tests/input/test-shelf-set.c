/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/shelf-set.h"
#include "sample-books-file.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const char *const lines[] = { "line=2|subtotal=10|price=1|quantity=10",
                                     "line=3|subtotal=-10|price=1|quantity=10|reason=Azure Credit "
                                     "Offer",
                                     NULL };

static SampleBooks sample;
static ShelfSet *set;
static GArray *files;
static GPtrArray *ignored;

static void
begin (void)
{
  sample_books_begin (&sample);
  set = shelf_set_new ();
  files = g_array_new (FALSE, FALSE, sizeof (InputFile));
  g_array_set_clear_func (files, input_places_clear_file);
  ignored = g_ptr_array_new_with_free_func (g_free);
}

static void
finish (void)
{
  g_array_unref (files);
  g_ptr_array_unref (ignored);
  shelf_set_free (set);
  sample_books_end (&sample);
}

static void
add (const char *books, const char *name, ShelfHead head)
{
  static const char *const skips[] = { "skipped.csv", NULL };
  g_autofree char *path = sample_books_write (&sample, books, name, head, lines);
  const NamedPath place = { path, path };

  ck_assert (shelf_set_add (set, &place, skips, files, ignored, NULL));
}

static void
add_part (const char *books, guint64 offset, guint64 end, gboolean is_last)
{
  add (books, "p.csv",
       (ShelfHead){ .is_part = TRUE, .offset = offset, .end = end, .is_last = is_last });
}

START_TEST (files_become_inputs_in_their_order)
{
  begin ();
  ck_assert (shelf_set_is_empty (set));
  add ("1.books", "b.csv", (ShelfHead){ 0 });
  add ("2.books", "a.csv", (ShelfHead){ 0 });
  add ("3.books", "skipped.csv", (ShelfHead){ 0 });
  ck_assert (!shelf_set_is_empty (set));
  ck_assert (shelf_set_join (files, NULL));
  ck_assert_uint_eq (files->len, 3);
  ck_assert_str_eq (g_array_index (files, InputFile, 0).name, "b.csv");
  ck_assert (!g_array_index (files, InputFile, 1).is_skipped);
  ck_assert (g_array_index (files, InputFile, 2).is_skipped);
  ck_assert_uint_eq (ignored->len, 3);
  finish ();
}
END_TEST

START_TEST (parts_of_one_file_are_one_input_in_the_order_of_the_file)
{
  begin ();
  add_part ("1.books", 70, 90, TRUE);
  add_part ("2.books", 0, 30, FALSE);
  add_part ("3.books", 30, 70, FALSE);
  ck_assert (shelf_set_join (files, NULL));
  ck_assert_uint_eq (files->len, 1);
  const GPtrArray *volumes = g_array_index (files, InputFile, 0).volumes;
  ck_assert_uint_eq (volumes->len, 3);
  ck_assert_uint_eq (((const ShelfVolume *) g_ptr_array_index (volumes, 1))->head.offset, 30);
  finish ();
}
END_TEST

static void
expect_refused (const char *words)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!shelf_set_join (files, &error));
  ck_assert_msg (strstr (error->message, words) != NULL, "%s", error->message);
}

START_TEST (a_gap_between_parts_is_refused)
{
  begin ();
  add_part ("1.books", 0, 30, FALSE);
  add_part ("2.books", 40, 90, TRUE);
  expect_refused ("byte 30");
  finish ();
}
END_TEST

START_TEST (a_missing_end_is_refused)
{
  begin ();
  add_part ("1.books", 0, 30, FALSE);
  expect_refused ("byte 30");
  finish ();
}
END_TEST

START_TEST (a_part_that_comes_twice_is_refused)
{
  begin ();
  add_part ("1.books", 0, 30, FALSE);
  add_part ("2.books", 0, 30, FALSE);
  add_part ("3.books", 30, 90, TRUE);
  expect_refused ("same bytes");
  finish ();
}
END_TEST

START_TEST (where_no_books_are_taken_they_are_named)
{
  g_autoptr (GError) error = NULL;

  begin ();
  ck_assert (shelf_set_check (set, NULL, NULL));
  add ("1.books", "b.csv", (ShelfHead){ 0 });
  ck_assert (shelf_set_check (set, &sample.plan, NULL));
  ck_assert (!shelf_set_check (set, NULL, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "acorecon reconcile alone"));
  finish ();
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-set");
  TCase *tcase = tcase_create ("shelf-set");

  tcase_add_test (tcase, files_become_inputs_in_their_order);
  tcase_add_test (tcase, parts_of_one_file_are_one_input_in_the_order_of_the_file);
  tcase_add_test (tcase, a_gap_between_parts_is_refused);
  tcase_add_test (tcase, a_missing_end_is_refused);
  tcase_add_test (tcase, a_part_that_comes_twice_is_refused);
  tcase_add_test (tcase, where_no_books_are_taken_they_are_named);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "input/benefit-input.h"
#include "test-place.h"

#define HEADER "Name,Status,Kind,Amount,Currency\n"

static gboolean
read_paths (BenefitBook *book, const char *const *paths, GError **error)
{
  g_autoptr (TableMap) map = table_form_map_new ();
  const TableFormat format = { .separator = ',', .map = map };
  g_autoptr (InputSet) inputs = input_set_new (paths, 0, error);
  const BenefitInput input = { .inputs = inputs, .kind = BENEFIT_FILE_BENEFITS, .format = &format };

  return inputs != NULL && benefit_input_read (&input, book, error);
}

START_TEST (the_same_content_is_read_once)
{
  static const char *const paths[] = { "in", NULL };
  g_autoptr (BenefitBook) book = benefit_book_new ();

  ck_assert_int_eq (mkdir ("in", 0700), 0);
  ck_assert (g_file_set_contents ("in/a.csv", HEADER "a,Active,bulk,1,USD\n", -1, NULL));
  ck_assert (g_file_set_contents ("in/b.csv", HEADER "a,Active,bulk,1,USD\n", -1, NULL));
  ck_assert (g_file_set_contents ("in/c.csv", HEADER "c,Active,bulk,1,USD\n", -1, NULL));
  ck_assert (g_file_set_contents ("in/notes.txt", "x", -1, NULL));
  ck_assert (read_paths (book, paths, NULL));
  ck_assert_uint_eq (book->files->len, 3);
  ck_assert_uint_eq (book->benefits->len, 2);
  ck_assert_str_eq (g_array_index (book->files, BenefitFile, 1).duplicate_of, "in/a.csv");
  ck_assert_uint_eq (g_array_index (book->files, BenefitFile, 1).rows, 0);
  ck_assert_uint_eq (book->ignored->len, 1);
}
END_TEST

START_TEST (the_first_bad_file_refuses_the_run)
{
  static const char *const paths[] = { "a.csv", "b.csv", NULL };
  g_autoptr (BenefitBook) book = benefit_book_new ();
  g_autoptr (GError) error = NULL;

  ck_assert (g_file_set_contents ("a.csv", HEADER "a,Active,bulk,x,USD\n", -1, NULL));
  ck_assert (g_file_set_contents ("b.csv", HEADER "b,Active,bulk,y,USD\n", -1, NULL));
  ck_assert (!read_paths (book, paths, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert (g_str_has_prefix (error->message, "a.csv:2: "));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("benefit-input");
  TCase *tests = tcase_create ("benefit-input");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, the_same_content_is_read_once);
  tcase_add_test (tests, the_first_bad_file_refuses_the_run);
  suite_add_tcase (suite, tests);
  return suite;
}

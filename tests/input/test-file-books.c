/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "input/file-books.h"
#include "test-place.h"

#define INVOICE_START "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency\n"
#define GOOD "c1,G1,New,1.00,USD\n"
#define BAD "c1,G1,New,x,USD\n"

static const HashKey key = { 1, 2 };

static ColumnMap *map;
static ReadPlan plan;
static InputSet *inputs;
static ReadBudget budget;
static guint told;
static guint64 told_last;
static gboolean is_wanted;

static void
set_up (void)
{
  make_place ();
  map = column_map_new ();
  plan = (ReadPlan){ .separator = ',', .map = map, .max_rejects = 3 };
  budget = container_budget (0);
  told = 0;
  is_wanted = TRUE;
}

static void
tear_down (void)
{
  g_clear_pointer (&inputs, input_set_free);
  column_map_free (map);
  remove_place ();
}

static gboolean
tell (gpointer data G_GNUC_UNUSED, guint64 done)
{
  told++;
  told_last = done;
  return is_wanted;
}

/* NULL with @error. */
static FileBooks *
read_file (const char *path, guint32 first, guint jobs, GError **error)
{
  const char *const paths[] = { path, NULL };
  const FileBooksWatch watch = { tell, NULL };

  g_clear_pointer (&inputs, input_set_free);
  inputs = input_set_new (paths, 0, NULL);
  ck_assert_ptr_nonnull (inputs);
  const FileBooksPlan files = { inputs, &plan, &key };
  FileBooks *file = file_books_new (&files, first);
  if (file_books_read (file, jobs, &budget, &watch, error))
    return file;
  file_books_free (file);
  return NULL;
}

static FileBooks *
read_good (const char *path, guint32 first, guint jobs)
{
  g_autoptr (GError) error = NULL;
  FileBooks *file = read_file (path, first, jobs, &error);

  ck_assert_msg (file != NULL, "%s", error == NULL ? "" : error->message);
  return file;
}

static void
assert_refused (const char *path, const char *message)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (read_file (path, 0, 1, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_str_eq (error->message, message);
}

START_TEST (a_file_is_one_part)
{
  put ("a.csv", INVOICE_START GOOD BAD GOOD);
  g_autoptr (FileBooks) file = read_good ("a.csv", 0, 1);

  ck_assert_uint_eq (file_books_count (file), 1);
  ck_assert_uint_eq (file_books_part (file, 0)->input->rows, 2);
  ck_assert_uint_eq (rejects_count (file_books_part (file, 0)->rejects), 1);
  ck_assert_uint_eq (file_books_size (file), strlen (INVOICE_START GOOD BAD GOOD));
}
END_TEST

/* And no other file of the run is touched. */
START_TEST (the_file_is_that_of_the_first_input)
{
  put_deep ("in/a.csv", INVOICE_START GOOD);
  put_deep ("in/b.csv", INVOICE_START GOOD GOOD);
  g_autoptr (FileBooks) file = read_good ("in", 1, 1);

  ck_assert_uint_eq (file_books_count (file), 1);
  ck_assert_uint_eq (file_books_part (file, 0)->index, 1);
  ck_assert_uint_eq (file_books_part (file, 0)->input->rows, 2);
}
END_TEST

START_TEST (what_is_read_spends_the_budget)
{
  const gsize size = strlen (INVOICE_START GOOD);

  put ("a.csv", INVOICE_START GOOD);
  budget = container_budget (size + 1);
  file_books_free (read_good ("a.csv", 0, 1));
  ck_assert_uint_eq (budget.left, 1);
  g_autofree char *message
      = g_strdup_printf ("a.csv: found more than %" G_GSIZE_FORMAT " bytes of input in all, "
                         "expected at most that; allow more with --max-input",
                         size + 1);
  assert_refused ("a.csv", message);
}
END_TEST

START_TEST (too_many_bad_rows_refuse_the_file)
{
  plan.keep_going = TRUE;
  put ("a.csv", INVOICE_START BAD BAD BAD BAD GOOD);
  assert_refused ("a.csv",
                  "a.csv: found more than 3 bad rows, expected at most that many to set aside; is "
                  "it the right file? allow more with --max-rejects");
}
END_TEST

/* Each part is one of several threads'. */
START_TEST (parts_make_no_difference)
{
  g_autoptr (GString) text = g_string_new (INVOICE_START);

  for (int i = 0; i < 200; i++)
    g_string_append_printf (text, "c%d,G%d,New,%d.00,USD\n", i % 3, i % 7, i);
  put ("a.csv", text->str);
  plan.wants_digests = TRUE;
  plan.part_bytes_min = _i == 1 ? 1 : 1000000;
  g_autoptr (FileBooks) file = read_good ("a.csv", 0, 3);
  const InputTally *tally = file_books_part (file, 0)->input;

  ck_assert_uint_eq (tally->rows, 200);
  ck_assert_uint_eq (tally->byte_count, text->len);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1);
  ck_assert_str_eq (tally->sha256, sha256);
}
END_TEST

START_TEST (progress_is_told_and_can_end_the_reading)
{
  g_autoptr (GString) text = g_string_new (INVOICE_START);
  g_autoptr (GError) error = NULL;

  while (text->len < 20 * 1024 * 1024)
    g_string_append (text, GOOD);
  put ("a.csv", text->str);
  file_books_free (read_good ("a.csv", 0, 1));
  ck_assert_uint_eq (told, 2);
  ck_assert_uint_ge (told_last, 16 * 1024 * 1024);
  is_wanted = FALSE;
  ck_assert_ptr_null (read_file ("a.csv", 0, 1, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_uint_eq (told, 3);
}
END_TEST

START_TEST (freeing_nothing_is_fine) { file_books_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("file-books");
  TCase *tests = tcase_create ("file-books");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, a_file_is_one_part);
  tcase_add_test (tests, the_file_is_that_of_the_first_input);
  tcase_add_test (tests, what_is_read_spends_the_budget);
  tcase_add_test (tests, too_many_bad_rows_refuse_the_file);
  tcase_add_loop_test (tests, parts_make_no_difference, 0, 2);
  tcase_add_test (tests, progress_is_told_and_can_end_the_reading);
  tcase_add_test (tests, freeing_nothing_is_fine);
  suite_add_tcase (suite, tests);
  return suite;
}

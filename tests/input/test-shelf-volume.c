/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/shelf-volume.h"
#include "sample-books-file.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const char *const lines[] = { "line=2|subtotal=10|price=1|quantity=10",
                                     "line=3|subtotal=-10|price=1|quantity=10|reason=Azure Credit "
                                     "Offer",
                                     NULL };

START_TEST (what_was_read_comes_back)
{
  SampleBooks sample;
  BookPart part;

  sample_books_begin (&sample);
  g_autofree char *path = sample_books_write (
      &sample, "a.books", "a.csv", (ShelfHead){ .is_part = TRUE, .end = 9, .lines = 3 }, lines);
  g_autoptr (ShelfCatalogue) catalogue = shelf_catalogue_new ("a.books", path, NULL);
  const ShelfVolume *volume = &g_array_index (catalogue->volumes, ShelfVolume, 0);
  book_part_init (&part, &sample.plan, &sample_books_key, "a.csv", 4);
  g_autoptr (GPtrArray) volumes = g_ptr_array_new ();
  g_ptr_array_add (volumes, (gpointer) (guintptr) volume);
  ck_assert (shelf_volume_read_all (&part, volumes, &sample_books_key, 1, NULL));
  ck_assert_uint_eq (part.input->index, 4);
  ck_assert_uint_eq (part.input->rows, 2);
  g_autoptr (GPtrArray) tallies = charge_book_list (part.books->charges);
  const ChargeTally *tally = g_ptr_array_index (tallies, 0);
  ck_assert_uint_eq (tally->first.file, 4);
  ck_assert_uint_eq (tally->first.line, 2);
  book_part_clear (&part);
  sample_books_end (&sample);
}
END_TEST

static void
put_begin (const SampleBooks *sample, GByteArray *bytes, ShelfChecksum *all)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  ShelfWriter writer = { .bytes = content };

  shelf_options_put (&writer, &sample->plan);
  shelf_file_put (SHELF_OPTIONS, content, bytes, all);
  g_byte_array_set_size (content, 0);
  shelf_bytes_put_number (&writer, 0);
  shelf_file_put (SHELF_LEFT, content, bytes, all);
}

/* The file with the sections of @part, and its only volume. */
static ShelfCatalogue *
write_part (const SampleBooks *sample, const BookPart *part)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  ShelfHead head = { .name = NULL };
  ShelfChecksum all;

  shelf_file_begin (bytes, &all);
  put_begin (sample, bytes, &all);
  ck_assert (shelf_volume_put (part, &head, bytes, &all, NULL));
  shelf_file_end (bytes, &all);
  g_autofree char *path = sample_books_path (sample, "a.books");
  ck_assert (g_file_set_contents (path, (const char *) bytes->data, (gssize) bytes->len, NULL));
  shelf_head_clear (&head);
  return shelf_catalogue_new ("a.books", path, NULL);
}

START_TEST (lines_of_several_volumes_are_read_once_more_in_their_order)
{
  SampleBooks sample;
  BookPart part;

  sample_books_begin (&sample);
  sample_books_fill (&sample, &part, "a.csv", lines);
  part.input->unknown_columns = g_strdup ("Colour"); /* told by each of them */
  g_autoptr (ShelfCatalogue) catalogue = write_part (&sample, &part);
  const ShelfVolume *volume = &g_array_index (catalogue->volumes, ShelfVolume, 0);
  const LateVolume late[] = { { volume, 4, 0 }, { volume, 4, 100 }, { volume, 5, 0 } };
  g_autoptr (PairGroups) keys = pair_book_groups (charge_book_pair_book (part.books->charges));
  g_autoptr (GHashTable) rests = g_hash_table_new (NULL, NULL);
  const SettledWish wish = { keys, rests };
  g_autoptr (Books) books = books_new (&sample_books_key);
  ck_assert (shelf_volume_read_lines (late, 2, &wish, books, NULL));
  const GArray *found = charge_book_aco_lines (books->charges);
  ck_assert_uint_eq (found->len, 2);
  ck_assert_uint_eq (g_array_index (found, AcoLine, 0).at.line, 3);
  ck_assert_uint_eq (g_array_index (found, AcoLine, 1).at.line, 103);
  ck_assert_uint_eq (g_array_index (found, AcoLine, 1).at.file, 4);
  book_part_clear (&part);
  sample_books_end (&sample);
}
END_TEST

START_TEST (rows_set_aside_keep_their_text)
{
  SampleBooks sample;
  BookPart part, again;

  sample_books_begin (&sample);
  sample_books_fill (&sample, &part, "a.csv", lines);
  rejects_add (part.rejects, "a.csv", 7, "Subtotal", "found x", slice_of ("a,x"));
  g_autoptr (ShelfCatalogue) catalogue = write_part (&sample, &part);
  book_part_init (&again, &sample.plan, &sample_books_key, "a.csv", 0);
  g_autoptr (GPtrArray) volumes = g_ptr_array_new ();
  g_ptr_array_add (volumes, &g_array_index (catalogue->volumes, ShelfVolume, 0));
  ck_assert (shelf_volume_read_all (&again, volumes, &sample_books_key, 1, NULL));
  const Reject *reject = rejects_get (again.rejects, 0);
  ck_assert_uint_eq (reject->line, 7);
  ck_assert_str_eq (reject->column, "Subtotal");
  ck_assert_str_eq (reject->raw, "a,x");
  book_part_clear (&part);
  book_part_clear (&again);
  sample_books_end (&sample);
}
END_TEST

static void
damage (const char *path, guint64 offset)
{
  FILE *stream = fopen (path, "r+");

  ck_assert_ptr_nonnull (stream);
  ck_assert_int_eq (fseek (stream, (long) offset, SEEK_SET), 0);
  ck_assert_int_ne (fputc (0xff, stream), EOF);
  ck_assert_int_eq (fclose (stream), 0);
}

/* Five parts of one file, the last two damaged if wanted, by @jobs threads. */
static gboolean
read_parts (SampleBooks *sample, BookPart *whole, guint jobs, gboolean is_damaged, GError **error)
{
  g_autoptr (GPtrArray) catalogues = g_ptr_array_new_with_free_func (shelf_catalogue_free);
  g_autoptr (GPtrArray) volumes = g_ptr_array_new ();

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.books", i);
      g_autofree char *path = sample_books_write (
          sample, name, "a.csv",
          (ShelfHead){ .is_part = TRUE, .offset = i * 9, .end = i * 9 + 9, .lines = 10 }, lines);
      ShelfCatalogue *catalogue = shelf_catalogue_new (name, path, NULL);
      ShelfVolume *volume = &g_array_index (catalogue->volumes, ShelfVolume, 0);

      g_ptr_array_add (catalogues, catalogue);
      g_ptr_array_add (volumes, volume);
      if (is_damaged && i >= 3)
        damage (path, volume->books->offset);
    }
  book_part_init (whole, &sample->plan, &sample_books_key, "a.csv", 0);
  return shelf_volume_read_all (whole, volumes, &sample_books_key, jobs, error);
}

START_TEST (parts_are_one_file_whatever_the_threads)
{
  for (guint jobs = 1; jobs < 8; jobs++)
    {
      SampleBooks sample;
      BookPart whole;

      sample_books_begin (&sample);
      ck_assert (read_parts (&sample, &whole, jobs, FALSE, NULL));
      ck_assert_uint_eq (whole.input->rows, 10);
      g_autoptr (GPtrArray) tallies = charge_book_list (whole.books->charges);
      ck_assert_uint_eq (tallies->len, 1);
      const ChargeTally *tally = g_ptr_array_index (tallies, 0);
      ck_assert_uint_eq (tally->first.line, 2);
      g_autofree char *sum = decimal_to_string (decimal_sum_value (&tally->charges), 0);
      ck_assert_str_eq (sum, "50");
      book_part_clear (&whole);
      sample_books_end (&sample);
    }
}
END_TEST

START_TEST (the_first_bad_part_is_told)
{
  for (guint jobs = 1; jobs < 8; jobs++)
    {
      g_autoptr (GError) error = NULL;
      SampleBooks sample;
      BookPart whole;

      sample_books_begin (&sample);
      ck_assert (!read_parts (&sample, &whole, jobs, TRUE, &error));
      ck_assert_ptr_nonnull (strstr (error->message, "3.books"));
      book_part_clear (&whole);
      sample_books_end (&sample);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-volume");
  TCase *tcase = tcase_create ("shelf-volume");

  tcase_add_test (tcase, what_was_read_comes_back);
  tcase_add_test (tcase, lines_of_several_volumes_are_read_once_more_in_their_order);
  tcase_add_test (tcase, rows_set_aside_keep_their_text);
  tcase_add_test (tcase, parts_are_one_file_whatever_the_threads);
  tcase_add_test (tcase, the_first_bad_part_is_told);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/shelf/shelf-catalogue.h"
#include "sample-books-file.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const char *const lines[] = { "line=2|subtotal=10|price=1|quantity=10",
                                     "line=3|subtotal=-10|price=1|quantity=10|reason=Azure Credit "
                                     "Offer",
                                     NULL };

START_TEST (a_volume_has_its_head_and_sections)
{
  SampleBooks sample;

  sample_books_begin (&sample);
  g_autofree char *path = sample_books_write (&sample, "a.books", "a.csv", (ShelfHead){ 0 }, lines);
  g_autoptr (ShelfCatalogue) catalogue = shelf_catalogue_new ("a.books", path, NULL);
  ck_assert_ptr_nonnull (catalogue);
  ck_assert_uint_eq (catalogue->volumes->len, 1);
  const ShelfVolume *volume = &g_array_index (catalogue->volumes, ShelfVolume, 0);
  ck_assert_str_eq (volume->head.name, "a.csv");
  ck_assert_int_eq (volume->head.kind, KIND_INVOICE);
  ck_assert_ptr_nonnull (volume->rows);
  ck_assert_str_eq (g_ptr_array_index (catalogue->left, 0), "left.pdf");
  ck_assert (shelf_catalogue_check (catalogue, &sample.plan, NULL));
  sample_books_end (&sample);
}
END_TEST

START_TEST (other_options_are_refused_by_name)
{
  SampleBooks sample;
  g_autoptr (GError) error = NULL;

  sample_books_begin (&sample);
  g_autofree char *path = sample_books_write (&sample, "a.books", "a.csv", (ShelfHead){ 0 }, lines);
  g_autoptr (ShelfCatalogue) catalogue = shelf_catalogue_new ("a.books", path, NULL);
  sample.plan.format.date_order = DATE_DAY_FIRST;
  ck_assert (!shelf_catalogue_check (catalogue, &sample.plan, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "--day-first"));
  sample_books_end (&sample);
}
END_TEST

static void
put (ShelfSectionKind kind, const char *content, GByteArray *bytes, ShelfChecksum *all)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();

  g_byte_array_append (array, (const guint8 *) content, 1);
  shelf_file_put (kind, array, bytes, all);
}

START_TEST (sections_in_another_order_are_refused)
{
  static const ShelfSectionKind orders[][3] = { { SHELF_LEFT, SHELF_OPTIONS, SHELF_END },
                                                { SHELF_OPTIONS, SHELF_END, SHELF_END },
                                                { SHELF_OPTIONS, SHELF_LEFT, SHELF_BOOKS },
                                                { SHELF_OPTIONS, SHELF_LEFT, SHELF_LEFT } };
  SampleBooks sample;

  sample_books_begin (&sample);
  g_autofree char *path = sample_books_path (&sample, "x.books");
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GError) error = NULL;
      ShelfChecksum all;

      shelf_file_begin (bytes, &all);
      for (guint k = 0; k < 3 && orders[i][k] != SHELF_END; k++)
        put (orders[i][k], "", bytes, &all);
      shelf_file_end (bytes, &all);
      ck_assert (g_file_set_contents (path, (const char *) bytes->data, (gssize) bytes->len, NULL));
      ck_assert_ptr_null (shelf_catalogue_new ("x.books", path, &error));
      ck_assert_ptr_nonnull (strstr (error->message, "sections"));
    }
  sample_books_end (&sample);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-catalogue");
  TCase *tcase = tcase_create ("shelf-catalogue");

  tcase_add_test (tcase, a_volume_has_its_head_and_sections);
  tcase_add_test (tcase, other_options_are_refused_by_name);
  tcase_add_test (tcase, sections_in_another_order_are_refused);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-ids.h"
#include "sample-shelf.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#define GUID_TEXT "8a9a38ff-486d-4600-9e17-1f7871ad9020"

static void
put_nothing (ShelfWriter *writer G_GNUC_UNUSED, const Books *books G_GNUC_UNUSED)
{
}

static void
take_nothing (ShelfReader *reader G_GNUC_UNUSED, Books *books G_GNUC_UNUSED)
{
}

static guint
add (const Books *books, const char *text)
{
  return row_ids_add (books->ids, ROW_ID_CUSTOMER, slice_of (text));
}

START_TEST (ids_come_back_sorted_whatever_their_order_was)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (Books) other = build_books ();

  add (books, "zebra");
  add (books, GUID_TEXT);
  add (books, "");
  add (other, "");
  add (other, GUID_TEXT);
  add (other, "zebra");
  g_autoptr (Books) again = sample_shelf_round (books, put_nothing, take_nothing);
  ck_assert_str_eq (row_ids_text (again->ids, ROW_ID_CUSTOMER, 0), "");
  ck_assert_str_eq (row_ids_text (again->ids, ROW_ID_CUSTOMER, 1), GUID_TEXT);
  ck_assert_str_eq (row_ids_text (again->ids, ROW_ID_CUSTOMER, 2), "zebra");
  g_autoptr (GByteArray) one = sample_shelf_put (books, put_nothing);
  g_autoptr (GByteArray) two = sample_shelf_put (other, put_nothing);
  ck_assert_uint_eq (one->len, two->len);
  ck_assert_mem_eq (one->data, two->data, one->len);
}
END_TEST

START_TEST (what_only_looks_like_a_guid_stays_as_it_is)
{
  static const char *const texts[]
      = { "8A9A38FF-486D-4600-9E17-1F7871AD9020", "8a9a38ff-486d-4600-9e17-1f7871ad902g",
          "8a9a38ff-486d-4600-9e17-1f7871ad90200", "8a9a38ff0486d-4600-9e17-1f7871ad9020" };
  g_autoptr (Books) books = build_books ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    row_ids_add (books->ids, ROW_ID_CREDIT_NAME, slice_of (texts[i]));
  g_autoptr (Books) again = sample_shelf_round (books, put_nothing, take_nothing);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint id;
      ck_assert (id_table_find (again->ids->tables[ROW_ID_CREDIT_NAME], slice_of (texts[i]), &id));
    }
}
END_TEST

START_TEST (an_id_that_is_not_there_is_a_fault)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  ShelfWriter writer = { .bytes = bytes, .ids = books->ids };

  add (books, "a");
  shelf_ids_put (&writer);
  shelf_bytes_put_id_text (&writer, ROW_ID_CUSTOMER, "a");
  shelf_bytes_put_number (&writer, 1);
  shelf_ids_clear (&writer);
  g_autoptr (Books) again = build_books ();
  ShelfReader reader = sample_shelf_reader (bytes);
  shelf_ids_take (&reader, again->ids);
  ck_assert_uint_eq (shelf_bytes_take_id (&reader, ROW_ID_CUSTOMER), 0);
  ck_assert (shelf_bytes_is_good (&reader));
  shelf_bytes_take_id (&reader, ROW_ID_CUSTOMER);
  ck_assert (!shelf_bytes_is_good (&reader));
  shelf_ids_forget (&reader);
}
END_TEST

/* Tables with no id but this, which is told by its length and bytes. */
static gboolean
is_taken (const char *bytes, guint length)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (GByteArray) all = g_byte_array_new ();
  ShelfWriter writer = { .bytes = all };

  shelf_bytes_put_number (&writer, 1);
  shelf_bytes_put_number (&writer, (guint64) length * 2);
  shelf_bytes_put_bytes (&writer, bytes, length);
  for (guint kind = 1; kind < ROW_ID_KIND_COUNT; kind++)
    shelf_bytes_put_number (&writer, 0);
  ShelfReader reader = sample_shelf_reader (all);
  shelf_ids_take (&reader, books->ids);
  shelf_ids_forget (&reader);
  return shelf_bytes_is_good (&reader);
}

START_TEST (an_id_is_utf_8_without_nul)
{
  ck_assert (is_taken ("\xc3\xa4", 2));
  ck_assert (!is_taken ("\xc3", 1));
  ck_assert (!is_taken ("a\0b", 3));
  ck_assert (!is_taken ("\xff\0", 2));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-ids");
  TCase *tcase = tcase_create ("shelf-ids");

  tcase_add_test (tcase, ids_come_back_sorted_whatever_their_order_was);
  tcase_add_test (tcase, what_only_looks_like_a_guid_stays_as_it_is);
  tcase_add_test (tcase, an_id_that_is_not_there_is_a_fault);
  tcase_add_test (tcase, an_id_is_utf_8_without_nul);
  suite_add_tcase (suite, tcase);
  return suite;
}

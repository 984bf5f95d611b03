/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/shelf/shelf-head.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

START_TEST (a_head_comes_back)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  ShelfWriter writer = { .bytes = bytes };
  ShelfHead head = { .name = g_strdup ("in/a.csv"),
                     .kind = KIND_INVOICE,
                     .is_part = TRUE,
                     .is_last = TRUE,
                     .size = 25,
                     .is_packed = TRUE,
                     .offset = 10,
                     .end = 20,
                     .lines = 3,
                     .signs = { .exponents = 1, .first_header = TRUE },
                     .short_rows = 2 };
  ShelfHead again = { .name = NULL };

  shelf_head_put (&writer, &head);
  ShelfReader reader = { .at = bytes->data, .end = bytes->data + bytes->len };
  shelf_head_take (&reader, &again);
  ck_assert (shelf_bytes_is_good (&reader) && reader.at == reader.end);
  ck_assert_str_eq (again.name, "in/a.csv");
  ck_assert_ptr_null (again.sha256);
  ck_assert_int_eq (again.kind, KIND_INVOICE);
  ck_assert (again.is_part && again.is_last && !again.is_json && again.signs.first_header);
  ck_assert (again.is_packed);
  ck_assert_uint_eq (again.size, 25);
  ck_assert_uint_eq (again.offset, 10);
  ck_assert_uint_eq (again.end, 20);
  ck_assert_uint_eq (again.lines, 3);
  ck_assert_uint_eq (again.short_rows, 2);
  shelf_head_clear (&head);
  shelf_head_clear (&again);
}
END_TEST

START_TEST (a_file_without_a_name_is_a_fault)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  ShelfWriter writer = { .bytes = bytes };
  const ShelfHead head = { .kind = KIND_INVOICE };
  ShelfHead again = { .name = NULL };

  shelf_head_put (&writer, &head);
  ShelfReader reader = { .at = bytes->data, .end = bytes->data + bytes->len };
  shelf_head_take (&reader, &again);
  ck_assert (!shelf_bytes_is_good (&reader));
  shelf_head_clear (&again);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-head");
  TCase *tcase = tcase_create ("shelf-head");

  tcase_add_test (tcase, a_head_comes_back);
  tcase_add_test (tcase, a_file_without_a_name_is_a_fault);
  suite_add_tcase (suite, tcase);
  return suite;
}

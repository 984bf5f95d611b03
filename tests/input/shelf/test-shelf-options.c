/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/shelf/shelf-options.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const char *
differ (const ReadPlan *one, const ReadPlan *other)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  ShelfWriter writer = { .bytes = bytes };

  shelf_options_put (&writer, one);
  ShelfReader reader = { .at = bytes->data, .end = bytes->data + bytes->len };
  const char *option = shelf_options_differ (&reader, other);
  ck_assert (shelf_bytes_is_good (&reader));
  return option;
}

START_TEST (what_decides_what_a_row_says_must_be_the_same)
{
  static const char *const reasons[] = { "x", NULL };
  g_autoptr (ColumnMap) empty = column_map_new ();
  g_autoptr (ColumnMap) map = column_map_new ();
  const ReadPlan plain = { .map = empty, .separator = ',' };
  ReadPlan other = plain;

  ck_assert (column_map_add (map, "Subtotal=Sum", NULL));
  ck_assert_ptr_null (differ (&plain, &other));
  other.keep_going = TRUE;
  other.jobs = 7;
  ck_assert_ptr_null (differ (&plain, &other));
  other.format.date_order = DATE_DAY_FIRST;
  ck_assert_str_eq (differ (&plain, &other), "--day-first");
  other = plain;
  other.format.decimal_mark = DECIMAL_COMMA;
  ck_assert_str_eq (differ (&plain, &other), "--decimal-comma");
  other = plain;
  other.encoding = "windows-1252";
  ck_assert_str_eq (differ (&plain, &other), "--encoding");
  other = plain;
  other.aco_reasons = reasons;
  ck_assert_str_eq (differ (&plain, &other), "--aco-reason");
  ck_assert_str_eq (differ (&other, &plain), "--aco-reason");
  other = plain;
  other.map = map;
  ck_assert_str_eq (differ (&plain, &other), "--map");
  ck_assert_str_eq (differ (&other, &plain), "--map");
}
END_TEST

START_TEST (the_key_is_the_same_for_everybody)
{
  ck_assert_uint_eq (shelf_options_key ()->k0, G_GUINT64_CONSTANT (0x41434f424f4f4b53));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-options");
  TCase *tcase = tcase_create ("shelf-options");

  tcase_add_test (tcase, what_decides_what_a_row_says_must_be_the_same);
  tcase_add_test (tcase, the_key_is_the_same_for_everybody);
  suite_add_tcase (suite, tcase);
  return suite;
}

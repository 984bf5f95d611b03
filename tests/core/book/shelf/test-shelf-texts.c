/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-texts.h"
#include "sample-shelf.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

START_TEST (a_text_is_told_once)
{
  static const char *const texts[] = { "a", "b", "a", "", "b", "" };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (ShelfTexts) written = shelf_texts_new ();
  g_autoptr (ShelfTexts) read = shelf_texts_new ();
  ShelfWriter writer = { .bytes = bytes };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    shelf_texts_put (written, &writer, texts[i]);
  ck_assert_uint_eq (bytes->len, 3 + 3 + 1 + 2 + 1 + 1);
  ShelfReader reader = sample_shelf_reader (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const Slice text = shelf_texts_take (read, &reader);
      ck_assert_uint_eq (text.length, strlen (texts[i]));
      ck_assert_mem_eq (text.text, texts[i], text.length);
    }
  ck_assert (shelf_bytes_is_good (&reader));
}
END_TEST

START_TEST (a_number_that_was_not_given_is_a_fault)
{
  static const guint8 bytes[] = { 1 };
  g_autoptr (ShelfTexts) read = shelf_texts_new ();
  ShelfReader reader = { .at = bytes, .end = bytes + 1 };

  ck_assert_uint_eq (shelf_texts_take (read, &reader).length, 0);
  ck_assert (!shelf_bytes_is_good (&reader));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-texts");
  TCase *tcase = tcase_create ("shelf-texts");

  tcase_add_test (tcase, a_text_is_told_once);
  tcase_add_test (tcase, a_number_that_was_not_given_is_a_fault);
  suite_add_tcase (suite, tcase);
  return suite;
}

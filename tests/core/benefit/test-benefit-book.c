/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/benefit/benefit-book.h"

START_TEST (a_benefit_is_found_by_its_id_and_stands_once)
{
  g_autoptr (BenefitBook) book = benefit_book_new ();
  const Benefit benefit = { .id = benefit_book_text_lower (book, slice_of ("B1")), .line = 7 };
  const Benefit *earlier;

  ck_assert_ptr_null (benefit_book_find (book, "b1"));
  ck_assert (benefit_book_add (book, &benefit, &earlier));
  ck_assert (!benefit_book_add (book, &benefit, &earlier));
  ck_assert_uint_eq (earlier->line, 7);
  ck_assert_uint_eq (benefit_book_find (book, "b1")->line, 7);
  ck_assert_uint_eq (book->benefits->len, 1);
}
END_TEST

START_TEST (texts_and_lists_are_copies)
{
  g_autoptr (BenefitBook) book = benefit_book_new ();
  char text[] = "Usd";
  const char *const words[] = { "a", "b" };
  const char *kept = benefit_book_text (book, slice_of (text));

  text[0] = 'x';
  ck_assert_str_eq (kept, "Usd");
  ck_assert_str_eq (benefit_book_text_upper (book, slice_of (kept)), "USD");
  ck_assert_ptr_null (benefit_book_text (book, slice_of ("")));
  ck_assert_str_eq (benefit_book_list (book, words, 2)[1], "b");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("benefit-book");
  TCase *tests = tcase_create ("benefit-book");

  tcase_add_test (tests, a_benefit_is_found_by_its_id_and_stands_once);
  tcase_add_test (tests, texts_and_lists_are_copies);
  suite_add_tcase (suite, tests);
  return suite;
}

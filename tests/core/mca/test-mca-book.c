/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-book.h"
#include "sample-mca.h"
#include "test-main.h"

#include <check.h>

#define LOTS "[{" MCA_PROFILE_ID ("lots", "L1") ",'properties':{'originalAmount':null}}]"

START_TEST (the_same_content_counts_once_and_keeps_what_it_is)
{
  g_autoptr (McaBook) book = MCA_BOOK (LOTS, LOTS, "{'value':[]}", "{'value':[]}");
  const McaPage *pages = (const McaPage *) (gpointer) book->pages->data;

  ck_assert_uint_eq (book->lots->len, 1);
  ck_assert_uint_eq (pages[0].rows, 1);
  ck_assert_uint_eq (pages[1].rows, 0);
  ck_assert_str_eq (pages[1].duplicate_of, "a.json");
  ck_assert_int_eq (pages[1].kind, MCA_LOTS);
  ck_assert_str_eq (pages[1].api, "2019-10-01");
  ck_assert_ptr_null (pages[3].duplicate_of);
}
END_TEST

START_TEST (resources_have_their_place_in_the_order_of_reading)
{
  g_autoptr (McaBook) book = MCA_BOOK (
      "[{" MCA_PROFILE_ID ("events", "E1") ",'properties':{'transactionDate':'1/2/2026'}}]", LOTS);

  ck_assert_uint_eq (g_array_index (book->events, McaEvent, 0).origin.place, 0);
  ck_assert_uint_eq (g_array_index (book->lots, McaLot, 0).origin.place, 1);
}
END_TEST

START_TEST (texts_are_copied_and_an_empty_one_is_none)
{
  g_autoptr (McaBook) book = mca_book_new ();
  char text[] = "Ab";
  const char *kept = mca_book_text (book, slice_of (text));

  text[0] = 'x';
  ck_assert_str_eq (kept, "Ab");
  ck_assert_ptr_eq (mca_book_text (book, slice_of ("Ab")), kept);
  ck_assert_str_eq (mca_book_text_lower (book, slice_of ("Ab")), "ab");
  ck_assert_str_eq (mca_book_text_upper (book, slice_of ("Ab")), "AB");
  ck_assert_ptr_null (mca_book_text (book, slice_of ("")));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-book");
  TCase *tests = tcase_create ("mca-book");

  tcase_add_test (tests, the_same_content_counts_once_and_keeps_what_it_is);
  tcase_add_test (tests, resources_have_their_place_in_the_order_of_reading);
  tcase_add_test (tests, texts_are_copied_and_an_empty_one_is_none);
  suite_add_tcase (suite, tests);
  return suite;
}

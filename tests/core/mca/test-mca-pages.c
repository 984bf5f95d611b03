/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-pages.h"
#include "sample-mca.h"
#include "test-main.h"

#include <check.h>

#define LOT(profile) \
  "{" MCA_ID ("billingProfiles/" profile "/x/lots/L") ",'properties':{'closedBalance':null}}"
#define PAGE(profile, next) "{'value':[" LOT (profile) "]," next "}"
#define NEXT "'nextLink':'https://x'"
#define LAST "'nextLink':null"
#define EMPTY(next) "{'value':[]," next "}"
#define EVENT \
  "{'value':[{" MCA_PROFILE_ID ("events", \
                                "E") ",'properties':{'transactionDate':'1/2/2026'}}]," LAST "}"

/* The files that wait for another, by their letters. */
static char *
waiting_of (McaBook *book)
{
  g_autoptr (GPtrArray) waiting = mca_pages_waiting (book);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < waiting->len; i++)
    g_string_append_c (out, ((const McaPage *) g_ptr_array_index (waiting, i))->file[0]);
  mca_book_free (book);
  return g_string_free (out, FALSE);
}

#define assert_waiting(expected, ...) \
  do \
    { \
      g_autofree char *found = waiting_of (MCA_BOOK (__VA_ARGS__)); \
      ck_assert_str_eq (found, expected); \
    } \
  while (0)

START_TEST (a_page_continues_one_of_its_kind_and_profile)
{
  assert_waiting ("", PAGE ("P", NEXT), PAGE ("P", "'x':1"));
  assert_waiting ("", PAGE ("P", NEXT), PAGE ("P", NEXT), PAGE ("P", "'x':1,'y':2"));
  assert_waiting ("a", PAGE ("P", NEXT), PAGE ("Q", LAST));
  assert_waiting ("b", PAGE ("P", LAST), PAGE ("P", NEXT));
  assert_waiting ("a", PAGE ("P", NEXT), EVENT);
  assert_waiting ("", PAGE ("P", NEXT), PAGE ("Q", NEXT), PAGE ("Q", LAST), PAGE ("P", LAST));
}
END_TEST

START_TEST (pages_of_several_profiles_continue_any_of_the_account)
{
  assert_waiting ("", "{'value':[" LOT ("P") "," LOT ("Q") "]," NEXT "}", PAGE ("R", LAST));
  assert_waiting ("", PAGE ("R", NEXT), "{'value':[" LOT ("P") "," LOT ("Q") "]," LAST "}");
}
END_TEST

START_TEST (an_empty_page_continues_the_one_just_before_it)
{
  assert_waiting ("", PAGE ("P", NEXT), EMPTY (LAST));
  assert_waiting ("", PAGE ("P", NEXT), EMPTY (NEXT), PAGE ("P", LAST));
  assert_waiting ("b", PAGE ("P", NEXT), EMPTY (NEXT));
  assert_waiting ("a", PAGE ("P", NEXT), EVENT, EMPTY (LAST));
  assert_waiting ("a", EMPTY (NEXT), PAGE ("P", LAST));
}
END_TEST

START_TEST (an_empty_page_stands_for_the_list_that_it_continues)
{
  g_autoptr (McaBook) book = MCA_BOOK (PAGE ("P", NEXT), EMPTY (NEXT));
  g_autoptr (GPtrArray) waiting = mca_pages_waiting (book);
  const McaPage *page = g_ptr_array_index (waiting, 0);

  ck_assert_int_eq (page->list, MCA_LOTS);
  ck_assert_int_eq (page->kind, MCA_EMPTY);
  ck_assert_str_eq (page->profile_id, "p");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-pages");
  TCase *tests = tcase_create ("mca-pages");

  tcase_add_test (tests, a_page_continues_one_of_its_kind_and_profile);
  tcase_add_test (tests, pages_of_several_profiles_continue_any_of_the_account);
  tcase_add_test (tests, an_empty_page_continues_the_one_just_before_it);
  tcase_add_test (tests, an_empty_page_stands_for_the_list_that_it_continues);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/partner-book.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

static void
add (PartnerBook *book, PartnerKind kind, const char *customer, const char *partner)
{
  partner_book_add (book, kind, slice_of (customer), slice_of (partner));
}

/* With a blank between them; "-" where there are fewer than two. */
static void
assert_lists (const PartnerBook *book, const char *customer, const char *expected)
{
  g_autoptr (GPtrArray) partners = partner_book_list (book, customer);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; partners != NULL && i < partners->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            (const char *) g_ptr_array_index (partners, i));
  ck_assert_str_eq (partners != NULL ? text->str : "-", expected);
}

START_TEST (two_partners_of_a_customer_are_listed_and_one_is_not)
{
  g_autoptr (PartnerBook) book = partner_book_new (build_ids ());

  add (book, PARTNER_INVOICE_LINES, "c1", "p2");
  assert_lists (book, "c1", "-");
  add (book, PARTNER_INVOICE_LINES, "c2", "p3");
  add (book, PARTNER_INVOICE_LINES, "c1", "p1");
  add (book, PARTNER_INVOICE_LINES, "c1", "p2");
  assert_lists (book, "c1", "p1 p2");
  assert_lists (book, "c2", "-");
  assert_lists (book, "c", "-");
  assert_lists (book, "", "-");
  partner_book_free (NULL);
}
END_TEST

START_TEST (one_partner_in_two_spellings_of_case_is_one)
{
  g_autoptr (PartnerBook) book = partner_book_new (build_ids ());

  add (book, PARTNER_DAILY_ROWS, "c1", "AB-1");
  add (book, PARTNER_DAILY_ROWS, "C1", "ab-1");
  add (book, PARTNER_DAILY_ROWS, "c1", "Ab-1");
  assert_lists (book, "c1", "-");
  add (book, PARTNER_DAILY_ROWS, "C1", "AB-12");
  assert_lists (book, "c1", "ab-1 ab-12");
}
END_TEST

START_TEST (an_empty_partner_is_none)
{
  g_autoptr (PartnerBook) book = partner_book_new (build_ids ());

  add (book, PARTNER_BALANCE_ROWS, "c1", "");
  add (book, PARTNER_BALANCE_ROWS, "c1", "p1");
  add (book, PARTNER_BALANCE_ROWS, "c1", "");
  assert_lists (book, "c1", "-");
}
END_TEST

START_TEST (kinds_of_rows_are_kept_apart_and_asked_in_order)
{
  g_autoptr (PartnerBook) book = partner_book_new (build_ids ());

  add (book, PARTNER_INVOICE_LINES, "c1", "p1");
  add (book, PARTNER_DAILY_ROWS, "c1", "p2");
  add (book, PARTNER_BALANCE_ROWS, "c1", "p3");
  assert_lists (book, "c1", "-");
  add (book, PARTNER_BALANCE_ROWS, "c1", "p4");
  assert_lists (book, "c1", "p3 p4");
  add (book, PARTNER_DAILY_ROWS, "c1", "p5");
  assert_lists (book, "c1", "p2 p5");
  add (book, PARTNER_INVOICE_LINES, "c1", "p6");
  assert_lists (book, "c1", "p1 p6");
}
END_TEST

/* The book remembers the row before, of each kind. */
START_TEST (rows_that_take_turns_are_told_apart)
{
  g_autoptr (PartnerBook) book = partner_book_new (build_ids ());

  for (guint round = 0; round < 3; round++)
    {
      add (book, PARTNER_INVOICE_LINES, "c1", "p1");
      add (book, PARTNER_INVOICE_LINES, "c2", "p1");
      add (book, PARTNER_INVOICE_LINES, "c2", "p12");
      add (book, PARTNER_INVOICE_LINES, "c12", "p2");
      add (book, PARTNER_DAILY_ROWS, "c1", "p1");
    }
  assert_lists (book, "c1", "-");
  assert_lists (book, "c2", "p1 p12");
  assert_lists (book, "c12", "-");
}
END_TEST

START_TEST (merged_books_know_the_partners_of_both)
{
  g_autoptr (PartnerBook) book = partner_book_new (build_ids ());
  g_autoptr (PartnerBook) later = partner_book_new (build_ids ());

  add (book, PARTNER_INVOICE_LINES, "c1", "p1");
  add (later, PARTNER_INVOICE_LINES, "C1", "P2");
  add (later, PARTNER_INVOICE_LINES, "c2", "p1");
  partner_book_merge (book, later);
  assert_lists (book, "c1", "p1 p2");
  assert_lists (book, "c2", "-");
}
END_TEST

/* What it remembers of the row before must not hide one that comes again. */
START_TEST (a_book_that_was_merged_is_empty_and_can_be_used_again)
{
  g_autoptr (PartnerBook) book = partner_book_new (build_ids ());
  g_autoptr (PartnerBook) later = partner_book_new (build_ids ());

  add (later, PARTNER_INVOICE_LINES, "c1", "p1");
  partner_book_merge (book, later);
  add (later, PARTNER_INVOICE_LINES, "c1", "p1");
  add (later, PARTNER_INVOICE_LINES, "c1", "p2");
  assert_lists (later, "c1", "p1 p2");
  partner_book_merge (book, later);
  assert_lists (book, "c1", "p1 p2");
  assert_lists (later, "c1", "-");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("partner-book");
  TCase *list = tcase_create ("list");
  TCase *merge = tcase_create ("merge");

  tcase_add_test (list, two_partners_of_a_customer_are_listed_and_one_is_not);
  tcase_add_test (list, one_partner_in_two_spellings_of_case_is_one);
  tcase_add_test (list, an_empty_partner_is_none);
  tcase_add_test (list, kinds_of_rows_are_kept_apart_and_asked_in_order);
  tcase_add_test (list, rows_that_take_turns_are_told_apart);
  tcase_add_test (merge, merged_books_know_the_partners_of_both);
  tcase_add_test (merge, a_book_that_was_merged_is_empty_and_can_be_used_again);
  suite_add_tcase (suite, list);
  suite_add_tcase (suite, merge);
  return suite;
}

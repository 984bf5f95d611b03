/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/books.h"
#include "core/month/customer-parts.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

/* "c1 2/1/0, ": the customers with how many credits, charge and usage tallies each has. */
static char *
parts_of (const char *const *texts)
{
  g_autoptr (Books) books = build_books ();
  GString *text = g_string_new (NULL);
  const CustomerPart *part;

  build_rows (books, texts);
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  g_autoptr (GPtrArray) charges = charge_book_list (books->charges);
  g_autoptr (GPtrArray) usage = usage_book_list (books->usage);
  g_autoptr (CustomerParts) parts = customer_parts_new (credits, charges, usage);
  while ((part = customer_parts_next (parts)) != NULL)
    {
      for (guint i = 0; i < part->credits->len; i++)
        {
          const Credit *credit = g_ptr_array_index (part->credits, i);
          ck_assert_str_eq (credit->key.customer, part->customer);
        }
      g_string_append_printf (text, "%s %u/%u/%u, ", part->customer, part->credits->len,
                              part->charges->len, part->usage->len);
    }
  ck_assert_ptr_null (customer_parts_next (parts));
  return g_string_free (text, FALSE);
}

#define ASSERT_PARTS(expected, ...) \
  do \
    { \
      g_autofree char *found = parts_of ((const char *const[]){ __VA_ARGS__, NULL }); \
      ck_assert_str_eq (found, expected); \
    } \
  while (0)

START_TEST (empty_books_have_no_customers)
{
  g_autofree char *found = parts_of ((const char *const[]){ NULL });

  ck_assert_str_eq (found, "");
  customer_parts_free (NULL);
}
END_TEST

START_TEST (whoever_stands_in_any_of_the_books_has_a_turn)
{
  ASSERT_PARTS ("c1 1/0/0, c2 0/1/0, c3 0/0/1, ", "usage: customer=c3", "invoice: customer=c2",
                "balance: customer=c1");
}
END_TEST

START_TEST (a_customer_has_one_turn_with_everything)
{
  ASSERT_PARTS ("c1 2/2/1, c2 1/1/2, ", "invoice: customer=c2", "balance: customer=c1",
                "balance: customer=c1 | agreement=a2", "usage: customer=c2 | day=2026-10-05",
                "invoice: customer=c1", "invoice: customer=c1 | currency=EUR",
                "usage: customer=c2 | day=2026-10-06", "balance: customer=c2",
                "usage: customer=c1");
}
END_TEST

START_TEST (customers_come_in_the_order_of_their_bytes)
{
  ASSERT_PARTS ("c 1/0/0, c1 0/1/0, c10 1/0/0, c2 0/0/1, ", "balance: customer=c10",
                "usage: customer=c2", "balance: customer=c", "invoice: customer=c1");
}
END_TEST

/* "c0 1/1/0, ", of all customers in @count shares. */
static char *
shares_of (const Books *books, guint count)
{
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  g_autoptr (GPtrArray) charges = charge_book_list (books->charges);
  g_autoptr (GPtrArray) usage = usage_book_list (books->usage);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (CustomerParts) parts
          = customer_parts_new_share (credits, charges, usage, i, count);
      const CustomerPart *part;

      while ((part = customer_parts_next (parts)) != NULL)
        g_string_append_printf (text, "%s %u/%u/%u, ", part->customer, part->credits->len,
                                part->charges->len, part->usage->len);
    }
  return g_string_free (text, FALSE);
}

START_TEST (shares_hold_every_customer_once_in_order)
{
  g_autoptr (Books) books = build_books ();

  for (guint i = 0; i < 40 && _i > 0; i++)
    {
      g_autofree char *row
          = g_strdup_printf ("%s: customer=c%02u%s",
                             i % 3 == 0   ? "invoice"
                             : i % 5 == 0 ? "usage"
                                          : "balance",
                             i * 7 % (10 * (guint) _i), i % 2 == 0 ? " | currency=EUR" : "");
      build_rows (books, (const char *const[]){ row, NULL });
    }
  g_autofree char *whole = shares_of (books, 1);
  for (guint count = 2; count < 60; count++)
    {
      g_autofree char *shared = shares_of (books, count);

      ck_assert_str_eq (shared, whole);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("customer-parts");
  TCase *tests = tcase_create ("parts");

  tcase_add_test (tests, empty_books_have_no_customers);
  tcase_add_test (tests, whoever_stands_in_any_of_the_books_has_a_turn);
  tcase_add_test (tests, a_customer_has_one_turn_with_everything);
  tcase_add_test (tests, customers_come_in_the_order_of_their_bytes);
  tcase_add_loop_test (tests, shares_hold_every_customer_once_in_order, 0, 4);
  suite_add_tcase (suite, tests);
  return suite;
}

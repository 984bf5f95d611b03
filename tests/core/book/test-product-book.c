/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/product-book.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

#define CREDITED " | credit-type=Azure Credit Applied"
#define PEC " | pec=15"
#define PEC_LINE " | adjustment=15% Partner earned credit"

static void
add_charge (ProductBook *book, const char *fields)
{
  const InvoiceLine line = build_invoice_line (fields);

  product_book_add_charge (book, &line, NULL);
}

static void
add_usage (ProductBook *book, const char *fields)
{
  const UsageRow row = build_usage_row (fields);

  product_book_add_usage (book, &row, NULL);
}

static void
append (GString *out, Decimal value)
{
  g_autofree char *text = decimal_to_string (value, 2);

  g_string_append_printf (out, " %s", text);
}

static const char *
or_dash (const char *text)
{
  return text[0] != '\0' ? text : "-";
}

/* One group a line: customer, subscription, product, sku, availability, currency, invoice, month
   of usage, percentage; lines and charges; rows, usage and both measures of ACO; first place. */
static char *
describe (const ProductBook *book)
{
  g_autoptr (GPtrArray) groups = product_book_list (book);
  const Decimal zero = { 0 };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const ProductGroup *group = g_ptr_array_index (groups, i);
      char month[MONTH_TEXT_SIZE] = "-";

      if (group->usage_month != MONTH_NONE)
        calendar_print_month (group->usage_month, month);
      g_string_append_printf (out, "%s%s %s %s %s %s %s %s %s", i > 0 ? "\n" : "", group->customer,
                              or_dash (group->subscription), or_dash (group->product),
                              or_dash (group->sku), or_dash (group->availability), group->currency,
                              group->invoice, month);
      if (group->has_pec)
        append (out, decimal_unpack (group->pec_percent));
      else
        g_string_append (out, " -");
      g_string_append_printf (out, "; %" G_GUINT64_FORMAT, group->is_usage ? 0 : group->rows);
      append (out, group->is_usage ? zero : decimal_sum_value (&group->sum));
      g_string_append_printf (out, "; %" G_GUINT64_FORMAT, group->is_usage ? group->rows : 0);
      append (out, group->is_usage ? decimal_sum_value (&group->sum) : zero);
      append (out, group->aco != NULL ? group->aco->net : zero);
      append (out, group->aco != NULL ? group->aco->gross : zero);
      g_string_append_printf (out, "; %u:%" G_GUINT64_FORMAT, group->first.file, group->first.line);
    }
  return g_string_free (out, FALSE);
}

static void
assert_groups (const ProductBook *book, const char *expected)
{
  g_autofree char *found = describe (book);

  ck_assert_str_eq (found, expected);
}

#define IDS "subscription-id=S1 | product=P1 | sku=006G | availability=V1"
#define IDS_LOWER "subscription-id=s1 | product=p1 | sku=006g | availability=v1"

START_TEST (charges_of_the_same_ids_are_one_group)
{
  g_autoptr (ProductBook) book = product_book_new (build_ids ());

  add_charge (book, IDS " | line=7 | subtotal=10.01 | customer=C1 | currency=usd | invoice=g1");
  add_charge (book, IDS_LOWER " | line=3 | subtotal=-4 | customer=c1 | invoice=G1");
  assert_groups (book, "c1 s1 p1 006g v1 USD g1 - -; 2 6.01; 0 0.00 0.00 0.00; 0:3");
  product_book_free (NULL);
}
END_TEST

START_TEST (usage_of_the_same_ids_is_one_group_per_month)
{
  g_autoptr (ProductBook) book = product_book_new (build_ids ());

  add_usage (book, IDS " | line=7 | total=0.0001 | day=2026-10-31");
  add_usage (book, IDS_LOWER " | line=8 | total=0.0002 | day=2026-10-01 | currency=usd");
  add_usage (book, IDS " | line=9 | total=3 | day=2026-11-01");
  assert_groups (book, "c1 s1 p1 006g v1 USD g1 2026-10 -; 0 0.00; 2 0.0003 0.00 0.00; 0:7\n"
                       "c1 s1 p1 006g v1 USD g1 2026-11 -; 0 0.00; 1 3.00 0.00 0.00; 0:9");
}
END_TEST

/* They meet only when the month of the invoice is known. */
START_TEST (charges_and_usage_are_groups_of_their_own)
{
  g_autoptr (ProductBook) book = product_book_new (build_ids ());

  add_usage (book, IDS " | total=3");
  add_charge (book, IDS " | subtotal=3");
  assert_groups (book, "c1 s1 p1 006g v1 USD g1 - -; 1 3.00; 0 0.00 0.00 0.00; 0:2\n"
                       "c1 s1 p1 006g v1 USD g1 2026-10 -; 0 0.00; 1 3.00 0.00 0.00; 0:2");
}
END_TEST

/* Each differs from the first in one thing that a group shares. */
static const char *const others[] = {
  "customer=c2",     "subscription-id=s2", "product=p2", "sku=7",
  "availability=v2", "currency=EUR",       "invoice=G2",
};

START_TEST (another_id_is_another_group)
{
  g_autofree char *other = g_strconcat (IDS " | subtotal=2 | ", others[_i], NULL);
  g_autofree char *other_row = g_strconcat (IDS " | total=2 | ", others[_i], NULL);
  g_autoptr (ProductBook) book = product_book_new (build_ids ());

  add_charge (book, IDS " | subtotal=1");
  add_charge (book, other);
  add_usage (book, IDS " | total=1");
  add_usage (book, other_row);
  g_autoptr (GPtrArray) groups = product_book_list (book);
  ck_assert_uint_eq (groups->len, 4);
}
END_TEST

START_TEST (another_percentage_is_another_group)
{
  g_autoptr (ProductBook) book = product_book_new (build_ids ());

  add_usage (book, "total=1 | pec=15");
  add_usage (book, "total=2 | pec=15.0");
  add_usage (book, "total=4 | pec=7.5");
  add_usage (book, "total=8 | pec=0");
  add_charge (book, "subtotal=16" PEC_LINE);
  add_charge (book, "subtotal=32");
  assert_groups (book, "c1 - - - - USD g1 - -; 1 32.00; 0 0.00 0.00 0.00; 0:2\n"
                       "c1 - - - - USD g1 - 15.00; 1 16.00; 0 0.00 0.00 0.00; 0:2\n"
                       "c1 - - - - USD g1 2026-10 -; 0 0.00; 1 8.00 0.00 0.00; 0:2\n"
                       "c1 - - - - USD g1 2026-10 7.50; 0 0.00; 1 4.00 0.00 0.00; 0:2\n"
                       "c1 - - - - USD g1 2026-10 15.00; 0 0.00; 2 3.00 0.00 0.00; 0:2");
}
END_TEST

/* What ACO covers was charged at list price, whatever percentage the row names. */
START_TEST (usage_credited_by_aco_stands_without_pec_in_both_measures)
{
  g_autoptr (ProductBook) book = product_book_new (build_ids ());

  add_usage (book, "total=-5 | price=2 | quantity=3 | rate=0.5" CREDITED);
  add_usage (book, "total=7 | percent=100 | pec=15");
  add_usage (book, "total=1");
  assert_groups (book, "c1 - - - - USD g1 2026-10 -; 0 0.00; 3 1.00 12.00 3.00; 0:2");
}
END_TEST

START_TEST (groups_are_sorted)
{
  g_autoptr (ProductBook) book = product_book_new (build_ids ());

  add_charge (book, "customer=c2");
  add_charge (book, "subscription-id=s2");
  add_charge (book, "product=p2");
  add_charge (book, "sku=7");
  add_charge (book, "availability=v2");
  add_charge (book, "currency=ZAR");
  add_charge (book, "invoice=G2");
  add_charge (book, "");
  assert_groups (book, "c1 - - - - USD g1 - -; 1 0.00; 0 0.00 0.00 0.00; 0:2\n"
                       "c1 - - - - USD g2 - -; 1 0.00; 0 0.00 0.00 0.00; 0:2\n"
                       "c1 - - - - ZAR g1 - -; 1 0.00; 0 0.00 0.00 0.00; 0:2\n"
                       "c1 - - - v2 USD g1 - -; 1 0.00; 0 0.00 0.00 0.00; 0:2\n"
                       "c1 - - 7 - USD g1 - -; 1 0.00; 0 0.00 0.00 0.00; 0:2\n"
                       "c1 - p2 - - USD g1 - -; 1 0.00; 0 0.00 0.00 0.00; 0:2\n"
                       "c1 s2 - - - USD g1 - -; 1 0.00; 0 0.00 0.00 0.00; 0:2\n"
                       "c2 - - - - USD g1 - -; 1 0.00; 0 0.00 0.00 0.00; 0:2");
}
END_TEST

/* Merging */

START_TEST (books_merge_group_by_group)
{
  g_autoptr (ProductBook) book = product_book_new (build_ids ());
  g_autoptr (ProductBook) later = product_book_new (build_ids ());

  add_charge (book, "file=1 | line=9 | subtotal=1");
  add_usage (book, "file=2 | line=5 | total=1");
  add_charge (later, "file=1 | line=4 | subtotal=2");
  add_usage (later, "file=3 | line=2 | total=2");
  add_usage (later, "file=3 | line=3 | total=4 | price=1 | quantity=8" CREDITED);
  add_usage (later, "file=3 | line=4 | total=8" PEC);
  product_book_merge (book, later);
  assert_groups (book, "c1 - - - - USD g1 - -; 2 3.00; 0 0.00 0.00 0.00; 1:4\n"
                       "c1 - - - - USD g1 2026-10 -; 0 0.00; 3 3.00 4.00 8.00; 2:5\n"
                       "c1 - - - - USD g1 2026-10 15.00; 0 0.00; 1 8.00 0.00 0.00; 3:4");
  assert_groups (later, "");
}
END_TEST

START_TEST (a_book_that_was_merged_can_be_used_again)
{
  g_autoptr (ProductBook) book = product_book_new (build_ids ());
  g_autoptr (ProductBook) later = product_book_new (build_ids ());

  for (guint round = 0; round < 3; round++)
    {
      add_charge (later, "subtotal=1");
      product_book_merge (book, later);
      assert_groups (later, "");
    }
  assert_groups (book, "c1 - - - - USD g1 - -; 3 3.00; 0 0.00 0.00 0.00; 0:2");
}
END_TEST

/* However rows are dealt out to books, the sums are the same. */
START_TEST (the_same_rows_give_the_same_groups_in_any_number_of_books)
{
  g_autoptr (ProductBook) whole = product_book_new (build_ids ());
  g_autoptr (ProductBook) merged = product_book_new (build_ids ());
  ProductBook *parts[5];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    parts[i] = product_book_new (build_ids ());
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *row = g_strdup_printf ("line=%u | product=p%u | total=0.%04u | pec=%u",
                                              i + 2, i % 17, i * 37 % 10000, i % 3 * 5);
      add_usage (whole, row);
      add_usage (parts[i * 7 % 5], row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      product_book_merge (merged, parts[i]);
      product_book_free (parts[i]);
    }
  g_autofree char *expected = describe (whole);
  assert_groups (merged, expected);
}
END_TEST

/* Rows that wait are known whenever the book is asked, and however often. */
START_TEST (rows_that_wait_are_in_the_book)
{
  g_autoptr (ProductBook) asked = product_book_new (build_ids ());
  g_autoptr (RowIds) ids = build_ids ();
  g_autoptr (ProductBook) plain = product_book_new (row_ids_ref (ids));

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *fields = g_strdup_printf ("product=P%u | subtotal=1 | total=1%s", i * 7 % 40,
                                                 i % 3 == 0 ? PEC_LINE : "");
      g_autofree char *usage_fields
          = g_strdup_printf ("product=P%u | total=1%s", i * 3 % 40, i % 3 == 0 ? PEC : "");
      const InvoiceLine line = build_invoice_line (fields);
      const UsageRow row = build_usage_row (usage_fields);
      const RowNumbers line_numbers = row_ids_number_line (ids, &line);
      const RowNumbers row_numbers = row_ids_number_usage (ids, &row);

      product_book_add_charge (plain, &line, &line_numbers);
      product_book_add_charge (asked, &line, NULL);
      product_book_add_usage (plain, &row, &row_numbers);
      product_book_add_usage (asked, &row, NULL);
      if (i % 11 == 0)
        g_free (describe (asked));
    }
  g_autofree char *expected = describe (plain);
  assert_groups (asked, expected);
  ck_assert (product_book_has_usage (asked));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("product-book");
  TCase *groups = tcase_create ("groups");
  TCase *merging = tcase_create ("merging");

  tcase_add_test (groups, charges_of_the_same_ids_are_one_group);
  tcase_add_test (groups, usage_of_the_same_ids_is_one_group_per_month);
  tcase_add_test (groups, charges_and_usage_are_groups_of_their_own);
  tcase_add_loop_test (groups, another_id_is_another_group, 0, G_N_ELEMENTS (others));
  tcase_add_test (groups, another_percentage_is_another_group);
  tcase_add_test (groups, usage_credited_by_aco_stands_without_pec_in_both_measures);
  tcase_add_test (groups, groups_are_sorted);
  tcase_add_test (merging, books_merge_group_by_group);
  tcase_add_test (merging, a_book_that_was_merged_can_be_used_again);
  tcase_add_test (merging, the_same_rows_give_the_same_groups_in_any_number_of_books);
  tcase_add_test (merging, rows_that_wait_are_in_the_book);
  suite_add_tcase (suite, groups);
  suite_add_tcase (suite, merging);
  return suite;
}

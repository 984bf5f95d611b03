/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/restated-month.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#include "sample-diff.h"

START_TEST (what_is_the_same_is_equal)
{
  SampleDiff sample = sample_diff (NULL);
  const DiffHead *head = report_head (sample.diff);

  ck_assert (head->equal);
  ck_assert_uint_eq (head->version, 1);
  ck_assert_str_eq (head->preparer, "Ann");
  for (guint table = DIFF_FIGURES; table < DIFF_TABLE_COUNT; table++)
    ck_assert_uint_eq (report_row_count (sample.diff, table), 0);
  sample_diff_clear (&sample);
}
END_TEST

static void
append_amount (GString *text, const Amount *amount)
{
  g_autofree char *value = amount->known ? decimal_to_string (amount->value, 2) : g_strdup ("-");

  g_string_append_printf (text, " %s", value);
}

START_TEST (figures_that_moved_have_a_row_each)
{
  SampleDiff sample = sample_diff (sample_diff_rows);
  g_autoptr (GString) text = g_string_new (NULL);

  ck_assert (!((const DiffHead *) report_head (sample.diff))->equal);
  for (gsize i = 0; i < report_row_count (sample.diff, DIFF_FIGURES); i++)
    {
      const DiffFigure *row = report_row (sample.diff, DIFF_FIGURES, i);
      g_string_append_printf (text, "%s %s", row->customer_id, row->figure);
      append_amount (text, &row->sealed);
      append_amount (text, &row->now);
      append_amount (text, &row->difference);
      g_string_append_c (text, '\n');
    }
  ck_assert_str_eq (text->str, "c1 balance_used 200.00 220.00 20.00\n"
                               "c1 charges 200.00 227.00 27.00\n"
                               "c1 invoice_credit 200.00 220.00 20.00\n"
                               "c1 net 0.00 7.00 7.00\n"
                               "c2 forfeited - 0.00 -\n");
  sample_diff_clear (&sample);
}
END_TEST

START_TEST (rows_that_moved_say_how)
{
  SampleDiff sample = sample_diff (sample_diff_rows);
  const DiffBalance *changed = report_row (sample.diff, DIFF_BALANCES, 0);
  const DiffBalance *fresh = report_row (sample.diff, DIFF_BALANCES, 1);

  ck_assert_uint_eq (report_row_count (sample.diff, DIFF_BALANCES), 2);
  ck_assert_str_eq (changed->change, "changed");
  ck_assert_str_eq (fresh->change, "new");
  ck_assert (!fresh->sealed_credit.known && fresh->now_balance.known);
  const DiffCredit *credit = report_row (sample.diff, DIFF_CREDITS, 0);
  ck_assert_uint_eq (report_row_count (sample.diff, DIFF_CREDITS), 1);
  ck_assert_uint_eq (credit->sealed_lines, 2);
  g_autofree char *difference = decimal_to_string (credit->difference.value, 2);
  ck_assert_str_eq (difference, "-20.00");
  const DiffInvoice *invoice = report_row (sample.diff, DIFF_INVOICES, 0);
  ck_assert_uint_eq (report_row_count (sample.diff, DIFF_INVOICES), 1);
  ck_assert_str_eq (invoice->invoice, "G3");
  ck_assert_str_eq (invoice->change, "new");
  ck_assert_uint_eq (invoice->sealed_lines, 0);
  sample_diff_clear (&sample);
}
END_TEST

START_TEST (a_finding_whose_amount_moved_is_one)
{
  static const char *const rows[]
      = { "balance: month=2026-09 | C=100 | B=900 | expiry=2027-08-31",
          "balance: C=330 | B=670 | expiry=2027-08-31 | status=active",
          "invoice: invoice=G2 | subtotal=200 | price=2 | quantity=100 | product=P | sku=0001",
          "invoice: invoice=G2 | subtotal=-150 | price=-2 | quantity=75 | product=P | sku=0001"
          " | reason=Azure Credit Offer",
          "invoice: invoice=G2 | subtotal=-50 | price=-2 | quantity=25 | product=P | sku=0001"
          " | reason=Azure Credit Offer",
          NULL };
  SampleDiff sample = sample_diff (rows);
  gboolean is_moved = FALSE, is_new = FALSE;

  for (gsize i = 0; i < report_row_count (sample.diff, DIFF_FINDINGS); i++)
    {
      const DiffFinding *row = report_row (sample.diff, DIFF_FINDINGS, i);
      is_new = is_new || (strcmp (row->code, "ACO401") == 0 && strcmp (row->change, "new") == 0);
      is_moved = is_moved
                 || (strcmp (row->change, "amount") == 0 && row->sealed.known && row->now.known);
    }
  ck_assert (is_new);
  ck_assert (is_moved);
  sample_diff_clear (&sample);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("restated-month");
  TCase *tests = tcase_create ("restated-month");

  tcase_add_test (tests, what_is_the_same_is_equal);
  tcase_add_test (tests, figures_that_moved_have_a_row_each);
  tcase_add_test (tests, rows_that_moved_say_how);
  tcase_add_test (tests, a_finding_whose_amount_moved_is_one);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "core/month/invoice-months.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

/* Helpers */

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

/* ReckonPlan that give the invoice G1 the month 2026-12, by means of @months. */
static ReckonPlan
rules_with_december (GTree *months)
{
  static char number[] = "g1";
  ReckonPlan plan = reckon_plan_default ();

  g_tree_insert (months, number, GINT_TO_POINTER (calendar_month (2026, 12)));
  plan.invoice_months = months;
  return plan;
}

static InvoiceMonths *
decide (const Books *books, const ReckonPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  const ReckonPlan usual = reckon_plan_default ();

  return invoice_months_decide (invoices, books->inputs, plan != NULL ? plan : &usual, error);
}

/* "2026-10", "2026-10 unclear beside 2026-09", "2026-10 given". */
static char *
month_text (const InvoiceMonth *month)
{
  char text[MONTH_TEXT_SIZE], beside[MONTH_TEXT_SIZE] = "";

  calendar_print_month (month->month, text);
  if (month->is_unclear)
    calendar_print_month (month->runner_up, beside);
  return g_strconcat (text, month->is_given ? " given" : "",
                      month->is_unclear ? " unclear beside " : "", beside, NULL);
}

static void
assert_month (const InvoiceMonths *months, const char *invoice, const char *expected)
{
  const InvoiceMonth *month = invoice_months_lookup (months, invoice);

  ck_assert_ptr_nonnull (month);
  g_autofree char *text = month_text (month);
  ck_assert_str_eq (text, expected);
}

/* Lines of one invoice */

static const struct
{
  const char *lines[8];
  const char *expected;
} cases[] = {
  { { "invoice: month=2026-10" }, "2026-10" },
  { { "invoice: start=2026-10-31 | end=2026-10-31" }, "2026-10" },
  /* The most votes win, by ChargeStartDate; of equally many the later month. */
  { { "invoice: month=2026-09", "invoice: month=2026-10", "invoice: month=2026-10" }, "2026-10" },
  { { "invoice: month=2026-09", "invoice: month=2026-09", "invoice: month=2026-10" }, "2026-09" },
  { { "invoice: month=2026-09", "invoice: month=2026-10" }, "2026-10" },
  { { "invoice: month=2026-10", "invoice: month=2026-09" }, "2026-10" },
  /* Where a line ends does not matter. */
  { { "invoice: start=2026-09-15 | end=2026-10-14", "invoice: start=2026-09-16 | end=2027-09-15",
      "invoice: month=2026-10" },
    "2026-09" },
  { { "invoice: start=2026-09-15 | end=2026-10-14", "invoice: start=2026-10-15" }, "2026-10" },
  { { "invoice: start=2026-09-15", "invoice: end=2026-10-31", "invoice: end=2026-10-31" },
    "2026-09" },
  /* One refund of an older month moves no invoice, nor do credits, however many. */
  { { "invoice: month=2026-10", "invoice: month=2026-10",
      "invoice: month=2026-08 | subtotal=-5 | type=cancelImmediate" },
    "2026-10" },
  { { "invoice: month=2026-10", "invoice: month=2026-09 | reason=Azure Credit Offer",
      "invoice: month=2026-09 | reason=Azure Credit Offer",
      "invoice: month=2026-11 | type=customerCredit" },
    "2026-10" },
  /* Where nothing else votes, the credits do. */
  { { "invoice: end=2026-10-31", "invoice: month=2026-09 | reason=Azure Credit Offer",
      "invoice: month=2026-09 | type=customerCredit",
      "invoice: month=2026-11 | type=customerCredit" },
    "2026-09" },
  { { "invoice: start=2026-09-15 | reason=Azure Credit" }, "2026-09" },

  /* Half of the votes are enough, fewer are not; the month beside it is named. */
  { { "invoice: month=2026-10", "invoice: month=2026-10", "invoice: month=2026-09",
      "invoice: month=2026-08" },
    "2026-10" },
  { { "invoice: month=2026-10", "invoice: month=2026-10", "invoice: month=2026-09",
      "invoice: month=2026-08", "invoice: month=2026-08" },
    "2026-10 unclear beside 2026-08" },
  { { "invoice: month=2026-10", "invoice: month=2026-09", "invoice: month=2026-08" },
    "2026-10 unclear beside 2026-09" },
  /* All lines of the invoice count, whoever's they are and whatever their currency. */
  { { "invoice: month=2026-10", "invoice: month=2026-09 | customer=c2 | currency=EUR",
      "invoice: month=2026-09 | publisher=Red Hat | invoice=g1" },
    "2026-09" },
};

START_TEST (the_month_of_most_lines_is_the_month_of_the_invoice)
{
  g_autoptr (Books) books = build_books ();

  build_rows (books, cases[_i].lines);
  g_autoptr (InvoiceMonths) months = decide (books, NULL, NULL);
  assert_month (months, "g1", cases[_i].expected);
}
END_TEST

START_TEST (each_invoice_has_its_own_month)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "invoice: month=2026-10", "invoice: month=2026-09 | invoice=G2");
  g_autoptr (InvoiceMonths) months = decide (books, NULL, NULL);
  assert_month (months, "g1", "2026-10");
  assert_month (months, "g2", "2026-09");
  ck_assert_ptr_null (invoice_months_lookup (months, "g3"));
  ck_assert_ptr_null (invoice_months_lookup (months, ""));
}
END_TEST

START_TEST (a_given_month_wins_and_is_never_unclear)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (GTree) given = g_tree_new_full (compare_texts, NULL, NULL, NULL);
  const ReckonPlan plan = rules_with_december (given);

  BUILD_ROWS (books, "invoice: month=2026-10", "invoice: month=2026-09", "invoice: month=2026-08",
              "invoice: month=2026-07 | invoice=G2");
  g_autoptr (InvoiceMonths) months = decide (books, &plan, NULL);
  assert_month (months, "g1", "2026-12 given");
  assert_month (months, "g2", "2026-07");
}
END_TEST

START_TEST (a_given_month_helps_an_invoice_without_any)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (GTree) given = g_tree_new_full (compare_texts, NULL, NULL, NULL);
  const ReckonPlan plan = rules_with_december (given);

  BUILD_ROWS (books, "invoice: end=2026-10-31");
  g_autoptr (InvoiceMonths) months = decide (books, &plan, NULL);
  assert_month (months, "g1", "2026-12 given");
}
END_TEST

START_TEST (an_invoice_without_a_month_is_refused_with_the_advice_to_give_one)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (GTree) given = g_tree_new_full (compare_texts, NULL, NULL, NULL);
  const ReckonPlan plan = rules_with_december (given);
  g_autoptr (GError) error = NULL;

  BUILD_ROWS (books, "invoice: month=2026-10",
              "invoice: end=2026-10-31 | invoice=G00X | file=4 | line=17",
              "invoice: end=2026-10-31 | invoice=g00x | file=4 | line=18");
  ck_assert_ptr_null (decide (books, &plan, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_ptr_nonnull (strstr (error->message, "invoice-4.csv:17: "));
  ck_assert_ptr_nonnull (strstr (error->message, "--invoice-month G00X=YYYY-MM"));
}
END_TEST

START_TEST (without_invoices_there_are_no_months)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (InvoiceMonths) months = decide (books, NULL, NULL);

  ck_assert_ptr_nonnull (months);
  ck_assert_ptr_null (invoice_months_lookup (months, "g1"));
  invoice_months_free (NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("invoice-months");
  TCase *lines = tcase_create ("lines");
  TCase *given = tcase_create ("given");

  tcase_add_loop_test (lines, the_month_of_most_lines_is_the_month_of_the_invoice, 0,
                       G_N_ELEMENTS (cases));
  tcase_add_test (lines, each_invoice_has_its_own_month);
  tcase_add_test (lines, without_invoices_there_are_no_months);
  tcase_add_test (given, a_given_month_wins_and_is_never_unclear);
  tcase_add_test (given, a_given_month_helps_an_invoice_without_any);
  tcase_add_test (given, an_invoice_without_a_month_is_refused_with_the_advice_to_give_one);
  suite_add_tcase (suite, lines);
  suite_add_tcase (suite, given);
  return suite;
}

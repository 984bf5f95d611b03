/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/statement-report.h"
#include "output/statement/statement-html.h"
#include "output/statement/statement-text.h"
#include "sample-statement.h"
#include "test-main.h"

#include <check.h>

static const Statement *
only (const StatementReport *report)
{
  const Statement *statement = statement_report_lookup (report, "c1");

  ck_assert_ptr_nonnull (statement);
  return statement;
}

static const StatementCredit *
credit_of (const StatementReport *report)
{
  ck_assert_uint_eq (only (report)->credits->len, 1);
  return g_ptr_array_index (only (report)->credits, 0);
}

/* "month: opening + granted - used - forfeited + correction = closing", a month a line. */
static void
assert_months (const StatementCredit *credit, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < credit->months->len; i++)
    {
      const StatementMonth *row = &g_array_index (credit->months, StatementMonth, i);
      const Amount amounts[] = { row->opening, row->granted, row->used };
      const Decimal decimals[] = { row->forfeited, row->correction, row->closing };
      char month[MONTH_TEXT_SIZE];

      calendar_print_month (row->month, month);
      g_string_append_printf (found, "%s%s", i > 0 ? "\n" : "", month);
      for (guint j = 0; j < 3; j++)
        {
          g_autofree char *text = decimal_to_string (amounts[j].value, 0);
          g_string_append_printf (found, " %s", amounts[j].known ? text : "?");
        }
      for (guint j = 0; j < 3; j++)
        {
          g_autofree char *text = decimal_to_string (decimals[j], 0);
          g_string_append_printf (found, " %s", text);
        }
      g_string_append (found, row->covers_more ? " more" : "");
    }
  ck_assert_str_eq (found->str, expected);
}

START_TEST (months_are_those_of_the_roll_forward)
{
  g_autoptr (StatementReport) report = SAMPLE_STATEMENTS (NULL, FALSE, SAMPLE_ROWS);

  assert_months (credit_of (report), "2026-09 0 2000 0 0 0 2000\n"
                                     "2026-10 2000 0 500 0 0 1500");
  ck_assert_str_eq (only (report)->name, "Contoso Ltd");
  ck_assert_int_eq (credit_of (report)->state, STATEMENT_ACTIVE);
  ck_assert_int_eq (credit_of (report)->days_left, 61);
  ck_assert_int_eq (only (report)->first, calendar_month (2026, 9));
  ck_assert_int_eq (only (report)->last, calendar_month (2026, 10));
}
END_TEST

START_TEST (products_stand_beside_what_was_used)
{
  g_autoptr (StatementReport) report = SAMPLE_STATEMENTS (NULL, FALSE, SAMPLE_ROWS);
  const StatementUse *use = g_ptr_array_index (only (report)->uses, 0);

  ck_assert_uint_eq (only (report)->uses->len, 1);
  ck_assert_uint_eq (use->products->len, 2);
  ck_assert_str_eq (g_array_index (use->products, StatementProduct, 0).product, "Storage");
  ck_assert (decimal_equal (statement_use_rest (use), decimal_from_int (80)));
}
END_TEST

START_TEST (a_month_alone_leaves_out_the_others)
{
  ReckonPlan plan = reckon_plan_default ();
  plan.month = calendar_month (2026, 9);
  g_autoptr (StatementReport) report = SAMPLE_STATEMENTS (&plan, TRUE, SAMPLE_ROWS);

  assert_months (credit_of (report), "2026-09 0 2000 0 0 0 2000");
  ck_assert_uint_eq (only (report)->uses->len, 0);
  ck_assert_uint_eq (only (report)->pec->len, 0);
  ck_assert_int_eq (only (report)->last, plan.month);
}
END_TEST

START_TEST (partner_earned_credit_is_there_only_when_wanted)
{
  g_autoptr (StatementReport) without = SAMPLE_STATEMENTS (NULL, FALSE, SAMPLE_ROWS);
  g_autoptr (StatementReport) with = SAMPLE_STATEMENTS (NULL, TRUE, SAMPLE_ROWS);

  ck_assert_uint_eq (only (without)->pec->len, 0);
  ck_assert_uint_eq (only (with)->pec->len, 1);
  const StatementPec *pec = &g_array_index (only (with)->pec, StatementPec, 0);
  ck_assert (decimal_equal (pec->list, decimal_from_int (100)));
  ck_assert (decimal_equal (pec->earned, decimal_from_int (15)));
}
END_TEST

START_TEST (what_is_not_known_stays_unknown)
{
  g_autoptr (StatementReport) dated
      = SAMPLE_STATEMENTS (NULL, FALSE, "balance: C=5|B=95|effective=2026-01-01|expiry=2027-01-01");
  g_autoptr (StatementReport) undated = SAMPLE_STATEMENTS (NULL, FALSE, "balance: C=5|B=95");

  assert_months (credit_of (dated), "2026-10 ? 0 ? 0 0 95");
  assert_months (credit_of (undated), "2026-10 ? ? ? 0 0 95");
  const StatementUse *use = g_ptr_array_index (only (dated)->uses, 0);
  ck_assert (use->has_balance && !use->used.known);
}
END_TEST

START_TEST (a_month_after_a_gap_says_that_it_covers_more)
{
  ReckonPlan plan = reckon_plan_default ();
  g_autoptr (StatementReport) all
      = SAMPLE_STATEMENTS (NULL, FALSE, "balance: month=2026-08|C=0|B=90",
                           "balance: month=2026-10|C=10|B=80", "balance: month=2026-11|C=10|B=80");
  plan.month = calendar_month (2026, 10);
  g_autoptr (StatementReport) one
      = SAMPLE_STATEMENTS (&plan, FALSE, "balance: month=2026-08|C=0|B=90",
                           "balance: month=2026-10|C=10|B=80", "balance: month=2026-11|C=10|B=80");

  assert_months (credit_of (all), "2026-08 90 0 0 0 0 90\n2026-10 90 0 10 0 0 80 more\n"
                                  "2026-11 80 0 0 0 0 80");
  assert_months (credit_of (one), "2026-10 90 0 10 0 0 80 more");
}
END_TEST

START_TEST (what_an_expired_credit_still_shows_is_forfeited)
{
  g_autoptr (StatementReport) report = SAMPLE_STATEMENTS (
      NULL, FALSE, "balance: C=30|B=20|effective=2026-10-01|expiry=2026-10-15");

  ck_assert_int_eq (credit_of (report)->state, STATEMENT_EXPIRED);
  ck_assert (decimal_is_zero (credit_of (report)->left));
  ck_assert (decimal_equal (credit_of (report)->forfeited, decimal_from_int (20)));
}
END_TEST

START_TEST (credits_without_a_balance_report_are_stated_too)
{
  g_autoptr (StatementReport) report
      = SAMPLE_STATEMENTS (NULL, FALSE, "invoice: product-name=VM|subtotal=-7" ACO);

  ck_assert_uint_eq (only (report)->credits->len, 0);
  const StatementUse *use = g_ptr_array_index (only (report)->uses, 0);
  ck_assert (!use->has_balance);
}
END_TEST

START_TEST (who_has_no_credit_has_no_statement)
{
  g_autoptr (StatementReport) report = SAMPLE_STATEMENTS (
      NULL, TRUE, SAMPLE_ROWS, "invoice: customer=c2|product-name=VM|subtotal=7");
  g_autoptr (GPtrArray) list = statement_report_list (report);

  ck_assert_uint_eq (list->len, 1);
  ck_assert_ptr_null (statement_report_lookup (report, "c2"));
  ck_assert_ptr_null (statement_report_lookup (report, "c3"));
}
END_TEST

/* Every text of one customer has a mark of its own; it may stand in that customer's statement
   alone, and what is nobody's business in none. */

#define MARKED(mark, number) \
  "balance: customer=" mark "-id|name=" mark "-name|agreement=" mark \
  "-agreement|credit-name=" mark "-credit|currency=" mark "|C=1." number "|B=9." number \
  "|effective=2026-10-01|expiry=2027-01-01", \
      "balance: customer=" mark "-id|name=" mark "-name|agreement=" mark \
      "-gap|month=2026-08|C=1|B=5", \
      "balance: customer=" mark "-id|name=" mark "-name|agreement=" mark \
      "-gap|month=2026-10|C=2|B=3", \
      "invoice: customer=" mark "-id|name=" mark "-name|invoice=" mark "-invoice|currency=" mark \
      "|product-name=" mark "-product|sku-name=" mark "-sku|subtotal=-1." number ACO, \
      "invoice: customer=" mark "-id|name=" mark "-name|invoice=" mark "-invoice|currency=" mark \
      "|product-name=" mark "-pec|subtotal=85|adjustment=15% Partner earned credit"

static char *
everything_of (const StatementReport *report, const char *customer)
{
  const StatementLook look = { NULL, NULL, NULL, NULL };
  const Statement *statement = statement_report_lookup (report, customer);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  ck_assert_ptr_nonnull (statement);
  statement_html_write (statement, &look, sink);
  statement_text_write (statement, &look, sink);
  ck_assert (sink_flush (sink, NULL));
  return g_utf8_strdown (text->str, -1);
}

static const char *const marks[] = { "canary", "pigeon", "falcon" };

START_TEST (no_word_of_another_customer_is_in_a_statement)
{
  g_autoptr (StatementReport) report
      = SAMPLE_STATEMENTS (NULL, TRUE, MARKED ("canary", "40404"), MARKED ("pigeon", "50505"),
                           MARKED ("falcon", "60606"));
  g_autofree char *id = g_strconcat (marks[_i], "-id", NULL);
  g_autofree char *text = everything_of (report, id);

  for (int i = 0; i < (int) G_N_ELEMENTS (marks); i++)
    ck_assert_int_eq (strstr (text, marks[i]) != NULL, i == _i);
  ck_assert_int_eq (strstr (text, ".40404") != NULL, _i == 0);
  ck_assert_int_eq (strstr (text, ".50505") != NULL, _i == 1);
  ck_assert_int_eq (strstr (text, ".60606") != NULL, _i == 2);
}
END_TEST

START_TEST (sources_and_findings_are_in_no_statement)
{
  static const char *const words[]
      = { ".csv",       "aco1",    "aco2",    "aco3",   "aco4",   "canary-invoice",
          "canary-sku", "finding", "tie-out", "agrees", "differs" };
  g_autoptr (StatementReport) report
      = SAMPLE_STATEMENTS (NULL, TRUE, MARKED ("canary", "40404"), MARKED ("pigeon", "50505"));
  g_autofree char *text = everything_of (report, "canary-id");

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    ck_assert_msg (strstr (text, words[i]) == NULL, "%s", words[i]);
}
END_TEST

START_TEST (a_credit_that_left_the_reports_is_not_known_any_more)
{
  g_autoptr (StatementReport) report = SAMPLE_STATEMENTS (
      NULL, FALSE, "balance: month=2026-09|C=0|B=2000|effective=2026-09-01|expiry=2027-08-31",
      "balance: customer=c2|agreement=a2|month=2026-10|C=0|B=5");
  const StatementCredit *credit = credit_of (report);

  ck_assert_int_eq (credit->state, STATEMENT_UNREPORTED);
  ck_assert (credit->rest_unknown);
  ck_assert_int_eq (credit->last_month, calendar_month (2026, 9));
  ck_assert (decimal_equal (credit->last_balance, decimal_from_int (2000)));
}
END_TEST

START_TEST (an_end_that_nobody_saw_is_not_known)
{
  g_autoptr (StatementReport) unseen = SAMPLE_STATEMENTS (
      NULL, FALSE, "balance: month=2026-08|C=0|B=2000|effective=2026-08-01|expiry=2026-09-30",
      "balance: customer=c2|agreement=a2|month=2026-10|C=0|B=5");
  g_autoptr (StatementReport) seen = SAMPLE_STATEMENTS (
      NULL, FALSE, "balance: month=2026-09|C=0|B=2000|effective=2026-08-01|expiry=2026-09-30",
      "balance: customer=c2|agreement=a2|month=2026-10|C=0|B=5");

  ck_assert_int_eq (credit_of (unseen)->state, STATEMENT_EXPIRED);
  ck_assert (credit_of (unseen)->rest_unknown);
  ck_assert_int_eq (credit_of (seen)->state, STATEMENT_EXPIRED);
  ck_assert (!credit_of (seen)->rest_unknown);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement-report");
  TCase *tests = tcase_create ("statement-report");

  tcase_add_test (tests, months_are_those_of_the_roll_forward);
  tcase_add_test (tests, products_stand_beside_what_was_used);
  tcase_add_test (tests, a_month_alone_leaves_out_the_others);
  tcase_add_test (tests, partner_earned_credit_is_there_only_when_wanted);
  tcase_add_test (tests, what_is_not_known_stays_unknown);
  tcase_add_test (tests, a_month_after_a_gap_says_that_it_covers_more);
  tcase_add_test (tests, what_an_expired_credit_still_shows_is_forfeited);
  tcase_add_test (tests, credits_without_a_balance_report_are_stated_too);
  tcase_add_test (tests, who_has_no_credit_has_no_statement);
  tcase_add_loop_test (tests, no_word_of_another_customer_is_in_a_statement, 0,
                       G_N_ELEMENTS (marks));
  tcase_add_test (tests, sources_and_findings_are_in_no_statement);
  tcase_add_test (tests, a_credit_that_left_the_reports_is_not_known_any_more);
  tcase_add_test (tests, an_end_that_nobody_saw_is_not_known);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/seal-record.h"
#include "store/sealed-rows.h"
#include "test-main.h"

#include <check.h>

#include "sample-seal.h"

/* A history in which October is sealed, with September before it. */
static Database *
sealed_october (void)
{
  SampleSeal seal = sample_seal ();
  Database *database = database_new ();

  seal.content.with_earlier = TRUE;
  const SealRecord record = { .content = &seal.content,
                              .month = seal.content.month,
                              .version = 1,
                              .at = "T",
                              .preparer = "A",
                              .approver = "B" };
  ck_assert (history_layout_create (database, NULL));
  g_autofree char *hash = seal_record_write (&record, database, NULL);
  ck_assert_ptr_nonnull (hash);
  sample_seal_clear (&seal);
  return database;
}

static const char *const november[]
    = { "balance: month=2026-11 | C=450 | B=550 | expiry=2027-08-31 | status=active",
        "invoice: invoice=G3 | month=2026-11 | subtotal=150 | price=2 | quantity=75",
        "invoice: invoice=G3 | month=2026-11 | subtotal=-150 | price=-2 | quantity=75"
        " | reason=Azure Credit Offer",
        NULL };

START_TEST (a_month_alone_with_them_is_as_with_all_files)
{
  g_autoptr (Database) database = sealed_october ();
  g_autoptr (Books) alone = build_books (), whole = build_books ();
  ReckonPlan rules = reckon_plan_default ();

  build_rows (alone, november);
  ck_assert (sealed_rows_add (database, calendar_month (2026, 11), alone, NULL));
  BUILD_ROWS (whole, "balance: month=2026-09 | C=100 | B=900 | expiry=2027-08-31",
              "balance: C=300 | B=700 | expiry=2027-08-31 | status=active");
  build_rows (whole, november);
  rules.month = calendar_month (2026, 11);
  g_autoptr (Report) report = build_report (alone, &rules);
  g_autoptr (Report) expected = build_report (whole, &rules);
  ck_assert_uint_eq (baseline_months (alone->baseline)->len, 1);
  ck_assert_int_eq (g_array_index (baseline_months (alone->baseline), Month, 0),
                    calendar_month (2026, 10));
  ck_assert_uint_eq (report_row_count (report, REPORT_FINDINGS),
                     report_row_count (expected, REPORT_FINDINGS));
  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      const FindingRow *other = report_row (expected, REPORT_FINDINGS, i);
      ck_assert_str_eq (row->id, other->id);
    }
  const RollForwardRow *row = report_row (report, REPORT_ROLLFORWARD, 0);
  g_autofree char *used = decimal_to_string (row->used.value, 2);
  ck_assert_str_eq (used, "150.00");
}
END_TEST

START_TEST (a_row_of_a_file_counts)
{
  g_autoptr (Database) database = sealed_october ();
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "balance: C=310 | B=690 | expiry=2027-08-31");
  ck_assert (sealed_rows_add (database, calendar_month (2026, 11), books, NULL));
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  ck_assert_uint_eq (credits->len, 1);
  const Credit *credit = g_ptr_array_index (credits, 0);
  ck_assert_uint_eq (credit->month_count, 2);
  const CreditMonth *october = credit_book_month (credit, 1);
  g_autofree char *used = decimal_to_string (credit_book_credit_amount (&october->counted), 2);
  ck_assert_str_eq (used, "310.00");
  ck_assert_ptr_null (october->rows);
}
END_TEST

START_TEST (later_months_do_not_come)
{
  g_autoptr (Database) database = sealed_october ();
  g_autoptr (Books) books = build_books ();

  ck_assert (sealed_rows_add (database, calendar_month (2026, 10), books, NULL));
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  ck_assert_uint_eq (credits->len, 0);
  ck_assert_uint_eq (baseline_months (books->baseline)->len, 0);
}
END_TEST

START_TEST (a_damaged_row_is_refused)
{
  g_autoptr (Database) database = sealed_october ();
  g_autoptr (Books) books = build_books ();
  g_autoptr (GError) error = NULL;

  ck_assert (database_run (database, "UPDATE balance SET credit_amount = '1x'", NULL));
  ck_assert (!sealed_rows_add (database, calendar_month (2026, 11), books, &error));
  ck_assert_ptr_nonnull (error);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("sealed-rows");
  TCase *tests = tcase_create ("sealed-rows");

  tcase_add_test (tests, a_month_alone_with_them_is_as_with_all_files);
  tcase_add_test (tests, a_row_of_a_file_counts);
  tcase_add_test (tests, later_months_do_not_come);
  tcase_add_test (tests, a_damaged_row_is_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/event-body.h"
#include "store/seal-content.h"
#include "test-main.h"

#include <check.h>

#include "sample-seal.h"

static Database *
written (const SealContent *content)
{
  Database *database = database_new ();

  ck_assert (history_layout_create (database, NULL));
  ck_assert (database_run (database,
                           "INSERT INTO seal (month, version, state, sealed_at, preparer,"
                           " approver, pack_state)"
                           " VALUES ('2026-10', 1, 'sealed', 'T', 'A', 'B', 'none')",
                           NULL));
  ck_assert (seal_content_write (content, database, 1, NULL));
  ck_assert (seal_content_write_inputs (content, database, 1, NULL));
  ck_assert (seal_content_write_names (content, database, NULL));
  return database;
}

static const struct
{
  const char *sql, *rows;
} tables[] = {
  { "SELECT * FROM balance",
    "2026-10|1|c1|a1|ACO|USD|2026-10|300.00|700.00|active|-|2027-08-31\n" },
  { "SELECT * FROM figure", "2026-10|1|c1|USD|200.00|200.00|-|200.00|0.00|0.00|0.00|0.00\n" },
  { "SELECT * FROM credit", "2026-10|1|c1|G2|USD|p|0001|2|-200.00\n" },
  { "SELECT * FROM invoice", "2026-10|1|G2|USD|3|0.00|0.00|0.00\n" },
  { "SELECT code, severity, customer_id, agreement_id, currency, finding_month, subject, amount"
    " FROM finding ORDER BY code, amount",
    "ACO204|warning|c1|-|USD|2026-10|g2/p/0001|150.00\n"
    "ACO204|warning|c1|-|USD|2026-10|g2/p/0001|50.00\n"
    "ACO502|notice|c1|a1|USD|2026-10|-|700.00\n" },
  { "SELECT month, version, position, file, kind, rows FROM input",
    "2026-10|1|0|balance.csv|aco-balance|-\n2026-10|1|1|invoice.csv|invoice|-\n" },
};

START_TEST (each_table_holds_the_month)
{
  SampleSeal seal = sample_seal ();
  g_autoptr (Database) database = written (&seal.content);
  g_autofree char *rows = sample_rows (database, tables[_i].sql);

  ck_assert_str_eq (rows, tables[_i].rows);
  sample_seal_clear (&seal);
}
END_TEST

START_TEST (the_first_close_takes_earlier_rows_along)
{
  SampleSeal seal = sample_seal ();

  seal.content.with_earlier = TRUE;
  g_autoptr (Database) database = written (&seal.content);
  g_autofree char *rows = sample_rows (database, "SELECT row_month FROM balance");
  ck_assert_str_eq (rows, "2026-09\n2026-10\n");
  sample_seal_clear (&seal);
}
END_TEST

START_TEST (names_are_kept_and_renewed)
{
  SampleSeal seal = sample_seal ();
  g_autoptr (Database) database = written (&seal.content);
  g_autofree char *none = sample_rows (database, "SELECT * FROM customer");

  ck_assert_str_eq (none, "");
  sample_seal_clear (&seal);
  seal.books = build_books ();
  BUILD_ROWS (seal.books, "balance: C=300 | B=700 | name=O'Neil");
  seal.report = build_report (seal.books, NULL);
  seal.content.books = seal.books;
  seal.content.report = seal.report;
  ck_assert (seal_content_write_names (&seal.content, database, NULL));
  ck_assert (seal_content_write_names (&seal.content, database, NULL));
  g_autofree char *named = sample_rows (database, "SELECT * FROM customer");
  ck_assert_str_eq (named, "c1|O'Neil\n");
  sample_seal_clear (&seal);
}
END_TEST

START_TEST (a_month_has_balances_and_invoices_or_not)
{
  SampleSeal seal = sample_seal ();

  ck_assert (seal_content_has_balances (&seal.content));
  ck_assert (seal_content_has_invoices (&seal.content));
  seal.content.month++;
  ck_assert (!seal_content_has_balances (&seal.content));
  ck_assert (!seal_content_has_invoices (&seal.content));
  sample_seal_clear (&seal);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("seal-content");
  TCase *tests = tcase_create ("seal-content");

  tcase_add_loop_test (tests, each_table_holds_the_month, 0, G_N_ELEMENTS (tables));
  tcase_add_test (tests, the_first_close_takes_earlier_rows_along);
  tcase_add_test (tests, names_are_kept_and_renewed);
  tcase_add_test (tests, a_month_has_balances_and_invoices_or_not);
  suite_add_tcase (suite, tests);
  return suite;
}

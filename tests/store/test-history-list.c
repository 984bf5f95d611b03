/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/history-list.h"
#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "sample-seal.h"
#include "store/seal-record.h"

/* October twice, then a gap; one finding of October is resolved, and one of no month. */
static Database *
history (gint64 *findings)
{
  SampleSeal seal = sample_seal ();
  Database *database = database_new ();

  ck_assert (history_layout_create (database, NULL));
  for (gint64 i = 1; i <= 3; i++)
    {
      const SealRecord record = { .content = i < 3 ? &seal.content : NULL,
                                  .month = seal.content.month + (i == 3),
                                  .version = i < 3 ? i : 1,
                                  .at = "T",
                                  .preparer = "A",
                                  .approver = "B" };
      g_autofree char *hash = seal_record_write (&record, database, NULL);
      ck_assert_ptr_nonnull (hash);
    }
  ck_assert (database_run (
      database,
      "INSERT INTO resolution (finding_id, finding_key, amount, resolution, note, by, at)"
      " SELECT finding_id, finding_key, amount, 'accepted', 'n', 'b', 't' FROM finding"
      " WHERE version = 1 ORDER BY finding_id LIMIT 1;"
      "INSERT INTO resolution VALUES (2, 'f0', 'k0', '1.00', 'expected', 'n', 'b', 't')",
      NULL));
  *findings = (gint64) report_row_count (seal.report, REPORT_FINDINGS);
  sample_seal_clear (&seal);
  return database;
}

START_TEST (all_of_it_is_listed)
{
  gint64 findings;
  g_autoptr (Database) database = history (&findings);
  g_autoptr (HistoryList) owner = history_list_new (database, MONTH_NONE, NULL);
  const Report *list = history_list_report (owner);

  ck_assert_uint_eq (report_row_count (list, LIST_MONTHS), 3);
  ck_assert_uint_eq (report_row_count (list, LIST_EVENTS), 3);
  ck_assert_uint_eq (report_row_count (list, LIST_RESOLUTIONS), 2);
  ck_assert_uint_eq (report_row_count (list, LIST_INPUTS), 0);
  const ListMonth *first = report_row (list, LIST_MONTHS, 0);
  ck_assert_str_eq (first->state, "superseded");
  ck_assert_uint_eq (first->figures.count, 1);
  ck_assert (((const ListFigures *) first->figures.elements)->balance_used.known);
  ck_assert_int_gt (findings, 0);
  ck_assert_int_eq ((gint64) first->findings_open, findings - 1);
  ck_assert_uint_eq (first->findings_resolved, 1);
  const ListMonth *gap = report_row (list, LIST_MONTHS, 2);
  ck_assert_uint_eq (gap->figures.count, 0);
  ck_assert_uint_eq (gap->findings_open + gap->findings_resolved, 0);
}
END_TEST

START_TEST (of_one_month_its_own_is_listed)
{
  gint64 findings;
  g_autoptr (Database) database = history (&findings);
  g_autoptr (HistoryList) owner = history_list_new (database, calendar_month (2026, 10), NULL);
  const Report *list = history_list_report (owner);
  g_autofree char *inputs = sample_rows (database, "SELECT count(*) FROM input");
  g_autofree char *listed = g_strdup_printf ("%d\n", (int) report_row_count (list, LIST_INPUTS));

  ck_assert_uint_eq (report_row_count (list, LIST_MONTHS), 2);
  ck_assert_uint_eq (report_row_count (list, LIST_EVENTS), 2);
  ck_assert_uint_eq (report_row_count (list, LIST_RESOLUTIONS), 1);
  ck_assert_str_eq (listed, inputs);
}
END_TEST

/* So many that looking at each finding for each resolution takes longer than a test may. */
START_TEST (many_resolutions_of_a_large_month_are_listed_at_once)
{
  gint64 findings;
  g_autoptr (Database) database = history (&findings);

  ck_assert (database_run (
      database,
      "CREATE TEMP TABLE number AS WITH RECURSIVE c (n) AS (SELECT 10 UNION ALL SELECT n + 1 FROM c"
      " WHERE n < 20009) SELECT n FROM c;"
      "INSERT INTO finding SELECT '2026-10', 1, 'f-' || n, 'k', 'ACO401', 'error', NULL, NULL, "
      "NULL,"
      " NULL, NULL, '1.00' FROM number;"
      "INSERT INTO resolution SELECT n, 'f-' || n, 'k', '1.00', 'disputed', 'n', 'b', 't' FROM "
      "number",
      NULL));
  g_autoptr (HistoryList) owner = history_list_new (database, calendar_month (2026, 10), NULL);
  ck_assert_uint_eq (report_row_count (history_list_report (owner), LIST_RESOLUTIONS), 20001);
}
END_TEST

START_TEST (a_month_that_was_never_sealed_is_refused)
{
  gint64 findings;
  g_autoptr (Database) database = history (&findings);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (history_list_new (database, calendar_month (2020, 1), &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_HISTORY));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("history-list");
  TCase *tcase = tcase_create ("history-list");

  tcase_add_test (tcase, all_of_it_is_listed);
  tcase_add_test (tcase, of_one_month_its_own_is_listed);
  tcase_add_test (tcase, many_resolutions_of_a_large_month_are_listed_at_once);
  tcase_add_test (tcase, a_month_that_was_never_sealed_is_refused);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/sealed-sheet.h"
#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "sample-seal.h"
#include "store/event-chain.h"
#include "store/resolution-book.h"
#include "store/seal-record.h"

static SampleSeal seal;
static Database *database;

static void
make_history (void)
{
  seal = sample_seal ();
  database = database_new ();
  ck_assert (history_layout_create (database, NULL));
}

static void
free_history (void)
{
  database_free (database);
  sample_seal_clear (&seal);
}

static void
close_month (Month month, gint64 version)
{
  const SealRecord record = { .content = month == seal.content.month ? &seal.content : NULL,
                              .month = month,
                              .version = version,
                              .at = "2026-11-03T09:00:00Z",
                              .preparer = "Ann",
                              .approver = "Bo",
                              .program = "acorecon",
                              .as_of = "2026-10-31",
                              .pack_sha256 = "abc" };
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = seal_record_write (&record, database, &error);

  ck_assert_msg (hash != NULL, "%s", error != NULL ? error->message : "no error");
}

/* @which: its place among the findings of @month by their ids, from 0. */
static void
resolve (const char *as, guint which)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO event (n, at, what, body, previous_hash, hash) SELECT max (n) + 1, 't',"
      " 'resolve', '', '', '' FROM event;"
      "INSERT INTO resolution SELECT (SELECT max (n) FROM event), finding_id, finding_key, amount,"
      " '%s', 'by mail', 'Cy', '2026-11-02T08:00:00Z' FROM finding WHERE version = 1"
      " ORDER BY finding_id LIMIT 1 OFFSET %u",
      as, which);

  ck_assert (database_run (database, sql, NULL));
}

static guint
count (const CloseSheet *sheet, SheetStanding standing)
{
  return sheet->findings[standing]->len;
}

START_TEST (a_sheet_says_who_sealed_what)
{
  close_month (seal.content.month, 1);
  g_autoptr (CloseSheet) sheet = sealed_sheet_load (database, seal.content.month, 1, NULL);

  ck_assert_ptr_nonnull (sheet);
  ck_assert_str_eq (sheet->seal.preparer, "Ann");
  ck_assert_str_eq (sheet->seal.approver, "Bo");
  ck_assert_str_eq (sheet->seal.pack_sha256, "abc");
  ck_assert_uint_eq (sheet->event, 1);
  ck_assert_uint_eq (strlen (sheet->hash), 64);
  ck_assert_uint_eq (sheet->figures->len, 1);
  ck_assert_uint_gt (sheet->inputs->len, 0);
  ck_assert_uint_eq (count (sheet, SHEET_OPEN), report_row_count (seal.report, REPORT_FINDINGS));
  ck_assert_uint_eq (count (sheet, SHEET_RESOLVED) + count (sheet, SHEET_CARRIED), 0);
}
END_TEST

START_TEST (what_was_decided_before_the_close_counts_and_nothing_later)
{
  close_month (seal.content.month, 1);
  resolve ("accepted", 0);
  close_month (seal.content.month, 2);
  resolve ("expected", 0);
  g_autoptr (CloseSheet) first = sealed_sheet_load (database, seal.content.month, 1, NULL);
  g_autoptr (CloseSheet) second = sealed_sheet_load (database, seal.content.month, 2, NULL);

  ck_assert_uint_eq (count (first, SHEET_RESOLVED), 0);
  ck_assert_uint_eq (count (second, SHEET_RESOLVED), 1);
  const SheetFinding *finding = &g_array_index (second->findings[SHEET_RESOLVED], SheetFinding, 0);
  ck_assert_str_eq (finding->resolution, "accepted");
  ck_assert_str_eq (finding->by, "Cy");
  ck_assert_str_eq (finding->note, "by mail");
}
END_TEST

START_TEST (disputes_of_months_before_are_carried_until_another_decision)
{
  close_month (seal.content.month, 1);
  resolve ("disputed", 0);
  close_month (seal.content.month + 1, 1);
  resolve ("accepted", 0);
  close_month (seal.content.month + 2, 1);
  g_autoptr (CloseSheet) next = sealed_sheet_load (database, seal.content.month + 1, 1, NULL);
  g_autoptr (CloseSheet) later = sealed_sheet_load (database, seal.content.month + 2, 1, NULL);

  ck_assert_uint_eq (count (next, SHEET_CARRIED), 1);
  ck_assert_uint_eq (count (later, SHEET_CARRIED), 0);
}
END_TEST

/* So many that looking at each finding for each of them takes longer than a test may. */
START_TEST (many_disputes_of_a_large_month_are_carried_at_once)
{
  close_month (seal.content.month, 1);
  ck_assert (database_run (
      database,
      "CREATE TEMP TABLE number AS WITH RECURSIVE c (n) AS (SELECT 10 UNION ALL SELECT n + 1 FROM c"
      " WHERE n < 20009) SELECT n FROM c;"
      "INSERT INTO finding SELECT month, 1, 'f-' || n, 'k', 'ACO401', 'error', NULL, NULL, NULL,"
      " NULL, NULL, '1.00' FROM number, seal;"
      "INSERT INTO resolution SELECT n, 'f-' || n, 'k', '1.00', 'disputed', 'n', 'b', 't' FROM "
      "number;"
      "INSERT INTO event (n, at, what, body, previous_hash, hash) VALUES (20009, 't', 'resolve', "
      "'',"
      " '', '')",
      NULL));
  close_month (seal.content.month + 1, 1);
  g_autoptr (CloseSheet) sheet = sealed_sheet_load (database, seal.content.month + 1, 1, NULL);
  ck_assert_uint_eq (count (sheet, SHEET_CARRIED), 20000);
}
END_TEST

/* The same sheet whenever it is made: here before and after a restatement of the month before. */
START_TEST (versions_that_stood_at_the_close_are_carried)
{
  close_month (seal.content.month, 1);
  resolve ("disputed", 0);
  close_month (seal.content.month + 1, 1);
  g_autoptr (CloseSheet) before = sealed_sheet_load (database, seal.content.month + 1, 1, NULL);
  ck_assert (database_run (database, "DELETE FROM finding WHERE version = 2", NULL));
  close_month (seal.content.month, 2);
  ck_assert (database_run (database, "DELETE FROM finding WHERE version = 2", NULL));
  g_autoptr (CloseSheet) after = sealed_sheet_load (database, seal.content.month + 1, 1, NULL);

  ck_assert_uint_eq (count (before, SHEET_CARRIED), 1);
  ck_assert_uint_eq (count (after, SHEET_CARRIED), 1);
}
END_TEST

/* Findings @first up to @end of the month, one key and one amount for @alike of them each. */
static void
add_findings (gint64 version, guint first, guint end, guint alike)
{
  char month[MONTH_TEXT_SIZE];

  calendar_print_month (seal.content.month, month);
  g_autofree char *sql = g_strdup_printf (
      "DELETE FROM finding WHERE version = %" G_GINT64_FORMAT ";"
      "WITH RECURSIVE c (i) AS (SELECT %u UNION ALL SELECT i + 1 FROM c WHERE i + 1 < %u)"
      " INSERT INTO finding (month, version, finding_id, finding_key, code, severity, amount)"
      " SELECT '%s', %" G_GINT64_FORMAT ", 'f' || i, 'k' || (i / %u), 'ACO202', 'warning', '3.00'"
      " FROM c",
      version, first, end, month, version, alike);

  ck_assert (database_run (database, sql, NULL));
}

START_TEST (of_findings_alike_none_is_resolved_when_fewer_are_there_than_were)
{
  close_month (seal.content.month, 1);
  add_findings (1, 0, 2, 2);
  resolve ("accepted", 0);
  resolve ("accepted", 1);
  close_month (seal.content.month, 2);
  add_findings (2, 0, 1, 2);
  close_month (seal.content.month, 3);
  add_findings (3, 0, 2, 2);
  g_autoptr (CloseSheet) fewer = sealed_sheet_load (database, seal.content.month, 2, NULL);
  g_autoptr (CloseSheet) all = sealed_sheet_load (database, seal.content.month, 3, NULL);

  ck_assert_uint_eq (count (fewer, SHEET_RESOLVED), 0);
  ck_assert_uint_eq (count (fewer, SHEET_OPEN), 1);
  ck_assert_uint_eq (count (all, SHEET_RESOLVED), 2);
}
END_TEST

/* Half a minute when each finding asks for all findings of its month; a blink when it does not. */
START_TEST (a_sheet_of_twenty_thousand_decisions_is_there_in_no_time)
{
  const guint many = 20000;

  close_month (seal.content.month, 1);
  add_findings (1, 0, many, 1);
  ck_assert (database_run (database,
                           "INSERT INTO event (n, at, what, body, previous_hash, hash)"
                           " VALUES (2, 't', 'resolve', '', '', '');"
                           "INSERT INTO resolution SELECT row_number() OVER () + 1, finding_id,"
                           " finding_key, amount, 'disputed', 'by mail', 'Cy', 't' FROM finding",
                           NULL));
  ck_assert (database_run (database,
                           "INSERT INTO event (n, at, what, body, previous_hash, hash)"
                           " VALUES (30000, 't', 'resolve', '', '', '')",
                           NULL));
  close_month (seal.content.month, 2);
  add_findings (2, 0, many, 1);
  close_month (seal.content.month + 1, 1);
  const gint64 before = g_get_monotonic_time ();
  g_autoptr (CloseSheet) sheet = sealed_sheet_load (database, seal.content.month, 2, NULL);
  g_autoptr (CloseSheet) next = sealed_sheet_load (database, seal.content.month + 1, 1, NULL);
  const gint64 seconds = (g_get_monotonic_time () - before) / G_USEC_PER_SEC;

  ck_assert_uint_eq (count (sheet, SHEET_RESOLVED), many);
  ck_assert_uint_eq (count (next, SHEET_CARRIED), many);
  ck_assert_int_lt (seconds, 3);
}
END_TEST

START_TEST (of_no_such_version_there_is_no_sheet)
{
  g_autoptr (GError) error = NULL;

  close_month (seal.content.month, 1);
  ck_assert_ptr_null (sealed_sheet_load (database, seal.content.month, 2, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_HISTORY));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("sealed-sheet");
  TCase *tests = tcase_create ("sealed-sheet");

  tcase_add_checked_fixture (tests, make_history, free_history);
  tcase_add_test (tests, a_sheet_says_who_sealed_what);
  tcase_add_test (tests, what_was_decided_before_the_close_counts_and_nothing_later);
  tcase_add_test (tests, disputes_of_months_before_are_carried_until_another_decision);
  tcase_add_test (tests, many_disputes_of_a_large_month_are_carried_at_once);
  tcase_add_test (tests, versions_that_stood_at_the_close_are_carried);
  tcase_add_test (tests, of_findings_alike_none_is_resolved_when_fewer_are_there_than_were);
  tcase_add_test (tests, a_sheet_of_twenty_thousand_decisions_is_there_in_no_time);
  tcase_add_test (tests, of_no_such_version_there_is_no_sheet);
  suite_add_tcase (suite, tests);
  return suite;
}

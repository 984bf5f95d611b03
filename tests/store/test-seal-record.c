/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/content-digest.h"
#include "store/seal-record.h"
#include "test-main.h"

#include <check.h>

#include "sample-seal.h"

static SealRecord
record_of (const SampleSeal *seal, gint64 version)
{
  static const char *const options[] = { "--tolerance=5", NULL };

  return (SealRecord){ .content = &seal->content,
                       .month = seal->content.month,
                       .version = version,
                       .at = "2026-11-05T10:00:00Z",
                       .preparer = "Ann",
                       .approver = "Bo",
                       .program = "acorecon",
                       .options = options,
                       .as_of = "2026-10-31" };
}

START_TEST (a_seal_says_who_when_and_from_what)
{
  SampleSeal seal = sample_seal ();
  g_autoptr (Database) database = database_new ();
  const SealRecord record = record_of (&seal, 1);

  ck_assert (history_layout_create (database, NULL));
  g_autofree char *hash = seal_record_write (&record, database, NULL);
  g_autofree char *digest = content_digest (database, "2026-10", 1, NULL);
  g_autofree char *row = sample_rows (
      database, "SELECT month, version, state, sealed_at, preparer, approver, reason, program,"
                " options, as_of, pack_state, content_sha256 FROM seal");
  g_autofree char *expected = g_strdup_printf (
      "2026-10|1|sealed|2026-11-05T10:00:00Z|Ann|Bo|-|acorecon|[\"--tolerance=5\"]|2026-10-31|"
      "none|%s\n",
      digest);
  ck_assert_str_eq (row, expected);
  g_autofree char *event = sample_rows (database, "SELECT n, what, by, hash FROM event");
  g_autofree char *wanted = g_strdup_printf ("1|close|Ann|%s\n", hash);
  ck_assert_str_eq (event, wanted);
  sample_seal_clear (&seal);
}
END_TEST

START_TEST (a_restatement_supersedes)
{
  SampleSeal seal = sample_seal ();
  g_autoptr (Database) database = database_new ();
  const SealRecord first = record_of (&seal, 1);
  SealRecord second = record_of (&seal, 2);

  second.reason = "a later file";
  ck_assert (history_layout_create (database, NULL));
  g_autofree char *hash = seal_record_write (&first, database, NULL);
  ck_assert_ptr_nonnull (hash);
  g_autofree char *later = seal_record_write (&second, database, NULL);
  ck_assert_ptr_nonnull (later);
  g_autofree char *rows = sample_rows (database, "SELECT version, state FROM seal");
  g_autofree char *events = sample_rows (database, "SELECT what, version, reason FROM event");
  ck_assert_str_eq (rows, "1|superseded\n2|sealed\n");
  ck_assert_str_eq (events, "close|1|-\nrestate|2|a later file\n");
  sample_seal_clear (&seal);
}
END_TEST

START_TEST (a_reopening_is_an_event)
{
  SampleSeal seal = sample_seal ();
  g_autoptr (Database) database = database_new ();
  const SealRecord record = record_of (&seal, 1);
  const Event event
      = { .kind = EVENT_REOPEN, .at = "T", .month = "2026-10", .version = 1, .by = "Ann" };

  ck_assert (history_layout_create (database, NULL));
  g_autofree char *first = seal_record_write (&record, database, NULL);
  ck_assert_ptr_nonnull (first);
  g_autofree char *hash = seal_record_reopen (database, &event, NULL);
  g_autofree char *rows = sample_rows (database, "SELECT version, state FROM seal");
  g_autofree char *events = sample_rows (database, "SELECT what, by FROM event");
  ck_assert_ptr_nonnull (hash);
  ck_assert_str_eq (rows, "1|reopened\n");
  ck_assert_str_eq (events, "close|Ann\nreopen|Ann\n");
  sample_seal_clear (&seal);
}
END_TEST

START_TEST (a_gap_has_no_content)
{
  SampleSeal seal = sample_seal ();
  g_autoptr (Database) database = database_new ();
  SealRecord record = record_of (&seal, 1);

  record.content = NULL;
  record.reason = "nothing was billed";
  ck_assert (history_layout_create (database, NULL));
  g_autofree char *hash = seal_record_write (&record, database, NULL);
  ck_assert_ptr_nonnull (hash);
  g_autofree char *rows
      = sample_rows (database, "SELECT program, options, as_of, content_sha256 FROM seal");
  g_autofree char *events = sample_rows (database, "SELECT what FROM event");
  ck_assert_str_eq (rows, "-|-|-|-\n");
  ck_assert_str_eq (events, "gap\n");
  sample_seal_clear (&seal);
}
END_TEST

START_TEST (a_pack_is_pending_until_it_is_settled)
{
  SampleSeal seal = sample_seal ();
  g_autoptr (Database) database = database_new ();
  SealRecord record = record_of (&seal, 1);

  record.pack = "/packs/2026-10";
  record.pack_sha256 = "abc";
  ck_assert (history_layout_create (database, NULL));
  g_autofree char *hash = seal_record_write (&record, database, NULL);
  ck_assert_ptr_nonnull (hash);
  g_autofree char *before
      = sample_rows (database, "SELECT pack, pack_sha256, pack_state FROM seal");
  ck_assert (seal_record_settle_pack (database, record.month, 1, "written", NULL));
  g_autofree char *after = sample_rows (database, "SELECT pack_state FROM seal");
  ck_assert_str_eq (before, "/packs/2026-10|abc|pending\n");
  ck_assert_str_eq (after, "written\n");
  sample_seal_clear (&seal);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("seal-record");
  TCase *tests = tcase_create ("seal-record");

  tcase_add_test (tests, a_seal_says_who_when_and_from_what);
  tcase_add_test (tests, a_restatement_supersedes);
  tcase_add_test (tests, a_reopening_is_an_event);
  tcase_add_test (tests, a_gap_has_no_content);
  tcase_add_test (tests, a_pack_is_pending_until_it_is_settled);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/history-breaches.h"
#include "test-main.h"

#include <check.h>

#include "sample-seal.h"
#include "store/event-chain.h"
#include "store/seal-record.h"

#define GUARDS_AWAY \
  "PRAGMA foreign_keys = OFF; DROP TRIGGER event_update; DROP TRIGGER event_delete;" \
  "DROP TRIGGER resolution_update; DROP TRIGGER resolution_delete;"

static void
resolve (Database *database)
{
  const Event event = { .kind = EVENT_RESOLVE,
                        .at = "T2",
                        .by = "Ann",
                        .finding_id = "f1",
                        .finding_key = "k1",
                        .amount = "1.00",
                        .resolution = "accepted",
                        .note = "so \"it\" is" };
  g_autofree char *hash = event_chain_append (database, &event, NULL);

  ck_assert_ptr_nonnull (hash);
  ck_assert (database_run (database,
                           "INSERT INTO resolution VALUES (5, 'f1', 'k1', '1.00', 'accepted',"
                           " 'so \"it\" is', 'Ann', 'T2')",
                           NULL));
}

/* A close, a restatement, a gap, a reopening and a resolution. */
static Database *
history (void)
{
  static const char *const options[] = { "--aco-reason=\"A\", Übel", "--tolerance=5", NULL };
  SampleSeal seal = sample_seal ();
  Database *database = database_new ();

  ck_assert (history_layout_create (database, NULL));
  for (gint64 i = 1; i <= 3; i++)
    {
      const SealRecord record = { .content = i < 3 ? &seal.content : NULL,
                                  .month = seal.content.month + (i == 3),
                                  .version = i < 3 ? i : 1,
                                  .at = "T1",
                                  .preparer = "Ann",
                                  .approver = "Bo",
                                  .reason = i > 1 ? "late" : NULL,
                                  .program = "acorecon",
                                  .options = options,
                                  .as_of = "2026-10-31" };
      g_autofree char *hash = seal_record_write (&record, database, NULL);
      ck_assert_ptr_nonnull (hash);
    }
  const Event reopening = {
    .kind = EVENT_REOPEN, .at = "T2", .month = "2026-11", .version = 1, .by = "Bo", .reason = "x"
  };
  g_autofree char *hash = seal_record_reopen (database, &reopening, NULL);
  ck_assert_ptr_nonnull (hash);
  resolve (database);
  sample_seal_clear (&seal);
  return database;
}

/* "2026-10/1/0 content differs|": month, version, event, breach. */
static char *
breaches_of (Database *database)
{
  g_autoptr (Report) report = verification_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  ck_assert (history_breaches_find (database, report, NULL));
  for (gsize i = 0; i < report_row_count (report, 0); i++)
    {
      const VerifyBreach *breach = report_row (report, 0, i);
      char month[MONTH_TEXT_SIZE] = "-";

      if (breach->month != MONTH_NONE)
        calendar_print_month (breach->month, month);
      g_string_append_printf (text, "%s/%d/%d %s|", month, (int) breach->version, (int) breach->n,
                              breach->what);
    }
  return g_strdup (text->str);
}

#define CONTENT_1 "2026-10/1/0 content differs|"

static const struct
{
  const char *sql, *breaches;
} changes[] = {
  { "SELECT 1", "" },
  /* what belongs to no seal, and what is written after the event */
  { "UPDATE seal SET pack = 'p', pack_sha256 = 'q', pack_state = 'lost'", "" },
  { "UPDATE balance SET balance_amount = '1.00' WHERE version = 1", CONTENT_1 },
  { "UPDATE figure SET net = NULL WHERE version = 1", CONTENT_1 },
  { "DELETE FROM credit WHERE version = 1", CONTENT_1 },
  { "UPDATE invoice SET lines = lines + 1 WHERE version = 1", CONTENT_1 },
  { "UPDATE month_figure SET net = '9.99' WHERE version = 1 AND month = '2026-10'",
    "2026-10/1/0 sums differ from the content|" },
  { "UPDATE month_finding SET findings = 99 WHERE version = 2",
    "2026-10/2/0 sums differ from the content|" },
  { "UPDATE finding SET subject = 's' WHERE version = 1", CONTENT_1 },
  { "UPDATE seal SET content_sha256 = 'x' WHERE version = 2",
    "2026-10/2/2 seal differs from its event|2026-10/2/0 content differs|" },
  { "UPDATE seal SET sealed_at = 'T9' WHERE version = 2",
    "2026-10/2/2 seal differs from its event|" },
  { "UPDATE seal SET preparer = 'X' WHERE version = 2",
    "2026-10/2/2 seal differs from its event|" },
  { "UPDATE seal SET approver = 'X' WHERE version = 2",
    "2026-10/2/2 seal differs from its event|" },
  { "UPDATE seal SET reason = NULL WHERE version = 2", "2026-10/2/2 seal differs from its event|" },
  { "UPDATE seal SET program = 'X' WHERE version = 2", "2026-10/2/2 seal differs from its event|" },
  { "UPDATE seal SET options = '[]' WHERE version = 2",
    "2026-10/2/2 seal differs from its event|" },
  { "UPDATE seal SET as_of = 'X' WHERE version = 2", "2026-10/2/2 seal differs from its event|" },
  { "UPDATE seal SET as_of = 'X' WHERE month = '2026-11'",
    "2026-11/1/3 seal differs from its event|" },
  { "UPDATE seal SET state = 'reopened' WHERE version = 2",
    "2026-10/2/0 state does not follow from the events|" },
  { "UPDATE seal SET state = 'sealed' WHERE month = '2026-11'",
    "2026-11/1/0 state does not follow from the events|" },
  { "UPDATE seal SET state = 'sealed' WHERE month = '2026-10'",
    "2026-10/1/0 state does not follow from the events|" },
  { "UPDATE input SET sha256 = 'x' WHERE version = 2 AND position = 0",
    "2026-10/2/2 inputs differ from those of the event|" },
  { "UPDATE input SET rows = 9 WHERE version = 2 AND position = 0",
    "2026-10/2/2 inputs differ from those of the event|" },
  { "DELETE FROM input WHERE version = 2", "2026-10/2/2 inputs differ from those of the event|" },
  { "INSERT INTO input VALUES ('2026-11', 1, 0, 'f', 'invoice', 1, 1, 'x')",
    "2026-11/1/3 inputs differ from those of the event|" },
  { "DELETE FROM seal WHERE month = '2026-11'",
    "-/0/3 there is no such version|-/0/4 there is no such version|" },
  { "INSERT INTO seal (month, version, state, sealed_at, preparer, approver, pack_state)"
    " VALUES ('2026-12', 1, 'sealed', 'T', 'A', 'B', 'none')",
    "2026-12/1/0 no event, or more than one, sealed it|" },
  { "UPDATE event SET by = 'X' WHERE n = 4", "-/0/4 columns differ from the body|" },
  { "UPDATE event SET at = 'X' WHERE n = 1", "-/0/1 columns differ from the body|" },
  { "UPDATE event SET reason = 'X' WHERE n = 5", "-/0/5 columns differ from the body|" },
  { "UPDATE event SET hash = 'x' WHERE n = 5", "-/0/5 hash differs|" },
  { "UPDATE event SET previous_hash = 'x' WHERE n = 5",
    "-/0/5 previous hash differs|-/0/5 hash differs|" },
  { "UPDATE event SET body = 'x' WHERE n = 4",
    "-/0/4 hash differs|-/0/4 columns differ from the body|" },
  { "DELETE FROM event WHERE n = 4", "-/0/4 is missing|-/0/5 previous hash differs|"
                                     "2026-11/1/0 state does not follow from the events|" },
  { "DELETE FROM event WHERE n = 5", "-/0/0 a resolution has no event|" },
  { "DELETE FROM resolution", "-/0/5 there is no such resolution|" },
  { "UPDATE resolution SET finding_id = 'f2'", "-/0/5 resolution differs|" },
  { "UPDATE resolution SET finding_key = 'f2'", "-/0/5 resolution differs|" },
  { "UPDATE resolution SET amount = '1.0'", "-/0/5 resolution differs|" },
  { "UPDATE resolution SET resolution = 'disputed'", "-/0/5 resolution differs|" },
  { "UPDATE resolution SET note = 'n'", "-/0/5 resolution differs|" },
  { "UPDATE resolution SET by = 'n'", "-/0/5 resolution differs|" },
  { "UPDATE resolution SET at = 'n'", "-/0/5 resolution differs|" },
  { "UPDATE resolution SET n = 2",
    "-/0/5 there is no such resolution|-/0/0 a resolution has no event|" },
};

START_TEST (each_change_is_found)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (Database) changed = history ();

      ck_assert (database_run (changed, GUARDS_AWAY, NULL));
      ck_assert_msg (database_run (changed, changes[i].sql, NULL), "%s", changes[i].sql);
      g_autofree char *breaches = breaches_of (changed);
      ck_assert_msg (g_str_equal (breaches, changes[i].breaches), "%s: %s", changes[i].sql,
                     breaches);
    }
}
END_TEST

START_TEST (a_row_without_its_seal_is_found)
{
  g_autoptr (Database) database = history ();

  ck_assert (database_run (database, GUARDS_AWAY "DELETE FROM seal WHERE version = 2", NULL));
  g_autofree char *breaches = breaches_of (database);
  ck_assert_ptr_nonnull (strstr (breaches, "a row of figure has none in seal|"));
}
END_TEST

START_TEST (a_head_is_that_of_an_event)
{
  g_autoptr (Database) database = history ();
  g_autofree char *last = sample_rows (database, "SELECT hash FROM event WHERE n = 5");
  g_autoptr (Report) report = verification_new ();

  last[64] = '\0';
  ck_assert (history_breaches_find_head (database, last, report, NULL));
  ck_assert_uint_eq (report_row_count (report, 0), 0);
  ck_assert (database_run (database, GUARDS_AWAY "DELETE FROM event WHERE n = 5", NULL));
  ck_assert (history_breaches_find_head (database, last, report, NULL));
  ck_assert_uint_eq (report_row_count (report, 0), 1);
}
END_TEST

START_TEST (inputs_are_found_by_their_digest)
{
  g_autoptr (Database) database = history ();
  g_autoptr (GHashTable) digests = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (Report) report = verification_new ();
  char digest[] = "d";

  ck_assert (database_run (database,
                           "UPDATE input SET sha256 = NULL;"
                           "UPDATE input SET sha256 = 'd', file = 'one.csv' WHERE version = 2 AND"
                           " position = 0;"
                           "UPDATE input SET sha256 = 'old' WHERE version = 1",
                           NULL));
  ck_assert (history_breaches_find_inputs (database, digests, report, NULL));
  ck_assert_uint_eq (report_row_count (report, 0), 1);
  ck_assert_str_eq (((const VerifyBreach *) report_row (report, 0, 0))->what,
                    "input one.csv is not among the files");
  g_hash_table_add (digests, digest);
  g_autoptr (Report) none = verification_new ();
  ck_assert (history_breaches_find_inputs (database, digests, none, NULL));
  ck_assert_uint_eq (report_row_count (none, 0), 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("history-breaches");
  TCase *tcase = tcase_create ("history-breaches");

  tcase_add_test (tcase, each_change_is_found);
  tcase_add_test (tcase, a_row_without_its_seal_is_found);
  tcase_add_test (tcase, a_head_is_that_of_an_event);
  tcase_add_test (tcase, inputs_are_found_by_their_digest);
  suite_add_tcase (suite, tcase);
  return suite;
}

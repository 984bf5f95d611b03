/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/resolution-book.h"
#include "test-main.h"

#include <check.h>

#include "sample-seal.h"
#include "store/event-chain.h"
#include "store/seal-record.h"

static Database *
sealed_month (SampleSeal *seal)
{
  Database *database = database_new ();

  *seal = sample_seal ();
  const SealRecord record = { .content = &seal->content,
                              .month = seal->content.month,
                              .version = 1,
                              .at = "T",
                              .preparer = "A",
                              .approver = "B" };
  ck_assert (history_layout_create (database, NULL));
  g_autofree char *hash = seal_record_write (&record, database, NULL);
  ck_assert_ptr_nonnull (hash);
  return database;
}

/* The id of some finding that is sealed. (transfer full) */
static char *
some_id (Database *database)
{
  g_autoptr (DatabaseQuery) query
      = database_query_new (database, "SELECT min (finding_id) FROM finding", NULL);

  ck_assert (database_query_next (query, NULL));
  return g_strdup (database_query_text (query, 0));
}

static void
decide (Database *database, const KnownFinding *known, const char *word)
{
  const Resolution resolution = { .finding_id = known->id,
                                  .finding_key = known->key,
                                  .amount = known->amount,
                                  .resolution = word,
                                  .note = "O'Neil; \"sure\"\n\xd7\x90",
                                  .by = "Bo",
                                  .at = "2026-11-03T10:00:00Z" };
  g_autofree char *hash = resolution_book_add (database, &resolution, NULL);

  ck_assert_ptr_nonnull (hash);
  ck_assert (event_chain_has (database, hash, NULL));
}

START_TEST (what_was_decided_comes_back_unchanged)
{
  SampleSeal seal;
  g_autoptr (Database) database = sealed_month (&seal);
  g_autofree char *id = some_id (database);
  KnownFinding *known = resolution_book_find (database, id, NULL);

  ck_assert_ptr_nonnull (known);
  decide (database, known, "disputed");
  decide (database, known, "accepted");
  g_autoptr (Resolutions) resolutions = resolution_book_load (database, NULL);
  const Resolution *found = resolutions_find (resolutions, id);
  ck_assert_str_eq (found->resolution, "accepted");
  ck_assert_str_eq (found->note, "O'Neil; \"sure\"\n\xd7\x90");
  ck_assert_str_eq (found->finding_key, known->key);
  ck_assert_str_eq (found->amount, known->amount);
  resolution_book_found_free (known);
  resolution_book_found_free (NULL);
  sample_seal_clear (&seal);
}
END_TEST

START_TEST (a_disputed_finding_is_carried_until_another_resolution)
{
  SampleSeal seal;
  g_autoptr (Database) database = sealed_month (&seal);
  g_autofree char *id = some_id (database);
  KnownFinding *known = resolution_book_find (database, id, NULL);

  decide (database, known, "disputed");
  g_autoptr (Resolutions) disputed = resolution_book_load (database, NULL);
  ck_assert_uint_eq (resolutions_carried (disputed)->len, 1);
  decide (database, known, "corrected");
  g_autoptr (Resolutions) corrected = resolution_book_load (database, NULL);
  ck_assert_uint_eq (resolutions_carried (corrected)->len, 0);
  resolution_book_found_free (known);
  sample_seal_clear (&seal);
}
END_TEST

START_TEST (only_findings_of_current_versions_are_known)
{
  SampleSeal seal;
  g_autoptr (Database) database = sealed_month (&seal);
  g_autofree char *id = some_id (database);

  ck_assert_ptr_null (resolution_book_find (database, "f0000000000000000", NULL));
  ck_assert (database_run (database, "UPDATE seal SET state = 'superseded'", NULL));
  ck_assert_ptr_null (resolution_book_find (database, id, NULL));
  sample_seal_clear (&seal);
}
END_TEST

START_TEST (each_resolution_has_the_number_of_its_event)
{
  SampleSeal seal;
  g_autoptr (Database) database = sealed_month (&seal);
  g_autofree char *id = some_id (database);
  KnownFinding *known = resolution_book_find (database, id, NULL);

  decide (database, known, "expected");
  g_autoptr (DatabaseQuery) query = database_query_new (
      database,
      "SELECT count(*) FROM resolution AS r JOIN event AS e ON e.n = r.n WHERE e.what = 'resolve'"
      " AND e.at = r.at AND e.by = r.by AND e.month IS NULL AND e.version IS NULL",
      NULL);
  ck_assert (database_query_next (query, NULL));
  ck_assert_int_eq (database_query_number (query, 0), 1);
  resolution_book_found_free (known);
  sample_seal_clear (&seal);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("resolution-book");
  TCase *tests = tcase_create ("resolution-book");

  tcase_add_test (tests, what_was_decided_comes_back_unchanged);
  tcase_add_test (tests, a_disputed_finding_is_carried_until_another_resolution);
  tcase_add_test (tests, only_findings_of_current_versions_are_known);
  tcase_add_test (tests, each_resolution_has_the_number_of_its_event);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/watch-list.h"
#include "store/watch-memory.h"
#include "test-main.h"

#include <check.h>

#include "sample-seal.h"
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

static void
resolve (Database *database, const char *as)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO resolution (finding_id, finding_key, amount, resolution, note, by, at)"
      " SELECT finding_id, finding_key, amount, '%s', 'n', 'b', 't' FROM finding"
      " ORDER BY finding_id LIMIT 1",
      as);

  ck_assert (database_run (database, sql, NULL));
}

START_TEST (the_last_resolution_decides)
{
  SampleSeal seal;
  g_autoptr (Database) database = sealed_month (&seal);
  const guint counts[] = { 1, 0, 1 };
  const char *const as[] = { "disputed", "accepted", "disputed" };

  g_autoptr (GPtrArray) before = watch_memory_disputes (database, NULL, NULL);
  ck_assert_uint_eq (before->len, 0);
  for (guint i = 0; i < G_N_ELEMENTS (as); i++)
    {
      resolve (database, as[i]);
      g_autoptr (GPtrArray) disputes = watch_memory_disputes (database, NULL, NULL);
      ck_assert_uint_eq (disputes->len, counts[i]);
    }
  /* the same finding in the report at hand is the same dispute */
  g_autoptr (GPtrArray) both = watch_memory_disputes (database, seal.report, NULL);
  ck_assert_uint_eq (both->len, 1);
  ck_assert (database_run (database, "UPDATE seal SET state = 'superseded'", NULL));
  g_autoptr (GPtrArray) superseded = watch_memory_disputes (database, NULL, NULL);
  ck_assert_uint_eq (superseded->len, 0);
  g_autoptr (GPtrArray) reported = watch_memory_disputes (database, seal.report, NULL);
  ck_assert_uint_eq (reported->len, 1);
  sample_seal_clear (&seal);
}
END_TEST

START_TEST (what_was_shown_last_is_remembered)
{
  g_autoptr (Database) database = database_new ();
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  char one[] = "one", two[] = "two";

  ck_assert (history_layout_create (database, NULL));
  g_autoptr (GHashTable) none = watch_memory_load (database, NULL);
  ck_assert_uint_eq (g_hash_table_size (none), 0);
  g_ptr_array_add (marks, one);
  g_ptr_array_add (marks, one);
  ck_assert (watch_memory_save (database, marks, NULL));
  marks->pdata[0] = marks->pdata[1] = two;
  ck_assert (watch_memory_save (database, marks, NULL));
  g_autoptr (GHashTable) known = watch_memory_load (database, NULL);
  ck_assert_uint_eq (g_hash_table_size (known), 1);
  ck_assert (g_hash_table_contains (known, "two"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("watch-memory");
  TCase *tests = tcase_create ("watch-memory");

  tcase_add_test (tests, the_last_resolution_decides);
  tcase_add_test (tests, what_was_shown_last_is_remembered);
  suite_add_tcase (suite, tests);
  return suite;
}

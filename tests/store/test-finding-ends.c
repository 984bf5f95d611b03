/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/finding-ends.h"
#include "test-main.h"

#include <check.h>

#include "sample-seal.h"
#include "store/seal-record.h"

/* October twice, with four findings and an older version that has one more. */
static Database *
history (void)
{
  SampleSeal seal = sample_seal ();
  Database *database = database_new ();

  ck_assert (history_layout_create (database, NULL));
  for (gint64 version = 1; version <= 2; version++)
    {
      const SealRecord record = { .content = &seal.content,
                                  .month = seal.content.month,
                                  .version = version,
                                  .at = "T",
                                  .preparer = "A",
                                  .approver = "B" };
      g_autofree char *hash = seal_record_write (&record, database, NULL);
      ck_assert_ptr_nonnull (hash);
    }
  sample_seal_clear (&seal);
  ck_assert (database_run (
      database,
      "DELETE FROM finding; DELETE FROM month_finding; DELETE FROM month_figure;"
      "INSERT INTO finding SELECT '2026-10', v.value, 'f' || i.value, 'k', 'ACO401', 'error', NULL,"
      " NULL, NULL, NULL, NULL, '1.00' FROM json_each ('[1, 2]') AS v,"
      " json_each ('[1, 2, 3, 4, 5]') AS i WHERE v.value = 1 OR i.value < 5;"
      "INSERT INTO resolution SELECT value, 'f1', 'k', '1.00',"
      " CASE value WHEN 1 THEN 'disputed' ELSE 'accepted' END, 'n', 'b', 't'"
      " FROM json_each ('[1, 2]');"
      "INSERT INTO resolution VALUES (3, 'f2', 'k', '1.00', 'corrected', 'n', 'b', 't'),"
      " (4, 'f9', 'k', '1.00', 'expected', 'n', 'b', 't')",
      NULL));
  return database;
}

START_TEST (the_last_decision_counts)
{
  g_autoptr (Database) database = history ();
  g_autoptr (GArray) ends = finding_ends_load (database, NULL);

  ck_assert_ptr_nonnull (ends);
  ck_assert_uint_eq (ends->len, 1);
  const CourseFindings *row = &g_array_index (ends, CourseFindings, 0);
  ck_assert_uint_eq (row->open, 2);
  ck_assert_uint_eq (row->accepted, 1);
  ck_assert_uint_eq (row->corrected, 1);
  ck_assert_uint_eq (row->disputed, 0);
  ck_assert_uint_eq (row->expected, 0);
}
END_TEST

START_TEST (what_a_restatement_no_longer_finds_is_gone)
{
  g_autoptr (Database) database = history ();
  g_autoptr (GArray) ends = finding_ends_load (database, NULL);

  ck_assert_uint_eq (g_array_index (ends, CourseFindings, 0).gone, 1);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("finding-ends");
  TCase *tests = tcase_create ("finding-ends");

  tcase_add_test (tests, the_last_decision_counts);
  tcase_add_test (tests, what_a_restatement_no_longer_finds_is_gone);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/history-layout.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static Database *
empty_history (void)
{
  Database *database = database_new ();

  ck_assert (history_layout_create (database, NULL));
  ck_assert (database_run (database,
                           "INSERT INTO seal (month, version, state, sealed_at, preparer,"
                           " approver, pack_state)"
                           " VALUES ('2026-10', 1, 'sealed', 'T', 'A', 'B', 'none')",
                           NULL));
  return database;
}

START_TEST (the_file_is_marked)
{
  g_autoptr (Database) database = empty_history ();
  g_autoptr (GBytes) bytes = database_to_bytes (database);
  const guint8 *header = g_bytes_get_data (bytes, NULL);

  ck_assert_mem_eq (header + 68, "ACOR", 4);
  ck_assert_mem_eq (header + 60, "\0\0\0\1", 4);
}
END_TEST

START_TEST (each_table_of_content_takes_and_gives_its_columns)
{
  const ContentLayout *layout = history_layout_content ((ContentTable) _i);
  g_autoptr (Database) database = empty_history ();
  g_autoptr (DatabaseQuery) insert = database_query_new (database, layout->insert, NULL);
  g_autoptr (DatabaseQuery) select = database_query_new (database, layout->select, NULL);

  ck_assert_ptr_nonnull (insert);
  ck_assert_ptr_nonnull (select);
  ck_assert_uint_eq (database_query_columns (select), layout->columns);
  ck_assert_uint_le (layout->columns, CONTENT_COLUMNS_MAX);
  ck_assert_uint_lt (layout->keys, layout->columns);
  database_query_bind_text (insert, 1, "2026-10");
  database_query_bind_number (insert, 2, 1);
  for (guint i = 0; i < layout->columns; i++)
    database_query_bind_text (insert, 3 + i, "7");
  ck_assert (database_query_run (insert, NULL));
  database_query_bind_text (select, 1, "2026-10");
  database_query_bind_number (select, 2, 1);
  ck_assert (database_query_next (select, NULL));
  for (guint i = 0; i < layout->columns; i++)
    ck_assert_str_eq (database_query_text (select, i), "7");
}
END_TEST

START_TEST (two_nulls_are_one_key)
{
  static const char row[] = "INSERT INTO balance VALUES ('2026-10', 1, 'c', 'a', NULL, 'USD', "
                            "'2026-10', '1.00', '2.00', NULL, NULL, NULL)";
  g_autoptr (Database) database = empty_history ();

  ck_assert (database_run (database, row, NULL));
  ck_assert (!database_run (database, row, NULL));
}
END_TEST

static const char *const refused[] = {
  "INSERT INTO figure (month, version, customer_id, currency) VALUES ('2026-09', 1, 'c', 'USD')",
  ("INSERT INTO seal (month, version, state, sealed_at, preparer, approver, pack_state)"
   " VALUES ('2026-11', 1, 'open', 'T', 'A', 'B', 'none')"),
  "INSERT INTO input VALUES ('2026-10', 1, 'first', 'a.csv', 'invoice', 1, 1, 'abc')",
  "INSERT INTO resolution VALUES (1, 'f', 'k', '1.00', 'ignored', 'n', 'A', 'T')",
};

START_TEST (what_does_not_fit_is_refused)
{
  g_autoptr (Database) database = empty_history ();

  ck_assert (!database_run (database, refused[_i], NULL));
}
END_TEST

START_TEST (resolutions_only_grow)
{
  static const char row[]
      = "INSERT OR REPLACE INTO resolution VALUES (1, 'f', 'k', '1.00', 'accepted', 'n', 'A', 'T')";
  g_autoptr (Database) database = empty_history ();

  ck_assert (database_run (database, row, NULL));
  ck_assert (!database_run (database, row, NULL));
  ck_assert (!database_run (database, "DELETE FROM resolution", NULL));
  ck_assert (!database_run (database, "UPDATE resolution SET note = 'x'", NULL));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("history-layout");
  TCase *tests = tcase_create ("history-layout");

  tcase_add_test (tests, the_file_is_marked);
  tcase_add_loop_test (tests, each_table_of_content_takes_and_gives_its_columns, 0,
                       CONTENT_TABLE_COUNT);
  tcase_add_test (tests, two_nulls_are_one_key);
  tcase_add_loop_test (tests, what_does_not_fit_is_refused, 0, G_N_ELEMENTS (refused));
  tcase_add_test (tests, resolutions_only_grow);
  suite_add_tcase (suite, tests);
  return suite;
}

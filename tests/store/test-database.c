/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "store/database.h"
#include "test-main.h"

#include <check.h>

#include "test-place.h"

static Database *
sample (void)
{
  Database *database = database_new ();

  ck_assert (database_run (database, "CREATE TABLE t (a TEXT, b INTEGER) STRICT", NULL));
  return database;
}

START_TEST (what_is_bound_comes_back)
{
  static const char *const texts[]
      = { "plain", "O'Neil; DROP TABLE t --", "two\nlines\t\r", "\xe2\x80\xaeright to left", "\\0",
          NULL };
  g_autoptr (Database) database = sample ();
  g_autoptr (DatabaseQuery) insert
      = database_query_new (database, "INSERT INTO t VALUES (?, ?)", NULL);
  g_autoptr (DatabaseQuery) all
      = database_query_new (database, "SELECT a, b FROM t ORDER BY b", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      database_query_bind_text (insert, 1, texts[i]);
      database_query_bind_number (insert, 2, i);
      ck_assert (database_query_run (insert, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      ck_assert (database_query_next (all, NULL));
      ck_assert_pstr_eq (database_query_text (all, 0), texts[i]);
      ck_assert_int_eq (database_query_number (all, 1), i);
    }
  ck_assert (!database_query_next (all, NULL));
  ck_assert_uint_eq (database_query_columns (all), 2);
}
END_TEST

START_TEST (a_value_of_before_is_not_bound_again)
{
  g_autoptr (Database) database = sample ();
  g_autoptr (DatabaseQuery) insert
      = database_query_new (database, "INSERT INTO t VALUES (?, ?)", NULL);
  g_autoptr (DatabaseQuery) count
      = database_query_new (database, "SELECT count(*) FROM t WHERE a IS NULL", NULL);

  database_query_bind_text (insert, 1, "x");
  ck_assert (database_query_run (insert, NULL));
  ck_assert (database_query_run (insert, NULL));
  ck_assert (database_query_next (count, NULL));
  ck_assert_int_eq (database_query_number (count, 0), 1);
}
END_TEST

START_TEST (a_wrong_statement_is_an_error)
{
  g_autoptr (Database) database = sample ();
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (database_query_new (database, "SELECT c FROM t", &error));
  ck_assert_ptr_nonnull (error);
}
END_TEST

START_TEST (a_file_without_database_is_refused)
{
  g_autoptr (GError) error = NULL;

  put ("text", "this is text and no database, and it is longer than a header of one hundred bytes "
               "would be in any case");
  g_autoptr (Database) database = database_open ("text", TRUE, 0, &error);
  ck_assert_ptr_null (database);
  ck_assert_int_eq (error->code, RECON_ERROR_HISTORY);
}
END_TEST

START_TEST (who_only_reads_writes_nothing)
{
  g_autoptr (Database) memory = sample ();
  g_autoptr (GBytes) bytes = database_to_bytes (memory);
  g_autoptr (GError) error = NULL;

  ck_assert (g_file_set_contents ("db", g_bytes_get_data (bytes, NULL),
                                  (gssize) g_bytes_get_size (bytes), NULL));
  g_autoptr (Database) reader = database_open ("db", FALSE, 0, NULL);
  ck_assert_ptr_nonnull (reader);
  ck_assert (database_check (reader, "integrity_check", NULL));
  ck_assert (!database_run (reader, "INSERT INTO t VALUES ('a', 1)", &error));
  g_clear_pointer (&reader, database_free);
  assert_lists (".", "db");
}
END_TEST

START_TEST (two_writers_do_not_write_at_once)
{
  g_autoptr (Database) memory = sample ();
  g_autoptr (GBytes) bytes = database_to_bytes (memory);
  g_autoptr (GError) error = NULL;

  ck_assert (g_file_set_contents ("db", g_bytes_get_data (bytes, NULL),
                                  (gssize) g_bytes_get_size (bytes), NULL));
  g_autoptr (Database) first = database_open ("db", TRUE, 0, NULL);
  g_autoptr (Database) second = database_open ("db", TRUE, 0, NULL);
  ck_assert (database_run (first, "BEGIN IMMEDIATE", NULL));
  ck_assert (!database_run (second, "BEGIN IMMEDIATE", &error));
  ck_assert_int_eq (error->code, RECON_ERROR_HISTORY);
  database_free (NULL);
  database_query_free (NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("database");
  TCase *tests = tcase_create ("database");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, what_is_bound_comes_back);
  tcase_add_test (tests, a_value_of_before_is_not_bound_again);
  tcase_add_test (tests, a_wrong_statement_is_an_error);
  tcase_add_test (tests, a_file_without_database_is_refused);
  tcase_add_test (tests, who_only_reads_writes_nothing);
  tcase_add_test (tests, two_writers_do_not_write_at_once);
  suite_add_tcase (suite, tests);
  return suite;
}

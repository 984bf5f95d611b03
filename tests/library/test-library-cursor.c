/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <acorecon.h>
#include <check.h>
#include <glib.h>
#include <string.h>

#include "library/sample-job.h"

static AcoreconReport *report;
static AcoreconError *error;

static void
set_up (void)
{
  report = reckon_job (sample_job ());
}

static void
tear_down (void)
{
  acorecon_report_free (report);
}

static size_t
column_of (const char *table, const char *name)
{
  return acorecon_report_find_column (report, acorecon_report_find_table (report, table), name);
}

START_TEST (rows_come_in_the_order_of_the_table)
{
  const size_t customer = column_of ("tieout", "customer_id");
  const size_t month = column_of ("tieout", "month"), result = column_of ("tieout", "result");
  AcoreconCursor *cursor = acorecon_cursor_new (report, "tieout", &error);
  g_autoptr (GString) seen = g_string_new (NULL);

  assert_good (cursor != NULL, &error);
  ck_assert_ptr_null (acorecon_cursor_cell (cursor, customer)); /* it stands at none */
  while (acorecon_cursor_next (cursor))
    g_string_append_printf (seen, "%s %s %s\n", acorecon_cursor_cell (cursor, customer),
                            acorecon_cursor_cell (cursor, month),
                            acorecon_cursor_cell (cursor, result));
  ck_assert_ptr_null (acorecon_cursor_cell (cursor, customer));
  ck_assert_int_eq (acorecon_cursor_next (cursor), 0);
  acorecon_cursor_free (cursor);
  ck_assert_ptr_nonnull (strstr (seen->str, "c1 2026-10 agrees\n"));
  ck_assert_ptr_nonnull (strstr (seen->str, "c2 2026-10 differs\n"));
}
END_TEST

START_TEST (a_cell_is_what_a_reader_of_the_csv_gets)
{
  const size_t name = column_of ("agreements", "customer_name");
  AcoreconCursor *cursor = acorecon_cursor_new (report, "agreements", &error);

  assert_good (cursor != NULL, &error);
  ck_assert (acorecon_cursor_next (cursor));
  const char *first = acorecon_cursor_cell (cursor, name);
  ck_assert_str_eq (first, "One, \"Ltd\"");
  ck_assert_str_eq (acorecon_cursor_cell (cursor, name), first);
  ck_assert_str_eq (first, "One, \"Ltd\""); /* it lives until the cursor moves */
  ck_assert (acorecon_cursor_next (cursor));
  ck_assert_str_eq (acorecon_cursor_cell (cursor, name), "'=Two");
  ck_assert_ptr_null (acorecon_cursor_cell (cursor, (size_t) -1));
  acorecon_cursor_free (cursor);
}
END_TEST

START_TEST (misuse_is_an_error_too)
{
  ck_assert_ptr_null (acorecon_cursor_new (NULL, "tieout", &error));
  assert_error (error, ACORECON_ERROR_USAGE, "acorecon_cursor_new: found NULL, expected a report");
  ck_assert_ptr_null (acorecon_cursor_new (report, NULL, &error));
  assert_error (error, ACORECON_ERROR_USAGE,
                "acorecon_cursor_new: found NULL, expected the name of a table");
  ck_assert_ptr_null (acorecon_cursor_new (report, "tie-out", &error));
  assert_error (error, ACORECON_ERROR_USAGE,
                "found \"tie-out\", expected the name of a table, as \"tieout\"");
  ck_assert_ptr_null (acorecon_cursor_new (report, "none", NULL));
  ck_assert_int_eq (acorecon_cursor_next (NULL), 0);
  ck_assert_ptr_null (acorecon_cursor_cell (NULL, 0));
  acorecon_cursor_free (NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("library-cursor");
  TCase *tests = tcase_create ("library-cursor");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, rows_come_in_the_order_of_the_table);
  tcase_add_test (tests, a_cell_is_what_a_reader_of_the_csv_gets);
  tcase_add_test (tests, misuse_is_an_error_too);
  suite_add_tcase (suite, tests);
  return suite;
}

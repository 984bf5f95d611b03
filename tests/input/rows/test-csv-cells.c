/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/csv-cells.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const Slice *
take (CsvCells *cells, CsvScan *scan, const char *text, gsize *count)
{
  CsvScanRecord record;

  csv_scan_restart (scan);
  csv_scan_add (scan, text, strlen (text));
  ck_assert (csv_scan_next (scan, &record));
  *count = record.cell_count;
  return csv_cells_take_scanned (cells, &record, text);
}

static void
check_cell (Slice cell, const char *expected)
{
  ck_assert_uint_eq (cell.length, strlen (expected));
  ck_assert_mem_eq (cell.text, expected, cell.length);
}

START_TEST (quotes_are_taken_off_and_undone)
{
  g_autoptr (CsvScan) scan = csv_scan_new (CSV_SCAN_NONE, ',');
  g_autoptr (CsvCells) cells = csv_cells_new ();
  const char *text = "a,\"b\",\"\",\"\"\"\",\"c\"\"d\"\"\"\"e\",\" \r\"\r\n";
  const char *const expected[] = { "a", "b", "", "\"", "c\"d\"\"e", " \r" };
  gsize count;
  const Slice *taken = take (cells, scan, text, &count);

  ck_assert_uint_eq (count, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < count; i++)
    check_cell (taken[i], expected[i]);
  ck_assert_ptr_eq (taken[0].text, text); /* nothing is copied that need not be */
  ck_assert_ptr_eq (taken[1].text, text + 3);
}
END_TEST

START_TEST (only_wanted_cells_are_taken)
{
  g_autoptr (CsvScan) scan = csv_scan_new (CSV_SCAN_NONE, ',');
  g_autoptr (CsvCells) cells = csv_cells_new ();
  const Slice given[] = { { "p", 1 }, { "q", 1 }, { "r", 1 } };
  guint columns[] = { 1, 2, 7 };
  gsize count;

  csv_cells_want (cells, columns, 3);
  columns[0] = 0; /* they were copied */

  const Slice *taken = take (cells, scan, "a,\"b\"\"\",c,d\n", &count);
  ck_assert_uint_eq (count, 4);
  check_cell (taken[0], "b\"");
  check_cell (taken[1], "c");
  check_cell (taken[2], "");
  taken = csv_cells_take (cells, given, 2);
  check_cell (taken[0], "q");
  check_cell (taken[1], "");
  check_cell (taken[2], "");
  csv_cells_want (cells, NULL, 0);
  take (cells, scan, "a\n", &count);
}
END_TEST

START_TEST (the_longest_cell_can_be_undone)
{
  g_autoptr (CsvScan) scan = csv_scan_new (csv_scan_body_chosen (), ',');
  g_autoptr (CsvCells) cells = csv_cells_new ();
  g_autoptr (GString) text = g_string_new ("\"\"\"");
  gsize count;

  while (text->len < CSV_SCAN_BYTES_MAX - 2)
    g_string_append_c (text, 'x');
  g_string_append (text, "\"\n");

  const Slice *taken = take (cells, scan, text->str, &count);
  ck_assert_uint_eq (count, 1);
  ck_assert_uint_eq (taken[0].length, CSV_SCAN_BYTES_MAX - 4);
  ck_assert_mem_eq (taken[0].text, "\"xx", 3);
}
END_TEST

START_TEST (freeing_nothing_is_fine) { csv_cells_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("csv-cells");
  TCase *tcase = tcase_create ("csv-cells");

  tcase_add_test (tcase, quotes_are_taken_off_and_undone);
  tcase_add_test (tcase, only_wanted_cells_are_taken);
  tcase_add_test (tcase, the_longest_cell_can_be_undone);
  tcase_add_test (tcase, freeing_nothing_is_fine);
  suite_add_tcase (suite, tcase);
  return suite;
}

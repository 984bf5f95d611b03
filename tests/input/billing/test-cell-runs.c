/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "input/billing/cell-runs.h"

#define CELLS_MAX 8

static CellRuns *runs;

static void
make_runs (void)
{
  runs = cell_runs_new ();
}

static void
free_runs (void)
{
  g_clear_pointer (&runs, cell_runs_free);
}

/* The run of all cells of @row, cut at commas; a cell in quotes is what is between them. */
static CellRun *
find_run (const char *row)
{
  Slice cells[CELLS_MAX];
  guint count = 0;

  for (const char *at = row;; at++)
    {
      const gboolean is_quoted = *at == '"';
      const char *end = is_quoted ? strchr (at + 1, '"') : at + strcspn (at, ",");

      cells[count++] = (Slice){ at + is_quoted, (gsize) (end - at) - (gsize) is_quoted };
      at = end + is_quoted;
      if (*at == '\0')
        break;
    }
  const CellRunKey key = cell_runs_expect (runs, (Slice){ row, strlen (row) }, cells, count);
  cell_runs_fetch (runs, &key);
  return cell_runs_find (runs, &key, count);
}

START_TEST (the_same_cells_are_known_again)
{
  char first[] = "p1,c1,Contoso", again[] = "p1,c1,Contoso";
  CellRun *run = find_run (first);

  ck_assert (!run->is_known);
  cell_runs_keep_text (run, 0, (Slice){ first + 3, 2 });
  cell_runs_keep_text (run, 1, (Slice){ "", 0 });
  cell_runs_keep_number (run, 0, TRUE, decimal_from_scaled (125, 2));
  cell_runs_keep_number (run, 1, FALSE, decimal_from_int (0));
  run->is_known = TRUE;
  memset (first, 'x', strlen (first));

  Decimal number;
  run = find_run (again);
  ck_assert (run->is_known);
  ck_assert_ptr_eq (cell_runs_text (run, 0).text, again + 3);
  ck_assert_uint_eq (cell_runs_text (run, 0).length, 2);
  ck_assert_uint_eq (cell_runs_text (run, 1).length, 0);
  ck_assert (cell_runs_number (run, 0, &number));
  ck_assert (decimal_equal (number, decimal_from_scaled (125, 2)));
  ck_assert (!cell_runs_number (run, 1, &number));
}
END_TEST

START_TEST (one_byte_makes_other_cells)
{
  static const char *const rows[] = { "p1,c1,Contoso",
                                      "p2,c1,Contoso",
                                      "p1,c2,Contoso",
                                      "p1,c1,Contosp",
                                      "p1,c1,Contoso,",
                                      "p1,c1,Contos",
                                      "p1,c,1Contoso",
                                      "a",
                                      "b",
                                      "",
                                      "12345678",
                                      "12345679" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CellRun *run = find_run (rows[i]);
      ck_assert_msg (!run->is_known, "%s", rows[i]);
      run->is_known = TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ck_assert_msg (find_run (rows[i])->is_known, "%s", rows[i]);
}
END_TEST

/* a,b and "a,b" are other cells with the same bytes between; one cell alone is what it is. */
START_TEST (cells_with_quotes_among_them_are_not_remembered)
{
  ck_assert_ptr_null (find_run ("a,\"b\",c"));
  ck_assert_ptr_null (find_run ("\"a,b\",c"));
  ck_assert_ptr_null (find_run ("a,\"b,c\""));
  ck_assert_ptr_nonnull (find_run ("\"a,b\""));
}
END_TEST

START_TEST (what_does_not_lie_in_the_row_is_not_remembered)
{
  const char *row = "p1,c1", *elsewhere = "Contoso";
  const Slice raw = { row, strlen (row) };
  const Slice first_outside[] = { { elsewhere, 7 }, { row + 3, 2 } };
  const Slice last_outside[] = { { row, 2 }, { elsewhere, 7 } };
  const Slice behind[] = { { row + 3, 3 } };

  ck_assert_ptr_null (cell_runs_expect (runs, raw, first_outside, 2).base);
  ck_assert_ptr_null (cell_runs_expect (runs, raw, last_outside, 2).base);
  ck_assert_ptr_null (cell_runs_expect (runs, raw, behind, 1).base);
}
END_TEST

START_TEST (long_runs_are_not_remembered)
{
  g_autofree char *most = g_strnfill (CELL_RUN_BYTES, 'x');
  g_autofree char *more = g_strnfill (CELL_RUN_BYTES + 1, 'x');

  ck_assert_ptr_nonnull (find_run (most));
  ck_assert_ptr_null (find_run (more));
}
END_TEST

/* More than there is room for: what is known is right, and much of what came last is. */
START_TEST (those_that_came_last_are_remembered)
{
  guint known = 0;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < 3 * CELL_RUNS_MOST; i++)
      {
        g_autofree char *row = g_strdup_printf ("customer-%u,%u", i, i % 7);
        CellRun *run = find_run (row);

        if (run->is_known)
          ck_assert_uint_eq (run->notes.numbers[0], i);
        run->notes.numbers[0] = i;
        run->is_known = TRUE;
        g_autofree char *again = g_strdup (row);
        known += find_run (again)->is_known ? 1 : 0;
      }
  ck_assert_uint_eq (known, 2 * 3 * CELL_RUNS_MOST);
}
END_TEST

START_TEST (as_many_as_fit_are_all_remembered_while_the_table_grows)
{
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < 40; i++)
      {
        g_autofree char *row = g_strdup_printf ("%u", i * 1000003);
        CellRun *run = find_run (row);

        ck_assert_int_eq (run->is_known, round == 1);
        run->is_known = TRUE;
      }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("cell-runs");
  TCase *tests = tcase_create ("cell-runs");

  tcase_add_checked_fixture (tests, make_runs, free_runs);
  tcase_add_test (tests, the_same_cells_are_known_again);
  tcase_add_test (tests, one_byte_makes_other_cells);
  tcase_add_test (tests, cells_with_quotes_among_them_are_not_remembered);
  tcase_add_test (tests, what_does_not_lie_in_the_row_is_not_remembered);
  tcase_add_test (tests, long_runs_are_not_remembered);
  tcase_add_test (tests, those_that_came_last_are_remembered);
  tcase_add_test (tests, as_many_as_fit_are_all_remembered_while_the_table_grows);
  suite_add_tcase (suite, tests);
  return suite;
}

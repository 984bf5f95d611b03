/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/cells.h"
#include "test-main.h"

#include <check.h>

#include "sample-csv.h"

static const guint roles[] = { ROLE_CUSTOMER, ROLE_CUSTOMER_NAME, ROLE_CURRENCY };

static const CellsRunRoles runs[]
    = { { { ROLE_CUSTOMER, ROLE_CUSTOMER_NAME }, 2, TRUE }, { { ROLE_CURRENCY }, 1, FALSE } };

#define HEADER "CustomerId,CustomerName,Currency\n"
#define ROWS HEADER "c1,Ann,USD\nc2,Bea,USD\nc1,Ann,EUR\n\"c1\",Ann,EUR\nc1,Ann,EUR\n"

/* Each row's cells by way of runs; @ahead: all rows are asked for before the first is taken. */
static char *
read_rows (gboolean ahead)
{
  SampleFile file = { .format.date_order = DATE_MONTH_FIRST };
  GString *text = g_string_new (NULL);
  CellsAhead needs[ROWS_TOGETHER_MAX];
  const Row *rows;
  guint count;

  sample_file_open (&file, ROWS, roles, G_N_ELEMENTS (roles));
  cells_bind_runs (&file.cells, runs, G_N_ELEMENTS (runs));
  while (row_reader_next_rows (file.rows, &rows, &count, NULL) == ROWS_ROW)
    {
      for (guint i = 0; i < count && ahead; i++)
        cells_expect_row (&file.cells, &rows[i], &needs[i]);
      for (guint i = 0; i < count && ahead; i++)
        cells_fetch_row (&file.cells, &needs[i]);
      for (guint i = 0; i < count; i++)
        {
          cells_take_row (&file.cells, &rows[i], ahead ? &needs[i] : NULL);
          CellRun *customer = cells_run (&file.cells, 0), *currency = cells_run (&file.cells, 1);
          const Slice id = cells_run_id (&file.cells, customer, 0, ROLE_CUSTOMER);
          const Slice name = cells_run_raw (&file.cells, customer, 1, ROLE_CUSTOMER_NAME);
          const Slice code = cells_run_text (&file.cells, currency, 0, ROLE_CURRENCY);
          (void) cells_learn_run (&file.cells, customer);
          (void) cells_learn_run (&file.cells, currency);
          g_string_append_printf (text, "%.*s/%.*s/%.*s ", (int) id.length, id.text,
                                  (int) name.length, name.text, (int) code.length, code.text);
        }
    }
  cells_clear (&file.cells);
  sample_file_close (&file);
  return g_string_free (text, FALSE);
}

START_TEST (rows_that_are_asked_for_ahead_are_read_like_others)
{
  g_autofree char *at_once = read_rows (FALSE);
  g_autofree char *ahead = read_rows (TRUE);

  ck_assert_str_eq (at_once, "c1/Ann/USD c2/Bea/USD c1/Ann/EUR c1/Ann/EUR c1/Ann/EUR ");
  ck_assert_str_eq (ahead, at_once);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("cells-ahead");
  TCase *tcase = tcase_create ("cells-ahead");

  tcase_add_test (tcase, rows_that_are_asked_for_ahead_are_read_like_others);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/forecast.h"
#include "record-builders.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

/* The forecast of one credit on 2026-10-31, from its rows: "burn day forfeit", "-" for unknown. */
static char *
forecast_text (const char *const *texts)
{
  g_autoptr (Books) books = build_books ();
  CreditBook *book = books->credits;
  RecentUse recent = { 0 };
  GString *out = g_string_new (NULL);
  char day[DAY_TEXT_SIZE] = "-";

  for (guint64 line = 2; *texts != NULL; texts++, line++)
    {
      BalanceRow row = build_balance_row (*texts);
      row.at.line = line;
      credit_book_add (book, &row);
    }
  g_autoptr (GPtrArray) credits = credit_book_list (book);
  g_autoptr (GArray) rows = roll_forward_build (credits);
  for (guint i = rows->len; i-- > 0;)
    forecast_take (&recent, &g_array_index (rows, RollForward, i));
  const RollForward *latest = &g_array_index (rows, RollForward, rows->len - 1);
  const Forecast forecast
      = forecast_make (&recent, &latest->month->counted, calendar_day (2026, 10, 31));
  g_autofree char *burn = forecast.burn.known ? decimal_to_string (forecast.burn.value, 2) : NULL;
  g_autofree char *forfeit = forecast.forecast_forfeit.known
                                 ? decimal_to_string (forecast.forecast_forfeit.value, 2)
                                 : NULL;

  if (forecast.run_out_date != DAY_NONE)
    calendar_print_day (forecast.run_out_date, day);
  g_string_printf (out, "%s %s %s", burn != NULL ? burn : "-", day,
                   forfeit != NULL ? forfeit : "-");
  return g_string_free (out, FALSE);
}

#define FIRST "month=2026-07 | C=100 | B=1000 | effective=2026-01-01"

static const struct
{
  const char *rows[6];
  const char *forecast;
} cases[] = {
  /* Three months of 100, 200 and 300: 200 a month. 400 x 30.4375 / 200 = 60.875, 60 days. On
     2026-11-30, in 30 days, 400 - 200 x 30 / 30.4375 = 202.874... is left. */
  { { FIRST " | expiry=2026-11-30", "month=2026-08 | C=200 | B=900 | expiry=2026-11-30",
      "month=2026-09 | C=400 | B=700 | expiry=2026-11-30",
      "month=2026-10 | C=700 | B=400 | expiry=2026-11-30" },
    "200.00 2026-12-30 202.87" },
  /* Without an expiry nothing is forfeited. */
  { { FIRST, "month=2026-08 | C=200 | B=900", "month=2026-09 | C=400 | B=700",
      "month=2026-10 | C=700 | B=400" },
    "200.00 2026-12-30 -" },
  /* Only two months are known: the first row says nothing of its own month. */
  { { "month=2026-08 | C=100 | B=1000", "month=2026-09 | C=200 | B=900",
      "month=2026-10 | C=500 | B=600" },
    "200.00 2027-01-30 -" },
  /* A used of several months is passed over, and an earlier one stands in. */
  { { "month=2026-05 | C=100 | B=1000", "month=2026-06 | C=200 | B=900",
      "month=2026-09 | C=800 | B=300", "month=2026-10 | C=900 | B=200" },
    "100.00 2026-12-30 -" },
  /* One month; thirds are cut nowhere: 100 / 3 is shown as 33.33, but lasts 91 days, not 91.3. */
  { { "month=2026-07 | C=0 | B=200 | effective=2026-06-01", "month=2026-08 | C=0 | B=200",
      "month=2026-09 | C=50 | B=150", "month=2026-10 | C=100 | B=100" },
    "33.33 2027-01-30 -" },
  /* Nothing used: it never runs out, and all of it is lost. */
  { { "month=2026-09 | C=0 | B=50 | expiry=2026-12-31",
      "month=2026-10 | C=0 | B=50 | expiry=2026-12-31" },
    "0.00 - 50.00" },
  /* Taken back: as if nothing was used. */
  { { "month=2026-09 | C=50 | B=50 | expiry=2026-12-31",
      "month=2026-10 | C=20 | B=80 | expiry=2026-12-31" },
    "0.00 - 80.00" },
  /* More is used than is left: nothing is lost. */
  { { "month=2026-09 | C=0 | B=500 | expiry=2027-10-31",
      "month=2026-10 | C=200 | B=300 | expiry=2027-10-31" },
    "100.00 2027-01-30 0.00" },
  /* Nothing to go by. */
  { { "month=2026-10 | C=200 | B=300 | expiry=2027-10-31" }, "- - -" },
  /* Past the last day there is: not told. */
  { { "month=2026-09 | C=0 | B=5000000", "month=2026-10 | C=0.01 | B=4999999.99" }, "0.01 - -" },
  /* 0.005 is rounded away from zero. */
  { { "month=2026-09 | C=0 | B=1", "month=2026-10 | C=0.01 | B=0.99" }, "0.01 2043-05-01 -" },
};

START_TEST (burn_day_and_forfeit_are_reckoned_exactly)
{
  g_autofree char *text = forecast_text (cases[_i].rows);

  ck_assert_str_eq (text, cases[_i].forecast);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("forecast");
  TCase *tests = tcase_create ("forecast");

  tcase_add_loop_test (tests, burn_day_and_forfeit_are_reckoned_exactly, 0, G_N_ELEMENTS (cases));
  suite_add_tcase (suite, tests);
  return suite;
}

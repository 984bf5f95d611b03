/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/roll-forward.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

/* Helpers */

static CreditBook *
book_of (const char *const *texts)
{
  CreditBook *book = credit_book_new (build_ids ());

  for (guint64 line = 2; *texts != NULL; texts++, line++)
    {
      BalanceRow row = build_balance_row (*texts);
      row.at.line = line;
      credit_book_add (book, &row);
    }
  return book;
}

static char *
amount_text (Amount amount)
{
  return amount.known ? decimal_to_string (amount.value, 2) : g_strdup ("?");
}

/* "2026-10: 500.00 +0.00 -200.00 -0.00 +0.00 = 300.00", and what is remarkable. */
static void
describe (GString *out, const RollForward *row)
{
  g_autofree char *opening = amount_text (row->opening);
  g_autofree char *granted = decimal_to_string (row->granted, 2);
  g_autofree char *used = amount_text (row->used);
  g_autofree char *forfeited = decimal_to_string (row->forfeited, 2);
  g_autofree char *adjustment = decimal_to_string (row->adjustment, 2);
  g_autofree char *closing
      = decimal_to_string (credit_book_balance_amount (&row->month->counted), 2);
  char month[MONTH_TEXT_SIZE];

  calendar_print_month (row->month->month, month);
  g_string_append_printf (out, "%s: %s +%s -%s -%s +%s = %s%s%s\n", month, opening, granted, used,
                          forfeited, adjustment, closing, row->expired ? ", expired" : "",
                          roll_forward_has_gap (row) ? ", gap" : "");
}

static char *
roll_forward_text (const char *const *texts)
{
  g_autoptr (CreditBook) book = book_of (texts);
  g_autoptr (GPtrArray) credits = credit_book_list (book);
  g_autoptr (GArray) rows = roll_forward_build (credits);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    describe (out, &g_array_index (rows, RollForward, i));
  return g_string_free (out, FALSE);
}

/* Rows of the case table: opening + granted - used - forfeited + adjustment = closing. */

typedef struct
{
  const char *rows[5];
  const char *expected;
} RollForwardCase;

static const RollForwardCase cases[] = {
  /* Microsoft's example: of 1,000 first 500 are used, then 200; CreditAmount shows 700. */
  { { "month=2026-09 | C=500 | B=500 | effective=2026-09-01",
      "month=2026-10 | C=700 | B=300 | effective=2026-09-01" },
    "2026-09: 0.00 +1000.00 -500.00 -0.00 +0.00 = 500.00\n"
    "2026-10: 500.00 +0.00 -200.00 -0.00 +0.00 = 300.00\n" },
  /* The order of reading does not matter. */
  { { "month=2026-10 | C=700 | B=300", "month=2026-09 | C=500 | B=500 | effective=2026-09-30" },
    "2026-09: 0.00 +1000.00 -500.00 -0.00 +0.00 = 500.00\n"
    "2026-10: 500.00 +0.00 -200.00 -0.00 +0.00 = 300.00\n" },

  /* No row before: granted where the agreement begins in this month. */
  { { "C=0 | B=1000 | effective=2026-10-31" },
    "2026-10: 0.00 +1000.00 -0.00 -0.00 +0.00 = 1000.00\n" },
  { { "C=100 | B=900 | effective=2026-10-01" },
    "2026-10: 0.00 +1000.00 -100.00 -0.00 +0.00 = 900.00\n" },
  /* Nothing used yet: what is there was there. */
  { { "C=0 | B=1000" }, "2026-10: 1000.00 +0.00 -0.00 -0.00 +0.00 = 1000.00\n" },
  { { "C=0 | B=1000 | effective=2026-09-30" },
    "2026-10: 1000.00 +0.00 -0.00 -0.00 +0.00 = 1000.00\n" },
  { { "C=0.00 | B=-5" }, "2026-10: -5.00 +0.00 -0.00 -0.00 +0.00 = -5.00\n" },
  /* Otherwise nobody knows; a start in a later month is no start in this one. */
  { { "C=700 | B=300" }, "2026-10: ? +0.00 -? -0.00 +0.00 = 300.00\n" },
  { { "C=700 | B=300 | effective=2026-09-30" }, "2026-10: ? +0.00 -? -0.00 +0.00 = 300.00\n" },
  { { "C=700 | B=300 | effective=2026-11-01" }, "2026-10: ? +0.00 -? -0.00 +0.00 = 300.00\n" },
  { { "C=0.01 | B=300" }, "2026-10: ? +0.00 -? -0.00 +0.00 = 300.00\n" },
  /* Without a row before nothing is forfeited, however late it is. */
  { { "C=0 | B=0 | expiry=2026-01-31" },
    "2026-10: 0.00 +0.00 -0.00 -0.00 +0.00 = 0.00, expired\n" },
  /* A row before wins over a start in this month. */
  { { "month=2026-09 | C=0 | B=10", "C=4 | B=6 | effective=2026-10-01" },
    "2026-09: 10.00 +0.00 -0.00 -0.00 +0.00 = 10.00\n"
    "2026-10: 10.00 +0.00 -4.00 -0.00 +0.00 = 6.00\n" },

  /* 50 more than was used are gone. The agreement ends on the month's last day: forfeited. */
  { { "month=2026-09 | C=0 | B=100", "C=20 | B=30 | expiry=2026-10-31" },
    "2026-09: 100.00 +0.00 -0.00 -0.00 +0.00 = 100.00\n"
    "2026-10: 100.00 +0.00 -20.00 -50.00 +0.00 = 30.00\n" },
  /* A day later it does not end in this month: an adjustment. */
  { { "month=2026-09 | C=0 | B=100", "C=20 | B=30 | expiry=2026-11-01" },
    "2026-09: 100.00 +0.00 -0.00 -0.00 +0.00 = 100.00\n"
    "2026-10: 100.00 +0.00 -20.00 -0.00 +-50.00 = 30.00\n" },
  /* It ended long ago. */
  { { "month=2026-09 | C=0 | B=100", "C=20 | B=0 | expiry=2026-03-31" },
    "2026-09: 100.00 +0.00 -0.00 -0.00 +0.00 = 100.00\n"
    "2026-10: 100.00 +0.00 -20.00 -80.00 +0.00 = 0.00, expired\n" },
  /* Reported expired without a date does not tell when it ended. */
  { { "month=2026-09 | C=0 | B=100", "C=20 | B=0 | status=expired" },
    "2026-09: 100.00 +0.00 -0.00 -0.00 +0.00 = 100.00\n"
    "2026-10: 100.00 +0.00 -20.00 -0.00 +-80.00 = 0.00, expired\n" },
  /* The date of this row counts, not that of the row before. */
  { { "month=2026-09 | C=0 | B=100 | expiry=2026-10-31", "C=20 | B=0" },
    "2026-09: 100.00 +0.00 -0.00 -0.00 +0.00 = 100.00\n"
    "2026-10: 100.00 +0.00 -20.00 -0.00 +-80.00 = 0.00\n" },
  /* More than before is never forfeited. */
  { { "month=2026-09 | C=0 | B=100", "C=20 | B=90 | expiry=2026-10-15" },
    "2026-09: 100.00 +0.00 -0.00 -0.00 +0.00 = 100.00\n"
    "2026-10: 100.00 +0.00 -20.00 -0.00 +10.00 = 90.00, expired\n" },
  /* CreditAmount falls: used is negative, and the row still foots. */
  { { "month=2026-09 | C=50 | B=100 | effective=2026-09-01", "C=45 | B=105" },
    "2026-09: 0.00 +150.00 -50.00 -0.00 +0.00 = 100.00\n"
    "2026-10: 100.00 +0.00 --5.00 -0.00 +0.00 = 105.00\n" },

  /* A month is missing: used covers both. */
  { { "month=2026-08 | C=0 | B=100", "C=20 | B=80" },
    "2026-08: 100.00 +0.00 -0.00 -0.00 +0.00 = 100.00\n"
    "2026-10: 100.00 +0.00 -20.00 -0.00 +0.00 = 80.00, gap\n" },
  /* December and January are neighbours. */
  { { "month=2025-12 | C=0 | B=100", "month=2026-01 | C=20 | B=80" },
    "2025-12: 100.00 +0.00 -0.00 -0.00 +0.00 = 100.00\n"
    "2026-01: 100.00 +0.00 -20.00 -0.00 +0.00 = 80.00\n" },
  /* An unknown baseline is one row's; the next one knows. */
  { { "month=2026-09 | C=500 | B=500", "C=700 | B=300" },
    "2026-09: ? +0.00 -? -0.00 +0.00 = 500.00\n"
    "2026-10: 500.00 +0.00 -200.00 -0.00 +0.00 = 300.00\n" },

  /* Every part of the key tells credits apart. */
  { { "month=2026-09 | C=0 | B=1", "month=2026-10 | C=5 | B=2 | credit-name=other" },
    "2026-09: 1.00 +0.00 -0.00 -0.00 +0.00 = 1.00\n"
    "2026-10: ? +0.00 -? -0.00 +0.00 = 2.00\n" },
  { { "month=2026-09 | C=0 | B=1 | currency=EUR", "month=2026-10 | C=5 | B=2" },
    "2026-09: 1.00 +0.00 -0.00 -0.00 +0.00 = 1.00\n"
    "2026-10: ? +0.00 -? -0.00 +0.00 = 2.00\n" },
  { { "month=2026-09 | C=0 | B=1", "month=2026-10 | C=5 | B=2 | agreement=a2" },
    "2026-09: 1.00 +0.00 -0.00 -0.00 +0.00 = 1.00\n"
    "2026-10: ? +0.00 -? -0.00 +0.00 = 2.00\n" },
  { { "month=2026-09 | C=0 | B=1", "month=2026-10 | C=5 | B=2 | customer=c2" },
    "2026-09: 1.00 +0.00 -0.00 -0.00 +0.00 = 1.00\n"
    "2026-10: ? +0.00 -? -0.00 +0.00 = 2.00\n" },
  /* Ids and currency do so without case. */
  { { "month=2026-09 | C=0 | B=7 | customer=ABC | agreement=X | currency=usd",
      "month=2026-10 | C=5 | B=2 | customer=abc | agreement=x" },
    "2026-09: 7.00 +0.00 -0.00 -0.00 +0.00 = 7.00\n"
    "2026-10: 7.00 +0.00 -5.00 -0.00 +0.00 = 2.00\n" },

  /* Of rows with other figures the later one counts, also as the base of the next month. */
  { { "month=2026-09 | C=0 | B=10", "month=2026-09 | C=1 | B=9", "C=3 | B=7" },
    "2026-09: ? +0.00 -? -0.00 +0.00 = 9.00\n"
    "2026-10: 9.00 +0.00 -2.00 -0.00 +0.00 = 7.00\n" },

  /* Reported expired, or ended before the month's last day. */
  { { "C=0 | B=1 | expiry=2026-10-30" },
    "2026-10: 1.00 +0.00 -0.00 -0.00 +0.00 = 1.00, expired\n" },
  { { "C=0 | B=1 | expiry=2026-10-31" }, "2026-10: 1.00 +0.00 -0.00 -0.00 +0.00 = 1.00\n" },
  { { "C=0 | B=1 | status=Expired" }, "2026-10: 1.00 +0.00 -0.00 -0.00 +0.00 = 1.00, expired\n" },
  { { "C=0 | B=1 | status=ended" }, "2026-10: 1.00 +0.00 -0.00 -0.00 +0.00 = 1.00\n" },

  /* Fractions of a cent and large amounts are exact. */
  { { "month=2026-09 | C=0.0001 | B=99999999999999999999.9999 | effective=2026-09-15",
      "C=0.1234567 | B=99999999999999999999.8765433" },
    "2026-09: 0.00 +100000000000000000000.00 -0.0001 -0.00 +0.00 = 99999999999999999999.9999\n"
    "2026-10: 99999999999999999999.9999 +0.00 -0.1233567 -0.00 +0.00 = "
    "99999999999999999999.8765433\n" },

  { { NULL }, "" },
};

START_TEST (a_credit_rolls_forward)
{
  g_autofree char *text = roll_forward_text (cases[_i].rows);

  ck_assert_str_eq (text, cases[_i].expected);
}
END_TEST

/* Covering the month */

static const struct
{
  const char *row;
  gboolean covers;
} windows[] = {
  { "month=2026-10", TRUE },
  { "effective=2026-10-01 | expiry=2026-10-31", TRUE },
  { "effective=2026-10-01", TRUE },
  { "effective=2026-10-02", FALSE },
  { "effective=2025-05-05", TRUE },
  { "expiry=2026-10-31", TRUE },
  { "expiry=2026-10-30", FALSE },
  { "expiry=9999-12-31", TRUE },
  { "month=2028-02 | expiry=2028-02-28", FALSE }, /* a leap year */
  { "month=2028-02 | expiry=2028-02-29", TRUE },
  { "status=expired", TRUE }, /* what dates say, not what the report says */
};

START_TEST (an_agreement_covers_a_month_when_it_limits_neither_end)
{
  const char *const texts[] = { windows[_i].row, NULL };
  g_autoptr (CreditBook) book = book_of (texts);
  g_autoptr (GPtrArray) credits = credit_book_list (book);
  g_autoptr (GArray) rows = roll_forward_build (credits);

  ck_assert_int_eq (roll_forward_covers_month (&g_array_index (rows, RollForward, 0)),
                    windows[_i].covers);
}
END_TEST

START_TEST (used_covers_the_months_since_the_row_before)
{
  static const char *const texts[]
      = { "month=2026-06 | C=1", "month=2026-10 | C=2", "month=2026-11 | C=3", NULL };
  g_autoptr (CreditBook) book = book_of (texts);
  g_autoptr (GPtrArray) credits = credit_book_list (book);
  g_autoptr (GArray) rows = roll_forward_build (credits);
  const RollForward *row = &g_array_index (rows, RollForward, 0);

  ck_assert_int_eq (row[0].covers_from, calendar_month (2026, 6));
  ck_assert_int_eq (row[1].covers_from, calendar_month (2026, 7));
  ck_assert_int_eq (row[2].covers_from, calendar_month (2026, 11));
  ck_assert_ptr_null (row[0].previous);
  ck_assert_ptr_eq (row[1].previous, row[0].month);
}
END_TEST

/* Properties of random histories */

static Decimal
random_amount (GRand *rand)
{
  return decimal_from_scaled (g_rand_int_range (rand, -20000, 100000),
                              (guint) g_rand_int_range (rand, 0, 5));
}

static Day
random_date (GRand *rand)
{
  const Day first = calendar_day (2025, 11, 1);
  return g_rand_boolean (rand) ? DAY_NONE : first + g_rand_int_range (rand, 0, 500);
}

static CreditBook *
random_history (GRand *rand)
{
  CreditBook *book = credit_book_new (build_ids ());
  const gint32 count = g_rand_int_range (rand, 1, 12);

  for (gint32 i = 0; i < count; i++)
    {
      BalanceRow row = build_balance_row ("");

      row.month = calendar_month (2026, 1) + g_rand_int_range (rand, 0, 12);
      row.at.line = (guint64) i + 2;
      if (g_rand_int_range (rand, 0, 4) != 0)
        row.credit_amount = random_amount (rand);
      row.balance_amount = random_amount (rand);
      row.effective = random_date (rand);
      row.expiry = random_date (rand);
      credit_book_add (book, &row);
    }
  return book;
}

static void
check_identity (const RollForward *row)
{
  Decimal closing = decimal_add (row->opening.value, row->granted);

  ck_assert_int_eq (row->opening.known, row->used.known);
  if (!row->opening.known)
    {
      ck_assert_ptr_null (row->previous);
      return;
    }
  closing = decimal_subtract (closing, row->used.value);
  closing = decimal_subtract (closing, row->forfeited);
  closing = decimal_add (closing, row->adjustment);
  ck_assert (decimal_equal (closing, credit_book_balance_amount (&row->month->counted)));
}

static void
check_parts (const RollForward *row)
{
  ck_assert_int_ge (decimal_sign (row->forfeited), 0);
  ck_assert (decimal_is_zero (row->forfeited) || decimal_is_zero (row->adjustment));
  ck_assert (decimal_is_zero (row->forfeited)
             || row->month->counted.expiry <= calendar_last_day (row->month->month));
  ck_assert_int_le (row->covers_from, row->month->month);
  if (row->previous == NULL)
    return;
  ck_assert (
      decimal_equal (row->opening.value, credit_book_balance_amount (&row->previous->counted)));
  ck_assert (decimal_is_zero (row->granted));
  ck_assert_int_eq (row->covers_from, row->previous->month + 1);
}

/* Together they are the difference of the first and the last CreditAmount. */
static void
check_sum_of_used (const GArray *rows)
{
  const RollForward *row = &g_array_index (rows, RollForward, 0);
  Decimal total = credit_book_credit_amount (&row->month->counted);

  for (guint i = 1; i < rows->len; i++)
    decimal_accumulate (&total, &row[i].used.value);
  ck_assert (decimal_equal (total, credit_book_credit_amount (&row[rows->len - 1].month->counted)));
}

START_TEST (every_history_foots)
{
  GRand *rand = g_rand_new_with_seed (20261031);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (CreditBook) book = random_history (rand);
      g_autoptr (GPtrArray) credits = credit_book_list (book);
      g_autoptr (GArray) rows = roll_forward_build (credits);

      for (guint i = 0; i < rows->len; i++)
        {
          check_identity (&g_array_index (rows, RollForward, i));
          check_parts (&g_array_index (rows, RollForward, i));
        }
      check_sum_of_used (rows);
    }
  g_rand_free (rand);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("roll-forward");
  TCase *table = tcase_create ("cases");
  TCase *property = tcase_create ("properties");

  tcase_add_loop_test (table, a_credit_rolls_forward, 0, G_N_ELEMENTS (cases));
  tcase_add_loop_test (table, an_agreement_covers_a_month_when_it_limits_neither_end, 0,
                       G_N_ELEMENTS (windows));
  tcase_add_test (table, used_covers_the_months_since_the_row_before);
  tcase_add_test (property, every_history_foots);
  suite_add_tcase (suite, table);
  suite_add_tcase (suite, property);
  return suite;
}

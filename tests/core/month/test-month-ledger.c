/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/month-ledger.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

/* A ledger and what it borrows from. */
typedef struct
{
  Books *books;
  GPtrArray *credits;
  GPtrArray *charges;
  GPtrArray *usage;
  GArray *rows;
  InvoiceMonths *invoice_months;
  MonthLedger *ledger;
} Desk;

static Desk desk;

static void
open_desk (const char *const *texts)
{
  const ReckonPlan plan = reckon_plan_default ();

  desk.books = build_books ();
  build_rows (desk.books, texts);
  g_autoptr (GPtrArray) invoices = charge_book_invoices (desk.books->charges);
  desk.credits = credit_book_list (desk.books->credits);
  desk.rows = roll_forward_build (desk.credits);
  desk.invoice_months = invoice_months_decide (invoices, desk.books->inputs, &plan, NULL);
  desk.charges = charge_book_list (desk.books->charges);
  desk.usage = usage_book_list (desk.books->usage);
  desk.ledger = month_ledger_new (desk.rows, desk.charges, desk.usage,
                                  usage_book_is_gross (desk.books->usage), desk.invoice_months);
}

#define OPEN_DESK(...) open_desk ((const char *const[]){ __VA_ARGS__, NULL })

static void
close_desk (void)
{
  month_ledger_free (desk.ledger);
  invoice_months_free (desk.invoice_months);
  g_array_unref (desk.rows);
  g_ptr_array_unref (desk.usage);
  g_ptr_array_unref (desk.charges);
  g_ptr_array_unref (desk.credits);
  books_free (desk.books);
}

static Month
october (void)
{
  return calendar_month (2026, 10);
}

static const MonthCell *
cell_of (const char *customer, const char *currency)
{
  const MonthCell *cell = month_ledger_find (desk.ledger, customer, currency, october ());

  ck_assert_ptr_nonnull (cell);
  return cell;
}

static void
assert_amount (Decimal value, const char *expected)
{
  g_autofree char *text = decimal_to_string (value, 2);
  ck_assert_str_eq (text, expected);
}

static void
assert_known (Amount amount, const char *expected)
{
  ck_assert (amount.known);
  assert_amount (amount.value, expected);
}

#define ACO "reason=Azure Credit Offer"

/* Cells */

START_TEST (an_empty_ledger_has_no_cells)
{
  open_desk ((const char *const[]){ NULL });
  ck_assert_uint_eq (month_ledger_cells (desk.ledger)->len, 0);
  ck_assert_ptr_null (month_ledger_find (desk.ledger, "c1", "USD", october ()));
  month_ledger_free (NULL);
}
END_TEST

START_TEST (cells_come_by_customer_then_currency_then_month)
{
  static const char *const expected[]
      = { "c1 EUR 2026-11", "c1 USD 2026-09", "c1 USD 2026-10", "c2 EUR 2026-10" };

  OPEN_DESK ("invoice: customer=C2 | currency=eur",
             "invoice: month=2026-11 | invoice=G2 | "
             "currency=EUR",
             "balance: customer=C1 | currency=usd", "balance: month=2026-09");
  const GPtrArray *cells = month_ledger_cells (desk.ledger);
  ck_assert_uint_eq (cells->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < cells->len; i++)
    {
      const MonthCell *cell = g_ptr_array_index (cells, i);
      char month[MONTH_TEXT_SIZE];

      calendar_print_month (cell->month, month);
      g_autofree char *text = g_strdup_printf ("%s %s %s", cell->customer, cell->currency, month);
      ck_assert_str_eq (text, expected[i]);
      ck_assert_ptr_eq (
          month_ledger_find (desk.ledger, cell->customer, cell->currency, cell->month), cell);
    }
}
END_TEST

START_TEST (cells_of_a_customer_and_month_share_what_holds_for_both)
{
  OPEN_DESK ("balance: currency=USD", "balance: currency=USD | agreement=a2",
             "balance: currency=EUR", "balance: month=2026-09", "invoice: currency=GBP",
             "invoice: customer=c2", "usage: customer=c2", "balance: customer=c2 | month=2026-09",
             "usage: customer=c2 | invoice= | day=2026-09-01");
  const MonthCell *dollar = cell_of ("c1", "USD");

  /* Two agreements in one currency are one currency. */
  ck_assert_uint_eq (dollar->peers->balance_currencies, 2);
  ck_assert_ptr_eq (cell_of ("c1", "EUR")->peers, dollar->peers);
  ck_assert_ptr_eq (cell_of ("c1", "GBP")->peers, dollar->peers);
  ck_assert (!dollar->peers->has_usage);
  ck_assert (cell_of ("c2", "USD")->peers->has_usage);
  /* An estimate is no billed row. */
  ck_assert (
      !month_ledger_find (desk.ledger, "c2", "USD", calendar_month (2026, 9))->peers->has_usage);
}
END_TEST

/* Daily usage belongs to the month of its invoice where that was read. */
START_TEST (daily_usage_is_of_the_month_of_its_invoice_or_of_its_day)
{
  OPEN_DESK ("invoice: month=2026-10",
             "usage: invoice=g1 | day=2026-09-30 | credit-type=Azure Credit Applied | total=3",
             "usage: invoice=G9 | day=2026-09-30 | credit-type=Azure Credit Applied | total=4");
  assert_amount (cell_of ("c1", "USD")->credit.usage_credit, "3.00");
  assert_amount (
      month_ledger_find (desk.ledger, "c1", "USD", calendar_month (2026, 9))->credit.usage_credit,
      "4.00");
}
END_TEST

/* Balances */

START_TEST (balances_of_a_customer_add_up)
{
  /* a1: 100 opening, 30 used; a2: granted 50, of which 5 used; a3: 7 left, 13 forfeited. */
  OPEN_DESK ("balance: agreement=a1 | month=2026-09 | C=0 | B=100",
             "balance: agreement=a1 | C=30 | B=70",
             "balance: agreement=a2 | C=5 | B=45 | effective=2026-10-05",
             "balance: agreement=a3 | month=2026-09 | C=0 | B=20",
             "balance: agreement=a3 | C=0 | B=7 | expiry=2026-10-31");
  const BalanceSide *side = &cell_of ("c1", "USD")->balance;

  ck_assert_uint_eq (side->credits, 3);
  assert_known (side->used, "35.00");
  assert_known (side->available, "170.00");
  assert_amount (side->balance, "122.00");
  assert_amount (side->covering_balance, "77.00"); /* a2 begins within the month */
  assert_amount (side->spendable, "135.00");
  ck_assert (side->moved);
  ck_assert (!side->has_gap);
  ck_assert (side->is_partial);
  ck_assert_uint_eq (side->first.line, 3);
}
END_TEST

START_TEST (one_unknown_makes_a_sum_unknown)
{
  OPEN_DESK ("balance: agreement=a1 | C=700 | B=300", "balance: agreement=a2 | C=0 | B=50");
  const BalanceSide *side = &cell_of ("c1", "USD")->balance;

  ck_assert (!side->used.known);
  ck_assert (!side->available.known);
  ck_assert (side->moved);
  assert_amount (side->balance, "350.00");
}
END_TEST

START_TEST (nothing_used_is_no_movement)
{
  OPEN_DESK ("balance: C=0 | B=50");
  ck_assert (!cell_of ("c1", "USD")->balance.moved);
  ck_assert (!cell_of ("c1", "USD")->balance.is_partial);
}
END_TEST

START_TEST (use_and_its_return_are_movement)
{
  OPEN_DESK (
      "balance: agreement=a1 | month=2026-09 | C=0 | B=9", "balance: agreement=a1 | C=5 | B=4",
      "balance: agreement=a2 | month=2026-09 | C=0 | B=9", "balance: agreement=a2 | C=-5 | B=14");
  assert_known (cell_of ("c1", "USD")->balance.used, "0.00");
  ck_assert (cell_of ("c1", "USD")->balance.moved);
}
END_TEST

START_TEST (a_gap_of_one_key_is_a_gap_of_the_cell)
{
  OPEN_DESK ("balance: agreement=a1 | month=2026-08 | C=0 | B=9",
             "balance: agreement=a1 | C=5 | B=4", "balance: agreement=a2 | C=0 | B=9");
  ck_assert (cell_of ("c1", "USD")->balance.has_gap);
}
END_TEST

/* Keys that do not cover the month, are reported expired, or have nothing: what each counts for. */
static const struct
{
  const char *rows[3];
  const char *covering;
  const char *spendable;
  gboolean partial;
} balances[] = {
  { { "balance: B=10" }, "10.00", "10.00", FALSE },
  { { "balance: B=10 | status=expired" }, "0.00", "10.00", FALSE },
  { { "balance: B=10 | expiry=2026-10-30" }, "0.00", "10.00", TRUE },
  { { "balance: B=10 | effective=2026-10-02" }, "0.00", "10.00", TRUE },
  { { "balance: B=0 | expiry=2026-10-30" }, "0.00", "0.00", FALSE },
  { { "balance: B=-3" }, "-3.00", "0.00", FALSE },
  { { "balance: B=-3 | expiry=2026-10-30" }, "0.00", "0.00", FALSE },
  /* Unknown openings do not make it partial. */
  { { "balance: C=5 | B=10 | expiry=2026-10-30" }, "0.00", "10.00", FALSE },
  /* 10 of 10 forfeited at the end: it could be spent, but nothing is left. */
  { { "balance: month=2026-09 | B=10", "balance: B=0 | expiry=2026-10-31" },
    "0.00",
    "10.00",
    FALSE },
};

START_TEST (what_remains_counts_by_window_and_status)
{
  open_desk (balances[_i].rows);
  const BalanceSide *side = &cell_of ("c1", "USD")->balance;

  assert_amount (side->covering_balance, balances[_i].covering);
  assert_amount (side->spendable, balances[_i].spendable);
  ck_assert_int_eq (side->is_partial, balances[_i].partial);
}
END_TEST

/* Invoice lines */

START_TEST (lines_of_several_invoices_of_a_month_add_up)
{
  OPEN_DESK ("invoice: invoice=G2 | subtotal=20 | line=9",
             "invoice: invoice=G1 | subtotal=85 | adjustment=15% Partner earned credit | line=4",
             "invoice: invoice=G2 | subtotal=17 | adjustment=15% Partner earned credit | line=3",
             "invoice: invoice=G1 | subtotal=9 | adjustment=10% Partner earned credit | line=5",
             "invoice: invoice=G1 | subtotal=7 | publisher=Contoso | line=6",
             "invoice: invoice=G1 | subtotal=-10 | " ACO " | line=8",
             "invoice: invoice=G2 | subtotal=-1 | " ACO " | reservation=r1 | line=7",
             "invoice: invoice=G2 | subtotal=-2 | type=customerCredit | line=10");
  const InvoiceSide *side = &cell_of ("c1", "USD")->invoice;

  ck_assert (side->has_lines);
  assert_amount (side->charges, "138.00"); /* 20 + 85 + 17 + 9 + 7 */
  assert_amount (side->aco_used, "11.00");
  assert_amount (side->aco_on_usage, "10.00"); /* the other is on a reservation */
  assert_amount (side->other_credits, "2.00");
  assert_amount (side->plain, "20.00");
  ck_assert_uint_eq (side->aco_lines, 2);
  g_autoptr (GPtrArray) percents = pec_tallies_list (side->pec);
  ck_assert_uint_eq (percents->len, 2);
  assert_amount (((const PecTally *) g_ptr_array_index (percents, 0))->net, "9.00");
  assert_amount (((const PecTally *) g_ptr_array_index (percents, 1))->net, "102.00");
  ck_assert_uint_eq (side->first_aco.line, 7);
  ck_assert_uint_eq (side->first_pec.line, 3);
  ck_assert_uint_eq (side->first_plain.line, 9);
}
END_TEST

START_TEST (a_cell_without_lines_says_so)
{
  OPEN_DESK ("balance: B=5", "invoice: subtotal=3 | currency=EUR");
  ck_assert (!cell_of ("c1", "USD")->invoice.has_lines);
  ck_assert_ptr_null (cell_of ("c1", "EUR")->invoice.pec);
  ck_assert_uint_eq (cell_of ("c1", "EUR")->balance.credits, 0);
}
END_TEST

/* The currency in which a credit counts: here of a line in EUR, priced 10 USD. */

#define EURO_LINE "invoice: currency=EUR | subtotal=-9.00 | rate=0.9 | " ACO
#define PRICED " | price=-10.005 | quantity=1"

static const struct
{
  const char *rows[4];
  const char *euro;   /* invoice credit counted in EUR, and what rounding may move */
  const char *dollar; /* the same in USD; NULL: no such cell */
  const char *euro_drift;
  const char *dollar_drift;
} currencies[] = {
  /* No balance row at all: in its own; a cent, and the cent before the rate. */
  { { EURO_LINE PRICED }, "9.00", NULL, "0.019", NULL },
  { { EURO_LINE PRICED, "balance: currency=EUR" }, "9.00", NULL, "0.019", NULL },
  { { EURO_LINE PRICED, "balance: currency=EUR", "balance: currency=USD" },
    "9.00",
    "0.00",
    "0.019",
    "0.00" },
  /* A balance row only in its pricing currency: converted, and truncated to 10.00. */
  { { EURO_LINE PRICED, "balance: currency=USD" }, "0.00", "10.00", "0.00", "0.01" },
  /* It cannot be converted without price or quantity. */
  { { EURO_LINE, "balance: currency=USD" }, "9.00", "0.00", "0.019", "0.00" },
  { { EURO_LINE " | price=-10", "balance: currency=USD" }, "9.00", "0.00", "0.019", "0.00" },
  { { EURO_LINE " | quantity=1", "balance: currency=USD" }, "9.00", "0.00", "0.019", "0.00" },
  /* Balance rows of another month or customer decide nothing. */
  { { EURO_LINE PRICED, "balance: currency=USD | month=2026-09" }, "9.00", NULL, "0.019", NULL },
  { { EURO_LINE PRICED, "balance: currency=USD | customer=c2" }, "9.00", NULL, "0.019", NULL },
  /* Rows in neither currency. */
  { { EURO_LINE PRICED, "balance: currency=GBP" }, "9.00", NULL, "0.019", NULL },
  /* Case does not matter. */
  { { EURO_LINE PRICED " | pricing-currency=usd", "balance: currency=Usd" },
    "0.00",
    "10.00",
    "0.00",
    "0.01" },
};

START_TEST (a_credit_line_counts_where_the_balance_is)
{
  open_desk (currencies[_i].rows);
  const CreditSide *euro = &cell_of ("c1", "EUR")->credit;

  assert_amount (euro->invoice_credit, currencies[_i].euro);
  assert_amount (euro->drift, currencies[_i].euro_drift);
  ck_assert_uint_eq (euro->lines, decimal_is_zero (euro->invoice_credit) ? 0 : 1);
  if (currencies[_i].dollar == NULL)
    {
      ck_assert_ptr_null (month_ledger_find (desk.ledger, "c1", "USD", october ()));
      return;
    }
  const CreditSide *dollar = &cell_of ("c1", "USD")->credit;
  assert_amount (dollar->invoice_credit, currencies[_i].dollar);
  assert_amount (dollar->drift, currencies[_i].dollar_drift);
  /* Wherever it counts, the waterfall is that of its own currency. */
  assert_amount (cell_of ("c1", "EUR")->invoice.aco_used, "9.00");
  assert_amount (dollar->lines > 0 ? cell_of ("c1", "USD")->invoice.aco_used : (Decimal){ 0 },
                 "0.00");
}
END_TEST

START_TEST (a_line_in_its_own_currency_drifts_by_a_cent)
{
  OPEN_DESK ("invoice: subtotal=-5 | " ACO, "invoice: subtotal=-5 | rate=1.00 | " ACO,
             "invoice: subtotal=-5 | rate=1.5 | " ACO);
  assert_amount (cell_of ("c1", "USD")->credit.drift, "0.045"); /* 0.01 + 0.01 + 0.025 */
}
END_TEST

#define EURO_ROW "usage: currency=EUR | credit-type=Azure Credit Applied | rate=0.9"

static const struct
{
  const char *rows[4];
  const char *euro;
  const char *dollar;
} usage_currencies[] = {
  { { EURO_ROW " | total=-9" }, "9.00", NULL },
  { { EURO_ROW " | total=9 | pricing-total=-10", "balance: currency=USD" }, "-", "10.00" },
  { { EURO_ROW " | total=9 | pricing-total=10", "balance: currency=USD", "balance: currency=EUR" },
    "9.00",
    "0.00" },
  /* Without PricingPreTaxTotal it counts in its own currency. */
  { { EURO_ROW " | total=9 | price=5 | quantity=2", "balance: currency=USD" }, "9.00", "0.00" },
  /* No row of the run has a total: price x quantity, and x rate in its own currency. */
  { { EURO_ROW " | total=0 | price=-5 | quantity=2", "balance: currency=USD" }, "-", "10.00" },
  { { EURO_ROW " | total=0 | price=-5 | quantity=2" }, "9.00", NULL },
  { { EURO_ROW " | pricing-total=7", "balance: currency=USD" }, "0.00", "0.00" },
  /* One row with a total anywhere in the run decides for all. */
  { { EURO_ROW " | total=0 | price=5 | quantity=2",
      "usage: customer=c2 | credit-type=Azure Credit Applied | total=1" },
    "0.00",
    NULL },
};

START_TEST (a_credited_daily_row_counts_where_the_balance_is)
{
  open_desk (usage_currencies[_i].rows);
  const MonthCell *euro = month_ledger_find (desk.ledger, "c1", "EUR", october ());
  const MonthCell *dollar = month_ledger_find (desk.ledger, "c1", "USD", october ());

  if (*usage_currencies[_i].euro == '-')
    ck_assert (euro == NULL);
  else
    assert_amount (euro->credit.usage_credit, usage_currencies[_i].euro);
  if (usage_currencies[_i].dollar == NULL)
    ck_assert (dollar == NULL);
  else
    assert_amount (dollar->credit.usage_credit, usage_currencies[_i].dollar);
}
END_TEST

START_TEST (the_first_credits_are_remembered)
{
  OPEN_DESK ("invoice: subtotal=-5 | invoice=G2 | line=8 | " ACO,
             "invoice: subtotal=-5 | invoice=G1 | line=6 | " ACO,
             "usage: line=20 | day=2026-10-01 | total=1 | credit-type=azure credit applied",
             "usage: line=10 | day=2026-10-02 | total=1 | credit-type=AZURE CREDIT APPLIED",
             "usage: line=3 | day=2026-10-03 | total=1");
  const CreditSide *side = &cell_of ("c1", "USD")->credit;

  ck_assert_uint_eq (side->lines, 2);
  ck_assert_uint_eq (side->first_line.line, 6);
  ck_assert_uint_eq (side->first_usage.line, 10);
  ck_assert_uint_eq (side->usage_tallies, 2);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("month-ledger");
  TCase *cells = tcase_create ("cells");
  TCase *sides = tcase_create ("sides");
  TCase *currency = tcase_create ("currencies");

  tcase_add_test (cells, an_empty_ledger_has_no_cells);
  tcase_add_test (cells, cells_come_by_customer_then_currency_then_month);
  tcase_add_test (cells, cells_of_a_customer_and_month_share_what_holds_for_both);
  tcase_add_test (cells, daily_usage_is_of_the_month_of_its_invoice_or_of_its_day);
  tcase_add_test (sides, balances_of_a_customer_add_up);
  tcase_add_test (sides, one_unknown_makes_a_sum_unknown);
  tcase_add_test (sides, nothing_used_is_no_movement);
  tcase_add_test (sides, use_and_its_return_are_movement);
  tcase_add_test (sides, a_gap_of_one_key_is_a_gap_of_the_cell);
  tcase_add_loop_test (sides, what_remains_counts_by_window_and_status, 0, G_N_ELEMENTS (balances));
  tcase_add_test (sides, lines_of_several_invoices_of_a_month_add_up);
  tcase_add_test (sides, a_cell_without_lines_says_so);
  tcase_add_loop_test (currency, a_credit_line_counts_where_the_balance_is, 0,
                       G_N_ELEMENTS (currencies));
  tcase_add_test (currency, a_line_in_its_own_currency_drifts_by_a_cent);
  tcase_add_loop_test (currency, a_credited_daily_row_counts_where_the_balance_is, 0,
                       G_N_ELEMENTS (usage_currencies));
  tcase_add_test (currency, the_first_credits_are_remembered);
  tcase_add_checked_fixture (cells, NULL, close_desk);
  tcase_add_checked_fixture (sides, NULL, close_desk);
  tcase_add_checked_fixture (currency, NULL, close_desk);
  suite_add_tcase (suite, cells);
  suite_add_tcase (suite, sides);
  suite_add_tcase (suite, currency);
  return suite;
}

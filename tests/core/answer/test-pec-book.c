/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/pec-book.h"
#include "core/book/books.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

static const HashKey key = { 7, 8 };

#define CREDITED "credit-type=Azure Credit Applied"
#define PEC_LINE "adjustment=15% Partner earned credit"

/* Invoice G1 bills October 2026, G9 September; of others nothing was read. */
static Books *books;
static InvoiceMonths *months;
static PecBook *book;

static void
start_with (gboolean gross)
{
  const ReckonPlan plan = reckon_plan_default ();

  books = build_books ();
  BUILD_ROWS (books, "invoice: subtotal=1", "invoice: subtotal=1 | invoice=G9 | month=2026-09");
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  months = invoice_months_decide (invoices, books->inputs, &plan, NULL);
  ck_assert_ptr_nonnull (months);
  book = pec_book_new (&key, months, gross);
}

static void
start (void)
{
  start_with (FALSE);
}

static void
finish (void)
{
  pec_book_free (book);
  invoice_months_free (months);
  books_free (books);
}

static void
add_usage (const char *fields)
{
  const UsageRow row = build_usage_row (fields);

  pec_book_add_usage (book, &row);
}

static void
add_resource (const char *fields, const char *resource)
{
  UsageRow row = build_usage_row (fields);

  row.texts.resource = slice_of (resource);
  pec_book_add_usage (book, &row);
}

static void
add_line (const char *fields)
{
  const InvoiceLine line = build_invoice_line (fields);

  pec_book_add_line (book, &line);
}

static void
append (GString *out, Decimal value)
{
  g_autofree char *text = decimal_to_string (value, 2);

  g_string_append_printf (out, " %s", text);
}

/* One customer and month a line: customer, currency, month, source; PEC as percentage and net;
   third party, Spot, reservation, savings plan, ACO, unexplained. */
static void
assert_tallies (const char *expected)
{
  g_autoptr (GPtrArray) list = pec_book_list (book);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const PecTallies *tallies = g_ptr_array_index (list, i);
      char month[MONTH_TEXT_SIZE];

      calendar_print_month (tallies->month, month);
      g_string_append_printf (found, "%s%s %s %s %s;", i > 0 ? "\n" : "", tallies->customer,
                              tallies->currency, month, tallies->from_usage ? "usage" : "invoice");
      g_autoptr (GPtrArray) percents = pec_tallies_list (tallies->pec);
      for (guint n = 0; n < percents->len; n++)
        {
          const PecTally *pec = g_ptr_array_index (percents, n);

          append (found, pec->percent);
          append (found, pec->net);
        }
      g_string_append_c (found, ';');
      for (guint k = 0; k < PEC_REASON_COUNT; k++)
        append (found, tallies->none[k]);
    }
  ck_assert_str_eq (found->str, expected);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return ((const PecLostDay *) a)->day - ((const PecLostDay *) b)->day;
}

/* One resource a line: customer, currency, month, name; its lost days with their values. */
static void
assert_resources (const char *expected)
{
  g_autoptr (GPtrArray) list = pec_book_resources (book);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const PecResource *resource = g_ptr_array_index (list, i);
      char month[MONTH_TEXT_SIZE];

      calendar_print_month (resource->month, month);
      g_string_append_printf (found, "%s%s %s %s %s;", i > 0 ? "\n" : "", resource->customer,
                              resource->currency, month, resource->resource);
      g_array_sort (resource->lost, compare_days);
      for (guint k = 0; k < resource->lost->len; k++)
        {
          const PecLostDay *lost = &g_array_index (resource->lost, PecLostDay, k);
          char day[DAY_TEXT_SIZE];

          calendar_print_day (lost->day, day);
          g_string_append_printf (found, " %s", day + 8);
          append (found, lost->value);
        }
    }
  ck_assert_str_eq (found->str, expected);
}

/* Reasons */

static const struct
{
  UsageTexts texts;
  PecReason reason;
} reasons[] = {
#define TEXT(member, value) .texts = { .member = { value, sizeof value - 1 } }
  { TEXT (publisher, ""), PEC_REASON_UNEXPLAINED },
  { TEXT (publisher, "Canonical"), PEC_REASON_THIRD_PARTY },
  { TEXT (publisher, "The Microsoft Fans"), PEC_REASON_THIRD_PARTY },
  { TEXT (publisher, "Microsoft"), PEC_REASON_UNEXPLAINED },
  { TEXT (publisher, "MICROSOFT Corporation"), PEC_REASON_UNEXPLAINED },
  { TEXT (meter_name, "D4ds v5 Spot"), PEC_REASON_SPOT },
  { TEXT (meter_name, "SPOT/D4ds"), PEC_REASON_SPOT },
  { TEXT (sku_name, "Standard_D4ds_v5 spot"), PEC_REASON_SPOT },
  { TEXT (meter_name, "Spotlight Units"), PEC_REASON_UNEXPLAINED },
  { TEXT (meter_name, "Hotspot"), PEC_REASON_UNEXPLAINED },
  { TEXT (product_name, "Spot of Land"), PEC_REASON_UNEXPLAINED },
  { TEXT (benefit_type, "SavingsPlan"), PEC_REASON_SAVINGS_PLAN },
  { TEXT (benefit_type, "Savings plan"), PEC_REASON_SAVINGS_PLAN },
  { TEXT (benefit_type, "Reservation"), PEC_REASON_RESERVATION },
  { TEXT (benefit_type, "Charge"), PEC_REASON_UNEXPLAINED },
  { TEXT (additional_info, "{\"ReservationOrderId\":\"RIOderId-1\"}"), PEC_REASON_RESERVATION },
  { TEXT (additional_info, "{\"note\":\"no ReservationOrderId\"}"), PEC_REASON_UNEXPLAINED },
  { TEXT (product_name, "VM RI"), PEC_REASON_RESERVATION },
  { TEXT (product_name, "RIPE Storage"), PEC_REASON_UNEXPLAINED },
#undef TEXT
};

START_TEST (each_row_has_its_reason)
{
  UsageRow row = build_usage_row ("total=5");

  row.texts = reasons[_i].texts;
  ck_assert_int_eq ((int) pec_book_reason_of_usage (&row), (int) reasons[_i].reason);
}
END_TEST

START_TEST (the_first_reason_that_fits_counts)
{
  UsageRow row = build_usage_row ("total=5 | " CREDITED);

  row.texts = (UsageTexts){ .publisher = slice_of ("Canonical"),
                            .benefit_type = slice_of ("SavingsPlan"),
                            .product_name = slice_of ("VM RI"),
                            .meter_name = slice_of ("Spot") };
  ck_assert_int_eq ((int) pec_book_reason_of_usage (&row), (int) PEC_REASON_ACO);
  row.is_aco_credited = FALSE;
  ck_assert_int_eq ((int) pec_book_reason_of_usage (&row), (int) PEC_REASON_THIRD_PARTY);
  row.texts.publisher = slice_of ("Microsoft");
  ck_assert_int_eq ((int) pec_book_reason_of_usage (&row), (int) PEC_REASON_SAVINGS_PLAN);
  row.texts.benefit_type = slice_of ("");
  ck_assert_int_eq ((int) pec_book_reason_of_usage (&row), (int) PEC_REASON_RESERVATION);
  row.texts.product_name = slice_of ("");
  ck_assert_int_eq ((int) pec_book_reason_of_usage (&row), (int) PEC_REASON_SPOT);
}
END_TEST

/* Daily rows */

START_TEST (rows_are_added_up_by_percentage_and_reason)
{
  UsageRow third_party = build_usage_row ("total=7");

  third_party.texts.publisher = slice_of ("Canonical");
  pec_book_add_usage (book, &third_party);
  add_usage ("total=8.5 | pec=15 | customer=C1 | currency=usd");
  add_usage ("total=0.0001 | pec=15.0");
  add_usage ("total=9.25 | pec=7.5");
  add_usage ("total=3.001");
  add_usage ("total=-60 | " CREDITED);
  assert_tallies ("c1 USD 2026-10 usage; 7.50 9.25 15.00 8.5001; 7.00 0.00 0.00 0.00 60.00 3.001");
}
END_TEST

START_TEST (credited_rows_without_totals_count_at_list_price)
{
  finish ();
  start_with (TRUE);
  add_usage ("total=0 | price=2 | quantity=30 | rate=0.5 | " CREDITED);
  add_usage ("total=0 | " CREDITED);
  assert_tallies ("c1 USD 2026-10 usage;; 0.00 0.00 0.00 0.00 30.00 0.00");
}
END_TEST

START_TEST (estimates_are_passed_over)
{
  add_usage ("total=5 | invoice=");
  add_usage ("total=5 | invoice= | pec=15");
  add_line ("subtotal=5 | invoice=");
  assert_tallies ("");
  pec_book_free (NULL);
}
END_TEST

/* By the month of the invoice, else by their own. */
START_TEST (rows_are_told_apart_by_customer_currency_and_month)
{
  add_usage ("total=1 | customer=c2");
  add_usage ("total=2 | invoice=G9");
  add_usage ("total=4 | invoice=g1 | day=2026-11-02");
  add_usage ("total=8 | invoice=G7 | day=2026-11-02");
  add_usage ("total=16 | currency=EUR");
  assert_tallies ("c1 EUR 2026-10 usage;; 0.00 0.00 0.00 0.00 0.00 16.00\n"
                  "c1 USD 2026-09 usage;; 0.00 0.00 0.00 0.00 0.00 2.00\n"
                  "c1 USD 2026-10 usage;; 0.00 0.00 0.00 0.00 0.00 4.00\n"
                  "c1 USD 2026-11 usage;; 0.00 0.00 0.00 0.00 0.00 8.00\n"
                  "c2 USD 2026-10 usage;; 0.00 0.00 0.00 0.00 0.00 1.00");
}
END_TEST

/* Invoice lines */

START_TEST (lines_are_added_up_by_percentage_and_reason)
{
  add_line ("subtotal=8.5 | " PEC_LINE);
  add_line ("subtotal=0.1 | " PEC_LINE " | customer=C1 | currency=usd | invoice=g1");
  add_line ("subtotal=9.25 | adjustment=7.5% Partner earned credit");
  add_line ("subtotal=3");
  add_line ("subtotal=10 | reservation=r1");
  add_line ("subtotal=20 | term=1 Year Reservation");
  add_line ("subtotal=40 | term=3 Year Savings Plan");
  add_line ("subtotal=7 | publisher=Canonical");
  assert_tallies ("c1 USD 2026-10 invoice; 7.50 9.25 15.00 8.60; 7.00 0.00 30.00 40.00 0.00 3.00");
}
END_TEST

START_TEST (licences_earn_nothing_by_their_nature)
{
  add_line ("subtotal=500 | subscription=Microsoft 365 E5");
  add_line ("subtotal=29 | product-name=Azure Support Plan");
  assert_tallies ("c1 USD 2026-10 invoice;; 0.00 0.00 0.00 0.00 0.00 0.00");
}
END_TEST

/* 100 were charged, ACO paid 60: of the rest nobody knows why it earned nothing. */
START_TEST (what_aco_paid_for_is_explained)
{
  add_line ("subtotal=100");
  add_line ("subtotal=-60 | reason=Azure Credit Offer");
  /* Paid on a reservation, it explains none of the usage. */
  add_line ("subtotal=-5 | reason=Azure Credit Offer | reservation=r1");
  assert_tallies ("c1 USD 2026-10 invoice;; 0.00 0.00 0.00 0.00 60.00 40.00");
}
END_TEST

START_TEST (other_credits_are_passed_over)
{
  add_line ("subtotal=-60 | type=customerCredit");
  assert_tallies ("");
}
END_TEST

START_TEST (lines_and_rows_of_one_month_stay_apart)
{
  add_usage ("total=3");
  add_line ("subtotal=4");
  add_line ("subtotal=5 | invoice=G9");
  assert_tallies ("c1 USD 2026-09 invoice;; 0.00 0.00 0.00 0.00 0.00 5.00\n"
                  "c1 USD 2026-10 invoice;; 0.00 0.00 0.00 0.00 0.00 4.00\n"
                  "c1 USD 2026-10 usage;; 0.00 0.00 0.00 0.00 0.00 3.00");
}
END_TEST

/* Resources */

START_TEST (a_resource_loses_the_credit_on_days_between)
{
  add_resource ("total=1 | pec=15 | day=2026-10-01", "/vm/A");
  add_resource ("total=1 | pec=15 | day=2026-10-01", "/vm/A");
  add_resource ("total=2 | day=2026-10-04", "/VM/a");
  add_resource ("total=0.5 | day=2026-10-04", "/vm/a");
  add_resource ("total=4 | day=2026-10-03", "/vm/a");
  add_resource ("total=1 | pec=15 | day=2026-10-08", "/vm/a");
  assert_resources ("c1 USD 2026-10 /vm/A; 03 4.00 04 2.50");
}
END_TEST

START_TEST (a_day_on_which_some_meter_earned_the_credit_is_not_lost)
{
  add_resource ("total=1 | pec=15 | day=2026-10-01", "a");
  add_resource ("total=2 | day=2026-10-01", "a");
  assert_resources ("");
  add_resource ("total=2 | day=2026-10-02", "a");
  add_resource ("total=1 | pec=15 | day=2026-10-03", "a");
  add_resource ("total=2 | day=2026-10-03", "a");
  assert_resources ("c1 USD 2026-10 a; 02 2.00");
}
END_TEST

/* Without a day of the other kind there is nothing to compare with. */
START_TEST (a_resource_that_always_or_never_earned_has_lost_nothing)
{
  add_resource ("total=1 | pec=15", "always");
  add_resource ("total=1", "never");
  add_resource ("total=1 | pec=15 | day=2026-09-30 | invoice=G9", "another month");
  add_resource ("total=1", "another month");
  assert_resources ("");
}
END_TEST

START_TEST (only_usage_of_some_value_and_without_a_reason_is_lost)
{
  UsageRow spot = build_usage_row ("total=3 | day=2026-10-02");

  spot.texts.resource = slice_of ("a");
  spot.texts.meter_name = slice_of ("D4 Spot");
  pec_book_add_usage (book, &spot);
  add_resource ("total=1 | pec=15 | day=2026-10-01", "a");
  add_resource ("total=0 | day=2026-10-03", "a");
  add_resource ("total=9 | day=2026-10-04 | " CREDITED, "a");
  assert_resources ("");
}
END_TEST

START_TEST (rows_without_a_resource_are_not_followed)
{
  add_usage ("total=1 | pec=15 | day=2026-10-01");
  add_usage ("total=1 | day=2026-10-02");
  assert_resources ("");
}
END_TEST

START_TEST (resources_are_sorted)
{
  static const char *const fields[] = { "customer=c2", "currency=EUR", "invoice=G9", "" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *earned = g_strdup_printf ("%s | total=1 | pec=15", fields[i]);
      g_autofree char *lost = g_strdup_printf ("%s | total=1 | day=2026-10-16", fields[i]);

      add_resource (earned, "b");
      add_resource (lost, "b");
      add_resource (earned, "a");
      add_resource (lost, "a");
    }
  assert_resources ("c1 EUR 2026-10 a; 16 1.00\nc1 EUR 2026-10 b; 16 1.00\n"
                    "c1 USD 2026-09 a; 16 1.00\nc1 USD 2026-09 b; 16 1.00\n"
                    "c1 USD 2026-10 a; 16 1.00\nc1 USD 2026-10 b; 16 1.00\n"
                    "c2 USD 2026-10 a; 16 1.00\nc2 USD 2026-10 b; 16 1.00");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("pec-book");
  TCase *why = tcase_create ("reasons");
  TCase *rows = tcase_create ("daily rows");
  TCase *lines = tcase_create ("invoice lines");
  TCase *resources = tcase_create ("resources");

  tcase_add_loop_test (why, each_row_has_its_reason, 0, G_N_ELEMENTS (reasons));
  tcase_add_test (why, the_first_reason_that_fits_counts);
  tcase_add_checked_fixture (rows, start, finish);
  tcase_add_test (rows, rows_are_added_up_by_percentage_and_reason);
  tcase_add_test (rows, credited_rows_without_totals_count_at_list_price);
  tcase_add_test (rows, estimates_are_passed_over);
  tcase_add_test (rows, rows_are_told_apart_by_customer_currency_and_month);
  tcase_add_checked_fixture (lines, start, finish);
  tcase_add_test (lines, lines_are_added_up_by_percentage_and_reason);
  tcase_add_test (lines, licences_earn_nothing_by_their_nature);
  tcase_add_test (lines, what_aco_paid_for_is_explained);
  tcase_add_test (lines, other_credits_are_passed_over);
  tcase_add_test (lines, lines_and_rows_of_one_month_stay_apart);
  tcase_add_checked_fixture (resources, start, finish);
  tcase_add_test (resources, a_resource_loses_the_credit_on_days_between);
  tcase_add_test (resources, a_day_on_which_some_meter_earned_the_credit_is_not_lost);
  tcase_add_test (resources, a_resource_that_always_or_never_earned_has_lost_nothing);
  tcase_add_test (resources, only_usage_of_some_value_and_without_a_reason_is_lost);
  tcase_add_test (resources, rows_without_a_resource_are_not_followed);
  tcase_add_test (resources, resources_are_sorted);
  suite_add_tcase (suite, why);
  suite_add_tcase (suite, rows);
  suite_add_tcase (suite, lines);
  suite_add_tcase (suite, resources);
  return suite;
}

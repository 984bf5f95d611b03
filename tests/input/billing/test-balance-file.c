/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "input/billing/balance-file.h"
#include "sample-csv.h"

#define CUSTOMER "196E2273-9651-43A3-BA7E-7CBCD918FC40"
#define AGREEMENT "3F2504E0-4F89-41D3-9A0C-0305E82C3301"

static SampleFile file;
static BalanceRow record;

/* The record of the first row. */
static void
read_rows (const char *text)
{
  gsize count;
  const guint *roles = balance_file_roles (FALSE, &count);

  sample_file_open (&file, text, roles, count);
  sample_file_next (&file);
  memset (&record, 0xAA, sizeof record);
  balance_file_read (&file.cells, (Position){ 3, 7 }, &record);
}

static void
read_row (const char *row)
{
  g_autofree char *text = g_strconcat (BALANCE_COLUMNS "\n", row, "\n", NULL);
  read_rows (text);
}

static void
clear_file (void)
{
  file = (SampleFile){ 0 };
}

static void
close_file (void)
{
  sample_file_close (&file);
}

START_TEST (a_row_is_read)
{
  read_row ("p1," CUSTOMER ",2026-10,ACO,700.00,Active,300.00,usd," AGREEMENT
            ",1/1/2026,12/31/2026");
  ck_assert (cells_are_good (&file.cells));
  ck_assert_uint_eq (record.at.file, 3);
  ck_assert_uint_eq (record.at.line, 7);
  assert_slice (record.customer, CUSTOMER);
  assert_slice (record.partner, "p1");
  assert_slice (record.customer_name, "");
  assert_slice (record.agreement, AGREEMENT);
  assert_slice (record.credit_name, "ACO");
  assert_slice (record.currency, "usd");
  ck_assert_int_eq (record.month, calendar_month (2026, 10));
  assert_decimal (record.credit_amount, "700");
  assert_decimal (record.balance_amount, "300");
  ck_assert_int_eq ((int) record.status, STATUS_ACTIVE);
  assert_slice (record.status_text, "Active");
  assert_day (record.effective, "2026-01-01");
  assert_day (record.expiry, "2026-12-31");
}
END_TEST

START_TEST (the_columns_of_today_are_read)
{
  read_rows ("CustomerName,ExpirationDate,AgreementId,Currency,BalanceAmount,CreditAmount,"
             "BillingPeriod,CustomerTenantId,PartnerTenantId\n"
             "Contoso,2026-12-31T00:00:00Z,a1,EUR,1E2,0,Oct 2026,c1,p1\n");
  ck_assert (cells_are_good (&file.cells));
  assert_slice (record.customer_name, "Contoso");
  assert_slice (record.customer, "c1");
  assert_slice (record.partner, "p1");
  assert_slice (record.credit_name, "");
  ck_assert_int_eq (record.month, calendar_month (2026, 10));
  assert_decimal (record.balance_amount, "100");
  ck_assert_int_eq ((int) record.status, STATUS_ABSENT);
  assert_slice (record.status_text, "");
  assert_day (record.effective, NULL);
  assert_day (record.expiry, "2026-12-31");
}
END_TEST

START_TEST (what_may_be_empty_is_empty)
{
  read_row (",c1,2026-10, ,0,,0,USD,a1, ,");
  ck_assert (cells_are_good (&file.cells));
  assert_slice (record.partner, "");
  assert_slice (record.credit_name, "");
  ck_assert_int_eq ((int) record.status, STATUS_UNKNOWN);
  assert_day (record.effective, NULL);
  assert_day (record.expiry, NULL);
}
END_TEST

START_TEST (ids_lose_their_blanks_and_names_keep_them)
{
  read_row ("p1, c1 ,2026-10, ACO ,1, EXPIRED ,2, USD , a1 ,,");
  ck_assert (cells_are_good (&file.cells));
  assert_slice (record.customer, "c1");
  assert_slice (record.agreement, "a1");
  assert_slice (record.currency, "USD");
  assert_slice (record.credit_name, " ACO ");
  assert_slice (record.status_text, "EXPIRED");
  ck_assert_int_eq ((int) record.status, STATUS_EXPIRED);
}
END_TEST

static const struct
{
  const char *row;
  guint role;
  const char *found, *expected;
} bad[] = {
  { "p1,,2026-10,ACO,1,active,2,USD,a1,,", ROLE_CUSTOMER, "", "a text" },
  { "p1,c1,,ACO,1,active,2,USD,a1,,", ROLE_MONTH, "", "a month like 2026-10" },
  { "p1,c1,10-2026,ACO,1,active,2,USD,a1,,", ROLE_MONTH, "10-2026", "a month like 2026-10" },
  { "p1,c1,2026-10,ACO,,active,2,USD,a1,,", ROLE_CREDIT_AMOUNT, "", "a number like 1234.56" },
  { "p1,c1,2026-10,ACO,1x,active,2,USD,a1,,", ROLE_CREDIT_AMOUNT, "1x", "a number like 1234.56" },
  { "p1,c1,2026-10,ACO,1,active, ,USD,a1,,", ROLE_BALANCE_AMOUNT, "", "a number like 1234.56" },
  { "p1,c1,2026-10,ACO,1,active,\"1,000\",USD,a1,,", ROLE_BALANCE_AMOUNT, "1,000",
    "a number like 1234.56 (for 1234,56 give --decimal-comma)" },
  { "p1,c1,2026-10,ACO,1,active,2,,a1,,", ROLE_CURRENCY, "", "a text" },
  { "p1,c1,2026-10,ACO,1,active,2,USD, ,,", ROLE_AGREEMENT, "", "a text" },
  { "p1,c1,2026-10,ACO,1,active,2,USD,a1,1/1/26,", ROLE_EFFECTIVE, "1/1/26",
    "a date like 10/31/2026 or 2026-10-31" },
  { "p1,c1,2026-10,ACO,1,active,2,USD,a1,,never", ROLE_EXPIRY, "never",
    "a date like 10/31/2026 or 2026-10-31" },
};

START_TEST (a_bad_or_missing_value_makes_the_row_bad)
{
  read_row (bad[_i].row);
  ck_assert (!cells_are_good (&file.cells));
  ck_assert_uint_eq (file.cells.bad_role, bad[_i].role);
  assert_slice (file.cells.bad_cell, bad[_i].found);
  ck_assert_str_eq (file.cells.expected, bad[_i].expected);
}
END_TEST

START_TEST (a_day_first_date_counts_before_a_bad_number)
{
  read_row ("p1,c1,2026-10,ACO,one,active,2,USD,a1,1/1/2026,31/12/2026");
  ck_assert (file.cells.is_other_order);
  ck_assert_uint_eq (file.cells.bad_role, ROLE_EXPIRY);
}
END_TEST

START_TEST (day_first_and_decimal_comma_are_heeded)
{
  file.format = (CellFormat){ DECIMAL_COMMA, DATE_DAY_FIRST, NULL, NULL };
  read_rows ("CustomerId;InvoiceMonth;CreditAmount;BalanceAmount;Currency;AgreementId;ExpiryDate\n"
             "c1;1/10/2026;700,5;300,25;USD;a1;31/12/2026\n");
  ck_assert (cells_are_good (&file.cells));
  assert_slice (record.partner, ""); /* no such column */
  ck_assert_int_eq (record.month, calendar_month (2026, 10));
  assert_decimal (record.credit_amount, "700.5");
  assert_decimal (record.balance_amount, "300.25");
  assert_day (record.expiry, "2026-12-31");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("balance-file");
  TCase *tests = tcase_create ("balance-file");

  tcase_add_checked_fixture (tests, clear_file, close_file);
  tcase_add_test (tests, a_row_is_read);
  tcase_add_test (tests, the_columns_of_today_are_read);
  tcase_add_test (tests, what_may_be_empty_is_empty);
  tcase_add_test (tests, ids_lose_their_blanks_and_names_keep_them);
  tcase_add_loop_test (tests, a_bad_or_missing_value_makes_the_row_bad, 0, G_N_ELEMENTS (bad));
  tcase_add_test (tests, a_day_first_date_counts_before_a_bad_number);
  tcase_add_test (tests, day_first_and_decimal_comma_are_heeded);
  suite_add_tcase (suite, tests);
  return suite;
}

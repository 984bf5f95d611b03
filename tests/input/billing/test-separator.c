/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "input/billing/separator.h"

static const struct
{
  const char *line;
  char preferred, expected;
} lines[] = {
  { "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency", ',', ',' },
  { "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency", ';', ',' },
  { "CustomerId;InvoiceNumber;ChargeType;Subtotal;Currency", ',', ';' },
  { "CustomerId;InvoiceNumber;ChargeType;Subtotal;Currency", ';', ';' },
  { "CustomerId\tInvoiceNumber\tChargeType\tSubtotal\tCurrency", ',', '\t' },
  { "CustomerId\tInvoiceNumber\tChargeType\tSubtotal\tCurrency", ';', '\t' },
  /* Nothing but the preferred one and these three is tried. */
  { "CustomerId|InvoiceNumber|ChargeType|Subtotal|Currency", ',', ',' },
  { "CustomerId|InvoiceNumber|ChargeType|Subtotal|Currency", ';', ';' },
  { "\xef\xbb\xbf"
    "CustomerId;InvoiceNumber;ChargeType;Subtotal;Currency",
    ',', ';' },
  { "\"CustomerId\";\"InvoiceNumber\";\"ChargeType\";\"Subtotal\";\"Currency\"", ',', ';' },
  { "CustomerId;InvoiceNumber;ChargeType;Subtotal;Currency;A,B,C,D,E,F", ',', ';' },
  { "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency,A;B;C;D;E;F", ';', ',' },
  { "CustomerId;UsageDate;BillingPreTaxTotal;BillingCurrency", ',', ';' },
  { "CustomerId;DurableOfferId", ',', ';' },
  { "CustomerId\tInvoiceMonth\tCreditAmount\tBalanceAmount\tCurrency\tAgreementId", ',', '\t' },
  /* Headers of no kind keep the preferred one, so that messages speak of it. */
  { "CustomerId;InvoiceNumber;ChargeType", ',', ',' },
  { "Name,Street", ';', ';' },
  { "one", '\t', '\t' },
  { "\"CustomerId;InvoiceNumber;ChargeType;Subtotal;Currency", ',', ',' },
  { "CustomerId;InvoiceNumber;ChargeType;Subtotal;Currency;Currency", ',', ',' },
  { "", ',', ',' },
  { "", ';', ';' },
};

START_TEST (the_separator_is_the_one_with_which_the_header_fits)
{
  g_autoptr (ColumnMap) map = column_map_new ();
  const char found = separator_of_header (slice_of (lines[_i].line), lines[_i].preferred, map);

  ck_assert_msg (found == lines[_i].expected, "\"%s\": found '%c'", lines[_i].line, found);
}
END_TEST

START_TEST (given_header_names_are_heeded)
{
  static const char line[] = "CustomerId;InvoiceNumber;ChargeType;Net;Currency";
  g_autoptr (ColumnMap) map = column_map_new ();

  ck_assert_int_eq (separator_of_header (slice_of (line), ',', map), ',');
  ck_assert (column_map_add (map, "Subtotal=Net", NULL));
  ck_assert_int_eq (separator_of_header (slice_of (line), ',', map), ';');
}
END_TEST

START_TEST (what_follows_the_line_does_not_count)
{
  static const char text[] = "CustomerId,DurableOfferId;InvoiceNumber;x";
  g_autoptr (ColumnMap) map = column_map_new ();
  const Slice line = { text, sizeof "CustomerId,DurableOfferId" - 1 };

  ck_assert_int_eq (separator_of_header (line, ';', map), ',');
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("separator");
  TCase *tests = tcase_create ("separator");

  tcase_add_loop_test (tests, the_separator_is_the_one_with_which_the_header_fits, 0,
                       G_N_ELEMENTS (lines));
  tcase_add_test (tests, given_header_names_are_heeded);
  tcase_add_test (tests, what_follows_the_line_does_not_count);
  suite_add_tcase (suite, tests);
  return suite;
}

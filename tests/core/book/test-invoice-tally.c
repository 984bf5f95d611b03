/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/invoice-tally.h"

#include "base/month-counts.h"
#include "base/tally-tree.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

#define ACO "reason=Azure Credit Offer"

static void
append_decimal (GString *text, const char *label, Decimal value)
{
  g_autofree char *number = decimal_to_string (value, 0);

  g_string_append_printf (text, " %s=%s", label, number);
}

static void
append_position (GString *text, const char *label, Position at)
{
  if (position_is_set (at))
    g_string_append_printf (text, " %s@%" G_GUINT64_FORMAT, label, at.line);
}

static void
append_months (GString *text, const char *label, const GArray *months)
{
  g_string_append_printf (text, " %s", label);
  for (guint i = 0; i < months->len; i++)
    {
      const MonthCount *entry = &g_array_index (months, MonthCount, i);
      char name[MONTH_TEXT_SIZE];

      calendar_print_month (entry->month, name);
      g_string_append_printf (text, " %s:%" G_GUINT64_FORMAT, name, entry->count);
    }
}

static void
append_currency (GString *text, const InvoiceCurrency *currency)
{
  g_string_append_printf (text, "\n%s %" G_GUINT64_FORMAT, currency->currency, currency->lines);
  append_decimal (text, "subtotal", currency->subtotal);
  append_decimal (text, "tax", currency->tax);
  append_decimal (text, "total", currency->total);
  for (Fit fit = 0; fit < FIT_COUNT; fit++)
    if (currency->fits[fit] > 0)
      g_string_append_printf (text, " %s:%" G_GUINT64_FORMAT, fit_name (fit), currency->fits[fit]);
}

static void
assert_invoice (const InvoiceTally *tally, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s '%s'", tally->invoice, tally->display);
  append_position (text, "first", tally->first);
  append_months (text, "charges", tally->charges);
  append_months (text, "credits", tally->credits);
  for (GTreeNode *node = tally_tree_first (tally->currencies); node; node = g_tree_node_next (node))
    append_currency (text, g_tree_node_value (node));
  ck_assert_str_eq (text->str, expected);
}

static InvoiceTally *
new_invoice (guint64 line)
{
  const Position first = { .file = 0, .line = line };

  return invoice_tally_new (slice_of ("G01Ab"), first);
}

static void
add_to_invoice (InvoiceTally *invoice, Fit fit, const char *fields)
{
  const InvoiceLine line = build_invoice_line (fields);

  invoice_tally_add (invoice, &line, fit);
}

START_TEST (an_invoice_sums_its_currencies)
{
  InvoiceTally *invoice = new_invoice (7);

  add_to_invoice (invoice, FIT_USAGE, "subtotal=10|tax=1.9|total=12");
  add_to_invoice (invoice, FIT_NONE, "subtotal=-3|currency=usd");
  add_to_invoice (invoice, FIT_NOT_TESTED, "subtotal=5|currency=EUR");
  add_to_invoice (invoice, FIT_USAGE, "subtotal=0.005|tax=0.001|currency=GBP");
  add_to_invoice (invoice, FIT_NEAR, "subtotal=7|currency=eur");
  assert_invoice (invoice, "g01ab 'G01Ab' first@7 charges 2026-10:5 credits\n"
                           "EUR 2 subtotal=12 tax=0 total=12 near:1 not-tested:1\n"
                           "GBP 1 subtotal=0.005 tax=0.001 total=0.006 usage:1\n"
                           "USD 2 subtotal=7 tax=1.9 total=9 usage:1 none:1");
  invoice_tally_free (invoice);
}
END_TEST

/* The month of an invoice is a vote of its lines by ChargeStartDate; credits vote apart. */
START_TEST (starts_are_counted_by_month_those_of_credits_apart)
{
  InvoiceTally *invoice = new_invoice (2);

  add_to_invoice (invoice, FIT_USAGE, "start=2026-10-01|end=2026-10-31");
  add_to_invoice (invoice, FIT_USAGE, "start=2026-10-15|end=2026-11-14");
  add_to_invoice (invoice, FIT_USAGE, "start=2025-10-15|end=2026-10-14");
  add_to_invoice (invoice, FIT_USAGE, "start=2026-09-15|subtotal=-5|type=cancelImmediate");
  add_to_invoice (invoice, FIT_USAGE, "end=2026-09-15");
  add_to_invoice (invoice, FIT_USAGE, "start=2026-08-15|" ACO);
  add_to_invoice (invoice, FIT_USAGE, "start=2026-07-15|type=customerCredit");
  assert_invoice (invoice, "g01ab 'G01Ab' first@2 charges 2025-10:1 2026-09:1 2026-10:2"
                           " credits 2026-07:1 2026-08:1\n"
                           "USD 7 subtotal=-5 tax=0 total=-5 usage:7");
  invoice_tally_free (invoice);
}
END_TEST

START_TEST (two_tallies_of_an_invoice_merge)
{
  InvoiceTally *invoice = new_invoice (2);
  const Position later_first = { .file = 0, .line = 9 };
  InvoiceTally *later = invoice_tally_new (slice_of ("g01aB"), later_first);

  add_to_invoice (invoice, FIT_USAGE, "month=2026-10|subtotal=1|tax=1");
  add_to_invoice (invoice, FIT_LICENCE, "month=2026-09|subtotal=2");
  add_to_invoice (later, FIT_USAGE, "month=2026-10|subtotal=4");
  add_to_invoice (later, FIT_HALF_UP, "start=2026-08-01|subtotal=8");
  add_to_invoice (later, FIT_NONE, "month=2026-10|subtotal=16|currency=AUD|total=20");
  invoice_tally_merge (invoice, later);
  assert_invoice (invoice, "g01ab 'G01Ab' first@2 charges 2026-08:1 2026-09:1 2026-10:3 credits\n"
                           "AUD 1 subtotal=16 tax=0 total=20 none:1\n"
                           "USD 4 subtotal=15 tax=1 total=16 usage:2 licence:1 half-up:1");
  invoice_tally_free (invoice);
  invoice_tally_free (later);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("invoice-tally");
  TCase *tests = tcase_create ("invoice");

  tcase_add_test (tests, an_invoice_sums_its_currencies);
  tcase_add_test (tests, starts_are_counted_by_month_those_of_credits_apart);
  tcase_add_test (tests, two_tallies_of_an_invoice_merge);
  suite_add_tcase (suite, tests);
  return suite;
}

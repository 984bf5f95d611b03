/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/fingerprint.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

static const HashKey key = { 3, 5 };
static KeyBytes bytes;

static void
set_up (void)
{
  key_bytes_init (&bytes);
}

static void
tear_down (void)
{
  key_bytes_clear (&bytes);
}

static gboolean
is_same (Hash128 a, Hash128 b)
{
  return key_bytes_hash128_equal (&a, &b);
}

#define LINE \
  "customer=c1|invoice=G1|product=p|sku=s|subscription-id=u|start=2026-10-01|end=2026-10-31|" \
  "price=1.5|quantity=2|subtotal=3|currency=USD|type=new|reason=why"

/* The fields that tell rows apart, and those that do not (spec section 2). */
static const struct
{
  const char *other;
  gboolean same;
} lines[] = {
  { "", TRUE },
  { "customer=C1|invoice=g1|product=P|sku=S|subscription-id=U|currency=usd|type=NEW|reason=WHY",
    TRUE },
  { "price=1.50|quantity=2.0|subtotal=3.000", TRUE },
  { "line=99|file=7|name=Contoso|availability=a|order=2026-10-02|tax=1|total=4|rate=2", TRUE },
  { "pricing-currency=EUR|product-name=x|publisher=Red Hat|meter=m|term=t", TRUE },
  { "customer=c2", FALSE },
  { "invoice=G2", FALSE },
  { "product=p2", FALSE },
  { "sku=s2", FALSE },
  { "subscription-id=u2", FALSE },
  { "start=2026-10-02", FALSE },
  { "end=2026-10-30", FALSE },
  { "price=1.51", FALSE },
  { "price=-1.5", FALSE },
  { "quantity=3", FALSE },
  { "subtotal=-3", FALSE },
  { "currency=EUR", FALSE },
  { "type=cancelImmediate", FALSE },
  { "reason=", FALSE },
  /* What stands in one cell is not what stands in the next. */
  { "product=ps|sku=", FALSE },
};

START_TEST (lines_are_told_apart_by_what_the_contract_names)
{
  g_autofree char *text = g_strconcat (LINE "|", lines[_i].other, NULL);
  const InvoiceLine line = build_invoice_line (LINE), other = build_invoice_line (text);

  ck_assert_int_eq (is_same (fingerprint_of_line (&line, &key, &bytes),
                             fingerprint_of_line (&other, &key, &bytes)),
                    lines[_i].same);
}
END_TEST

#define USAGE \
  "customer=c1|invoice=G1|product=p|sku=s|subscription-id=u|resource=/r/1|day=2026-10-05|" \
  "price=1.5|quantity=2|total=3|currency=USD"

static const struct
{
  const char *other;
  gboolean same;
} rows[] = {
  { "", TRUE },
  { "customer=C1|invoice=g1|product=P|sku=S|subscription-id=U|resource=/R/1|currency=usd", TRUE },
  { "price=1.50|quantity=2.0|total=3.000", TRUE },
  { "line=99|file=7|name=Contoso|availability=a|pricing-total=1|rate=2|pec=15|percent=1", TRUE },
  { "customer=c2", FALSE },
  { "invoice=G2", FALSE },
  { "product=p2", FALSE },
  { "sku=s2", FALSE },
  { "subscription-id=u2", FALSE },
  { "resource=/r/2", FALSE },
  { "day=2026-10-06", FALSE },
  { "price=1", FALSE },
  { "quantity=-2", FALSE },
  { "total=-3", FALSE },
  { "currency=EUR", FALSE },
};

START_TEST (daily_rows_are_told_apart_by_what_the_contract_names)
{
  g_autofree char *text = g_strconcat (USAGE "|", rows[_i].other, NULL);
  const UsageRow row = build_usage_row (USAGE), other = build_usage_row (text);

  ck_assert_int_eq (is_same (fingerprint_of_usage (&row, &key, &bytes),
                             fingerprint_of_usage (&other, &key, &bytes)),
                    rows[_i].same);
}
END_TEST

/* A price that is not there is not the price 0. */
START_TEST (an_empty_number_is_not_zero)
{
  const InvoiceLine empty = build_invoice_line ("subtotal=1"),
                    zero = build_invoice_line ("subtotal=1|price=0");
  const UsageRow no_price = build_usage_row ("quantity=1"),
                 free_of_charge = build_usage_row ("quantity=1|price=0");

  ck_assert (!is_same (fingerprint_of_line (&empty, &key, &bytes),
                       fingerprint_of_line (&zero, &key, &bytes)));
  ck_assert (!is_same (fingerprint_of_usage (&no_price, &key, &bytes),
                       fingerprint_of_usage (&free_of_charge, &key, &bytes)));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("fingerprint");
  TCase *tests = tcase_create ("fields");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_loop_test (tests, lines_are_told_apart_by_what_the_contract_names, 0,
                       G_N_ELEMENTS (lines));
  tcase_add_loop_test (tests, daily_rows_are_told_apart_by_what_the_contract_names, 0,
                       G_N_ELEMENTS (rows));
  tcase_add_test (tests, an_empty_number_is_not_zero);
  suite_add_tcase (suite, tests);
  return suite;
}

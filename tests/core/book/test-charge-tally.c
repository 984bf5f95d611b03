/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/charge-tally.h"

#include "record-builders.h"
#include "test-main.h"

#include <check.h>

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
append_aco (GString *text, const AcoTally *aco)
{
  g_string_append_printf (text, "\naco %s%s %" G_GUINT64_FORMAT, aco->pricing_currency,
                          aco->convertible ? " convertible" : "", aco->lines);
  append_decimal (text, "credit", aco->credit);
  append_decimal (text, "pricing", aco->pricing_credit);
  append_decimal (text, "drift", aco->rate_drift);
  append_position (text, "first", aco->first);
}

static void
append_other (GString *text, const OtherCreditTally *other)
{
  g_string_append_printf (text, "\nother '%s' '%s' %" G_GUINT64_FORMAT, other->reason,
                          other->display, other->lines);
  append_decimal (text, "credit", other->credit);
  append_position (text, "first", other->first);
}

static void
append_pec (GString *text, const PecTally *pec)
{
  g_autofree char *percent = decimal_to_string (pec->percent, 0);

  g_string_append_printf (text, "\npec %s", percent);
  append_decimal (text, "net", pec->net);
}

static char *
describe (const ChargeTally *tally)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s %s", tally->customer, tally->invoice, tally->currency);
  append_decimal (text, "charges", decimal_sum_value (&tally->charges));
  append_decimal (text, "plain", decimal_sum_value (&tally->plain));
  append_decimal (text, "aco-on-usage", decimal_sum_value (&tally->aco_on_usage));
  append_position (text, "pec", tally->first_pec);
  append_position (text, "plain", tally->first_plain);
  append_position (text, "aco", tally->first_aco);
  for (GTreeNode *node = tally_tree_first (tally->pricing); node; node = g_tree_node_next (node))
    g_string_append_printf (text, " %s'%s'", node == tally_tree_first (tally->pricing) ? "in " : "",
                            (const char *) g_tree_node_value (node));
  g_autoptr (GPtrArray) percents = pec_tallies_list (tally->pec);
  for (guint i = 0; i < percents->len; i++)
    append_pec (text, g_ptr_array_index (percents, i));
  for (GTreeNode *node = tally_tree_first (tally->aco); node; node = g_tree_node_next (node))
    append_aco (text, g_tree_node_value (node));
  for (GTreeNode *node = tally_tree_first (tally->other_credits); node;
       node = g_tree_node_next (node))
    append_other (text, g_tree_node_value (node));
  return g_string_free (text, FALSE);
}

static void
assert_tally (const ChargeTally *tally, const char *expected)
{
  g_autofree char *text = describe (tally);

  ck_assert_str_eq (text, expected);
}

static ChargeTally *
new_tally (void)
{
  return charge_tally_new (slice_of ("C1"), slice_of ("G1"), slice_of ("usd"));
}

static void
add (ChargeTally *tally, const char *fields)
{
  const InvoiceLine line = build_invoice_line (fields);

  charge_tally_add (tally, &line, NULL);
}

#define ACO "reason=Azure Credit Offer"
#define PEC "adjustment=15% Partner earned credit"

START_TEST (a_new_tally_is_empty)
{
  ChargeTally *tally = new_tally ();

  assert_tally (tally, "c1 g1 USD charges=0 plain=0 aco-on-usage=0");
  ck_assert (decimal_is_zero (charge_tally_aco_used (tally)));
  ck_assert (decimal_is_zero (charge_tally_other_credits (tally)));
  charge_tally_free (tally);
}
END_TEST

START_TEST (its_first_line_is_known)
{
  ChargeTally *tally = new_tally (), *earlier = new_tally ();

  ck_assert (!position_is_set (tally->first));
  add (tally, "line=4");
  add (tally, "line=5");
  ck_assert_uint_eq (tally->first.line, 4);
  add (earlier, "line=3");
  charge_tally_merge (tally, earlier);
  ck_assert_uint_eq (tally->first.line, 3);
  charge_tally_free (earlier);
  charge_tally_free (tally);
}
END_TEST

START_TEST (charges_of_all_products_add_up_and_azure_usage_is_told_apart)
{
  ChargeTally *tally = new_tally ();

  add (tally, "line=2|subtotal=100|subscription=");
  add (tally, "line=3|subtotal=10.5");
  add (tally, "line=4|subtotal=20|publisher=Red Hat");
  add (tally, "line=5|subtotal=30|reservation=r|" PEC);
  add (tally, "line=6|subtotal=-1|type=cancelImmediate");
  add (tally, "line=7|subtotal=8.5|" PEC);
  assert_tally (tally, "c1 g1 USD charges=168 plain=9.5 aco-on-usage=0 pec@7 plain@3 in 'USD'\n"
                       "pec 15 net=8.5");
  charge_tally_free (tally);
}
END_TEST

START_TEST (percentages_ascend_and_equal_ones_add_up)
{
  ChargeTally *tally = new_tally ();

  add (tally, "line=2|subtotal=1|adjustment=15% Partner earned credit");
  add (tally, "line=3|subtotal=2|adjustment=3.75% Partner earned credit");
  add (tally, "line=4|subtotal=3|adjustment=15.00% Partner earned credit");
  add (tally, "line=5|subtotal=4|adjustment=9% Partner earned credit");
  add (tally, "line=6|subtotal=5|adjustment=20% Partner earned credit");
  assert_tally (tally, "c1 g1 USD charges=15 plain=0 aco-on-usage=0 pec@2 in 'USD'\n"
                       "pec 3.75 net=2\npec 9 net=4\npec 15 net=4\npec 20 net=5");
  charge_tally_free (tally);
}
END_TEST

START_TEST (aco_credits_are_kept_by_how_they_convert)
{
  ChargeTally *tally = new_tally ();

  add (tally, "line=2|subtotal=-10|" ACO);
  add (tally, "line=3|subtotal=-20|price=-8|quantity=2.5|rate=1.1|" ACO);
  add (tally, "line=4|subtotal=-1|price=-1.009|quantity=1|pricing-currency=usd|" ACO);
  add (tally, "line=5|subtotal=-2|price=1|pricing-currency=eur|" ACO);
  add (tally, "line=6|subtotal=3|quantity=1|pricing-currency=|" ACO);
  add (tally, "line=7|subtotal=-4|price=-1|quantity=4|pricing-currency=EUR|publisher=Red Hat|" ACO);
  assert_tally (tally, "c1 g1 USD charges=0 plain=0 aco-on-usage=30 aco@2 in '' 'EUR' 'USD'\n"
                       "aco  1 credit=-3 pricing=0 drift=0 first@6\n"
                       "aco EUR 1 credit=2 pricing=0 drift=0 first@5\n"
                       "aco EUR convertible 1 credit=4 pricing=4 drift=0 first@7\n"
                       "aco USD 1 credit=10 pricing=0 drift=0 first@2\n"
                       "aco USD convertible 2 credit=21 pricing=21 drift=0.011 first@3");
  ck_assert (decimal_equal (charge_tally_aco_used (tally), decimal_from_int (34)));
  ck_assert (decimal_is_zero (charge_tally_other_credits (tally)));
  charge_tally_free (tally);
}
END_TEST

START_TEST (other_credits_are_kept_by_reason)
{
  ChargeTally *tally = new_tally ();

  add (tally, "line=2|subtotal=-10|type=customerCredit|reason=GoodWill");
  add (tally, "line=3|subtotal=-5|type=customerCredit|reason=goodwill");
  add (tally, "line=4|subtotal=-1|type=customerCredit|reason=");
  add (tally, "line=5|subtotal=-1|type=customerCredit|reason=Good");
  add (tally, "line=6|subtotal=2|type=customerCredit|reason=GOODWILL");
  assert_tally (tally, "c1 g1 USD charges=0 plain=0 aco-on-usage=0 in 'USD'\n"
                       "other '' '' 1 credit=1 first@4\n"
                       "other 'good' 'Good' 1 credit=1 first@5\n"
                       "other 'goodwill' 'GoodWill' 3 credit=13 first@2");
  ck_assert (decimal_equal (charge_tally_other_credits (tally), decimal_from_int (15)));
  ck_assert (decimal_is_zero (charge_tally_aco_used (tally)));
  charge_tally_free (tally);
}
END_TEST

/* A charge, ACO and another credit in every part. */
static const char *const lines[] = {
  "line=2|subtotal=1|subscription=",
  "line=3|subtotal=-5|price=-5|quantity=1|rate=2|" ACO,
  "line=4|subtotal=8|" PEC,
  "line=5|subtotal=-1|type=customerCredit|reason=GOODwill",
  "line=6|subtotal=3|adjustment=5% Partner earned credit",
  "line=7|subtotal=-2|publisher=Red Hat|" ACO,
  "line=8|subtotal=4",
  "line=9|subtotal=-6|price=-6|quantity=1|" ACO,
  "line=10|subtotal=-1|type=customerCredit|reason=Goodwill",
  "line=11|subtotal=-1|type=customerCredit|reason=Rebate",
  "line=12|subtotal=2|" PEC,
  "line=13|subtotal=-3|price=-3|quantity=1|pricing-currency=EUR|" ACO,
  "line=14|subtotal=5",
};

static ChargeTally *
tally_of_lines (guint from, guint to)
{
  ChargeTally *tally = new_tally ();

  for (guint i = from; i < to; i++)
    add (tally, lines[i]);
  return tally;
}

START_TEST (two_tallies_merge_into_that_of_the_whole)
{
  ChargeTally *tally = tally_of_lines (0, (guint) _i);
  ChargeTally *later = tally_of_lines ((guint) _i, G_N_ELEMENTS (lines));

  charge_tally_merge (tally, later);
  assert_tally (tally,
                "c1 g1 USD charges=23 plain=9 aco-on-usage=14 pec@4 plain@8 aco@3 in 'EUR' 'USD'\n"
                "pec 5 net=3\npec 15 net=10\n"
                "aco EUR convertible 1 credit=3 pricing=3 drift=0 first@13\n"
                "aco USD 1 credit=2 pricing=0 drift=0 first@7\n"
                "aco USD convertible 2 credit=11 pricing=11 drift=0.02 first@3\n"
                "other 'goodwill' 'GOODwill' 2 credit=2 first@5\n"
                "other 'rebate' 'Rebate' 1 credit=1 first@11");
  charge_tally_free (tally);
  charge_tally_free (later);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("charge-tally");
  TCase *customer = tcase_create ("customer");

  tcase_add_test (customer, a_new_tally_is_empty);
  tcase_add_test (customer, its_first_line_is_known);
  tcase_add_test (customer, charges_of_all_products_add_up_and_azure_usage_is_told_apart);
  tcase_add_test (customer, percentages_ascend_and_equal_ones_add_up);
  tcase_add_test (customer, aco_credits_are_kept_by_how_they_convert);
  tcase_add_test (customer, other_credits_are_kept_by_reason);
  tcase_add_loop_test (customer, two_tallies_merge_into_that_of_the_whole, 0,
                       G_N_ELEMENTS (lines) + 1);
  suite_add_tcase (suite, customer);
  return suite;
}

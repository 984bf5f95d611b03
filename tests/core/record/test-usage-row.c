/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/usage-row.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

static void
assert_decimal (Decimal value, const char *expected)
{
  g_autofree char *text = decimal_to_string (value, 0);

  ck_assert_str_eq (text, expected);
}

typedef struct
{
  const char *fields;
  gboolean is_aco_credited;
  const char *pec_percent; /* NULL: no Partner Earned Credit */
} ClassCase;

static const ClassCase classes[] = {
  { "", FALSE, NULL },
  /* credited by ACO: its credit type, or 100 percent */
  { "credit-type=Azure Credit Applied", TRUE, NULL },
  { "credit-type=AZURE CREDIT APPLIED|percent=0", TRUE, NULL },
  { "credit-type=Azure Credit", FALSE, NULL },
  { "percent=100", TRUE, NULL },
  { "percent=100.00", TRUE, NULL },
  { "percent=1E2", TRUE, NULL },
  { "credit-type=|percent=100", TRUE, NULL },
  { "percent=99.99", FALSE, "99.99" },
  { "percent=100.01", FALSE, NULL },
  { "pec=100", FALSE, NULL },
  /* Partner Earned Credit: its own column before the general one */
  { "pec=15", FALSE, "15" },
  { "percent=15", FALSE, "15" },
  { "pec=15|percent=10", FALSE, "15" },
  { "pec=0|percent=10", FALSE, NULL },
  { "pec=-15|percent=10", FALSE, NULL },
  { "pec=0.01", FALSE, "0.01" },
  { "percent=0", FALSE, NULL },
  /* where the file has credit types, only the one that says so */
  { "credit-type=Partner Earned Credit Applied|pec=15", FALSE, "15" },
  { "credit-type=PARTNER EARNED CREDIT APPLIED|percent=15", FALSE, "15" },
  { "credit-type=Partner Earned Credit Applied", FALSE, NULL },
  { "credit-type=Partner Earned Credit|pec=15", FALSE, NULL },
  { "credit-type=|pec=15", FALSE, NULL },
  { "credit-type=Azure Credit Applied|pec=15", TRUE, NULL },
  /* both at once: two files' ways mixed */
  { "pec=15|percent=100", TRUE, "15" },
  { "credit-type=Partner Earned Credit Applied|pec=15|percent=100", TRUE, "15" },
};

START_TEST (a_row_is_credited_by_what_it_says)
{
  const ClassCase *c = &classes[_i];
  const UsageRow row = build_usage_row (c->fields);

  ck_assert_msg (row.is_aco_credited == c->is_aco_credited, "'%s': ACO-credited: %d", c->fields,
                 row.is_aco_credited);
  ck_assert_msg (row.has_pec == (c->pec_percent != NULL), "'%s': PEC: %d", c->fields, row.has_pec);
  if (c->pec_percent != NULL)
    assert_decimal (row.pec_percent, c->pec_percent);
}
END_TEST

START_TEST (a_row_can_be_classified_again)
{
  UsageRow row = build_usage_row ("pec=15|percent=100");

  row.has_pec_column_percent = row.has_credit_percent = FALSE;
  usage_row_classify (&row);
  ck_assert (!row.is_aco_credited);
  ck_assert (!row.has_pec);
}
END_TEST

static const struct
{
  const char *fields;
  const char *pricing;
  const char *billing;
} gross_cases[] = {
  { "", "0", "0" },
  { "price=5", "0", "0" },
  { "quantity=5", "0", "0" },
  { "price=5|quantity=3", "15", "15" },
  { "price=5|quantity=3|rate=0.5", "15", "7.5" },
  { "price=-5|quantity=3|rate=2", "15", "30" },
  { "price=5|quantity=-3|rate=2", "15", "30" },
  { "price=0|quantity=-3", "0", "0" },
  { "price=0.0000710833|quantity=0.000001|rate=1.1", "0.0000000000710833", /* not rounded */
    "0.00000000007819163" },
};

START_TEST (the_gross_value_is_price_times_quantity_times_rate)
{
  const UsageRow row = build_usage_row (gross_cases[_i].fields);

  assert_decimal (usage_row_gross_pricing (&row), gross_cases[_i].pricing);
  assert_decimal (usage_row_gross_billing (&row), gross_cases[_i].billing);
}
END_TEST

#define NINES_19 "9999999999999999999"
#define ONES_35 "11111111111111111111111111111111111"

/* At most 4 limbs, which hold 77 digits, and 70 decimals. */
static const struct
{
  const char *fields;
  gboolean is_reckonable;
} reckonables[] = {
  { "", TRUE },
  { "price=2.5|quantity=3", TRUE },
  { "price=" NINES_19 NINES_19 "|quantity=" NINES_19 NINES_19, TRUE },
  { "price=" NINES_19 NINES_19 "|quantity=" NINES_19 NINES_19 "|rate=9", TRUE },
  { "price=" NINES_19 NINES_19 "|quantity=" NINES_19 NINES_19 "|rate=99", FALSE },
  { "price=" NINES_19 NINES_19 "|quantity=" NINES_19 NINES_19 "|rate=" NINES_19, FALSE },
  { "price=18446744073709551616|quantity=18446744073709551616|rate=1", TRUE }, /* 2^128 */
  { "price=0." ONES_35 "|quantity=0." ONES_35, TRUE },
  { "price=0." ONES_35 "1|quantity=0." ONES_35, FALSE },
  { "price=0." ONES_35 "|quantity=0." ONES_35 "|rate=0.1", FALSE },
  { "price=1E-36|quantity=1E-35", FALSE },
  { "price=0|quantity=1E-38|rate=1E-38", TRUE },
};

START_TEST (what_is_too_long_to_be_summed_is_known_beforehand)
{
  const UsageRow row = build_usage_row (reckonables[_i].fields);

  ck_assert_msg (usage_row_gross_is_reckonable (&row) == reckonables[_i].is_reckonable, "%s",
                 reckonables[_i].fields);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("usage-row");
  TCase *tcase = tcase_create ("usage-row");

  tcase_add_loop_test (tcase, a_row_is_credited_by_what_it_says, 0, G_N_ELEMENTS (classes));
  tcase_add_test (tcase, a_row_can_be_classified_again);
  tcase_add_loop_test (tcase, what_is_too_long_to_be_summed_is_known_beforehand, 0,
                       G_N_ELEMENTS (reckonables));
  tcase_add_loop_test (tcase, the_gross_value_is_price_times_quantity_times_rate, 0,
                       G_N_ELEMENTS (gross_cases));
  suite_add_tcase (suite, tcase);
  return suite;
}

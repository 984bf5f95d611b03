/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/invoice-line.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

static void
classify (InvoiceLine *line, const char *const *aco_reasons, DecimalMark mark)
{
  PecMemo memo = { .length = 0 };

  invoice_line_classify (line, aco_reasons, mark, &memo);
}
#include <string.h>

static Decimal
number (const char *text)
{
  Decimal value = { 0 };

  ck_assert_msg (decimal_parse (text, strlen (text), DECIMAL_POINT, &value), "refused '%s'", text);
  return value;
}

static void
assert_decimal (Decimal value, const char *expected)
{
  g_autofree char *text = decimal_to_string (value, 0);

  ck_assert_str_eq (text, expected);
}

/* Product classes */

typedef struct
{
  const char *fields;
  ProductClass product_class;
} ProductCase;

/* The builder's line is of "Azure plan" by Microsoft; every row says what differs. */
static const ProductCase products[] = {
  /* what makes Azure usage */
  { "", PRODUCT_AZURE_USAGE },
  { "subscription=AZURE PLAN", PRODUCT_AZURE_USAGE },
  { "subscription=|meter=D2 v3", PRODUCT_AZURE_USAGE },
  { "subscription=Renamed|meter=D2 v3", PRODUCT_AZURE_USAGE },
  { "publisher=", PRODUCT_AZURE_USAGE },
  { "publisher=MICROSOFT CORPORATION", PRODUCT_AZURE_USAGE },
  { "term=One-month, monthly billing", PRODUCT_AZURE_USAGE },
  /* and what does not */
  { "subscription=", PRODUCT_OTHER },
  { "subscription=Renamed", PRODUCT_OTHER },
  { "subscription=Azure plan 2", PRODUCT_OTHER },
  { "subscription=My Azure plan", PRODUCT_OTHER },
  /* commitments, whoever sells them and whatever else the line says */
  { "reservation=r1", PRODUCT_AZURE_COMMITMENT },
  { "subscription=|reservation=r1", PRODUCT_AZURE_COMMITMENT },
  { "term=1 Year Reservation, upfront", PRODUCT_AZURE_COMMITMENT },
  { "term=3 YEAR SAVINGS PLAN", PRODUCT_AZURE_COMMITMENT },
  { "term=reservations", PRODUCT_AZURE_COMMITMENT },
  { "term=Savings  Plan", PRODUCT_AZURE_USAGE },
  { "publisher=Red Hat|reservation=r1", PRODUCT_AZURE_COMMITMENT },
  { "sku-name=Support|reservation=r1", PRODUCT_AZURE_COMMITMENT },
  /* third parties */
  { "publisher=Red Hat", PRODUCT_THIRD_PARTY },
  { "publisher=Red Hat|subscription=", PRODUCT_THIRD_PARTY },
  { "publisher=Red Hat for Microsoft|meter=m", PRODUCT_THIRD_PARTY },
  { "publisher=Red Hat|product-name=Support", PRODUCT_THIRD_PARTY },
  { "publisher=Micro", PRODUCT_THIRD_PARTY },
  /* support plans: a word of either name */
  { "product-name=Azure Support Standard", PRODUCT_OTHER },
  { "sku-name=SUPPORT", PRODUCT_OTHER },
  { "meter=m|sku-name=Developer-support", PRODUCT_OTHER },
  { "product-name=Supported Linux|sku-name=Unsupported", PRODUCT_AZURE_USAGE },
  { "meter=Support", PRODUCT_AZURE_USAGE },
};

START_TEST (a_line_has_the_first_product_class_that_fits)
{
  const ProductCase *c = &products[_i];
  const InvoiceLine line = build_invoice_line (c->fields);

  ck_assert_msg (line.product_class == c->product_class, "'%s' is %s, not %s", c->fields,
                 invoice_line_class_name (line.product_class),
                 invoice_line_class_name (c->product_class));
}
END_TEST

START_TEST (product_classes_have_the_names_of_the_specification)
{
  ck_assert_str_eq (invoice_line_class_name (PRODUCT_AZURE_USAGE), "azure-usage");
  ck_assert_str_eq (invoice_line_class_name (PRODUCT_AZURE_COMMITMENT), "azure-commitment");
  ck_assert_str_eq (invoice_line_class_name (PRODUCT_THIRD_PARTY), "third-party");
  ck_assert_str_eq (invoice_line_class_name (PRODUCT_OTHER), "other");
}
END_TEST

/* Line classes */

typedef struct
{
  const char *fields;
  LineClass line_class;
} ClassCase;

static const ClassCase classes[] = {
  { "", LINE_CHARGE },
  { "type=", LINE_CHARGE },
  { "subtotal=-5", LINE_CHARGE },
  { "type=cancelImmediate|subtotal=-5", LINE_CHARGE },
  { "reason=Azure Credit Offer", LINE_ACO_CREDIT },
  { "reason=AZURE CREDIT", LINE_ACO_CREDIT },
  { "reason=azure consumption credit", LINE_ACO_CREDIT },
  { "type=customerCredit|reason=Azure Credit Offer", LINE_ACO_CREDIT },
  { "type=new|reason=Azure Credit Offer", LINE_ACO_CREDIT },
  { "type=customerCredit", LINE_OTHER_CREDIT },
  { "type=CUSTOMERCREDIT|reason=Goodwill", LINE_OTHER_CREDIT },
  { "type=customerCredit|reason=Azure Credit Offer 2", LINE_OTHER_CREDIT },
  { "type=customerCredit|reason=Promotional Credit", LINE_OTHER_CREDIT },
  { "type=customerCredits", LINE_CHARGE },
  { "type=customer credit", LINE_CHARGE },
  { "reason=Goodwill", LINE_CHARGE },
};

START_TEST (a_line_is_a_charge_or_one_of_two_credits)
{
  const ClassCase *c = &classes[_i];
  const InvoiceLine line = build_invoice_line (c->fields);

  ck_assert_msg (line.line_class == c->line_class, "'%s' is %d, not %d", c->fields, line.line_class,
                 c->line_class);
}
END_TEST

START_TEST (further_reasons_mean_aco_beside_the_documented_three)
{
  static const char *const further[] = { "goodwill", "promotional credit", NULL };
  InvoiceLine line = build_invoice_line ("type=customerCredit|reason=Promotional CREDIT");

  ck_assert_int_eq (line.line_class, LINE_OTHER_CREDIT);
  classify (&line, further, DECIMAL_POINT);
  ck_assert_int_eq (line.line_class, LINE_ACO_CREDIT);

  line.texts.credit_reason = slice_of ("Azure Credit");
  classify (&line, further, DECIMAL_POINT);
  ck_assert_int_eq (line.line_class, LINE_ACO_CREDIT);

  line.texts.credit_reason = slice_of ("Promotion");
  classify (&line, further, DECIMAL_POINT);
  ck_assert_int_eq (line.line_class, LINE_OTHER_CREDIT);
}
END_TEST

START_TEST (an_empty_reason_is_never_aco)
{
  static const char *const further[] = { "", NULL };
  InvoiceLine line = build_invoice_line ("type=customerCredit|reason=");

  classify (&line, further, DECIMAL_POINT);
  ck_assert_int_eq (line.line_class, LINE_OTHER_CREDIT);
}
END_TEST

/* A credit keeps the class of what it was given for. */
START_TEST (a_credit_has_a_product_class_too)
{
  const InvoiceLine line = build_invoice_line ("reason=Azure Credit Offer|publisher=Red Hat");

  ck_assert_int_eq (line.line_class, LINE_ACO_CREDIT);
  ck_assert_int_eq (line.product_class, PRODUCT_THIRD_PARTY);
}
END_TEST

/* Partner Earned Credit */

START_TEST (classifying_tells_the_percentage)
{
  InvoiceLine line = build_invoice_line ("adjustment=15% Partner earned credit");

  ck_assert (line.has_pec);
  assert_decimal (line.pec_percent, "15");
  line.texts.price_adjustment = slice_of ("100% Partner earned credit");
  classify (&line, NULL, DECIMAL_POINT);
  ck_assert (!line.has_pec);
  line.texts.price_adjustment = slice_of ("7,5% Partner earned credit");
  classify (&line, NULL, DECIMAL_COMMA);
  ck_assert (line.has_pec);
  assert_decimal (line.pec_percent, "7.5");
}
END_TEST

/* The rules of the Subtotal */

typedef struct
{
  const char *price;
  const char *quantity;
  const char *subtotal;
  Fit fit;
} WorkedExample;

/* Microsoft's worked examples of new-commerce invoices, at the rate 1, as published. */
static const WorkedExample worked[] = {
  { "2.5415", "32", "81.33", FIT_HALF_UP },
  { "0", "5", "0", FIT_USAGE },
  { "10.08", "10", "100.8", FIT_USAGE },
  { "-9.408", "10", "-94.08", FIT_USAGE },
  { "9.408", "12", "112.89", FIT_USAGE },
  { "-9.408", "12", "-112.89", FIT_USAGE },
  { "9.408", "8", "75.26", FIT_USAGE },
  { "-9.408", "10", "-94", FIT_LICENCE },
  { "9.408", "12", "112.8", FIT_LICENCE },
  { "-11.225806451612903225", "10", "-112.25", FIT_USAGE },
  { "11.2258064516129032258", "15", "168.38", FIT_USAGE },
  { "-10.064516129032258064", "15", "-150.96", FIT_USAGE },
  { "10.0645161290322580645", "25", "251.61", FIT_USAGE },
  { "-9.2903225806451612903", "25", "-232.25", FIT_USAGE },
  { "9.29032258064516129032", "23", "213.67", FIT_USAGE },
  { "-8.5161290322580645161", "23", "-195.87", FIT_USAGE },
  { "8.51612903225806451612", "20", "170.32", FIT_USAGE },
  { "-4.2580645161290322580", "20", "-85.16", FIT_USAGE },
  { "4.25806451612903225806", "30", "127.74", FIT_USAGE },
  { "-9.4296774193548387096", "10", "-94.2", FIT_LICENCE },
  { "-7.728", "300", "-2316", FIT_LICENCE },
  { "4.92966666666666666666", "300", "1476", FIT_LICENCE },
  { "-7.728", "100", "-772", FIT_LICENCE },
  { "4.92966666666666666666", "100", "492", FIT_LICENCE },
  { "52.61", "25", "1315.25", FIT_USAGE },
  { "120.96", "10", "1209.6", FIT_USAGE },
  { "229.16", "10", "2291.6", FIT_USAGE },
};

static void
assert_fit (const char *fields, const char *kind, Fit expected, const char *expected_excess)
{
  g_autofree char *text = g_strdup_printf ("%s|%s", fields, kind);
  const InvoiceLine line = build_invoice_line (text);
  Decimal excess = number ("42");
  const Fit fit = invoice_line_fit (&line, &excess);

  ck_assert_msg (fit == expected, "'%s' fits %s, not %s", text, fit_name (fit),
                 fit_name (expected));
  assert_decimal (excess, expected == FIT_NONE ? expected_excess : "42");
}

START_TEST (the_published_examples_fit_a_rule)
{
  const WorkedExample *c = &worked[_i];
  g_autofree char *fields
      = g_strdup_printf ("price=%s|quantity=%s|subtotal=%s", c->price, c->quantity, c->subtotal);

  assert_fit (fields, "subscription=Azure plan", c->fit, NULL);
  assert_fit (fields, "subscription=", c->fit, NULL);
}
END_TEST

/* Equal is equal, whatever was sold. */
static const struct
{
  const char *fields;
  Fit fit;
} fits[] = {
  /* usage, T (T (E x Q) x R), cuts twice: 23.345 to 23.34, then 21.006 */
  { "price=3.335|quantity=7|rate=0.9|subtotal=21", FIT_USAGE },
  { "price=-3.335|quantity=7|rate=0.9|subtotal=-21", FIT_USAGE },
  /* licence, T (E x R) x Q: 3.03485 to 3.03, x 7; usage gives 21.23, half-up 21.24 */
  { "price=3.335|quantity=7|rate=0.91|subtotal=21.21", FIT_LICENCE },
  { "price=3.335|quantity=7|rate=0.91|subtotal=21.23", FIT_USAGE },
  /* half-up, H (E x Q x R): 22.17775; usage gives 22.17, licence 22.12 */
  { "price=3.335|quantity=7|rate=0.95|subtotal=22.18", FIT_HALF_UP },
  { "price=3.335|quantity=7|rate=0.95|subtotal=22.17", FIT_USAGE },
  { "price=3.335|quantity=7|rate=0.95|subtotal=22.12", FIT_LICENCE },
  /* a licence's Subtotal may have more than two decimals where its quantity has */
  { "price=1.239|quantity=0.5|subtotal=0.615", FIT_LICENCE },
  /* exact half cents: 0.125 x 5 = 0.625 goes away from zero, both ways */
  { "price=0.125|quantity=5|subtotal=0.63", FIT_HALF_UP },
  { "price=-0.125|quantity=5|subtotal=-0.63", FIT_HALF_UP },
  { "price=0.125|quantity=-5|subtotal=-0.62", FIT_USAGE },
  /* amounts are compared by value, not by their decimals */
  { "price=1.50|quantity=2.0|subtotal=3", FIT_USAGE },
  { "price=1.50|quantity=2.0|subtotal=3.000", FIT_USAGE },

  /* Without cents the same three are tried to whole units, after those to cents. E x Q keeps its
     cents: T (T (1.999 x 1) x 100) = T (199) where T (T (1.999) x 100) would be 100. */
  { "price=1.999|quantity=1|rate=100|subtotal=199|currency=JPY", FIT_USAGE },
  { "price=12.34|quantity=3|rate=1|subtotal=37|currency=jpy", FIT_USAGE },    /* T (37.02) */
  { "price=12.34|quantity=3|rate=1|subtotal=36|currency=JPY", FIT_LICENCE },  /* 12 x 3 */
  { "price=12.89|quantity=3|rate=1|subtotal=39|currency=JPY", FIT_HALF_UP },  /* H (38.67) */
  { "price=12.34|quantity=3|rate=1|subtotal=37.02|currency=JPY", FIT_USAGE }, /* with its cents */
  { "price=12.335|quantity=3|rate=1|subtotal=36.99|currency=JPY", FIT_LICENCE }, /* likewise */
};

START_TEST (a_subtotal_fits_the_first_rule_that_gives_it)
{
  assert_fit (fits[_i].fields, "subscription=Azure plan", fits[_i].fit, NULL);
  assert_fit (fits[_i].fields, "subscription=", fits[_i].fit, NULL);
}
END_TEST

/* The three rules as they are written, rounded step by step. */
static void
round_rules (const InvoiceLine *line, guint places, Decimal rules[3])
{
  const Decimal product = decimal_multiply (line->price, line->quantity);
  const Decimal priced = decimal_round (product, 2, DECIMAL_TRUNCATE);
  const Decimal seat
      = decimal_round (decimal_multiply (line->price, line->rate), places, DECIMAL_TRUNCATE);

  rules[0] = decimal_round (decimal_multiply (priced, line->rate), places, DECIMAL_TRUNCATE);
  rules[1] = decimal_multiply (seat, line->quantity);
  rules[2] = decimal_round (decimal_multiply (product, line->rate), places, DECIMAL_HALF_UP);
}

static Fit
first_fit (const InvoiceLine *line, guint places)
{
  static const Fit order[] = { FIT_USAGE, FIT_LICENCE, FIT_HALF_UP };
  Decimal rules[3];

  round_rules (line, places, rules);
  for (guint i = 0; i < 3; i++)
    if (decimal_equal (line->subtotal, rules[i]))
      return order[i];
  return FIT_NONE;
}

/* Up to @digits digits, some of them decimals; of either sign. */
static Decimal
random_number (GRand *rand, gint32 digits)
{
  g_autoptr (GString) text = g_string_new (g_rand_int_range (rand, 0, 3) == 0 ? "-" : "");
  const gint32 count = g_rand_int_range (rand, 1, digits + 1);
  const gint32 mark = g_rand_int_range (rand, 0, count + 1);

  for (gint32 i = 0; i < count; i++)
    {
      if (i == mark)
        g_string_append_c (text, '.');
      g_string_append_c (text, (char) ('0' + g_rand_int_range (rand, 0, 10)));
    }
  return number (text->str);
}

/* A Subtotal that a rule gives, or one a little beside it. */
static void
set_subtotal (InvoiceLine *line, GRand *rand, guint places)
{
  Decimal rules[3];

  round_rules (line, places, rules);
  line->subtotal = rules[g_rand_int_range (rand, 0, 3)];
  if (g_rand_int_range (rand, 0, 4) == 0)
    line->subtotal
        = decimal_add (line->subtotal, decimal_from_scaled (g_rand_int_range (rand, -1, 2),
                                                            (guint) g_rand_int_range (rand, 0, 4)));
}

START_TEST (proving_a_fit_says_what_rounding_says)
{
  static const char *const currencies[] = { "currency=USD", "currency=JPY" };
  GRand *rand = g_rand_new_with_seed (20261126);
  guint counts[FIT_COUNT] = { 0 };

  for (guint round = 0; round < 16000; round++)
    {
      const gboolean whole = round % 2 == 1;
      InvoiceLine line = build_invoice_line (currencies[whole]);
      const gint32 digits = round % 8 < 6 ? 9 : 38;
      Decimal excess;
      Fit expected;

      line.has_price = line.has_quantity = TRUE;
      line.price = random_number (rand, digits);
      line.quantity = random_number (rand, digits);
      line.rate = round % 3 == 0 ? random_number (rand, digits) : decimal_from_int (1);
      set_subtotal (&line, rand, whole && g_rand_boolean (rand) ? 0 : 2);
      expected = first_fit (&line, 2);
      if (expected == FIT_NONE && whole)
        expected = first_fit (&line, 0);

      const Fit fit = invoice_line_fit (&line, &excess);
      ck_assert_msg (fit == expected || (expected == FIT_NONE && fit == FIT_NEAR),
                     "round %u: %s, not %s", round, fit_name (fit), fit_name (expected));
      counts[fit]++;
    }
  g_rand_free (rand);
  for (Fit fit = FIT_USAGE; fit <= FIT_NONE; fit++)
    ck_assert_uint_gt (counts[fit], 100);
}
END_TEST

typedef struct
{
  const char *fields;
  Fit usage;                /* as Azure usage */
  const char *usage_excess; /* with FIT_NONE */
  Fit licence;              /* as a licence */
  const char *licence_excess;
} NearCase;

/* 4.008 x 10 at the rate 1: usage and half-up give 40.08, licence 40.00. */
static const NearCase nears[] = {
  /* one cent off usage, both ends included */
  { "price=4.008|quantity=10|subtotal=40.09", FIT_NEAR, NULL, FIT_NEAR, NULL },
  { "price=4.008|quantity=10|subtotal=40.07", FIT_NEAR, NULL, FIT_NEAR, NULL },
  { "price=4.008|quantity=10|subtotal=40.085", FIT_NEAR, NULL, FIT_NEAR, NULL },
  { "price=4.008|quantity=10|subtotal=40.0901", FIT_NONE, "0.0101", FIT_NEAR, NULL },
  /* a licence: 10 seats, a cent each around 40.00 */
  { "price=4.008|quantity=10|subtotal=40.10", FIT_NONE, "0.02", FIT_NEAR, NULL },
  { "price=4.008|quantity=10|subtotal=40.11", FIT_NONE, "0.03", FIT_NONE, "0.03" },
  { "price=4.008|quantity=10|subtotal=39.90", FIT_NONE, "-0.1", FIT_NEAR, NULL },
  { "price=4.008|quantity=10|subtotal=39.89", FIT_NONE, "-0.11", FIT_NONE, "-0.11" },
  /* of a refund, the seats count by their magnitude */
  { "price=4.008|quantity=-10|subtotal=-39.90", FIT_NONE, "0.1", FIT_NEAR, NULL },
  { "price=4.008|quantity=-10|subtotal=-39.89", FIT_NONE, "0.11", FIT_NONE, "0.11" },
  { "price=-4.008|quantity=10|subtotal=-39.90", FIT_NONE, "0.1", FIT_NEAR, NULL },
  /* and by the rate: T (4.008 x 2) = 8.01, x 10 = 80.10 +- 0.20; usage and half-up 80.16 */
  { "price=4.008|quantity=10|rate=2|subtotal=79.90", FIT_NONE, "-0.2", FIT_NEAR, NULL },
  { "price=4.008|quantity=10|rate=2|subtotal=79.89", FIT_NONE, "-0.21", FIT_NONE, "-0.21" },
  { "price=4.008|quantity=10|rate=2|subtotal=80.30", FIT_NONE, "0.14", FIT_NEAR, NULL },
  { "price=4.008|quantity=10|rate=2|subtotal=80.31", FIT_NONE, "0.15", FIT_NONE, "0.15" },
  /* a commitment or a third party is no Azure usage */
  { "price=4.008|quantity=10|subtotal=39.90|reservation=r", FIT_NEAR, NULL, FIT_NEAR, NULL },
  { "price=4.008|quantity=10|subtotal=39.90|publisher=Red Hat", FIT_NEAR, NULL, FIT_NEAR, NULL },
};

START_TEST (a_subtotal_is_near_within_a_cent_or_within_one_per_seat)
{
  const NearCase *c = &nears[_i];

  assert_fit (c->fields, "subscription=Azure plan", c->usage, c->usage_excess);
  assert_fit (c->fields, "subscription=", c->licence, c->licence_excess);
}
END_TEST

/* Ties go to usage, then licence, then half-up; as Azure usage, where only usage can be near. */
static const struct
{
  const char *fields;
  const char *excess;
} excesses[] = {
  { "price=4.008|quantity=10|subtotal=50", "9.92" },     /* usage 40.08 */
  { "price=4.008|quantity=10|subtotal=30", "-10" },      /* licence 40.00 */
  { "price=4.008|quantity=10|subtotal=40.04", "-0.04" }, /* between usage and licence: usage */
  { "price=2.5415|quantity=32|subtotal=82", "0.67" },    /* half-up 81.33 */
  /* usage 9.99, licence 9.90, half-up 10.00 */
  { "price=0.9999|quantity=10|rate=1|subtotal=9.95", "-0.04" },
  { "price=0|quantity=10|subtotal=5", "5" },
  /* usage 1.99 x 10, licence and half-up 19.99: between them, usage */
  { "price=1.999|quantity=1|rate=10|subtotal=19.945", "0.045" },
  /* nearer to the two others, which tie with each other */
  { "price=1.999|quantity=1|rate=10|subtotal=19.96", "-0.03" },
  /* usage T (0.66 x 10) = 6.60, licence T (3.33) x 2 = 6.66, half-up 6.67 (0.3334 x 2 x 10
     = 6.668): between licence and half-up: licence */
  { "price=0.3334|quantity=2|rate=10|subtotal=6.665", "0.005" },
  /* Dollars have cents: 137.90 shown as 137. */
  { "price=137.90|quantity=1|subtotal=137|currency=USD", "-0.9" },
  /* Without cents six results are tried: 37.02, 37.02, 37.02, then 37, 36, 37. */
  { "price=12.34|quantity=3|subtotal=35|currency=JPY", "-1" },
  { "price=12.34|quantity=3|subtotal=38|currency=JPY", "0.98" },
};

START_TEST (the_excess_is_over_the_nearest_rule_and_ties_go_to_the_first)
{
  assert_fit (excesses[_i].fields, "subscription=Azure plan", FIT_NONE, excesses[_i].excess);
}
END_TEST

static const char *const untested[]
    = { "subtotal=5", "subtotal=5|price=5", "subtotal=5|quantity=1", "subtotal=0" };

START_TEST (without_price_or_quantity_nothing_is_tested)
{
  assert_fit (untested[_i], "", FIT_NOT_TESTED, NULL);
}
END_TEST

static const struct
{
  const char *fields;
  const char *credit;
} pricing_credits[] = {
  { "price=-10|quantity=2.5", "25" },
  { "price=10|quantity=-2.5", "25" },
  { "price=-0.125|quantity=5", "0.62" }, /* cut, not rounded */
  { "price=0.125|quantity=5", "-0.62" },
  { "price=-10|quantity=1|rate=3", "10" }, /* before the exchange */
  { "price=-0.001|quantity=1", "0" },
};

START_TEST (a_credit_in_the_pricing_currency_is_price_times_quantity)
{
  const InvoiceLine line = build_invoice_line (pricing_credits[_i].fields);

  assert_decimal (invoice_line_pricing_credit (&line), pricing_credits[_i].credit);
}
END_TEST

/* 38 digits each: nothing is lost before the rounding. */
START_TEST (long_numbers_are_reckoned_exactly)
{
  const char *fields = "price=0.00000000000000000000000000000000000005"
                       "|quantity=99999999999999999999999999999999999999"
                       "|rate=1.00000000000000000001|subtotal=4.99";

  assert_fit (fields, "", FIT_USAGE, NULL);
  fields = "price=0.00000000000000000000000000000000000005"
           "|quantity=99999999999999999999999999999999999999"
           "|rate=1.00000000000000000001|subtotal=5.00";
  assert_fit (fields, "", FIT_HALF_UP, NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("invoice-line");
  TCase *class = tcase_create ("class");
  TCase *pec = tcase_create ("pec");
  TCase *fit = tcase_create ("fit");

  tcase_add_loop_test (class, a_line_has_the_first_product_class_that_fits, 0,
                       G_N_ELEMENTS (products));
  tcase_add_test (class, product_classes_have_the_names_of_the_specification);
  tcase_add_loop_test (class, a_line_is_a_charge_or_one_of_two_credits, 0, G_N_ELEMENTS (classes));
  tcase_add_test (class, further_reasons_mean_aco_beside_the_documented_three);
  tcase_add_test (class, an_empty_reason_is_never_aco);
  tcase_add_test (class, a_credit_has_a_product_class_too);
  tcase_add_test (pec, classifying_tells_the_percentage);
  tcase_add_loop_test (fit, the_published_examples_fit_a_rule, 0, G_N_ELEMENTS (worked));
  tcase_add_loop_test (fit, a_subtotal_fits_the_first_rule_that_gives_it, 0, G_N_ELEMENTS (fits));
  tcase_add_loop_test (fit, a_subtotal_is_near_within_a_cent_or_within_one_per_seat, 0,
                       G_N_ELEMENTS (nears));
  tcase_add_loop_test (fit, the_excess_is_over_the_nearest_rule_and_ties_go_to_the_first, 0,
                       G_N_ELEMENTS (excesses));
  tcase_add_loop_test (fit, without_price_or_quantity_nothing_is_tested, 0,
                       G_N_ELEMENTS (untested));
  tcase_add_loop_test (fit, a_credit_in_the_pricing_currency_is_price_times_quantity, 0,
                       G_N_ELEMENTS (pricing_credits));
  tcase_set_timeout (fit, 60); /* sanitizers and valgrind are slow */
  tcase_add_test (fit, proving_a_fit_says_what_rounding_says);
  tcase_add_test (fit, long_numbers_are_reckoned_exactly);
  suite_add_tcase (suite, class);
  suite_add_tcase (suite, pec);
  suite_add_tcase (suite, fit);
  return suite;
}

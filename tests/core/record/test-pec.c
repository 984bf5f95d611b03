/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/pec.h"
#include "test-main.h"

#include <check.h>
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

typedef struct
{
  const char *text;
  DecimalMark mark;
  const char *percent; /* NULL: there is none */
} PercentCase;

static const PercentCase percents[] = {
  { "15% Partner earned credit", DECIMAL_POINT, "15" },
  { "15.0% Partner earned credit for services managed", DECIMAL_POINT, "15" },
  { "15.000000% PARTNER EARNED CREDIT", DECIMAL_POINT, "15" },
  { "[\"15.0% Partner earned credit for services managed\"]", DECIMAL_POINT, "15" },
  { "Tier discount; 3.75% partner earned credit", DECIMAL_POINT, "3.75" },
  { "10% off, 15% Partner earned credit", DECIMAL_POINT, "15" },
  { "0.01% Partner earned credit", DECIMAL_POINT, "0.01" },
  { "99.99% Partner earned credit", DECIMAL_POINT, "99.99" },
  { ".5% Partner earned credit", DECIMAL_POINT, "0.5" },
  { "15.% Partner earned credit", DECIMAL_POINT, "15" },
  { "15 % Partner earned credit", DECIMAL_POINT, "15" },
  { "(15% Partner earned credit)", DECIMAL_POINT, "15" },
  /* not every such text has to tell one */
  { "See % Partner earned credit: 15% Partner earned credit", DECIMAL_POINT, "15" },
  { "0% Partner earned credit, 15% Partner earned credit", DECIMAL_POINT, "15" },
  /* the mark of the file, or the point */
  { "12,5% Partner earned credit", DECIMAL_COMMA, "12.5" },
  { "12.5% Partner earned credit", DECIMAL_COMMA, "12.5" },
  { "15% Partner earned credit", DECIMAL_COMMA, "15" },
  { "a discount,15% Partner earned credit", DECIMAL_POINT, "15" },
  /* none */
  { "", DECIMAL_POINT, NULL },
  { "Partner earned credit", DECIMAL_POINT, NULL },
  { "% Partner earned credit", DECIMAL_POINT, NULL },
  { " % Partner earned credit", DECIMAL_POINT, NULL },
  { "x% Partner earned credit", DECIMAL_POINT, NULL },
  { "15% partner credit", DECIMAL_POINT, NULL },
  { "15%", DECIMAL_POINT, NULL },
  { "15% Partner earned", DECIMAL_POINT, NULL },
  { "0% Partner earned credit", DECIMAL_POINT, NULL },
  { "0.00% Partner earned credit", DECIMAL_POINT, NULL },
  { "100% Partner earned credit", DECIMAL_POINT, NULL },
  { "100.0% Partner earned credit", DECIMAL_POINT, NULL },
  { "115% Partner earned credit", DECIMAL_POINT, NULL },
  { "1.2.3% Partner earned credit", DECIMAL_POINT, NULL },
  { ".% Partner earned credit", DECIMAL_POINT, NULL },
};

START_TEST (the_percentage_is_read_from_the_text)
{
  const PercentCase *c = &percents[_i];
  Decimal percent = number ("42");
  const gboolean found = pec_percent_from_text (slice_of (c->text), c->mark, &percent);

  ck_assert_msg (found == (c->percent != NULL), "'%s': %s", c->text, found ? "found" : "none");
  assert_decimal (percent, c->percent != NULL ? c->percent : "42");
}
END_TEST

static const struct
{
  const char *net;
  const char *percent;
  const char *list;
  const char *earned;
} pec_cases[] = {
  { "85", "15", "100", "15" },
  { "0", "15", "0", "0" },
  { "1", "15", "1.18", "0.18" }, /* 1.17647..., 0.17647... */
  { "-1", "15", "-1.18", "-0.18" },
  { "100", "15", "117.65", "17.65" },   /* 117.647..., 17.647... */
  { "0.005", "50", "0.01", "0.01" },    /* 0.01 and a half cent, up */
  { "-0.005", "50", "-0.01", "-0.01" }, /* away from zero */
  { "0.0049", "50", "0.01", "0" },      /* 0.0098 and 0.0049 */
  { "2", "3.75", "2.08", "0.08" },      /* 2.0779..., 0.0779... */
  { "7", "0.01", "7", "0" },            /* 7.0007..., 0.0007... */
  { "1", "99.99", "10000", "9999" },
};

START_TEST (list_value_and_credit_come_from_the_net_amount)
{
  const Decimal net = number (pec_cases[_i].net), percent = number (pec_cases[_i].percent);

  assert_decimal (pec_list_value (net, percent), pec_cases[_i].list);
  assert_decimal (pec_earned (net, percent), pec_cases[_i].earned);
}
END_TEST

START_TEST (a_percentage_is_between_0_and_100)
{
  static const struct
  {
    const char *percent;
    gboolean is_one;
  } cases[] = { { "-15", FALSE },  { "0", FALSE },   { "0.01", TRUE }, { "15", TRUE },
                { "99.99", TRUE }, { "100", FALSE }, { "115", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Decimal percent = number (cases[i].percent);
      ck_assert_int_eq (pec_is_percentage (&percent), cases[i].is_one);
    }
}
END_TEST

/* Each text twice, so that it is asked for new and again. */
START_TEST (what_is_remembered_is_what_the_text_says)
{
  g_autofree char *padding = g_strnfill (200, 'x');
  g_autofree char *longer = g_strconcat ("20% Partner earned credit ", padding, NULL);
  const struct
  {
    const char *text;
    const char *percent; /* NULL: none */
  } texts[] = {
    { "", NULL },
    { "15.0% Partner earned credit", "15" },
    { "15.5% Partner earned credit", "15.5" },
    { "none", NULL },
    { longer, "20" },
    { "none", NULL },
    { "15.0% Partner earned credit", "15" },
  };
  PecMemo memo = { .length = 0 };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (texts); i++)
    {
      Decimal percent = number ("77");
      const gboolean found
          = pec_percent_remembered (&memo, slice_of (texts[i / 2].text), DECIMAL_POINT, &percent);

      ck_assert_int_eq (found, texts[i / 2].percent != NULL);
      assert_decimal (percent, found ? texts[i / 2].percent : "77");
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("pec");
  TCase *tests = tcase_create ("pec");

  tcase_add_test (tests, a_percentage_is_between_0_and_100);
  tcase_add_loop_test (tests, the_percentage_is_read_from_the_text, 0, G_N_ELEMENTS (percents));
  tcase_add_test (tests, what_is_remembered_is_what_the_text_says);
  tcase_add_loop_test (tests, list_value_and_credit_come_from_the_net_amount, 0,
                       G_N_ELEMENTS (pec_cases));
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "engine/option/part-options.h"
#include "test-main.h"

#include <check.h>

static const struct
{
  const char *arguments[6];
  const char *words; /* what the part says of itself, or why it is refused */
  gboolean refused;
} cases[] = {
  { { "in" }, "", FALSE },
  { { "--code=401", "--code=credit-sign", "--code", "ACO401" },
    "PART: of findings only ACO203, ACO401; figures are those of all. ",
    FALSE },
  { { "--min=12.5" },
    "PART: of findings only those of at least 12.50; figures are those of all. ",
    FALSE },
  { { "--min=0" },
    "PART: of findings only those of at least 0.00; figures are those of all. ",
    FALSE },
  { { "--code=MCA101" }, "--code: found no finding \"MCA101\", expected a code like ACO401", TRUE },
  { { "--code=" }, "--code: found no finding \"\", expected a code like ACO401", TRUE },
  { { "--min=-1" }, "--min: found \"-1\", expected an amount like 10.00, not negative", TRUE },
  { { "--min=1,000" }, "--min: found \"1,000\", expected an amount like 10.00", TRUE },
  { { "--min=" }, "--min: found \"\", expected an amount like 10.00", TRUE },
};

START_TEST (codes_and_amount_are_taken_or_refused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Options) options = options_parse (COMMAND_RECONCILE, cases[_i].arguments, &error);
  g_autoptr (ReportPart) part = part_options_new (options, &error);

  ck_assert_int_eq (part == NULL, cases[_i].refused);
  if (part == NULL)
    {
      ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
      ck_assert_msg (g_str_has_prefix (error->message, cases[_i].words), "%s", error->message);
      return;
    }
  g_autofree char *words = report_part_words (part, FALSE, NULL);
  ck_assert_str_eq (words, cases[_i].words);
}
END_TEST

START_TEST (all_is_no_customer_to_look_up)
{
  static const char *const arguments[] = { "--customer=Contoso", "--customer=c2", NULL };
  static const char *const with_all[] = { "--customer=Contoso", "--customer=all", NULL };
  g_autoptr (Options) options = options_parse (COMMAND_RECONCILE, arguments, NULL);
  g_autoptr (Options) all = options_parse (COMMAND_RECONCILE, with_all, NULL);

  ck_assert_str_eq (part_options_customers (options)[1], "c2");
  ck_assert_ptr_null (part_options_customers (all)[0]);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("part-options");
  TCase *tests = tcase_create ("part-options");

  tcase_add_loop_test (tests, codes_and_amount_are_taken_or_refused, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tests, all_is_no_customer_to_look_up);
  suite_add_tcase (suite, tests);
  return suite;
}

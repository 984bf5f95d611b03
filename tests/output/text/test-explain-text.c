/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/explain-text.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

START_TEST (a_code_is_explained_with_all_its_texts)
{
  g_autoptr (GString) out = g_string_new (NULL);

  explain_text_render_code (FINDING_DUPLICATE_ROW, NULL, out);
  ck_assert_str_eq (
      out->str, "ACO106 duplicate-row\n"
                "\n"
                "Severity    notice\n"
                "\n"
                "Meaning     The same balance row was read twice with the same figures. It counts\n"
                "            once; no money is at stake.\n"
                "\n"
                "Detection   A further row of the same credit and month with equal CreditAmount,\n"
                "            BalanceAmount, Status and dates. The earlier row stays.\n"
                "\n"
                "Amount      0.\n"
                "\n"
                "Remedy      Harmless: usually two downloads that overlap. Leave one of them out\n"
                "            if it disturbs.\n");
}
END_TEST

START_TEST (a_severity_that_depends_on_the_case_says_on_what)
{
  g_autoptr (GString) out = g_string_new (NULL);

  explain_text_render_code (FINDING_INVOICE_USAGE_DIFFERENCE, NULL, out);
  ck_assert_ptr_nonnull (
      strstr (out->str, "\nSeverity    notice if usage_credit < invoice_credit,"));
}
END_TEST

static void
assert_fits (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      ck_assert_msg (strlen (*line) <= 80, "too wide: %s", *line);
      ck_assert_msg (!g_str_has_suffix (*line, " "), "trailing blank: %s", *line);
    }
}

START_TEST (no_line_is_wider_than_80_columns)
{
  g_autoptr (GString) out = g_string_new (NULL);

  explain_text_render_code ((FindingCode) _i, NULL, out);
  assert_fits (out->str);
}
END_TEST

START_TEST (the_list_has_one_line_per_code_in_order)
{
  g_autoptr (GString) out = g_string_new (NULL);

  explain_text_render_list (NULL, out);
  assert_fits (out->str);

  g_auto (GStrv) lines = g_strsplit (out->str, "\n", -1);

  ck_assert_uint_gt (g_strv_length (lines), FINDING_CODE_COUNT);
  for (guint i = 0; i < FINDING_CODE_COUNT; i++)
    {
      const FindingInfo *info = finding_info ((FindingCode) i);

      ck_assert_msg (g_str_has_prefix (lines[i], info->code), "%s: %s", info->code, lines[i]);
      ck_assert_msg (g_str_has_suffix (lines[i], info->name), "%s: %s", info->name, lines[i]);
    }
  ck_assert_str_eq (lines[FINDING_CREDIT_DECREASED], "ACO101  error     credit-decreased");
  ck_assert_str_eq (lines[FINDING_AGREEMENT_EXPIRED], "ACO110  warning*  agreement-expired");
  ck_assert_str_eq (lines[FINDING_INVOICE_USAGE_DIFFERENCE],
                    "ACO402  error*    invoice-usage-difference");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("explain-text");
  TCase *tcase = tcase_create ("explain-text");

  tcase_add_test (tcase, a_code_is_explained_with_all_its_texts);
  tcase_add_test (tcase, a_severity_that_depends_on_the_case_says_on_what);
  tcase_add_loop_test (tcase, no_line_is_wider_than_80_columns, 0, FINDING_CODE_COUNT);
  tcase_add_test (tcase, the_list_has_one_line_per_code_in_order);
  suite_add_tcase (suite, tcase);
  return suite;
}

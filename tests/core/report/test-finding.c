/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/finding.h"
#include "test-main.h"

#include <check.h>

START_TEST (every_code_is_found_by_its_code_and_by_its_name_in_any_case)
{
  const FindingInfo *info = finding_info ((FindingCode) _i);
  g_autofree char *upper_name = g_ascii_strup (info->name, -1);
  g_autofree char *lower_code = g_ascii_strdown (info->code, -1);
  const char *texts[] = { info->code, info->name, upper_name, lower_code };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      FindingCode code = FINDING_CODE_COUNT;

      ck_assert_msg (finding_code_from_text (texts[i], &code), "%s is not found", texts[i]);
      /* The contract gives two codes one name; then the name is that of the first. */
      ck_assert_str_eq (finding_info (code)->name, info->name);
      ck_assert_int_le (code, _i);
      if (texts[i] != info->name && texts[i] != upper_name)
        ck_assert_int_eq (code, _i);
    }
}
END_TEST

START_TEST (what_is_no_code_is_not_found_and_nothing_is_set)
{
  static const char *const texts[]
      = { "",        "ACO", "ACO10",  "ACO1011", "ACO120", " ACO101", "credit", "credit_decreased",
          "ACO101 ", "101", "aco-101" };
  FindingCode code = FINDING_NO_INVOICE;

  ck_assert_msg (!finding_code_from_text (texts[_i], &code), "'%s' is found", texts[_i]);
  ck_assert_int_eq (code, FINDING_NO_INVOICE);
}
END_TEST

START_TEST (severities_have_names_and_ascend)
{
  ck_assert_str_eq (finding_severity_name (SEVERITY_NOTICE), "notice");
  ck_assert_str_eq (finding_severity_name (SEVERITY_WARNING), "warning");
  ck_assert_str_eq (finding_severity_name (SEVERITY_ERROR), "error");
  ck_assert_int_lt (SEVERITY_NOTICE, SEVERITY_WARNING);
  ck_assert_int_lt (SEVERITY_WARNING, SEVERITY_ERROR);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("finding");
  TCase *tcase = tcase_create ("finding");

  tcase_add_loop_test (tcase, every_code_is_found_by_its_code_and_by_its_name_in_any_case, 0,
                       FINDING_CODE_COUNT);
  tcase_add_loop_test (tcase, what_is_no_code_is_not_found_and_nothing_is_set, 0, 11);
  tcase_add_test (tcase, severities_have_names_and_ascend);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-rows.h"
#include "output/text/finding/found-text.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static char *
render (const Report *report)
{
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  const TextStyle style = { .width = 60 };
  GString *out = g_string_new (NULL);

  found_text_render (report, places, &style, out);
  return g_string_free (out, FALSE);
}

static Report *
report_with (guint notices)
{
  Report *report = report_new_of (mca_rows_schema ());
  const McaFindingRow error = { .code = FINDING_MCA_EVENT_BALANCE_DIFFERS,
                                .severity = SEVERITY_ERROR,
                                .account_id = "a",
                                .profile_id = "p",
                                .profile_name = "Dev",
                                .resource = "e1",
                                .currency = "USD",
                                .amount = decimal_from_int (5),
                                .file = "f.json",
                                .line = 7,
                                .message = "the balance is 5.00 USD" };
  const McaFindingRow notice
      = { .code = FINDING_MCA_REPEATED_RESOURCE, .severity = SEVERITY_NOTICE, .file = "g.json" };

  report_append (report, MCA_TABLE_FINDINGS, &error);
  for (guint i = 0; i < notices; i++)
    report_append (report, MCA_TABLE_FINDINGS, &notice);
  report_sort (report);
  return report;
}

START_TEST (a_finding_says_whose_how_much_where_and_what)
{
  g_autoptr (Report) report = report_with (1);
  g_autofree char *text = render (report);
  g_autofree char *count = found_text_count (report, NULL);

  ck_assert (g_str_has_prefix (text, "\nFINDINGS BY CODE"));
  ck_assert_str_eq (strstr (text, "\n\n") + 1,
                    "\nERRORS (1)\nMCA103  a  Dev  e1  5.00 USD  f.json:7\n"
                    "        the balance is 5.00 USD\n"
                    "\nNOTICES (1)\nMCA116  g.json\n");
  ck_assert_str_eq (count, "1 error, 1 notice");
}
END_TEST

START_TEST (a_name_stands_for_its_id)
{
  g_autoptr (Report) report = report_with (0);
  const ReportTableInfo *info = &report_schema (report)->tables[MCA_TABLE_FINDINGS].info;
  g_autoptr (GPtrArray) words
      = found_text_subject (info, report_row (report, MCA_TABLE_FINDINGS, 0), NULL);

  ck_assert_uint_eq (words->len, 3);
  ck_assert_str_eq (words->pdata[0], "a");
  ck_assert_str_eq (words->pdata[1], "Dev");
  ck_assert_str_eq (words->pdata[2], "e1");
}
END_TEST

START_TEST (of_many_of_a_code_some_are_listed)
{
  g_autoptr (Report) report = report_with (25);
  g_autofree char *text = render (report);

  ck_assert_ptr_nonnull (strstr (text, "\nNOTICES (25, 10 listed)\n"));
  ck_assert_str_eq (strstr (text, "\nNot listed"),
                    "\nNot listed: 15 more of MCA116. --all lists them; the pack of\n"
                    "--output and --format json hold them.\n");
}
END_TEST

START_TEST (without_findings_there_is_nothing_to_say)
{
  g_autoptr (Report) report = report_new_of (mca_rows_schema ());
  g_autofree char *text = render (report);
  g_autofree char *count = found_text_count (report, NULL);

  ck_assert_str_eq (text, "");
  ck_assert_str_eq (count, "no findings");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("found-text");
  TCase *tests = tcase_create ("found-text");

  tcase_add_test (tests, a_finding_says_whose_how_much_where_and_what);
  tcase_add_test (tests, a_name_stands_for_its_id);
  tcase_add_test (tests, of_many_of_a_code_some_are_listed);
  tcase_add_test (tests, without_findings_there_is_nothing_to_say);
  suite_add_tcase (suite, tests);
  return suite;
}

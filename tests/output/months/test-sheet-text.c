/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/months/sheet-text.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#include "sample-sheet.h"

static char *
form_of (const char *preparer, guint count, const char *note)
{
  g_autoptr (CloseSheet) sheet = sample_sheet (preparer, count, note);
  GString *out = g_string_new (NULL);

  sheet_text_render (sheet, NULL, out);
  return g_string_free (out, FALSE);
}

static guint
count_of (const char *text, const char *part)
{
  guint count = 0;

  for (; (text = strstr (text, part)) != NULL; text += strlen (part))
    count++;
  return count;
}

START_TEST (all_of_a_close_is_there)
{
  g_autofree char *form = form_of ("Ann", 3, "agreed by mail");
  static const char *const parts[] = { "Close of 2026-10, version 2",
                                       "Ann",
                                       "credit note",
                                       "acorecon 0.2",
                                       "ACO401",
                                       "accepted by Cy, 2026-11-02",
                                       "agreed by mail",
                                       "balance.csv",
                                       "0123abcd",
                                       "c0ffee",
                                       "beef",
                                       "dead",
                                       "Date" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    ck_assert_msg (strstr (form, parts[i]) != NULL, "%s", parts[i]);
}
END_TEST

START_TEST (a_page_holds_so_many_findings_and_counts_the_rest)
{
  g_autofree char *most = form_of ("Ann", CLOSE_SHEET_FINDINGS, NULL);
  g_autofree char *more = form_of ("Ann", CLOSE_SHEET_FINDINGS + 3, NULL);

  ck_assert_uint_eq (count_of (most, "ACO401"), CLOSE_SHEET_FINDINGS);
  ck_assert_uint_eq (count_of (more, "ACO401"), CLOSE_SHEET_FINDINGS);
  ck_assert_ptr_null (strstr (most, "more, which"));
  ck_assert_ptr_nonnull (strstr (more, "and 3 more, which findings.csv has"));
}
END_TEST

START_TEST (no_name_is_anything_but_text)
{
  g_autofree char *form = form_of ("<b>\x1b[31m\n&", 1, "<script>\n</td>");

  ck_assert_ptr_null (strstr (form, "\x1b"));
  ck_assert_ptr_null (strstr (form, "31m\n"));
  ck_assert_ptr_null (strstr (form, "<script>\n"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("sheet-text");
  TCase *tests = tcase_create ("sheet-text");

  tcase_add_test (tests, all_of_a_close_is_there);
  tcase_add_test (tests, a_page_holds_so_many_findings_and_counts_the_rest);
  tcase_add_test (tests, no_name_is_anything_but_text);
  suite_add_tcase (suite, tests);
  return suite;
}

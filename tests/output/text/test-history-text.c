/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/history-text.h"
#include "test-main.h"

#include <check.h>

static char *
text_of (Month month, gboolean with_rows)
{
  const ListFigures figures = { .currency = "USD", .net = { TRUE, decimal_from_int (3) } };
  const ListHead head = { month };
  const ListMonth row = { .month = calendar_month (2026, 9),
                          .version = 1,
                          .state = "sealed",
                          .sealed_at = "T",
                          .preparer = "Ann\x1b",
                          .approver = "Bo",
                          .content_sha256 = "x",
                          .figures = { &figures, 1 },
                          .findings_open = 2 };
  const ListEvent event = { .n = 1, .at = "T", .what = "close", .by = "Ann", .hash = "h" };
  g_autoptr (Report) list = report_new_of (month_list_schema ());
  g_autoptr (GString) out = g_string_new (NULL);

  report_set_head (list, &head);
  if (with_rows)
    {
      report_append (list, LIST_MONTHS, &row);
      report_append (list, LIST_EVENTS, &event);
    }
  report_sort (list);
  history_text_render (list, NULL, out);
  return g_strdup (out->str);
}

START_TEST (months_are_told_with_their_figures)
{
  g_autofree char *text = text_of (MONTH_NONE, TRUE);

  ck_assert_str_eq (text, "2026-09  version 1, sealed, T, prepared by Ann\\x1B, approved by Bo\n"
                          "  USD  used -, invoiced -, forfeited -, net 3.00\n"
                          "  findings: 2 open, 0 resolved\n");
}
END_TEST

START_TEST (of_one_month_there_is_more)
{
  g_autofree char *text = text_of (calendar_month (2026, 9), TRUE);

  ck_assert_ptr_nonnull (strstr (text, "\n       daily usage -, charges -"));
  ck_assert_ptr_nonnull (strstr (text, "\nEvents\n  1  T  close by Ann\n  h\n"));
  ck_assert_ptr_null (strstr (text, "Inputs"));
}
END_TEST

START_TEST (that_there_is_none_is_said)
{
  g_autofree char *text = text_of (MONTH_NONE, FALSE);

  ck_assert_str_eq (text, "No month is sealed.\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("history-text");
  TCase *tcase = tcase_create ("history-text");

  tcase_add_test (tcase, months_are_told_with_their_figures);
  tcase_add_test (tcase, of_one_month_there_is_more);
  tcase_add_test (tcase, that_there_is_none_is_said);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/month-list.h"
#include "output/table/report-json.h"
#include "test-main.h"

#include <check.h>

START_TEST (a_month_holds_figures_per_currency)
{
  const ListFigures figures[]
      = { { .currency = "EUR", .net = { TRUE, decimal_from_int (3) } }, { .currency = "USD" } };
  const ListHead head = { MONTH_NONE };
  const ListMonth month = { .month = calendar_month (2026, 9),
                            .version = 1,
                            .state = "sealed",
                            .figures = { figures, G_N_ELEMENTS (figures) },
                            .findings_open = 2 };
  g_autoptr (Report) list = report_new_of (month_list_schema ());
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  report_set_head (list, &head);
  report_append (list, LIST_MONTHS, &month);
  report_sort (list);
  report_json_write (list, 0, sink);
  ck_assert (sink_flush (sink, NULL));
  ck_assert_ptr_nonnull (strstr (text->str, "\"schema\": \"acorecon.history/1\""));
  ck_assert_ptr_nonnull (strstr (text->str, "\"figures\":[{\"currency\":\"EUR\","));
  ck_assert_ptr_nonnull (strstr (text->str, "\"net\":\"3.00\""));
  ck_assert_ptr_nonnull (strstr (text->str, "\"findings_open\":2,\"findings_resolved\":0}"));
  ck_assert_ptr_nonnull (strstr (text->str, "\"resolutions\": []"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("month-list");
  TCase *tcase = tcase_create ("month-list");

  tcase_add_test (tcase, a_month_holds_figures_per_currency);
  suite_add_tcase (suite, tcase);
  return suite;
}

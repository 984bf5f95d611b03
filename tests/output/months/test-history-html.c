/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/months/history-html.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#include "sample-history.h"

static char *
page_of (const char *preparer, guint agreements)
{
  SampleHistory history;
  GString *page = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (page);

  sample_history_init (&history, preparer, agreements);
  history_html_write (history.list, history.course, NULL, sink);
  ck_assert (sink_flush (sink, NULL));
  sample_history_clear (&history);
  return g_string_free (page, FALSE);
}

START_TEST (it_says_what_was_left_and_where_it_goes)
{
  g_autofree char *page = page_of ("Ann", 1);
  static const char left[]
      = "Left at the end of each month, USD: 2026-08 9,900.00, 2026-09 9,800.00";
  const char *const parts[] = { "From 2026-08 to 2026-09: 1 agreement.", left,
                                "Used 100.00 a month of late.", "<td>7</td>", "Ann" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    ck_assert_msg (strstr (page, parts[i]) != NULL, "%s", parts[i]);
}
END_TEST

START_TEST (no_name_is_anything_but_text)
{
  g_autofree char *page = page_of ("<script>x</script>", 1);

  ck_assert_ptr_null (strstr (page, "<script>x"));
  ck_assert_ptr_nonnull (strstr (page, "&lt;script&gt;x"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("history-html");
  TCase *tests = tcase_create ("history-html");

  tcase_add_test (tests, it_says_what_was_left_and_where_it_goes);
  tcase_add_test (tests, no_name_is_anything_but_text);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-sections.h"
#include "page/sample-page.h"
#include "sample-html-page.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

/* What stands between @before and @after, each time, one a line. (transfer full) */
static char *
all_between (const char *text, const char *before, char after)
{
  GString *found = g_string_new (NULL);

  for (const char *at = text; (at = strstr (at, before)) != NULL;)
    {
      at += strlen (before);
      g_string_append_len (found, at, strchr (at, after) - at);
      g_string_append_c (found, '\n');
    }
  return g_string_free (found, FALSE);
}

static GString *
body_of (const Report *report)
{
  g_auto (SamplePage) sample = sample_page (report);
  GString *body = g_string_new (NULL);

  report_html_sections_append (body, &sample.page);
  return body;
}

START_TEST (the_navigation_leads_to_each_section_in_their_order)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  g_autoptr (GString) body = body_of (report);
  g_autoptr (GString) navigation = g_string_new (NULL);

  report_html_sections_append_navigation (navigation, NULL);
  g_autofree char *links = all_between (navigation->str, "<li><a href=\"#", '"');
  g_autofree char *anchors = all_between (body->str, "<section id=\"", '"');
  /* Then to the head, which is a summary when it is gone to. */
  ck_assert (g_str_has_prefix (links, anchors));
  ck_assert_str_eq (
      links, "cases\ntotals\nfindings\ntieout\ntrend\nwaterfall\nagreements\ncustomers\nfiles\n"
             "summary\n");
}
END_TEST

START_TEST (each_section_has_a_heading_even_if_there_is_nothing_to_tell)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  g_autoptr (GString) body = body_of (report);
  g_autofree char *headings = all_between (body->str, "<h2>", '<');

  ck_assert_str_eq (headings, "Cases\nTotals\nFindings\nTie-out of credit used\nUsed, invoiced and "
                              "left by month\nInvoice waterfall\n"
                              "Agreements\nCustomers\nWhat was read\n");
  ck_assert (g_str_has_suffix (body->str, "</section>\n"));
  ck_assert_ptr_null (strstr (body->str, "<table"));
}
END_TEST

/* Whoever adds a table to a section tells the style sheet of it by the same line. */
START_TEST (each_table_of_the_page_has_its_style)
{
  g_autoptr (Report) report = sample_page_of_text ("x");
  g_autoptr (GString) body = body_of (report);
  g_autoptr (GString) style = g_string_new (NULL);
  g_autofree char *classes = all_between (body->str, "<table class=\"", '"');
  g_auto (GStrv) names = g_strsplit (g_strchomp (classes), "\n", -1);

  report_html_sections_append_style (style, NULL);
  ck_assert_uint_eq (g_strv_length (names), 12);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (names[i], strcspn (names[i], " "));
      g_autofree char *rule = g_strdup_printf (".%s td:nth-child(1)::before{", name);

      ck_assert_msg (strstr (style->str, rule) != NULL, "%s", rule);
    }
}
END_TEST

/* The tables stand before the sections they lead to. */
START_TEST (tables_link_to_the_customers)
{
  g_autoptr (Report) report = sample_page_of_many (3, 2, 3);
  g_autoptr (GString) body = body_of (report);
  const char *link = strstr (body->str, "<a href=\"#c1\">");

  ck_assert_ptr_nonnull (link);
  ck_assert (link < strstr (body->str, "id=\"c1\""));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-html-sections");
  TCase *tests = tcase_create ("report-html-sections");

  tcase_add_test (tests, the_navigation_leads_to_each_section_in_their_order);
  tcase_add_test (tests, each_section_has_a_heading_even_if_there_is_nothing_to_tell);
  tcase_add_test (tests, each_table_of_the_page_has_its_style);
  tcase_add_test (tests, tables_link_to_the_customers);
  suite_add_tcase (suite, tests);
  return suite;
}

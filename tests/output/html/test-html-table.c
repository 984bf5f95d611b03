/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-table.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const HtmlColumn columns[] = {
  { "Customer", HTML_COLUMN_TEXT },
  { "Amount", HTML_COLUMN_NUMBER },
  { "Finding", HTML_COLUMN_WIDE },
};

static const HtmlTable table = { "t", columns, G_N_ELEMENTS (columns) };

START_TEST (a_table_has_head_and_name)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_table_begin (out, &table, "Tie-out", TRUE);
  html_table_end (out);
  ck_assert_str_eq (out->str,
                    "<div class=\"scroll\"><table class=\"t sorts\" aria-label=\"Tie-out\">\n"
                    "<thead><tr><th scope=\"col\">Customer</th><th scope=\"col\" class=\"n\">Amount"
                    "</th><th scope=\"col\">Finding</th></tr></thead>\n<tbody>\n"
                    "</tbody></table></div>\n");
}
END_TEST

START_TEST (the_style_aligns_numbers_and_names_cells)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_table_append_style (out, &table);
  ck_assert_str_eq (out->str, ".t td:nth-child(2){text-align:right;white-space:nowrap}\n"
                              "@media screen and (max-width:46em){\n"
                              ".t td:nth-child(1)::before{content:\"Customer\"}\n"
                              ".t td:nth-child(2)::before{content:\"Amount\"}\n"
                              ".t td:nth-child(3)::before{content:\"Finding\"}\n"
                              ".t td:nth-child(3){grid-column:1/-1}\n"
                              "}\n");
}
END_TEST

START_TEST (tools_are_hidden_until_a_script_shows_them)
{
  static const char *const options[] = { "error", "notice", NULL };
  g_autoptr (GString) out = g_string_new (NULL);

  html_table_append_tools (out, "Severity", 3, options);
  ck_assert (g_str_has_prefix (out->str, "<div class=\"tools\" hidden>"));
  ck_assert_ptr_nonnull (strstr (out->str, "<select data-column=\"3\"><option value=\"\">all"
                                           "</option><option>error</option><option>notice"
                                           "</option></select>"));
  g_string_truncate (out, 0);
  html_table_append_tools (out, NULL, 0, NULL);
  ck_assert_ptr_null (strstr (out->str, "<select"));
}
END_TEST

START_TEST (what_is_left_out_is_told)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_table_append_rest (out, 5, 5, "the others", REPORT_TIE_OUT);
  ck_assert_str_eq (out->str, "");
  html_table_append_rest (out, 5, 60, "those that agree are left out", REPORT_TIE_OUT);
  html_table_append_rest (out, 0, 1, NULL, REPORT_TOTALS);
  ck_assert_str_eq (out->str, "<p class=\"rest\">Shown: 5 of 60 rows; those that agree are left "
                              "out. All of them are in <code>tieout.csv</code> of the report "
                              "pack.</p>\n"
                              "<p class=\"rest\">Shown: 0 of 1 rows. All of them are in "
                              "<code>report.json</code> of the report pack.</p>\n");
  g_string_assign (out, "ab");
  html_table_insert_rest (out, 1, 5, 6, NULL, REPORT_TIE_OUT);
  ck_assert (g_str_has_prefix (out->str, "a<p class=\"rest\">Shown: 5 of 6"));
  ck_assert (g_str_has_suffix (out->str, "</p>\nb"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("html-table");
  TCase *tests = tcase_create ("html-table");

  tcase_add_test (tests, a_table_has_head_and_name);
  tcase_add_test (tests, the_style_aligns_numbers_and_names_cells);
  tcase_add_test (tests, tools_are_hidden_until_a_script_shows_them);
  tcase_add_test (tests, what_is_left_out_is_told);
  suite_add_tcase (suite, tests);
  return suite;
}

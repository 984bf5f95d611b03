/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-table.h"
#include "sample-language.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const HtmlColumn columns[] = {
  { "Customer", HTML_COLUMN_TEXT },
  { "Amount", HTML_COLUMN_NUMBER },
  { "Finding", HTML_COLUMN_WIDE },
  { "Month", HTML_COLUMN_FIXED },
};

static const HtmlTable table = { "t", columns, G_N_ELEMENTS (columns) };

START_TEST (a_table_has_head_and_name)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_table_begin (out, NULL, &table, "Tie-out", TRUE);
  html_table_end (out);
  ck_assert_str_eq (
      out->str,
      "<div class=\"scroll\"><table class=\"t sorts\" aria-label=\"Tie-out\">\n"
      "<thead><tr><th scope=\"col\">Customer</th><th scope=\"col\" class=\"n\">Amount"
      "</th><th scope=\"col\">Finding</th><th scope=\"col\">Month</th></tr></thead>\n<tbody>\n"
      "</tbody></table></div>\n");
}
END_TEST

START_TEST (the_style_aligns_numbers_and_names_cells)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_table_append_style (out, NULL, &table);
  ck_assert_str_eq (out->str, ".t td:nth-child(2){text-align:right;white-space:nowrap}\n"
                              ".t td:nth-child(4){white-space:nowrap}\n"
                              "@media screen and (max-width:46em){\n"
                              ".t td:nth-child(1)::before{content:\"Customer\"}\n"
                              ".t td:nth-child(2)::before{content:\"Amount\"}\n"
                              ".t td:nth-child(3)::before{content:\"Finding\"}\n"
                              ".t td:nth-child(3){grid-column:1/-1}\n"
                              ".t td:nth-child(4)::before{content:\"Month\"}\n"
                              "}\n");
}
END_TEST

START_TEST (tools_are_hidden_until_a_script_shows_them)
{
  static const char *const options[] = { "error", "notice", NULL };
  const HtmlChoice choice = { "Severity", "severity", 3, options };
  g_autoptr (GString) out = g_string_new (NULL);

  html_table_append_tools (out, NULL, &choice, 1);
  ck_assert (g_str_has_prefix (out->str, "<div class=\"tools\" hidden>"));
  ck_assert_ptr_nonnull (strstr (out->str, "<select name=\"severity\" data-column=\"3\"><option "
                                           "value=\"\">all</option><option>error</option>"
                                           "<option>notice</option></select>"));
  g_string_truncate (out, 0);
  html_table_append_tools (out, NULL, NULL, 0);
  ck_assert_ptr_null (strstr (out->str, "<select"));
}
END_TEST

/* Four bytes each: "r0: ", "r1: " ... */
static void
append_row (GString *out, gconstpointer data, gsize index)
{
  g_string_append_printf (out, "%s%" G_GSIZE_FORMAT ": ", (const char *) data, index);
}

static const struct
{
  gsize count, bytes_max;
  gsize until, fitting; /* rows shown */
} shares[] = {
  { 0, 100, 0, 0 }, { 3, 100, 3, 3 }, { 3, 12, 3, 3 }, { 3, 11, 3, 2 },
  { 3, 9, 3, 2 },   { 3, 8, 2, 2 },   { 3, 1, 1, 0 },  { 3, 0, 0, 0 },
  { 9, 13, 4, 3 },  { 9, 16, 4, 4 },  { 9, 17, 5, 4 }, { 9, 1000000, 9, 9 },
};

/* What stood before counts in no share. */
START_TEST (a_table_ends_where_its_share_does)
{
  const HtmlRows rows = { append_row, "r", shares[_i].count };
  g_autoptr (GString) until = g_string_new ("a table: ");
  g_autoptr (GString) fitting = g_string_new ("a table: ");
  const gsize begin = until->len;

  ck_assert_uint_eq (html_table_append_rows (until, &rows, shares[_i].bytes_max), shares[_i].until);
  ck_assert_uint_eq (until->len, begin + 4 * shares[_i].until);
  ck_assert_uint_eq (html_table_append_fitting_rows (fitting, &rows, shares[_i].bytes_max),
                     shares[_i].fitting);
  ck_assert_uint_eq (fitting->len, begin + 4 * shares[_i].fitting);
  ck_assert_uint_le (fitting->len - begin, shares[_i].bytes_max);
  ck_assert (g_str_has_prefix (until->str, fitting->str));
  ck_assert_uint_eq (html_table_count_fitting_rows (&rows, shares[_i].bytes_max),
                     shares[_i].fitting);
}
END_TEST

START_TEST (what_is_left_out_is_told)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_table_append_rest (out, NULL, 5, 5, "the others", REPORT_TIE_OUT);
  ck_assert_str_eq (out->str, "");
  html_table_append_rest (out, NULL, 5, 60, "those that agree are left out", REPORT_TIE_OUT);
  html_table_append_rest (out, NULL, 0, 1, NULL, REPORT_TOTALS);
  ck_assert_str_eq (out->str, "<p class=\"rest\">Shown: 5 of 60 rows; those that agree are left "
                              "out. All of them are in <code>tieout.csv</code> of the report "
                              "pack.</p>\n"
                              "<p class=\"rest\">Shown: 0 of 1 row. All of them are in "
                              "<code>report.json</code> of the report pack.</p>\n");
}
END_TEST

/* An address of a view, and what the script chooses by, is the same in every language. */
START_TEST (programs_find_english_names_in_every_language)
{
  static const HtmlColumn amount[] = { { "Amount", HTML_COLUMN_NUMBER } };
  static const HtmlTable one = { "t", amount, 1 };
  static const char *const words[] = { "differs", NULL };
  const HtmlChoice choice = { "Result", "result", 7, words };
  g_autoptr (GString) out = g_string_new (NULL);

  html_table_begin (out, sample_language ("ja"), &one, "Label", TRUE);
  ck_assert_ptr_nonnull (strstr (out->str, "<th scope=\"col\" class=\"n\" data-name=\"Amount\">"));
  html_table_append_tools (out, sample_language ("ja"), &choice, 1);
  ck_assert_ptr_nonnull (strstr (out->str, "<option value=\"differs\">"));
  ck_assert_ptr_nonnull (strstr (out->str, "<select name=\"result\" data-column=\"7\">"));
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
  tcase_add_loop_test (tests, a_table_ends_where_its_share_does, 0, G_N_ELEMENTS (shares));
  tcase_add_test (tests, what_is_left_out_is_told);
  tcase_add_test (tests, programs_find_english_names_in_every_language);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "output/table/csv-text.h"

static const struct
{
  const char *text;
  const char *cell;
} cells[] = {
  { NULL, "" },
  { "", "" },
  { "Contoso", "Contoso" },
  { "a,b", "\"a,b\"" },
  { "say \"x\"", "\"say \"\"x\"\"\"" },
  { "two\nlines", "\"two\nlines\"" },
  { "two\rlines", "\"two\rlines\"" },
  { "=1+2", "'=1+2" },
  { "-1,5", "\"'-1,5\"" },
  { "100 % of", "100 % of" },
  /* what a spreadsheet passes over before it looks */
  { " =1+2", "' =1+2" },
  { "\xe2\x80\x8b@cmd", "'\xe2\x80\x8b@cmd" },
  { "\xef\xbb\xbf+1", "'\xef\xbb\xbf+1" },
  { "\xef\xbc\x9d"
    "1+2",
    "'\xef\xbc\x9d"
    "1+2" },
  { "\tabc", "'\tabc" },
  { "\rabc", "\"'\rabc\"" },
  { " abc", " abc" },
  { "\xff", "\xef\xbf\xbd" },
};

START_TEST (a_cell_is_valid_quoted_where_it_must_be_and_no_formula)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  csv_text_write (cells[_i].text, sink);
  ck_assert_str_eq (text->str, cells[_i].cell);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("csv-text");
  TCase *tests = tcase_create ("csv-text");

  tcase_add_loop_test (tests, a_cell_is_valid_quoted_where_it_must_be_and_no_formula, 0,
                       G_N_ELEMENTS (cells));
  suite_add_tcase (suite, tests);
  return suite;
}

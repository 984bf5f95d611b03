/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/csv-judge.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

/* Lines in, "[a][b]" out; "?" while the record goes on; what is wrong, with "record: " before it
 * when the line of the record is to be named. */
static char *
judged (CsvJudge *judge, const char *const *lines)
{
  g_autoptr (GString) out = g_string_new (NULL);

  csv_judge_begin (judge);
  for (; *lines != NULL; lines++)
    {
      const CsvFault fault = csv_judge_take_line (judge, (Slice){ *lines, strlen (*lines) });

      if (fault.what != NULL)
        {
          g_string_append_printf (out, "%s%.16s", fault.is_of_record ? "record: " : "", fault.what);
          break;
        }
      if (!csv_judge_has_row (judge))
        g_string_append_c (out, '?');
    }
  if (csv_judge_has_row (judge))
    {
      guint count;
      const Slice *cells = csv_judge_cells (judge, &count);

      for (guint i = 0; i < count; i++)
        g_string_append_printf (out, "[%.*s]", (int) cells[i].length, cells[i].text);
    }
  return g_strdup (out->str);
}

#define LINES(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
check_judged (CsvJudge *judge, const char *const *lines, const char *expected)
{
  g_autofree char *found = judged (judge, lines);

  ck_assert_str_eq (found, expected);
}

START_TEST (records_are_cut_into_cells)
{
  g_autoptr (CsvJudge) judge = csv_judge_new (',');

  check_judged (judge, LINES ("a,b\n"), "[a][b]");
  check_judged (judge, LINES ("\"a\"\"\",\r\n"), "[a\"][]");
  check_judged (judge, LINES ("a,\"b\n", "\n", "c\",d\n"), "??[a][b\n\nc][d]");
  check_judged (judge, LINES ("\n"), "?"); /* blank lines are none */
  check_judged (judge, LINES ("\"\"\n"), "[]");
}
END_TEST

START_TEST (what_is_wrong_is_told)
{
  static const struct
  {
    const char *lines[3];
    const char *expected;
  } cases[] = {
    { { "a\"b\n", NULL }, "a quote inside a" },
    { { "\"a\"b\n", NULL }, "text after a clo" },
    { { "\"a\n", "b\" ,c\n", NULL }, "?text after a clo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CsvJudge) judge = csv_judge_new (',');

      check_judged (judge, cases[i].lines, cases[i].expected);
    }
}
END_TEST

START_TEST (the_end_of_the_text_ends_a_record_or_shows_an_open_quote)
{
  g_autoptr (CsvJudge) judge = csv_judge_new (';');
  guint count;

  csv_judge_begin (judge);
  ck_assert_ptr_null (csv_judge_take_line (judge, (Slice){ "a;\"b\"\"\"", 7 }).what);
  ck_assert_ptr_null (csv_judge_finish (judge).what);
  ck_assert (csv_judge_has_row (judge));
  ck_assert_int_eq (csv_judge_cells (judge, &count)[1].text[0], 'b');
  ck_assert_uint_eq (count, 2);

  csv_judge_begin (judge);
  ck_assert_ptr_null (csv_judge_take_line (judge, (Slice){ "\"a\n", 3 }).what);
  const CsvFault fault = csv_judge_finish (judge);
  ck_assert (g_str_has_prefix (fault.what, "quote opened here"));
  ck_assert (fault.is_of_record);
}
END_TEST

START_TEST (a_line_can_name_the_separator)
{
  g_autoptr (CsvJudge) judge = csv_judge_new (',');

  ck_assert_int_eq (csv_judge_separator (judge), ',');
  ck_assert (!csv_judge_take_sep_line (judge, (Slice){ "a,b", 3 }));
  ck_assert (csv_judge_take_sep_line (judge, (Slice){ "sep=|", 5 }));
  ck_assert_int_eq (csv_judge_separator (judge), '|');
  check_judged (judge, LINES ("a,b|c\n"), "[a,b][c]");
  ck_assert (csv_judge_take_sep_line (judge, (Slice){ "sep=\xc2\xa6", 6 }));
  ck_assert_int_eq (csv_judge_separator (judge), '\0');
  check_judged (judge, LINES ("a|b\xc2\xa6\"\xc2\xa6\"\"\"\n"), "[a|b][\xc2\xa6\"]");
}
END_TEST

START_TEST (freeing_nothing_is_fine) { csv_judge_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("csv-judge");
  TCase *tcase = tcase_create ("csv-judge");

  tcase_add_test (tcase, records_are_cut_into_cells);
  tcase_add_test (tcase, what_is_wrong_is_told);
  tcase_add_test (tcase, the_end_of_the_text_ends_a_record_or_shows_an_open_quote);
  tcase_add_test (tcase, a_line_can_name_the_separator);
  tcase_add_test (tcase, freeing_nothing_is_fine);
  suite_add_tcase (suite, tcase);
  return suite;
}

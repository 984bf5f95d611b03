/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/line-fault.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const struct
{
  const char *line;
  gboolean is_quoted;
  const char *fault; /* its beginning; NULL: none */
} lines[] = {
  { "", FALSE, NULL },
  { "a,b", FALSE, NULL },
  { "\xc3\xbc", FALSE, NULL },
  { "\xc3", FALSE, "invalid UTF-8" },
  { "a\rb", FALSE, "a lone carriage return" },
  { "a\rb", TRUE, NULL },
  { "a\"\rb", TRUE, "a lone carriage return" },
  { "\"a\rb\"", FALSE, NULL },
  { "\"a\"\rb", FALSE, "a lone carriage return" },
};

START_TEST (a_line_is_text_without_lone_returns)
{
  const char *fault = line_fault (slice_of (lines[_i].line), lines[_i].is_quoted);

  ck_assert_int_eq (fault != NULL, lines[_i].fault != NULL);
  if (fault != NULL)
    ck_assert (g_str_has_prefix (fault, lines[_i].fault));
}
END_TEST

START_TEST (a_nul_byte_is_named_before_what_is_no_utf_8)
{
  ck_assert (g_str_has_prefix (line_fault ((Slice){ "\xff\0", 2 }, FALSE), "a NUL byte"));
}
END_TEST

START_TEST (one_line_end_is_taken_off)
{
  static const struct
  {
    const char *line;
    gsize length;
  } ends[] = { { "", 0 },      { "\n", 0 },      { "\r\n", 0 }, { "\r", 1 },
               { "a\r\n", 1 }, { "a\n\r\n", 2 }, { "a\r", 2 },  { "a\r\r\n", 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    ck_assert_uint_eq (line_fault_without_end (slice_of (ends[i].line)).length, ends[i].length);
}
END_TEST

START_TEST (marks_are_told)
{
  ck_assert_uint_eq (line_fault_mark_length (slice_of ("\xef\xbb\xbf")), 3);
  ck_assert_uint_eq (line_fault_mark_length (slice_of ("\xef\xbb")), 0);
  ck_assert_uint_eq (line_fault_mark_length (slice_of ("abc")), 0);
  ck_assert_ptr_nonnull (line_fault_of_mark (slice_of ("\xff\xfe")));
  ck_assert_ptr_nonnull (line_fault_of_mark (slice_of ("\xfe\xff")));
  ck_assert_ptr_null (line_fault_of_mark (slice_of ("\xef\xbb\xbf")));
  ck_assert_ptr_null (line_fault_of_mark (slice_of ("\xff")));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("line-fault");
  TCase *tests = tcase_create ("line-fault");

  tcase_add_loop_test (tests, a_line_is_text_without_lone_returns, 0, G_N_ELEMENTS (lines));
  tcase_add_test (tests, a_nul_byte_is_named_before_what_is_no_utf_8);
  tcase_add_test (tests, one_line_end_is_taken_off);
  tcase_add_test (tests, marks_are_told);
  suite_add_tcase (suite, tests);
  return suite;
}

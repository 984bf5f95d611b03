/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/sep-line.h"
#include "test-main.h"

#include <check.h>

static const struct
{
  const char *line;
  const char *separator; /* NULL: it is no such line */
} lines[] = {
  { "sep=,", "," },
  { "sep=;", ";" },
  { "SEP=|", "|" },
  { "Sep=\t", "\t" },
  { "sep= ", " " },
  { "sep==", "=" },
  { "sep=x", "x" },
  { "sep=\xc2\xa6", "\xc2\xa6" },
  { "sep=\xe2\x80\x96", "\xe2\x80\x96" },
  { "sep=\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80" },
  { "sep=", NULL },
  { "sep=;;", NULL },
  { "sep=; ", NULL },
  { " sep=;", NULL },
  { "sep =;", NULL },
  { "sep;", NULL },
  { "step=;", NULL },
  { "\"sep=;\"", NULL },
  { "sep=\"", NULL },
  { "sep=\r", NULL },
  { "sep=\xff", NULL },
  { "sep=\xc2", NULL },
  { "sep=\xc2\xa6\xc2\xa6", NULL },
  { "", NULL },
};

START_TEST (a_line_names_one_character)
{
  SepLine line = { 0 };

  ck_assert_int_eq (sep_line_take (&line, slice_of (lines[_i].line)), lines[_i].separator != NULL);
  if (lines[_i].separator != NULL)
    {
      ck_assert_uint_eq (line.length, strlen (lines[_i].separator));
      ck_assert_mem_eq (line.bytes, lines[_i].separator, line.length);
    }
  sep_line_clear (&line);
}
END_TEST

START_TEST (a_line_of_nul_is_none)
{
  SepLine line = { 0 };

  ck_assert (!sep_line_take (&line, (Slice){ "sep=\0", 5 }));
}
END_TEST

START_TEST (a_separator_of_one_byte_stays)
{
  SepLine line = { 0 };
  char room[8];

  ck_assert (sep_line_take (&line, slice_of ("sep=|")));
  const Slice text = slice_of ("a|b");
  const Slice shortened = sep_line_shorten (&line, text);

  ck_assert_int_eq (sep_line_byte (&line), '|');
  ck_assert_ptr_eq (shortened.text, text.text);
  ck_assert_uint_eq (sep_line_store (&line, text, room), 3);
  ck_assert_mem_eq (room, "a|b", 3);
}
END_TEST

START_TEST (one_byte_stands_for_several)
{
  SepLine line = { 0 };
  char room[16];

  ck_assert (sep_line_take (&line, slice_of ("sep=\xc2\xa6")));
  const Slice text = slice_of ("\xc2\xa6\xc2\xa7\xc2\xa6");
  const Slice shortened = sep_line_shorten (&line, text);

  ck_assert_int_eq (sep_line_byte (&line), '\xff');
  ck_assert_uint_eq (shortened.length, 4);
  ck_assert_mem_eq (shortened.text, "\xff\xc2\xa7\xff", 4);
  ck_assert_uint_eq (sep_line_store (&line, shortened, room), text.length);
  ck_assert_mem_eq (room, text.text, text.length);
  ck_assert_uint_eq (sep_line_shorten (&line, slice_of ("a")).length, 1);
  sep_line_clear (&line);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("sep-line");
  TCase *tests = tcase_create ("sep-line");

  tcase_add_loop_test (tests, a_line_names_one_character, 0, G_N_ELEMENTS (lines));
  tcase_add_test (tests, a_line_of_nul_is_none);
  tcase_add_test (tests, a_separator_of_one_byte_stays);
  tcase_add_test (tests, one_byte_stands_for_several);
  suite_add_tcase (suite, tests);
  return suite;
}

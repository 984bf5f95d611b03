/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/visible-text.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const struct
{
  const char *text;
  gsize width;
  const char *visible, *guarded;
} texts[] = {
  { NULL, 60, "", "" },
  { "", 60, "", "" },
  { "Contoso", 60, "Contoso", "Contoso" },
  { "caf\xc3\xa9 <&>", 60, "caf\xc3\xa9 <&>", "caf\xc3\xa9 <&>" }, /* escaped by no form */
  { "bell\a", 60, "bell\\x07", "bell\\x07" },
  { "no UTF-8: \xff", 60, "no UTF-8: \\xFF", "no UTF-8: \\xFF" },
  { "turned \xe2\x80\xae round", 60, "turned \\u202E round", "turned \\u202E round" },
  { "=1+1", 60, "=1+1", "'=1+1" },
  { "\t=1", 60, "\\x09=1", "\\x09=1" }, /* what is shown is no formula any more */
  { "abcdefghij", 10, "abcdefghij", "abcdefghij" },
  { "abcdefghijk", 10, "abcdef\xe2\x80\xa6ijk", "abcdef\xe2\x80\xa6ijk" },
  { "=bcdefghij", 10, "=bcdefghij", "'=bcdefghij" },
};

START_TEST (a_text_is_made_visible_and_guarded_where_that_is_asked_for)
{
  g_autofree char *visible = visible_text (texts[_i].text, texts[_i].width);
  g_autofree char *guarded = visible_text_guarded (texts[_i].text, texts[_i].width);

  ck_assert_str_eq (visible, texts[_i].visible);
  ck_assert_str_eq (guarded, texts[_i].guarded);
}
END_TEST

START_TEST (what_takes_no_column_is_cut_by_bytes_but_never_within_a_character)
{
  g_autoptr (GString) marks = g_string_new ("a");

  for (guint i = 0; i < 1000; i++)
    g_string_append (marks, "\xcc\x81");
  for (gsize width = 3; width < 20; width++)
    {
      g_autofree char *visible = visible_text (marks->str, width);

      ck_assert_uint_le (strlen (visible), 8 * width);
      ck_assert_uint_gt (strlen (visible), 8 * width - 2);
      ck_assert (g_utf8_validate (visible, -1, NULL));
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("visible-text");
  TCase *tests = tcase_create ("visible-text");

  tcase_add_loop_test (tests, a_text_is_made_visible_and_guarded_where_that_is_asked_for, 0,
                       G_N_ELEMENTS (texts));
  tcase_add_test (tests, what_takes_no_column_is_cut_by_bytes_but_never_within_a_character);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/text-style.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static void
assert_styled (gboolean colour, TextEmphasis emphasis, const char *text, const char *expected)
{
  TextStyle style = { .width = 80, .colour = colour };
  g_autoptr (GString) out = g_string_new (">");

  text_style_append (&style, emphasis, text, out);
  ck_assert_str_eq (out->str + 1, expected);
}

START_TEST (colour_is_used_only_when_asked_for)
{
  assert_styled (FALSE, TEXT_ERROR, "differs", "differs");
  assert_styled (TRUE, TEXT_ERROR, "differs", "\033[31mdiffers\033[0m");
  assert_styled (TRUE, TEXT_PLAIN, "differs", "differs");
  assert_styled (TRUE, TEXT_DIM, "", "");
}
END_TEST

START_TEST (every_line_is_coloured_on_its_own)
{
  assert_styled (TRUE, TEXT_TITLE, "one\n\ntwo\n", "\033[1mone\033[0m\n\n\033[1mtwo\033[0m\n");
}
END_TEST

/* A currency in a verdict once reached the terminal as it was read. */
START_TEST (a_title_is_one_printable_line)
{
  const TextStyle style = { .width = 80 };
  g_autoptr (GString) out = g_string_new (NULL);

  text_style_append_title (&style, "1.00 \033[2J\nUSD\xe2\x80\xae", out);
  ck_assert_ptr_null (strpbrk (out->str, "\033"));
  ck_assert_ptr_null (strstr (out->str, "\xe2\x80\xae"));
  ck_assert_ptr_eq (strchr (out->str, '\n'), out->str + out->len - 1);
}
END_TEST

START_TEST (a_tiny_width_counts_as_the_least)
{
  TextStyle tiny = { .width = 0 }, wide = { .width = 120 };

  ck_assert_uint_eq (text_style_width (&tiny), TEXT_WIDTH_MIN);
  ck_assert_uint_eq (text_style_width (&wide), 120);
}
END_TEST

START_TEST (long_lists_have_a_limit_unless_all_is_wanted)
{
  const TextStyle some = { .width = 80 }, all = { .width = 80, .all = TRUE };
  g_autoptr (GString) out = g_string_new (NULL);

  ck_assert_uint_eq (text_style_limit (&some, 40), 40);
  ck_assert_uint_eq (text_style_limit (&all, 40), G_MAXSIZE);
  text_style_append_more (&some, 40, 40, out);
  text_style_append_more (&all, 5000, 40, out);
  ck_assert_str_eq (out->str, "");
  text_style_append_more (&some, 5000, 40, out);
  ck_assert_str_eq (out->str, "and 4,960 more; --all lists them\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("text-style");
  TCase *tcase = tcase_create ("text-style");

  tcase_add_test (tcase, colour_is_used_only_when_asked_for);
  tcase_add_test (tcase, every_line_is_coloured_on_its_own);
  tcase_add_test (tcase, a_title_is_one_printable_line);
  tcase_add_test (tcase, a_tiny_width_counts_as_the_least);
  tcase_add_test (tcase, long_lists_have_a_limit_unless_all_is_wanted);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-html-part.h"
#include "test-main.h"

#include <check.h>

START_TEST (words_are_escaped_and_markup_is_not)
{
  g_autoptr (GString) out = g_string_new (NULL);

  statement_html_part_words (out, "<b>", "\"R&D\" <it's>", "</b>");
  ck_assert_str_eq (out->str, "<b>&quot;R&amp;D&quot; &lt;it&#39;s&gt;</b>");
}
END_TEST

START_TEST (each_note_is_a_paragraph)
{
  g_autoptr (GString) out = g_string_new (NULL);
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (notes, g_strdup ("one"));
  g_ptr_array_add (notes, g_strdup ("2 < 3"));
  statement_html_part_notes (out, notes);
  ck_assert_str_eq (out->str, "<p class=\"note\">one</p>\n<p class=\"note\">2 &lt; 3</p>\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement-html-part");
  TCase *tests = tcase_create ("statement-html-part");

  tcase_add_test (tests, words_are_escaped_and_markup_is_not);
  tcase_add_test (tests, each_note_is_a_paragraph);
  suite_add_tcase (suite, tests);
  return suite;
}

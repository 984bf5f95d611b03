/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-texts.h"
#include "test-main.h"

#include <check.h>

START_TEST (a_text_is_kept_once_while_it_is_recent)
{
  g_autoptr (ReportTexts) texts = report_texts_new ();
  char text[] = "contoso";
  const char *copy = report_texts_add (texts, text);

  ck_assert_ptr_ne (copy, text);
  ck_assert_ptr_eq (report_texts_add (texts, "contoso"), copy);
  text[0] = 'X';
  ck_assert_str_eq (copy, "contoso");
  ck_assert_ptr_null (report_texts_add (texts, ""));
  ck_assert_ptr_null (report_texts_add (texts, NULL));
}
END_TEST

START_TEST (a_text_of_a_book_is_found_by_where_it_stands)
{
  static const char first[] = "contoso", second[] = "fabrikam";
  g_autoptr (ReportTexts) texts = report_texts_new ();
  const char *copy = report_texts_add_of_book (texts, first);

  ck_assert_str_eq (report_texts_add_of_book (texts, second), second);
  ck_assert_ptr_eq (report_texts_add_of_book (texts, first), copy);
  ck_assert_ptr_null (report_texts_add_of_book (texts, NULL));
}
END_TEST

/* What was taken had itself taken some. */
START_TEST (texts_that_are_taken_live_on)
{
  g_autoptr (ReportTexts) texts = report_texts_new ();
  ReportTexts *middle = report_texts_new (), *last = report_texts_new ();
  const char *copies[]
      = { report_texts_add (texts, "a"), report_texts_add (middle, "b"),
          report_texts_add (last, "c"), g_string_chunk_insert (report_texts_chunk (last), "d") };

  report_texts_take (middle, last);
  report_texts_take (texts, middle);
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      const char expected[] = { (char) ('a' + i), '\0' };
      ck_assert_str_eq (copies[i], expected);
    }
  report_texts_free (NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-texts");
  TCase *tests = tcase_create ("report-texts");

  tcase_add_test (tests, a_text_is_kept_once_while_it_is_recent);
  tcase_add_test (tests, a_text_of_a_book_is_found_by_where_it_stands);
  tcase_add_test (tests, texts_that_are_taken_live_on);
  suite_add_tcase (suite, tests);
  return suite;
}

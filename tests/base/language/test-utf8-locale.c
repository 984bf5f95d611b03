/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/language/utf8-locale.h"
#include "base/worker.h"
#include "test-main.h"

#include <check.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <wchar.h>

static void
set_up (void)
{
  ck_assert_ptr_nonnull (setlocale (LC_ALL, "C"));
}

START_TEST (texts_are_utf_8_until_it_is_left)
{
  Utf8Locale self;
  wchar_t wide[4];

  ck_assert_str_ne (nl_langinfo (CODESET), "UTF-8");
  utf8_locale_enter (&self);
  ck_assert_str_eq (nl_langinfo (CODESET), "UTF-8");
  ck_assert_uint_eq (mbstowcs (wide, "\xc3\xa4", 4), 1);
  utf8_locale_leave (&self);
  ck_assert_str_ne (nl_langinfo (CODESET), "UTF-8");
  ck_assert_ptr_eq (uselocale ((locale_t) 0), LC_GLOBAL_LOCALE);
  ck_assert_str_eq (setlocale (LC_ALL, NULL), "C");
}
END_TEST

static gpointer
look (gpointer data)
{
  return g_str_equal (nl_langinfo (CODESET), "UTF-8") ? data : NULL;
}

START_TEST (workers_have_that_of_who_starts_them)
{
  Utf8Locale self;
  int mark;

  utf8_locale_enter (&self);
  Worker *inside = worker_try_start ("inside", look, &mark);
  ck_assert_ptr_eq (worker_finish (inside), &mark);
  utf8_locale_leave (&self);
  Worker *outside = worker_try_start ("outside", look, &mark);
  ck_assert_ptr_null (worker_finish (outside));
}
END_TEST

START_TEST (a_locale_of_the_threads_own_comes_back)
{
  const locale_t own = newlocale (LC_ALL_MASK, "C", (locale_t) 0);
  Utf8Locale self;

  ck_assert_ptr_eq (uselocale (own), LC_GLOBAL_LOCALE);
  utf8_locale_enter (&self);
  utf8_locale_leave (&self);
  ck_assert_ptr_eq (uselocale (LC_GLOBAL_LOCALE), own);
  freelocale (own);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("utf8-locale");
  TCase *tests = tcase_create ("utf8-locale");

  tcase_add_checked_fixture (tests, set_up, NULL);
  tcase_add_test (tests, texts_are_utf_8_until_it_is_left);
  tcase_add_test (tests, workers_have_that_of_who_starts_them);
  tcase_add_test (tests, a_locale_of_the_threads_own_comes_back);
  suite_add_tcase (suite, tests);
  return suite;
}

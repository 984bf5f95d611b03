/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "output/text/finding/severity-words.h"

START_TEST (one_and_many)
{
  ck_assert_str_eq (severity_words_count (NULL, SEVERITY_ERROR, 1), "%s error");
  ck_assert_str_eq (severity_words_count (NULL, SEVERITY_ERROR, 2), "%s errors");
  ck_assert_str_eq (severity_words_count (NULL, SEVERITY_WARNING, 0), "%s warnings");
  ck_assert_str_eq (severity_words_count (NULL, SEVERITY_NOTICE, 1), "%s notice");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("severity-words");
  TCase *all = tcase_create ("all");

  tcase_add_test (all, one_and_many);
  suite_add_tcase (suite, all);
  return suite;
}

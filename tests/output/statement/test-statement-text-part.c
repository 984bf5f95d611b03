/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-text-part.h"
#include "test-main.h"

#include <check.h>

START_TEST (a_fact_stands_behind_its_label)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const StatementText self = { .out = out };

  statement_text_part_fact (&self, "As of", "31 October 2026");
  statement_text_part_fact (&self, "Period", NULL);
  statement_text_part_foreign (&self, "A label of thirty-one characters", "=x");
  statement_text_part_fact (&self, "\xe5\xae\xa2", "two columns");
  ck_assert_str_eq (out->str, "As of                 31 October 2026\n"
                              "A label of thirty-one characters '=x\n"
                              "\xe5\xae\xa2                    two columns\n");
}
END_TEST

START_TEST (a_heading_is_underlined_and_a_paragraph_wrapped)
{
  g_autoptr (GString) out = g_string_new (NULL);

  statement_text_part_heading (out, "\xe5\xae\xa2 x");
  statement_text_part_wrapped (out, "word");
  ck_assert_str_eq (out->str, "\n\xe5\xae\xa2 x\n----\nword\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement-text-part");
  TCase *tests = tcase_create ("statement-text-part");

  tcase_add_test (tests, a_fact_stands_behind_its_label);
  tcase_add_test (tests, a_heading_is_underlined_and_a_paragraph_wrapped);
  suite_add_tcase (suite, tests);
  return suite;
}

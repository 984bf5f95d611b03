/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/language/language-fill.h"

static const struct
{
  const char *format, *filled;
} cases[] = {
  { "", "" },
  { "as it is", "as it is" },
  { "%s of %s", "one of two" },
  { "%2$s, of which %1$s", "two, of which one" },
  { "%1$s and %1$s", "one and one" },
  { "%s%s%s", "onetwo" },
  { "5 %% of %s", "5 % of one" },
  { "%u and %", "%u and %" },
  { "%9$s.", "." },
  { "%0$s", "%0$s" },
};

START_TEST (placeholders_are_filled)
{
  static const char *const texts[] = { "one", "two", NULL };
  g_autoptr (GString) out = g_string_new (NULL);

  language_fill (out, cases[_i].format, texts, G_N_ELEMENTS (texts));
  ck_assert_str_eq (out->str, cases[_i].filled);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("language-fill");
  TCase *all = tcase_create ("all");

  tcase_add_loop_test (all, placeholders_are_filled, 0, G_N_ELEMENTS (cases));
  suite_add_tcase (suite, all);
  return suite;
}

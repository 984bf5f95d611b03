/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/verify-text.h"
#include "test-main.h"

#include <check.h>

static char *
text_of (const VerifyBreach *breach)
{
  g_autoptr (Report) report = verification_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  if (breach != NULL)
    verification_add (report, breach);
  verification_end (report);
  verify_text_render (report, NULL, out);
  return g_strdup (out->str);
}

START_TEST (each_breach_is_a_line)
{
  const VerifyBreach breaches[] = {
    { .what = "hash differs", .n = 3 },
    { .what = "content differs", .month = calendar_month (2026, 9), .version = 1 },
    { .what = "input a\nb is not among the files", .month = calendar_month (2026, 9) },
    { .what = "seal differs", .month = calendar_month (2026, 9), .version = 2, .n = 4 },
    { .what = "database: page 4" },
  };
  static const char *const texts[] = {
    "event 3: hash differs\n",
    "2026-09 version 1: content differs\n",
    "2026-09: input a\\x0Ab is not among the files\n",
    "2026-09 version 2: seal differs\n",
    "database: page 4\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (breaches); i++)
    {
      g_autofree char *text = text_of (&breaches[i]);
      ck_assert_str_eq (text, texts[i]);
    }
}
END_TEST

START_TEST (that_there_is_none_is_said)
{
  g_autofree char *text = text_of (NULL);

  ck_assert_str_eq (text, "The history is sound.\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("verify-text");
  TCase *tcase = tcase_create ("verify-text");

  tcase_add_test (tcase, each_breach_is_a_line);
  tcase_add_test (tcase, that_there_is_none_is_said);
  suite_add_tcase (suite, tcase);
  return suite;
}

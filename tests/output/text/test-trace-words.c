/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/trace-words.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static const struct
{
  const char *files[3];
  const char *folder;
} folders[] = {
  { { "in/a.csv", "in/b.csv", "in/old/c.csv" }, "in" },
  { { "in/new/a.csv", "in/new/b.csv", "in/old/c.csv" }, "in" },
  { { "in/a.csv", "inner/b.csv" }, "." },
  { { "a.csv", "in/b.csv" }, "." },
  { { "in/d.zip/a.csv", "in/d.zip/b.csv" }, "in/d.zip" },
  { { "/mnt/a.csv", "/srv/b.csv" }, "/" },
  { { "in/a.csv", "-" }, NULL },
  { { NULL }, NULL },
};

START_TEST (the_folder_holds_all_files)
{
  g_autoptr (Report) report = sample_report ();

  for (guint i = 0; i < 3 && folders[_i].files[i] != NULL; i++)
    {
      const InputRow row = { .file = folders[_i].files[i] };

      report_append (report, REPORT_INPUTS, &row);
    }
  g_autofree char *folder = trace_words_folder (report);
  ck_assert_pstr_eq (folder, folders[_i].folder);
}
END_TEST

static void
assert_command (const char *customer, const char *folder, const char *expected)
{
  const FindingRow row = { .customer_id = customer, .month = calendar_month (2026, 10) };
  g_autofree char *command = trace_words_command (&row, "used", folder);

  ck_assert_pstr_eq (command, expected);
}

START_TEST (a_command_can_be_pasted)
{
  assert_command ("1a6f-b0", "in", "acorecon trace 1a6f-b0 2026-10 --figure used in");
  assert_command ("c1", "month end/Jan's",
                  "acorecon trace c1 2026-10 --figure used 'month end/Jan'\\''s'");
  assert_command ("$(rm -rf ~)", "in", "acorecon trace '$(rm -rf ~)' 2026-10 --figure used in");
}
END_TEST

START_TEST (what_could_do_more_makes_no_command)
{
  assert_command (NULL, "in", NULL);
  assert_command ("", "in", NULL);
  assert_command ("c1", NULL, NULL);
  assert_command ("--help", "in", NULL);
  assert_command ("c1\nreboot", "in", NULL);
  assert_command ("c1\x1b[2J", "in", NULL);
  assert_command ("c\xe2\x80\xae"
                  "1",
                  "in", NULL);
  const FindingRow row = { .customer_id = "c1", .month = MONTH_NONE };
  ck_assert_ptr_null (trace_words_command (&row, "used", "in"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("trace-words");
  TCase *tests = tcase_create ("trace-words");

  tcase_add_loop_test (tests, the_folder_holds_all_files, 0, G_N_ELEMENTS (folders));
  tcase_add_test (tests, a_command_can_be_pasted);
  tcase_add_test (tests, what_could_do_more_makes_no_command);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/months/history-pack.h"
#include "test-main.h"
#include "test-place.h"

#include <check.h>

#include "sample-history.h"

static void
tell (const char *what G_GNUC_UNUSED, guint64 done G_GNUC_UNUSED, guint64 total G_GNUC_UNUSED,
      gpointer data G_GNUC_UNUSED)
{
}

static void
assert_has (const char *name, gboolean there)
{
  g_autofree char *path = g_build_filename ("out", name, NULL);

  ck_assert_msg (g_file_test (path, G_FILE_TEST_EXISTS) == there, "%s", path);
}

static void
write_pack (gboolean has_course)
{
  SampleHistory history;
  const WritePlan plan = { .format = FORMAT_TEXT };
  const PackForm *form = history_pack_form ();
  g_autoptr (OutputSet) output = output_set_new (&form->kind, "out", TRUE);

  sample_history_init (&history, "Ann", 1);
  const PackContent content
      = { .report = history.list, .plan = &plan, .course = has_course ? history.course : NULL };
  ck_assert (output_set_check (output, NULL));
  ck_assert (pack_form_write (form, &content, output, tell, NULL, NULL));
  ck_assert (output_set_prepare (output, NULL) && output_set_commit (output, NULL));
  sample_history_clear (&history);
}

START_TEST (it_holds_every_form_and_is_known_again)
{
  static const char *const names[] = { "summary.txt", "history.json", "months.csv",
                                       "events.csv",  "inputs.csv",   "resolutions.csv" };

  write_pack (TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_has (names[i], TRUE);
  assert_has ("history.html", TRUE);
  write_pack (FALSE); /* which replaces the first */
  assert_has ("months.csv", TRUE);
  assert_has ("history.html", FALSE);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("history-pack");
  TCase *tests = tcase_create ("history-pack");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, it_holds_every_form_and_is_known_again);
  suite_add_tcase (suite, tests);
  return suite;
}

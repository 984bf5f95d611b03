/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/month-diff.h"
#include "output/diff-pack.h"
#include "test-main.h"
#include "test-place.h"

#include <check.h>

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

/* @correction: or NULL. */
static void
write_pack (const Report *correction)
{
  g_autoptr (Report) diff = report_new_of (month_diff_schema ());
  g_autoptr (AccountMap) accounts = account_map_new ();
  const DiffHead head = { .month = 2026 * 12 + 9, .sealed_at = "T", .preparer = "Ann" };
  const WritePlan plan = { .journal = JOURNAL_LEDGER, .accounts = accounts };
  const PackContent content = { .report = diff,
                                .plan = &plan,
                                .correction = correction,
                                .correction_day = calendar_day (2026, 11, 30) };
  const PackForm *form = diff_pack_form ();
  g_autoptr (OutputSet) output = output_set_new (&form->kind, "out", TRUE);

  report_set_head (diff, &head);
  report_sort (diff);
  ck_assert (output_set_check (output, NULL));
  ck_assert (pack_form_write (form, &content, output, tell, NULL, NULL));
  ck_assert (output_set_prepare (output, NULL) && output_set_commit (output, NULL));
}

START_TEST (it_holds_every_form_and_is_known_again)
{
  write_pack (NULL);
  assert_has ("summary.txt", TRUE);
  assert_has ("diff.json", TRUE);
  assert_has ("diff.html", TRUE);
  assert_has ("figures.csv", TRUE);
  assert_has ("correction.ledger", FALSE);
  write_pack (NULL); /* which replaces the first */
}
END_TEST

START_TEST (a_correction_is_a_journal_on_its_day)
{
  g_autoptr (Report) correction = report_new (DAY_NONE, TRUE);
  const WaterfallRow row = { .customer_id = "c1",
                             .month = 2026 * 12 + 9,
                             .currency = "USD",
                             .charges = decimal_from_int (5),
                             .net = decimal_from_int (5) };
  g_autofree char *text = NULL;

  report_append (correction, REPORT_WATERFALL, &row);
  report_sort (correction);
  write_pack (correction);
  assert_has ("correction.hledger", FALSE);
  ck_assert (g_file_get_contents ("out/correction.ledger", &text, NULL, NULL));
  ck_assert_ptr_nonnull (strstr (text, "2026-11-30 * Microsoft invoice, restated"));
  ck_assert_ptr_null (strstr (text, "closing balance"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("diff-pack");
  TCase *tests = tcase_create ("diff-pack");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, it_holds_every_form_and_is_known_again);
  tcase_add_test (tests, a_correction_is_a_journal_on_its_day);
  suite_add_tcase (suite, tests);
  return suite;
}

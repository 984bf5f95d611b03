/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/mca-pack.h"
#include "sample-mca.h"
#include "test-main.h"

#include "test-place.h"
#include <check.h>

static void
tell (const char *what, guint64 done G_GNUC_UNUSED, guint64 total G_GNUC_UNUSED, gpointer data)
{
  g_string_append_printf (data, "%s ", what);
}

START_TEST (the_report_has_all_its_forms)
{
  g_autoptr (McaBook) book = MCA_BOOK ("{'value':[]}");
  const McaPlan plan = sample_mca_plan ();
  g_autoptr (Report) report = mca_reckon (book, &plan);
  const PackForm *form = mca_pack_report ();
  g_autoptr (OutputSet) output = output_set_new (&form->kind, "out", FALSE);
  const WritePlan writing = { .format = FORMAT_TEXT };
  const PackContent content = { .report = report, .plan = &writing };
  g_autoptr (GString) told = g_string_new (NULL);

  ck_assert (pack_form_write (form, &content, output, tell, told, NULL));
  ck_assert (output_set_prepare (output, NULL) && output_set_commit (output, NULL));
  assert_lists ("out", "events.csv findings.csv inputs.csv lots.csv mca.html mca.json profiles.csv "
                       "summary.txt totals.csv");
  ck_assert (pack_form_is_name (&form->kind, "mca.json"));
  ck_assert_str_eq (told->str, "summary.txt mca.json tables mca.html ");
}
END_TEST

START_TEST (the_report_on_charges_has_all_its_forms)
{
  const PackForm *form = mca_pack_apply ();

  ck_assert (pack_form_is_name (&form->kind, "apply.json"));
  ck_assert (pack_form_is_name (&form->kind, "charges.csv"));
  ck_assert (pack_form_is_name (&form->kind, "summary.csv"));
  ck_assert (!pack_form_is_name (&form->kind, "mca.json"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-pack");
  TCase *tests = tcase_create ("mca-pack");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, the_report_has_all_its_forms);
  tcase_add_test (tests, the_report_on_charges_has_all_its_forms);
  suite_add_tcase (suite, tests);
  return suite;
}

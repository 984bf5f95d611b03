/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "input/report-file.h"
#include "test-main.h"
#include "test-place.h"

#include <check.h>
#include <string.h>

#define HEAD "{\"schema\":\"acorecon.report/1\",\"rollforward\":[],\"tieout\":[],\"waterfall\":[],"
#define FINDING "{\"id\":\"f1\",\"key\":\"k1\",\"code\":\"ACO101\",\"amount\":"

START_TEST (what_is_spoken_of_again_is_read)
{
  static const char text[]
      = "{\"schema\":\"acorecon.report/1\",\"program\":\"x\",\n"
        "\"rollforward\":[{\"customer_id\":\"c1\",\"currency\":\"USD\",\"month\":\"2026-10\","
        "\"forfeited\":\"2.50\"},{\"customer_id\":\"c1\",\"currency\":\"USD\",\"month\":\"2026-"
        "10\","
        "\"forfeited\":\"1.00\"}],\n"
        "\"tieout\":[{\"customer_id\":\"c1\",\"currency\":\"USD\",\"month\":\"2026-10\","
        "\"balance_used\":null,\"invoice_credit\":\"5.00\",\"usage_credit\":null}],\n"
        "\"waterfall\":[],\n"
        "\"findings\":[" FINDING "\"-3.00\",\"month\":null,\"customer_id\":\"c1\"}]} \n";
  g_autoptr (GError) error = NULL;
  g_autoptr (SavedReport) report = report_file_parse ("r.json", text, strlen (text), &error);

  ck_assert_msg (report != NULL, "%s", error != NULL ? error->message : "");
  const SavedFinding *finding = g_ptr_array_index (saved_report_findings (report), 0);
  ck_assert_str_eq (finding->customer_id, "c1");
  ck_assert_ptr_null (finding->agreement_id);
  ck_assert (decimal_equal (finding->amount, decimal_from_int (-3)));
  g_autoptr (GPtrArray) figures = saved_report_figures (report);
  ck_assert_uint_eq (figures->len, 4);
  const SavedFigure *forfeited = g_ptr_array_index (figures, 1);
  ck_assert_str_eq (forfeited->figure, "forfeited");
  ck_assert (decimal_equal (forfeited->amount.value, decimal_from_scaled (35, 1)));
}
END_TEST

static const struct
{
  const char *text, *place;
} refused[] = {
  { "", "r.json:1:1: no JSON" },
  { "{\"schema\":\n  nonsense}", "r.json:2:" },
  { "{\"schema\":\"acorecon.report/1\"", "it ends too early" },
  { HEAD "\"findings\":[]} x", "r.json:1:90: no JSON" },
  { "{\"schema\":\"\xff\"}", "r.json:1:" },
  { "[]", "found no schema" },
  { "{\"schema\":\"acorecon.report/2\"}", "found acorecon.report/2, expected" },
  { "{\"schema\":\"acorecon.report/1\"}", "rollforward: expected a list" },
  { HEAD "\"findings\":[],\"options\":{}}", "options: expected a list of texts" },
  { HEAD "\"findings\":[],\"options\":[\"--code=401\",1]}", "options: expected a list of texts" },
  { HEAD "\"findings\":[1]}", "findings[0]: expected an object" },
  { HEAD "\"findings\":[" FINDING "12}]}", "findings[0].amount: expected a text" },
  { HEAD "\"findings\":[" FINDING "\"1x\"}]}", "findings[0].amount: expected an amount like" },
  { HEAD "\"findings\":[" FINDING "null}]}", "findings[0].amount: expected an amount like" },
  { HEAD "\"findings\":[" FINDING "\"1.00\"},{\"id\":\"f2\"}]}",
    "findings[1].key: expected a text" },
  { HEAD "\"findings\":[" FINDING "\"1.00\",\"month\":\"Octember\"}]}",
    "findings[0].month: expected" },
};

START_TEST (what_is_no_report_is_refused_with_its_place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SavedReport) report
      = report_file_parse ("r.json", refused[_i].text, strlen (refused[_i].text), &error);

  ck_assert_ptr_null (report);
  ck_assert_int_eq (error->code, RECON_ERROR_INPUT);
  ck_assert (g_str_has_prefix (error->message, "r.json:"));
  ck_assert_msg (strstr (error->message, refused[_i].place) != NULL, "%s", error->message);
}
END_TEST

static const struct
{
  const char *options;
  gboolean is_part;
} narrowed[] = {
  { "[]", FALSE },
  { "[\"--tolerance=5\",\"--month=2026-10\"]", FALSE },
  { "[\"--code=401\"]", TRUE },
  { "[\"--min=0\"]", TRUE },
  { "[\"--customer=Contoso\"]", TRUE },
  { "[\"--customer=Contoso\",\"--customer=all\"]", FALSE }, /* all, after all */
  { "[\"--customer=all\",\"--min=5\"]", TRUE },
};

START_TEST (options_tell_whether_it_is_a_part)
{
  g_autofree char *text
      = g_strdup_printf (HEAD "\"findings\":[],\"options\":%s}", narrowed[_i].options);
  g_autoptr (SavedReport) report = report_file_parse ("r.json", text, strlen (text), NULL);

  ck_assert_ptr_nonnull (report);
  ck_assert_int_eq (saved_report_is_part (report), narrowed[_i].is_part);
}
END_TEST

START_TEST (a_file_is_read_or_named)
{
  g_autoptr (GError) error = NULL;

  put ("good.json", HEAD "\"findings\":[]}");
  g_autoptr (SavedReport) good = report_file_read ("good.json", &error);
  ck_assert_ptr_nonnull (good);
  g_autoptr (SavedReport) none = report_file_read ("none.json", &error);
  ck_assert_ptr_null (none);
  ck_assert (g_str_has_prefix (error->message, "none.json: cannot be read"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-file");
  TCase *tests = tcase_create ("report-file");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, what_is_spoken_of_again_is_read);
  tcase_add_loop_test (tests, options_tell_whether_it_is_a_part, 0, G_N_ELEMENTS (narrowed));
  tcase_add_loop_test (tests, what_is_no_report_is_refused_with_its_place, 0,
                       G_N_ELEMENTS (refused));
  tcase_add_test (tests, a_file_is_read_or_named);
  suite_add_tcase (suite, tests);
  return suite;
}

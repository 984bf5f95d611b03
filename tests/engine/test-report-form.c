/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "engine/report-form.h"
#include "output/pack.h"
#include "output/xlsx/report-xlsx.h"

static Report *report;
static Rejects *rejects;
static AccountMap *accounts;
static WritePlan plan;
static PackContent content;

static void
set_up (void)
{
  const TieOutRow row = { .customer_id = "c1", .currency = "USD", .result = TIE_OUT_AGREES };

  report = report_new (DAY_NONE, TRUE);
  report_append (report, REPORT_TIE_OUT, &row);
  report_sort (report);
  rejects = rejects_new ();
  accounts = account_map_new ();
  plan = (WritePlan){ .accounts = accounts,
                      .style.width = TEXT_WIDTH_DEFAULT,
                      .workbook_time = REPORT_XLSX_CREATED_AS_OF };
  content = (PackContent){ .report = report, .rejects = rejects, .plan = &plan };
}

static void
tear_down (void)
{
  account_map_free (accounts);
  rejects_free (rejects);
  report_free (report);
}

static GString *
form_of (const char *name)
{
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);
  g_autoptr (GError) error = NULL;

  ck_assert_msg (report_form_write (name, &content, sink, &error), "%s", name);
  return text;
}

START_TEST (every_form_has_a_name_of_its_own_and_says_something)
{
  for (guint i = 0; report_form_name (i) != NULL; i++)
    {
      GString *text = form_of (report_form_name (i));

      ck_assert_msg (text->len > 0 || g_str_has_prefix (report_form_name (i), "journal")
                         || strstr ("hledger beancount ledger", report_form_name (i)) != NULL,
                     "%s", report_form_name (i));
      g_string_free (text, TRUE);
      for (guint k = 0; k < i; k++)
        ck_assert_str_ne (report_form_name (i), report_form_name (k));
    }
}
END_TEST

/* Forms that end so are files of a pack, and are called so there. */
START_TEST (csv_files_are_called_as_in_a_pack)
{
  for (guint i = 0; report_form_name (i) != NULL; i++)
    if (g_str_has_suffix (report_form_name (i), ".csv"))
      ck_assert (pack_form_is_name (pack_kind (), report_form_name (i)));
}
END_TEST

START_TEST (a_workbook_comes_whole)
{
  GString *text = form_of ("xlsx");

  ck_assert_uint_gt (text->len, 1000);
  ck_assert_int_eq (memcmp (text->str, "PK\3\4", 4), 0);
  g_string_free (text, TRUE);
}
END_TEST

START_TEST (a_form_that_nobody_knows_is_wrong_usage)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);
  g_autoptr (GError) error = NULL;

  ck_assert (!report_form_write ("htm", &content, sink, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert (g_str_has_suffix (error->message, "did you mean html?"));
  ck_assert_uint_eq (text->len, 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-form");
  TCase *tests = tcase_create ("report-form");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, every_form_has_a_name_of_its_own_and_says_something);
  tcase_add_test (tests, csv_files_are_called_as_in_a_pack);
  tcase_add_test (tests, a_workbook_comes_whole);
  tcase_add_test (tests, a_form_that_nobody_knows_is_wrong_usage);
  suite_add_tcase (suite, tests);
  return suite;
}

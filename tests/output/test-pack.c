/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/pack.h"
#include "output/xlsx/report-xlsx.h"
#include "sample-rows.h"
#include "test-main.h"
#include "test-place.h"

#include <check.h>

#define USUAL \
  "agreements.csv cases.csv credit-days.csv findings.csv report.html report.json report.xlsx " \
  "rollforward.csv summary.txt tieout.csv usage-tieout.csv waterfall.csv"

static AccountMap *accounts;
static Report *report;
static Rejects *rejects;
static WritePlan plan;
static GString *told;

static void
begin (void)
{
  make_place ();
  accounts = account_map_new ();
  rejects = rejects_new ();
  told = g_string_new (NULL);
  report = sample_report ();
  report_sort (report);
  plan = (WritePlan){ .output = "out",
                      .accounts = accounts,
                      .workbook_time = REPORT_XLSX_CREATED_AS_OF };
}

static void
end (void)
{
  report_free (report);
  rejects_free (rejects);
  account_map_free (accounts);
  g_string_free (told, TRUE);
  remove_place ();
}

static void
tell (const char *what, guint64 done G_GNUC_UNUSED, guint64 total G_GNUC_UNUSED, gpointer data)
{
  g_string_append_printf (data, "%s ", what);
}

static void
write_pack (void)
{
  const PackContent content = { .report = report, .rejects = rejects, .plan = &plan };
  g_autoptr (OutputSet) output = output_set_new (pack_kind (), "out", FALSE);
  g_autoptr (GError) error = NULL;

  ck_assert_msg (pack_write (&content, output, tell, told, &error), "%s",
                 error == NULL ? "" : error->message);
  ck_assert (output_set_prepare (output, NULL) && output_set_commit (output, NULL));
}

START_TEST (a_pack_holds_the_usual_files_and_tells_of_each)
{
  write_pack ();
  assert_lists ("out", USUAL);
  ck_assert_str_eq (told->str, "summary.txt report.json tables report.html report.xlsx ");
}
END_TEST

static const struct
{
  JournalFormat format;
  const char *name;
} journals[] = { { JOURNAL_HLEDGER, "journal.hledger" },
                 { JOURNAL_BEANCOUNT, "journal.beancount" },
                 { JOURNAL_LEDGER, "journal.ledger" },
                 { JOURNAL_CSV, "journal.csv" } };

START_TEST (a_journal_is_there_when_it_is_wanted)
{
  g_autofree char *path = g_build_filename ("out", journals[_i].name, NULL);

  plan.wants_journal = TRUE;
  plan.journal = journals[_i].format;
  write_pack ();
  ck_assert (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  ck_assert_int_eq (g_unlink (path), 0);
  assert_lists ("out", USUAL);
}
END_TEST

START_TEST (rows_set_aside_are_in_it_unless_they_have_a_file_of_their_own)
{
  rejects_add (rejects, "in.csv", 2, "Subtotal", "found x, expected y", slice_of ("x"));
  plan.rejects = _i == 0 ? NULL : "bad.csv";
  write_pack ();
  ck_assert_int_eq (g_file_test ("out/rejects.csv", G_FILE_TEST_EXISTS), _i == 0);
}
END_TEST

/* One that was ever written must stay known: a folder that holds another is never replaced. */
START_TEST (every_file_of_the_pack_has_its_name)
{
  static const char *const names[]
      = { "summary.txt",     "report.json",       "agreements.csv", "rollforward.csv",
          "tieout.csv",      "waterfall.csv",     "findings.csv",   "rejects.csv",
          "credit-days.csv", "usage-tieout.csv",  "report.html",    "report.xlsx",
          "journal.hledger", "journal.beancount", "journal.ledger", "journal.csv" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ck_assert_msg (pack_kind ()->is_name (pack_kind (), names[i]), "%s", names[i]);
  ck_assert (!pack_kind ()->is_name (pack_kind (), ""));
  ck_assert (!pack_kind ()->is_name (pack_kind (), "letter.docx"));
  ck_assert (!pack_kind ()->is_name (pack_kind (), "REPORT.JSON"));
  ck_assert (!pack_kind ()->is_name (pack_kind (), "report.json~"));
}
END_TEST

START_TEST (what_was_written_is_known_as_a_pack)
{
  const int at = open (".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  write_pack ();
  ck_assert (pack_folder_check (pack_kind (), at, "out", TRUE, NULL));
  put ("out/report.json", "{}");
  ck_assert (!pack_folder_check (pack_kind (), at, "out", TRUE, NULL));
  close (at);
}
END_TEST

START_TEST (a_folder_that_cannot_be_made_is_told)
{
  const PackContent content = { .report = report, .rejects = rejects, .plan = &plan };
  g_autoptr (OutputSet) output = output_set_new (pack_kind (), "no/out", FALSE);
  g_autoptr (GError) error = NULL;

  ck_assert (!pack_write (&content, output, tell, told, &error));
  ck_assert_ptr_nonnull (error);
  ck_assert_str_eq (told->str, "");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("pack");
  TCase *tests = tcase_create ("pack");

  tcase_add_checked_fixture (tests, begin, end);
  tcase_add_test (tests, a_pack_holds_the_usual_files_and_tells_of_each);
  tcase_add_loop_test (tests, a_journal_is_there_when_it_is_wanted, 0, G_N_ELEMENTS (journals));
  tcase_add_loop_test (tests, rows_set_aside_are_in_it_unless_they_have_a_file_of_their_own, 0, 2);
  tcase_add_test (tests, every_file_of_the_pack_has_its_name);
  tcase_add_test (tests, what_was_written_is_known_as_a_pack);
  tcase_add_test (tests, a_folder_that_cannot_be_made_is_told);
  suite_add_tcase (suite, tests);
  return suite;
}

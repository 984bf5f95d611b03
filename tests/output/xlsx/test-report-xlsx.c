/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <sched.h>
#include <sys/mount.h>

#include "base/recon-error.h"
#include "output/pack.h"
#include "output/xlsx/report-xlsx.h"
#include "sample-rows.h"
#include "sample-xlsx.h"
#include "test-place.h"

#define STEP 4096

static Report *
report_of_rows (guint count)
{
  Report *report = sample_report ();

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *id = g_strdup_printf ("customer-%u", i);
      const char *kept = report_text (report, id);

      sample_add_tie_out (report, sample_tie_out (kept, "n", "2", "1", "1", TIE_OUT_DIFFERS));
      sample_add_agreement (report, kept, "n", AGREEMENT_ACTIVE, "9", "1", "8", 90);
    }
  sample_add_finding (report, sample_finding (FINDING_CREDIT_DECREASED, "50", "it fell"));
  report_sort (report);
  return report;
}

static void
write_workbook (const Report *report, const char *path, gint64 created)
{
  g_autoptr (GError) error = NULL;
  const XlsxFile file = workbook_file (path);

  ck_assert_msg (report_xlsx_write (report, &file, created, &error), "%s",
                 error == NULL ? "" : error->message);
}

START_TEST (the_sheets_have_their_names_and_order)
{
  static const char *const names[]
      = { "Summary", "Agreements", "Roll-forward", "Tie-out", "Waterfall",
          "Cases",   "Findings",   "Inputs",       "Invoices" };
  g_autoptr (Report) report = report_of_rows (3);

  write_workbook (report, "report.xlsx", 1);
  g_autofree char *workbook = workbook_part ("report.xlsx", "xl/workbook.xml");
  const char *at = workbook;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name
          = g_strdup_printf ("<sheet name=\"%s\" sheetId=\"%u\"", names[i], i + 1);
      at = strstr (at, name);
      ck_assert_msg (at != NULL, "no %s in %s", name, workbook);
    }
  ck_assert_uint_eq (count_in (workbook, "<sheet "), G_N_ELEMENTS (names));
  assert_lists (".", "report.xlsx");
}
END_TEST

START_TEST (an_empty_report_is_a_workbook)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);

  report_sort (report);
  write_workbook (report, "report.xlsx", REPORT_XLSX_CREATED_AS_OF);
  g_autofree char *core = workbook_part ("report.xlsx", "docProps/core.xml");
  ck_assert_uint_eq (count_in (core, "1980-01-01T00:00:00Z"), 2);
}
END_TEST

START_TEST (two_runs_give_the_same_bytes)
{
  g_autoptr (Report) one = report_of_rows (50), two = report_of_rows (50);
  g_autofree char *a = NULL, *b = NULL;
  gsize a_length, b_length;

  write_workbook (one, "a.xlsx", REPORT_XLSX_CREATED_AS_OF);
  g_usleep (1100 * 1000); /* the clock must not get in */
  write_workbook (two, "b.xlsx", REPORT_XLSX_CREATED_AS_OF);
  ck_assert (g_file_get_contents ("a.xlsx", &a, &a_length, NULL));
  ck_assert (g_file_get_contents ("b.xlsx", &b, &b_length, NULL));
  ck_assert_uint_eq (a_length, b_length);
  ck_assert_mem_eq (a, b, a_length);
  g_autofree char *core = workbook_part ("a.xlsx", "docProps/core.xml");
  ck_assert_uint_eq (count_in (core, "2026-10-31T00:00:00Z"), 2);
}
END_TEST

/* Rows of several shares, so that threads come to them in any order. */
START_TEST (however_many_threads_write_it_the_bytes_are_the_same)
{
  g_autoptr (Report) report = report_of_rows (5500);
  g_autofree char *one = NULL, *several = NULL;
  gsize length, other;
  XlsxFile file = workbook_file ("b.xlsx");

  write_workbook (report, "a.xlsx", 1);
  file.jobs = 2 + (guint) _i;
  ck_assert (report_xlsx_write (report, &file, 1, NULL));
  ck_assert (g_file_get_contents ("a.xlsx", &one, &length, NULL));
  ck_assert (g_file_get_contents ("b.xlsx", &several, &other, NULL));
  ck_assert_uint_eq (length, other);
  ck_assert_mem_eq (one, several, length);
  g_autofree char *sheet = workbook_sheet ("b.xlsx", 4);
  ck_assert_uint_eq (count_in (sheet, "<row "), 5501);
}
END_TEST

START_TEST (a_given_time_is_taken)
{
  g_autoptr (Report) report = report_of_rows (1);

  write_workbook (report, "report.xlsx", 1000000000);
  g_autofree char *core = workbook_part ("report.xlsx", "docProps/core.xml");
  ck_assert_uint_eq (count_in (core, "2001-09-09T01:46:40Z"), 2);
}
END_TEST

START_TEST (a_pack_takes_it)
{
  g_autoptr (Report) report = report_of_rows (3);
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", FALSE);
  const Sink *sink = output_set_open (set, "report.xlsx", NULL);

  ck_assert_ptr_nonnull (sink);
  const XlsxFile file = { .name = "report.xlsx", .fd = sink_fd (sink), .jobs = 2 };
  ck_assert (report_xlsx_write (report, &file, 1, NULL));
  ck_assert (output_set_prepare (set, NULL) && output_set_commit (set, NULL));
  assert_lists (".", "out");
  assert_lists ("out", "report.xlsx");
  ck_assert_uint_eq (mode_of ("out/report.xlsx"), 0600);
}
END_TEST

/* Full disks, on a file system of a few pages that only this process sees. */

static gboolean
mount_small_disk (guint bytes)
{
  g_autofree char *options = g_strdup_printf ("size=%u", bytes);

  return mount ("none", "disk", "tmpfs", 0, options) == 0;
}

/* What is mounted must end with the process of the test. */
static gboolean
can_mount (void)
{
  if (g_strcmp0 (g_getenv ("CK_FORK"), "no") == 0)
    return FALSE;
  ck_assert_int_eq (g_mkdir ("disk", 0755), 0);
  if (geteuid () != 0 || unshare (CLONE_NEWNS) != 0
      || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 || !mount_small_disk (STEP))
    return FALSE;
  ck_assert_int_eq (umount ("disk"), 0);
  return TRUE;
}

/* TRUE: it was published. Whatever happens nothing else may be left, and a failure is told. */
static gboolean
publish_workbook (const Report *report)
{
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "disk/out", FALSE);
  g_autoptr (GError) error = NULL;
  const Sink *sink = output_set_open (set, "report.xlsx", &error);
  const XlsxFile file = { .name = "report.xlsx", .fd = sink == NULL ? -1 : sink_fd (sink) };
  const gboolean fine = sink != NULL && report_xlsx_write (report, &file, 1, &error)
                        && output_set_prepare (set, &error) && output_set_commit (set, &error);

  if (!fine)
    {
      ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
      ck_assert (g_str_has_suffix (error->message, "nothing was written"));
      output_set_discard (set);
    }
  assert_lists ("disk", fine ? "out" : "");
  return fine;
}

START_TEST (a_full_disk_writes_nothing_and_is_told)
{
  g_autoptr (Report) report = report_of_rows ((guint) _i);
  guint size = STEP, failures = 0;
  gboolean fine = FALSE;

  if (!can_mount ())
    return;
  write_workbook (report, "expected.xlsx", 1);
  g_autofree char *expected = NULL, *found = NULL;
  gsize expected_length, found_length;
  ck_assert (g_file_get_contents ("expected.xlsx", &expected, &expected_length, NULL));

  for (; !fine; size += STEP)
    {
      ck_assert_uint_lt (size, 64 << 20);
      ck_assert (mount_small_disk (size));
      fine = publish_workbook (report);
      failures += fine ? 0 : 1;
      if (fine)
        ck_assert (g_file_get_contents ("disk/out/report.xlsx", &found, &found_length, NULL));
      ck_assert_int_eq (umount ("disk"), 0);
    }
  ck_assert_uint_ge (failures, 3);
  ck_assert_uint_eq (found_length, expected_length);
  ck_assert_mem_eq (found, expected, expected_length);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-xlsx");
  TCase *tests = tcase_create ("report-xlsx");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, the_sheets_have_their_names_and_order);
  tcase_add_test (tests, an_empty_report_is_a_workbook);
  tcase_add_test (tests, two_runs_give_the_same_bytes);
  tcase_add_loop_test (tests, however_many_threads_write_it_the_bytes_are_the_same, 0, 6);
  tcase_add_test (tests, a_given_time_is_taken);
  tcase_add_test (tests, a_pack_takes_it);
  tcase_add_loop_test (tests, a_full_disk_writes_nothing_and_is_told, 1, 2);
  tcase_add_loop_test (tests, a_full_disk_writes_nothing_and_is_told, 200, 201);
  suite_add_tcase (suite, tests);
  return suite;
}

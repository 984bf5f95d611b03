/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/report/report.h"
#include "input/billing/foreign-text.h"
#include "input/folder-walk.h"
#include "input/pack-folders.h"
#include "output/rejects-csv.h"
#include "output/table/report-csv.h"
#include "output/table/report-json.h"
#include "test-place.h"

/* A pack as it is written, of a report without rows, in @folder with a slash at its end. */
static void
put_pack (const char *folder)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  g_autoptr (GString) json = g_string_new (NULL), csv = g_string_new (NULL);
  g_autoptr (Sink) json_sink = sink_new_string (json), csv_sink = sink_new_string (csv);
  g_autofree char *json_path = g_strconcat (folder, "report.json", NULL);
  g_autofree char *csv_path = g_strconcat (folder, "tieout.csv", NULL);
  g_autofree char *page_path = g_strconcat (folder, "report.html", NULL);

  report_sort (report);
  report_json_write (report, 0, json_sink);
  report_csv_write (report, REPORT_TIE_OUT, csv_sink);
  put_deep (json_path, json->str);
  put_deep (csv_path, csv->str);
  put_deep (page_path, "<!doctype html>");
}

/* Those of the files below "in" that are of packs. */
static void
assert_packs (const char *expected)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) held = g_string_new (NULL);

  ck_assert (folder_walk_list ("in", found, NULL));
  g_autoptr (PackFolders) packs = pack_folders_find ("in", found, TRUE);
  for (guint i = 0; i < found->len; i++)
    if (pack_folders_holds (packs, g_ptr_array_index (found, i)))
      g_string_append_printf (held, "%s ", (const char *) g_ptr_array_index (found, i));
  ck_assert_str_eq (held->str, expected);
}

START_TEST (a_pack_below_the_folder_is_known)
{
  put_deep ("in/a.csv", "CustomerId\n");
  put_deep ("in/z.csv", "CustomerId\n");
  put_pack ("in/report/");
  assert_packs ("in/report/report.html in/report/report.json in/report/tieout.csv ");
}
END_TEST

START_TEST (one_in_another_is_and_the_folder_itself_is_not)
{
  put_pack ("in/");
  put_pack ("in/old/");
  put_pack ("in/old/older/");
  put_deep ("in/old/more/a.csv", "CustomerId\n");
  assert_packs ("in/old/older/report.html in/old/older/report.json in/old/older/tieout.csv "
                "in/old/report.html in/old/report.json in/old/tieout.csv ");
}
END_TEST

START_TEST (a_download_in_it_makes_it_none)
{
  put_pack ("in/report/");
  put_deep ("in/report/aco.csv", "CustomerId\n");
  assert_packs ("");
}
END_TEST

START_TEST (tables_without_their_report_are_none)
{
  put_pack ("in/report/");
  ck_assert_int_eq (g_unlink ("in/report/report.json"), 0);
  assert_packs ("");
  put ("in/report/report.json", "{\"schema\": \"other\"}");
  assert_packs ("");
}
END_TEST

static const struct
{
  const char *line;
  gboolean of_pack;
} lines[] = {
  { "file,line,column,code,reason,raw text", TRUE },
  { "file,line,column,code,reason,raw text,more", FALSE },
  { "file,line", FALSE },
  { "CustomerId,InvoiceNumber", FALSE },
  { "", FALSE },
};

START_TEST (tables_are_known_by_their_whole_first_line)
{
  ck_assert_int_eq (foreign_text_is_of_pack (slice_of (lines[_i].line)), lines[_i].of_pack);
}
END_TEST

START_TEST (rows_set_aside_have_that_line)
{
  g_autofree char *header = g_strchomp (g_strdup (REJECTS_CSV_HEADER));

  ck_assert (foreign_text_is_of_pack (slice_of (header)));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("pack-folders");
  TCase *tests = tcase_create ("pack-folders");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, a_pack_below_the_folder_is_known);
  tcase_add_test (tests, one_in_another_is_and_the_folder_itself_is_not);
  tcase_add_test (tests, a_download_in_it_makes_it_none);
  tcase_add_test (tests, tables_without_their_report_are_none);
  tcase_add_loop_test (tests, tables_are_known_by_their_whole_first_line, 0, G_N_ELEMENTS (lines));
  tcase_add_test (tests, rows_set_aside_have_that_line);
  suite_add_tcase (suite, tests);
  return suite;
}

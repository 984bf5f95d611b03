/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "output/xlsx/xlsx-parts.h"
#include "sample-xlsx.h"
#include "test-place.h"

static void
write_parts (gint64 created)
{
  XlsxLayout plain = { 0 }, table = { .is_table = TRUE, .rows = 4, .columns = 27 };
  char first[] = "A & B", second[] = "Two";
  gpointer names[] = { first, second };
  gpointer layouts[] = { &plain, &table };
  const GPtrArray name_list = { names, 2 }, layout_list = { layouts, 2 };
  const XlsxParts parts = { .created = created, .names = &name_list, .layouts = &layout_list };
  const XlsxFile file = workbook_file ("a.xlsx");
  g_autoptr (XlsxZip) zip = xlsx_zip_new (file.fd);

  xlsx_parts_write (&parts, zip);
  xlsx_zip_finish (zip);
  ck_assert_ptr_null (xlsx_zip_failure (zip));
}

START_TEST (sheets_have_their_names_and_tables_their_ranges)
{
  write_parts (1);
  g_autofree char *workbook = workbook_part ("a.xlsx", "xl/workbook.xml");
  ck_assert_uint_eq (count_in (workbook, "<sheet name=\"A &amp; B\" sheetId=\"1\" r:id=\"rId1\"/>"),
                     1);
  ck_assert_uint_eq (count_in (workbook, "<definedName "), 2);
  ck_assert_uint_eq (count_in (workbook, "localSheetId=\"1\" hidden=\"1\">'Two'!$A$1:$AA$5<"), 1);
  ck_assert_uint_eq (count_in (workbook, "localSheetId=\"1\">'Two'!$1:$1<"), 1);
}
END_TEST

/* Each part that is named is there, and each that is there but the list itself is named. */
START_TEST (parts_belong_together)
{
  write_parts (1);
  g_autofree char *types = workbook_part ("a.xlsx", "[Content_Types].xml");
  g_autofree char *package = workbook_part ("a.xlsx", "_rels/.rels");
  g_autofree char *relations = workbook_part ("a.xlsx", "xl/_rels/workbook.xml.rels");

  ck_assert_uint_eq (count_in (types, "PartName=\"/xl/worksheets/sheet"), 2);
  ck_assert_uint_eq (count_in (types, "PartName=\""), 6);
  ck_assert_uint_eq (count_in (package, "Target=\"xl/workbook.xml\""), 1);
  ck_assert_uint_eq (count_in (package, "Target=\"docProps/"), 2);
  ck_assert_uint_eq (count_in (relations, "Id=\"rId2\""), 1);
  ck_assert_uint_eq (count_in (relations, "Target=\"worksheets/sheet2.xml\""), 1);
  ck_assert_uint_eq (count_in (relations, "Target=\"styles.xml\""), 1);
}
END_TEST

START_TEST (the_time_is_written_without_the_clock)
{
  write_parts (1000000000);
  g_autofree char *core = workbook_part ("a.xlsx", "docProps/core.xml");

  ck_assert_uint_eq (count_in (core, "\"dcterms:W3CDTF\">2001-09-09T01:46:40Z<"), 2);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-parts");
  TCase *tests = tcase_create ("xlsx-parts");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, sheets_have_their_names_and_tables_their_ranges);
  tcase_add_test (tests, parts_belong_together);
  tcase_add_test (tests, the_time_is_written_without_the_clock);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "output/xlsx/xlsx-cell.h"

static const struct
{
  const char *name, *fixed;
  XlsxCell cell;
} cells[] = {
  { "A1", "$A$1", { 0, 0 } },       { "Z9", "$Z$9", { 8, 25 } },
  { "AA10", "$AA$10", { 9, 26 } },  { "AZ1", "$AZ$1", { 0, 51 } },
  { "BA1", "$BA$1", { 0, 52 } },    { "ZZ100", "$ZZ$100", { 99, 701 } },
  { "AAA1", "$AAA$1", { 0, 702 } }, { "XFD1048576", "$XFD$1048576", { 1048575, 16383 } },
};

START_TEST (a_cell_has_one_name)
{
  g_autoptr (GString) name = g_string_new (NULL), fixed = g_string_new (NULL);

  xlsx_cell_append (cells[_i].cell, name);
  ck_assert_str_eq (name->str, cells[_i].name);
  xlsx_cell_append_fixed (cells[_i].cell, fixed);
  ck_assert_str_eq (fixed->str, cells[_i].fixed);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-cell");
  TCase *tests = tcase_create ("xlsx-cell");

  tcase_add_loop_test (tests, a_cell_has_one_name, 0, G_N_ELEMENTS (cells));
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/charge-input.h"
#include "sample-archive.h"
#include "test-main.h"

#include "test-place.h"
#include <check.h>

#define HEADER "Date,Amount,Currency,Product\n"

START_TEST (files_are_read_in_their_order_and_the_same_once)
{
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (ApplyCharges) charges = apply_charges_new (book);
  g_autoptr (TableMap) map = table_form_map_new ();
  const TableFormat format = { .separator = ',', .map = map };
  g_autoptr (InputSet) inputs = NULL;

  ck_assert (g_file_set_contents ("b.csv", HEADER "2026-01-02,2,USD,x\n", -1, NULL));
  ck_assert (g_file_set_contents ("a.csv", HEADER "2026-01-02,1,USD,x\n", -1, NULL));
  put_archive (
      "c.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
      ENTRIES ("z.csv", HEADER "2026-01-02,4,USD,x\n", "y.csv", HEADER "2026-01-02,3,USD,x\n"));
  ck_assert (g_file_set_contents ("d.csv", HEADER "2026-01-02,2,USD,x\n", -1, NULL));
  inputs
      = input_set_new ((const char *const[]){ "b.csv", "a.csv", "c.zip", "d.csv", NULL }, 0, NULL);
  ck_assert (charge_input_read (inputs, &format, 0, charges, NULL));
  ck_assert_uint_eq (charges->charges->len, 4);
  for (guint i = 0; i < 4; i++)
    ck_assert (decimal_equal (g_array_index (charges->charges, ApplyCharge, i).amount,
                              decimal_from_int ((gint64[]){ 2, 1, 3, 4 }[i])));
  ck_assert_str_eq (g_array_index (charges->charges, ApplyCharge, 2).file, "c.zip/y.csv");
  ck_assert_str_eq (g_array_index (charges->files, ApplyFile, 4).duplicate_of, "b.csv");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("charge-input");
  TCase *tests = tcase_create ("charge-input");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, files_are_read_in_their_order_and_the_same_once);
  suite_add_tcase (suite, tests);
  return suite;
}

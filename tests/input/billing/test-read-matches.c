/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/read-matches.h"
#include "sample-header.h"
#include "test-main.h"

#include <check.h>

START_TEST (header_names_are_met_folded)
{
  static const char *const no_reasons[] = { NULL };
  g_autoptr (ColumnMap) map = column_map_new ();
  g_autoptr (Header) header
      = good_header ("Tenant Id,InvoiceNumber,ChargeType,Subtotal,Currency,CustomerId", NULL);

  ck_assert (column_map_add (map, "partner=tenant-id", NULL));
  ck_assert (column_map_add (map, "Total=Sum", NULL));
  g_autoptr (ReadMatches) matches = read_matches_new (map, no_reasons);

  ck_assert (!read_matches_has_header (matches, 0));
  read_matches_note_header (matches, header);
  ck_assert (read_matches_has_header (matches, 0));
  ck_assert (!read_matches_has_header (matches, 1));
  read_matches_note_reason (matches, slice_of ("x"));
}
END_TEST

START_TEST (reasons_are_met_without_case)
{
  static const char *const reasons[] = { "gift", "sla", "gift", NULL };
  g_autoptr (ColumnMap) map = column_map_new ();
  g_autoptr (ReadMatches) matches = read_matches_new (map, reasons);

  read_matches_note_reason (matches, slice_of ("gifts"));
  ck_assert (!read_matches_has_reason (matches, 0));
  read_matches_note_reason (matches, slice_of ("Gift"));
  read_matches_note_reason (matches, slice_of ("GIFT"));
  ck_assert (read_matches_has_reason (matches, 0));
  ck_assert (!read_matches_has_reason (matches, 1));
  ck_assert (read_matches_has_reason (matches, 2));
  read_matches_note_reason (matches, slice_of ("sla"));
  read_matches_note_reason (matches, slice_of ("sla"));
  ck_assert (read_matches_has_reason (matches, 1));
}
END_TEST

START_TEST (what_parts_have_met_adds_up)
{
  static const char *const reasons[] = { "gift", "sla", "grant", NULL };
  g_autoptr (ColumnMap) map = column_map_new ();
  g_autoptr (Header) header
      = good_header ("Tenant Id,InvoiceNumber,ChargeType,Subtotal,Currency,CustomerId", NULL);

  ck_assert (column_map_add (map, "partner=tenant-id", NULL));
  ck_assert (column_map_add (map, "Total=Sum", NULL));
  g_autoptr (ReadMatches) matches = read_matches_new (map, reasons);
  g_autoptr (ReadMatches) further = read_matches_new (map, reasons);
  read_matches_note_reason (matches, slice_of ("gift"));
  read_matches_note_reason (further, slice_of ("sla"));
  read_matches_note_reason (further, slice_of ("gift"));
  read_matches_note_header (further, header);
  read_matches_add (matches, further);
  ck_assert (read_matches_has_header (matches, 0));
  ck_assert (!read_matches_has_header (matches, 1));
  ck_assert (read_matches_has_reason (matches, 0));
  ck_assert (read_matches_has_reason (matches, 1));
  ck_assert (!read_matches_has_reason (matches, 2));
  read_matches_note_reason (matches, slice_of ("grant"));
  ck_assert (read_matches_has_reason (matches, 2));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("read-matches");
  TCase *tests = tcase_create ("read-matches");

  tcase_add_test (tests, header_names_are_met_folded);
  tcase_add_test (tests, reasons_are_met_without_case);
  tcase_add_test (tests, what_parts_have_met_adds_up);
  suite_add_tcase (suite, tests);
  return suite;
}

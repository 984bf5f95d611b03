/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/table/table-form.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const char *const amounts[] = { "Amount", "Cost", NULL };
static const char *const names[] = { "Name", NULL };
static const TableColumn columns[] = { { .role = "amount", .names = amounts, .is_needed = TRUE },
                                       { .role = "full-name", .names = names } };
static const TableForm form = { "a table", columns, 2 };
static const TableForm *const forms[] = { &form, NULL };

static Row
header (Slice *cells, const char *a, const char *b)
{
  cells[0] = slice_of (a);
  cells[1] = slice_of (b);
  return (Row){ .line = 1, .cell_count = 2, .cells = cells };
}

START_TEST (of_several_names_the_first_listed_counts)
{
  g_autoptr (TableMap) map = table_form_map_new ();
  g_auto (TablePlaces) places = { 0 };
  Slice cells[2];
  Row row = header (cells, "cost", "A-mount");

  ck_assert (table_form_bind (&places, &form, &row, map, "f", NULL));
  ck_assert_int_eq (places.columns[0], 1);
  ck_assert_int_eq (places.columns[1], TABLE_FORM_ABSENT);
  ck_assert (table_form_has_needed (&places, "f", 1, NULL));
  ck_assert (table_form_map_add (map, "full_name=COST", forms, NULL));
  ck_assert (table_form_bind (&places, &form, &row, map, "f", NULL));
  ck_assert_int_eq (places.columns[1], 0);
  ck_assert_ptr_null (table_form_map_unmatched (map));
}
END_TEST

START_TEST (what_is_missing_or_twice_is_refused)
{
  g_autoptr (TableMap) map = table_form_map_new ();
  g_auto (TablePlaces) places = { 0 };
  g_autoptr (GError) error = NULL;
  Slice cells[2];
  Row row = header (cells, "name", "x");

  ck_assert (table_form_bind (&places, &form, &row, map, "f", NULL));
  ck_assert (!table_form_has_needed (&places, "f", 1, &error));
  ck_assert (g_str_has_prefix (error->message, "f:1: found no column for amount"));
  g_clear_error (&error);
  row = header (cells, "Name", "n a m e");
  ck_assert (!table_form_bind (&places, &form, &row, map, "f", &error));
  ck_assert (strstr (error->message, "column 2") != NULL);
  g_clear_error (&error);
  ck_assert (!table_form_map_add (map, "nobody=x", forms, NULL));
  ck_assert (!table_form_map_add (map, "amount=", forms, NULL));
  ck_assert (table_form_map_add (map, "amount=Zz", forms, NULL));
}
END_TEST

START_TEST (a_role_that_there_is_not_is_asked_back)
{
  g_autoptr (TableMap) map = table_form_map_new ();
  g_autoptr (GError) error = NULL;

  ck_assert (!table_form_map_add (map, "amuont=Cost", forms, &error));
  ck_assert_str_eq (error->message, "--map: found \"amuont=Cost\", expected ROLE=HEADER with a "
                                    "role such as amount; did you mean amount?");
  g_clear_error (&error);
  ck_assert (!table_form_map_add (map, "amount", forms, &error));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("table-form");
  TCase *tests = tcase_create ("table-form");

  tcase_add_test (tests, of_several_names_the_first_listed_counts);
  tcase_add_test (tests, what_is_missing_or_twice_is_refused);
  tcase_add_test (tests, a_role_that_there_is_not_is_asked_back);
  suite_add_tcase (suite, tests);
  return suite;
}

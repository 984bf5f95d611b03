/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/late/late-library.h"
#include "base/recon-error.h"

typedef struct
{
  guint untouched;
  __typeof__ (abs) *late_abs;
  __typeof__ (labs) *late_labs;
} Table;

static const LateFunction functions[] = { { "labs", G_STRUCT_OFFSET (Table, late_labs) },
                                          { "abs", G_STRUCT_OFFSET (Table, late_abs) },
                                          { "no_such_function", 0 } };

static const LateLibrary library
    = { .file = "libc.so.6", .functions = functions, .count = 2, .table_bytes = sizeof (Table) };

START_TEST (the_table_holds_the_functions_of_the_library)
{
  gpointer opened = NULL;
  g_autoptr (GError) error = NULL;
  const Table *table = late_library_open (&library, &opened, &error);

  ck_assert_ptr_nonnull (table);
  ck_assert_ptr_null (error);
  ck_assert_ptr_eq (table, opened);
  ck_assert_int_eq (table->late_abs (-7), 7);
  ck_assert_int_eq (table->late_labs (-8L), 8);
  ck_assert_uint_eq (table->untouched, 0);
  g_free (opened);
}
END_TEST

START_TEST (a_library_is_opened_once)
{
  gpointer opened = NULL;
  gconstpointer first = late_library_open (&library, &opened, NULL);

  ck_assert_ptr_eq (late_library_open (&library, &opened, NULL), first);
  g_free (opened);
}
END_TEST

static void
check_refused (const LateLibrary *wanted, const char *what)
{
  gpointer opened = NULL;
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (late_library_open (wanted, &opened, &error));
  ck_assert_ptr_null (opened);
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INTERNAL));
  ck_assert (g_str_has_prefix (error->message, wanted->file));
  ck_assert_ptr_nonnull (strstr (error->message, what));
}

START_TEST (a_library_that_is_not_there_is_refused)
{
  LateLibrary wanted = library;

  wanted.file = "libacorecon-nowhere.so.1";
  check_refused (&wanted, "cannot open shared object file");
}
END_TEST

START_TEST (a_library_that_lacks_a_function_is_refused)
{
  LateLibrary wanted = library;

  wanted.count = 3;
  check_refused (&wanted, "no_such_function");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("late-library");
  TCase *tests = tcase_create ("late-library");

  tcase_add_test (tests, the_table_holds_the_functions_of_the_library);
  tcase_add_test (tests, a_library_is_opened_once);
  tcase_add_test (tests, a_library_that_is_not_there_is_refused);
  tcase_add_test (tests, a_library_that_lacks_a_function_is_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

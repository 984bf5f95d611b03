/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/name-book.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static void
add (NameBook *book, const char *customer, const char *name)
{
  name_book_add (book, slice_of (customer), slice_of (name));
}

START_TEST (the_last_name_counts)
{
  g_autoptr (NameBook) book = name_book_new (build_ids ());

  add (book, "c1", "Contoso");
  add (book, "c2", "Fabrikam");
  add (book, "c1", "Contoso Ltd");
  ck_assert_str_eq (name_book_lookup (book, "c1"), "Contoso Ltd");
  ck_assert_str_eq (name_book_lookup (book, "c2"), "Fabrikam");
  ck_assert_ptr_null (name_book_lookup (book, "c3"));
  name_book_free (NULL);
}
END_TEST

START_TEST (an_empty_name_is_passed_over)
{
  g_autoptr (NameBook) book = name_book_new (build_ids ());

  add (book, "c1", "Contoso");
  add (book, "c1", "");
  add (book, "c1", " \t\xc2\xa0");
  add (book, "c2", "");
  add (book, "c2", NULL);
  ck_assert_str_eq (name_book_lookup (book, "c1"), "Contoso");
  ck_assert_ptr_null (name_book_lookup (book, "c2"));
}
END_TEST

static gboolean
append_customer (const char *customer, const char *name, gpointer out)
{
  g_string_append_printf (out, "%s=%s ", customer, name != NULL ? name : "-");
  return strcmp (customer, "c3") != 0;
}

/* A row of a balance report has no name. */
START_TEST (customers_without_a_name_are_met_too)
{
  RowIds *ids = build_ids ();
  g_autoptr (NameBook) book = name_book_new (ids);
  g_autoptr (GString) met = g_string_new (NULL);

  (void) row_ids_add (ids, ROW_ID_CUSTOMER, slice_of ("c1"));
  add (book, "c2", "Fabrikam");
  (void) row_ids_add (ids, ROW_ID_CUSTOMER, slice_of ("C3"));
  (void) row_ids_add (ids, ROW_ID_CUSTOMER, slice_of ("c4"));
  ck_assert (!name_book_foreach_customer (book, append_customer, met));
  ck_assert_str_eq (met->str, "c1=- c2=Fabrikam c3=- ");
}
END_TEST

START_TEST (customers_have_no_case_and_names_are_kept_as_given)
{
  g_autoptr (NameBook) book = name_book_new (build_ids ());

  add (book, "C1", " Contoso ");
  ck_assert_str_eq (name_book_lookup (book, "c1"), " Contoso ");
  add (book, "c1", "CONTOSO");
  ck_assert_str_eq (name_book_lookup (book, "c1"), "CONTOSO");
}
END_TEST

/* The book may remember the name before: one that it begins with is another. */
START_TEST (a_name_that_begins_like_the_one_before_is_another)
{
  static const char *const names[] = { "Contoso", "Contoso L", "Contoso", "Contosa", "Contosa" };
  g_autoptr (NameBook) book = name_book_new (build_ids ());

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      add (book, "c1", names[i]);
      ck_assert_str_eq (name_book_lookup (book, "c1"), names[i]);
    }
}
END_TEST

START_TEST (only_the_bytes_of_the_slices_count)
{
  g_autoptr (NameBook) book = name_book_new (build_ids ());

  name_book_add (book, (Slice){ "c1,Contoso", 2 }, (Slice){ "Contoso,", 7 });
  ck_assert_str_eq (name_book_lookup (book, "c1"), "Contoso");
}
END_TEST

START_TEST (a_customer_is_found_by_a_name_that_no_other_has)
{
  g_autoptr (NameBook) book = name_book_new (build_ids ());

  ck_assert_ptr_null (name_book_find (book, "Contoso"));
  add (book, "C1", "Contoso");
  add (book, "c2", "Fabrikam");
  add (book, "c3", "fabrikam");
  ck_assert_str_eq (name_book_find (book, "CONTOSO"), "c1");
  ck_assert_ptr_null (name_book_find (book, "Conto"));
  ck_assert_ptr_null (name_book_find (book, "Fabrikam"));
  ck_assert_ptr_null (name_book_find (book, "c1"));
}
END_TEST

/* Only the name that counts: the last. */
START_TEST (a_customer_is_not_found_by_an_earlier_name)
{
  g_autoptr (NameBook) book = name_book_new (build_ids ());

  add (book, "c1", "Contoso");
  add (book, "c2", "Fabrikam");
  add (book, "c2", "Contoso");
  add (book, "c1", "Contoso Ltd");
  ck_assert_ptr_null (name_book_find (book, "Fabrikam"));
  ck_assert_str_eq (name_book_find (book, "Contoso"), "c2");
  ck_assert_str_eq (name_book_find (book, "Contoso Ltd"), "c1");
}
END_TEST

START_TEST (names_that_were_read_later_win_in_a_merge)
{
  g_autoptr (NameBook) book = name_book_new (build_ids ());
  g_autoptr (NameBook) later = name_book_new (build_ids ());
  g_autoptr (NameBook) empty = name_book_new (build_ids ());

  add (book, "c1", "Old");
  add (book, "c2", "Kept");
  add (later, "C1", "New");
  add (later, "c3", "Further");
  name_book_merge (book, later);
  name_book_merge (book, empty);
  ck_assert_str_eq (name_book_lookup (book, "c1"), "New");
  ck_assert_str_eq (name_book_lookup (book, "c2"), "Kept");
  ck_assert_str_eq (name_book_lookup (book, "c3"), "Further");
}
END_TEST

static gboolean
append_name (const char *customer, const char *name, gpointer data)
{
  g_string_append_printf (data, "%s=%s ", customer, name);
  return strcmp (name, "last") != 0;
}

START_TEST (all_names_are_told)
{
  g_autoptr (NameBook) names = name_book_new (build_ids ());
  g_autoptr (GString) told = g_string_new (NULL);

  name_book_add (names, slice_of ("c1"), slice_of ("One"));
  name_book_add (names, slice_of ("c2"), slice_of (""));
  name_book_add (names, slice_of ("c1"), slice_of ("First"));
  ck_assert (name_book_foreach (names, append_name, told));
  ck_assert_str_eq (told->str, "c1=First ");
  name_book_add (names, slice_of ("c2"), slice_of ("last"));
  name_book_add (names, slice_of ("c3"), slice_of ("x"));
  g_string_truncate (told, 0);
  ck_assert (!name_book_foreach (names, append_name, told));
  ck_assert_str_eq (told->str, "c1=First c2=last ");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("name-book");
  TCase *tcase = tcase_create ("name-book");

  tcase_add_test (tcase, the_last_name_counts);
  tcase_add_test (tcase, an_empty_name_is_passed_over);
  tcase_add_test (tcase, customers_without_a_name_are_met_too);
  tcase_add_test (tcase, customers_have_no_case_and_names_are_kept_as_given);
  tcase_add_test (tcase, a_name_that_begins_like_the_one_before_is_another);
  tcase_add_test (tcase, only_the_bytes_of_the_slices_count);
  tcase_add_test (tcase, a_customer_is_found_by_a_name_that_no_other_has);
  tcase_add_test (tcase, a_customer_is_not_found_by_an_earlier_name);
  tcase_add_test (tcase, names_that_were_read_later_win_in_a_merge);
  tcase_add_test (tcase, all_names_are_told);
  suite_add_tcase (suite, tcase);
  return suite;
}

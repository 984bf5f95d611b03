/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "core/answer/customer-choice.h"
#include "engine/customer-word.h"

static const HashKey key = { 1, 2 };
static NameBook *names;

static void
set_up (void)
{
  names = name_book_new (row_ids_new (&key));
  name_book_add (names, slice_of ("c1"), slice_of ("Contoso"));
  name_book_add (names, slice_of ("c2"), slice_of ("Contoso West"));
  name_book_add (names, slice_of ("d1"), slice_of ("Fabrikam"));
}

static void
tear_down (void)
{
  name_book_free (names);
}

static gboolean
list_two (const GArray *found, GError **error G_GNUC_UNUSED)
{
  ck_assert_uint_eq (found->len, 2);
  return TRUE;
}

static gboolean
fail_to_list (const GArray *found G_GNUC_UNUSED, GError **error)
{
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_OUTPUT, "full");
  return FALSE;
}

START_TEST (a_beginning_that_only_one_has_is_that_one)
{
  g_autofree char *id = customer_word_find (names, "fab", "CUSTOMER", NULL, NULL);

  ck_assert_str_eq (id, "d1");
}
END_TEST

START_TEST (where_nobody_lists_them_nothing_is_said_to_be_listed)
{
  g_autoptr (GError) listed = NULL, unlisted = NULL;

  ck_assert_ptr_null (customer_word_find (names, "c", "--customer", list_two, &listed));
  ck_assert_str_eq (listed->message,
                    "--customer: found several customers with names or ids that begin so, listed "
                    "on standard output; expected an id, or as much of an id or a name as only one "
                    "customer has");
  ck_assert_ptr_null (customer_word_find (names, "c", "--customer", NULL, &unlisted));
  ck_assert_str_eq (unlisted->message,
                    "--customer: found several customers with names or ids that begin so; expected "
                    "an id, or as much of an id or a name as only one customer has");
}
END_TEST

START_TEST (what_cannot_be_listed_is_told)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (customer_word_find (names, "c", "CUSTOMER", fail_to_list, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("customer-word");
  TCase *tests = tcase_create ("customer-word");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, a_beginning_that_only_one_has_is_that_one);
  tcase_add_test (tests, where_nobody_lists_them_nothing_is_said_to_be_listed);
  tcase_add_test (tests, what_cannot_be_listed_is_told);
  suite_add_tcase (suite, tests);
  return suite;
}

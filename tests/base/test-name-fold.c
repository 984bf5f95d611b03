/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/name-fold.h"

static const struct
{
  const char *text, *folded;
} folds[] = {
  { "", "" },
  { "CustomerId", "customerid" },
  { "CUSTOMERID", "customerid" },
  { "  Customer Id\t", "customerid" },
  { "customer_id", "customerid" },
  { "Customer-ID (tenant)", "customeridtenant" },
  { "\xef\xbb\xbf"
    "CustomerId",
    "customerid" },
  { "\xc2\xa0"
    "Customer\xc2\xa0"
    "Id",
    "customerid" },
  { "\xe2\x80\x8b"
    "CustomerId",
    "customerid" },
  { "ServiceInfo1", "serviceinfo1" },
  { " \t-_.()#", "" },
  { "GR\xc3\x96SSE", "gr\xc3\xb6sse" },
  { "Kosten \xe2\x82\xac", "kosten" },
};

START_TEST (names_are_folded)
{
  g_autofree char *folded = name_fold (folds[_i].text, strlen (folds[_i].text));
  ck_assert_str_eq (folded, folds[_i].folded);
}
END_TEST

START_TEST (no_more_than_the_length_is_folded)
{
  g_autofree char *folded = name_fold ("Status,Currency", 6);
  ck_assert_str_eq (folded, "status");
}
END_TEST

START_TEST (a_name_equals_what_it_folds_to_and_nothing_else)
{
  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      const gboolean same = strcmp (folds[_i].folded, folds[i].folded) == 0;
      g_autofree char *longer = g_strconcat (folds[i].folded, "x", NULL);

      ck_assert_int_eq (name_fold_equals (folds[_i].text, folds[i].folded), same);
      ck_assert (!name_fold_equals (folds[_i].text, longer));
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("name-fold");
  TCase *tests = tcase_create ("name-fold");

  tcase_add_loop_test (tests, names_are_folded, 0, G_N_ELEMENTS (folds));
  tcase_add_test (tests, no_more_than_the_length_is_folded);
  tcase_add_loop_test (tests, a_name_equals_what_it_folds_to_and_nothing_else, 0,
                       G_N_ELEMENTS (folds));
  suite_add_tcase (suite, tests);
  return suite;
}

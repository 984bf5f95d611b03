/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "input/input-digests.h"
#include "test-place.h"

/* Of the content "a" and "b". */
#define A "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
#define B "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"

START_TEST (every_content_has_its_digest)
{
  const char *const paths[] = { "a.csv", "b.csv", NULL };

  put (paths[0], "a");
  put (paths[1], "b");
  g_autoptr (InputSet) inputs = input_set_new (paths, 0, NULL);
  ck_assert_ptr_nonnull (inputs);
  g_autoptr (GHashTable) digests = input_digests_read (inputs, 0, NULL);
  ck_assert_uint_eq (g_hash_table_size (digests), 2);
  ck_assert (g_hash_table_contains (digests, A));
  ck_assert (g_hash_table_contains (digests, B));
}
END_TEST

START_TEST (there_is_a_limit)
{
  const char *const paths[] = { "a.csv", NULL };
  g_autoptr (GError) error = NULL;

  put (paths[0], "aaaa");
  g_autoptr (InputSet) inputs = input_set_new (paths, 0, NULL);

  ck_assert_ptr_null (input_digests_read (inputs, 2, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("input-digests");
  TCase *tcase = tcase_create ("input-digests");

  tcase_add_checked_fixture (tcase, make_place, remove_place);
  tcase_add_test (tcase, every_content_has_its_digest);
  tcase_add_test (tcase, there_is_a_limit);
  suite_add_tcase (suite, tcase);
  return suite;
}

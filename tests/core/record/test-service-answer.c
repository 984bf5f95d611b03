/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/record/service-answer.h"

START_TEST (what_was_answered_can_be_cleared_twice)
{
  ServicePage page = { .next = g_strdup ("x") };
  ServiceOperation operation = { .code = g_strdup ("5000"), .link = g_strdup ("y") };
  ServiceManifest manifest = { .etag = g_strdup ("E"), .text = g_string_new ("{}") };
  ServiceProfile *profile = g_new0 (ServiceProfile, 1);

  page.profiles = g_ptr_array_new_with_free_func ((GDestroyNotify) service_answer_free_profile);
  profile->name = g_strdup ("P");
  g_ptr_array_add (page.profiles, profile);
  for (guint i = 0; i < 2; i++)
    {
      service_answer_clear_page (&page);
      service_answer_clear_operation (&operation);
      service_answer_clear_manifest (&manifest);
    }
  ck_assert_ptr_null (page.profiles);
  ck_assert_ptr_null (operation.link);
  ck_assert_ptr_null (manifest.text);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("service-answer");
  TCase *tests = tcase_create ("service-answer");

  tcase_add_test (tests, what_was_answered_can_be_cleared_twice);
  suite_add_tcase (suite, tests);
  return suite;
}

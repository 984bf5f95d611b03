/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "input/service/operation-body.h"

static char *
state_of (const char *json)
{
  g_auto (ServiceOperation) operation = { 0 };
  g_autoptr (GError) error = NULL;

  if (!operation_body_read ("x", slice_of (json), &operation, &error))
    return g_strdup (error->message);
  return g_strdup_printf ("%u %s %s %.*s", operation.state,
                          operation.code != NULL ? operation.code : "-",
                          operation.link != NULL ? operation.link : "-",
                          (int) operation.manifest.length, operation.manifest.text);
}

START_TEST (an_operation_tells_how_far_it_is)
{
  static const struct
  {
    const char *json;
    const char *state;
  } cases[]
      = { { "{\"status\": \"notStarted\"}", "0 - - " },
          { "{\"status\": \"running\", \"resourceLocation\": null}", "0 - - " },
          { "{\"status\": \"succeeded\", \"resourceLocation\": \"/m\"}", "1 - /m " },
          { "{\"resourceLocation@odata.navigationLink\": \"/n\", \"resourceLocation\": \"/m\", "
            "\"status\": \"succeeded\"}",
            "1 - /n " },
          { "{\"status\": \"succeeded\", \"resourceLocation\": {\"a\": [1]}}",
            "1 - - {\"a\": [1]}" },
          { "{\"status\": \"failed\", \"error\": {\"code\": \"5000\"}}", "2 5000 - " },
          { "{\"status\": \"failed\", \"error\": {\"code\": \"a\\nb\"}}", "2 - - " } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *state = state_of (cases[i].json);
      ck_assert_str_eq (state, cases[i].state);
    }
}
END_TEST

START_TEST (another_status_is_refused)
{
  static const char *const cases[]
      = { "{}", "{\"status\": \"Succeeded\"}", "{\"status\": null}", "{\"status\": 1}", "[]", "" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *state = state_of (cases[i]);
      ck_assert_msg (g_str_has_prefix (state, "x:1:"), "%s: %s", cases[i], state);
    }
}
END_TEST

START_TEST (the_code_of_an_error_is_a_word)
{
  g_autofree char *code
      = operation_body_error_code (slice_of ("{\"error\": {\"code\": \"No.Token\"}}"));

  ck_assert_str_eq (code, "No.Token");
  ck_assert_ptr_null (operation_body_error_code (slice_of ("{\"error\": {\"code\": \"a b\"}}")));
  ck_assert_ptr_null (operation_body_error_code (slice_of ("{\"error\": \"x\"}")));
  ck_assert_ptr_null (operation_body_error_code (slice_of ("<html>")));
  ck_assert_ptr_null (operation_body_error_code ((Slice){ NULL, 0 }));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("operation-body");
  TCase *tests = tcase_create ("operation-body");

  tcase_add_test (tests, an_operation_tells_how_far_it_is);
  tcase_add_test (tests, another_status_is_refused);
  tcase_add_test (tests, the_code_of_an_error_is_a_word);
  suite_add_tcase (suite, tests);
  return suite;
}

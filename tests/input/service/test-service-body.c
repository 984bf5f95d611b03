/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "input/service/service-body.h"

static gboolean
take_a (ServiceBody *body, const JsonToken *first, gpointer data, GError **error)
{
  return service_body_text (body, first, data, error);
}

static gboolean
read_a (const char *text, char **a, GError **error)
{
  static const ServiceMember members[] = { { "a", take_a }, { 0 } };
  g_auto (ServiceBody) body = { 0 };
  JsonToken first;

  service_body_open (&body, "x.json", slice_of (text));
  return service_body_next (&body, &first, error)
         && service_body_object (&body, &first, members, a, error)
         && service_body_end (&body, error);
}

START_TEST (a_member_is_found_among_others)
{
  static const struct
  {
    const char *json;
    const char *a;
  } cases[] = { { "{\"b\": [{\"a\": \"no\"}, 1, null], \"A\": \" yes \"}", "yes" },
                { "{\"a\": \"\\u0041\"}", "A" },
                { "{\"a\": null}", NULL },
                { "{\"a\": \"  \"}", NULL },
                { " {} ", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = NULL;
      ck_assert_msg (read_a (cases[i].json, &a, NULL), "%s", cases[i].json);
      ck_assert_msg (g_strcmp0 (a, cases[i].a) == 0, "%s", cases[i].json);
    }
}
END_TEST

START_TEST (what_is_wrong_is_named_with_its_place)
{
  static const struct
  {
    const char *json;
    const char *place;
  } cases[] = { { "{\n \"a\": 7}", "x.json:2:7: found a number, expected a text" },
                { "[]", "x.json:1:1: found an array, expected an object" },
                { "{} x", "x.json:1:4: " },
                { "", "x.json:1:1: " },
                { "{\"a\": \"x\"", "x.json:1:10: " } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = NULL;
      g_autoptr (GError) error = NULL;
      ck_assert_msg (!read_a (cases[i].json, &a, &error), "%s", cases[i].json);
      ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
      ck_assert_msg (g_str_has_prefix (error->message, cases[i].place), "%s", error->message);
    }
}
END_TEST

START_TEST (an_object_stands_as_it_is)
{
  static const char text[] = "{\n\"x\":{\"y\": [1, {}]} }";
  g_auto (ServiceBody) body = { 0 };
  JsonToken token;
  Slice bytes;

  service_body_open (&body, "x", slice_of (text));
  ck_assert (service_body_next (&body, &token, NULL));
  ck_assert (service_body_next (&body, &token, NULL)); /* the key */
  ck_assert (service_body_next (&body, &token, NULL));
  ck_assert (service_body_bytes (&body, &token, &bytes, NULL));
  g_autofree char *copy = slice_dup (bytes);
  ck_assert_str_eq (copy, "{\"y\": [1, {}]}");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("service-body");
  TCase *tests = tcase_create ("service-body");

  tcase_add_test (tests, a_member_is_found_among_others);
  tcase_add_test (tests, what_is_wrong_is_named_with_its_place);
  tcase_add_test (tests, an_object_stands_as_it_is);
  suite_add_tcase (suite, tests);
  return suite;
}

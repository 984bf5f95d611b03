/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-keys.h"
#include "test-main.h"

#include <check.h>

static gboolean
add (JsonKeys *keys, const char *key)
{
  return json_keys_add (keys, slice_of (key));
}

START_TEST (a_key_comes_once_in_an_object_whatever_its_case)
{
  g_autoptr (JsonKeys) keys = json_keys_new ();

  json_keys_open (keys);
  ck_assert (add (keys, "id") && add (keys, "name") && add (keys, "nam") && add (keys, ""));
  json_keys_open (keys);
  ck_assert (add (keys, "id") && !add (keys, "ID"));
  json_keys_close (keys);
  ck_assert (!add (keys, "Name") && !add (keys, "") && add (keys, "Ä") && add (keys, "ä"));
}
END_TEST

START_TEST (many_keys_are_told_apart_too)
{
  g_autoptr (JsonKeys) keys = json_keys_new ();
  char text[16];

  json_keys_open (keys);
  for (int i = 0; i < 1000; i++)
    {
      g_snprintf (text, sizeof text, "k%d", i);
      ck_assert (add (keys, text));
    }
  ck_assert (!add (keys, "K0") && !add (keys, "k999") && add (keys, "k1000"));
  json_keys_open (keys);
  ck_assert (add (keys, "k0"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("json-keys");
  TCase *tests = tcase_create ("json-keys");

  tcase_add_test (tests, a_key_comes_once_in_an_object_whatever_its_case);
  tcase_add_test (tests, many_keys_are_told_apart_too);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-style.h"
#include "test-main.h"

#include <check.h>
#include <glib.h>
#include <string.h>

START_TEST (the_style_stays_in_its_element_and_loads_nothing)
{
  const char *style = statement_style ();

  ck_assert_ptr_null (strchr (style, '<'));
  ck_assert_ptr_null (strstr (style, "url("));
  ck_assert_ptr_null (strstr (style, "@import"));
  ck_assert (g_str_is_ascii (style));
}
END_TEST

START_TEST (braces_are_closed)
{
  int open = 0;

  for (const char *at = statement_style (); *at != '\0'; at++)
    {
      open += (*at == '{') - (*at == '}');
      ck_assert (open >= 0 && open <= 2);
    }
  ck_assert_int_eq (open, 0);
}
END_TEST

START_TEST (paper_keeps_its_size)
{
  ck_assert_ptr_nonnull (strstr (statement_style (), "@page{margin:"));
  ck_assert_ptr_null (strstr (statement_style (), "@page{size"));
}
END_TEST

START_TEST (the_hash_is_that_of_the_style)
{
  g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, statement_style (), -1);
  g_autofree char *base64 = statement_style_hash ();
  gsize length;
  g_autofree guchar *digest = g_base64_decode (base64, &length);

  ck_assert_uint_eq (length, 32);
  for (gsize i = 0; i < length; i++)
    ck_assert_int_eq (digest[i], g_ascii_xdigit_value (hex[2 * i]) * 16
                                     + g_ascii_xdigit_value (hex[2 * i + 1]));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement-style");
  TCase *tests = tcase_create ("statement-style");

  tcase_add_test (tests, the_style_stays_in_its_element_and_loads_nothing);
  tcase_add_test (tests, braces_are_closed);
  tcase_add_test (tests, paper_keeps_its_size);
  tcase_add_test (tests, the_hash_is_that_of_the_style);
  suite_add_tcase (suite, tests);
  return suite;
}

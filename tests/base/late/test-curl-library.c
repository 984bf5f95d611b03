/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#ifdef HAVE_CURL
#include "base/late/curl-library.h"
#endif

START_TEST (a_date_of_a_header_is_read)
{
#ifdef HAVE_CURL
  GError *error = NULL;

  ck_assert (curl_library_open (&error));
  ck_assert_int_eq ((gint64) curl_getdate ("Sun, 06 Nov 1994 08:49:37 GMT", NULL), 784111777);
  ck_assert_int_eq ((gint64) curl_getdate ("soon", NULL), -1);
#endif
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("curl-library");
  TCase *tests = tcase_create ("curl-library");

  tcase_add_test (tests, a_date_of_a_header_is_read);
  suite_add_tcase (suite, tests);
  return suite;
}

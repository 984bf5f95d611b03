/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "io/foreign-text.h"

START_TEST (pages_and_error_documents_are_known_by_their_first_line)
{
  static const char *const lines[] = {
    "<!DOCTYPE html>", "  <!doctype HTML PUBLIC \"-//W3C//DTD\">", "<html lang=\"en\">",
    "\xef\xbb\xbf<HTML>",
    "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>AuthenticationFailed"
  };
  static const char *const words[]
      = { "a web page", "a web page", "a web page", "a web page", "an XML document" };

  ck_assert_ptr_nonnull (strstr (foreign_text_of (slice_of (lines[_i])), words[_i]));
}
END_TEST

START_TEST (headers_and_objects_are_not_foreign)
{
  static const char *const lines[]
      = { "", "<", "<htm", "CustomerId,<html>", "{\"value\": \"<html>\"}", "\xef\xbb\xbf" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    ck_assert_ptr_null (foreign_text_of (slice_of (lines[i])));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("foreign-text");
  TCase *tests = tcase_create ("first line");

  tcase_add_loop_test (tests, pages_and_error_documents_are_known_by_their_first_line, 0, 5);
  tcase_add_test (tests, headers_and_objects_are_not_foreign);
  suite_add_tcase (suite, tests);
  return suite;
}

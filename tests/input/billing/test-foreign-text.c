/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "input/billing/foreign-text.h"

START_TEST (pages_and_error_documents_are_known_by_their_first_line)
{
  static const char *const lines[] = {
    "<!DOCTYPE html>", "  <!doctype HTML PUBLIC \"-//W3C//DTD\">", "<html lang=\"en\">",
    "\xef\xbb\xbf<HTML>",
    "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>AuthenticationFailed"
  };
  static const char *const words[]
      = { "a web page", "a web page", "a web page", "a web page", "an XML document" };

  ck_assert_ptr_nonnull (strstr (foreign_text_of (slice_of (lines[_i]))->what, words[_i]));
}
END_TEST

START_TEST (tables_of_a_report_pack_are_known_by_their_whole_header)
{
  const char *header = "customer_id,customer_name,month,currency,balance_used,invoice_credit,"
                       "usage_credit,difference,allowance,result";
  const ForeignText *found = foreign_text_of (slice_of (header));

  ck_assert_ptr_nonnull (found);
  ck_assert_str_eq (found->what, "a table of a report pack");
  ck_assert_ptr_null (foreign_text_of ((Slice){ header, strlen (header) - 1 }));
  ck_assert_ptr_null (foreign_text_of (slice_of ("customer_id,customer_name")));
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
  tcase_add_test (tests, tables_of_a_report_pack_are_known_by_their_whole_header);
  tcase_add_test (tests, headers_and_objects_are_not_foreign);
  suite_add_tcase (suite, tests);
  return suite;
}

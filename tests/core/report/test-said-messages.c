/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/report/said-messages.h"

START_TEST (what_was_said_is_taken_in_its_order)
{
  g_autoptr (SaidMessages) said = said_messages_new ();

  ck_assert (said_messages_are_collected (said));
  said_messages_add (said, g_strdup ("een"));
  said_messages_add (said, g_strdup ("twee"));
  said_messages_begin (said);
  ck_assert (!said_messages_are_collected (said));
  ck_assert_str_eq (said_messages_next (said), "een");
  ck_assert (!said_messages_are_taken (said));
  ck_assert_str_eq (said_messages_next (said), "twee");
  ck_assert (said_messages_are_taken (said));
  said_messages_collect (said);
  ck_assert (said_messages_are_collected (said));
  said_messages_begin (said);
  ck_assert (said_messages_are_taken (said));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("said-messages");
  TCase *all = tcase_create ("all");

  tcase_add_test (all, what_was_said_is_taken_in_its_order);
  suite_add_tcase (suite, all);
  return suite;
}

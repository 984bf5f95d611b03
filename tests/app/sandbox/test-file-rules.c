/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/sandbox/file-rules.h"
#include "test-main.h"
#include "test-place.h"

#include <errno.h>

/* Nothing takes them back: only where each test is a process of its own. NULL: not to be tried. */
static FileRules *
begin (void)
{
  GError *error = NULL;

  if (g_strcmp0 (g_getenv ("CK_FORK"), "no") == 0 || file_rules_version () == 0)
    return NULL;
  FileRules *rules = file_rules_new (&error);
  ck_assert_msg (rules != NULL, "%s", error != NULL ? error->message : "");
  file_rules_allow (rules, "/proc", FILE_RULE_READ); /* sanitizers look there at the end */
  return rules;
}

static void
enforce (FileRules *rules)
{
  GError *error = NULL;

  ck_assert_msg (file_rules_enforce (rules, &error), "%s", error != NULL ? error->message : "");
  file_rules_free (rules);
}

static void
assert_opens (const char *path, int flags, int expected)
{
  const int fd = open (path, flags | O_CLOEXEC, 0600);

  ck_assert_msg ((fd < 0 ? errno : 0) == expected, "%s: %s", path, g_strerror (fd < 0 ? errno : 0));
  if (fd >= 0)
    close (fd);
}

static void
set_up (void)
{
  make_place ();
  put_deep ("in/deep/a", "a");
  put_deep ("out/old", "old");
  put ("b", "b");
  put ("c", "c");
  ck_assert_int_eq (symlink ("../c", "in/link"), 0);
}

START_TEST (a_folder_is_read_with_all_below_it)
{
  FileRules *rules = begin ();

  if (rules == NULL)
    return;
  file_rules_allow (rules, "in", FILE_RULE_READ);
  enforce (rules);
  assert_opens ("in", O_RDONLY | O_DIRECTORY, 0);
  assert_opens ("in/deep/a", O_RDONLY, 0);
  assert_opens ("in/deep/a", O_WRONLY, EACCES);
  assert_opens ("in/deep/new", O_WRONLY | O_CREAT, EACCES);
  assert_opens ("b", O_RDONLY, EACCES);
  assert_opens ("/etc/passwd", O_RDONLY, EACCES);
}
END_TEST

START_TEST (a_file_is_read_alone)
{
  FileRules *rules = begin ();

  if (rules == NULL)
    return;
  file_rules_allow (rules, "b", FILE_RULE_READ);
  enforce (rules);
  assert_opens ("b", O_RDONLY, 0);
  assert_opens ("b", O_WRONLY | O_TRUNC, EACCES);
  assert_opens ("c", O_RDONLY, EACCES);
  assert_holds ("b", "b");
}
END_TEST

START_TEST (a_link_is_what_it_leads_to)
{
  FileRules *rules = begin ();

  if (rules == NULL)
    return;
  file_rules_allow (rules, "in/link", FILE_RULE_READ);
  enforce (rules);
  assert_opens ("c", O_RDONLY, 0);
  assert_opens ("in/link", O_RDONLY, 0);
  assert_opens ("in/deep/a", O_RDONLY, EACCES);
}
END_TEST

START_TEST (below_a_folder_files_appear_move_and_go)
{
  FileRules *rules = begin ();

  if (rules == NULL)
    return;
  file_rules_allow (rules, "out", FILE_RULE_WRITE);
  enforce (rules);
  ck_assert_int_eq (mkdir ("out/new", 0700), 0);
  assert_opens ("out/new/file", O_WRONLY | O_CREAT | O_EXCL, 0);
  ck_assert_int_eq (rename ("out/new/file", "out/file"), 0);
  ck_assert_int_eq (unlink ("out/file"), 0);
  ck_assert_int_eq (rmdir ("out/new"), 0);
  ck_assert_int_eq (symlink ("old", "out/link"), -1);
  ck_assert_int_eq (errno, EACCES);
  ck_assert_int_eq (rename ("out/old", "old"), -1);
  ck_assert_int_eq (mkdir ("new", 0700), -1);
  ck_assert_int_eq (errno, EACCES);
}
END_TEST

START_TEST (what_is_not_there_is_no_rule)
{
  FileRules *rules = begin ();

  if (rules == NULL)
    return;
  file_rules_allow (rules, "nowhere", FILE_RULE_WRITE);
  enforce (rules);
  assert_opens ("nowhere", O_RDONLY, ENOENT);
  assert_opens ("nowhere", O_WRONLY | O_CREAT, EACCES);
}
END_TEST

START_TEST (what_is_open_stays_open)
{
  FileRules *rules = begin ();
  const int fd = open ("b", O_RDONLY | O_CLOEXEC);
  char byte;

  if (rules == NULL)
    return;
  enforce (rules);
  ck_assert_int_eq (read (fd, &byte, 1), 1);
  close (fd);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("file-rules");
  TCase *tests = tcase_create ("file-rules");

  tcase_add_unchecked_fixture (tests, set_up, remove_place);
  tcase_add_test (tests, a_folder_is_read_with_all_below_it);
  tcase_add_test (tests, a_file_is_read_alone);
  tcase_add_test (tests, a_link_is_what_it_leads_to);
  tcase_add_test (tests, below_a_folder_files_appear_move_and_go);
  tcase_add_test (tests, what_is_not_there_is_no_rule);
  tcase_add_test (tests, what_is_open_stays_open);
  suite_add_tcase (suite, tests);
  return suite;
}

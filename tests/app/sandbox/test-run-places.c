/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/sandbox/run-places.h"
#include "test-main.h"
#include "test-place.h"

#include <errno.h>

#define ARGUMENTS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* FALSE: not to be tried. Nothing takes it back: each test is a process of its own. */
static gboolean
confine (CommandMask command, const char *const *arguments)
{
  GError *error = NULL;
  g_autoptr (FileRules) rules = NULL;
  g_autoptr (Options) options = options_parse (command, arguments, &error);

  ck_assert_msg (options != NULL, "%s", error != NULL ? error->message : "");
  if (g_strcmp0 (g_getenv ("CK_FORK"), "no") == 0 || file_rules_version () == 0)
    return FALSE;
  rules = file_rules_new (NULL);
  file_rules_allow (rules, "/proc", FILE_RULE_READ);
  run_places_allow (command, options, rules);
  ck_assert (file_rules_enforce (rules, NULL));
  return TRUE;
}

static gboolean
reads (const char *path)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC);

  return fd >= 0 && close (fd) == 0;
}

static gboolean
writes (const char *path)
{
  const int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  return fd >= 0 && close (fd) == 0;
}

static void
set_up (void)
{
  make_place ();
  put_deep ("in/a.csv", "a");
  put_deep ("other/b.csv", "b");
  put_deep ("other/logo.png", "logo");
  put_deep ("out/keep", "");
  put_deep ("data/keep", "");
  ck_assert_int_eq (symlink ("../other/b.csv", "in/link.csv"), 0);
  g_setenv ("XDG_DATA_HOME", "/nowhere", TRUE);
  g_unsetenv ("ACORECON_HISTORY");
}

START_TEST (inputs_are_read_with_what_links_lead_to)
{
  if (!confine (COMMAND_RECONCILE, ARGUMENTS ("in")))
    return;
  ck_assert (reads ("in/a.csv"));
  ck_assert (reads ("in/link.csv"));
  ck_assert (!reads ("other/logo.png"));
  ck_assert (!writes ("in/a.csv"));
  ck_assert (!writes ("new"));
}
END_TEST

START_TEST (files_that_options_name_are_read)
{
  if (!confine (COMMAND_STATEMENT, ARGUMENTS ("--logo", "other/logo.png", "in/a.csv")))
    return;
  ck_assert (reads ("other/logo.png"));
  ck_assert (reads ("in/a.csv"));
  ck_assert (!reads ("other/b.csv"));
}
END_TEST

START_TEST (output_appears_beside_its_name)
{
  if (!confine (COMMAND_RECONCILE, ARGUMENTS ("--output", "out/pack", "in")))
    return;
  ck_assert (writes ("out/new"));
  ck_assert (!writes ("data/new"));
}
END_TEST

START_TEST (a_history_is_written_with_its_journal)
{
  if (!confine (COMMAND_CLOSE, ARGUMENTS ("--history", "data/history.db", "2026-10", "in")))
    return;
  ck_assert (writes ("data/history.db"));
  ck_assert (writes ("data/history.db-journal"));
  ck_assert (!writes ("out/new"));
}
END_TEST

START_TEST (a_folder_that_is_yet_to_be_made_can_be_made)
{
  if (!confine (COMMAND_INIT, ARGUMENTS ("data/new/deep")))
    return;
  ck_assert_int_eq (g_mkdir_with_parents ("data/new/deep", 0700), 0);
  ck_assert (!writes ("out/new"));
}
END_TEST

START_TEST (tokens_and_certificates_are_for_who_fetches)
{
  if (!confine (COMMAND_FETCH_MCA,
                ARGUMENTS ("--token-file", "other/b.csv", "--output", "out/mca")))
    return;
  ck_assert (reads ("other/b.csv"));
  ck_assert (reads ("/etc/hosts"));
  ck_assert (!reads ("/etc/passwd"));
  ck_assert (writes ("out/mca"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("run-places");
  TCase *tests = tcase_create ("run-places");

  tcase_add_unchecked_fixture (tests, set_up, remove_place);
  tcase_add_test (tests, inputs_are_read_with_what_links_lead_to);
  tcase_add_test (tests, files_that_options_name_are_read);
  tcase_add_test (tests, output_appears_beside_its_name);
  tcase_add_test (tests, a_history_is_written_with_its_journal);
  tcase_add_test (tests, a_folder_that_is_yet_to_be_made_can_be_made);
  tcase_add_test (tests, tokens_and_certificates_are_for_who_fetches);
  suite_add_tcase (suite, tests);
  return suite;
}

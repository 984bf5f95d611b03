/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "app/option/config-file.h"
#include "base/recon-error.h"
#include "test-place.h"

#define ARGUMENTS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* A command line, and the configuration beside it. */
static Options *options;
static ConfigFile *config;
static GError *error;

static void
set_up (void)
{
  make_place ();
  g_autofree char *home = g_build_filename (place, "home", NULL);
  g_setenv ("HOME", home, TRUE);
  g_unsetenv ("XDG_CONFIG_HOME");
}

static void
tear_down (void)
{
  g_clear_pointer (&options, options_free);
  g_clear_pointer (&config, config_file_free);
  g_clear_error (&error);
  remove_place ();
}

static gboolean
loads (CommandMask command, const char *const *arguments)
{
  options = options_parse (command, arguments, &error);
  ck_assert_msg (options != NULL, "%s", error == NULL ? "" : error->message);
  config = config_file_load (options, &error);
  return config != NULL;
}

static void
apply (CommandMask command, const char *const *arguments)
{
  const gboolean good = loads (command, arguments);

  ck_assert_msg (good, "%s", error == NULL ? "" : error->message);
  config_file_apply (config, command, options);
}

/* As --config c.ini with this text. */
static void
apply_text (const char *text)
{
  put ("c.ini", text);
  apply (COMMAND_RECONCILE, ARGUMENTS ("--config", "c.ini"));
}

static void
assert_usage_error (const char *message)
{
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert_str_eq (error->message, message);
}

static void
assert_list (OptionId id, const char *expected)
{
  const char *const *values = options_list (options, id);
  g_autoptr (GString) found = g_string_new (NULL);

  for (const char *separator = ""; *values != NULL; values++, separator = "|")
    g_string_append_printf (found, "%s%s", separator, *values);
  ck_assert_str_eq (found->str, expected);
}

/* Where the file is looked for */

START_TEST (a_default_file_need_not_be_there)
{
  apply (COMMAND_RECONCILE, ARGUMENTS (NULL));
  ck_assert_ptr_null (config_file_path (config));
  for (guint id = 0; id < OPTION_COUNT; id++)
    ck_assert (!options_has (options, (OptionId) id));
}
END_TEST

START_TEST (nobody_need_have_a_home)
{
  g_unsetenv ("HOME");
  apply (COMMAND_RECONCILE, ARGUMENTS (NULL));
  ck_assert_ptr_null (config_file_path (config));
  tear_down ();
  set_up ();
  g_setenv ("HOME", "", TRUE);
  put_deep (".config/acorecon/config.ini", "[options]\ntolerance = 0.05\n");
  apply (COMMAND_RECONCILE, ARGUMENTS (NULL));
  ck_assert_ptr_null (config_file_path (config));
}
END_TEST

START_TEST (the_file_stands_in_the_home)
{
  g_autofree char *path = g_build_filename (place, "home/.config/acorecon/config.ini", NULL);

  put_deep (path, "[options]\ntolerance = 0.05\n");
  apply (COMMAND_RECONCILE, ARGUMENTS (NULL));
  ck_assert_str_eq (config_file_path (config), path);
  ck_assert_str_eq (options_get (options, OPTION_TOLERANCE), "0.05");
  ck_assert_str_eq (options_origin (options, OPTION_TOLERANCE), path);
}
END_TEST

START_TEST (xdg_config_home_comes_before_the_home)
{
  g_autofree char *base = g_build_filename (place, "xdg", NULL);
  g_autofree char *path = g_build_filename (base, "acorecon", "config.ini", NULL);

  put_deep ("home/.config/acorecon/config.ini", "[options]\ntolerance = 1\n");
  put_deep (path, "[options]\ntolerance = 2\n");
  g_setenv ("XDG_CONFIG_HOME", base, TRUE);
  apply (COMMAND_RECONCILE, ARGUMENTS (NULL));
  ck_assert_str_eq (config_file_path (config), path);
  ck_assert_str_eq (options_get (options, OPTION_TOLERANCE), "2");
}
END_TEST

START_TEST (the_home_is_not_looked_at_when_xdg_config_home_is_empty_of_files)
{
  g_autofree char *base = g_build_filename (place, "xdg", NULL);

  put_deep ("home/.config/acorecon/config.ini", "[options]\ntolerance = 1\n");
  g_setenv ("XDG_CONFIG_HOME", base, TRUE);
  apply (COMMAND_RECONCILE, ARGUMENTS (NULL));
  ck_assert_ptr_null (config_file_path (config));
}
END_TEST

START_TEST (an_xdg_config_home_that_is_not_absolute_does_not_count)
{
  put_deep ("home/.config/acorecon/config.ini", "[options]\ntolerance = 1\n");
  put_deep ("xdg/acorecon/config.ini", "[options]\ntolerance = 2\n");
  g_setenv ("XDG_CONFIG_HOME", _i == 0 ? "xdg" : "", TRUE);
  apply (COMMAND_RECONCILE, ARGUMENTS (NULL));
  ck_assert_str_eq (options_get (options, OPTION_TOLERANCE), "1");
}
END_TEST

START_TEST (a_given_file_takes_the_place_of_the_default_one)
{
  put_deep ("home/.config/acorecon/config.ini", "[options]\ntolerance = 1\nquiet = true\n");
  put ("c.ini", "[options]\ntolerance = 2\n");
  apply (COMMAND_RECONCILE, ARGUMENTS ("--config=c.ini"));
  ck_assert_str_eq (config_file_path (config), "c.ini");
  ck_assert_str_eq (options_get (options, OPTION_TOLERANCE), "2");
  ck_assert (!options_has (options, OPTION_QUIET));
}
END_TEST

START_TEST (a_given_file_must_be_there)
{
  ck_assert (!loads (COMMAND_RECONCILE, ARGUMENTS ("--config", "none.ini")));
  assert_usage_error ("none.ini: cannot read it: No such file or directory");
}
END_TEST

START_TEST (a_default_file_that_is_not_as_it_must_be_is_refused)
{
  g_autofree char *message = g_strdup_printf (
      "%s/home/.config/acorecon/config.ini: found \"tolerence\", expected the long name of an "
      "option as key; did you mean tolerance?",
      place);

  put_deep ("home/.config/acorecon/config.ini", "[options]\ntolerence = 1\n");
  ck_assert (!loads (COMMAND_RECONCILE, ARGUMENTS (NULL)));
  assert_usage_error (message);
}
END_TEST

/* What stands in it */

static const struct
{
  const char *text, *message;
} refused[] = {
  { "[option]\nquiet = true\n",
    "c.ini: found \"option\", expected the group [options] and no other; did you mean options?" },
  { "[options]\nquiet = true\n[other]\n",
    "c.ini: found \"other\", expected the group [options] and no other" },
  { "[Options]\n",
    "c.ini: found \"Options\", expected the group [options] and no other; did you mean options?" },
  { "[options]\ntolerence = 1\n", "c.ini: found \"tolerence\", expected the long name of an option "
                                  "as key; did you mean tolerance?" },
  { "[options]\nTolerance = 1\n", "c.ini: found \"Tolerance\", expected the long name of an option "
                                  "as key; did you mean tolerance?" },
  { "[options]\n--quiet = true\n",
    "c.ini: found \"--quiet\", expected the long name of an option as key; did you mean quiet?" },
  { "[options]\nretr = 1\n",
    "c.ini: found \"retr\", expected the long name of an option as key; did "
    "you mean retries or retry-wait?" },
  { "[options]\nhelp = true\n",
    "c.ini: found \"help\", expected the long name of an option as key" },
  { "[options]\nconfig = d.ini\n",
    "c.ini: found \"config\", expected the long name of an option as key" },
  { "[options]\nquiet = yes\n", "c.ini: found \"yes\", expected true or false for a switch" },
  { "[options]\nquiet = True\n",
    "c.ini: found \"True\", expected true or false for a switch; did you mean true?" },
  { "[options]\nquiet = 1\n", "c.ini: found \"1\", expected true or false for a switch" },
  { "[options]\nquiet =\n", "c.ini: found \"\", expected true or false for a switch" },
  { "[options]\ntitle = \xff\n", "c.ini: found \"title\", expected a value in UTF-8 for this key" },
};

START_TEST (what_is_not_as_it_must_be_is_refused)
{
  put ("c.ini", refused[_i].text);
  ck_assert (!loads (COMMAND_RECONCILE, ARGUMENTS ("--config", "c.ini")));
  assert_usage_error (refused[_i].message);
}
END_TEST

static const char *const unreadable[] = { "quiet = true\n", "[options]\nquiet\n", "<options/>\n" };

START_TEST (what_is_no_ini_file_is_refused)
{
  put ("c.ini", unreadable[_i]);
  ck_assert (!loads (COMMAND_RECONCILE, ARGUMENTS ("--config", "c.ini")));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert (g_str_has_prefix (error->message, "c.ini: cannot read it: "));
}
END_TEST

static const char *const empty[]
    = { "", "\n# nothing\n", "[options]\n", "[options]\n#quiet = 1\n" };

START_TEST (a_file_may_be_empty)
{
  apply_text (empty[_i]);
  ck_assert_str_eq (config_file_path (config), "c.ini");
  for (guint id = 0; id < OPTION_COUNT; id++)
    ck_assert_int_eq (options_has (options, (OptionId) id), id == OPTION_CONFIG);
}
END_TEST

START_TEST (values_are_taken_as_they_stand)
{
  apply_text ("[options]\n# a remark\ntolerance=0.05\nmonth =  2026-10\ntitle = A, B and C\n");
  ck_assert_str_eq (options_get (options, OPTION_TOLERANCE), "0.05");
  ck_assert_str_eq (options_get (options, OPTION_MONTH), "2026-10");
  ck_assert_str_eq (options_origin (options, OPTION_MONTH), "c.ini");
}
END_TEST

START_TEST (switches_are_true_or_false)
{
  apply_text ("[options]\nkeep-going = true\nquiet = false\n");
  ck_assert (options_has (options, OPTION_KEEP_GOING));
  ck_assert_str_eq (options_origin (options, OPTION_KEEP_GOING), "c.ini");
  ck_assert (!options_has (options, OPTION_QUIET));
  ck_assert_ptr_null (options_origin (options, OPTION_QUIET));
}
END_TEST

START_TEST (false_is_a_value_where_no_switch_is)
{
  apply_text ("[options]\noutput = false\n");
  ck_assert_str_eq (options_get (options, OPTION_OUTPUT), "false");
}
END_TEST

START_TEST (repeatable_options_are_lists)
{
  apply_text ("[options]\naco-reason = Azure credit 2026;Promotional credit\n"
              "map = Subtotal=Net;Currency=Money;\n");
  assert_list (OPTION_ACO_REASON, "Azure credit 2026|Promotional credit");
  assert_list (OPTION_MAP, "Subtotal=Net|Currency=Money");
}
END_TEST

START_TEST (an_empty_list_gives_nothing)
{
  apply_text ("[options]\naco-reason =\n");
  ck_assert (!options_has (options, OPTION_ACO_REASON));
}
END_TEST

START_TEST (a_semicolon_separates_nothing_where_one_value_is_expected)
{
  apply_text ("[options]\noutput = a;b\n");
  ck_assert_str_eq (options_get (options, OPTION_OUTPUT), "a;b");
}
END_TEST

/* The command line */

START_TEST (the_command_line_wins)
{
  put ("c.ini", "[options]\ntolerance = 0.05\nmonth = 2026-10\naco-reason = a;b\n");
  apply (COMMAND_RECONCILE, ARGUMENTS ("--tolerance", "1", "--config", "c.ini", "--aco-reason=c"));
  ck_assert_str_eq (options_get (options, OPTION_TOLERANCE), "1");
  ck_assert_str_eq (options_origin (options, OPTION_TOLERANCE), "command line");
  assert_list (OPTION_ACO_REASON, "c");
  ck_assert_str_eq (options_get (options, OPTION_MONTH), "2026-10");
}
END_TEST

START_TEST (a_switch_that_is_given_stays)
{
  put ("c.ini", "[options]\nquiet = false\n");
  apply (COMMAND_RECONCILE, ARGUMENTS ("--quiet", "--config", "c.ini"));
  ck_assert (options_has (options, OPTION_QUIET));
  ck_assert_str_eq (options_origin (options, OPTION_QUIET), "command line");
}
END_TEST

START_TEST (options_of_other_commands_are_passed_over)
{
  put ("c.ini", "[options]\nfigure = x\nquiet = true\n");
  apply (COMMAND_RECONCILE, ARGUMENTS ("--config", "c.ini"));
  ck_assert (!options_has (options, OPTION_FIGURE));
  ck_assert (options_has (options, OPTION_QUIET));
}
END_TEST

START_TEST (nothing_can_be_freed) { config_file_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("config-file");
  TCase *tests = tcase_create ("config-file");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, a_default_file_need_not_be_there);
  tcase_add_test (tests, nobody_need_have_a_home);
  tcase_add_test (tests, the_file_stands_in_the_home);
  tcase_add_test (tests, xdg_config_home_comes_before_the_home);
  tcase_add_test (tests, the_home_is_not_looked_at_when_xdg_config_home_is_empty_of_files);
  tcase_add_loop_test (tests, an_xdg_config_home_that_is_not_absolute_does_not_count, 0, 2);
  tcase_add_test (tests, a_given_file_takes_the_place_of_the_default_one);
  tcase_add_test (tests, a_given_file_must_be_there);
  tcase_add_test (tests, a_default_file_that_is_not_as_it_must_be_is_refused);
  tcase_add_loop_test (tests, what_is_not_as_it_must_be_is_refused, 0, G_N_ELEMENTS (refused));
  tcase_add_loop_test (tests, what_is_no_ini_file_is_refused, 0, G_N_ELEMENTS (unreadable));
  tcase_add_loop_test (tests, a_file_may_be_empty, 0, G_N_ELEMENTS (empty));
  tcase_add_test (tests, values_are_taken_as_they_stand);
  tcase_add_test (tests, switches_are_true_or_false);
  tcase_add_test (tests, false_is_a_value_where_no_switch_is);
  tcase_add_test (tests, repeatable_options_are_lists);
  tcase_add_test (tests, an_empty_list_gives_nothing);
  tcase_add_test (tests, a_semicolon_separates_nothing_where_one_value_is_expected);
  tcase_add_test (tests, the_command_line_wins);
  tcase_add_test (tests, a_switch_that_is_given_stays);
  tcase_add_test (tests, options_of_other_commands_are_passed_over);
  tcase_add_test (tests, nothing_can_be_freed);
  suite_add_tcase (suite, tests);
  return suite;
}

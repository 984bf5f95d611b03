/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "app/option/config-file.h"
#include "app/option/config-template.h"
#include "test-place.h"

static Options *
load (const char *text)
{
  static const char *const arguments[] = { "--config", "c.ini", NULL };
  GError *error = NULL;

  put ("c.ini", text);
  Options *options = options_parse (COMMAND_CONFIG, arguments, &error);
  ck_assert_msg (options != NULL, "%s", error == NULL ? "" : error->message);
  ConfigFile *config = config_file_load (options, &error);
  ck_assert_msg (config != NULL, "%s", error == NULL ? "" : error->message);
  config_file_apply (config, COMMAND_CONFIG, options);
  config_file_free (config);
  return options;
}

static gboolean
is_key (OptionId id)
{
  return id != OPTION_HELP && id != OPTION_CONFIG;
}

/* The template without the # of the keys that have a default. */
static GString *
with_defaults (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GString *out = g_string_new (NULL);

  config_template_append (text);
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) words = g_strsplit (*line, " = ", 2);
      const OptionId id
          = words[0] != NULL && words[0][0] == '#' ? options_find (words[0] + 1) : OPTION_COUNT;
      const gboolean has_default
          = id != OPTION_COUNT
            && (options_info (id)->fallback != NULL || options_info (id)->argument == NULL);
      g_string_append_printf (out, "%s\n", *line + (has_default ? 1 : 0));
    }
  return out;
}

START_TEST (each_key_stands_in_it_once)
{
  g_autoptr (GString) text = g_string_new ("\n");

  config_template_append (text);
  for (guint id = 0; id < OPTION_COUNT; id++)
    {
      g_autofree char *key = g_strdup_printf ("\n#%s = ", options_info ((OptionId) id)->name);
      const char *found = strstr (text->str, key);

      ck_assert_msg ((found != NULL) == is_key ((OptionId) id), "%s", key);
      ck_assert (found == NULL || strstr (found + 1, key) == NULL);
    }
}
END_TEST

START_TEST (as_it_is_it_changes_nothing)
{
  g_autoptr (GString) text = g_string_new (NULL);

  config_template_append (text);
  g_autoptr (Options) options = load (text->str);
  for (guint id = 0; id < OPTION_COUNT; id++)
    ck_assert (!options_has (options, (OptionId) id) || id == OPTION_CONFIG);
}
END_TEST

START_TEST (the_defaults_are_those_of_the_table)
{
  g_autoptr (GString) text = with_defaults ();
  g_autoptr (Options) options = load (text->str);
  guint count = 0;

  for (guint id = 0; id < OPTION_COUNT; id++)
    {
      const OptionInfo *info = options_info ((OptionId) id);
      if (!is_key ((OptionId) id))
        continue;
      ck_assert_int_eq (options_has (options, (OptionId) id), info->fallback != NULL);
      if (info->fallback != NULL)
        {
          ck_assert_str_eq (options_get (options, (OptionId) id), info->fallback);
          count++;
        }
    }
  ck_assert_uint_gt (count, 10);
}
END_TEST

START_TEST (a_comment_is_wrapped)
{
  g_autoptr (GString) text = g_string_new (NULL);

  config_template_append (text);
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      ck_assert_msg (strlen (*line) <= 80, "too long: %s", *line);
      ck_assert_msg (!g_str_has_suffix (*line, " "), "ends in a blank: %s", *line);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("config-template");
  TCase *tests = tcase_create ("config-template");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, each_key_stands_in_it_once);
  tcase_add_test (tests, as_it_is_it_changes_nothing);
  tcase_add_test (tests, the_defaults_are_those_of_the_table);
  tcase_add_test (tests, a_comment_is_wrapped);
  suite_add_tcase (suite, tests);
  return suite;
}

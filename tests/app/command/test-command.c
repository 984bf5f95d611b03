/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "app/command/command.h"
#include "app/run/print.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "test-place.h"

static const char *const names[]
    = { "reconcile", "check", "explain", "pec", "trace", "statement", "config", "help", "version" };

static const Command *
command (int index)
{
  const Command *found = command_find ((const char *const[]){ names[index], NULL }, NULL);

  ck_assert_msg (found != NULL, "there is no command %s", names[index]);
  return found;
}

static void
assert_lines_of_80_columns (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  ck_assert (g_str_has_suffix (text, "\n"));
  ck_assert (!g_str_has_suffix (text, "\n\n"));
  for (char **line = lines; *line != NULL; line++)
    {
      ck_assert_msg (printable_width (*line) <= 80, "too long: %s", *line);
      ck_assert_msg (!g_str_has_suffix (*line, " "), "blanks at the end: %s", *line);
    }
}

START_TEST (commands_are_found_by_name)
{
  ck_assert_str_eq (command (_i)->name, names[_i]);
  ck_assert_ptr_nonnull ((gconstpointer) command (_i)->run);
}
END_TEST

START_TEST (what_is_no_command_is_not_found)
{
  static const char *const others[] = { "", "Reconcile", "rec", "reconcile ", "--help" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    ck_assert_ptr_null (command_find ((const char *const[]){ others[i], NULL }, NULL));
}
END_TEST

START_TEST (each_command_is_one_of_its_own)
{
  guint masks = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ck_assert_uint_eq (masks & command ((int) i)->mask, 0);
      masks |= command ((int) i)->mask;
    }
}
END_TEST

START_TEST (a_wrong_command_is_asked_back)
{
  static const char *const asked[][3] = {
    { "chek", NULL, "; did you mean check?" },
    { "chek", "in", "; did you mean check?" },
    { "fetch", "mac", "; did you mean fetch mca?" }, /* not both that begin with fetch */
    { "fetch", NULL, "; did you mean fetch billing or fetch mca?" },
    { "zzz", "in", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      const char *const words[] = { asked[i][0], asked[i][1], NULL };
      g_autofree char *question = command_question (words);
      ck_assert_str_eq (question, asked[i][2]);
    }
}
END_TEST

START_TEST (the_overview_names_every_command)
{
  g_autoptr (GString) text = g_string_new (NULL);

  command_append_overview (NULL, text);
  ck_assert (g_str_has_prefix (text->str, "Usage: acorecon COMMAND "));
  assert_lines_of_80_columns (text->str);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const Command *one = command ((int) i);
      g_autofree char *line = g_strdup_printf ("\n  %-15s%s\n", one->name, one->summary);
      ck_assert_msg (strstr (text->str, line) != NULL, "no line for %s", one->name);
    }
  ck_assert_ptr_nonnull (strstr (text->str, "--version"));
  ck_assert_ptr_nonnull (strstr (text->str, "COMMAND --help"));
}
END_TEST

/* And no option that it does not take. */
/* --force is not told by --force-unreliable. */
static gboolean
stands_whole (const char *text, const char *head)
{
  for (const char *at = strstr (text, head); at != NULL; at = strstr (at + 1, head))
    if (strchr (" \n", at[strlen (head)]) != NULL)
      return TRUE;
  return FALSE;
}

START_TEST (help_mentions_every_option_of_the_command)
{
  const Command *one = command (_i);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *usage = g_strdup_printf ("Usage: acorecon %s\n", one->usage);

  command_append_help (one, NULL, text);
  ck_assert (g_str_has_prefix (text->str, usage));
  assert_lines_of_80_columns (text->str);
  const char *table = strstr (text->str, "\nOptions:\n");
  ck_assert_ptr_nonnull (table);
  for (guint id = 0; id < OPTION_COUNT; id++)
    {
      const OptionInfo *info = options_info ((OptionId) id);
      const char letter = options_letter ((OptionId) id);
      g_autofree char *head = letter != '\0' ? g_strdup_printf ("\n  -%c, --%s", letter, info->name)
                                             : g_strdup_printf ("\n  --%s", info->name);
      const gboolean is_told = stands_whole (table, head);
      const gboolean is_taken = (info->commands & one->mask) != 0 || one->mask == COMMAND_CONFIG;

      ck_assert_msg (is_told == is_taken, "--%s", info->name);
    }
}
END_TEST

START_TEST (help_says_what_the_command_does_and_how)
{
  const Command *one = command (_i);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *example = g_strdup_printf ("\n  acorecon %s", one->name);

  command_append_help (one, NULL, text);
  ck_assert_ptr_nonnull (strstr (text->str, one->summary + 1));
  ck_assert_ptr_nonnull (strstr (text->str, one->details));
  ck_assert_ptr_nonnull (strstr (text->str, "Examples:\n"));
  ck_assert_ptr_nonnull (strstr (text->str, example));
}
END_TEST

START_TEST (text_is_printed_on_standard_output)
{
  g_autoptr (GString) text = g_string_new ("100% of it\n");
  g_autoptr (GError) error = NULL;
  const int before = begin_capture (STDOUT_FILENO, "stdout");
  const gboolean printed = print_text (text, &error);

  end_capture (STDOUT_FILENO, before);
  ck_assert (printed);
  assert_holds ("stdout", "100% of it\n");
}
END_TEST

START_TEST (text_that_cannot_be_printed_is_told)
{
  g_autoptr (GString) text = g_string_new ("text\n");
  g_autoptr (GError) error = NULL;
  const int before = begin_capture (STDOUT_FILENO, "/dev/full");
  const gboolean printed = print_text (text, &error);

  end_capture (STDOUT_FILENO, before);
  ck_assert (!printed);
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
  ck_assert (g_str_has_suffix (error->message, ": No space left on device"));
}
END_TEST

START_TEST (explain_prints_what_it_knows)
{
  static const char *const arguments[] = { "ACO401", "credit-decreased", NULL };
  g_autoptr (Options) options = options_parse (COMMAND_EXPLAIN, arguments, NULL);
  g_autofree char *text = NULL;
  const int before = begin_capture (STDOUT_FILENO, "stdout");
  const RunStatus status = command (2)->run (options, NULL);

  end_capture (STDOUT_FILENO, before);
  ck_assert_int_eq ((int) status, RUN_DONE);
  ck_assert (g_file_get_contents ("stdout", &text, NULL, NULL));
  ck_assert_ptr_nonnull (strstr (text, "ACO401"));
  ck_assert_ptr_nonnull (strstr (text, "ACO101"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("command");
  TCase *tests = tcase_create ("command");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_loop_test (tests, commands_are_found_by_name, 0, G_N_ELEMENTS (names));
  tcase_add_test (tests, what_is_no_command_is_not_found);
  tcase_add_test (tests, each_command_is_one_of_its_own);
  tcase_add_test (tests, a_wrong_command_is_asked_back);
  tcase_add_test (tests, the_overview_names_every_command);
  tcase_add_loop_test (tests, help_mentions_every_option_of_the_command, 0, G_N_ELEMENTS (names));
  tcase_add_loop_test (tests, help_says_what_the_command_does_and_how, 0, G_N_ELEMENTS (names));
  tcase_add_test (tests, text_is_printed_on_standard_output);
  tcase_add_test (tests, text_that_cannot_be_printed_is_told);
  tcase_add_test (tests, explain_prints_what_it_knows);
  suite_add_tcase (suite, tests);
  return suite;
}

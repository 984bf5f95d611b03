/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/printable.h"
#include "base/recon-error.h"
#include "engine/option/options.h"

#define ARGUMENTS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static Options *
parse (CommandMask command, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  Options *options = options_parse (command, arguments, &error);

  ck_assert_msg (options != NULL, "%s", error == NULL ? "" : error->message);
  return options;
}

static void
assert_texts (const char *const *texts, const char *expected)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (const char *separator = ""; *texts != NULL; texts++, separator = "|")
    g_string_append_printf (joined, "%s%s", separator, *texts);
  ck_assert_str_eq (joined->str, expected);
}

START_TEST (nothing_is_given_at_first)
{
  g_autoptr (Options) options = parse (COMMAND_RECONCILE, ARGUMENTS (NULL));

  for (guint id = 0; id < OPTION_COUNT; id++)
    {
      ck_assert (!options_has (options, (OptionId) id));
      ck_assert_ptr_null (options_get (options, (OptionId) id));
      assert_texts (options_list (options, (OptionId) id), "");
    }
  assert_texts (options_arguments (options), "");
}
END_TEST

START_TEST (values_follow_a_blank_or_an_equals_sign)
{
  g_autoptr (Options) options
      = parse (COMMAND_RECONCILE,
               ARGUMENTS ("--month", "2026-10", "--as-of=2026-10-31",
                          "--output=", "--map=customer=Tenant", "--tolerance", "--quiet"));

  ck_assert_str_eq (options_get (options, OPTION_MONTH), "2026-10");
  ck_assert_str_eq (options_get (options, OPTION_AS_OF), "2026-10-31");
  ck_assert_str_eq (options_get (options, OPTION_OUTPUT), "");
  ck_assert_str_eq (options_get (options, OPTION_MAP), "customer=Tenant");
  ck_assert_str_eq (options_get (options, OPTION_TOLERANCE), "--quiet");
  ck_assert (!options_has (options, OPTION_QUIET));
  ck_assert (!options_has (options, OPTION_FORCE));
}
END_TEST

START_TEST (options_and_arguments_may_stand_in_any_order)
{
  g_autoptr (Options) options = parse (
      COMMAND_RECONCILE, ARGUMENTS ("a", "--force", "b", "-", "--", "--month", "-x", "--"));

  ck_assert (options_has (options, OPTION_FORCE));
  ck_assert (!options_has (options, OPTION_MONTH));
  assert_texts (options_arguments (options), "a|b|-|--month|-x|--");
}
END_TEST

START_TEST (an_empty_argument_is_one)
{
  g_autoptr (Options) options = parse (COMMAND_CHECK, ARGUMENTS (""));

  ck_assert_str_eq (options_arguments (options)[0], "");
  ck_assert_ptr_null (options_arguments (options)[1]);
}
END_TEST

START_TEST (repeatable_options_are_kept_in_order)
{
  g_autoptr (Options) options
      = parse (COMMAND_RECONCILE,
               ARGUMENTS ("--map", "a=1", "--aco-reason=x", "--map=b=2", "--aco-reason", "x"));

  assert_texts (options_list (options, OPTION_MAP), "a=1|b=2");
  assert_texts (options_list (options, OPTION_ACO_REASON), "x|x");
  ck_assert_str_eq (options_get (options, OPTION_MAP), "a=1");
}
END_TEST

START_TEST (a_switch_may_stand_twice)
{
  g_autoptr (Options) options = parse (COMMAND_CHECK, ARGUMENTS ("--quiet", "--quiet", "-h", "-h"));

  ck_assert (options_has (options, OPTION_QUIET));
  ck_assert (options_has (options, OPTION_HELP));
}
END_TEST

START_TEST (letters_stand_for_options)
{
  g_autoptr (Options) options
      = parse (COMMAND_RECONCILE, ARGUMENTS ("-q", "a", "-o", "-x", "b", "--", "-q"));
  g_autoptr (Options) joined = parse (COMMAND_STATEMENT, ARGUMENTS ("-oout", "-h"));

  ck_assert (options_has (options, OPTION_QUIET));
  ck_assert_str_eq (options_get (options, OPTION_OUTPUT), "-x");
  assert_texts (options_arguments (options), "a|b|-q");
  ck_assert_str_eq (options_get (joined, OPTION_OUTPUT), "out");
  ck_assert (options_has (joined, OPTION_HELP));
}
END_TEST

static const struct
{
  CommandMask command;
  const char *arguments[3];
  const char *message;
} bad_letters[] = {
  { COMMAND_RECONCILE, { "-x" }, "unknown option -x; --help lists the options" },
  { COMMAND_RECONCILE, { "-Q" }, "unknown option -Q; --help lists the options" },
  { COMMAND_RECONCILE, { "-qo" }, "unknown option -qo; --help lists the options" },
  { COMMAND_RECONCILE, { "-hq" }, "unknown option -hq; --help lists the options" },
  { COMMAND_RECONCILE, { "-o" }, "-o: a value is missing" },
  { COMMAND_RECONCILE, { "-oa", "--output=b" }, "--output: given twice, expected once" },
  { COMMAND_CHECK, { "-o", "x" }, "unknown option -o; --help lists the options" },
  { COMMAND_PEC, { "-q" }, "unknown option -q; --help lists the options" },
};

START_TEST (other_letters_are_refused)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (options_parse (bad_letters[_i].command, bad_letters[_i].arguments, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert_str_eq (error->message, bad_letters[_i].message);
}
END_TEST

/* Every option of the table, with each command. */
START_TEST (a_command_takes_its_options_and_no_others)
{
  const OptionInfo *info = options_info ((OptionId) _i);
  g_autofree char *option = g_strconcat ("--", info->name, NULL);
  g_autofree char *message
      = g_strdup_printf ("unknown option %s; --help lists the options", option);

  for (guint command = COMMAND_RECONCILE; command <= COMMAND_TRACE; command <<= 1)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Options) options
          = options_parse ((CommandMask) command, ARGUMENTS (option, "value"), &error);

      if ((info->commands & command) != 0)
        ck_assert (options_has (options, (OptionId) _i));
      else
        {
          ck_assert_ptr_null (options);
          ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
          /* One of the command's own may be near. */
          ck_assert_msg (g_str_has_prefix (error->message, message), "%s", error->message);
        }
    }
}
END_TEST

/* Those of the contract. */
START_TEST (reconcile_takes_every_option_of_the_contract)
{
  static const char *const names[]
      = { "month",         "as-of",    "expiring-days", "tolerance",     "aco-reason",
          "invoice-month", "map",      "day-first",     "decimal-comma", "keep-going",
          "rejects",       "format",   "output",        "force",         "fail-on",
          "quiet",         "progress", "help",          "skip" };
  static const char *const repeatable[] = { "aco-reason", "invoice-month", "map", "skip", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const OptionInfo *info = NULL;

      for (guint id = 0; id < OPTION_COUNT && info == NULL; id++)
        if (strcmp (options_info ((OptionId) id)->name, names[i]) == 0)
          info = options_info ((OptionId) id);
      ck_assert_msg (info != NULL, "there is no --%s", names[i]);
      ck_assert ((info->commands & COMMAND_RECONCILE) != 0);
      ck_assert_int_eq (info->repeatable, g_strv_contains (repeatable, names[i]));
    }
}
END_TEST

static const struct
{
  const char *first, *second, *message;
} refused[] = {
  { "--bogus", NULL, "unknown option --bogus; --help lists the options" },
  { "--bogus=1", NULL, "unknown option --bogus=1; --help lists the options" },
  { "--mont", "2026-10", "unknown option --mont; --help lists the options; did you mean --month?" },
  { "--MONTH", "2026-10",
    "unknown option --MONTH; --help lists the options; did you mean --month?" },
  { "--=x", NULL, "unknown option --=x; --help lists the options" },
  { "---", NULL, "unknown option ---; --help lists the options" },
  { "-m", NULL, "unknown option -m; --help lists the options" },
  { "-hx", NULL, "unknown option -hx; --help lists the options" },
  { "--b\x1b[1m%s", NULL, "unknown option --b\\x1B[1m%s; --help lists the options" },
  { "--month", NULL, "--month: a value is missing" },
  { "--force=yes", NULL, "--force: takes no value" },
  { "--help=", NULL, "--help: takes no value" },
  { "--month=2026-10", "--month=2026-10", "--month: given twice, expected once" },
};

START_TEST (wrong_usage_is_told)
{
  const char *const arguments[] = { refused[_i].first, refused[_i].second, NULL };
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (options_parse (COMMAND_RECONCILE, arguments, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert_str_eq (error->message, refused[_i].message);
}
END_TEST

START_TEST (help_names_each_option_on_lines_of_80_columns)
{
  const CommandMask command = (CommandMask) (1 << _i);
  g_autoptr (GString) text = g_string_new (NULL);

  options_append_help (command, NULL, text);
  ck_assert (g_str_has_suffix (text->str, "\n"));
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      ck_assert_msg (printable_width (*line) <= 80, "too long: %s", *line);
      ck_assert_msg (!g_str_has_suffix (*line, " "), "blanks at the end: %s", *line);
    }
  for (guint id = 0; id < OPTION_COUNT; id++)
    {
      const OptionInfo *info = options_info ((OptionId) id);
      g_autofree char *head = g_strdup_printf (
          " --%s%s%s%s", info->name, info->argument != NULL ? " " : "",
          info->argument != NULL ? info->argument : "", strlen (info->name) < 10 ? " " : "");
      const gboolean is_taken = (info->commands & command) != 0;
      const gboolean is_told = strstr (text->str, g_strchomp (head)) != NULL;

      ck_assert_msg (is_told == is_taken, "--%s", info->name);
    }
}
END_TEST

START_TEST (help_says_what_may_be_repeated)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint found = 0, expected = 0;

  options_append_help (COMMAND_RECONCILE, NULL, text);
  for (const char *at = text->str; (at = strstr (at, "(repeatable)")) != NULL; at++)
    found++;
  for (guint id = 0; id < OPTION_COUNT; id++)
    expected += options_info ((OptionId) id)->repeatable
                && (options_info ((OptionId) id)->commands & COMMAND_RECONCILE) != 0;
  ck_assert_uint_eq (found, expected);
}
END_TEST

/* A command, its words, and how often standard input is among them. */
static const struct
{
  CommandMask command;
  const char *words[5];
  gboolean is_good;
} standard_input[] = {
  { COMMAND_CHECK, { "-", NULL }, TRUE },
  { COMMAND_CHECK, { "a", "-", "b", NULL }, TRUE },
  { COMMAND_CHECK, { "-", "./-", NULL }, TRUE },
  { COMMAND_CHECK, { "-", "a", "-", NULL }, FALSE },
  { COMMAND_CHECK, { "--", "-", "-", NULL }, FALSE },
  { COMMAND_MCA_APPLY, { "--lots=-", "--charges=c", NULL }, TRUE },
  { COMMAND_MCA_APPLY, { "--lots=-", "--charges=-", NULL }, FALSE },
  { COMMAND_MCA_APPLY, { "--lots=-", "--lots", "-", NULL }, FALSE },
  { COMMAND_BENEFITS, { "--use", "-", "-", NULL }, FALSE },
  { COMMAND_BENEFITS, { "--profiles", "-", "--offer", "-", NULL }, TRUE },
  { COMMAND_VERIFY, { "--against", "-", "-", NULL }, FALSE },
};

START_TEST (standard_input_is_given_once)
{
  GError *error = NULL;
  Options *options = options_parse (standard_input[_i].command, standard_input[_i].words, &error);

  ck_assert_int_eq (options != NULL, standard_input[_i].is_good);
  options_free (options);
  ck_assert_pstr_eq (error != NULL ? error->message : NULL,
                     standard_input[_i].is_good ? NULL
                                                : "-: given twice, expected standard input once");
  g_clear_error (&error);
}
END_TEST

START_TEST (freeing_nothing_is_fine) { options_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("options");
  TCase *tests = tcase_create ("options");

  tcase_add_test (tests, nothing_is_given_at_first);
  tcase_add_test (tests, values_follow_a_blank_or_an_equals_sign);
  tcase_add_test (tests, options_and_arguments_may_stand_in_any_order);
  tcase_add_test (tests, an_empty_argument_is_one);
  tcase_add_test (tests, repeatable_options_are_kept_in_order);
  tcase_add_test (tests, a_switch_may_stand_twice);
  tcase_add_test (tests, letters_stand_for_options);
  tcase_add_loop_test (tests, other_letters_are_refused, 0, G_N_ELEMENTS (bad_letters));
  tcase_add_loop_test (tests, a_command_takes_its_options_and_no_others, 0, OPTION_COUNT);
  tcase_add_test (tests, reconcile_takes_every_option_of_the_contract);
  tcase_add_loop_test (tests, wrong_usage_is_told, 0, G_N_ELEMENTS (refused));
  tcase_add_loop_test (tests, help_names_each_option_on_lines_of_80_columns, 0, 5);
  tcase_add_test (tests, help_says_what_may_be_repeated);
  tcase_add_test (tests, freeing_nothing_is_fine);
  tcase_add_loop_test (tests, standard_input_is_given_once, 0, G_N_ELEMENTS (standard_input));
  suite_add_tcase (suite, tests);
  return suite;
}

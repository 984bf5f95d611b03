/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/option/config-file.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "engine/option/code-word.h"
#include "engine/option/plan.h"
#include "fuzz-place.h"
#include "output/journal/account-map.h"
#include "output/statement/statement-languages.h"

/*
 * Words of the command line, a configuration file, a map of accounts, the languages of customers:
 * each is a plan, or wrong usage in words that a terminal can show, as main makes them.
 *
 * Choices: which of the four; the command. Then a word a line, or the file. No word has a slash,
 * so that none names a file.
 */

#define WORDS_MAX 40

static const CommandMask commands[]
    = { COMMAND_RECONCILE, COMMAND_CHECK, COMMAND_PEC, COMMAND_CLOSE, COMMAND_TRACE, COMMAND_DIFF };

static void
check_error (const GError *error)
{
  REQUIRE (error != NULL);
  REQUIRE (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE)
           || g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  REQUIRE (*error->message != '\0');
  g_autofree char *shown = printable_text (error->message); /* as main shows it */
  REQUIRE (g_utf8_validate (shown, -1, NULL) && strpbrk (shown, "\r\t\x1b\x7f") == NULL);
}

static void
make_plan (const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Plan) plan = plan_new (options, &error);

  if (plan == NULL)
    check_error (error);
  else
    REQUIRE (error == NULL && plan_reading (plan)->separator != '\0');
}

static void
check_words (CommandMask command, Slice rest)
{
  const char *words[WORDS_MAX + 1] = { NULL };
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  FindingCode code;

  while (rest.length > 0 && owned->len < WORDS_MAX)
    {
      char *word = slice_dup (take_line (&rest));

      words[owned->len] = g_strdelimit (word, "/", '_');
      g_ptr_array_add (owned, word);
      (void) code_word_parse (word, "ACO", &code);
    }
  g_autoptr (Options) options = options_parse (command, words, &error);
  if (options == NULL)
    check_error (error);
  else
    make_plan (options);
}

static void
check_config (CommandMask command, Slice text)
{
  g_autofree char *harmless = slice_dup (text);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < text.length; i++)
    if (harmless[i] == '/')
      harmless[i] = '_';
  const char *path = fuzz_place_put (0, "config.ini", (Slice){ harmless, text.length });
  const char *const words[] = { "--config", path, "in", NULL };
  g_autoptr (Options) options = options_parse (command, words, &error);
  REQUIRE (options != NULL);
  g_autoptr (ConfigFile) config = config_file_load (options, &error);
  if (config == NULL)
    {
      check_error (error);
      return;
    }
  config_file_apply (config, command, options);
  make_plan (options);
  g_clear_pointer (&options, options_free);
}

static void
check_accounts (Slice text)
{
  g_autofree char *copy = slice_dup (text);
  g_autoptr (AccountMap) map = account_map_new ();
  g_autoptr (GError) error = NULL;

  if (!account_map_load_text (map, copy, "accounts.ini", &error))
    check_error (error);
  for (guint role = 0; role < ACCOUNT_COUNT; role++)
    {
      const char *name = account_map_get (map, (AccountRole) role);
      REQUIRE (*name != '\0' && g_utf8_validate (name, -1, NULL));
      REQUIRE (strpbrk (name, "\"\n\r\t;=()[]{}|<>") == NULL);
    }
}

/* A customer that the file does not name has the language that is asked for. */
static void
check_languages (Slice text)
{
  g_autoptr (GError) error = NULL;
  const Language *asked_for = NULL;
  g_autoptr (StatementLanguages) languages
      = statement_languages_load (fuzz_place_put (0, "languages.ini", text), &error);

  if (languages == NULL)
    {
      check_error (error);
      return;
    }
  REQUIRE (language_find ("ru", &asked_for));
  REQUIRE (statement_languages_of (languages, "", asked_for) == asked_for);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  Slice rest;
  Choices choices = take_choices (data, size, &rest);
  const guint which = choose (&choices, 4);
  const CommandMask command = commands[choose (&choices, G_N_ELEMENTS (commands))];

  if (which == 0)
    check_words (command, rest);
  else if (which == 1)
    check_config (command, rest);
  else if (which == 2)
    check_accounts (rest);
  else
    check_languages (rest);
  return 0;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/option/environment.h"
#include "base/recon-error.h"
#include "engine/option/language-option.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const struct
{
  const char *argument, *all, *messages, *lang;
  const char *code; /* NULL: refused */
} cases[] = {
  { "--quiet", "ru_RU.UTF-8", "ru", "ru", "en" }, /* nobody asked */
  { "--lang=nl", "ru_RU.UTF-8", NULL, NULL, "nl" },
  { "--lang=JA", NULL, NULL, NULL, "ja" },
  { "--lang=en", "ru_RU.UTF-8", NULL, NULL, "en" },
  { "--lang=auto", "ru_RU.UTF-8", "nl_NL", "de_DE", "ru" },
  { "--lang=auto", "", "nl_BE", "de_DE", "nl" },
  { "--lang=auto", NULL, NULL, "de@euro", "de" },
  { "--lang=auto", "C.UTF-8", "nl_NL", "de_DE", "en" },
  { "--lang=auto", "fr_FR.UTF-8", NULL, NULL, "en" },
  { "--lang=auto", NULL, NULL, NULL, "en" },
  { "--lang=rus", NULL, NULL, NULL, NULL },
  { "--lang=", NULL, NULL, NULL, NULL },
};

static void
set (const char *name, const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

START_TEST (the_option_alone_decides)
{
  const char *arguments[] = { cases[_i].argument, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (Options) options = options_parse (COMMAND_RECONCILE, arguments, &error);
  const Language *language;

  ck_assert_ptr_nonnull (options);
  set ("LC_ALL", cases[_i].all);
  set ("LC_MESSAGES", cases[_i].messages);
  set ("LANG", cases[_i].lang);
  const Surroundings surroundings = environment_surroundings ();
  options_set_surroundings (options, &surroundings);
  ck_assert_int_eq (language_option_take (options, &language, &error), cases[_i].code != NULL);
  if (cases[_i].code != NULL)
    ck_assert_str_eq (language_code (language), cases[_i].code);
  else
    ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
}
END_TEST

/* What the option takes is what there is. */
START_TEST (the_table_names_the_languages)
{
  g_autofree char *codes = g_strjoinv ("|", (char **) (guintptr) language_codes ());
  g_autofree char *all = g_strconcat (codes, "|auto", NULL);

  ck_assert_str_eq (options_info (OPTION_LANG)->argument, all);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("language-option");
  TCase *all = tcase_create ("all");

  tcase_add_loop_test (all, the_option_alone_decides, 0, G_N_ELEMENTS (cases));
  tcase_add_test (all, the_table_names_the_languages);
  suite_add_tcase (suite, all);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/option/language-option.h"

#include <string.h>

#include "app/option/option-value.h"

/* Of "nl_NL.UTF-8@euro" the "nl". */
static const Language *
language_of_environment (void)
{
  static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  const Language *language = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (value == NULL || value[0] == '\0')
        continue;
      g_autofree char *code = g_strndup (value, strcspn (value, "_.@"));
      (void) language_find (code, &language);
      break;
    }
  return language;
}

gboolean
language_option_take (const Options *options, const Language **language, GError **error)
{
  const char *code = options_get (options, OPTION_LANG);

  *language = NULL;
  if (code != NULL && strcmp (code, "auto") == 0)
    *language = language_of_environment ();
  else if (code != NULL && !language_find (code, language))
    return option_value_refuse_choice (OPTION_LANG, code, NULL, error);
  return TRUE;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/option/language-option.h"

#include <string.h>

#include "engine/option/option-value.h"

/* Of "nl_NL.UTF-8@euro" the "nl". */
static const Language *
language_of_locale (const char *locale)
{
  const Language *language = NULL;

  if (locale == NULL)
    return NULL;
  g_autofree char *code = g_strndup (locale, strcspn (locale, "_.@"));
  (void) language_find (code, &language);
  return language;
}

gboolean
language_option_take (const Options *options, const Language **language, GError **error)
{
  const char *code = options_get (options, OPTION_LANG);

  *language = NULL;
  if (code != NULL && strcmp (code, "auto") == 0)
    *language = language_of_locale (options_surroundings (options)->locale);
  else if (code != NULL && !language_find (code, language))
    return option_value_refuse_choice (OPTION_LANG, code, NULL, error);
  return TRUE;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/language/language-list.h"

char *
language_list (const Language *language, const char *const *texts, gsize count)
{
  g_autoptr (GString) most = g_string_new (NULL);

  for (gsize i = 0; i + 1 < count; i++)
    {
      if (i > 0)
        /* translators: between the parts of a list, before the last but one */
        g_string_append (most, language_say (language, ", "));
      g_string_append (most, texts[i]);
    }
  if (count < 2)
    return g_strdup (count == 1 ? texts[0] : "");
  /* translators: the end of a list; the first may be "a, b" */
  return g_strdup_printf (language_say (language, "%1$s and %2$s"), most->str, texts[count - 1]);
}

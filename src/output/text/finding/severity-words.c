/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/finding/severity-words.h"

const char *
severity_words_count (const Language *language, Severity severity, guint64 count)
{
  if (severity == SEVERITY_ERROR)
    return language_say_count (language, "%s error", "%s errors", count);
  return severity == SEVERITY_WARNING
             ? language_say_count (language, "%s warning", "%s warnings", count)
             : language_say_count (language, "%s notice", "%s notices", count);
}

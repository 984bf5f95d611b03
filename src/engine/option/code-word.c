/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/option/code-word.h"

#include <string.h>

#include "base/nearest.h"
#include "base/printable.h"

#define KIND_LENGTH 3 /* of "ACO401" */

/* The codes of @kind whose number is @word: "101" is that of one in each of several kinds. */
static GPtrArray *
find_numbered (const char *word, const char *kind)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < FINDING_CODE_COUNT; i++)
    {
      const FindingInfo *info = finding_info ((FindingCode) i);
      if (g_str_has_prefix (info->code, kind) && strcmp (info->code + KIND_LENGTH, word) == 0)
        g_ptr_array_add (found, (gpointer) (guintptr) info->code);
    }
  g_ptr_array_add (found, NULL);
  return found;
}

gboolean
code_word_parse (const char *word, const char *kind, FindingCode *code)
{
  g_autoptr (GPtrArray) numbered = find_numbered (word, kind);
  const char *text = numbered->len == 2 ? g_ptr_array_index (numbered, 0) : word;
  FindingCode found;

  if (!finding_code_from_text (text, &found)
      || !g_str_has_prefix (finding_info (found)->code, kind))
    return FALSE;
  *code = found;
  return TRUE;
}

/* "; did you mean ACO401 or ACO402?", or "". (transfer full) */
static char *
ask_for_code (const char *word, const char *kind, const char *const *others)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < FINDING_CODE_COUNT; i++)
    {
      const FindingInfo *info = finding_info ((FindingCode) i);
      if (!g_str_has_prefix (info->code, kind))
        continue;
      g_ptr_array_add (words, (gpointer) (guintptr) info->code);
      g_ptr_array_add (words, (gpointer) (guintptr) info->name);
    }
  for (; *others != NULL; others++)
    g_ptr_array_add (words, (gpointer) (guintptr) *others);
  g_ptr_array_add (words, NULL);
  return nearest_question (word, (const char *const *) words->pdata);
}

char *
code_word_complaint (const char *word, const char *kind, const char *what,
                     const char *const *others)
{
  g_autoptr (GPtrArray) numbered = find_numbered (word, kind);
  g_autofree char *shown = printable_text (word);
  g_autofree char *question = ask_for_code (word, kind, others);

  if (numbered->len > 2)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) numbered->pdata);
      return g_strdup_printf ("found \"%s\", the number of several findings, expected one of %s",
                              shown, list);
    }
  return g_strdup_printf ("found no %s \"%s\", expected a code like ACO401; `acorecon explain' "
                          "lists them%s",
                          what, shown, question);
}

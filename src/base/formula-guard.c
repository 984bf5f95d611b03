/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/formula-guard.h"

/* A spreadsheet passes over blanks, and what cannot be seen, before it looks for a formula. */
gboolean
formula_guard_wants (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  if (first == '\t' || first == '\r') /* which some take for the end of the cell before */
    return TRUE;
  while (first != 0 && (g_unichar_isspace (first) || g_unichar_iszerowidth (first)))
    {
      text += g_utf8_skip[(guchar) *text];
      first = g_utf8_get_char (text);
    }
  switch (first)
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case 0xFF1D: /* the full-width ones */
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
      return TRUE;
    default:
      return FALSE;
    }
}

char *
formula_guard_text (const char *text)
{
  return g_strconcat (formula_guard_wants (text) ? "'" : "", text, NULL);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/finding.h"

#include "base/language/language.h"

gboolean
finding_code_from_text (const char *text, FindingCode *code)
{
  g_assert (text != NULL && code != NULL);

  for (guint i = 0; i < FINDING_CODE_COUNT; i++)
    {
      const FindingInfo *info = finding_info ((FindingCode) i);

      if (g_ascii_strcasecmp (text, info->code) == 0 || g_ascii_strcasecmp (text, info->name) == 0)
        {
          *code = (FindingCode) i;
          return TRUE;
        }
    }
  return FALSE;
}

const char *
finding_severity_name (Severity severity)
{
  static const char *const names[] = {
    [SEVERITY_NOTICE] = "notice",
    [SEVERITY_WARNING] = "warning",
    [SEVERITY_ERROR] = "error",
  };

  g_assert ((guint) severity < G_N_ELEMENTS (names));
  return names[severity];
}

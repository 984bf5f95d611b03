/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-origin.h"

ReportOrigin *
report_origin_copy (const ReportOrigin *origin)
{
  static const char *const none[] = { NULL };
  const ReportOrigin nothing = { 0 };
  const ReportOrigin *from = origin != NULL ? origin : &nothing;
  ReportOrigin *copy = g_memdup2 (from, sizeof *from);
  const char *const *options = from->options != NULL ? from->options : none;
  const gboolean has_file = from->config_file != NULL && *from->config_file != '\0';

  copy->options = (const char *const *) g_strdupv ((char **) (guintptr) options);
  copy->config_file = has_file ? g_strdup (from->config_file) : NULL;
  if (from->baseline != NULL)
    copy->baseline = g_array_copy ((GArray *) (guintptr) from->baseline);
  return copy;
}

void
report_origin_free (ReportOrigin *copy)
{
  if (copy == NULL)
    return;
  g_strfreev ((char **) (guintptr) copy->options);
  g_free ((char *) (guintptr) copy->config_file);
  if (copy->baseline != NULL)
    g_array_unref ((GArray *) (guintptr) copy->baseline);
  g_free (copy);
}

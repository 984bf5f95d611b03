/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/output-error.h"

#include "base/recon-error.h"

gboolean
output_error_set (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "%s; nothing was written", text);
  return FALSE;
}

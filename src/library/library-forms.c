/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <acorecon.h>

#include "base/language/utf8-locale.h"
#include "engine/report-form.h"
#include "library/library-error.h"
#include "library/library-report.h"
#include "output/output-set.h"
#include "output/pack.h"

const char *
acorecon_form_name (size_t index)
{
  return report_form_name (index);
}

/* One error for all that can be wrong about the arguments. */
static gboolean
check (const char *function, const AcoreconReport *report, const char *form, AcoreconError **error)
{
  library_error_begin (error);
  if (report == NULL)
    return library_error_misuse (error, function, "a report");
  if (form == NULL)
    return library_error_misuse (error, function, "the name of a form");
  return TRUE;
}

static int
end (gboolean is_good, GError *own, AcoreconError **error)
{
  if (!is_good)
    library_error_take (error, own, NULL);
  return is_good;
}

static gboolean
write_form (const AcoreconReport *report, const char *form, Sink *sink, GError **error)
{
  const PackContent content = library_report_content (report);

  return report_form_write (form, &content, sink, error);
}

/* Into a function of the caller */

int
acorecon_report_write (const AcoreconReport *report, const char *form, AcoreconWriteFunc write,
                       void *data, AcoreconError **error)
{
  Utf8Locale locale;
  GError *own = NULL;

  if (!check (__func__, report, form, error))
    return 0;
  if (write == NULL)
    return library_error_misuse (error, __func__, "a function that takes bytes");
  utf8_locale_enter (&locale);
  g_autoptr (Sink) sink = sink_new_func (
      write, data, "cannot be written: the function that takes bytes refuses them");
  const gboolean is_good = write_form (report, form, sink, &own) && sink_flush (sink, &own);
  utf8_locale_leave (&locale);
  return end (is_good, own, error);
}

/* Into files */

static gboolean
write_file (const AcoreconReport *report, const char *form, const char *path, OutputSet *output,
            GError **error)
{
  Sink *sink = output_set_check_file (output, path, error)
                   ? output_set_add_file (output, path, error)
                   : NULL;

  return sink != NULL && write_form (report, form, sink, error)
         && output_set_prepare (output, error) && output_set_commit (output, error);
}

int
acorecon_report_write_file (const AcoreconReport *report, const char *form, const char *path,
                            unsigned flags, AcoreconError **error)
{
  Utf8Locale locale;
  GError *own = NULL;

  if (!check (__func__, report, form, error))
    return 0;
  if (path == NULL)
    return library_error_misuse (error, __func__, "a path");
  if (*path == '\0')
    return library_error_refuse (error, "found an empty path, expected that of a file");
  utf8_locale_enter (&locale);
  g_autoptr (OutputSet) output = output_set_new (NULL, NULL, FALSE);
  output_set_set_shared (output, (flags & ACORECON_WRITE_SHARED) != 0);
  const gboolean is_good = write_file (report, form, path, output, &own);
  g_clear_pointer (&output, output_set_free);
  utf8_locale_leave (&locale);
  return end (is_good, own, error);
}

static void
tell_nobody (const char *what G_GNUC_UNUSED, guint64 done G_GNUC_UNUSED,
             guint64 total G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

static gboolean
write_pack (const AcoreconReport *report, OutputSet *output, GError **error)
{
  const PackContent content = library_report_content (report);

  return output_set_check (output, error) && pack_write (&content, output, tell_nobody, NULL, error)
         && output_set_prepare (output, error) && output_set_commit (output, error);
}

int
acorecon_report_write_pack (const AcoreconReport *report, const char *folder, unsigned flags,
                            AcoreconError **error)
{
  Utf8Locale locale;
  GError *own = NULL;

  if (!check (__func__, report, "", error))
    return 0;
  if (folder == NULL)
    return library_error_misuse (error, __func__, "a folder");
  if (*folder == '\0')
    return library_error_refuse (error, "found an empty path, expected that of a folder");
  utf8_locale_enter (&locale);
  g_autoptr (OutputSet) output
      = output_set_new (pack_kind (), folder, (flags & ACORECON_WRITE_FORCE) != 0);
  output_set_set_shared (output, (flags & ACORECON_WRITE_SHARED) != 0);
  const gboolean is_good = write_pack (report, output, &own);
  g_clear_pointer (&output, output_set_free);
  utf8_locale_leave (&locale);
  return end (is_good, own, error);
}

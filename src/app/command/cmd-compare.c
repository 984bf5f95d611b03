/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-compare.h"

#include "base/printable.h"
#include "base/recon-error.h"
#include "core/answer/report-comparison.h"
#include "engine/option/option-value.h"
#include "engine/option/write-options.h"
#include "input/report-file.h"
#include "output/table/report-csv.h"
#include "output/table/report-json.h"
#include "output/text/compare-text.h"

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WriteOptions, write_options_clear)

static RunStatus
status_of (const Report *report)
{
  return ((const CompareHead *) report_head (report))->equal ? RUN_DONE : RUN_FINDINGS;
}

static gboolean
print_comparison (const Report *report, const WritePlan *writing, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_stdout ();

  if (writing->format == FORMAT_JSON)
    report_json_write (report, status_of (report), sink);
  else if (writing->format == FORMAT_CSV)
    report_csv_write (report, COMPARE_FINDINGS, sink);
  else if (!writing->is_quiet)
    {
      compare_text_render (report, &writing->style, text);
      sink_append_bytes (sink, text->str, text->len);
    }
  return sink_flush (sink, error);
}

static gboolean
check_options (const Options *options, const WritePlan *writing, GError **error)
{
  const char *const *files = options_arguments (options);

  if (files[0] == NULL || files[1] == NULL || files[2] != NULL)
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                           "expected OLD and NEW: the report.json of two runs");
      return FALSE;
    }
  return writing->format != FORMAT_FOCUS
         || option_value_refuse (OPTION_FORMAT, "focus", "text, json or csv", error);
}

/* What a part leaves out would seem to be gone. (transfer full) */
static SavedReport *
read_whole (const char *file, GError **error)
{
  g_autoptr (SavedReport) report = report_file_read (file, error);

  if (report == NULL || !saved_report_is_part (report))
    return g_steal_pointer (&report);
  g_autofree char *shown = printable_text (file);
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found a part of a report, expected all of it; make it again without "
               "--customer, --code and --min",
               shown);
  return NULL;
}

RunStatus
cmd_compare (const Options *options, GError **error)
{
  g_auto (WriteOptions) writing = { 0 };
  const char *const *files = options_arguments (options);

  if (!write_options_init (&writing, options, error)
      || !check_options (options, &writing.plan, error))
    return RUN_FAILED;
  g_autoptr (SavedReport) before = read_whole (files[0], error);
  g_autoptr (SavedReport) now = before != NULL ? read_whole (files[1], error) : NULL;
  if (now == NULL)
    return RUN_FAILED;
  const ReportComparison comparison = { files[0], before, files[1], now };
  g_autoptr (Report) report = report_comparison_report (&comparison);
  if (!print_comparison (report, &writing.plan, error))
    return RUN_FAILED;
  return status_of (report);
}

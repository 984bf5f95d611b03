/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "core/answer/report-comparison.h"
#include "fuzz-mutate.h"
#include "fuzz-target.h"
#include "input/report-file.h"

/*
 * A report.json read back: it is refused as input, with the name of the file first, or it is a
 * report that is equal to itself, each of whose findings is open.
 *
 * Choices: none; the first line is passed over.
 */

FUZZ_MUTATES (fuzz_mutate_json)

static void
check_with_itself (const SavedReport *saved)
{
  const ReportComparison comparison = { "a", saved, "b", saved };
  g_autoptr (Report) report = report_comparison_report (&comparison);
  const CompareHead *head = report_head (report);

  REQUIRE (head->equal);
  REQUIRE (head->open == saved_report_findings (saved)->len);
  REQUIRE (report_row_count (report, COMPARE_FINDINGS) == head->open);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  Slice rest;
  (void) take_choices (data, size, &rest);
  g_autofree char *text = slice_dup (rest);
  g_autoptr (GError) error = NULL;
  g_autoptr (SavedReport) saved = report_file_parse ("r.json", text, rest.length, &error);

  if (saved != NULL)
    {
      check_with_itself (saved);
      return 0;
    }
  REQUIRE (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  REQUIRE (g_str_has_prefix (error->message, "r.json:"));
  return 0;
}

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_WRITE_PLAN_H
#define OUTPUT_WRITE_PLAN_H

#include "output/journal/journal.h"
#include "output/text/text-style.h"

/**
 * WritePlan: what the person who runs the program decided about what is written, printed and
 * reported by the exit status (spec section 1). A value that nothing changes; all members are plain
 * or borrowed.
 */

typedef enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_CSV,
  FORMAT_FOCUS
} ReportFormat;

typedef struct
{
  ReportFormat format;
  const char *output;  /* the folder of the pack; NULL: no pack */
  const char *rejects; /* the file for the rows set aside; NULL: none of its own */
  gboolean force;      /* an earlier pack may be replaced */
  gboolean is_shared;  /* new files have the modes that the umask leaves */
  gboolean is_quiet;
  TextStyle style; /* of text on standard output; what it lists is so in files too */
  gboolean wants_progress;
  gboolean wants_journal;
  JournalFormat journal;
  const AccountMap *accounts;
  guint jobs;           /* threads that may write at a time; 0 is one */
  gint64 workbook_time; /* seconds since 1970, or REPORT_XLSX_CREATED_AS_OF */
  gboolean never_fails; /* --fail-on never */
  Severity fail_on;
} WritePlan;

/** Whether a finding of @severity makes the run end with status 1. */
gboolean write_plan_fails_on (const WritePlan *self, Severity severity);
/** Whether something that is written shows the SHA-256 of the inputs. */
gboolean write_plan_shows_digests (const WritePlan *self);
/** Whether something that is written shows the ids and keys of findings. */
gboolean write_plan_shows_ids (const WritePlan *self);
/** Whether something that is written shows cases. */
gboolean write_plan_shows_cases (const WritePlan *self);
/** Whether all of them are, or only as many as the text lists. */
gboolean write_plan_shows_all_cases (const WritePlan *self);
/** Where the journal goes: to standard output, unless there is a pack that holds it. */
gboolean write_plan_prints_journal (const WritePlan *self);

#endif

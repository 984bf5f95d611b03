/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_REPORT_RUN_H
#define APP_RUN_REPORT_RUN_H

#include "app/run/progress.h"
#include "app/run/run-status.h"
#include "output/pack-form.h"

/**
 * ReportRun: a report of any schema, from the options that say how it is written to the exit
 * status: text, JSON or a table on standard output, and the pack in the folder of --output.
 */
typedef struct ReportRun ReportRun;

/**
 * Before the long work, so that what cannot be written is told first. Both are borrowed. NULL with
 * RECON_ERROR_USAGE for a format that only the main report has, or RECON_ERROR_OUTPUT.
 */
ReportRun *report_run_new (const PackForm *form, const WritePlan *plan, GError **error);
void report_run_free (ReportRun *self); /* NULL is fine */

/** What the page of a history is made from beside its report; borrowed. */
void report_run_set_course (ReportRun *self, const HistoryCourse *course);
/** @report: sorted, of the form's schema. @progress: told what is written; NULL: nobody is. */
RunStatus report_run_publish (ReportRun *self, const Report *report, Progress *progress,
                              GError **error);

/** What the findings of @report make of the exit status (--fail-on). */
RunStatus report_run_status (const WritePlan *plan, const Report *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportRun, report_run_free)

#endif

/* SPDX-License-Identifier: MIT */
#ifndef APP_PLAN_H
#define APP_PLAN_H

#include "app/options.h"
#include "app/progress.h"
#include "core/month/reckon-plan.h"
#include "core/report/report.h"
#include "input/input-reader.h"
#include "output/journal/journal.h"

/** Plan: the options of a run as values that the layers below take. */
typedef struct Plan Plan;

typedef enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_CSV,
  FORMAT_FOCUS
} ReportFormat;

/**
 * NULL with RECON_ERROR_USAGE when a value is not what its option takes. @options must outlive the
 * plan.
 */
Plan *plan_new (const Options *options, GError **error);
/** The same with other paths than the options' arguments (copied). */
Plan *plan_new_with_paths (const Options *options, const char *const *paths, GError **error);
void plan_free (Plan *self); /* NULL is fine */

/* What the options say; everything borrows from the plan. */
const ReckonPlan *plan_rules (const Plan *self);
const ReadPlan *plan_reading (const Plan *self);
const char *const *plan_paths (const Plan *self);
const char *const *plan_skips (const Plan *self); /* --skip, NULL-terminated */
const Options *plan_options (const Plan *self);
ReportFormat plan_format (const Plan *self);
const char *plan_output (const Plan *self);  /* NULL: no pack */
const char *plan_rejects (const Plan *self); /* NULL: no file of its own */
gboolean plan_is_forced (const Plan *self);
gboolean plan_is_shared (const Plan *self);
gboolean plan_is_quiet (const Plan *self);
gboolean plan_wants_progress (const Plan *self);
Progress *plan_progress (const Plan *self); /* shows it as far as it is wanted; never NULL */
/** FALSE: no journal is wanted. */
gboolean plan_journal (const Plan *self, JournalFormat *format);
const AccountMap *plan_accounts (const Plan *self);
/** FALSE: --fail-on never. */
gboolean plan_fails_on (const Plan *self, Severity severity);

/** Also read what tells why usage earned no Partner Earned Credit. */
void plan_want_reasons (Plan *self);

/** Where the reading tells how far it is. */
void plan_set_progress (Plan *self, ReadProgressFunc progress, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

#endif

/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_OPTION_PLAN_H
#define ENGINE_OPTION_PLAN_H

#include "core/month/reckon-plan.h"
#include "engine/option/options.h"
#include "input/billing/read-plan.h"
#include "output/write-plan.h"

/** Plan: the options of a run as values that the layers below take. Nothing changes it. */
typedef struct Plan Plan;

/**
 * NULL with RECON_ERROR_USAGE when a value is not what its option takes. @options must outlive the
 * plan.
 */
Plan *plan_new (const Options *options, GError **error);
/** The same with other paths than the options' arguments; @paths must outlive the plan, too. */
Plan *plan_new_with_paths (const Options *options, const char *const *paths, GError **error);
/** The same, and only @month is reported; what is written and kept shows digests. */
Plan *plan_new_for_month (const Options *options, Month month, const char *const *paths,
                          GError **error);
void plan_free (Plan *self); /* NULL is fine */

/* What the options say; everything borrows from the plan. */
const ReadPlan *plan_reading (const Plan *self);
const ReckonPlan *plan_reckoning (const Plan *self);
const WritePlan *plan_writing (const Plan *self);
const char *const *plan_paths (const Plan *self);
const Options *plan_options (const Plan *self); /* the words behind all of it */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

#endif

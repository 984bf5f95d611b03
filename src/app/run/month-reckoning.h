/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_MONTH_RECKONING_H
#define APP_RUN_MONTH_RECKONING_H

#include "app/run/job.h"
#include "store/seal-record.h"
#include "store/seals.h"

/**
 * MonthReckoning: one month reckoned from its files and from the sealed months before it, these
 * alone: what a close seals, and what a diff holds against the seal.
 */
typedef struct MonthReckoning MonthReckoning;

/** @plan: of the month alone, borrowed. @history and @seals are looked at once. NULL with @error.
 */
MonthReckoning *month_reckoning_new (const Plan *plan, Database *history, const Seals *seals,
                                     GError **error);
void month_reckoning_free (MonthReckoning *self); /* NULL is fine */

const Job *month_reckoning_job (const MonthReckoning *self);
const Report *month_reckoning_report (const MonthReckoning *self);
/** What its seal would hold. */
const SealContent *month_reckoning_content (const MonthReckoning *self);

/**
 * Against @seal, of the same month and in @history: core/answer/month-diff. NULL with @error.
 * (transfer full)
 */
Report *month_reckoning_diff (const MonthReckoning *self, Database *history, const Seal *seal,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MonthReckoning, month_reckoning_free)

#endif

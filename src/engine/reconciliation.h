/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_RECONCILIATION_H
#define ENGINE_RECONCILIATION_H

#include "core/book/books.h"
#include "core/report/report.h"
#include "engine/customer-word.h"
#include "engine/option/plan.h"

/**
 * Reconciliation: from books to the main report, in the order of these functions, and which part of
 * it is shown. What a history knows is joined and resolved in between by who has one.
 */
typedef struct
{
  const Plan *plan;
  ReportPart *part; /* from part_options_new() */
  CustomerWordListFunc
      list; /* of customers that a word may stand for; NULL: nobody is shown them */
} Reconciliation;

/** The words of --customer, looked up among those of whom something was read. */
gboolean reconciliation_take_customers (const Reconciliation *self, const Books *books,
                                        GError **error);

/** The plan of the reckoning. */
ReckonPlan reconciliation_reckon_plan (const Reconciliation *self);

/** Once it is reckoned and resolved: what has one cause, as far as that will be shown. */
void reconciliation_add_cases (const Reconciliation *self, Report *report);

/** What is shown of @whole, which must live longer; NULL: all of it. (transfer full) */
Report *reconciliation_narrow (const Reconciliation *self, const Report *whole);

#endif

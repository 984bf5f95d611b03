/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_RECKON_PLAN_H
#define CORE_MONTH_RECKON_PLAN_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/language/language.h"

/** Told now and then, by one thread alone; @done of @total is reckoned, in no unit of its own. */
typedef void (*ReckonProgressFunc) (guint64 done, guint64 total, gpointer data);

/**
 * ReckonPlan: what the person who runs the program may decide about the reckoning (spec section 1).
 * All members are borrowed or plain.
 */
typedef struct
{
  Month month;              /* --month; MONTH_NONE: all months */
  Day as_of;                /* --as-of; DAY_NONE: derived from what was read */
  gint64 expiring_days;     /* --expiring-days */
  Decimal tolerance;        /* --tolerance, not negative */
  GTree *invoice_months;    /* --invoice-month: char * (lower case) -> Month; may be NULL */
  const Language *language; /* --lang: of what findings say, beside English; NULL: English alone */
  guint jobs;               /* --jobs: threads at most; 0 and 1: the caller's alone */
  /* Findings get no ids, for nobody will look at them. */
  gboolean leaves_unnamed;
  ReckonProgressFunc progress; /* NULL: nobody is told */
  gpointer progress_data;
  /* For the report to say how it was made (see ReportOrigin). */
  const char *const *options;
  const char *config_file;
} ReckonPlan;

/** ReckonPlan with the documented defaults: no month, no day, 60 days, 0.01. */
ReckonPlan reckon_plan_default (void);

/** Spec section 1, "Reported months". Findings without a month are always reported. */
gboolean reckon_plan_reports_month (const ReckonPlan *plan, Month month);
/** Of a set of months (base/month-counts), one at least. */
gboolean reckon_plan_reports_any_month (const ReckonPlan *plan, const GArray *months);

#endif

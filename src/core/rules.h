/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULES_H
#define CORE_RULES_H

#include "core/calendar.h"
#include "core/decimal.h"

/**
 * Rules: what the person who runs the program may decide about the reckoning (spec section 1).
 * All members are borrowed or plain.
 */
typedef struct
{
  Month month;           /* --month; MONTH_NONE: all months */
  Day as_of;             /* --as-of; DAY_NONE: derived from what was read */
  gint64 expiring_days;  /* --expiring-days */
  Decimal tolerance;     /* --tolerance, not negative */
  GTree *invoice_months; /* --invoice-month: char * (lower case) -> Month; may be NULL */
  /* For the report to say how it was made (see ReportOrigin). */
  const char *const *options;
  const char *config_file;
} Rules;

/** Rules with the documented defaults: no month, no day, 60 days, 0.01. */
Rules rules_default (void);

/** Spec section 1, "Reported months". Findings without a month are always reported. */
gboolean rules_report_month (const Rules *rules, Month month);
/** Of a set of months (core/month-count), one at least. */
gboolean rules_report_any_month (const Rules *rules, const GArray *months);

#endif

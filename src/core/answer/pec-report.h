/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_PEC_REPORT_H
#define CORE_ANSWER_PEC_REPORT_H

#include "core/answer/pec-book.h"
#include "core/book/name-book.h"
#include "core/month/reckon-plan.h"
#include "core/report/report-rows.h"

/**
 * PecReport: the finished answer of `acorecon pec`: two tables, sorted, amounts in the currency of
 * their row, rounded H once each.
 */

/**
 * One customer, month and currency. From daily rows where there are any, else from invoice lines.
 * The value of usage that earned no credit stands under the reason why: refunds are < 0 there, and
 * under aco what was credited is > 0. Cannot tell what the partner should have earned, nor why
 * access was lost.
 */
typedef struct
{
  const char *customer_id;
  const char *customer_name;
  Month month;
  const char *currency;
  const char *source; /* "daily-usage" or "invoice" */
  Decimal pec_base;   /* sum of values of usage that earned the credit, net of it */
  Decimal pec_list;   /* the same at list price: n * 100 / (100 - p) for each percentage p */
  Decimal pec_earned; /* n * p / (100 - p) for each percentage; taken off the values already */
  Decimal third_party;
  Decimal spot;
  Decimal reservation;
  Decimal savings_plan;
  Decimal aco;
  Decimal unexplained; /* nothing speaks against the credit: access lost? */
} PecMonthRow;

/** A day on which a resource earned no credit, while it did on other days of the month. */
typedef struct
{
  const char *customer_id;
  const char *customer_name;
  Month month;
  const char *currency;
  const char *resource;
  Day day;
  Decimal value; /* sum of its usage without the credit on that day; not what was lost by it */
} PecLostRow;

typedef struct PecReport PecReport;

/** Texts are borrowed from @book and @names, which must outlive the report. */
PecReport *pec_report_new (const PecBook *book, const NameBook *names, const ReckonPlan *plan,
                           gboolean complete);
void pec_report_free (PecReport *self); /* NULL is fine */

gboolean pec_report_is_complete (const PecReport *self);
const GArray *pec_report_months (const PecReport *self); /* of PecMonthRow */
const GArray *pec_report_lost (const PecReport *self);   /* of PecLostRow */

/** The month that was asked for, or MONTH_NONE. */
Month pec_report_month (const PecReport *self);
/** Of which months anything was read, asked for or not; MONTH_NONE: of none. */
Month pec_report_first_read (const PecReport *self);
Month pec_report_last_read (const PecReport *self);

/* How writers see the two tables; static. */
const ReportTableInfo *pec_report_months_info (void);
const ReportTableInfo *pec_report_lost_info (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PecReport, pec_report_free)

#endif

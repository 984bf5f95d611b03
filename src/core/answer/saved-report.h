/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_SAVED_REPORT_H
#define CORE_ANSWER_SAVED_REPORT_H

#include "base/amount.h"
#include "base/calendar.h"

/**
 * SavedReport: what an earlier run left behind in a report.json, as far as it is spoken of again:
 * its findings, and the figures of its customers and months. Knows no file and no JSON.
 */
typedef struct SavedReport SavedReport;

/** Texts are the report's; NULL is null. */
typedef struct
{
  const char *id;
  const char *key;
  const char *code;
  const char *name;
  const char *severity;
  const char *customer_id;
  const char *customer_name;
  const char *agreement_id;
  const char *currency;
  Month month; /* MONTH_NONE: null */
  const char *subject;
  const char *message;
  Decimal amount;
} SavedFinding;

typedef struct
{
  const char *customer_id;
  const char *customer_name;
  const char *currency;
  Month month;
  const char *figure; /* a member of the table it comes from: "balance_used" */
  Amount amount;
} SavedFigure;

SavedReport *saved_report_new (void);
void saved_report_free (SavedReport *self); /* NULL is fine */

/* Texts are copied. */
void saved_report_add_finding (SavedReport *self, const SavedFinding *finding);
/** A further one of the same customer, currency, month and figure adds up; unknown stays so. */
void saved_report_add_figure (SavedReport *self, const SavedFigure *figure);

/** Not all of its findings and figures were saved: it was narrowed by options like --code. */
void saved_report_set_part (SavedReport *self);
gboolean saved_report_is_part (const SavedReport *self);

const GPtrArray *saved_report_findings (const SavedReport *self); /* of const SavedFinding * */
/** By customer, currency, month and figure, null first. (transfer container) */
GPtrArray *saved_report_figures (const SavedReport *self); /* of const SavedFigure * */

/** <0, 0 or >0 by customer, currency, month and figure. */
int saved_report_compare_figures (const SavedFigure *a, const SavedFigure *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SavedReport, saved_report_free)

#endif

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/month-reckoning.h"

#include "core/case/case-rows.h"
#include "store/history.h"
#include "store/resolution-book.h"
#include "store/restated-month.h"
#include "store/sealed-rows.h"

struct MonthReckoning
{
  Job *job;
  Report *report;
  SealContent content;
};

MonthReckoning *
month_reckoning_new (const Plan *plan, Database *history, const Seals *seals, GError **error)
{
  g_autoptr (MonthReckoning) self = g_new0 (MonthReckoning, 1);
  const Month month = plan_reckoning (plan)->month;
  const Seal *first = seals_first (seals);

  self->job = job_new (plan, error);
  if (self->job == NULL || !sealed_rows_add (history, month, job_books (self->job), error))
    return NULL;
  self->report = job_reckon (self->job, plan_reckoning (plan), error);
  self->content = (SealContent){ .books = job_books (self->job),
                                 .report = self->report,
                                 .month = month,
                                 .with_earlier = first == NULL || first->month == month };
  if (self->report == NULL || !resolution_book_apply (history, self->report, error))
    return NULL;
  case_rows_add (self->report, G_MAXSIZE);
  return g_steal_pointer (&self);
}

void
month_reckoning_free (MonthReckoning *self)
{
  if (self == NULL)
    return;
  report_free (self->report);
  job_free (self->job);
  g_free (self);
}

const Job *
month_reckoning_job (const MonthReckoning *self)
{
  return self->job;
}

const Report *
month_reckoning_report (const MonthReckoning *self)
{
  return self->report;
}

const SealContent *
month_reckoning_content (const MonthReckoning *self)
{
  return &self->content;
}

/* What is now, as the first version of a history in memory. */
static History *
history_of_now (const MonthReckoning *self, GError **error)
{
  g_autoptr (History) now = history_new ();
  const SealRecord record = { .content = &self->content,
                              .month = self->content.month,
                              .version = 1,
                              .at = "",
                              .preparer = "",
                              .approver = "" };
  g_autofree char *hash = seal_record_write (&record, history_database (now), error);

  return hash != NULL ? g_steal_pointer (&now) : NULL;
}

Report *
month_reckoning_diff (const MonthReckoning *self, Database *history, const Seal *seal,
                      GError **error)
{
  g_autoptr (History) now = history_of_now (self, error);
  char month[MONTH_TEXT_SIZE];

  if (now == NULL)
    return NULL;
  calendar_print_month (seal->month, month);
  const RestatementSide sealed_side = { history, month, seal->version };
  const RestatementSide now_side = { history_database (now), month, 1 };
  g_autoptr (Restatement) restatement = restatement_new (&sealed_side, &now_side, error);
  if (restatement == NULL)
    return NULL;
  const RestatedMonth restated = { .restatement = restatement,
                                   .history = history,
                                   .seal = seal,
                                   .now = self->report,
                                   .names = self->content.books->names };
  return restated_month_diff (&restated, error);
}

/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_HISTORY_H
#define SAMPLE_HISTORY_H

#include "core/answer/history-course.h"
#include "core/answer/month-list.h"
#include "record-builders.h"

/* Two months with @agreements credits each. */
typedef struct
{
  ListFigures figures;
  Report *list;
  HistoryCourse *course;
} SampleHistory;

static inline void
sample_history_init (SampleHistory *self, const char *preparer, guint agreements)
{
  g_autoptr (Books) books = build_books ();
  ReckonPlan rules = reckon_plan_default ();
  const ListHead head = { MONTH_NONE };
  const CourseFindings ends = { .month = calendar_month (2026, 9), .open = 4, .accepted = 7 };

  for (guint i = 0; i < agreements; i++)
    for (guint month = 8; month <= 9; month++)
      {
        g_autofree char *row = g_strdup_printf (
            "balance: month=2026-%02u | agreement=a%u | C=%u | B=%u | expiry=2027-08-31", month, i,
            100 * (month - 7), 10000 - 100 * (month - 7) - i);
        BUILD_ROWS (books, row);
      }
  g_autoptr (Report) reckoned = build_report (books, &rules);
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (CourseFindings));
  g_array_append_val (findings, ends);
  self->course = history_course_new (books, reckoned, findings);
  self->figures
      = (ListFigures){ .currency = "USD", .balance_used = amount_known (decimal_from_int (100)) };
  self->list = report_new_of (month_list_schema ());
  report_set_head (self->list, &head);
  for (guint month = 8; month <= 9; month++)
    {
      const ListMonth row = { .month = calendar_month (2026, (int) month),
                              .version = 1,
                              .state = "sealed",
                              .sealed_at = "T",
                              .preparer = preparer,
                              .approver = "Bo",
                              .content_sha256 = "c",
                              .pack_state = "none",
                              .figures = { &self->figures, 1 } };
      report_append (self->list, LIST_MONTHS, &row);
    }
  report_sort (self->list);
}

static inline void
sample_history_clear (SampleHistory *self)
{
  report_free (self->list);
  history_course_free (self->course);
}

#endif

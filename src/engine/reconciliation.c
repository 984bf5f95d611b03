/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/reconciliation.h"

#include "core/case/case-rows.h"
#include "core/report/report-narrowing.h"
#include "engine/option/part-options.h"
#include "output/case/cases-text.h"

gboolean
reconciliation_take_customers (const Reconciliation *self, const Books *books, GError **error)
{
  for (const char *const *word = part_options_customers (plan_options (self->plan)); *word != NULL;
       word++)
    {
      g_autofree char *id
          = customer_word_find_of_rows (books, *word, "--customer", self->list, error);

      if (id == NULL)
        return FALSE;
      report_part_add_customer (self->part, id, name_book_lookup (books->names, id));
    }
  return TRUE;
}

ReckonPlan
reconciliation_reckon_plan (const Reconciliation *self)
{
  ReckonPlan reckoning = *plan_reckoning (self->plan);

  /* What a case is made of is told by ids. */
  reckoning.leaves_unnamed = !write_plan_shows_ids (plan_writing (self->plan))
                             && !report_part_narrows_findings (self->part);
  return reckoning;
}

void
reconciliation_add_cases (const Reconciliation *self, Report *report)
{
  const WritePlan *writing = plan_writing (self->plan);
  const gboolean are_all = write_plan_shows_all_cases (writing) || report_part_narrows (self->part);

  if (write_plan_shows_cases (writing))
    case_rows_add (report, are_all ? G_MAXSIZE : CASES_TEXT_MOST);
}

Report *
reconciliation_narrow (const Reconciliation *self, const Report *whole)
{
  return report_part_narrows (self->part) ? report_narrowing_of (whole, self->part) : NULL;
}

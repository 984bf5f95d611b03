/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/case/case-choice.h"

#include "output/stake-order.h"

CasesKind
case_choice_kind (const CaseRow *row)
{
  if (row->open == 0)
    return CASES_DECIDED;
  return row->severity == SEVERITY_NOTICE ? CASES_TO_KNOW : CASES_TO_SETTLE;
}

static CasesKind
kind_of_rest (const CaseRest *rest)
{
  const CaseRow like = { .severity = rest->severity, .open = rest->is_open ? 1 : 0 };

  return case_choice_kind (&like);
}

static void
add_rest (CasesSum *sum, ReportSpan rest, CasesKind kind)
{
  for (gsize i = 0; i < rest.count; i++)
    {
      const CaseRest *part = (const CaseRest *) rest.elements + i;

      if (kind_of_rest (part) != kind)
        continue;
      sum->count += (guint) part->count;
      if (!decimal_is_zero (part->amount))
        money_tally_add (sum->money, part->currency, part->amount);
    }
}

CasesSum
case_choice_sum (const Report *report, CasesKind kind)
{
  CasesSum sum = { 0, money_tally_new () };

  for (gsize i = 0; i < report_row_count (report, REPORT_CASES); i++)
    {
      const CaseRow *row = report_row (report, REPORT_CASES, i);

      if (case_choice_kind (row) != kind)
        continue;
      sum.count++;
      if (!decimal_is_zero (row->amount))
        money_tally_add (sum.money, row->currency, row->amount);
    }
  add_rest (&sum, report_cases_rest (report), kind);
  return sum;
}

void
case_choice_clear (CasesSum *sum)
{
  g_clear_pointer (&sum->money, money_tally_free);
}

GPtrArray *
case_choice_in_turn (const Report *report, CasesKind kind)
{
  GPtrArray *rows = g_ptr_array_new ();
  g_autoptr (GArray) stakes = g_array_new (FALSE, FALSE, sizeof (Stake));

  for (gsize i = 0; i < report_row_count (report, REPORT_CASES); i++)
    {
      const CaseRow *row = report_row (report, REPORT_CASES, i);
      const Stake stake = { .currency = row->currency, .amount = row->amount, .item = row };

      if (kind == CASES_KIND_COUNT || case_choice_kind (row) == kind)
        g_array_append_val (stakes, stake);
    }
  stake_order_sort (stakes);
  for (guint i = 0; i < stakes->len; i++)
    g_ptr_array_add (rows, (gpointer) (guintptr) g_array_index (stakes, Stake, i).item);
  return rows;
}

/* They lie side by side, in their order. */
static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const CaseRow *first = *(const CaseRow *const *) a, *second = *(const CaseRow *const *) b;

  return (first > second) - (first < second);
}

void
case_choice_sort (GPtrArray *rows)
{
  g_ptr_array_sort (rows, compare_rows);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/benefit/benefit-reckon.h"

#include <string.h>

#include "core/benefit/benefit-dates.h"
#include "core/benefit/benefit-months.h"
#include "core/benefit/benefit-rules.h"
#include "core/benefit/benefit-uses.h"

#define REASSIGNMENTS_MONTHLY 5

typedef struct
{
  const BenefitBook *book;
  const BenefitPlan *plan;
  const BenefitUses *uses;
  BenefitFinder finder;
  GHashTable *users;  /* of legacy bulk benefits in force: user in lower case */
  GHashTable *totals; /* currency to BenefitTotalsRow */
} Reckoning;

/* State */

static BenefitState
state_of (const Reckoning *self, const Benefit *benefit, const BenefitDates *dates, Decimal left)
{
  const Day as_of = self->plan->as_of;

  if (dates->is_gone)
    return BENEFIT_REVOKED;
  if (strcmp (benefit->status, "expired") == 0 || (dates->end != DAY_NONE && dates->end < as_of))
    return BENEFIT_EXPIRED;
  if (dates->begin == DAY_NONE)
    return BENEFIT_NOT_ACTIVATED;
  if (!dates->is_running)
    return BENEFIT_NOT_STARTED;
  if (strcmp (benefit->status, "suspended") == 0)
    return BENEFIT_SUSPENDED;
  if (strcmp (benefit->status, "pending") == 0)
    return BENEFIT_PENDING;
  if (benefit->kind == BENEFIT_BULK && decimal_is_zero (left))
    return BENEFIT_USED;
  return dates->end - as_of <= self->plan->expiring_days ? BENEFIT_EXPIRING : BENEFIT_ACTIVE;
}

/* A row */

static void
set_reassignments (const Benefit *benefit, BenefitRow *row)
{
  const gint64 most = benefit->kind == BENEFIT_MONTHLY ? REASSIGNMENTS_MONTHLY : 0;

  row->reassignments = benefit->reassignments;
  row->reassignments_left_known = benefit->experience == BENEFIT_LEGACY;
  if (row->reassignments_left_known)
    row->reassignments_left = MAX (most - (gint64) benefit->reassignments, 0);
}

static void
add_sums (const GArray *months, BenefitRow *row)
{
  for (guint i = 0; i < months->len; i++)
    {
      const BenefitMonthRow *month = &g_array_index (months, BenefitMonthRow, i);
      decimal_accumulate (&row->granted, &month->granted);
      decimal_accumulate (&row->used, &month->used);
      decimal_accumulate (&row->lapsed, &month->lapsed);
      decimal_accumulate (&row->revoked, &month->revoked);
      row->left = month->closing;
    }
}

static BenefitRow
row_of (const Reckoning *self, const Benefit *benefit, const BenefitDates *dates,
        const GArray *months)
{
  BenefitRow row = { .benefit_id = benefit->id,
                     .benefit = benefit->name,
                     .source = benefit->source,
                     .kind = benefit_rows_kind (benefit->kind),
                     .experience = benefit_rows_experience (benefit->experience),
                     .quantity = benefit->quantity,
                     .status = benefit->status,
                     .currency = benefit->currency,
                     .amount = benefit->amount,
                     .activate_by = benefit->activate_by,
                     .activated = benefit->activated,
                     .begin_date = dates->begin,
                     .end_date = dates->end,
                     .revoked_on = benefit->revoked,
                     .user = benefit->user,
                     .file = benefit->file,
                     .line = benefit->line };

  set_reassignments (benefit, &row);
  add_sums (months, &row);
  row.days_left_known = dates->end != DAY_NONE;
  if (row.days_left_known)
    row.days_left = dates->end - self->plan->as_of;
  row.state_code = state_of (self, benefit, dates, row.left);
  row.state = benefit_rows_state (row.state_code);
  return row;
}

static void
add_to_totals (Reckoning *self, const BenefitRow *row)
{
  BenefitTotalsRow *totals = g_hash_table_lookup (self->totals, row->currency);

  if (totals == NULL)
    {
      totals = g_new0 (BenefitTotalsRow, 1);
      totals->currency = row->currency;
      g_hash_table_insert (self->totals, (gpointer) (guintptr) row->currency, totals);
    }
  decimal_accumulate (&totals->granted, &row->granted);
  decimal_accumulate (&totals->used, &row->used);
  decimal_accumulate (&totals->lapsed, &row->lapsed);
  decimal_accumulate (&totals->revoked, &row->revoked);
  decimal_accumulate (&totals->left, &row->left);
}

/* A person can have one legacy yearly benefit. */
static void
find_user_twice (Reckoning *self, const Benefit *benefit, const BenefitRow *row)
{
  if (benefit->experience != BENEFIT_LEGACY || benefit->kind != BENEFIT_BULK
      || benefit->user == NULL || row->state_code == BENEFIT_REVOKED
      || row->state_code == BENEFIT_EXPIRED)
    return;
  if (!g_hash_table_add (self->users, g_ascii_strdown (benefit->user, -1)))
    benefit_finder_add (
        &self->finder, benefit_finder_on (FINDING_BENEFIT_USER_TWICE, benefit),
        &LANGUAGE_SENTENCE (N_ ("assigned to a user who has such a benefit already")));
}

static void
add_benefit (Reckoning *self, const Benefit *benefit)
{
  const Day as_of = self->plan->as_of;
  const BenefitDates dates = benefit_dates_of (benefit, as_of);
  const GArray *uses = benefit_uses_months (self->uses, benefit);
  g_autoptr (GArray) months = benefit_months_of (benefit, &dates, uses, as_of);
  const BenefitRow row = row_of (self, benefit, &dates, months);
  const BenefitFacts facts = { benefit, &row, months, uses, as_of, self->plan->expiring_days };

  for (guint i = 0; i < months->len; i++)
    report_append (self->finder.report, BENEFIT_TABLE_MONTHS,
                   &g_array_index (months, BenefitMonthRow, i));
  report_append (self->finder.report, BENEFIT_TABLE_BENEFITS, &row);
  add_to_totals (self, &row);
  benefit_rules_find (&self->finder, &facts);
  find_user_twice (self, benefit, &row);
}

/* The report */

static void
find_uses (const Reckoning *self)
{
  for (guint i = 0; i < self->book->uses->len; i++)
    {
      const BenefitUse *use = &g_array_index (self->book->uses, BenefitUse, i);
      const Benefit *benefit;
      const BenefitUseVerdict verdict = benefit_uses_verdict (self->uses, i, &benefit);
      BenefitFindingRow row = { .code = FINDING_BENEFIT_USE_UNKNOWN };

      if (verdict == BENEFIT_USE_COUNTS)
        continue;
      if (verdict == BENEFIT_USE_OTHER_CURRENCY)
        row = benefit_finder_on (FINDING_BENEFIT_USE_CURRENCY, benefit);
      row.month = use->month;
      row.currency = use->currency;
      row.amount = use->used;
      row.file = use->file;
      row.line = use->line;
      benefit_finder_add (
          &self->finder, row,
          &LANGUAGE_SENTENCE (
              verdict == BENEFIT_USE_UNKNOWN
                  ? N_ ("used of no benefit that is known, or of a name that several have; it does "
                        "not count")
                  : N_ ("used in another currency than the benefit's; it does not count")));
    }
}

static void
add_totals (const Reckoning *self)
{
  GHashTableIter iterator;
  gpointer totals;

  g_hash_table_iter_init (&iterator, self->totals);
  while (g_hash_table_iter_next (&iterator, NULL, &totals))
    report_append (self->finder.report, BENEFIT_TABLE_TOTALS, totals);
}

Report *
benefit_reckon (const BenefitBook *book, const BenefitPlan *plan)
{
  g_autoptr (BenefitUses) uses = benefit_uses_new (book);
  g_autoptr (GHashTable) users = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) totals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Report *report = report_new_of (benefit_rows_schema ());
  const BenefitHead head = { plan->as_of };
  Reckoning self
      = { book, plan, uses, { report, BENEFIT_TABLE_FINDINGS, plan->language }, users, totals };

  report_set_head (report, &head);
  benefit_finder_add_inputs (&self.finder, BENEFIT_TABLE_INPUTS, book);
  benefit_finder_add_files (&self.finder, book);
  for (guint i = 0; i < book->benefits->len; i++)
    add_benefit (&self, &g_array_index (book->benefits, Benefit, i));
  find_uses (&self);
  add_totals (&self);
  report_sort (report);
  return report;
}

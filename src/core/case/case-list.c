/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-list.h"

#include "core/case/case-joins.h"
#include "core/case/case-singles.h"
#include "core/report/report-counts.h"

struct CaseList
{
  const Report *report;
  CaseSet *set;     /* of the findings that rules looked at */
  gsize most;       /* cases of one finding of a kind and currency */
  GPtrArray *cases; /* of Case */
  guint8 *claimed;  /* a bit for each finding of the report: a rule has it */
  GArray *rest;     /* of CaseRest; NULL: nothing is left out */
};

static void
case_free (gpointer data)
{
  Case *self = data;

  g_array_unref (self->findings);
  g_free (self);
}

static void
note_finding (Case *self, const FindingRow *row)
{
  self->severity = MAX (self->severity, row->severity);
  self->open += report_rows_finding_is_open (row) ? 1 : 0;
  self->is_of_many = self->is_of_many || g_strcmp0 (row->customer_id, self->head->customer_id) != 0;
  if (row->month == MONTH_NONE)
    return;
  self->first = self->first == MONTH_NONE ? row->month : MIN (self->first, row->month);
  self->last = self->last == MONTH_NONE ? row->month : MAX (self->last, row->month);
}

static Case *
append_case (CaseList *self, CaseRule rule, const FindingRow *head, Decimal amount)
{
  Case *added = g_new0 (Case, 1);

  added->rule = rule;
  added->head = head;
  added->amount = amount;
  added->severity = SEVERITY_NOTICE;
  added->first = added->last = MONTH_NONE;
  added->findings = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->cases, added);
  return added;
}

/* The draft's findings are claimed, and become rows of the report. */
static void
add_case (CaseList *self, CaseRule rule, CaseDraft *draft)
{
  Case *added = append_case (self, rule, case_draft_head (draft), draft->amount);

  for (guint i = 0; i < draft->findings->len; i++)
    {
      const guint number = g_array_index (draft->findings, guint, i);
      const guint index = case_set_index (draft->set, number);

      note_finding (added, case_set_finding (draft->set, number));
      case_set_claim (draft->set, number);
      self->claimed[index / 8] |= (guint8) (1u << index % 8);
      g_array_append_val (added->findings, index);
    }
}

static void
add_single (CaseList *self, guint index)
{
  const FindingRow *row = report_row (self->report, REPORT_FINDINGS, index);
  Case *added = append_case (self, CASE_SINGLE, row, decimal_absolute (row->amount));

  note_finding (added, row);
  g_array_append_val (added->findings, index);
}

static void
try_rule (CaseList *self, CaseSet *set, CaseRule rule)
{
  const FindingCode anchor = case_joins_anchor (rule);
  const guint end = case_set_first_of (set, anchor + 1);
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = case_set_first_of (set, anchor); i < end; i++)
    {
      const FindingRow *row = case_set_finding (set, i);
      CaseDraft draft = {
        .set = set, .anchor = i, .findings = findings, .amount = decimal_absolute (row->amount)
      };

      if (!case_set_is_free (set, i))
        continue;
      g_array_set_size (findings, 0);
      g_array_append_val (findings, i);
      if (case_joins_apply (rule, &draft))
        add_case (self, rule, &draft);
    }
}

/* Of findings there can be as many as rows were read: the rules look at those alone that they can
   join. */
static void
apply_rules (CaseList *self)
{
  gboolean present[FINDING_CODE_COUNT], wanted[FINDING_CODE_COUNT];

  for (FindingCode code = 0; code < FINDING_CODE_COUNT; code++)
    present[code]
        = report_counts_place (self->report, code + 1) > report_counts_place (self->report, code);
  case_joins_wanted (present, wanted);
  self->set = case_set_new (self->report, wanted);
  for (CaseRule rule = 0; rule < CASE_SINGLE; rule++)
    try_rule (self, self->set, rule);
}

static gboolean
is_claimed (const CaseList *self, guint index)
{
  return (self->claimed[index / 8] >> index % 8 & 1) != 0;
}

static void
add_all_singles (CaseList *self)
{
  const gsize count = report_row_count (self->report, REPORT_FINDINGS);

  for (guint i = 0; i < count; i++)
    if (!is_claimed (self, i))
      add_single (self, i);
}

static void
add_most_singles (CaseList *self)
{
  const gsize count = report_row_count (self->report, REPORT_FINDINGS);
  g_autoptr (CaseSingles) singles = case_singles_new (self->most);
  g_autoptr (GArray) kept = NULL;
  ReportBuffer buffer = { 0 };

  for (guint i = 0; i < count; i++)
    {
      const FindingRow *row = report_read (self->report, REPORT_FINDINGS, i, &buffer);

      if (!is_claimed (self, i))
        case_singles_add (singles, row, i);
    }
  kept = case_singles_kept (singles);
  for (guint i = 0; i < kept->len; i++)
    add_single (self, g_array_index (kept, guint, i));
  self->rest = case_singles_rest (singles);
}

/* 0: to be settled, 1: to be known, 2: decided. */
static guint
urgency_of (const Case *c)
{
  if (c->open == 0)
    return 2;
  return c->severity == SEVERITY_NOTICE ? 1 : 0;
}

/* Where they are equal in all this, by what they are about, never by file. */
static int
compare_cases (gconstpointer left, gconstpointer right)
{
  const Case *a = *(const Case *const *) left, *b = *(const Case *const *) right;
  const guint first = urgency_of (a), second = urgency_of (b);
  int order = (first > second) - (first < second);

  if (order == 0)
    order = decimal_order (&b->amount, &a->amount);
  if (order == 0)
    order = (a->rule > b->rule) - (a->rule < b->rule);
  if (order == 0)
    order = (a->head->code > b->head->code) - (a->head->code < b->head->code);
  return order != 0 ? order : case_set_compare (a->head, b->head);
}

CaseList *
case_list_new_of_most (const Report *report, gsize most)
{
  CaseList *self = g_new0 (CaseList, 1);

  self->report = report;
  self->most = most;
  self->cases = g_ptr_array_new_with_free_func (case_free);
  self->claimed = g_malloc0 (report_row_count (report, REPORT_FINDINGS) / 8 + 1);
  apply_rules (self);
  if (most == G_MAXSIZE)
    add_all_singles (self);
  else
    add_most_singles (self);
  g_ptr_array_sort (self->cases, compare_cases);
  return self;
}

CaseList *
case_list_new (const Report *report)
{
  return case_list_new_of_most (report, G_MAXSIZE);
}

const FindingRow *
case_list_finding (const CaseList *self, const Case *c, guint place)
{
  return report_row (self->report, REPORT_FINDINGS, g_array_index (c->findings, guint, place));
}

const CaseInvoices *
case_list_invoices (const CaseList *self)
{
  return case_set_invoices (self->set);
}

GArray *
case_list_steal_rest (CaseList *self)
{
  return g_steal_pointer (&self->rest);
}

void
case_list_free (CaseList *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->cases);
  g_clear_pointer (&self->rest, g_array_unref);
  case_set_free (self->set);
  g_free (self->claimed);
  g_free (self);
}

guint
case_list_count (const CaseList *self)
{
  return self->cases->len;
}

const Case *
case_list_case (const CaseList *self, guint index)
{
  g_assert (index < self->cases->len);
  return g_ptr_array_index (self->cases, index);
}

const char *
case_list_name (const Case *c)
{
  return c->rule == CASE_SINGLE ? finding_info (c->head->code)->name
                                : case_rule_info (c->rule)->name;
}

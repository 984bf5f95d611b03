/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-list.h"

#include "core/case/case-joins.h"

struct CaseList
{
  GPtrArray *cases; /* of Case */
};

static void
case_free (gpointer data)
{
  Case *self = data;

  g_array_unref (self->findings);
  g_free (self);
}

static gboolean
is_open (const FindingRow *row)
{
  return row->resolution == NULL || g_str_equal (row->resolution, "disputed");
}

static void
note_finding (Case *self, const FindingRow *row)
{
  self->severity = MAX (self->severity, row->severity);
  self->open += is_open (row) ? 1 : 0;
  self->is_of_many = self->is_of_many || g_strcmp0 (row->customer_id, self->head->customer_id) != 0;
  if (row->month == MONTH_NONE)
    return;
  self->first = self->first == MONTH_NONE ? row->month : MIN (self->first, row->month);
  self->last = self->last == MONTH_NONE ? row->month : MAX (self->last, row->month);
}

/* The draft's findings are claimed, and become rows of the report. */
static void
add_case (CaseList *self, CaseRule rule, CaseDraft *draft)
{
  Case *added = g_new0 (Case, 1);

  added->rule = rule;
  added->head = case_set_finding (draft->set, draft->anchor);
  added->place = draft->anchor;
  added->amount = draft->amount;
  added->severity = SEVERITY_NOTICE;
  added->first = added->last = MONTH_NONE;
  added->findings = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < draft->findings->len; i++)
    {
      const guint number = g_array_index (draft->findings, guint, i);
      const guint index = case_set_index (draft->set, number);
      const FindingRow *row = case_set_finding (draft->set, number);

      note_finding (added, row);
      case_set_claim (draft->set, number);
      g_array_append_val (added->findings, index);
    }
  g_ptr_array_add (self->cases, added);
}

static void
try_rule (CaseList *self, CaseSet *set, CaseRule rule)
{
  const FindingCode anchor = rule == CASE_SINGLE ? 0 : case_joins_anchor (rule);
  const guint end
      = rule == CASE_SINGLE ? case_set_count (set) : case_set_first_of (set, anchor + 1);

  for (guint i = case_set_first_of (set, anchor); i < end; i++)
    {
      const FindingRow *row = case_set_finding (set, i);
      g_autoptr (GArray) findings = NULL;
      CaseDraft draft = { .set = set, .anchor = i, .amount = decimal_absolute (row->amount) };

      if (!case_set_is_free (set, i))
        continue;
      findings = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (findings, i);
      draft.findings = findings;
      if (rule == CASE_SINGLE || case_joins_apply (rule, &draft))
        add_case (self, rule, &draft);
    }
}

/* 0: to be settled, 1: to be known, 2: decided. */
static guint
urgency_of (const Case *c)
{
  if (c->open == 0)
    return 2;
  return c->severity == SEVERITY_NOTICE ? 1 : 0;
}

/* Where they are equal in all this they stand as the set has their heads, whose order is by
   content. */
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
  return order != 0 ? order : (a->place > b->place) - (a->place < b->place);
}

CaseList *
case_list_new (const Report *report)
{
  CaseList *self = g_new0 (CaseList, 1);
  g_autoptr (CaseSet) set = case_set_new (report);

  self->cases = g_ptr_array_new_with_free_func (case_free);
  for (CaseRule rule = 0; rule < CASE_RULE_COUNT; rule++)
    try_rule (self, set, rule);
  g_ptr_array_sort (self->cases, compare_cases);
  return self;
}

void
case_list_free (CaseList *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->cases);
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

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-set.h"

typedef struct
{
  const FindingRow *row;
  guint index;
  gboolean claimed;
} CaseFinding;

struct CaseSet
{
  const Report *report;
  GArray *findings;        /* of CaseFinding */
  GHashTable *by_customer; /* id to GArray of numbers; of customers that have findings */
};

static int
compare_findings (gconstpointer left, gconstpointer right)
{
  const CaseFinding *a = left, *b = right;
  int order = (a->row->code > b->row->code) - (a->row->code < b->row->code);

  if (order == 0)
    order = g_strcmp0 (a->row->key, b->row->key);
  if (order == 0)
    order = g_strcmp0 (a->row->id, b->row->id);
  return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

static void
index_by_customer (CaseSet *self)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const char *customer = case_set_finding (self, i)->customer_id;
      GArray *numbers;

      if (customer == NULL)
        continue;
      numbers = g_hash_table_lookup (self->by_customer, customer);
      if (numbers == NULL)
        {
          numbers = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->by_customer, (gpointer) (guintptr) customer, numbers);
        }
      g_array_append_val (numbers, i);
    }
}

CaseSet *
case_set_new (const Report *report)
{
  CaseSet *self = g_new0 (CaseSet, 1);
  const guint count = (guint) report_row_count (report, REPORT_FINDINGS);

  self->report = report;
  self->findings = g_array_sized_new (FALSE, FALSE, sizeof (CaseFinding), count);
  self->by_customer
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < count; i++)
    {
      const CaseFinding finding = { .row = report_row (report, REPORT_FINDINGS, i), .index = i };
      g_array_append_val (self->findings, finding);
    }
  g_array_sort (self->findings, compare_findings);
  index_by_customer (self);
  return self;
}

void
case_set_free (CaseSet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->findings);
  g_hash_table_unref (self->by_customer);
  g_free (self);
}

const Report *
case_set_report (const CaseSet *self)
{
  return self->report;
}

guint
case_set_count (const CaseSet *self)
{
  return self->findings->len;
}

static CaseFinding *
finding_at (const CaseSet *self, guint number)
{
  g_assert (number < self->findings->len);
  return &g_array_index (self->findings, CaseFinding, number);
}

const FindingRow *
case_set_finding (const CaseSet *self, guint number)
{
  return finding_at (self, number)->row;
}

guint
case_set_index (const CaseSet *self, guint number)
{
  return finding_at (self, number)->index;
}

gboolean
case_set_is_free (const CaseSet *self, guint number)
{
  return !finding_at (self, number)->claimed;
}

void
case_set_claim (CaseSet *self, guint number)
{
  CaseFinding *finding = finding_at (self, number);

  g_assert (!finding->claimed);
  finding->claimed = TRUE;
}

static gboolean
fits (const FindingRow *row, const CaseScope *scope)
{
  return row->code == scope->code
         && (scope->agreement_id == NULL || g_strcmp0 (row->agreement_id, scope->agreement_id) == 0)
         && (scope->currency == NULL || g_strcmp0 (row->currency, scope->currency) == 0)
         && (scope->first == MONTH_NONE || row->month >= scope->first)
         && (scope->last == MONTH_NONE || row->month <= scope->last);
}

GArray *
case_set_find (const CaseSet *self, const CaseScope *scope)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  const GArray *numbers = scope->customer_id == NULL
                              ? NULL
                              : g_hash_table_lookup (self->by_customer, scope->customer_id);

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      const guint number = g_array_index (numbers, guint, i);

      if (case_set_is_free (self, number) && fits (case_set_finding (self, number), scope))
        g_array_append_val (found, number);
    }
  return found;
}

Decimal
case_set_sum (const CaseSet *self, const GArray *numbers)
{
  Decimal sum = decimal_from_int (0);

  for (guint i = 0; i < numbers->len; i++)
    {
      const FindingRow *row = case_set_finding (self, g_array_index (numbers, guint, i));
      const Decimal amount = decimal_absolute (row->amount);

      decimal_accumulate (&sum, &amount);
    }
  return sum;
}

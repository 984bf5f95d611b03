/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-set.h"

#include <string.h>

#include "core/report/report-counts.h"

typedef struct
{
  const FindingRow *row;
  guint index;
  gboolean claimed;
} CaseFinding;

struct CaseSet
{
  const Report *report;
  CaseInvoices *invoices;
  GArray *findings;                    /* of CaseFinding */
  GArray *by_customer;                 /* of guint, numbers of what has a customer, by it */
  guint first[FINDING_CODE_COUNT + 1]; /* numbers, by code */
};

/* What findings of equal content have alike, whatever file they stand in. The contents of files
   are not read for every form, so that what is about a file stays where its file is. */
int
case_set_compare (const FindingRow *a, const FindingRow *b)
{
  int order = g_strcmp0 (a->customer_id, b->customer_id);

  if (order == 0)
    order = g_strcmp0 (a->agreement_id, b->agreement_id);
  if (order == 0)
    order = g_strcmp0 (a->currency, b->currency);
  if (order == 0)
    order = (a->month > b->month) - (a->month < b->month);
  if (order == 0 && !(a->code >= FINDING_ROW_REJECTED && a->code <= FINDING_FILE_IGNORED))
    order = g_strcmp0 (a->subject, b->subject);
  return order != 0 ? order : decimal_order (&a->amount, &b->amount);
}

static int
compare_findings (gconstpointer left, gconstpointer right)
{
  const CaseFinding *a = left, *b = right;
  int order = (a->row->code > b->row->code) - (a->row->code < b->row->code);

  if (order == 0)
    order = case_set_compare (a->row, b->row);
  return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

static int
compare_customers (gconstpointer left, gconstpointer right, gpointer set)
{
  const guint a = *(const guint *) left, b = *(const guint *) right;
  const int order
      = strcmp (case_set_finding (set, a)->customer_id, case_set_finding (set, b)->customer_id);

  return order != 0 ? order : (a > b) - (a < b);
}

static void
index_by_customer (CaseSet *self)
{
  for (guint i = 0; i < self->findings->len; i++)
    if (case_set_finding (self, i)->customer_id != NULL)
      g_array_append_val (self->by_customer, i);
  g_array_sort_with_data (self->by_customer, compare_customers, self);
}

static void
index_by_code (CaseSet *self)
{
  guint number = 0;

  for (guint code = 0; code <= FINDING_CODE_COUNT; code++)
    {
      while (number < self->findings->len && case_set_finding (self, number)->code < code)
        number++;
      self->first[code] = number;
    }
}

static void
add_code (CaseSet *self, FindingCode code)
{
  const gsize end = report_counts_place (self->report, code + 1);

  for (guint i = (guint) report_counts_place (self->report, code); i < end; i++)
    {
      const CaseFinding finding
          = { .row = report_row (self->report, REPORT_FINDINGS, i), .index = i };
      g_array_append_val (self->findings, finding);
    }
}

CaseSet *
case_set_new (const Report *report, const gboolean *wanted)
{
  CaseSet *self = g_new0 (CaseSet, 1);

  self->report = report;
  self->invoices = case_invoices_new (report);
  self->findings = g_array_new (FALSE, FALSE, sizeof (CaseFinding));
  self->by_customer = g_array_new (FALSE, FALSE, sizeof (guint));
  for (FindingCode code = 0; code < FINDING_CODE_COUNT; code++)
    if (wanted[code])
      add_code (self, code);
  g_array_sort (self->findings, compare_findings);
  index_by_code (self);
  index_by_customer (self);
  return self;
}

void
case_set_free (CaseSet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->findings);
  case_invoices_free (self->invoices);
  g_array_unref (self->by_customer);
  g_free (self);
}

const Report *
case_set_report (const CaseSet *self)
{
  return self->report;
}

const CaseInvoices *
case_set_invoices (const CaseSet *self)
{
  return self->invoices;
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
         && (scope->credit_name == NULL || g_strcmp0 (row->credit_name, scope->credit_name) == 0)
         && (scope->currency == NULL || g_strcmp0 (row->currency, scope->currency) == 0)
         && (scope->first == MONTH_NONE || row->month >= scope->first)
         && (scope->last == MONTH_NONE || row->month <= scope->last);
}

/* Where in by_customer those of @customer begin. */
static guint
first_of_customer (const CaseSet *self, const char *customer)
{
  guint low = 0, high = self->by_customer->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const guint number = g_array_index (self->by_customer, guint, middle);

      if (strcmp (case_set_finding (self, number)->customer_id, customer) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GArray *
case_set_find (const CaseSet *self, const CaseScope *scope)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  if (scope->customer_id == NULL)
    return found;
  for (guint i = first_of_customer (self, scope->customer_id); i < self->by_customer->len; i++)
    {
      const guint number = g_array_index (self->by_customer, guint, i);
      const FindingRow *row = case_set_finding (self, number);

      if (strcmp (row->customer_id, scope->customer_id) != 0 || row->code > scope->code)
        break;
      if (case_set_is_free (self, number) && fits (row, scope))
        g_array_append_val (found, number);
    }
  return found;
}

guint
case_set_first_of (const CaseSet *self, guint code)
{
  g_assert (code <= FINDING_CODE_COUNT);
  return self->first[code];
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

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/history-course.h"

#include <string.h>

#include "core/month/roll-forward.h"

static gint
compare_left (gconstpointer a, gconstpointer b)
{
  const CourseLeft *x = a, *y = b;

  if (x->month != y->month)
    return x->month < y->month ? -1 : 1;
  return strcmp (x->currency, y->currency);
}

static void
take_agreements (HistoryCourse *self, const Report *reckoned)
{
  for (gsize i = 0; i < report_row_count (reckoned, REPORT_AGREEMENTS); i++)
    {
      AgreementRow row = *(const AgreementRow *) report_row (reckoned, REPORT_AGREEMENTS, i);

      row.customer_id = report_text (self->balances, row.customer_id);
      row.customer_name = report_text (self->balances, row.customer_name);
      row.agreement_id = report_text (self->balances, row.agreement_id);
      row.credit_name = report_text (self->balances, row.credit_name);
      row.currency = report_text (self->balances, row.currency);
      report_append (self->balances, REPORT_AGREEMENTS, &row);
    }
}

static RollForwardRow
row_of (HistoryCourse *self, const RollForward *from)
{
  const CreditKey *key = &from->credit->key;

  return (RollForwardRow){ .customer_id = report_text (self->balances, key->customer),
                           .agreement_id = report_text (self->balances, key->agreement),
                           .credit_name = report_text (self->balances, key->credit_name),
                           .currency = report_text (self->balances, key->currency),
                           .month = from->month->month,
                           .opening = from->opening,
                           .granted = from->granted,
                           .used = from->used,
                           .forfeited = from->forfeited,
                           .adjustment = from->adjustment,
                           .closing = credit_book_balance_amount (&from->month->counted) };
}

/* Rows come by credit, so that each month and currency comes again and again. */
static void
add_left (GHashTable *sums, const RollForwardRow *row)
{
  g_autofree char *name = g_strdup_printf ("%d %s", row->month, row->currency);
  CourseLeft *left = g_hash_table_lookup (sums, name);

  if (left == NULL)
    {
      left = g_new0 (CourseLeft, 1);
      left->month = row->month;
      left->currency = row->currency;
      g_hash_table_insert (sums, g_steal_pointer (&name), left);
    }
  decimal_accumulate (&left->left, &row->closing);
}

static void
take_balances (HistoryCourse *self, const Books *books)
{
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  g_autoptr (GArray) rows = roll_forward_build (credits);
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer sum;

  for (guint i = 0; i < rows->len; i++)
    {
      const RollForwardRow row = row_of (self, &g_array_index (rows, RollForward, i));

      report_append (self->balances, REPORT_ROLLFORWARD, &row);
      add_left (sums, &row);
    }
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, NULL, &sum))
    g_array_append_vals (self->left, sum, 1);
  g_array_sort (self->left, compare_left);
}

HistoryCourse *
history_course_new (const Books *books, const Report *reckoned, GArray *findings)
{
  HistoryCourse *self = g_new0 (HistoryCourse, 1);

  self->balances = report_new (report_as_of (reckoned), TRUE);
  self->left = g_array_new (FALSE, FALSE, sizeof (CourseLeft));
  self->findings = findings;
  take_agreements (self, reckoned);
  take_balances (self, books);
  report_sort (self->balances);
  return self;
}

void
history_course_free (HistoryCourse *self)
{
  if (self == NULL)
    return;
  report_free (self->balances);
  g_array_unref (self->left);
  g_array_unref (self->findings);
  g_free (self);
}

const CourseLeft *
history_course_left (const HistoryCourse *self, Month month, const char *currency)
{
  const CourseLeft wanted = { .month = month, .currency = currency };
  gsize low = 0, high = self->left->len;

  while (low < high)
    {
      const gsize middle = low + (high - low) / 2;
      const CourseLeft *found = &g_array_index (self->left, CourseLeft, middle);
      const gint order = compare_left (&wanted, found);

      if (order == 0)
        return found;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

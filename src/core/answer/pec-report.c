/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/pec-report.h"

#include "core/report/report-layout.h"

#include <string.h>

struct PecReport
{
  gboolean complete;
  Month month, first_read, last_read;
  GPtrArray *resources; /* in the order of the lost rows */
  GArray *months;
  GArray *lost;
};

/* clang-format off */

#define COLUMN REPORT_COLUMN

static const ReportColumn month_columns[] = {
  COLUMN (PecMonthRow, customer_id, COLUMN_TEXT),
  COLUMN (PecMonthRow, customer_name, COLUMN_TEXT),
  COLUMN (PecMonthRow, month, COLUMN_MONTH),
  COLUMN (PecMonthRow, currency, COLUMN_TEXT),
  COLUMN (PecMonthRow, source, COLUMN_TEXT),
  COLUMN (PecMonthRow, pec_base, COLUMN_DECIMAL),
  COLUMN (PecMonthRow, pec_list, COLUMN_DECIMAL),
  COLUMN (PecMonthRow, pec_earned, COLUMN_DECIMAL),
  COLUMN (PecMonthRow, third_party, COLUMN_DECIMAL),
  COLUMN (PecMonthRow, spot, COLUMN_DECIMAL),
  COLUMN (PecMonthRow, reservation, COLUMN_DECIMAL),
  COLUMN (PecMonthRow, savings_plan, COLUMN_DECIMAL),
  COLUMN (PecMonthRow, aco, COLUMN_DECIMAL),
  COLUMN (PecMonthRow, unexplained, COLUMN_DECIMAL),
};

static const ReportColumn lost_columns[] = {
  COLUMN (PecLostRow, customer_id, COLUMN_TEXT),
  COLUMN (PecLostRow, customer_name, COLUMN_TEXT),
  COLUMN (PecLostRow, month, COLUMN_MONTH),
  COLUMN (PecLostRow, currency, COLUMN_TEXT),
  COLUMN (PecLostRow, resource, COLUMN_TEXT),
  COLUMN (PecLostRow, day, COLUMN_DAY),
  COLUMN (PecLostRow, value, COLUMN_DECIMAL),
};

static const ReportTableInfo months_info
    = { "pec_months", sizeof (PecMonthRow), month_columns, G_N_ELEMENTS (month_columns) };
static const ReportTableInfo lost_info
    = { "pec_lost", sizeof (PecLostRow), lost_columns, G_N_ELEMENTS (lost_columns) };

/* clang-format on */

static Decimal
cents (Decimal value)
{
  return decimal_round (value, 2, DECIMAL_HALF_UP);
}

static void
add_month (PecReport *self, const PecTallies *tallies, const NameBook *names)
{
  PecMonthRow row = { .customer_id = tallies->customer,
                      .customer_name = name_book_lookup (names, tallies->customer),
                      .month = tallies->month,
                      .currency = tallies->currency,
                      .source = tallies->from_usage ? "daily-usage" : "invoice",
                      .pec_base = cents (pec_tallies_net (tallies->pec)),
                      .pec_list = pec_tallies_list_value (tallies->pec),
                      .pec_earned = pec_tallies_earned (tallies->pec),
                      .third_party = cents (tallies->none[PEC_REASON_THIRD_PARTY]),
                      .spot = cents (tallies->none[PEC_REASON_SPOT]),
                      .reservation = cents (tallies->none[PEC_REASON_RESERVATION]),
                      .savings_plan = cents (tallies->none[PEC_REASON_SAVINGS_PLAN]),
                      .aco = cents (tallies->none[PEC_REASON_ACO]),
                      .unexplained = cents (tallies->none[PEC_REASON_UNEXPLAINED]) };
  g_array_append_val (self->months, row);
}

static gboolean
is_of_usage_too (const GPtrArray *list, guint index)
{
  const PecTallies *tallies = g_ptr_array_index (list, index);
  const PecTallies *next = index + 1 < list->len ? g_ptr_array_index (list, index + 1) : NULL;

  return !tallies->from_usage && next != NULL && next->from_usage && next->month == tallies->month
         && strcmp (next->customer, tallies->customer) == 0
         && strcmp (next->currency, tallies->currency) == 0;
}

static int
compare_lost_days (gconstpointer a, gconstpointer b)
{
  return ((const PecLostDay *) a)->day - ((const PecLostDay *) b)->day;
}

static void
add_resource (PecReport *self, const PecResource *resource, const NameBook *names)
{
  g_array_sort (resource->lost, compare_lost_days);
  for (guint i = 0; i < resource->lost->len; i++)
    {
      const PecLostDay *lost = &g_array_index (resource->lost, PecLostDay, i);
      const PecLostRow row = { .customer_id = resource->customer,
                               .customer_name = name_book_lookup (names, resource->customer),
                               .month = resource->month,
                               .currency = resource->currency,
                               .resource = resource->resource,
                               .day = lost->day,
                               .value = cents (lost->value) };
      g_array_append_val (self->lost, row);
    }
}

PecReport *
pec_report_new (const PecBook *book, const NameBook *names, const ReckonPlan *plan,
                gboolean complete)
{
  PecReport *self = g_new0 (PecReport, 1);
  g_autoptr (GPtrArray) list = pec_book_list (book);

  self->complete = complete;
  self->month = plan->month;
  self->resources = pec_book_resources (book);
  self->months = g_array_new (FALSE, FALSE, sizeof (PecMonthRow));
  self->lost = g_array_new (FALSE, FALSE, sizeof (PecLostRow));
  for (guint i = 0; i < list->len; i++)
    {
      const PecTallies *tallies = g_ptr_array_index (list, i);
      if (self->first_read == MONTH_NONE || tallies->month < self->first_read)
        self->first_read = tallies->month;
      self->last_read = MAX (self->last_read, tallies->month);
      if (reckon_plan_reports_month (plan, tallies->month) && !is_of_usage_too (list, i))
        add_month (self, tallies, names);
    }
  for (guint i = 0; i < self->resources->len; i++)
    {
      const PecResource *resource = g_ptr_array_index (self->resources, i);
      if (reckon_plan_reports_month (plan, resource->month))
        add_resource (self, resource, names);
    }
  return self;
}

void
pec_report_free (PecReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->resources);
  g_array_unref (self->months);
  g_array_unref (self->lost);
  g_free (self);
}

gboolean
pec_report_is_complete (const PecReport *self)
{
  return self->complete;
}

const GArray *
pec_report_months (const PecReport *self)
{
  return self->months;
}

const GArray *
pec_report_lost (const PecReport *self)
{
  return self->lost;
}

Month
pec_report_month (const PecReport *self)
{
  return self->month;
}

Month
pec_report_first_read (const PecReport *self)
{
  return self->first_read;
}

Month
pec_report_last_read (const PecReport *self)
{
  return self->last_read;
}

const ReportTableInfo *
pec_report_months_info (void)
{
  return &months_info;
}

const ReportTableInfo *
pec_report_lost_info (void)
{
  return &lost_info;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/reckon-plan.h"

#include "base/month-counts.h"

ReckonPlan
reckon_plan_default (void)
{
  return (ReckonPlan){ .expiring_days = 60, .tolerance = decimal_from_scaled (1, 2) };
}

gboolean
reckon_plan_reports_month (const ReckonPlan *plan, Month month)
{
  if (month == MONTH_NONE)
    return TRUE;
  if (plan->month != MONTH_NONE)
    return month == plan->month;
  return plan->as_of == DAY_NONE || month <= calendar_month_of (plan->as_of);
}

gboolean
reckon_plan_reports_any_month (const ReckonPlan *plan, const GArray *months)
{
  for (guint i = 0; i < months->len; i++)
    if (reckon_plan_reports_month (plan, g_array_index (months, MonthCount, i).month))
      return TRUE;
  return FALSE;
}

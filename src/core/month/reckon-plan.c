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
reckon_plan_reports_month (const ReckonPlan *rules, Month month)
{
  if (month == MONTH_NONE)
    return TRUE;
  if (rules->month != MONTH_NONE)
    return month == rules->month;
  return rules->as_of == DAY_NONE || month <= calendar_month_of (rules->as_of);
}

gboolean
reckon_plan_reports_any_month (const ReckonPlan *rules, const GArray *months)
{
  for (guint i = 0; i < months->len; i++)
    if (reckon_plan_reports_month (rules, g_array_index (months, MonthCount, i).month))
      return TRUE;
  return FALSE;
}

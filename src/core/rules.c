/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rules.h"

#include "core/month-count.h"

Rules
rules_default (void)
{
  return (Rules){ .expiring_days = 60, .tolerance = decimal_from_scaled (1, 2) };
}

gboolean
rules_report_month (const Rules *rules, Month month)
{
  if (month == MONTH_NONE)
    return TRUE;
  if (rules->month != MONTH_NONE)
    return month == rules->month;
  return rules->as_of == DAY_NONE || month <= day_month (rules->as_of);
}

gboolean
rules_report_any_month (const Rules *rules, const GArray *months)
{
  for (guint i = 0; i < months->len; i++)
    if (rules_report_month (rules, g_array_index (months, MonthCount, i).month))
      return TRUE;
  return FALSE;
}

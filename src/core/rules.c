/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rules.h"

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

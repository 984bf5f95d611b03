/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/benefit/benefit-dates.h"

#define MONTHS_OF_MONTHLY 13
#define MONTHS_OF_BULK 12
#define YEAR_MAX 9999 /* there is no later month */

Day
benefit_dates_add_months (Day day, gint months)
{
  const Month month = calendar_month_of (day);
  const gint in_month = day - calendar_first_day (month);
  const Month later = MIN (month + months, calendar_month (YEAR_MAX, 12));

  return MIN (calendar_first_day (later) + in_month, calendar_last_day (later));
}

static Day
end_of (const Benefit *benefit, Day begin)
{
  if (benefit->kind == BENEFIT_BULK)
    return benefit->end != DAY_NONE ? benefit->end
                                    : benefit_dates_add_months (begin, MONTHS_OF_BULK) - 1;
  const Day end = benefit_dates_add_months (begin, MONTHS_OF_MONTHLY) - 1;
  return benefit->end != DAY_NONE ? MIN (benefit->end, end) : end;
}

BenefitDates
benefit_dates_of (const Benefit *benefit, Day as_of)
{
  const gboolean is_bulk = benefit->kind == BENEFIT_BULK;
  const Day begin = is_bulk && benefit->start != DAY_NONE ? benefit->start : benefit->activated;
  BenefitDates self = { .begin = begin };

  self.is_gone = benefit->revoked != DAY_NONE && benefit->revoked <= as_of;
  if (begin == DAY_NONE)
    return self;
  self.end = end_of (benefit, begin);
  self.is_running = begin <= as_of;
  const Day last = MIN (self.end, self.is_gone ? MIN (as_of, benefit->revoked) : as_of);
  if (self.is_running && calendar_month_of (begin) <= calendar_month_of (last))
    {
      self.first = calendar_month_of (begin);
      self.last_inside = calendar_month_of (last);
    }
  return self;
}

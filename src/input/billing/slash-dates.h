/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_SLASH_DATES_H
#define INPUT_BILLING_SLASH_DATES_H

#include "base/calendar.h"
#include "base/slice.h"
#include "input/billing/column-role.h"

/**
 * SlashDates: what the dates like 10/31/2026 of one file say about the order of day and month in
 * it. A value above 12 proves it; without one the file reads as well the other way, to other days.
 */
typedef struct
{
  Day first; /* DAY_NONE: the column has no such date */
  Day last;
  gboolean is_proven; /* a day above 12 */
} SlashDateColumn;

typedef struct
{
  SlashDateColumn columns[ROLE_READ_COUNT]; /* by role; all zero at the start */
} SlashDates;

/** Notes @text, a cell of @role, if it is such a date in @order. */
void slash_dates_note (SlashDates *self, guint role, Slice text, DateOrder order);

#endif

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/slash-dates.h"

#include <string.h>

/* One or two digits. */
static int
number_at (Slice text, gsize at)
{
  int number = 0;

  for (gsize i = at; i < text.length && i < at + 2 && g_ascii_isdigit (text.text[i]); i++)
    number = 10 * number + (text.text[i] - '0');
  return number;
}

void
slash_dates_note (SlashDates *self, guint role, Slice text, DateOrder order)
{
  SlashDateColumn *column = &self->columns[role];
  const char *slash = memchr (text.text, '/', MIN (text.length, 3));
  Day day;

  if (slash == NULL || calendar_parse_day (text.text, text.length, order, &day) != DATE_OK)
    return;

  const gsize second = (gsize) (slash - text.text) + 1;

  if (column->first == DAY_NONE || day < column->first)
    column->first = day;
  if (column->last == DAY_NONE || day > column->last)
    column->last = day;
  if (number_at (text, order == DATE_DAY_FIRST ? 0 : second) > 12)
    column->is_proven = TRUE;
}

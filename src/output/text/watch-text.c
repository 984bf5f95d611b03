/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/watch-text.h"

#include <string.h>

#include "base/printable.h"
#include "core/report/money-places.h"
#include "output/customer-labels.h"

typedef struct
{
  const WatchRow *row;
  const MoneyPlaces *places;
  GString *line;
} WatchLine;

static void
append_amount (const WatchLine *self, Decimal amount)
{
  g_autofree char *text = money_places_print (self->places, amount, self->row->currency);

  g_string_append (self->line, text);
}

static void
append_day (const WatchLine *self, const char *before, Day day)
{
  char text[DAY_TEXT_SIZE];

  if (day == DAY_NONE)
    return;
  calendar_print_day (day, text);
  g_string_append_printf (self->line, "%s%s", before, text);
}

static void
append_expiring (const WatchLine *self)
{
  append_amount (self, self->row->balance.value);
  append_day (self, " left, expires on ", self->row->expiry_date);
  g_string_append_printf (self->line,
                          ", in %" G_GINT64_FORMAT " day%s: use it, or agree on a renewal",
                          self->row->days_left, self->row->days_left == 1 ? "" : "s");
}

static void
append_will_forfeit (const WatchLine *self)
{
  g_string_append (self->line, "at ");
  append_amount (self, self->row->burn.value);
  g_string_append (self->line, " a month ");
  append_amount (self, self->row->forecast_forfeit.value);
  append_day (self, " will be lost on ", self->row->expiry_date);
  g_string_append (self->line, ": bring more usage under it");
}

static void
append_will_run_out (const WatchLine *self)
{
  append_day (self, "used up on ", self->row->run_out_date);
  g_string_append (self->line, " at ");
  append_amount (self, self->row->burn.value);
  append_day (self, " a month, before it ends on ", self->row->expiry_date);
  g_string_append (self->line, ": tell the customer what comes after");
}

static void
append_unreported (const WatchLine *self)
{
  char month[MONTH_TEXT_SIZE];

  calendar_print_month (self->row->last_month, month);
  g_string_append_printf (
      self->line,
      "not reported since %s: download the balance report of its account, or ask "
      "Microsoft",
      month);
}

static void
append_reason (const WatchLine *self, const char *reason)
{
  if (strcmp (reason, watch_row_reason_name (WATCH_LOST)) == 0)
    {
      append_day (self, "expired after ", self->row->expiry_date);
      g_string_append (self->line, self->row->expiry_date != DAY_NONE ? " with credit left"
                                                                      : "expired with credit left");
      g_string_append (self->line, ": ask Microsoft, or write it off");
    }
  else if (strcmp (reason, watch_row_reason_name (WATCH_EXPIRING)) == 0)
    append_expiring (self);
  else if (strcmp (reason, watch_row_reason_name (WATCH_WILL_FORFEIT)) == 0)
    append_will_forfeit (self);
  else if (strcmp (reason, watch_row_reason_name (WATCH_WILL_RUN_OUT)) == 0)
    append_will_run_out (self);
  else if (strcmp (reason, watch_row_reason_name (WATCH_GRANTED)) == 0)
    g_string_append (self->line, "new: compare amount and dates with what was agreed");
  else if (strcmp (reason, watch_row_reason_name (WATCH_VANISHED)) == 0)
    g_string_append (self->line,
                     "missing in the balance report: download it again, or ask Microsoft");
  else if (strcmp (reason, watch_row_reason_name (WATCH_UNREPORTED)) == 0)
    append_unreported (self);
  else
    g_string_append (self->line, "a finding is disputed: follow it up, then resolve it");
}

static void
append_line (const WatchLine *self, const CustomerLabels *labels)
{
  const WatchRow *row = self->row;
  const char *const *reasons = row->reasons.elements;
  const CustomerLabel label = customer_labels_lookup (labels, row->customer_id);
  g_autofree char *agreement
      = row->agreement_id != NULL ? printable_text (row->agreement_id) : NULL;

  append_amount (self, row->amount);
  g_string_append_printf (self->line, " %s  %s%s%s: ", row->currency != NULL ? row->currency : "-",
                          *label.text != '\0' ? label.text : "no customer",
                          agreement != NULL ? ", " : "", agreement != NULL ? agreement : "");
  for (gsize i = 0; i < row->reasons.count; i++)
    {
      if (i > 0)
        g_string_append (self->line, "; ");
      append_reason (self, reasons[i]);
    }
  g_string_append_c (self->line, '\n');
}

static void
append_head (const Report *watch, gboolean only_new, const TextStyle *style, GString *out)
{
  const gsize count = report_row_count (watch, 0);
  const WatchHead *head = report_head (watch);
  g_autoptr (GString) text = g_string_new ("ACO watch");
  char day[DAY_TEXT_SIZE];

  if (head->as_of != DAY_NONE)
    {
      calendar_print_day (head->as_of, day);
      g_string_append_printf (text, ", %s", day);
    }
  if (count == 0)
    g_string_append (text, only_new ? ": nothing new.\n" : ": nothing needs a person.\n");
  else
    g_string_append_printf (text, ": %" G_GSIZE_FORMAT "%s need%s a person.\n", count,
                            only_new ? " new" : "", count == 1 ? "s" : "");
  text_style_append (style, TEXT_TITLE, text->str, out);
}

void
watch_text_render (const Report *watch, gboolean only_new, const TextStyle *style, GString *out)
{
  g_autoptr (CustomerLabels) labels = customer_labels_new (watch);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (watch);

  append_head (watch, only_new, style, out);
  for (gsize i = 0; i < report_row_count (watch, 0); i++)
    {
      const WatchLine line = { report_row (watch, 0, i), places, out };

      if (i == 0)
        g_string_append_c (out, '\n');
      append_line (&line, labels);
    }
}

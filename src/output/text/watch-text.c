/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/watch-text.h"

#include <string.h>

#include "base/language/language-date.h"
#include "base/printable.h"
#include "core/report/money-places.h"
#include "output/customer-labels.h"

typedef struct
{
  const WatchRow *row;
  const MoneyPlaces *places;
  GString *line;
} WatchLine;

/* (transfer full) */
static char *
print_amount (const WatchLine *self, Decimal amount)
{
  return money_places_print (self->places, amount, self->row->currency);
}

/* (transfer full) */
static char *
print_day (const WatchLine *self, Day day)
{
  return day != DAY_NONE ? language_date_of_day (money_places_language (self->places), day)
                         : g_strdup ("-");
}

static void
append_expiring (const WatchLine *self)
{
  const gint64 days = self->row->days_left;
  g_autofree char *balance = print_amount (self, self->row->balance.value);
  g_autofree char *expiry = print_day (self, self->row->expiry_date);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, days);

  g_string_append_printf (
      self->line,
      language_say_count (money_places_language (self->places),
                          "%1$s left, expires on %2$s, in %3$s day: use it, or agree on a renewal",
                          "%1$s left, expires on %2$s, in %3$s days: use it, or agree on a renewal",
                          (guint64) MAX (days, 0)),
      balance, expiry, number);
}

static void
append_will_forfeit (const WatchLine *self)
{
  g_autofree char *burn = print_amount (self, self->row->burn.value);
  g_autofree char *lost = print_amount (self, self->row->forecast_forfeit.value);
  g_autofree char *expiry = print_day (self, self->row->expiry_date);

  g_string_append_printf (
      self->line,
      language_say (money_places_language (self->places),
                    "at %1$s a month %2$s will be lost on %3$s: bring more usage under it"),
      burn, lost, expiry);
}

static void
append_will_run_out (const WatchLine *self)
{
  g_autofree char *day = print_day (self, self->row->run_out_date);
  g_autofree char *burn = print_amount (self, self->row->burn.value);
  g_autofree char *expiry = print_day (self, self->row->expiry_date);

  g_string_append_printf (
      self->line,
      language_say (money_places_language (self->places),
                    "used up on %1$s at %2$s a month, before it ends on %3$s: tell the customer "
                    "what comes after"),
      day, burn, expiry);
}

static void
append_lost (const WatchLine *self)
{
  const Language *language = money_places_language (self->places);
  g_autofree char *expiry = print_day (self, self->row->expiry_date);

  if (self->row->expiry_date != DAY_NONE)
    g_string_append_printf (self->line,
                            language_say (language, "expired after %s with credit left: ask "
                                                    "Microsoft, or write it off"),
                            expiry);
  else
    g_string_append (
        self->line,
        language_say (language, "expired with credit left: ask Microsoft, or write it off"));
}

static void
append_unreported (const WatchLine *self)
{
  const Language *language = money_places_language (self->places);
  g_autofree char *month = language_date_of_month (language, self->row->last_month);

  g_string_append_printf (
      self->line,
      language_say (language, "not reported since %s: download the balance report of its account, "
                              "or ask Microsoft"),
      month);
}

static void
append_reason (const WatchLine *self, const char *reason)
{
  const Language *language = money_places_language (self->places);

  if (strcmp (reason, watch_row_reason_name (WATCH_LOST)) == 0)
    append_lost (self);
  else if (strcmp (reason, watch_row_reason_name (WATCH_EXPIRING)) == 0)
    append_expiring (self);
  else if (strcmp (reason, watch_row_reason_name (WATCH_WILL_FORFEIT)) == 0)
    append_will_forfeit (self);
  else if (strcmp (reason, watch_row_reason_name (WATCH_WILL_RUN_OUT)) == 0)
    append_will_run_out (self);
  else if (strcmp (reason, watch_row_reason_name (WATCH_GRANTED)) == 0)
    g_string_append (self->line,
                     language_say (language, "new: compare amount and dates with what was agreed"));
  else if (strcmp (reason, watch_row_reason_name (WATCH_VANISHED)) == 0)
    g_string_append (
        self->line,
        language_say (language,
                      "missing in the balance report: download it again, or ask Microsoft"));
  else if (strcmp (reason, watch_row_reason_name (WATCH_UNREPORTED)) == 0)
    append_unreported (self);
  else
    g_string_append (
        self->line,
        language_say (language, "a finding is disputed: follow it up, then resolve it"));
}

static void
append_line (const WatchLine *self, const CustomerLabels *labels)
{
  const WatchRow *row = self->row;
  const char *const *reasons = row->reasons.elements;
  const CustomerLabel label = customer_labels_lookup (labels, row->customer_id);
  g_autofree char *agreement
      = row->agreement_id != NULL ? printable_text (row->agreement_id) : NULL;

  g_autofree char *amount = print_amount (self, row->amount);

  g_string_append_printf (
      self->line, "%s %s  %s%s%s: ", amount, row->currency != NULL ? row->currency : "-",
      *label.text != '\0' ? label.text
                          : language_say (money_places_language (self->places), "no customer"),
      agreement != NULL ? ", " : "", agreement != NULL ? agreement : "");
  for (gsize i = 0; i < row->reasons.count; i++)
    {
      if (i > 0)
        g_string_append (self->line, language_say (money_places_language (self->places), "; "));
      append_reason (self, reasons[i]);
    }
  g_string_append_c (self->line, '\n');
}

/* What it begins with: how many need a person. (transfer full) */
static char *
count_needs (gsize count, gboolean only_new, const Language *language)
{
  g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, count);

  if (count == 0)
    return g_strdup (only_new ? language_say (language, "nothing new")
                              : language_say (language, "nothing needs a person"));
  return g_strdup_printf (
      only_new
          ? language_say_count (language, "%s new needs a person", "%s new need a person", count)
          : language_say_count (language, "%s needs a person", "%s need a person", count),
      number);
}

static void
append_head (const Report *watch, gboolean only_new, const TextStyle *style, GString *out)
{
  const WatchHead *head = report_head (watch);
  g_autofree char *needs = count_needs (report_row_count (watch, 0), only_new, style->language);
  g_autoptr (GString) text = g_string_new (NULL);

  if (head->as_of != DAY_NONE)
    {
      g_autofree char *day = language_date_of_day (style->language, head->as_of);
      g_string_printf (text, language_say (style->language, "ACO watch, %1$s: %2$s."), day, needs);
    }
  else
    g_string_printf (text, language_say (style->language, "ACO watch: %s."), needs);
  g_string_append_c (text, '\n');
  text_style_append (style, TEXT_TITLE, text->str, out);
}

void
watch_text_render (const Report *watch, gboolean only_new, const TextStyle *style, GString *out)
{
  g_autoptr (CustomerLabels) labels = customer_labels_new (watch);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (watch);

  money_places_speak (places, style->language);
  append_head (watch, only_new, style, out);
  for (gsize i = 0; i < report_row_count (watch, 0); i++)
    {
      const WatchLine line = { report_row (watch, 0, i), places, out };

      if (i == 0)
        g_string_append_c (out, '\n');
      append_line (&line, labels);
    }
}

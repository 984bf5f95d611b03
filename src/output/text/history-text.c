/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/history-text.h"

#include "base/language/language-date.h"
#include "base/language/language-fill.h"
#include "base/language/language-number.h"
#include "base/printable.h"

typedef struct
{
  const Language *language;
  GString *out;
} HistoryText;

/* @format has a place for @text; nothing where there is none. */
static void
append_printable (const HistoryText *self, const char *format, const char *text)
{
  g_autofree char *printable = printable_text (text);

  if (text != NULL)
    language_fill (self->out, language_say (self->language, format),
                   (const char *const[]){ printable }, 1);
}

static void
append_amount (const HistoryText *self, const char *format, const Amount *amount)
{
  g_autofree char *text = amount->known
                              ? language_number_of_decimal (self->language, amount->value, 2)
                              : g_strdup ("-");

  language_fill (self->out, language_say (self->language, format), (const char *const[]){ text },
                 1);
}

static void
append_figures (const HistoryText *self, const ListFigures *row, gboolean all)
{
  g_string_append_printf (self->out, "  %s", row->currency);
  append_amount (self, N_ ("  used %s"), &row->balance_used);
  append_amount (self, N_ (", invoiced %s"), &row->invoice_credit);
  append_amount (self, N_ (", forfeited %s"), &row->forfeited);
  append_amount (self, N_ (", net %s"), &row->net);
  if (all)
    {
      g_string_append (self->out, "\n     ");
      append_amount (self, N_ ("  daily usage %s"), &row->usage_credit);
      append_amount (self, N_ (", charges %s"), &row->charges);
      append_amount (self, N_ (", other credits %s"), &row->other_credits);
      append_amount (self, N_ (", PEC earned %s"), &row->pec_earned);
    }
  g_string_append_c (self->out, '\n');
}

static void
append_seal (const HistoryText *self, const ListMonth *row)
{
  g_autofree char *month = language_date_of_month (self->language, row->month);
  g_autofree char *version = g_strdup_printf ("%" G_GUINT64_FORMAT, row->version);

  /* translators: a month, the number of a version, "sealed" or the like, a time */
  g_string_append_printf (self->out,
                          language_say (self->language, "%1$s  version %2$s, %3$s, %4$s"), month,
                          version, report_word_say (self->language, row->state), row->sealed_at);
  append_printable (self, N_ (", prepared by %s"), row->preparer);
  append_printable (self, N_ (", approved by %s"), row->approver);
  if (row->reason != NULL)
    g_string_append (self->out, "\n  ");
  append_printable (self, "%s", row->reason);
  g_string_append_c (self->out, '\n');
}

static void
append_month (const HistoryText *self, const ListMonth *row, gboolean all)
{
  append_seal (self, row);
  if (row->content_sha256 == NULL)
    {
      g_string_append_printf (self->out, "  %s\n",
                              language_say (self->language, "without figures"));
      return;
    }
  for (gsize i = 0; i < row->figures.count; i++)
    append_figures (self, (const ListFigures *) row->figures.elements + i, all);
  g_autofree char *open = language_number_of_count (self->language, row->findings_open);
  g_autofree char *resolved = language_number_of_count (self->language, row->findings_resolved);
  g_string_append (self->out, "  ");
  g_string_append_printf (self->out,
                          language_say (self->language, "findings: %1$s open, %2$s resolved"), open,
                          resolved);
  g_string_append_c (self->out, '\n');
  append_printable (self, N_ ("  pack: %s"), row->pack);
  if (row->pack != NULL)
    g_string_append_printf (self->out, " (%s)\n",
                            report_word_say (self->language, row->pack_state));
}

static void
append_inputs (const HistoryText *self, const Report *list)
{
  for (gsize i = 0; i < report_row_count (list, LIST_INPUTS); i++)
    {
      const ListInput *row = report_row (list, LIST_INPUTS, i);
      g_autofree char *version = g_strdup_printf ("%" G_GUINT64_FORMAT, row->version);
      g_autofree char *rows = language_number_of_count (self->language, row->rows);

      append_printable (self, N_ ("  version %s"), version);
      append_printable (self, "  %s", row->file);
      g_string_append_printf (self->out, "  %s", report_word_say (self->language, row->kind));
      if (row->sha256 != NULL)
        {
          append_printable (self, N_ (", %s rows"), rows);
          g_string_append_printf (self->out, "\n  %s", row->sha256);
        }
      g_string_append_c (self->out, '\n');
    }
}

static void
append_events (const HistoryText *self, const Report *list)
{
  for (gsize i = 0; i < report_row_count (list, LIST_EVENTS); i++)
    {
      const ListEvent *row = report_row (list, LIST_EVENTS, i);

      g_string_append_printf (self->out, "  %" G_GUINT64_FORMAT "  %s  %s", row->n, row->at,
                              report_word_say (self->language, row->what));
      append_printable (self, N_ (" by %s"), row->by);
      append_printable (self, ": %s", row->reason);
      g_string_append_printf (self->out, "\n  %s\n", row->hash);
    }
}

static void
append_resolutions (const HistoryText *self, const Report *list)
{
  for (gsize i = 0; i < report_row_count (list, LIST_RESOLUTIONS); i++)
    {
      const ListResolution *row = report_row (list, LIST_RESOLUTIONS, i);

      g_string_append_printf (self->out, "  %s  %s", row->finding_id, row->at);
      append_amount (self, "  %s", &row->amount);
      g_string_append_printf (self->out, "  %s", report_word_say (self->language, row->resolution));
      append_printable (self, N_ (" by %s"), row->by);
      append_printable (self, ": %s", row->note);
      g_string_append_c (self->out, '\n');
    }
}

void
history_text_render (const Report *list, const Language *language, GString *out)
{
  static const struct
  {
    ListTable table;
    const char *title;
    void (*append) (const HistoryText *self, const Report *list);
  } sections[] = { { LIST_INPUTS, N_ ("Inputs"), append_inputs },
                   { LIST_EVENTS, N_ ("Events"), append_events },
                   { LIST_RESOLUTIONS, N_ ("Resolutions"), append_resolutions } };
  const HistoryText self = { language, out };
  const gboolean is_one = ((const ListHead *) report_head (list))->month != MONTH_NONE;

  if (report_row_count (list, LIST_MONTHS) == 0)
    g_string_append_printf (out, "%s\n", language_say (language, "No month is sealed."));
  for (gsize i = 0; i < report_row_count (list, LIST_MONTHS); i++)
    append_month (&self, report_row (list, LIST_MONTHS, i), is_one);
  for (guint i = 0; is_one && i < G_N_ELEMENTS (sections); i++)
    if (report_row_count (list, sections[i].table) > 0)
      {
        g_string_append_printf (out, "\n%s\n", language_say (language, sections[i].title));
        sections[i].append (&self, list);
      }
}

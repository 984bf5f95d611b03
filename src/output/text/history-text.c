/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/history-text.h"

#include "base/printable.h"
#include "core/report/grouped-number.h"

static void
append_printable (GString *out, const char *before, const char *text)
{
  g_autofree char *printable = printable_text (text);

  if (text != NULL)
    g_string_append_printf (out, "%s%s", before, printable);
}

static void
append_amount (GString *out, const char *before, const Amount *amount)
{
  g_autofree char *text
      = amount->known ? grouped_number_of_decimal (amount->value, 2) : g_strdup ("-");

  g_string_append_printf (out, "%s%s", before, text);
}

static void
append_figures (GString *out, const ListFigures *row, gboolean all)
{
  g_string_append_printf (out, "  %s", row->currency);
  append_amount (out, "  used ", &row->balance_used);
  append_amount (out, ", invoiced ", &row->invoice_credit);
  append_amount (out, ", forfeited ", &row->forfeited);
  append_amount (out, ", net ", &row->net);
  if (all)
    {
      append_amount (out, "\n       daily usage ", &row->usage_credit);
      append_amount (out, ", charges ", &row->charges);
      append_amount (out, ", other credits ", &row->other_credits);
      append_amount (out, ", PEC earned ", &row->pec_earned);
    }
  g_string_append_c (out, '\n');
}

static void
append_month (GString *out, const ListMonth *row, gboolean all)
{
  char month[MONTH_TEXT_SIZE];

  calendar_print_month (row->month, month);
  g_string_append_printf (out, "%s  version %" G_GUINT64_FORMAT ", %s, %s", month, row->version,
                          row->state, row->sealed_at);
  append_printable (out, ", prepared by ", row->preparer);
  append_printable (out, ", approved by ", row->approver);
  append_printable (out, "\n  ", row->reason);
  g_string_append_c (out, '\n');
  if (row->content_sha256 == NULL)
    {
      g_string_append (out, "  without figures\n");
      return;
    }
  for (gsize i = 0; i < row->figures.count; i++)
    append_figures (out, (const ListFigures *) row->figures.elements + i, all);
  g_autofree char *open = grouped_number_of_count (row->findings_open);
  g_autofree char *resolved = grouped_number_of_count (row->findings_resolved);
  g_string_append_printf (out, "  findings: %s open, %s resolved\n", open, resolved);
  append_printable (out, "  pack: ", row->pack);
  if (row->pack != NULL)
    g_string_append_printf (out, " (%s)\n", row->pack_state);
}

static void
append_inputs (GString *out, const Report *list)
{
  for (gsize i = 0; i < report_row_count (list, LIST_INPUTS); i++)
    {
      const ListInput *row = report_row (list, LIST_INPUTS, i);

      g_string_append_printf (out, "  version %" G_GUINT64_FORMAT, row->version);
      append_printable (out, "  ", row->file);
      g_string_append_printf (out, "  %s", row->kind);
      g_autofree char *rows = grouped_number_of_count (row->rows);
      if (row->sha256 != NULL)
        g_string_append_printf (out, ", %s rows\n  %s", rows, row->sha256);
      g_string_append_c (out, '\n');
    }
}

static void
append_events (GString *out, const Report *list)
{
  for (gsize i = 0; i < report_row_count (list, LIST_EVENTS); i++)
    {
      const ListEvent *row = report_row (list, LIST_EVENTS, i);

      g_string_append_printf (out, "  %" G_GUINT64_FORMAT "  %s  %s", row->n, row->at, row->what);
      append_printable (out, " by ", row->by);
      append_printable (out, ": ", row->reason);
      g_string_append_printf (out, "\n  %s\n", row->hash);
    }
}

static void
append_resolutions (GString *out, const Report *list)
{
  for (gsize i = 0; i < report_row_count (list, LIST_RESOLUTIONS); i++)
    {
      const ListResolution *row = report_row (list, LIST_RESOLUTIONS, i);

      g_string_append_printf (out, "  %s  %s", row->finding_id, row->at);
      append_amount (out, "  ", &row->amount);
      g_string_append_printf (out, "  %s", row->resolution);
      append_printable (out, " by ", row->by);
      append_printable (out, ": ", row->note);
      g_string_append_c (out, '\n');
    }
}

void
history_text_render (const Report *list, GString *out)
{
  static const struct
  {
    ListTable table;
    const char *title;
    void (*append) (GString *out, const Report *list);
  } sections[] = { { LIST_INPUTS, "Inputs", append_inputs },
                   { LIST_EVENTS, "Events", append_events },
                   { LIST_RESOLUTIONS, "Resolutions", append_resolutions } };
  const gboolean is_one = ((const ListHead *) report_head (list))->month != MONTH_NONE;

  if (report_row_count (list, LIST_MONTHS) == 0)
    g_string_append (out, "No month is sealed.\n");
  for (gsize i = 0; i < report_row_count (list, LIST_MONTHS); i++)
    append_month (out, report_row (list, LIST_MONTHS, i), is_one);
  for (guint i = 0; is_one && i < G_N_ELEMENTS (sections); i++)
    if (report_row_count (list, sections[i].table) > 0)
      {
        g_string_append_printf (out, "\n%s\n", sections[i].title);
        sections[i].append (out, list);
      }
}

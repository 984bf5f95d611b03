/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/finding/findings-text.h"

#include <string.h>

#include "base/language/language-date.h"
#include "base/language/language-number.h"
#include "base/printable.h"
#include "output/finding-order.h"
#include "output/text/finding/digest-text.h"
#include "output/text/finding/finding-heading.h"

typedef struct
{
  const Report *report;
  const CustomerLabels *labels;
  const MoneyPlaces *places;
  const TextStyle *style;
  GString *out;
} FindingsText;

static void
add_month (const FindingsText *self, FindingHeading *heading, Month month)
{
  g_autofree char *text
      = month != MONTH_NONE ? language_date_of_month (self->style->language, month) : NULL;

  finding_heading_add_fact (heading, text);
}

/* Money at stake; a finding of amount 0 is not about an amount. */
static void
add_amount (const FindingsText *self, FindingHeading *heading, const FindingRow *row)
{
  g_autofree char *amount = money_places_print (self->places, row->amount, row->currency);
  g_autofree char *text
      = g_strdup_printf ("%s %s", amount, row->currency != NULL ? row->currency : "");

  if (!decimal_is_zero (row->amount))
    finding_heading_add_fact (heading, g_strchomp (text));
}

static void
add_source (FindingHeading *heading, const FindingRow *row)
{
  g_autofree char *text = NULL;

  if (row->file == NULL)
    return;
  if (row->line == 0)
    text = g_strdup (row->file);
  else
    text = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, row->file, row->line);
  finding_heading_add_place (heading, text);
}

static void
append_body (const FindingsText *self, const char *text)
{
  PrintableLine body = printable_line_at (self->out, text_style_width (self->style),
                                          FINDING_HEADING_INDENT, FINDING_HEADING_INDENT);
  g_autofree char *printable = printable_text (text);

  g_string_append_printf (self->out, "%*s", FINDING_HEADING_INDENT, "");
  printable_line_add_text (&body, printable);
  g_string_append_c (self->out, '\n');
}

/* (transfer full) */
static char *
print_decision (const FindingsText *self, const char *resolution, const char *by, const char *note)
{
  /* translators: "accepted", a name, and why */
  return g_strdup_printf (language_say (self->style->language, "%1$s by %2$s: %3$s"),
                          report_word_say (self->style->language, resolution), by, note);
}

/* What was decided about it, by whom and why. */
static void
append_decision (const FindingsText *self, const FindingRow *row)
{
  if (row->resolution == NULL)
    return;
  g_autofree char *text = print_decision (self, row->resolution, row->resolved_by, row->note);

  append_body (self, text);
}

static void
append_finding (const FindingsText *self, const FindingRow *row)
{
  const CustomerLabel label = customer_labels_lookup (self->labels, row->customer_id);
  g_autoptr (FindingHeading) heading = finding_heading_new ();

  finding_heading_add_name (heading, label.text, label.tail);
  add_month (self, heading, row->month);
  add_amount (self, heading, row);
  add_source (heading, row);
  /* The line of an invoice, or the content of a file: what finds it again in another run. */
  finding_heading_add_place (heading, row->subject);
  finding_heading_append (heading, finding_info (row->code)->code,
                          digest_text_emphasis (row->severity), self->style, self->out);
  if (row->message != NULL)
    append_body (self, row->said != NULL ? row->said : row->message);
  append_decision (self, row);
}

static void
append_severity (const FindingsText *self, const FindingDigest *digest, const GPtrArray *rows,
                 Severity severity)
{
  if (!digest_text_append_heading (digest, severity, self->style, self->out))
    return;
  for (guint i = 0; i < rows->len; i++)
    {
      const FindingRow *row = g_ptr_array_index (rows, i);

      if (row->severity == severity)
        append_finding (self, row);
    }
}

/* What stands among the findings already need not be listed again. */
static gboolean
is_reported (const Report *report, const char *finding_id)
{
  ReportBuffer buffer = { 0 };

  report = report_whole (report);
  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_read (report, REPORT_FINDINGS, i, &buffer);
      if (g_strcmp0 (row->id, finding_id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether it would be shown, were it found again. */
static gboolean
is_shown (const Report *report, const CarriedFinding *finding)
{
  FindingRow row = { .customer_id = finding->customer_id };

  return report_part (report) == NULL
         || (finding->code != NULL && finding_code_from_text (finding->code, &row.code)
             && decimal_parse (finding->amount, strlen (finding->amount), DECIMAL_POINT,
                               &row.amount)
             && report_part_shows (report_part (report), report_table_info (REPORT_FINDINGS),
                                   &row));
}

static void
append_carried_finding (const FindingsText *self, const CarriedFinding *finding)
{
  const Resolution *decided
      = resolutions_find (report_resolutions (self->report), finding->finding_id);
  g_autoptr (FindingHeading) heading = finding_heading_new ();
  g_autofree char *amount = language_number (self->style->language, finding->amount);
  g_autofree char *text = print_decision (self, decided->resolution, decided->by, decided->note);

  finding_heading_add_name (
      heading, finding->customer_name != NULL ? finding->customer_name : finding->customer_id, 0);
  finding_heading_add_fact (heading, finding->month);
  finding_heading_add_fact (heading, amount);
  finding_heading_add_fact (heading, finding->currency);
  finding_heading_add_place (heading, finding->finding_id);
  finding_heading_append (heading, finding->code, TEXT_PLAIN, self->style, self->out);
  append_body (self, text);
}

/* Findings of closed months that somebody disputes still. */
static void
append_carried (const FindingsText *self)
{
  const Resolutions *resolutions = report_resolutions (self->report);
  const GPtrArray *carried = resolutions != NULL ? resolutions_carried (resolutions) : NULL;
  gboolean is_begun = FALSE;

  for (guint i = 0; carried != NULL && i < carried->len; i++)
    {
      const CarriedFinding *finding = g_ptr_array_index (carried, i);

      if (is_reported (self->report, finding->finding_id) || !is_shown (self->report, finding))
        continue;
      if (!is_begun)
        {
          g_string_append_c (self->out, '\n');
          text_style_append (self->style, TEXT_TITLE,
                             language_say (self->style->language, "DISPUTED, OF CLOSED MONTHS"),
                             self->out);
          g_string_append_c (self->out, '\n');
        }
      is_begun = TRUE;
      append_carried_finding (self, finding);
    }
}

void
findings_text_render (const Report *report, const CustomerLabels *labels, const MoneyPlaces *places,
                      const TextStyle *style, GString *out)
{
  FindingsText self
      = { .report = report, .labels = labels, .places = places, .style = style, .out = out };
  g_autoptr (FindingDigest) digest = finding_digest_new (report, style->all);
  g_autoptr (GPtrArray) rows = finding_order_sorted (finding_digest_rows (digest));

  digest_text_append_codes (digest, places, style, out);
  append_severity (&self, digest, rows, SEVERITY_ERROR);
  append_severity (&self, digest, rows, SEVERITY_WARNING);
  append_severity (&self, digest, rows, SEVERITY_NOTICE);
  digest_text_append_rest (digest, style, out);
  append_carried (&self);
}

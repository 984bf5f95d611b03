/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/finding/findings-text.h"

#include "base/printable.h"
#include "core/report/grouped-number.h"
#include "output/finding-order.h"
#include "output/text/finding/digest-text.h"

#define INDENT 8 /* a code and its gap */
#define GAP 2    /* between the facts of a heading */

typedef struct
{
  const Report *report;
  const CustomerLabels *labels;
  const MoneyPlaces *places;
  const TextStyle *style;
  GString *out;
} FindingsText;

static void
add_printable (PrintableLine *filler, const char *text)
{
  g_autofree char *printable = printable_text (text);

  printable_line_add_word (filler, printable, GAP);
}

/* Money at stake; a finding of amount 0 is not about an amount. */
static void
add_amount (const FindingsText *self, PrintableLine *filler, const FindingRow *row)
{
  g_autofree char *amount = money_places_print (self->places, row->amount, row->currency);
  g_autofree char *text
      = g_strdup_printf ("%s %s", amount, row->currency != NULL ? row->currency : "");

  if (!decimal_is_zero (row->amount))
    add_printable (filler, g_strchomp (text));
}

static void
add_source (PrintableLine *filler, const FindingRow *row)
{
  g_autofree char *text = NULL;

  if (row->file == NULL)
    return;
  if (row->line == 0)
    text = g_strdup (row->file);
  else
    text = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, row->file, row->line);
  add_printable (filler, text);
}

/* The line of an invoice, or the content of a file: what finds it again in another run. */
static void
add_subject (PrintableLine *filler, const FindingRow *row)
{
  if (row->subject != NULL)
    add_printable (filler, row->subject);
}

static void
append_code (const FindingsText *self, const FindingRow *row)
{
  text_style_append (self->style, digest_text_emphasis (row->severity),
                     finding_info (row->code)->code, self->out);
  g_string_append (self->out, "  ");
}

static void
append_body (const FindingsText *self, const char *text)
{
  PrintableLine body
      = printable_line_at (self->out, text_style_width (self->style), INDENT, INDENT);
  g_autofree char *printable = printable_text (text);

  g_string_append_printf (self->out, "%*s", INDENT, "");
  printable_line_add_text (&body, printable);
  g_string_append_c (self->out, '\n');
}

/* What was decided about it, by whom and why. */
static void
append_decision (const FindingsText *self, const FindingRow *row)
{
  if (row->resolution == NULL)
    return;
  g_autofree char *text
      = g_strdup_printf ("%s by %s: %s", row->resolution, row->resolved_by, row->note);

  append_body (self, text);
}

static void
append_finding (const FindingsText *self, const FindingRow *row)
{
  gsize width = text_style_width (self->style);
  PrintableLine heading = printable_line_at (self->out, width, INDENT, INDENT);
  char month[MONTH_TEXT_SIZE];

  append_code (self, row);
  printable_line_add_word (&heading, customer_labels_lookup (self->labels, row->customer_id).text,
                           GAP);
  if (row->month != MONTH_NONE)
    {
      calendar_print_month (row->month, month);
      printable_line_add_word (&heading, month, GAP);
    }
  add_amount (self, &heading, row);
  add_source (&heading, row);
  add_subject (&heading, row);
  while (self->out->str[self->out->len - 1] == ' ') /* there may be nothing to say but the code */
    g_string_truncate (self->out, self->out->len - 1);
  g_string_append_c (self->out, '\n');

  if (row->message != NULL)
    append_body (self, row->message);
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
  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      if (g_strcmp0 (row->id, finding_id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_part (PrintableLine *line, const char *text)
{
  if (text != NULL && *text != '\0')
    add_printable (line, text);
}

static void
append_carried_finding (const FindingsText *self, const CarriedFinding *finding)
{
  const Resolution *decided
      = resolutions_find (report_resolutions (self->report), finding->finding_id);
  PrintableLine heading
      = printable_line_at (self->out, text_style_width (self->style), INDENT, INDENT);

  g_string_append_printf (self->out, "%s  ", finding->code);
  add_part (&heading,
            finding->customer_name != NULL ? finding->customer_name : finding->customer_id);
  add_part (&heading, finding->month);
  g_autofree char *amount = grouped_number (finding->amount);
  add_part (&heading, amount);
  add_part (&heading, finding->currency);
  add_part (&heading, finding->finding_id);
  g_string_append_c (self->out, '\n');
  g_autofree char *text
      = g_strdup_printf ("%s by %s: %s", decided->resolution, decided->by, decided->note);
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

      if (is_reported (self->report, finding->finding_id))
        continue;
      if (!is_begun)
        {
          g_string_append_c (self->out, '\n');
          text_style_append (self->style, TEXT_TITLE, "DISPUTED, OF CLOSED MONTHS", self->out);
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

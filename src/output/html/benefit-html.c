/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/benefit-html.h"

#include "core/benefit/benefit-rows.h"
#include "output/html/html-frame.h"
#include "output/html/html-text.h"
#include "output/text/benefit-text.h"

#define TEXT_WIDTH 60

static void
append_text_cell (GString *out, const char *text)
{
  g_string_append (out, "<td>");
  html_text_append (out, text, TEXT_WIDTH);
  g_string_append (out, "</td>");
}

static void
append_day_cell (GString *out, const HtmlFrame *frame, Day day)
{
  g_string_append (out, "<td>");
  html_text_append_day (out, frame->language, day);
  g_string_append (out, "</td>");
}

static void
append_amounts (GString *out, const HtmlFrame *frame, const char *currency,
                const Decimal *const *amounts, guint count)
{
  const guint places = money_places_of (frame->places, currency);

  for (guint i = 0; i < count; i++)
    {
      g_string_append (out, "<td>");
      html_text_append_decimal (out, frame->language, *amounts[i], places, places);
      g_string_append (out, "</td>");
    }
}

static void
append_source_cell (GString *out, const char *file, guint64 line)
{
  g_string_append (out, "<td class=\"source\">");
  html_text_append_source (out, file, line);
  g_string_append (out, "</td>");
}

/* Benefits */

static const HtmlColumn benefit_columns[] = {
  { NC_ ("column", "Benefit"), HTML_COLUMN_WIDE },
  { NC_ ("column", "Kind"), HTML_COLUMN_TEXT },
  { NC_ ("column", "State"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Begin"), HTML_COLUMN_FIXED },
  { NC_ ("column", "End"), HTML_COLUMN_FIXED },
  { NC_ ("column", "Granted"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Used"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Lapsed"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Revoked"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Left"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Where"), HTML_COLUMN_TEXT },
};
static const HtmlTable benefit_table
    = { "benefits", benefit_columns, G_N_ELEMENTS (benefit_columns) };

static void
append_benefit (GString *out, gconstpointer data, gsize index)
{
  const HtmlFrame *frame = data;
  const BenefitRow *row = report_row (frame->report, BENEFIT_TABLE_BENEFITS, index);
  const Decimal *const amounts[]
      = { &row->granted, &row->used, &row->lapsed, &row->revoked, &row->left };

  g_string_append (out, "<tr>");
  append_text_cell (out, row->benefit);
  append_text_cell (out, row->kind);
  append_text_cell (out, row->state);
  append_day_cell (out, frame, row->begin_date);
  append_day_cell (out, frame, row->end_date);
  append_amounts (out, frame, row->currency, amounts, G_N_ELEMENTS (amounts));
  append_text_cell (out, row->currency);
  append_source_cell (out, row->file, row->line);
  g_string_append (out, "</tr>\n");
}

static void
append_benefits (GString *out, const HtmlFrame *frame)
{
  const HtmlRows rows
      = { append_benefit, frame, report_row_count (frame->report, BENEFIT_TABLE_BENEFITS) };

  html_frame_append_rows (out, frame->language, &benefit_table, NC_ ("heading", "Benefits"), &rows,
                          "benefits.csv");
}

/* Months */

static const HtmlColumn month_columns[] = {
  { NC_ ("column", "Benefit"), HTML_COLUMN_WIDE },
  { NC_ ("column", "Id"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Month"), HTML_COLUMN_FIXED },
  { NC_ ("column", "Opening"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Granted"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Used"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Over"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Lapsed"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Revoked"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Closing"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
};
static const HtmlTable month_table = { "months", month_columns, G_N_ELEMENTS (month_columns) };

static void
append_month (GString *out, gconstpointer data, gsize index)
{
  const HtmlFrame *frame = data;
  const BenefitMonthRow *row = report_row (frame->report, BENEFIT_TABLE_MONTHS, index);
  const Decimal *const amounts[] = { &row->opening, &row->granted, &row->used,   &row->over,
                                     &row->lapsed,  &row->revoked, &row->closing };

  g_string_append (out, "<tr>");
  append_text_cell (out, row->benefit);
  append_text_cell (out, row->benefit_id);
  g_string_append (out, "<td>");
  html_text_append_month (out, frame->language, row->month);
  g_string_append (out, "</td>");
  append_amounts (out, frame, row->currency, amounts, G_N_ELEMENTS (amounts));
  append_text_cell (out, row->currency);
  g_string_append (out, "</tr>\n");
}

static void
append_months (GString *out, const HtmlFrame *frame)
{
  const HtmlRows rows
      = { append_month, frame, report_row_count (frame->report, BENEFIT_TABLE_MONTHS) };

  html_frame_append_rows (out, frame->language, &month_table, NC_ ("heading", "Benefits by month"),
                          &rows, "months.csv");
}

void
benefit_html_write (const Report *report, const Language *language, Sink *sink)
{
  const HtmlFrameSection sections[] = {
    { "benefits", NC_ ("heading", "Benefits"), &benefit_table, append_benefits },
    { "months", NC_ ("heading", "Benefits by month"), &month_table, append_months },
    { "findings", NC_ ("heading", "Findings"), html_frame_findings_table (),
      html_frame_append_findings },
  };
  g_autofree char *verdict = benefit_text_verdict (report, language);
  const HtmlFramePage page = { language, language_say (language, "Partner benefits"), verdict,
                               sections, G_N_ELEMENTS (sections) };

  html_frame_write (report, &page, sink);
}

/* Profiles */

static const HtmlColumn profile_columns[] = {
  { NC_ ("column", "Billing profile"), HTML_COLUMN_WIDE },
  { NC_ ("column", "Type"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Verdict"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Reasons"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Where"), HTML_COLUMN_TEXT },
};
static const HtmlTable profile_table
    = { "profiles", profile_columns, G_N_ELEMENTS (profile_columns) };

static void
append_profile (GString *out, gconstpointer data, gsize index)
{
  const HtmlFrame *frame = data;
  const BenefitProfileRow *row = report_row (frame->report, BENEFIT_PROFILE_TABLE_PROFILES, index);
  const char *const *reasons = row->reasons.elements;
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < row->reasons.count; i++)
    g_string_append_printf (words, "%s%s", i == 0 ? "" : ", ", reasons[i]);
  g_string_append (out, "<tr>");
  append_text_cell (out, row->profile);
  append_text_cell (out, row->type);
  append_text_cell (out, row->verdict);
  append_text_cell (out, words->len > 0 ? words->str : NULL);
  append_source_cell (out, row->file, row->line);
  g_string_append (out, "</tr>\n");
}

static void
append_profiles (GString *out, const HtmlFrame *frame)
{
  const HtmlRows rows
      = { append_profile, frame, report_row_count (frame->report, BENEFIT_PROFILE_TABLE_PROFILES) };

  html_frame_append_rows (out, frame->language, &profile_table, NC_ ("heading", "Billing profiles"),
                          &rows, "profiles.csv");
}

void
benefit_html_write_profiles (const Report *report, const Language *language, Sink *sink)
{
  const HtmlFrameSection sections[] = {
    { "profiles", NC_ ("heading", "Billing profiles"), &profile_table, append_profiles },
    { "findings", NC_ ("heading", "Findings"), html_frame_findings_table (),
      html_frame_append_findings },
  };
  g_autofree char *verdict = benefit_text_profile_verdict (report, language);
  const HtmlFramePage page = { language, language_say (language, "Billing profiles for a deposit"),
                               verdict, sections, G_N_ELEMENTS (sections) };

  html_frame_write (report, &page, sink);
}

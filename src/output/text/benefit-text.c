/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/benefit-text.h"

#include "base/language/language-date.h"
#include "core/benefit/benefit-rows.h"
#include "output/text/finding/found-text.h"
#include "output/text/text-table.h"

#define ROWS_MAX 200 /* of one table */
#define NONE "-"

typedef struct
{
  const Report *report;
  const TextStyle *style;
  MoneyPlaces *places;
  GString *out;
} BenefitText;

/* The verdict */

/* (transfer full) */
static char *
list_left (const Report *report, const MoneyPlaces *places)
{
  const gsize count = report_row_count (report, BENEFIT_TABLE_TOTALS);
  const Language *language = money_places_language (places);
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < count; i++)
    {
      const BenefitTotalsRow *row = report_row (report, BENEFIT_TABLE_TOTALS, i);
      g_autofree char *left = money_places_print (places, row->left, row->currency);
      g_autofree char *lapsed = money_places_print (places, row->lapsed, row->currency);

      if (i > 0)
        g_string_append (list, language_say (language, ", "));
      g_string_append_printf (list, language_say (language, "%1$s %2$s left, %3$s %2$s lapsed"),
                              left, row->currency, lapsed);
    }
  if (count == 0)
    g_string_append (list, language_say (language, "no credit is known"));
  return g_string_free (list, FALSE);
}

char *
benefit_text_verdict (const Report *report, const Language *language)
{
  const BenefitHead *head = report_head (report);
  const gsize benefits = report_row_count (report, BENEFIT_TABLE_BENEFITS);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  g_autofree char *found = found_text_count (report, language);
  g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, benefits);
  g_autofree char *day = language_date_of_day (language, head->as_of);

  money_places_speak (places, language);
  g_autofree char *left = list_left (report, places);
  return g_strdup_printf (
      language_say_count (language, "Benefits on %1$s: %2$s benefit; %3$s; %4$s.",
                          "Benefits on %1$s: %2$s benefits; %3$s; %4$s.", benefits),
      day, number, left, found);
}

/* Tables */

static void
add_text (TextTable *table, const char *text)
{
  text_table_add_cell (table, text != NULL ? text : NONE, 0);
}

static void
append_table (const BenefitText *self, const TextTable *table, const char *title, gsize count)
{
  if (text_table_row_count (table) == 0)
    return;
  g_string_append_c (self->out, '\n');
  text_table_render (table, self->style, title, self->out);
  text_style_append_more (self->style, count, ROWS_MAX, self->out);
}

static TextEmphasis
emphasis_of (BenefitState state)
{
  switch (state)
    {
    case BENEFIT_REVOKED:
      return TEXT_ERROR;
    case BENEFIT_EXPIRING:
    case BENEFIT_NOT_ACTIVATED:
      return TEXT_NOTICE;
    case BENEFIT_EXPIRED:
    case BENEFIT_USED:
      return TEXT_DIM;
    case BENEFIT_NOT_STARTED:
    case BENEFIT_SUSPENDED:
    case BENEFIT_PENDING:
    case BENEFIT_ACTIVE:
    default:
      return TEXT_PLAIN;
    }
}

static void
append_benefits (const BenefitText *self)
{
  const gsize count = report_row_count (self->report, BENEFIT_TABLE_BENEFITS);
  g_autoptr (TextTable) table = text_table_new (self->style->language);

  text_table_add_column (table, "Benefit", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Kind", TEXT_COLUMN_LEFT | TEXT_COLUMN_SPARE);
  text_table_add_column (table, "Begin", TEXT_COLUMN_LEFT | TEXT_COLUMN_SPARE);
  text_table_add_column (table, "End", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Granted", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Used", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Lapsed", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Left", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "State", TEXT_COLUMN_LEFT);
  for (gsize i = 0; i < MIN (count, text_style_limit (self->style, ROWS_MAX)); i++)
    {
      const BenefitRow *row = report_row (self->report, BENEFIT_TABLE_BENEFITS, i);
      const guint places = money_places_of (self->places, row->currency);

      text_table_add_row (table, emphasis_of (row->state_code));
      add_text (table, row->benefit);
      text_table_add_word (table, row->kind != NULL ? row->kind : NONE);
      text_table_add_day (table, row->begin_date);
      text_table_add_day (table, row->end_date);
      text_table_add_decimal (table, row->granted, places);
      text_table_add_decimal (table, row->used, places);
      text_table_add_decimal (table, row->lapsed, places);
      text_table_add_decimal (table, row->left, places);
      add_text (table, row->currency);
      text_table_add_word (table, row->state != NULL ? row->state : NONE);
    }
  append_table (self, table, language_say (self->style->language, "BENEFITS"), count);
}

static void
append_months (const BenefitText *self)
{
  const gsize count = report_row_count (self->report, BENEFIT_TABLE_MONTHS);
  g_autoptr (TextTable) table = text_table_new (self->style->language);

  text_table_add_column (table, "Benefit", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Month", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Opening", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Granted", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Used", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Lapsed", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Revoked", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Closing", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  for (gsize i = 0; i < MIN (count, text_style_limit (self->style, ROWS_MAX)); i++)
    {
      const BenefitMonthRow *row = report_row (self->report, BENEFIT_TABLE_MONTHS, i);
      const guint places = money_places_of (self->places, row->currency);

      text_table_add_row (table, decimal_is_zero (row->over) ? TEXT_PLAIN : TEXT_ERROR);
      add_text (table, row->benefit);
      text_table_add_month (table, row->month);
      text_table_add_decimal (table, row->opening, places);
      text_table_add_decimal (table, row->granted, places);
      text_table_add_decimal (table, row->used, places);
      text_table_add_decimal (table, row->lapsed, places);
      text_table_add_decimal (table, row->revoked, places);
      text_table_add_decimal (table, row->closing, places);
      add_text (table, row->currency);
    }
  append_table (self, table, language_say (self->style->language, "MONTHS"), count);
}

void
benefit_text_render (const Report *report, const TextStyle *style, GString *out)
{
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  const BenefitText self = { report, style, places, out };
  g_autofree char *verdict = benefit_text_verdict (report, style->language);

  money_places_speak (places, style->language);
  text_style_append_title (style, verdict, out);
  append_benefits (&self);
  append_months (&self);
  found_text_render (report, places, style, out);
}

/* Profiles */

static void
add_reasons (TextTable *table, ReportSpan reasons)
{
  const char *const *names = reasons.elements;
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < reasons.count; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : " ", names[i]);
  text_table_add_cell (table, reasons.count > 0 ? text->str : NONE, 0);
}

static void
append_profiles (const BenefitText *self)
{
  const gsize count = report_row_count (self->report, BENEFIT_PROFILE_TABLE_PROFILES);
  g_autoptr (TextTable) table = text_table_new (self->style->language);

  text_table_add_column (table, "Billing profile", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Type", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Verdict", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Reasons", TEXT_COLUMN_SHRINK);
  for (gsize i = 0; i < MIN (count, text_style_limit (self->style, ROWS_MAX)); i++)
    {
      const BenefitProfileRow *row = report_row (self->report, BENEFIT_PROFILE_TABLE_PROFILES, i);

      text_table_add_row (table, row->reasons.count == 0 ? TEXT_PLAIN : TEXT_DIM);
      add_text (table, row->profile);
      add_text (table, row->type);
      add_text (table, row->verdict);
      add_reasons (table, row->reasons);
    }
  append_table (self, table, language_say (self->style->language, "BILLING PROFILES"), count);
}

char *
benefit_text_profile_verdict (const Report *report, const Language *language)
{
  const BenefitProfileHead *head = report_head (report);
  const gsize profiles = report_row_count (report, BENEFIT_PROFILE_TABLE_PROFILES);
  g_autofree char *found = found_text_count (report, language);
  g_autofree char *eligible = g_strdup_printf ("%" G_GUINT64_FORMAT, head->eligible);
  g_autofree char *all = g_strdup_printf ("%" G_GSIZE_FORMAT, profiles);

  return g_strdup_printf (
      language_say_count (language, "%1$s of %2$s billing profiles may receive the deposit; %3$s.",
                          "%1$s of %2$s billing profiles may receive the deposit; %3$s.", profiles),
      eligible, all, found);
}

void
benefit_text_render_profiles (const Report *report, const TextStyle *style, GString *out)
{
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  const BenefitText self = { report, style, places, out };
  g_autofree char *verdict = benefit_text_profile_verdict (report, style->language);

  money_places_speak (places, style->language);
  text_style_append_title (style, verdict, out);
  append_profiles (&self);
  found_text_render (report, places, style, out);
}

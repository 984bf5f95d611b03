/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/case/cases-text.h"

#include "base/language/language-date.h"
#include "base/language/language-number.h"
#include "base/printable.h"
#include "output/case/case-choice.h"

#define INDENT 4
#define GAP 2
#define NAME_WIDTH_MIN 14 /* of a shortened one, as in findings */

typedef struct
{
  const Report *report;
  const CustomerLabels *labels;
  const MoneyPlaces *places;
  const TextStyle *style;
  GString *out;
} CasesText;

static const char *
say (const CasesText *self, const char *text)
{
  return language_say (self->style->language, text);
}

/* Those to settle as far as they are listed. (transfer container) */
static GPtrArray *
choose_listed (const CasesText *self)
{
  GPtrArray *rows = case_choice_in_turn (self->report, CASES_TO_SETTLE);
  const gsize most = text_style_limit (self->style, CASES_TEXT_MOST);

  g_ptr_array_set_size (rows, (gint) MIN (rows->len, most));
  case_choice_sort (rows);
  return rows;
}

/* (transfer full) */
static char *
print_money (const CasesText *self, const CaseRow *row)
{
  g_autofree char *amount = money_places_print (self->places, row->amount, row->currency);
  g_autofree char *currency = printable_text (row->currency);

  return *currency != '\0' ? g_strconcat (amount, " ", currency, NULL) : g_steal_pointer (&amount);
}

/* (transfer full) */
static char *
print_months (const CasesText *self, const CaseRow *row)
{
  const Language *language = self->style->language;

  if (row->month == MONTH_NONE)
    return g_strdup ("");
  g_autofree char *first = language_date_of_month (language, row->month);
  g_autofree char *last = language_date_of_month (language, row->last_month);
  /* translators: from one month to another */
  return row->month == row->last_month
             ? g_steal_pointer (&first)
             : g_strdup_printf (language_say_in (language, "months", "%1$s to %2$s"), first, last);
}

static void
add_word (PrintableLine *line, const char *text)
{
  g_autofree char *printable = printable_text (text);

  if (*printable != '\0')
    printable_line_add_word (line, printable, GAP);
}

/* What people read for the customer, shortened to what the line has room for beside the @taken
   columns, as in findings. (transfer full) */
static char *
shown_customer (const CasesText *self, const CaseRow *row, gsize taken)
{
  const gsize width = text_style_width (self->style);
  const gsize room = MAX (NAME_WIDTH_MIN, width > taken ? width - taken : 0);
  const CustomerLabel label = customer_labels_lookup (self->labels, row->customer_id);

  return printable_width (label.text) <= room ? g_strdup (label.text)
                                              : printable_shorten (label.text, room, label.tail);
}

static void
append_heading (const CasesText *self, const CaseRow *row, gsize width)
{
  PrintableLine line
      = printable_line_at (self->out, text_style_width (self->style), GAP + width + GAP, INDENT);
  const TextEmphasis emphasis = row->severity == SEVERITY_ERROR ? TEXT_ERROR : TEXT_WARNING;
  g_autofree char *money = print_money (self, row);
  g_autofree char *months = print_months (self, row);

  g_string_append_printf (self->out, "%*s", (int) (GAP + width - printable_width (money)), "");
  text_style_append (self->style, emphasis, money, self->out);
  g_string_append_printf (self->out, "%*s", GAP, "");
  add_word (&line, row->name);
  if (row->customer_id != NULL)
    {
      g_autofree char *customer = shown_customer (self, row,
                                                  GAP + width + GAP + printable_width (row->name)
                                                      + GAP + GAP + printable_width (months));
      printable_line_add_word (&line, customer, GAP);
    }
  add_word (&line, months);
  g_string_append_c (self->out, '\n');
}

static void
append_words (const CasesText *self, const char *label, const char *text)
{
  PrintableLine line
      = printable_line_at (self->out, text_style_width (self->style), INDENT, INDENT);
  g_autofree char *printable = printable_text (text);

  if (*printable == '\0')
    return;
  g_string_append_printf (self->out, "%*s", INDENT, "");
  printable_line_add_text (&line, label);
  printable_line_add_text (&line, printable);
  g_string_append_c (self->out, '\n');
}

/* "ACO401, ACO407". (transfer full) */
static char *
list_codes (const CasesText *self, const CaseRow *row)
{
  const char *const *codes = row->codes.elements;
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < row->codes.count; i++)
    {
      if (i > 0)
        g_string_append (list, say (self, N_ (", ")));
      g_string_append (list, codes[i]);
    }
  return g_string_free (list, FALSE);
}

static void
append_case (const CasesText *self, const CaseRow *row, gsize width)
{
  g_autofree char *codes = list_codes (self, row);
  const char *ask_of = row->ask != NULL ? say (self, row->ask) : "";
  g_autofree char *ask
      = *codes == '\0'
            ? g_strdup (ask_of)
            : g_strdup_printf (language_say (self->style->language, "%1$s. Findings: %2$s"), ask_of,
                               codes);

  append_heading (self, row, width);
  append_words (self, "", row->said != NULL ? row->said : say (self, row->sentence));
  append_words (self, say (self, N_ ("To do:")), say (self, row->remedy));
  append_words (self, say (self, N_ ("Ask:")), ask);
}

/* "CASES TO SETTLE (3)", "CASES TO SETTLE (3 of 12)". (transfer full) */
static char *
count_in_title (const CasesText *self, guint count, guint all)
{
  const Language *language = self->style->language;
  g_autofree char *shown = language_number_of_count (language, count);
  g_autofree char *whole = language_number_of_count (language, all);

  return count < all ? g_strdup_printf (language_say (language, "CASES TO SETTLE (%1$s of %2$s)"),
                                        shown, whole)
                     : g_strdup_printf (language_say (language, "CASES TO SETTLE (%s)"), shown);
}

/* (transfer full) */
static char *
title_of (const CasesText *self, const CasesSum *sum)
{
  const Language *language = self->style->language;
  g_autofree char *sums = money_tally_to_string (sum->money, language);
  g_autofree char *money = printable_text (sums);
  g_auto (CasesSum) all = case_choice_sum (report_whole (self->report), CASES_TO_SETTLE);
  g_autofree char *title = count_in_title (self, sum->count, all.count);

  if (*money == '\0')
    return g_steal_pointer (&title);
  /* translators: "CASES TO SETTLE (3)", an amount */
  return sum->count < all.count
             ? g_strdup_printf (language_say (language, "%1$s, %2$s AT STAKE IN THOSE SHOWN"),
                                title, money)
             : g_strdup_printf (language_say (language, "%1$s, %2$s AT STAKE"), title, money);
}

static void
append_title (const CasesText *self, const CasesSum *sum)
{
  g_autofree char *title = title_of (self, sum);
  g_autoptr (GString) lines = g_string_new (NULL);
  PrintableLine line = printable_line_at (lines, text_style_width (self->style), 0, 0);

  printable_line_add_text (&line, title);
  g_string_append_c (self->out, '\n');
  text_style_append (self->style, TEXT_TITLE, lines->str, self->out);
  g_string_append_c (self->out, '\n');
}

static gsize
widest_money (const CasesText *self, const GPtrArray *rows)
{
  gsize width = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *money = print_money (self, g_ptr_array_index (rows, i));

      width = MAX (width, printable_width (money));
    }
  return width;
}

static void
append_listed (const CasesText *self, const CasesSum *sum)
{
  g_autoptr (GPtrArray) rows = choose_listed (self);
  const gsize width = widest_money (self, rows);

  append_title (self, sum);
  for (guint i = 0; i < rows->len; i++)
    append_case (self, g_ptr_array_index (rows, i), width);
  if (rows->len < sum->count)
    {
      g_autofree char *more
          = language_number_of_count (self->style->language, sum->count - rows->len);

      g_string_append_printf (
          self->out,
          language_say (self->style->language,
                        "Those with most at stake; %s more with --all and in cases.csv."),
          more);
      g_string_append_c (self->out, '\n');
    }
}

/* "Besides: 2 cases of notices alone; 1 case decided." */
static void
append_others (const CasesText *self, const CasesSum *known, const CasesSum *decided)
{
  const Language *language = self->style->language;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *notices = language_number_of_count (language, known->count);
  g_autofree char *settled = language_number_of_count (language, decided->count);

  if (known->count > 0)
    g_string_append_printf (text,
                            language_say_count (language, "%s case of notices alone",
                                                "%s cases of notices alone", known->count),
                            notices);
  if (known->count > 0 && decided->count > 0)
    g_string_append (text, say (self, N_ ("; ")));
  if (decided->count > 0)
    g_string_append_printf (
        text, language_say_count (language, "%s case decided", "%s cases decided", decided->count),
        settled);
  if (text->len > 0)
    append_words (self, say (self, N_ ("Besides:")),
                  g_string_append (text, say (self, N_ (".")))->str);
}

void
cases_text_render (const Report *report, const CustomerLabels *labels, const MoneyPlaces *places,
                   const TextStyle *style, GString *out)
{
  const CasesText self
      = { .report = report, .labels = labels, .places = places, .style = style, .out = out };
  g_auto (CasesSum) open = case_choice_sum (report, CASES_TO_SETTLE);
  g_auto (CasesSum) known = case_choice_sum (report, CASES_TO_KNOW);
  g_auto (CasesSum) decided = case_choice_sum (report, CASES_DECIDED);

  if (open.count == 0)
    return;
  append_listed (&self, &open);
  append_others (&self, &known, &decided);
}

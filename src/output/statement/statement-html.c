/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-html.h"

#include "base/visible-text.h"
#include "output/html/html-text.h"
#include "output/statement/statement-html-credit.h"
#include "output/statement/statement-html-part.h"
#include "output/statement/statement-html-use.h"
#include "output/statement/statement-notes.h"
#include "output/statement/statement-style.h"
#include "output/statement/statement-words.h"

char *
statement_html_start (const Language *language)
{
  return g_strdup_printf ("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta name=\"generator\" content=\"acorecon.statement/1\">\n",
                          language_code (language));
}

static char *
title_of (const StatementLook *look)
{
  g_autofree char *title = visible_text (look->title, STATEMENT_TITLE_WIDTH);

  return *title != '\0' ? g_steal_pointer (&title) : statement_words_title (look->language);
}

static void
append_head (GString *out, const Statement *statement, const StatementLook *look)
{
  g_autofree char *start = statement_html_start (look->language);
  g_autofree char *hash = statement_style_hash ();
  g_autofree char *title = title_of (look);
  g_autofree char *period = statement_words_period (look->language, statement);
  g_autofree char *name = visible_text (
      statement->name != NULL ? statement->name : statement->customer, STATEMENT_NAME_WIDTH);

  g_string_append (out, start);
  g_string_append_printf (out,
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                          "'none'; style-src 'sha256-%s'; img-src data:; base-uri 'none'; "
                          "form-action 'none'\">\n",
                          hash);
  g_string_append (out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        "<meta name=\"referrer\" content=\"no-referrer\">\n");
  statement_html_part_words (out, "<title>", title, ", ");
  statement_html_part_words (out, "", name, "");
  if (period != NULL)
    statement_html_part_words (out, ", ", period, "");
  g_string_append_printf (out, "</title>\n<style>%s</style>\n</head>\n<body>\n",
                          statement_style ());
}

/* Before everything else, on screen and on paper. */
static void
append_warning (GString *out, const Language *language, const Statement *statement)
{
  g_autofree char *warning = statement_notes_warning (language, statement);

  if (warning != NULL)
    statement_html_part_words (out, "<p class=\"warning\" role=\"alert\">", warning, "</p>\n");
}

static void
append_letterhead (GString *out, const Statement *statement, const StatementLook *look)
{
  g_autofree char *title = title_of (look);
  g_autofree char *period = statement_words_period (look->language, statement);

  statement_html_part_words (out, "<header>\n<div><h1>", title, "</h1>");
  if (period != NULL)
    statement_html_part_words (out, "<p>", period, "</p>");
  g_string_append (out, "</div>\n");
  if (look->logo != NULL)
    statement_html_part_words (out, "<img alt=\"\" src=\"", look->logo, "\">\n");
  g_string_append (out, "</header>\n");
}

static void
append_term (GString *out, const Language *language, const char *term)
{
  statement_html_part_words (out, "<dt>", language_say_in (language, "statement", term),
                             "</dt><dd>");
}

static void
append_customer (GString *out, const Language *language, const Statement *statement)
{
  g_autofree char *as_of = statement_words_day (language, statement->as_of);

  g_string_append (out, "<dl>\n");
  if (statement->name != NULL)
    {
      append_term (out, language, NC_ ("statement", "Customer"));
      html_text_append (out, statement->name, STATEMENT_NAME_WIDTH);
      g_string_append (out, "</dd>\n");
    }
  append_term (out, language, NC_ ("statement", "Customer id"));
  html_text_append (out, statement->customer, STATEMENT_NAME_WIDTH);
  g_string_append (out, "</dd>\n");
  append_term (out, language, NC_ ("statement", "As of"));
  statement_html_part_words (out, "", as_of, "</dd>\n</dl>\n");
}

/* A tile: what it is, the figure, and what more there is to say. */
static void
append_tile (GString *out, const char *label, const char *figure, const char *more)
{
  statement_html_part_words (out, "<div>", label, "");
  statement_html_part_words (out, "<b>", figure, "</b>");
  statement_html_part_words (out, "<span>", more, "</span></div>\n");
}

static void
append_expiry_tile (GString *out, const StatementPage *page, const StatementGlance *glance)
{
  const Language *language = page->voice.language;
  g_autofree char *day = statement_words_day (language, glance->expiry);
  g_autofree char *days = statement_words_days (language, glance->days_left);
  g_autofree char *money = statement_words_money (&page->voice, glance->expiring, glance->currency);
  g_autofree char *more = g_strdup_printf ("%s, %s", days, money);

  if (glance->expiry != DAY_NONE)
    append_tile (out, language_say_in (language, "statement", "Next expiry"), day, more);
}

static void
append_glance (GString *out, const StatementPage *page, const StatementGlance *glance)
{
  const Statement *statement = page->statement;
  const Language *language = page->voice.language;
  g_autofree char *left = statement_words_sum_text (&page->voice, &glance->left, glance->currency);
  g_autofree char *used = statement_words_sum_text (&page->voice, &glance->used, glance->currency);
  g_autofree char *as_of = statement_words_day (language, statement->as_of);
  /* translators: a day: so much is left then */
  g_autofree char *on = g_strdup_printf (language_say (language, "on %s"), as_of);
  g_autofree char *period = statement_words_period (language, statement);

  g_string_append (out, "<div class=\"glance\">\n");
  append_tile (out, language_say_in (language, "statement", "Left to use"), left, on);
  append_expiry_tile (out, page, glance);
  if (glance->has_months)
    append_tile (out, language_say_in (language, "statement", "Used"), used,
                 period != NULL ? period : "");
  g_string_append (out, "</div>\n");
}

static void
append_glances (GString *out, const StatementPage *page)
{
  g_autoptr (GArray) glances = statement_glances (page->statement);

  for (guint i = 0; i < glances->len; i++)
    append_glance (out, page, &g_array_index (glances, StatementGlance, i));
}

static void
append_footer (GString *out, const StatementLook *look)
{
  g_auto (GStrv) lines = g_strsplit (look->footer != NULL ? look->footer : "", "\n", -1);

  if (look->footer == NULL || *look->footer == '\0')
    return;
  g_string_append (out, "<footer>\n");
  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *text = visible_text (*line, STATEMENT_FOOTER_WIDTH);
      statement_html_part_words (out, "<p>", text, "</p>\n");
    }
  g_string_append (out, "</footer>\n");
}

void
statement_html_write (const Statement *statement, const StatementLook *look, Sink *sink)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (MoneyPlaces) places = statement_words_money_places (statement);
  const StatementPage page = { .statement = statement, .voice = { look->language, places } };

  append_head (out, statement, look);
  append_warning (out, look->language, statement);
  append_letterhead (out, statement, look);
  g_string_append (out, "<main>\n");
  append_customer (out, look->language, statement);
  append_glances (out, &page);
  for (guint i = 0; i < statement->credits->len; i++)
    statement_html_credit (out, &page, g_ptr_array_index (statement->credits, i));
  statement_html_use (out, &page);
  statement_html_use_pec (out, &page);
  g_string_append (out, "</main>\n");
  append_footer (out, look);
  g_string_append (out, "</body>\n</html>\n");
  sink_append_bytes (sink, out->str, out->len);
}

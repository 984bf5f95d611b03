/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/months/sheet-words.h"

#include <string.h>

#include "base/language/language-date.h"
#include "output/html/html-text.h"

char *
sheet_words_title (const Language *language, const CloseSheet *sheet)
{
  g_autofree char *month = language_date_of_month (language, sheet->seal.month);
  g_autofree char *version = g_strdup_printf ("%" G_GUINT64_FORMAT, sheet->seal.version);

  return g_strdup_printf (language_say (language, "Close of %s, version %s"), month, version);
}

void
sheet_words_fact_free (gpointer fact)
{
  g_free (((SheetFact *) fact)->value);
  g_free (fact);
}

/* What is not known, or does not apply, is left out. */
static void
add_fact (GPtrArray *facts, const char *name, const char *value, gboolean is_digest)
{
  if (value == NULL)
    return;
  SheetFact *fact = g_new0 (SheetFact, 1);
  fact->name = name;
  fact->value = g_strdup (value);
  fact->is_digest = is_digest;
  g_ptr_array_add (facts, fact);
}

GPtrArray *
sheet_words_who (const Language *language, const CloseSheet *sheet)
{
  const ListMonth *seal = &sheet->seal;
  GPtrArray *facts = g_ptr_array_new_with_free_func (sheet_words_fact_free);

  add_fact (facts, language_say (language, "Prepared by"), seal->preparer, FALSE);
  add_fact (facts, language_say (language, "Approved by"), seal->approver, FALSE);
  add_fact (facts, language_say (language, "Sealed at"), seal->sealed_at, FALSE);
  add_fact (facts, language_say (language, "Reason"), seal->reason, FALSE);
  add_fact (facts, language_say (language, "As of"), seal->as_of, FALSE);
  add_fact (facts, language_say (language, "Program"), seal->program, FALSE);
  if (g_strcmp0 (seal->options, "[]") != 0)
    add_fact (facts, language_say (language, "Options"), seal->options, FALSE);
  return facts;
}

GPtrArray *
sheet_words_proof (const Language *language, const CloseSheet *sheet)
{
  g_autofree char *event = g_strdup_printf ("%" G_GUINT64_FORMAT, sheet->event);
  GPtrArray *facts = g_ptr_array_new_with_free_func (sheet_words_fact_free);

  /* translators: an entry of the history, by its number */
  add_fact (facts, language_say (language, "Event"), event, FALSE);
  add_fact (facts, language_say (language, "Hash of it"), sheet->hash, TRUE);
  add_fact (facts, language_say (language, "Hash before"), sheet->previous_hash, TRUE);
  /* translators: the hash of what was sealed */
  add_fact (facts, language_say (language, "Content"), sheet->seal.content_sha256, TRUE);
  add_fact (facts, "report.json", sheet->seal.pack_sha256, TRUE);
  return facts;
}

const char *
sheet_words_figure (const Language *language, guint which)
{
  static const char *const names[SHEET_FIGURES] = { N_ ("Used, by the balance report"),
                                                    N_ ("Credited on invoices"),
                                                    N_ ("Credited in daily usage"),
                                                    N_ ("Charges"),
                                                    N_ ("Other credits"),
                                                    N_ ("Net charges"),
                                                    N_ ("Partner Earned Credit"),
                                                    N_ ("Forfeited") };

  g_assert (which < SHEET_FIGURES);
  return language_say (language, names[which]);
}

const Amount *
sheet_words_figure_of (const ListFigures *row, guint which)
{
  const Amount *const figures[SHEET_FIGURES]
      = { &row->balance_used, &row->invoice_credit, &row->usage_credit,
          &row->charges,      &row->other_credits,  &row->net,
          &row->pec_earned,   &row->forfeited };

  g_assert (which < SHEET_FIGURES);
  return figures[which];
}

char *
sheet_words_finding (const Language *language, const SheetFinding *finding)
{
  const char *severity = report_word_say (language, finding->severity);

  if (finding->month == MONTH_NONE)
    return g_strconcat (finding->code, " ", severity, NULL);
  g_autofree char *month = language_date_of_month (language, finding->month);
  return g_strconcat (finding->code, " ", severity, ", ", month, NULL);
}

/* @form has one %s. */
static void
append_about (GString *text, const char *form, const char *which)
{
  g_auto (GStrv) parts = NULL;

  if (which == NULL || which[0] == '\0')
    return;
  parts = g_strsplit (form, "%s", 2);
  g_string_append_printf (text, ", %s%s%s", parts[0], which, parts[1]);
}

char *
sheet_words_about (const Language *language, const SheetFinding *finding)
{
  GString *text = g_string_new (finding->id);

  append_about (text, language_say (language, "customer %s"), finding->customer_id);
  append_about (text, language_say (language, "agreement %s"), finding->agreement_id);
  /* translators: what a finding is about: an invoice, a file */
  append_about (text, language_say (language, "of %s"), finding->subject);
  return g_string_free (text, FALSE);
}

char *
sheet_words_decision (const Language *language, const SheetFinding *finding)
{
  const gsize day_length = 10;

  if (finding->resolution == NULL)
    return NULL;
  g_autofree char *day = g_strndup (finding->at, day_length);
  /* translators: "accepted by Bo, 2026-11-02: agreed by mail" */
  return g_strdup_printf (language_say (language, "%s by %s, %s: %s"),
                          report_word_say (language, finding->resolution), finding->by, day,
                          finding->note);
}

static guint
count_of (const GArray *findings, const char *severity)
{
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += strcmp (g_array_index (findings, SheetFinding, i).severity, severity) == 0 ? 1 : 0;
  return count;
}

static void
append_severities (GString *text, const Language *language, const GArray *findings)
{
  const guint errors = count_of (findings, "error"), warnings = count_of (findings, "warning"),
              notices = count_of (findings, "notice");
  const gsize begin = text->len;

  if (errors > 0)
    g_string_append_printf (text, language_say_count (language, "%u error", "%u errors", errors),
                            errors);
  if (warnings > 0)
    g_string_append (text, text->len > begin ? ", " : "");
  if (warnings > 0)
    g_string_append_printf (
        text, language_say_count (language, "%u warning", "%u warnings", warnings), warnings);
  if (notices > 0)
    g_string_append (text, text->len > begin ? ", " : "");
  if (notices > 0)
    g_string_append_printf (text, language_say_count (language, "%u notice", "%u notices", notices),
                            notices);
}

char *
sheet_words_count (const Language *language, const CloseSheet *sheet, SheetStanding standing)
{
  static const char *const names[SHEET_STANDING_COUNT]
      = { NC_ ("standing", "open"), NC_ ("standing", "resolved"), NC_ ("standing", "carried") };
  const GArray *findings = sheet->findings[standing];
  GString *text = g_string_new (language_say_in (language, "standing", names[standing]));

  g_string_append (text, ": ");
  g_string_append_printf (text,
                          language_say_count (language, "%u finding", "%u findings", findings->len),
                          findings->len);
  if (findings->len == 0)
    return g_string_free (text, FALSE);
  g_string_append (text, " (");
  append_severities (text, language, findings);
  g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

char *
sheet_words_rest (const Language *language, gsize count, gsize shown, const char *where)
{
  if (count <= shown)
    return NULL;
  g_autofree char *more = g_strdup_printf ("%" G_GSIZE_FORMAT, count - shown);
  return g_strdup_printf (language_say_count (language, "and %s more, which %s has",
                                              "and %s more, which %s has", count - shown),
                          more, where);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/verdict/report-verdict.h"

#include "base/language/language-date.h"
#include "base/language/language-fill.h"
#include "base/language/language-number.h"
#include "core/report/report-counts.h"
#include "output/text/finding/severity-words.h"
#include "output/text/reliability-words.h"
#include "output/text/verdict/verdict-counts.h"

static gboolean
has_input (const Report *report, FileKind kind)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_INPUTS); i++)
    {
      const InputRow *row = report_row (report, REPORT_INPUTS, i);

      if (row->kind == kind)
        return TRUE;
    }
  return FALSE;
}

static const char *
say (const VerdictCounts *self, const char *text)
{
  return language_say (self->language, text);
}

/* The clauses of the verdict one by one: "12 of 15 customer-months agree", "3 differ". */
static void
append_clause (GString *out, const VerdictCounts *self, const char *clause)
{
  if (out->len > 0)
    /* translators: between the clauses of the verdict */
    g_string_append (out, language_say (self->language, "; "));
  g_string_append (out, clause);
}

/* Puts the clause @out into @format ("%1$s on %2$s"), with the money, if there is any. */
static void
add_money (GString *out, const VerdictCounts *self, const MoneyTally *tally, const char *format)
{
  g_autofree char *money = verdict_counts_money (self, tally);
  g_autofree char *clause = g_strdup (out->str);

  if (*money == '\0')
    return;
  g_string_truncate (out, 0);
  language_fill (out, format, (const char *const[]){ clause, money }, 2);
}

/* Which side of the comparison was not given at all; NULL when both were. */
static const char *
missing_side (const Report *report, const VerdictCounts *tie)
{
  gboolean balance = has_input (report, KIND_ACO_BALANCE);
  gboolean invoice = has_input (report, KIND_INVOICE);

  if (balance && invoice)
    return NULL;
  if (balance)
    return say (tie, N_ ("no invoice file was read"));
  return invoice ? say (tie, N_ ("no balance report was read"))
                 : say (tie, N_ ("neither a balance report nor an invoice was read"));
}

/* ACO408 */
static gboolean
has_nothing_compared (const Report *report)
{
  for (guint severity = 0; severity <= SEVERITY_ERROR; severity++)
    if (report_finding_count (report, FINDING_NOTHING_COMPARED, severity) > 0)
      return TRUE;
  return FALSE;
}

static void
append_nothing (GString *out, const Report *report, const VerdictCounts *tie)
{
  const char *missing = missing_side (report, tie);

  if (!has_nothing_compared (report))
    g_string_append (out, say (tie, N_ ("nothing to tie out, no ACO credit was used or invoiced")));
  else if (missing != NULL)
    g_string_append_printf (out, language_say (tie->language, "nothing was compared, %s"), missing);
  else
    g_string_append (out, say (tie, N_ ("nothing was compared, no month has both a balance report "
                                        "and an invoice")));
}

static void
append_sum (GString *out, const VerdictCounts *tie, const MoneyTally *tally, const char *format)
{
  g_autofree char *money = verdict_counts_money (tie, tally);
  g_autoptr (GString) clause = g_string_new (NULL);

  if (*money == '\0')
    return;
  language_fill (clause, format, (const char *const[]){ money }, 1);
  append_clause (out, tie, clause->str);
}

/* No row can be compared: say what is there and why it stands alone. */
static void
append_incomparable (GString *out, const Report *report, const VerdictCounts *tie)
{
  const char *missing = missing_side (report, tie);
  g_autofree char *rows = verdict_counts_number (tie, tie->rows);

  if (tie->rows == 1)
    g_string_append (out, say (tie, N_ ("the only customer-month cannot be compared")));
  else
    g_string_append_printf (
        out, language_say (tie->language, "none of %s customer-months can be compared"), rows);
  if (missing != NULL)
    {
      g_autofree char *clause = g_strdup (out->str);

      /* translators: "none of 3 customer-months can be compared", "no invoice file was read" */
      g_string_printf (out, language_say (tie->language, "%1$s, %2$s"), clause, missing);
    }
  append_sum (out, tie, tie->balance,
              language_say (tie->language, "used per the balance reports: %s"));
  append_sum (out, tie, tie->invoice, language_say (tie->language, "credited on the invoices: %s"));
}

/* What agrees, but not to the cent: "2 of them within 0.01 USD, 1 within rounding". (transfer full)
 */
static char *
nearly (const VerdictCounts *tie)
{
  g_autofree char *widest = verdict_counts_money (tie, tie->widest);
  g_autofree char *tolerated = verdict_counts_number (tie, tie->tolerated);
  g_autofree char *rounding = verdict_counts_number (tie, tie->rounding);
  GString *out = g_string_new (NULL);

  if (tie->tolerated > 0 && tie->rows == 1)
    g_string_append_printf (out, language_say (tie->language, "within %s"), widest);
  else if (tie->tolerated > 0)
    g_string_append_printf (out, language_say (tie->language, "%1$s of them within %2$s"),
                            tolerated, widest);
  if (tie->rounding > 0 && out->len > 0)
    g_string_append (out, language_say (tie->language, ", "));
  if (tie->rounding > 0 && tie->rows == 1)
    g_string_append (out, language_say (tie->language, "within rounding"));
  else if (tie->rounding > 0)
    g_string_append_printf (out, language_say (tie->language, "%s within rounding"), rounding);
  return g_string_free (out, FALSE);
}

/* How many of them agree, by how reliable that is. */
static void
append_agreeing_count (GString *out, const VerdictCounts *tie, gboolean reliable)
{
  const Language *language = tie->language;
  g_autofree char *agrees = verdict_counts_number (tie, tie->agrees);
  g_autofree char *rows = verdict_counts_number (tie, tie->rows);

  if (tie->agrees == tie->rows)
    g_string_append_printf (
        out,
        reliable ? language_say_count (language, "all %s customer-months agree",
                                       "all %s customer-months agree", tie->rows)
                 : language_say_count (language, "all %s customer-months seem to agree",
                                       "all %s customer-months seem to agree", tie->rows),
        rows);
  else
    g_string_append_printf (
        out,
        reliable ? language_say_count (language, "%1$s of %2$s customer-months agrees",
                                       "%1$s of %2$s customer-months agree", tie->agrees)
                 : language_say_count (language, "%1$s of %2$s customer-months seems to agree",
                                       "%1$s of %2$s customer-months seem to agree", tie->agrees),
        agrees, rows);
}

static void
append_agreeing (GString *out, const VerdictCounts *tie, gboolean reliable)
{
  g_autofree char *rows = verdict_counts_number (tie, tie->rows);
  g_autofree char *nearness = nearly (tie);

  if (tie->rows == 1 && tie->agrees == 0)
    g_string_append (out, say (tie, N_ ("the only customer-month differs")));
  else if (tie->rows == 1)
    g_string_append (out, reliable ? say (tie, N_ ("the only customer-month agrees"))
                                   : say (tie, N_ ("the only customer-month seems to agree")));
  else if (tie->agrees == 0)
    g_string_append_printf (out, language_say (tie->language, "none of %s customer-months agrees"),
                            rows);
  else
    append_agreeing_count (out, tie, reliable);
  /* translators: "2 of 3 customer-months agree", an amount */
  add_money (out, tie, tie->agreed, language_say (tie->language, "%1$s on %2$s"));
  if (*nearness != '\0')
    g_string_append_printf (out, " (%s)", nearness);
}

static void
append_disagreeing (GString *out, const VerdictCounts *tie)
{
  g_autofree char *differ = verdict_counts_number (tie, tie->differs);
  g_autofree char *other = verdict_counts_number (tie, tie->not_comparable);
  g_autoptr (GString) clause = g_string_new (NULL);

  if (tie->rows == 1 && tie->differs == 1)
    /* translators: "the only customer-month differs", an amount */
    add_money (out, tie, tie->difference,
               language_say_in (tie->language, "only one", "%1$s by %2$s"));
  else if (tie->differs > 0)
    {
      g_string_printf (clause,
                       language_say_count (tie->language, "%s differs", "%s differ", tie->differs),
                       differ);
      add_money (
          clause, tie, tie->difference,
          /* translators: "1 differs", "3 differ", an amount */
          language_say_count (tie->language, "%1$s by %2$s", "%1$s by %2$s in all", tie->differs));
      append_clause (out, tie, clause->str);
    }
  if (tie->not_comparable == 0)
    return;
  g_string_printf (clause,
                   language_say_count (tie->language, "%s cannot be compared",
                                       "%s cannot be compared", tie->not_comparable),
                   other);
  append_clause (out, tie, clause->str);
}

/* "2 errors, 1 notice", or "no findings". */
static void
append_findings (GString *out, const Report *report, const VerdictCounts *tie)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int severity = SEVERITY_ERROR; severity >= SEVERITY_NOTICE; severity--)
    {
      const gsize count = report_counts_findings (report, (Severity) severity);
      g_autofree char *text = verdict_counts_number (tie, count);

      if (count == 0)
        continue;
      if (list->len > 0)
        g_string_append (list, language_say (tie->language, ", "));
      language_fill (list, severity_words_count (tie->language, (Severity) severity, count),
                     (const char *const[]){ text }, 1);
    }
  append_clause (out, tie, list->len > 0 ? list->str : say (tie, N_ ("no findings")));
}

static void
append_later (GString *out, const Report *report, const VerdictCounts *tie)
{
  const guint later = report_origin (report)->later_months;
  g_autoptr (GString) clause = g_string_new (NULL);

  if (later == 0)
    return;
  g_string_printf (clause,
                   language_say_count (tie->language, "%u later month is left out",
                                       "%u later months are left out", later),
                   later);
  append_clause (out, tie, clause->str);
}

/* Where no row could be compared nothing was reconciled, whatever the reason. */
static VerdictKind
verdict_kind (const Report *report, const VerdictCounts *tie)
{
  if (!report_is_reliable (report) || !report_is_complete (report))
    return VERDICT_NOT_RELIABLE;
  return has_nothing_compared (report) || (tie->rows > 0 && tie->not_comparable == tie->rows)
             ? VERDICT_NOT_RECONCILED
             : VERDICT_RECONCILED;
}

VerdictKind
report_verdict_kind (const Report *report)
{
  const Report *whole = report_whole (report);
  const VerdictCounts tie
      = { .rows = report_row_count (whole, REPORT_TIE_OUT),
          .not_comparable = report_counts_result (whole, TIE_OUT_NOT_COMPARABLE) };

  return verdict_kind (whole, &tie);
}

/* The whole sentence: the first text is the clauses, the second the day, where there is one. */
static const char *
sentence (VerdictKind kind, gboolean has_day, const Language *language)
{
  switch (kind)
    {
    case VERDICT_NOT_RELIABLE:
      return has_day ? language_say (language, "As read, ACO to %2$s: %1$s.")
                     : language_say (language, "As read, ACO: %s.");
    case VERDICT_NOT_RECONCILED:
      return has_day ? language_say (language, "ACO not reconciled to %2$s: %1$s.")
                     : language_say (language, "ACO not reconciled: %s.");
    case VERDICT_RECONCILED:
      return has_day ? language_say (language, "ACO reconciled to %2$s: %1$s.")
                     : language_say (language, "ACO reconciled: %s.");
    default:
      g_assert_not_reached ();
    }
}

/* What follows is said of all that was reckoned. */
static void
append_whole (GString *out, const Report *report, const VerdictCounts *tie)
{
  const VerdictKind kind = verdict_kind (report, tie);
  const gboolean has_day = report_as_of (report) != DAY_NONE;
  g_autofree char *day
      = has_day ? language_date_of_day (tie->language, report_as_of (report)) : NULL;
  g_autoptr (GString) clauses = g_string_new (NULL);

  if (tie->rows == 0)
    append_nothing (clauses, report, tie);
  else if (tie->not_comparable == tie->rows)
    append_incomparable (clauses, report, tie);
  else
    {
      append_agreeing (clauses, tie, kind != VERDICT_NOT_RELIABLE);
      append_disagreeing (clauses, tie);
    }
  append_later (clauses, report, tie);
  append_findings (clauses, report, tie);
  language_fill (out, sentence (kind, has_day, tie->language),
                 (const char *const[]){ clauses->str, day }, 2);
}

/* A reader who stops after the first words must not take doubled figures for good. */
static char *
verdict (const Report *report, gboolean plain, const Language *language)
{
  g_autofree char *part = report_part_words (report_part (report), plain, language);
  GString *out = g_string_new (NULL);
  g_autofree char *reliability = reliability_words_of_report (report, language);
  g_auto (VerdictCounts) tie = verdict_counts_of (report_whole (report), plain, language);

  g_string_append (out, reliability);
  g_string_append (out, part);
  append_whole (out, report_whole (report), &tie);
  return g_string_free (out, FALSE);
}

char *
report_verdict (const Report *report, const Language *language)
{
  return verdict (report, FALSE, language);
}

char *
report_verdict_plain (const Report *report)
{
  return verdict (report, TRUE, NULL);
}

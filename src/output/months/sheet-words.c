/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/months/sheet-words.h"

#include <string.h>

char *
sheet_words_title (const CloseSheet *sheet)
{
  char month[MONTH_TEXT_SIZE];

  calendar_print_month (sheet->seal.month, month);
  return g_strdup_printf ("Close of %s, version %" G_GUINT64_FORMAT, month, sheet->seal.version);
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
sheet_words_who (const CloseSheet *sheet)
{
  const ListMonth *seal = &sheet->seal;
  GPtrArray *facts = g_ptr_array_new_with_free_func (sheet_words_fact_free);

  add_fact (facts, "Prepared by", seal->preparer, FALSE);
  add_fact (facts, "Approved by", seal->approver, FALSE);
  add_fact (facts, "Sealed at", seal->sealed_at, FALSE);
  add_fact (facts, "Reason", seal->reason, FALSE);
  add_fact (facts, "As of", seal->as_of, FALSE);
  add_fact (facts, "Program", seal->program, FALSE);
  if (g_strcmp0 (seal->options, "[]") != 0)
    add_fact (facts, "Options", seal->options, FALSE);
  return facts;
}

GPtrArray *
sheet_words_proof (const CloseSheet *sheet)
{
  g_autofree char *event = g_strdup_printf ("%" G_GUINT64_FORMAT, sheet->event);
  GPtrArray *facts = g_ptr_array_new_with_free_func (sheet_words_fact_free);

  add_fact (facts, "Event", event, FALSE);
  add_fact (facts, "Hash of it", sheet->hash, TRUE);
  add_fact (facts, "Hash before", sheet->previous_hash, TRUE);
  add_fact (facts, "Content", sheet->seal.content_sha256, TRUE);
  add_fact (facts, "report.json", sheet->seal.pack_sha256, TRUE);
  return facts;
}

const char *
sheet_words_figure (guint which)
{
  static const char *const names[SHEET_FIGURES] = { "Used, by the balance report",
                                                    "Credited on invoices",
                                                    "Credited in daily usage",
                                                    "Charges",
                                                    "Other credits",
                                                    "Net charges",
                                                    "Partner Earned Credit",
                                                    "Forfeited" };

  g_assert (which < SHEET_FIGURES);
  return names[which];
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
sheet_words_finding (const SheetFinding *finding)
{
  char month[MONTH_TEXT_SIZE] = "";

  if (finding->month != MONTH_NONE)
    calendar_print_month (finding->month, month);
  return g_strconcat (finding->code, " ", finding->severity, month[0] != '\0' ? ", " : "", month,
                      NULL);
}

static void
append_about (GString *text, const char *what, const char *which)
{
  if (which != NULL && which[0] != '\0')
    g_string_append_printf (text, ", %s %s", what, which);
}

char *
sheet_words_about (const SheetFinding *finding)
{
  GString *text = g_string_new (finding->id);

  append_about (text, "customer", finding->customer_id);
  append_about (text, "agreement", finding->agreement_id);
  append_about (text, "of", finding->subject);
  return g_string_free (text, FALSE);
}

char *
sheet_words_decision (const SheetFinding *finding)
{
  const int day_length = 10;

  if (finding->resolution == NULL)
    return NULL;
  return g_strdup_printf ("%s by %s, %.*s: %s", finding->resolution, finding->by, day_length,
                          finding->at, finding->note);
}

static guint64
count_of (const GArray *findings, const char *severity)
{
  guint64 count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += strcmp (g_array_index (findings, SheetFinding, i).severity, severity) == 0 ? 1 : 0;
  return count;
}

char *
sheet_words_count (const CloseSheet *sheet, SheetStanding standing)
{
  static const char *const severities[] = { "error", "warning", "notice" };
  const GArray *findings = sheet->findings[standing];
  GString *text = g_string_new (close_sheet_standing_name (standing));
  const char *before = " (";

  g_string_append_printf (text, ": %u %s", findings->len,
                          findings->len == 1 ? "finding" : "findings");
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    {
      const guint64 count = count_of (findings, severities[i]);

      if (count == 0)
        continue;
      g_string_append_printf (text, "%s%" G_GUINT64_FORMAT " %s%s", before, count, severities[i],
                              count == 1 ? "" : "s");
      before = ", ";
    }
  g_string_append (text, findings->len > 0 ? ")" : "");
  return g_string_free (text, FALSE);
}

char *
sheet_words_rest (gsize count, gsize shown, const char *where)
{
  if (count <= shown)
    return NULL;
  return g_strdup_printf ("and %" G_GSIZE_FORMAT " more, which %s has", count - shown, where);
}

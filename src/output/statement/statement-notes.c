/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-notes.h"

#include "output/statement/statement-words.h"

static void
add_note (GPtrArray *notes, const char *text)
{
  g_ptr_array_add (notes, g_strdup (text));
}

/* A credit that is over appears in no later report, and nothing is missing then. */
static void
note_stale (GPtrArray *notes, const Language *language, const Statement *statement,
            const StatementCredit *credit)
{
  if (statement->as_of == DAY_NONE || credit->state == STATEMENT_EXPIRED
      || credit->state == STATEMENT_UNKNOWN)
    return;
  const Month now = calendar_month_of (statement->as_of);
  const GArray *months = credit->months;

  if (months->len == 0)
    {
      add_note (notes, language_say (language, "No balance report of this credit is on record for "
                                               "the period; the figures are those of the last one "
                                               "before it."));
      return;
    }
  const Month last = g_array_index (months, StatementMonth, months->len - 1).month;
  g_autofree char *month = statement_words_month (language, last, FALSE);
  g_autofree char *text = g_strdup_printf (
      language_say (language, "The latest balance report of this credit is of %s."), month);
  if (last < now && credit->state != STATEMENT_UNREPORTED) /* it says so itself */
    add_note (notes, text);
}

static void
note_gaps (GPtrArray *notes, const Language *language, const StatementCredit *credit)
{
  for (guint i = 0; i < credit->months->len; i++)
    {
      const StatementMonth *row = &g_array_index (credit->months, StatementMonth, i);
      g_autofree char *month = statement_words_month (language, row->month, FALSE);
      g_autofree char *text = g_strdup_printf (
          language_say (language, "%s also holds what was used in the time before it for which "
                                  "there is no balance report."),
          month);

      if (row->covers_more)
        add_note (notes, text);
    }
}

/* The balance report may go on showing what is lost. */
static void
note_lost (GPtrArray *notes, const Language *language, const StatementCredit *credit)
{
  const GArray *months = credit->months;

  if (credit->state == STATEMENT_EXPIRED && months->len > 0
      && decimal_sign (g_array_index (months, StatementMonth, months->len - 1).closing) > 0)
    add_note (notes,
              language_say (language, "What the last month still shows as left can no longer "
                                      "be used."));
}

static gboolean
has_unknown (const StatementCredit *credit)
{
  for (guint i = 0; i < credit->months->len; i++)
    if (!g_array_index (credit->months, StatementMonth, i).used.known)
      return TRUE;
  return FALSE;
}

static gboolean
has_use_taken_back (const StatementCredit *credit)
{
  for (guint i = 0; i < credit->months->len; i++)
    {
      const Amount *used = &g_array_index (credit->months, StatementMonth, i).used;

      if (used->known && decimal_sign (used->value) < 0)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
statement_notes_of_credit (const Language *language, const Statement *statement,
                           const StatementCredit *credit)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  note_stale (notes, language, statement, credit);
  note_lost (notes, language, credit);
  note_gaps (notes, language, credit);
  if (has_unknown (credit))
    add_note (notes, language_say (language, "Not known: no balance report from before that month "
                                             "is on record, so what the credit stood at and what "
                                             "was used cannot be told."));
  if (has_use_taken_back (credit))
    add_note (notes, language_say (language, "Used, below zero: the balance report takes back what "
                                             "it showed as used in an earlier month."));
  if (statement_credit_has_correction (credit))
    add_note (notes, language_say (language, "Correction: the balance report shows a change of the "
                                             "balance that is neither a grant nor use nor "
                                             "expiry."));
  return notes;
}

/* Which kinds of note the months of use call for. */
typedef struct
{
  gboolean rest;
  gboolean unknown;
  gboolean invoice_only;
} UseKinds;

static void
look_at_use (UseKinds *kinds, const StatementUse *use)
{
  if (!use->has_balance)
    kinds->invoice_only = TRUE;
  else if (!use->used.known)
    kinds->unknown = TRUE;
  else if (!decimal_is_zero (statement_use_rest (use)))
    kinds->rest = TRUE;
}

GPtrArray *
statement_notes_on_use (const Language *language, const Statement *statement)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  UseKinds kinds = { FALSE, FALSE, FALSE };

  for (guint i = 0; i < statement->uses->len; i++)
    look_at_use (&kinds, g_ptr_array_index (statement->uses, i));
  if (kinds.rest)
    add_note (notes, language_say (language, "Not itemised: the credit used by Microsoft's balance "
                                             "report, less what Microsoft's invoices credit by "
                                             "product."));
  if (kinds.unknown)
    add_note (notes, language_say (language, "Where the credit used is not known, the products are "
                                             "those that the invoices name; there may be more."));
  if (kinds.invoice_only)
    add_note (notes, language_say (language, "Credited on invoices: there is no balance report for "
                                             "that month and currency to compare with."));
  return notes;
}

char *
statement_notes_warning (const Language *language, const Statement *statement)
{
  const char *twice
      = language_say (language, "NOT RELIABLE: some records were read twice when this "
                                "statement was made, so its figures may be too high.");
  const char *incomplete
      = language_say (language, "INCOMPLETE: some records could not be read when "
                                "this statement was made, so its figures may be "
                                "incomplete.");

  if (statement->read_twice && !statement->complete)
    return g_strdup_printf ("%s %s", twice, incomplete);
  if (statement->read_twice)
    return g_strdup (twice);
  return statement->complete ? NULL : g_strdup (incomplete);
}

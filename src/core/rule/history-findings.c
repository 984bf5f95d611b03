/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/history-findings.h"

#include <string.h>

#include "base/language/language-date.h"
#include "base/language/language-number.h"

/* The month of the row after it, of the same credit; MONTH_NONE: it is the last. */
static Month
following_month (const Reckoning *reckoning, guint index)
{
  const RollForward *row = &g_array_index (reckoning->rows, RollForward, index);
  const RollForward *following = index + 1 < reckoning->rows->len
                                     ? &g_array_index (reckoning->rows, RollForward, index + 1)
                                     : NULL;

  return following != NULL && following->credit == row->credit ? following->month->month
                                                               : MONTH_NONE;
}

/* What changed: sealed so, and read so now. */
typedef struct
{
  const Language *language;
  GString *note;
} Changes;

static void
append_change (const Changes *self, const char *what, const char *sealed, const char *read)
{
  if (self->note->len > 0)
    g_string_append (self->note, language_say (self->language, ", "));
  /* translators: the name of a column of the balance report, and what stood and stands in it */
  g_string_append_printf (self->note, language_say (self->language, "%1$s was %2$s, is %3$s"), what,
                          sealed, read);
}

static void
append_day (const Changes *self, const char *what, Day sealed, Day read)
{
  char texts[2][LANGUAGE_DATE_SIZE];

  if (sealed == read)
    return;
  if (sealed != DAY_NONE)
    language_date_print_day (self->language, sealed, texts[0]);
  if (read != DAY_NONE)
    language_date_print_day (self->language, read, texts[1]);
  const char *none = language_say (self->language, "none");
  append_change (self, what, sealed != DAY_NONE ? texts[0] : none,
                 read != DAY_NONE ? texts[1] : none);
}

static void
append_amount (const Changes *self, const char *what, Decimal sealed, Decimal read)
{
  if (decimal_equal (sealed, read))
    return;
  g_autofree char *before = language_number_in_sentence (self->language, sealed, 2);
  g_autofree char *now = language_number_in_sentence (self->language, read, 2);

  append_change (self, what, before, now);
}

static void
append_status (const Changes *self, const char *sealed, const char *read)
{
  g_autofree char *before = g_strdup_printf ("\"%s\"", sealed);
  g_autofree char *now = g_strdup_printf ("\"%s\"", read);

  if (strcmp (sealed, read) != 0)
    append_change (self, "Status", before, now);
}

/* (transfer full) */
static char *
change_note (const Language *language, const CreditFigures *sealed, const CreditFigures *read)
{
  const Changes changes = { language, g_string_new (NULL) };

  append_amount (&changes, "CreditAmount", credit_book_credit_amount (sealed),
                 credit_book_credit_amount (read));
  append_amount (&changes, "BalanceAmount", credit_book_balance_amount (sealed),
                 credit_book_balance_amount (read));
  append_status (&changes, sealed->status_text, read->status_text);
  append_day (&changes, "EffectiveDate", sealed->effective, read->effective);
  append_day (&changes, "ExpiryDate", sealed->expiry, read->expiry);
  return g_string_free (changes.note, FALSE);
}

/* What decides the baseline of a reported row is reported with it. */
static void
find_difference (const Reckoning *reckoning, guint index, const CreditFigures *sealed)
{
  const RollForward *row = &g_array_index (reckoning->rows, RollForward, index);
  const CreditKey *key = &row->credit->key;
  const CreditFigures *read = &row->month->counted;
  const Month following = following_month (reckoning, index);
  const FindingFacts facts
      = { .code = FINDING_HISTORY_DIFFERS,
          .customer = key->customer,
          .agreement = key->agreement,
          .currency = key->currency,
          .month = row->month->month,
          .at = read->at,
          .amount
          = decimal_subtract (credit_book_credit_amount (read), credit_book_credit_amount (sealed)),
          .always = following != MONTH_NONE && reckoning_reports (reckoning, following) };
  g_autofree char *note = change_note (reckoning->language, sealed, read);

  reckoning_find (reckoning, &facts, "not as it was sealed: %s", note);
}

void
history_findings_report_rows (const Reckoning *reckoning)
{
  const Baseline *baseline = reckoning->books->baseline;

  for (guint i = 0; baseline != NULL && i < reckoning->rows->len; i++)
    {
      const RollForward *row = &g_array_index (reckoning->rows, RollForward, i);
      const CreditFigures *sealed
          = baseline_conflict (baseline, &row->credit->key, row->month->month);

      if (sealed != NULL)
        find_difference (reckoning, i, sealed);
    }
}

static gint
compare_tallies (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  const ChargeTally *x = a, *y = b;
  const int order = strcmp (x->invoice, y->invoice);

  return order != 0 ? order : strcmp (x->currency, y->currency);
}

/* Of each invoice and currency the tally with its first line. */
static GTree *
first_tallies (const GPtrArray *charges)
{
  GTree *firsts = g_tree_new_full (compare_tallies, NULL, NULL, NULL);

  for (guint i = 0; i < charges->len; i++)
    {
      ChargeTally *tally = g_ptr_array_index (charges, i);
      const ChargeTally *first = g_tree_lookup (firsts, tally);

      if (first == NULL || position_compare (tally->first, first->first) < 0)
        g_tree_replace (firsts, tally, tally);
    }
  return firsts;
}

/* One month of those that have an invoice. */
typedef struct
{
  const Reckoning *reckoning;
  const InvoiceTally *invoice;
  const ChargeTally *first;
  Month month;
} InvoiceCase;

/* "3 lines". (transfer full) */
static char *
count_lines (const Language *language, guint64 lines)
{
  g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, lines);

  return g_strdup_printf (language_say_count (language, "%s line", "%s lines", lines), count);
}

static void
find_invoice (const InvoiceCase *invoice_case, const InvoiceCurrency *read,
              const SealedInvoice *sealed)
{
  const ChargeTally *first = invoice_case->first;
  const guint64 lines = sealed != NULL ? sealed->lines : 0;
  const Decimal total = sealed != NULL ? sealed->total : (Decimal){ 0 };

  if (lines == read->lines && decimal_equal (total, read->total))
    return;
  g_autofree char *subject = g_strconcat (invoice_case->invoice->invoice, "//", NULL);
  const Language *language = invoice_case->reckoning->language;
  g_autofree char *before = language_number_in_sentence (language, total, 2);
  g_autofree char *now = language_number_in_sentence (language, read->total, 2);
  g_autofree char *sealed_lines = count_lines (language, lines);
  g_autofree char *read_lines = count_lines (language, read->lines);
  char month[LANGUAGE_DATE_SIZE];
  const FindingFacts facts = { .code = FINDING_SEALED_INVOICE_DIFFERS,
                               .customer = first->customer,
                               .currency = first->currency,
                               .month = invoice_case->month,
                               .subject = subject,
                               .at = first->first,
                               .amount = decimal_subtract (read->total, total),
                               .always = TRUE };

  language_date_print_month (language, invoice_case->month, month);
  reckoning_find (invoice_case->reckoning, &facts,
                  "invoice %s was sealed in %s with %s and a total of %s; %s and %s are read now",
                  invoice_case->invoice->display, month, sealed_lines, before, read_lines, now);
}

static const SealedInvoice *
sealed_in (const GPtrArray *sealed, Month month, const char *currency)
{
  for (guint i = 0; i < sealed->len; i++)
    {
      const SealedInvoice *one = g_ptr_array_index (sealed, i);
      if (one->month == month && strcmp (one->currency, currency) == 0)
        return one;
    }
  return NULL;
}

/* @sealed ascends by month; of each month every currency that is read is compared. */
static void
compare_invoice (const Reckoning *reckoning, const ChargeTally *first, const GPtrArray *sealed)
{
  const InvoiceTally *invoice
      = charge_book_find_invoice (reckoning->books->charges, first->invoice);
  const InvoiceCurrency *read = NULL;
  InvoiceCase invoice_case = { reckoning, invoice, first, MONTH_NONE };

  for (GTreeNode *node = tally_tree_first (invoice->currencies); node != NULL;
       node = g_tree_node_next (node))
    if (strcmp (((const InvoiceCurrency *) g_tree_node_value (node))->currency, first->currency)
        == 0)
      read = g_tree_node_value (node);
  for (guint i = 0; read != NULL && i < sealed->len; i++)
    {
      const Month month = ((const SealedInvoice *) g_ptr_array_index (sealed, i))->month;

      if (month == invoice_case.month)
        continue;
      invoice_case.month = month;
      find_invoice (&invoice_case, read, sealed_in (sealed, month, first->currency));
    }
}

void
history_findings_report_invoices (const Reckoning *reckoning, const GPtrArray *charges)
{
  const Baseline *baseline = reckoning->books->baseline;

  if (baseline == NULL || !baseline_has_invoices (baseline))
    return;
  g_autoptr (GTree) firsts = first_tallies (charges);
  for (GTreeNode *node = g_tree_node_first (firsts); node != NULL; node = g_tree_node_next (node))
    {
      const ChargeTally *first = g_tree_node_value (node);
      const GPtrArray *sealed = baseline_invoice (baseline, first->invoice);

      if (sealed != NULL)
        compare_invoice (reckoning, first, sealed);
    }
}

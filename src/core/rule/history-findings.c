/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/history-findings.h"

#include <string.h>

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

static void
append_day (GString *note, const char *what, Day sealed, Day read)
{
  char texts[2][DAY_TEXT_SIZE] = { "none", "none" };

  if (sealed == read)
    return;
  if (sealed != DAY_NONE)
    calendar_print_day (sealed, texts[0]);
  if (read != DAY_NONE)
    calendar_print_day (read, texts[1]);
  g_string_append_printf (note, "%s%s was %s, is %s", note->len > 0 ? ", " : "", what, texts[0],
                          texts[1]);
}

static void
append_amount (GString *note, const char *what, Decimal sealed, Decimal read)
{
  if (decimal_equal (sealed, read))
    return;
  g_autofree char *before = decimal_to_string (sealed, 2);
  g_autofree char *now = decimal_to_string (read, 2);

  g_string_append_printf (note, "%s%s was %s, is %s", note->len > 0 ? ", " : "", what, before, now);
}

/* (transfer full) */
static char *
change_note (const CreditFigures *sealed, const CreditFigures *read)
{
  GString *note = g_string_new (NULL);

  append_amount (note, "CreditAmount", credit_book_credit_amount (sealed),
                 credit_book_credit_amount (read));
  append_amount (note, "BalanceAmount", credit_book_balance_amount (sealed),
                 credit_book_balance_amount (read));
  if (strcmp (sealed->status_text, read->status_text) != 0)
    g_string_append_printf (note, "%sStatus was \"%s\", is \"%s\"", note->len > 0 ? ", " : "",
                            sealed->status_text, read->status_text);
  append_day (note, "EffectiveDate", sealed->effective, read->effective);
  append_day (note, "ExpiryDate", sealed->expiry, read->expiry);
  return g_string_free (note, FALSE);
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
  g_autofree char *note = change_note (sealed, read);

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
  g_autofree char *before = decimal_to_string (total, 2);
  g_autofree char *now = decimal_to_string (read->total, 2);
  char month[MONTH_TEXT_SIZE];
  const FindingFacts facts = { .code = FINDING_SEALED_INVOICE_DIFFERS,
                               .customer = first->customer,
                               .currency = first->currency,
                               .month = invoice_case->month,
                               .subject = subject,
                               .at = first->first,
                               .amount = decimal_subtract (read->total, total),
                               .always = TRUE };

  calendar_print_month (invoice_case->month, month);
  reckoning_find (invoice_case->reckoning, &facts,
                  "invoice %s was sealed in %s with %" G_GUINT64_FORMAT " line%s and a total of "
                  "%s; %" G_GUINT64_FORMAT " line%s and %s are read now",
                  invoice_case->invoice->display, month, lines, lines == 1 ? "" : "s", before,
                  read->lines, read->lines == 1 ? "" : "s", now);
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

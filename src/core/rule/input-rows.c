/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/input-rows.h"

#include "base/language/language-date.h"
#include "base/month-counts.h"

static gboolean
add_invoice_months (const InputInvoice *invoice, const InvoiceMonths *months, GArray *counts)
{
  const InvoiceMonth *found = invoice_months_lookup (months, invoice->invoice);

  if (found != NULL)
    month_counts_add (counts, found->month, 1);
  else
    month_counts_merge (counts, invoice->months);
  return found != NULL;
}

/* The months of a file's billed rows, each once. */
static GArray *
months_of_input (const InputTally *input, const InvoiceMonths *months)
{
  g_autoptr (GArray) counts = month_counts_new ();
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Month));

  month_counts_merge (counts, input->months);
  for (GTreeNode *node = g_tree_node_first (input->invoices); node != NULL;
       node = g_tree_node_next (node))
    add_invoice_months (g_tree_node_value (node), months, counts);
  for (guint i = 0; i < counts->len; i++)
    g_array_append_val (list, g_array_index (counts, MonthCount, i).month);
  return list;
}

static void
report_input (const Reckoning *reckoning, const InputTally *input)
{
  const InputRow row = {
    .file = report_text (reckoning->report, input->file),
    .kind = input->kind,
    .rows = input->rows,
    .rejected = input->rejected->len,
    .sha256 = report_text (reckoning->report, input->sha256),
    .months = months_of_input (input, reckoning->invoice_months),
  };
  report_append (reckoning->report, REPORT_INPUTS, &row);
}

static void
find_unbilled (const Reckoning *reckoning, const InputTally *input)
{
  for (guint i = 0; i < input->unbilled->len; i++)
    {
      const UnbilledTally *tally = &g_array_index (input->unbilled, UnbilledTally, i);
      const FindingFacts facts = { .code = FINDING_UNBILLED_LINES,
                                   .currency = tally->currency,
                                   .at = tally->first,
                                   .amount = file_kind_money (input->kind, tally->sum) };

      g_autofree char *rows = g_strdup_printf ("%" G_GUINT64_FORMAT, tally->rows);
      reckoning_find (reckoning, &facts,
                      language_say_count (reckoning->language,
                                          "%s row without an invoice number, estimates: counted, "
                                          "and left out of everything else",
                                          "%s rows without an invoice number, estimates: counted, "
                                          "and left out of everything else",
                                          tally->rows),
                      rows);
    }
}

static void
find_rejected (const Reckoning *reckoning, const InputTally *input)
{
  for (guint i = 0; i < input->rejected->len; i++)
    {
      const RejectedRow *row = &g_array_index (input->rejected, RejectedRow, i);
      const FindingFacts facts
          = { .code = FINDING_ROW_REJECTED, .subject = input->sha256, .at = row->at };
      reckoning_find (reckoning, &facts, "row set aside: %s", row->reason);
    }
}

static void
find_on_file (const Reckoning *reckoning, const InputTally *input)
{
  FindingFacts facts
      = { .subject = input->sha256, .at = { .file = input->index }, .on_file = TRUE };

  if (input->unknown_columns != NULL && file_kind_is_read (input->kind))
    {
      facts.code = FINDING_UNKNOWN_COLUMNS;
      reckoning_find (reckoning, &facts, "columns not known and not used: %s",
                      input->unknown_columns);
    }
  if (input->kind == KIND_LEGACY && !input->is_duplicate)
    {
      facts.code = FINDING_LEGACY_FILE;
      reckoning_find (reckoning, &facts,
                      "legacy (D-invoice) file: it holds no Azure Credit Offer and was not used");
    }
  if (input->kind == KIND_SKIPPED)
    {
      facts.code = FINDING_FILE_IGNORED;
      reckoning_find (reckoning, &facts, "left out by --skip: it was not opened");
    }
  if (input->damage != NULL)
    {
      facts.code = FINDING_EXCEL_DAMAGE;
      reckoning_find (reckoning, &facts, "a spreadsheet seems to have re-saved it: %s",
                      input->damage);
    }
  if (input->is_duplicate)
    {
      facts.code = FINDING_DUPLICATE_FILE;
      reckoning_find (reckoning, &facts, "same content as %s: read once", input->duplicate_of);
    }
}

static void
find_ignored (const Reckoning *reckoning)
{
  const GPtrArray *ignored = input_book_ignored (reckoning->books->inputs);

  for (guint i = 0; i < ignored->len; i++)
    {
      const FindingCode code = FINDING_FILE_IGNORED;
      const FindingRow row = {
        .code = code,
        .severity = finding_info (code)->severity,
        .file = report_text (reckoning->report, g_ptr_array_index (ignored, i)),
        .message = "left out: its name does not end like a billing download",
      };
      report_append (reckoning->report, REPORT_FINDINGS, &row);
    }
}

void
input_rows_report (const Reckoning *reckoning)
{
  g_autoptr (GPtrArray) inputs = input_book_list (reckoning->books->inputs);

  for (guint i = 0; i < inputs->len; i++)
    {
      const InputTally *input = g_ptr_array_index (inputs, i);
      report_input (reckoning, input);
      find_unbilled (reckoning, input);
      find_rejected (reckoning, input);
      find_on_file (reckoning, input);
    }
  find_ignored (reckoning);
}

static void
report_invoice_currency (const Reckoning *reckoning, const InvoiceTally *invoice,
                         const InvoiceCurrency *currency)
{
  const InvoiceMonth *month = invoice_months_lookup (reckoning->invoice_months, invoice->invoice);
  InvoiceRow row = {
    .invoice = report_text (reckoning->report, invoice->display),
    .month = month->month,
    .month_source = month->is_given ? "option" : "lines",
    .currency = report_text (reckoning->report, currency->currency),
    .lines = currency->lines,
    .subtotal = currency->subtotal,
    .tax = currency->tax,
    .total = currency->total,
  };

  for (guint fit = 0; fit < FIT_COUNT; fit++)
    row.fits[fit] = currency->fits[fit];
  report_append (reckoning->report, REPORT_INVOICES, &row);
}

static void
find_unclear_month (const Reckoning *reckoning, const InvoiceTally *invoice)
{
  const InvoiceMonth *month = invoice_months_lookup (reckoning->invoice_months, invoice->invoice);
  g_autofree char *subject = g_strdup_printf ("%s//", invoice->invoice);
  const FindingFacts facts = { .code = FINDING_INVOICE_MONTH_UNCLEAR,
                               .month = month->month,
                               .subject = subject,
                               .at = invoice->first,
                               .always = invoice_months_is_reported (invoice, reckoning->plan) };
  char winner[LANGUAGE_DATE_SIZE], runner_up[LANGUAGE_DATE_SIZE];

  if (!month->is_unclear)
    return;
  language_date_print_month (reckoning->language, month->month, winner);
  language_date_print_month (reckoning->language, month->runner_up, runner_up);
  reckoning_find (
      reckoning, &facts,
      "fewer than half of the lines of invoice %s name its month: most name %s (taken), "
      "then %s; give it with --invoice-month",
      invoice->display, winner, runner_up);
}

void
input_rows_report_invoices (const Reckoning *reckoning, const GPtrArray *invoices)
{
  for (guint i = 0; i < invoices->len; i++)
    {
      const InvoiceTally *invoice = g_ptr_array_index (invoices, i);
      for (GTreeNode *node = tally_tree_first (invoice->currencies); node;
           node = g_tree_node_next (node))
        report_invoice_currency (reckoning, invoice, g_tree_node_value (node));
      find_unclear_month (reckoning, invoice);
    }
}

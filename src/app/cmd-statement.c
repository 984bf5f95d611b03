/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/cmd-statement.h"

#include <string.h>

#include "app/interruption.h"
#include "app/run.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "core/answer/statement-report.h"
#include "core/rule/reckon.h"
#include "input/input-visit.h"
#include "output/statement/statement-folder.h"
#include "output/statement/statement-html.h"
#include "output/statement/statement-logo.h"
#include "output/statement/statement-text.h"
#include "output/text/reliability-words.h"

#define ALL_CUSTOMERS "all"

static gboolean
refuse_usage (GError **error, const char *message)
{
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE, message);
  return FALSE;
}

/* The second reading, for what the report does not hold: the products */

static void
take_line (gpointer data, const InvoiceLine *line)
{
  statement_book_add_line (data, line);
}

static const RecordVisitor into_statement_book = { .invoice = take_line };

static StatementReport *
report_of (Plan *plan, const InputSet *inputs, Books *books, const Report *report,
           gboolean with_pec, GError **error)
{
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  g_autoptr (InvoiceMonths) months
      = invoice_months_decide (invoices, books->inputs, plan_rules (plan), error);
  if (months == NULL)
    return NULL;
  books_forget_reckoned (books); /* statements take that room */
  g_autoptr (StatementBook) products = statement_book_new (months);

  plan_set_progress (plan, NULL, NULL);
  if (!input_visit_read (inputs, plan_reading (plan), books, &into_statement_book, products, error))
    return NULL;
  return statement_report_new (report, products, plan_rules (plan), with_pec);
}

/* Whose statements */

static gboolean
choose (GPtrArray *chosen, const StatementReport *report, const Books *books, const char *text,
        GError **error)
{
  g_autofree char *id = slice_dup_lower (slice_unwrap_guid (slice_trim (slice_of (text))));
  const char *named = name_book_find (books->names, text);
  const Statement *statement = statement_report_lookup (report, id);

  if (statement == NULL && named != NULL)
    statement = statement_report_lookup (report, named);
  if (statement == NULL)
    {
      g_autofree char *shown = printable_text (text);
      g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
                   "--customer: found \"%s\", expected all, the id of a customer with a credit in "
                   "the reported months, or a name that only one customer has",
                   shown);
      return FALSE;
    }
  if (!g_ptr_array_find (chosen, statement, NULL))
    g_ptr_array_add (chosen, (gpointer) (guintptr) statement);
  return TRUE;
}

/* (transfer container) of const Statement *; NULL with @error. */
static GPtrArray *
choose_statements (const StatementReport *report, const Books *books, const Options *options,
                   GError **error)
{
  const char *const *customers = options_list (options, OPTION_CUSTOMER);
  g_autoptr (GPtrArray) chosen
      = g_strv_contains (customers, ALL_CUSTOMERS) ? statement_report_list (report) : NULL;

  if (chosen == NULL)
    {
      chosen = g_ptr_array_new ();
      for (; *customers != NULL; customers++)
        if (!choose (chosen, report, books, *customers, error))
          return NULL;
    }
  if (chosen->len > 0)
    return g_steal_pointer (&chosen);
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_INPUT,
                       "no customer has a credit in the reported months; nothing was written");
  return NULL;
}

/* Writing */

typedef void (*WriteFunc) (const Statement *statement, const StatementLook *look, Sink *sink);

static gboolean
write_file (OutputSet *output, const Statement *statement, const StatementLook *look,
            WriteFunc write, const char *ending, GError **error)
{
  g_autofree char *stem = statement_folder_name (statement->customer);
  g_autofree char *name = g_strconcat (stem, ending, NULL);
  Sink *sink = output_set_open (output, name, error);

  if (sink == NULL)
    return FALSE;
  write (statement, look, sink);
  return output_set_close (output, sink, error);
}

static gboolean
write_statement (OutputSet *output, const Statement *statement, const StatementLook *look,
                 GError **error)
{
  return write_file (output, statement, look, statement_html_write, ".html", error)
         && write_file (output, statement, look, statement_text_write, ".txt", error);
}

static gboolean
prepare_files (const Plan *plan, const GPtrArray *statements, const StatementLook *look,
               OutputSet *output, GError **error)
{
  Progress *progress = plan_progress (plan);
  gboolean fine = TRUE;

  for (guint i = 0; i < statements->len && fine; i++)
    {
      fine = write_statement (output, g_ptr_array_index (statements, i), look, error);
      progress_write_some (progress, i + 1, statements->len, "statement");
    }
  progress_end (progress);
  return fine && output_set_prepare (output, error);
}

/* Whose file is which: for whoever sends them. */
static gboolean
print_list (const Plan *plan, const GPtrArray *statements, GError **error)
{
  g_autoptr (Sink) sink = sink_new_stdout ();

  for (guint i = 0; i < statements->len && !plan_is_quiet (plan); i++)
    {
      const Statement *statement = g_ptr_array_index (statements, i);
      g_autofree char *stem = statement_folder_name (statement->customer);
      g_autofree char *name = printable_text (statement->name);

      sink_printf (sink, "%s.html%s%s\n", stem, *name != '\0' ? "  " : "", name);
    }
  return sink_flush (sink, error);
}

/* Standard output comes between preparing and renaming: when it fails, no file appears. */
static gboolean
write_all (const Plan *plan, const GPtrArray *statements, const StatementLook *look,
           OutputSet *output, GError **error)
{
  g_autoptr (Interruption) interruption = interruption_new (output);

  return prepare_files (plan, statements, look, output, error)
         && print_list (plan, statements, error) && interruption_commit (interruption, error);
}

/* A customer cannot see what the partner sees: that the figures may be wrong. */
static gboolean
may_be_stated (const Report *report, const Options *options)
{
  g_autofree char *reliability = reliability_words_of_report (report);

  if (*reliability == '\0' || options_has (options, OPTION_FORCE_UNRELIABLE))
    return TRUE;
  g_printerr ("acorecon: %sNo statement was written; correct the files, or give "
              "--force-unreliable\n",
              reliability);
  return FALSE;
}

static RunStatus
state (Plan *plan, const Options *options, const StatementLook *look, GError **error)
{
  g_autoptr (OutputSet) output
      = output_set_new_kind (statement_folder_kind (), plan_output (plan), plan_is_forced (plan));
  g_autoptr (Rejects) rejects = rejects_new ();

  output_set_set_shared (output, plan_is_shared (plan));
  if (!output_set_check (output, error))
    return RUN_FAILED;
  g_autoptr (InputSet) inputs = run_open_inputs (plan, error);
  if (inputs == NULL)
    return RUN_FAILED;
  g_autoptr (Books) books = run_read (plan, inputs, rejects, error);
  if (books == NULL)
    return RUN_FAILED;
  g_autoptr (Report) reckoned = reckon (books, plan_rules (plan), error);
  if (reckoned == NULL)
    return RUN_FAILED;
  if (!may_be_stated (reckoned, options))
    return RUN_FINDINGS;
  const RunStatus status = report_is_reliable (reckoned) ? RUN_DONE : RUN_FINDINGS;
  g_autoptr (StatementReport) report
      = report_of (plan, inputs, books, reckoned, options_has (options, OPTION_WITH_PEC), error);
  g_clear_pointer (&reckoned, report_free);
  if (report == NULL)
    return RUN_FAILED;
  g_autoptr (GPtrArray) statements = choose_statements (report, books, options, error);
  if (statements == NULL || !write_all (plan, statements, look, output, error))
    return RUN_FAILED;
  return status;
}

RunStatus
cmd_statement (const Options *options, GError **error)
{
  const char *logo_path = options_get (options, OPTION_LOGO);
  g_autoptr (Plan) plan = plan_new (options, error);
  g_autofree char *logo = NULL;
  StatementLook look = { .title = options_get (options, OPTION_TITLE),
                         .footer = options_get (options, OPTION_FOOTER) };

  if (plan == NULL
      || (!options_has (options, OPTION_CUSTOMER)
          && !refuse_usage (error, "--customer ID is missing; all stands for every customer"))
      || (plan_output (plan) == NULL
          && !refuse_usage (error, "--output DIR is missing: the folder for the statements")))
    return RUN_FAILED;
  if (logo_path != NULL && (logo = statement_logo_load (logo_path, error)) == NULL)
    return RUN_FAILED;
  look.logo = logo;
  return state (plan, options, &look, error);
}

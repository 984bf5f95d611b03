/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-statement.h"

#include <pthread.h>
#include <string.h>

#include "app/run/customer-list.h"
#include "app/run/job.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "base/worker.h"
#include "core/answer/statement-report.h"
#include "engine/customer-word.h"
#include "engine/option/option-value.h"
#include "output/statement/statement-folder.h"
#include "output/statement/statement-html.h"
#include "output/statement/statement-languages.h"
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
report_of (const Plan *plan, const Job *job, const Report *report, GError **error)
{
  const gboolean with_pec = options_has (plan_options (plan), OPTION_WITH_PEC);
  g_autoptr (InvoiceMonths) months = job_invoice_months (job, error);
  if (months == NULL)
    return NULL;
  books_forget_reckoned (job_books (job)); /* statements take that room */
  g_autoptr (StatementBook) products = statement_book_new (months);

  if (!job_read_again (job, &into_statement_book, products, TRUE, error))
    return NULL;
  return statement_report_new (report, products, plan_reckoning (plan), with_pec);
}

/* Whose statements */

static gboolean
choose (GPtrArray *chosen, const StatementReport *report, const Books *books, const char *text,
        GError **error)
{
  g_autofree char *id = option_value_customer (text);
  const Statement *statement = statement_report_lookup (report, id);

  if (statement == NULL && name_book_lookup (books->names, id) == NULL)
    {
      g_autofree char *named
          = customer_word_find (books->names, text, "--customer", customer_list_print, error);
      if (named == NULL)
        return FALSE;
      statement = statement_report_lookup (report, named);
    }
  if (statement == NULL)
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                           "--customer: found a customer without a credit in the reported months, "
                           "expected one with a credit, or all");
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

/* What is written, and of whom. */
typedef struct
{
  const Plan *plan;
  const StatementLook *look;
  const StatementLanguages *languages; /* NULL: all are told in that of the look */
  const GPtrArray *statements;
  Progress *progress;
} Stating;

/* Several make statements; what they share is under the lock. Each puts its statement when it is
   its turn, so that what is told of a full disk does not depend on who was faster. */
typedef struct
{
  const Stating *stating;
  pthread_mutex_t lock;
  pthread_cond_t turned;
  OutputSet *output;
  guint done;    /* all before this one are put */
  GError *error; /* of the file that failed first; NULL: none has */
} Writing;

static gboolean
put_file (OutputSet *output, const char *stem, const char *ending, const GString *text,
          GError **error)
{
  g_autofree char *name = g_strconcat (stem, ending, NULL);
  Sink *sink = output_set_open (output, name, error);

  if (sink == NULL)
    return FALSE;
  sink_append_bytes (sink, text->str, text->len);
  return output_set_close (output, sink, error);
}

static void
put_statement (Writing *self, const char *stem, const GString *page, const GString *text)
{
  GError *error = NULL;

  if (self->error == NULL && put_file (self->output, stem, ".html", page, &error))
    (void) put_file (self->output, stem, ".txt", text, &error);
  if (error != NULL)
    self->error = error;
  progress_write_some (self->stating->progress, ++self->done, self->stating->statements->len,
                       "statement");
}

static StatementLook
look_of (const Stating *self, const Statement *statement)
{
  StatementLook look = *self->look;

  if (self->languages != NULL)
    look.language
        = statement_languages_of (self->languages, statement->customer, self->look->language);
  return look;
}

static void
write_statement (gpointer data, guint index)
{
  Writing *self = data;
  const Statement *statement = g_ptr_array_index (self->stating->statements, index);
  const StatementLook look = look_of (self->stating, statement);
  g_autofree char *stem = statement_folder_name (statement->customer);
  g_autoptr (GString) page = g_string_new (NULL), text = g_string_new (NULL);
  g_autoptr (Sink) page_sink = sink_new_string (page), text_sink = sink_new_string (text);

  statement_html_write (statement, &look, page_sink);
  statement_text_write (statement, &look, text_sink);
  pthread_mutex_lock (&self->lock);
  while (self->done < index)
    pthread_cond_wait (&self->turned, &self->lock);
  put_statement (self, stem, page, text);
  pthread_cond_broadcast (&self->turned);
  pthread_mutex_unlock (&self->lock);
}

static gboolean
write_files (gpointer data, OutputSet *output, GError **error)
{
  const Stating *self = data;
  Writing writing = { .stating = self, .output = output };

  pthread_mutex_init (&writing.lock, NULL);
  pthread_cond_init (&writing.turned, NULL);
  worker_share ("statement", plan_reading (self->plan)->jobs, self->statements->len,
                write_statement, &writing);
  pthread_mutex_destroy (&writing.lock);
  pthread_cond_destroy (&writing.turned);
  progress_end (self->progress);
  if (writing.error != NULL)
    g_propagate_error (error, writing.error);
  return writing.error == NULL;
}

/* Whose file is which: for whoever sends them. */
static gboolean
print_list (gpointer data, GError **error)
{
  const Stating *self = data;
  const gboolean is_quiet = plan_writing (self->plan)->is_quiet;
  g_autoptr (Sink) sink = sink_new_stdout ();

  for (guint i = 0; i < self->statements->len && !is_quiet; i++)
    {
      const Statement *statement = g_ptr_array_index (self->statements, i);
      g_autofree char *stem = statement_folder_name (statement->customer);
      g_autofree char *name = printable_text (statement->name);

      sink_printf (sink, "%s.html%s%s\n", stem, *name != '\0' ? "  " : "", name);
    }
  return sink_flush (sink, error);
}

/* A customer cannot see what the partner sees: that the figures may be wrong. */
static gboolean
may_be_stated (const Report *report, const Options *options)
{
  g_autofree char *reliability = reliability_words_of_report (report, NULL);

  if (*reliability == '\0' || options_has (options, OPTION_FORCE_UNRELIABLE))
    return TRUE;
  g_printerr ("acorecon: %sNo statement was written; correct the files, or give "
              "--force-unreliable\n",
              reliability);
  return FALSE;
}

static RunStatus
publish (Stating *self, const Job *job, const Report *reckoned, OutputSet *output, GError **error)
{
  static const Publication publication = { write_files, print_list };
  const RunStatus status = report_is_reliable (reckoned) ? RUN_DONE : RUN_FINDINGS;
  g_autoptr (StatementReport) report = report_of (self->plan, job, reckoned, error);
  g_autoptr (GPtrArray) statements
      = report != NULL
            ? choose_statements (report, job_books (job), plan_options (self->plan), error)
            : NULL;

  self->statements = statements;
  return statements != NULL && job_publish (&publication, self, output, error) ? status
                                                                               : RUN_FAILED;
}

static RunStatus
state (const Plan *plan, const StatementLook *look, const StatementLanguages *languages,
       GError **error)
{
  const WritePlan *writing = plan_writing (plan);
  g_autoptr (OutputSet) output
      = output_set_new (statement_folder_kind (), writing->output, writing->force);

  output_set_set_shared (output, writing->is_shared);
  if (!output_set_check (output, error))
    return RUN_FAILED;
  g_autoptr (Job) job = job_new (plan, error);
  if (job == NULL)
    return RUN_FAILED;
  g_autoptr (Report) reckoned = job_reckon (job, plan_reckoning (plan), error);
  if (reckoned == NULL)
    return RUN_FAILED;
  if (!may_be_stated (reckoned, plan_options (plan)))
    return RUN_FINDINGS;
  Stating stating
      = { .plan = plan, .look = look, .languages = languages, .progress = job_progress (job) };
  return publish (&stating, job, reckoned, output, error);
}

RunStatus
cmd_statement (const Options *options, GError **error)
{
  const char *logo_path = options_get (options, OPTION_LOGO);
  const char *languages_path = options_get (options, OPTION_LANGUAGES);
  g_autoptr (Plan) plan = plan_new (options, error);
  g_autofree char *logo = NULL;
  g_autoptr (StatementLanguages) languages = NULL;
  StatementLook look = { .title = options_get (options, OPTION_TITLE),
                         .footer = options_get (options, OPTION_FOOTER) };

  if (plan == NULL
      || (!options_has (options, OPTION_CUSTOMER)
          && !refuse_usage (error, "--customer ID is missing; all stands for every customer"))
      || (plan_writing (plan)->output == NULL
          && !refuse_usage (error, "--output DIR is missing: the folder for the statements")))
    return RUN_FAILED;
  if (logo_path != NULL && (logo = statement_logo_load (logo_path, error)) == NULL)
    return RUN_FAILED;
  if (languages_path != NULL
      && (languages = statement_languages_load (languages_path, error)) == NULL)
    return RUN_FAILED;
  look.logo = logo;
  look.language = plan_writing (plan)->style.language;
  return state (plan, &look, languages, error);
}

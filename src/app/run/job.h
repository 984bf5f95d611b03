/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_JOB_H
#define APP_RUN_JOB_H

#include "app/run/progress.h"
#include "core/book/books.h"
#include "core/month/invoice-months.h"
#include "core/record/record-visitor.h"
#include "core/record/rejects.h"
#include "core/report/report.h"
#include "engine/option/plan.h"
#include "input/book-part.h"
#include "input/input-set.h"
#include "output/output-set.h"

/**
 * Job: the order of a run: everything is read, then reckoned, then written, and what is written
 * appears whole or not at all. Knows no single rule and
 * no form.
 */
typedef struct Job Job;

/**
 * Opens the files that @plan (borrowed) names and reads them into books. NULL with @error; bad rows
 * are then named on standard error already. An option that names what is not there is wrong usage.
 */
Job *job_new (const Plan *plan, GError **error);
/** The same for who only looks: a report pack below a folder is no reason to refuse it. */
Job *job_new_past_packs (const Plan *plan, GError **error);

/** What is special of a job. */
typedef struct
{
  gboolean passes_packs;    /* as job_new_past_packs() */
  gboolean takes_books;     /* books that acorecon fold wrote may stand among the files */
  const char *const *names; /* how the paths of the plan are called; NULL: as they are */
  /** The files are not read into books of the job, but handed over one after the other (see
      InputReader); NULL: they are. */
  gboolean (*fold) (gpointer data, const InputSet *inputs, const BookPart *part, GError **error);
  gpointer data;
} JobKind;

Job *job_new_of (const Plan *plan, const JobKind *kind, GError **error);
void job_free (Job *self); /* NULL is fine */

/* Everything is borrowed from the job. */
Books *job_books (const Job *self);
const Rejects *job_rejects (const Job *self);
gboolean job_is_complete (const Job *self); /* no row was set aside */
Progress *job_progress (const Job *self);   /* shows it as far as it is wanted; never NULL */

/** The months of the invoices that were read. NULL with @error. */
InvoiceMonths *job_invoice_months (const Job *self, GError **error);

/** The books reckoned as @plan says (core/rule/reckon). NULL with @error. */
Report *job_reckon (const Job *self, const ReckonPlan *plan, GError **error);

/**
 * The rows once more, for what the books do not hold (input/input-visit). @is_shown: how far it is;
 * not where rows are printed meanwhile.
 */
gboolean job_read_again (const Job *self, const RecordVisitor *visitor, gpointer data,
                         gboolean is_shown, GError **error);

/** The rows set aside into the file that --rejects names, if it does. */
gboolean job_write_rejects (const Job *self, OutputSet *output, GError **error);

/** What a run has to say; the functions take @data of job_publish(). */
typedef struct
{
  /** Writes into the files of @output; NULL: there are none. */
  gboolean (*write) (gpointer data, OutputSet *output, GError **error);
  /** Writes to standard output. */
  gboolean (*print) (gpointer data, GError **error);
} Publication;

/**
 * Writes the files, prints, and lets the files appear, in this order: when standard output fails,
 * no file appears, and after the files there is nothing left that could fail. A signal on the way
 * leaves nothing (app/run/interruption).
 */
gboolean job_publish (const Publication *what, gpointer data, OutputSet *output, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

#endif

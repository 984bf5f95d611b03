/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-close.h"

#include <errno.h>
#include <string.h>

#include "app/run/close-words.h"
#include "app/run/event-time.h"
#include "app/run/interruption.h"
#include "app/run/month-reckoning.h"
#include "app/run/open-findings.h"
#include "app/run/print.h"
#include "app/run/sealed-history.h"
#include "base/recon-error.h"
#include "core/answer/month-diff.h"
#include "engine/option/plan.h"
#include "output/output-error.h"
#include "output/pack.h"
#include "output/staged-pack.h"
#include "output/text/diff-text.h"
#include "store/seal-record.h"
#include "store/sealed-sheet.h"

/* A close on its way: what is closed, what was found, and where it goes. */
typedef struct
{
  CloseOptions options;
  char *at;
  SealedHistory *history;
  Plan *plan;                 /* NULL: a gap */
  MonthReckoning *reckoning;  /* of a gap there is none, either */
  OutputSet *output;          /* of the pack; NULL: none is wanted */
  Interruption *interruption; /* of what is staged of it */
} Closing;

static void
closing_clear (Closing *self)
{
  interruption_free (self->interruption);
  output_set_free (self->output);
  month_reckoning_free (self->reckoning);
  plan_free (self->plan);
  sealed_history_free (self->history);
  g_free (self->at);
  close_options_clear (&self->options);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Closing, closing_clear)

static SealOrder
order_of (const Closing *self)
{
  return seals_order (sealed_history_seals (self->history), self->options.month,
                      self->options.restates, self->options.is_first);
}

/* The current version of the month, or NULL. */
static const Seal *
standing_seal (const Closing *self)
{
  return seals_find (sealed_history_seals (self->history), self->options.month);
}

static gboolean
refuse_month (const Closing *self, GError **error, const char *reason)
{
  char month[MONTH_TEXT_SIZE];

  calendar_print_month (self->options.month, month);
  g_set_error (error, RECON_ERROR, RECON_ERROR_HISTORY, "%s %s", month, reason);
  return FALSE;
}

static SealRecord
record_of (const Closing *self, gint64 version)
{
  static char program[] = PACKAGE_STRING;

  return (SealRecord){ .content
                       = self->reckoning != NULL ? month_reckoning_content (self->reckoning) : NULL,
                       .month = self->options.month,
                       .version = version,
                       .at = self->at,
                       .preparer = self->options.preparer,
                       .approver = self->options.approver,
                       .reason = self->options.reason,
                       .program = program,
                       .options
                       = self->plan != NULL ? plan_reckoning (self->plan)->options : NULL };
}

/* *@is_done: nothing is left to do, and the status is that of the return value. */
static RunStatus
compare_with_seal (Closing *self, gboolean *is_done, GError **error)
{
  const Seal *seal = standing_seal (self);
  g_autoptr (GString) out = g_string_new (NULL);

  *is_done = FALSE;
  if (seal == NULL)
    return RUN_DONE;
  g_autoptr (Report) diff = month_reckoning_diff (
      self->reckoning, sealed_history_database (self->history), seal, error);
  if (diff == NULL)
    return RUN_FAILED;
  *is_done = TRUE;
  if (seal->state == SEAL_SEALED && ((const DiffHead *) report_head (diff))->equal)
    {
      close_words_already (out, seal);
      return print_text (out, error) ? RUN_DONE : RUN_FAILED;
    }
  if (!self->options.restates)
    {
      diff_text_render (diff, &plan_writing (self->plan)->style, out);
      if (print_text (out, error))
        close_words_refuse (SEAL_ORDER_RESTATES, self->options.month, error);
      return RUN_FAILED;
    }
  *is_done = FALSE;
  return RUN_DONE;
}

static gboolean
check_order (const Closing *self, GError **error)
{
  const SealOrder order = order_of (self);

  return order == SEAL_ORDER_FREE || close_words_refuse (order, self->options.month, error);
}

static gboolean
check_report (const Closing *self, GError **error)
{
  const Report *report = month_reckoning_report (self->reckoning);
  const SealContent *content = month_reckoning_content (self->reckoning);

  if (!report_is_reliable (report) || !report_is_complete (report))
    return refuse_month (self, error,
                         "is not sealed: rows were set aside or count twice; see acorecon "
                         "reconcile");
  if (!seal_content_has_balances (content))
    return refuse_month (self, error, "is not sealed: no balance row of it was read");
  if (!seal_content_has_invoices (content))
    return refuse_month (self, error, "is not sealed: no billed invoice line of it was read");
  return TRUE;
}

static gboolean
check_findings (const Closing *self, GError **error)
{
  return open_findings_name (month_reckoning_report (self->reckoning), plan_writing (self->plan))
             == 0
         || refuse_month (self, error,
                          "is not sealed: findings are open; clear them, resolve them, or give "
                          "--fail-on");
}

/* The pack, durable beside its place, but for the sheet of the close. */
static gboolean
stage_pack (Closing *self, GError **error)
{
  const WritePlan *writing = plan_writing (self->plan);
  const Job *job = month_reckoning_job (self->reckoning);
  const PackContent content = { .report = month_reckoning_report (self->reckoning),
                                .rejects = job_rejects (job),
                                .plan = writing,
                                .exit_status = RUN_DONE };
  Progress *progress = job_progress (job);

  self->output = output_set_new (pack_kind (), writing->output, writing->force);
  output_set_set_shared (self->output, writing->is_shared);
  self->interruption = interruption_new (self->output);
  if (!output_set_check (self->output, error))
    return FALSE;
  if (writing->output != NULL)
    {
      const gboolean written = pack_write (&content, self->output, progress_write, progress, error);

      progress_end (progress);
      if (!written)
        return FALSE;
    }
  return output_set_finish_files (self->output, error);
}

/* The last files of the pack say what is being sealed. Then it is whole. */
static gboolean
complete_pack (const Closing *self, gint64 version, GError **error)
{
  g_autoptr (CloseSheet) sheet = sealed_sheet_load (sealed_history_database (self->history),
                                                    self->options.month, version, error);

  return sheet != NULL
         && pack_write_sheet (sheet, plan_writing (self->plan)->style.language, self->output, error)
         && output_set_prepare (self->output, error);
}

/* By the digest a later command knows the pack that it may put at its place: without it nothing is
   sealed. NULL with an error. */
static char *
digest_of_staged (const Closing *self, GError **error)
{
  g_autofree char *folder
      = g_build_filename (output_set_temporary_path (self->output, 0), "new", NULL);
  char *digest = staged_pack_digest (folder);

  if (digest == NULL)
    output_error_set (error, "%s: what was written cannot be read again: %s",
                      plan_writing (self->plan)->output, g_strerror (errno));
  return digest;
}

/* What is said is said before it is so, as everywhere: when it cannot be said, nothing is done. */
static gboolean
print_seal (const Closing *self, gint64 version, const char *hash, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const Report *report = self->reckoning != NULL ? month_reckoning_report (self->reckoning) : NULL;
  g_autoptr (GArray) inputs
      = report != NULL ? seal_content_inputs (month_reckoning_content (self->reckoning)) : NULL;

  if (self->plan != NULL && plan_writing (self->plan)->is_quiet)
    return TRUE;
  close_words_sealed (out, &self->options, version, report, inputs, hash);
  return print_text (out, error);
}

/* What the disk did not confirm may be there all the same: then its pack has to be, too. */
static gboolean
commit_seal (Closing *self, const char *hash, GError **error)
{
  char month[MONTH_TEXT_SIZE];
  gboolean in_doubt;

  calendar_print_month (self->options.month, month);
  g_autofree char *what = g_strdup_printf ("%s may be sealed", month);
  if (sealed_history_commit_event (self->history, hash, what, &in_doubt, error))
    return TRUE;
  if (!in_doubt && self->output != NULL)
    output_set_give_up (self->output);
  return FALSE;
}

/* Seal and pack are there: that the history cannot be told, say of a disk that is full now, is no
   failure of the close. */
static void
note_pack (const Closing *self, gint64 version, const char *month)
{
  g_autoptr (GError) reason = NULL;

  if (!seal_record_settle_pack (sealed_history_database (self->history), self->options.month,
                                version, "written", &reason))
    g_printerr ("acorecon: %s is sealed and its pack is there, which could not be noted (%s); the "
                "next command that writes to the history does that\n",
                month, reason->message);
}

/* The month is sealed whatever becomes of it: who is told of a failure is told that, too. */
static gboolean
place_pack (Closing *self, gint64 version, GError **error)
{
  char month[MONTH_TEXT_SIZE];

  calendar_print_month (self->options.month, month);
  if (output_set_commit (self->output, error))
    {
      note_pack (self, version, month);
      return TRUE;
    }
  g_prefix_error (error,
                  "%s is sealed, but its pack is not finished; the next command that writes to the "
                  "history finishes it: ",
                  month);
  return FALSE;
}

/* Pack staged; one transaction; the pack takes its place; that is noted. */
static gboolean
write_seal (Closing *self, GError **error)
{
  const gint64 version
      = seals_next_version (sealed_history_seals (self->history), self->options.month);
  SealRecord record = record_of (self, version);
  const gboolean has_pack = self->plan != NULL && plan_writing (self->plan)->output != NULL;
  g_autofree char *pack
      = has_pack ? g_canonicalize_filename (plan_writing (self->plan)->output, NULL) : NULL;
  g_autofree char *digest = has_pack ? digest_of_staged (self, error) : NULL;
  char as_of[DAY_TEXT_SIZE];

  if (has_pack && digest == NULL)
    return FALSE;
  calendar_print_day (calendar_last_day (self->options.month), as_of);
  record.as_of = as_of;
  record.pack = pack;
  record.pack_sha256 = digest;
  interruption_decide (self->interruption);
  if (!sealed_history_begin (self->history, error))
    return FALSE;
  g_autofree char *hash
      = seal_record_write (&record, sealed_history_database (self->history), error);
  if (hash == NULL || (has_pack && !complete_pack (self, version, error))
      || !print_seal (self, version, hash, error)
      || (has_pack && !output_set_promise (self->output, error))
      || !commit_seal (self, hash, error))
    return FALSE;
  return !has_pack || place_pack (self, version, error);
}

static RunStatus
seal_month (Closing *self, GError **error)
{
  gboolean is_done = FALSE;
  RunStatus status = RUN_DONE;

  if (!sealed_history_lock (self->history, error))
    return RUN_FAILED;
  /* Somebody else may have been faster. */
  if (sealed_history_is_changed (self->history) && self->plan != NULL)
    status = compare_with_seal (self, &is_done, error);
  if (status != RUN_DONE || is_done)
    return status;
  /* What was reckoned rests on what was sealed before. */
  if (sealed_history_is_changed (self->history) && self->plan != NULL)
    {
      refuse_month (self, error, "is not sealed: the history was written meanwhile; try again");
      return RUN_FAILED;
    }
  if (!check_order (self, error) || (self->plan != NULL && !stage_pack (self, error))
      || !write_seal (self, error))
    return RUN_FAILED;
  return RUN_DONE;
}

static RunStatus
close_with_files (Closing *self, const Options *options, GError **error)
{
  gboolean is_done;

  self->plan = plan_new_for_month (options, self->options.month, self->options.paths, error);
  if (self->plan == NULL || (standing_seal (self) == NULL && !check_order (self, error)))
    return RUN_FAILED;
  self->reckoning = month_reckoning_new (self->plan, sealed_history_database (self->history),
                                         sealed_history_seals (self->history), error);
  if (self->reckoning == NULL)
    return RUN_FAILED;
  const RunStatus status = compare_with_seal (self, &is_done, error);
  if (status != RUN_DONE || is_done)
    return status;
  if (!check_order (self, error) || !check_report (self, error) || !check_findings (self, error))
    return RUN_FAILED;
  return seal_month (self, error);
}

RunStatus
cmd_close (const Options *options, GError **error)
{
  g_auto (Closing) self = { 0 };

  if (!close_options_init (&self.options, options, error))
    return RUN_FAILED;
  self.at = event_time_now (error);
  if (self.at == NULL)
    return RUN_FAILED;
  self.history = sealed_history_open (&self.options.history, self.at, error);
  if (self.history == NULL)
    return RUN_FAILED;
  if (!self.options.is_gap)
    return close_with_files (&self, options, error);
  return check_order (&self, error) ? seal_month (&self, error) : RUN_FAILED;
}

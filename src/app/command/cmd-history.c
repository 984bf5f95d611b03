/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-history.h"

#include "app/option/history-options.h"
#include "app/run/course-reader.h"
#include "app/run/interruption.h"
#include "app/run/report-run.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "engine/option/option-value.h"
#include "engine/option/write-options.h"
#include "output/months/history-pack.h"
#include "store/event-chain.h"
#include "store/history-list.h"
#include "store/history.h"

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WriteOptions, write_options_clear)

static gboolean
take_month (const Options *options, Month *month, GError **error)
{
  const char *const *arguments = options_arguments (options);

  *month = MONTH_NONE;
  if (arguments[0] == NULL || (arguments[1] == NULL && option_value_month (arguments[0], month)))
    return TRUE;
  g_autofree char *found = printable_text (arguments[1] != NULL ? arguments[1] : arguments[0]);
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
               "found \"%s\", expected at most one MONTH, like 2026-10", found);
  return FALSE;
}

static gboolean
write_copy (const History *history, const char *path, GError **error)
{
  g_autoptr (NewFile) copy = history_backup (history, path, error);
  gboolean is_there;

  if (copy == NULL)
    return FALSE;
  interruption_decide (NULL); /* a signal that comes behind would say that there is no copy */
  if (new_file_appear (copy, &is_there, error))
    return TRUE;
  g_autofree char *name = printable_text (path);
  if (is_there)
    g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT,
                 "%s: is there already; expected the name of a new file", name);
  return FALSE;
}

static gboolean
take_options (const Options *options, WriteOptions *writing, Month *month, GError **error)
{
  if (!take_month (options, month, error) || !write_options_init (writing, options, error))
    return FALSE;
  if (writing->plan.format == FORMAT_FOCUS)
    return option_value_refuse (OPTION_FORMAT, "focus", "text, json or csv", error);
  if (options_get (options, OPTION_BACKUP) == NULL || *month == MONTH_NONE)
    return TRUE;
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                       "--backup copies the whole history: found a MONTH, expected none");
  return FALSE;
}

/* What is shown. */
typedef struct
{
  HistoryList *list;
  HistoryCourse *course; /* NULL: no page is asked for */
} Looks;

static void
looks_clear (Looks *self)
{
  g_clear_pointer (&self->list, history_list_free);
  g_clear_pointer (&self->course, history_course_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Looks, looks_clear)

/* Both after the same event: what is written meanwhile is not kept out, but looked at once more. */
static gboolean
read_looks (Looks *self, Database *database, Month month, gboolean has_course, GError **error)
{
  gint64 before, after;

  do
    {
      looks_clear (self);
      before = event_chain_last (database, error);
      if (before < 0)
        return FALSE;
      self->list = history_list_new (database, month, error);
      if (self->list == NULL || !has_course)
        return self->list != NULL;
      self->course = course_reader_read (database, error);
      after = self->course != NULL ? event_chain_last (database, error) : -1;
    }
  while (after >= 0 && after != before);
  return after >= 0;
}

/* The page over time is of all months. */
static RunStatus
publish (const History *history, Month month, const WritePlan *writing, GError **error)
{
  g_autoptr (ReportRun) run = report_run_new (history_pack_form (), writing, error);
  const gboolean has_course = writing->output != NULL && month == MONTH_NONE;
  g_auto (Looks) looks = { 0 };

  if (run == NULL || !read_looks (&looks, history_database (history), month, has_course, error))
    return RUN_FAILED;
  report_run_set_course (run, looks.course);
  return report_run_publish (run, history_list_report (looks.list), NULL, error);
}

RunStatus
cmd_history (const Options *options, GError **error)
{
  g_auto (WriteOptions) writing = { 0 };
  g_auto (HistoryOptions) where = { 0 };
  const char *backup = options_get (options, OPTION_BACKUP);
  Month month;

  if (!take_options (options, &writing, &month, error)
      || !history_options_init (&where, options, error))
    return RUN_FAILED;
  g_autoptr (History) history = history_open (where.path, HISTORY_READS, where.timeout, error);
  if (history == NULL)
    return RUN_FAILED;
  if (backup != NULL)
    return write_copy (history, backup, error) ? RUN_DONE : RUN_FAILED;
  return publish (history, month, &writing.plan, error);
}

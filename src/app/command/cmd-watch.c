/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-watch.h"

#include "app/run/baseline-reader.h"
#include "app/run/event-time.h"
#include "app/run/job.h"
#include "app/run/sealed-history.h"
#include "base/recon-error.h"
#include "core/answer/watch-list.h"
#include "core/rule/reckon.h"
#include "engine/hash-key.h"
#include "engine/option/option-value.h"
#include "engine/option/plan.h"
#include "engine/option/reckon-options.h"
#include "engine/option/write-options.h"
#include "output/table/report-csv.h"
#include "output/table/report-json.h"
#include "output/text/reliability-words.h"
#include "output/text/watch-text.h"
#include "store/sealed-rows.h"
#include "store/watch-memory.h"

/* A watch on its way: from files, from a history, or from both. */
typedef struct
{
  const Options *options;
  gboolean since_last;
  HistoryOptions where;
  ReckonOptions reckoning; /* of a history alone */
  WriteOptions writing;
  char *at;
  BaselineReader *reader; /* what is read of the history */
  SealedHistory *writer;  /* the same, with --since-last */
  Plan *plan;             /* NULL: no files */
  Job *job;
  Books *own_books; /* of a history alone */
  Report *report;
  WatchList *list;
} Watch;

static void
watch_clear (Watch *self)
{
  watch_list_free (self->list);
  report_free (self->report);
  books_free (self->own_books);
  job_free (self->job);
  plan_free (self->plan);
  sealed_history_free (self->writer);
  baseline_reader_free (self->reader);
  g_free (self->at);
  write_options_clear (&self->writing);
  reckon_options_clear (&self->reckoning);
  history_options_clear (&self->where);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Watch, watch_clear)

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE, message);
  return FALSE;
}

static gboolean
take_options (Watch *self, const Options *options, GError **error)
{
  const gboolean has_paths = options_arguments (options)[0] != NULL;

  self->options = options;
  self->since_last = options_has (options, OPTION_SINCE_LAST);
  if (!history_options_init_named (&self->where, options, error)
      || !write_options_init (&self->writing, options, error))
    return FALSE;
  if (self->writing.plan.format == FORMAT_FOCUS)
    return option_value_refuse (OPTION_FORMAT, "focus", "text, json or csv", error);
  if (self->where.path == NULL && !has_paths)
    return refuse (error, "a PATH is missing: name the files or the folder to read, or a history "
                          "with --history");
  if (self->where.path == NULL && self->since_last)
    return refuse (error, "--since-last needs --history FILE: there it is remembered");
  if (!has_paths)
    return reckon_options_init (&self->reckoning, options, error);
  self->plan = plan_new (options, error);
  return self->plan != NULL;
}

static gboolean
open_history (Watch *self, GError **error)
{
  if (!self->since_last)
    {
      self->reader = baseline_reader_new (&self->where, error);
      return self->reader != NULL;
    }
  self->at = event_time_now (error);
  if (self->at == NULL)
    return FALSE;
  self->writer = sealed_history_open_existing (&self->where, self->at, error);
  return self->writer != NULL;
}

/* NULL: there is none. */
static Database *
history_of (const Watch *self)
{
  return self->writer != NULL ? sealed_history_database (self->writer)
                              : baseline_reader_database (self->reader);
}

/* Of a history alone the day is the last one of its last month. */
static gboolean
set_day_of_history (Watch *self, GError **error)
{
  g_autoptr (Seals) seals = seals_load (history_of (self), error);

  if (seals == NULL)
    return FALSE;
  if (self->reckoning.plan.as_of == DAY_NONE && seals_last (seals) != NULL)
    self->reckoning.plan.as_of = calendar_last_day (seals_last (seals)->month);
  return TRUE;
}

static Books *
books_of (const Watch *self)
{
  return self->job != NULL ? job_books (self->job) : self->own_books;
}

static gboolean
read_all (Watch *self, GError **error)
{
  if (self->plan != NULL)
    {
      self->job = job_new (self->plan, error);
      if (self->job == NULL)
        return FALSE;
    }
  else
    {
      const HashKey key = hash_key_draw ();

      self->own_books = books_new (&key);
      if (!set_day_of_history (self, error))
        return FALSE;
    }
  return history_of (self) == NULL
         || sealed_rows_add (history_of (self), MONTH_NONE, books_of (self), error);
}

static gboolean
make_list (Watch *self, GError **error)
{
  Database *history = history_of (self);
  const ReckonPlan *plan = self->plan != NULL ? plan_reckoning (self->plan) : &self->reckoning.plan;

  self->report = self->job != NULL ? job_reckon (self->job, plan, error)
                                   : reckon (self->own_books, plan, error);
  if (self->report == NULL)
    return FALSE;
  g_autoptr (GPtrArray) disputes
      = history != NULL ? watch_memory_disputes (history, self->report, error) : g_ptr_array_new ();
  if (disputes == NULL)
    return FALSE;
  const WatchSources sources = { .report = self->report,
                                 .credits = books_of (self)->credits,
                                 .names = books_of (self)->names,
                                 .disputes = disputes };
  g_autoptr (GHashTable) known = self->since_last ? watch_memory_load (history, error) : NULL;
  if (self->since_last && known == NULL)
    return FALSE;
  self->list = watch_list_new (&sources, known);
  return TRUE;
}

static RunStatus
status_of (const Watch *self)
{
  return report_row_count (watch_list_report (self->list), 0) > 0 ? RUN_FINDINGS : RUN_DONE;
}

static gboolean
print_list (const Watch *self, GError **error)
{
  const Report *report = watch_list_report (self->list);
  const WritePlan *writing = &self->writing.plan;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_stdout ();

  if (writing->format == FORMAT_JSON)
    report_json_write (report, status_of (self), sink);
  else if (writing->format == FORMAT_CSV)
    report_csv_write (report, 0, sink);
  else if (!writing->is_quiet)
    {
      watch_text_render (report, self->since_last, &writing->style, text);
      sink_append_bytes (sink, text->str, text->len);
    }
  return sink_flush (sink, error);
}

/* Not before all was read: others may write meanwhile. */
static gboolean
lock_history (const Watch *self, GError **error)
{
  return self->writer == NULL || sealed_history_lock (self->writer, error);
}

/* What could not be said is not remembered as said. */
static gboolean
remember (const Watch *self, GError **error)
{
  return sealed_history_begin (self->writer, error)
         && watch_memory_save (sealed_history_database (self->writer),
                               watch_list_marks (self->list), error)
         && print_list (self, error) && sealed_history_commit (self->writer, error);
}

/* Rows that were set aside or count twice are not in the list as they should be. */
static void
tell_reliability (const Report *report)
{
  g_autofree char *words = g_strchomp (reliability_words_of_report (report, NULL));

  if (*words != '\0')
    g_printerr ("%s\n", words);
}

RunStatus
cmd_watch (const Options *options, GError **error)
{
  g_auto (Watch) self = { 0 };

  if (!take_options (&self, options, error) || !open_history (&self, error)
      || !read_all (&self, error) || !lock_history (&self, error) || !make_list (&self, error)
      || !(self.since_last ? remember (&self, error) : print_list (&self, error)))
    return RUN_FAILED;
  tell_reliability (self.report);
  return status_of (&self);
}

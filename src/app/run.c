/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "app/internal-error.h"
#include "app/interruption.h"
#include "app/rejects-target.h"
#include "app/terminal.h"
#include "app/unmatched.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "base/worker.h"
#include "core/rule/reckon.h"
#include "output/html/report-html.h"
#include "output/rejects-csv.h"
#include "output/table/report-csv.h"
#include "output/table/report-focus.h"
#include "output/table/report-json.h"
#include "output/text/days-text.h"
#include "output/text/reliability-words.h"
#include "output/text/report-text.h"
#include "output/xlsx/report-xlsx.h"

/* No output depends on the key: it only keeps others from making hashes collide. Where the system
   has no randomness to give, GLib finds some. */
HashKey
run_draw_hash_key (void)
{
  HashKey key = { 0 };
  guint32 words[sizeof key / sizeof (guint32)];

  if (TEMP_FAILURE_RETRY (getrandom (&key, sizeof key, 0)) == (gssize) sizeof key)
    return key;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    words[i] = g_random_int ();
  memcpy (&key, words, sizeof key);
  return key;
}

InputSet *
run_open_inputs (const Plan *plan, GError **error)
{
  g_autoptr (InputSet) inputs = input_set_new_skipping (plan_paths (plan), plan_skips (plan),
                                                        plan_reading (plan)->budget, error);

  return inputs != NULL && unmatched_check_skips (plan, inputs, error) ? g_steal_pointer (&inputs)
                                                                       : NULL;
}

static void
name_bad_rows (const Rejects *rejects)
{
  for (guint i = 0; i < MIN (rejects_count (rejects), BAD_ROWS_NAMED_MAX); i++)
    {
      const Reject *reject = rejects_get (rejects, i);
      g_autofree char *file = printable_text (reject->file);
      g_printerr ("%s:%" G_GUINT64_FORMAT ": %s\n", file, reject->line, reject->reason);
    }
}

Books *
run_read (Plan *plan, const InputSet *inputs, Rejects *rejects, GError **error)
{
  const HashKey key = run_draw_hash_key ();
  g_autoptr (Books) books = books_new (&key);

  plan_set_progress (plan, progress_update, plan_progress (plan));
  const gboolean read
      = input_reader_read (inputs, plan_reading (plan), &key, books, rejects, error);
  progress_end (plan_progress (plan));
  if (!read)
    {
      if (!plan_reading (plan)->keep_going)
        name_bad_rows (rejects);
      return NULL;
    }
  return unmatched_check (plan, books, error) ? g_steal_pointer (&books) : NULL;
}

gboolean
run_write_rejects (const Plan *plan, const Rejects *rejects, OutputSet *output, GError **error)
{
  Sink *sink;

  if (plan_rejects (plan) != NULL)
    sink = output_set_add_file (output, plan_rejects (plan), error);
  else if (plan_output (plan) != NULL && rejects_count (rejects) > 0)
    sink = output_set_open (output, "rejects.csv", error);
  else
    return TRUE;
  if (sink == NULL)
    return FALSE;
  rejects_csv_write (rejects, sink);
  return TRUE;
}

static void
render_text (const Report *report, const TextStyle *style, Sink *sink)
{
  g_autoptr (GString) text = g_string_new (NULL);

  report_text_render (report, style, text);
  sink_append_bytes (sink, text->str, text->len);
}

/* The pack does not depend on the terminal. */
static gboolean
write_summary (const Report *report, OutputSet *output, GError **error)
{
  const TextStyle style = { .width = TERMINAL_WIDTH_DEFAULT };
  Sink *sink = output_set_open (output, "summary.txt", error);

  if (sink == NULL)
    return FALSE;
  render_text (report, &style, sink);
  return TRUE;
}

static gboolean
write_json (const Report *report, OutputSet *output, GError **error)
{
  Sink *sink = output_set_open (output, "report.json", error);

  if (sink == NULL)
    return FALSE;
  report_json_write (report, sink);
  return TRUE;
}

static gboolean
write_tables (const Report *report, OutputSet *output, GError **error)
{
  static const ReportTable tables[]
      = { REPORT_AGREEMENTS,  REPORT_ROLLFORWARD,   REPORT_TIE_OUT, REPORT_WATERFALL,
          REPORT_CREDIT_DAYS, REPORT_USAGE_TIE_OUT, REPORT_FINDINGS };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *name = g_strconcat (report_table_info (tables[i])->name, ".csv", NULL);
      g_strdelimit (name, "_", '-');
      Sink *sink = output_set_open (output, name, error);

      if (sink == NULL)
        return FALSE;
      report_csv_write (report, tables[i], sink);
    }
  return TRUE;
}

/* Under the name that its program knows it by. */
static const char *
journal_file_name (JournalFormat format)
{
  switch (format)
    {
    case JOURNAL_HLEDGER:
      return "journal.hledger";
    case JOURNAL_BEANCOUNT:
      return "journal.beancount";
    case JOURNAL_LEDGER:
      return "journal.ledger";
    case JOURNAL_CSV:
      return "journal.csv";
    case JOURNAL_FORMAT_COUNT:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
write_journal (const Plan *plan, const Report *report, OutputSet *output, GError **error)
{
  JournalFormat format;
  Sink *sink;

  if (!plan_journal (plan, &format))
    return TRUE;
  sink = output_set_open (output, journal_file_name (format), error);
  if (sink == NULL)
    return FALSE;
  journal_write (report, format, plan_accounts (plan), sink);
  return TRUE;
}

static gboolean
write_page (const Report *report, OutputSet *output, GError **error)
{
  Sink *sink = output_set_open (output, "report.html", error);

  if (sink == NULL)
    return FALSE;
  report_html_write (report, sink);
  return TRUE;
}

/* Builds that must be the same bytes later say so by SOURCE_DATE_EPOCH. */
static gint64
workbook_time (void)
{
  const char *text = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &seconds, NULL))
    return seconds;
  return REPORT_XLSX_CREATED_AS_OF;
}

/* The workbook takes longer than all other forms together: it is written beside them. */
typedef struct
{
  const Report *report;
  XlsxFile file;
  GError *error;
} WorkbookJob;

static gpointer
write_workbook (gpointer data)
{
  WorkbookJob *job = data;

  return GINT_TO_POINTER (
      report_xlsx_write (job->report, &job->file, workbook_time (), &job->error));
}

/* What the workbook is written into: a file of the pack, and a place beside the pack. */
static gboolean
open_workbook (OutputSet *output, XlsxFile *file, GError **error)
{
  const Sink *sink = output_set_open (output, "report.xlsx", error);

  if (sink == NULL)
    return FALSE;
  file->fd = sink_fd (sink);
  file->scratch = output_set_scratch (output, error);
  return file->scratch >= 0;
}

static gboolean
write_other_forms (const Plan *plan, const Report *report, OutputSet *output, GError **error)
{
  Progress *progress = plan_progress (plan);

  progress_write (progress, "summary.txt");
  if (!write_summary (report, output, error))
    return FALSE;
  progress_write (progress, "report.json");
  if (!write_json (report, output, error))
    return FALSE;
  progress_write (progress, "tables");
  if (!write_tables (report, output, error))
    return FALSE;
  progress_write (progress, "report.html");
  return write_page (report, output, error) && write_journal (plan, report, output, error);
}

/* The workbook's thread ends before this does, whatever the other forms come to. Where there is no
   thread to be had, one comes after the other. */
static gboolean
write_pack (const Plan *plan, const Report *report, OutputSet *output, GError **error)
{
  WorkbookJob job = { .report = report };

  if (plan_output (plan) == NULL)
    return TRUE;
  if (!open_workbook (output, &job.file, error))
    return FALSE;
  Worker *worker = worker_try_start ("workbook", write_workbook, &job);
  const gboolean others = write_other_forms (plan, report, output, error);
  progress_write (plan_progress (plan), "report.xlsx");
  const gboolean workbook
      = GPOINTER_TO_INT (worker != NULL ? worker_finish (worker) : write_workbook (&job));
  progress_end (plan_progress (plan));
  if (others && !workbook)
    g_propagate_error (error, g_steal_pointer (&job.error));
  g_clear_error (&job.error);
  return others && workbook;
}

static gboolean
print_report (const Plan *plan, const Report *report, GError **error)
{
  g_autoptr (Sink) sink = sink_new_stdout ();
  const TextStyle style = terminal_text_style ();
  JournalFormat journal;

  if (plan_journal (plan, &journal) && plan_output (plan) == NULL)
    {
      journal_write (report, journal, plan_accounts (plan), sink);
      return sink_flush (sink, error);
    }
  switch (plan_format (plan))
    {
    case FORMAT_JSON:
      report_json_write (report, sink);
      break;
    case FORMAT_CSV:
      report_csv_write (report, REPORT_TIE_OUT, sink);
      break;
    case FORMAT_FOCUS:
      report_focus_write (report, sink);
      break;
    case FORMAT_TEXT:
      if (!plan_is_quiet (plan))
        render_text (report, &style, sink);
      break;
    default:
      g_assert_not_reached ();
    }
  return sink_flush (sink, error);
}

/* What a reader of the text report would be told, for one who sees a table, or nothing. */
static void
print_notes (const Plan *plan, const Report *report)
{
  const TextStyle style = { .width = TERMINAL_WIDTH_DEFAULT };
  g_autoptr (GString) notes = g_string_new (NULL);

  if (plan_format (plan) == FORMAT_TEXT && !plan_is_quiet (plan))
    return;
  /* The JSON says so itself, and so does every file of the pack that is for people. */
  g_autofree char *reliability = reliability_words_of_report (report);
  if (*reliability != '\0'
      && (plan_format (plan) == FORMAT_CSV || plan_format (plan) == FORMAT_FOCUS))
    g_string_append_printf (notes, "%s\n", g_strchomp (reliability));
  days_text_render_untied (report, &style, notes);
  if (notes->len > 0)
    g_printerr ("%s", notes->str);
}

/* Standard output comes between preparing and renaming: when it fails, no file appears. After the
   renaming there is nothing left that could fail. */
static gboolean
write_all (const Plan *plan, const Report *report, const Rejects *rejects, OutputSet *output,
           GError **error)
{
  g_autoptr (Interruption) interruption = interruption_new (output);

  if (!write_pack (plan, report, output, error) || !run_write_rejects (plan, rejects, output, error)
      || !output_set_prepare (output, error) || !print_report (plan, report, error))
    return FALSE;
  print_notes (plan, report);
  return interruption_commit (interruption, error);
}

static RunStatus
status_of_report (const Plan *plan, const Report *report)
{
  for (guint severity = SEVERITY_NOTICE; severity <= SEVERITY_ERROR; severity++)
    if (plan_fails_on (plan, (Severity) severity)
        && report_count_findings (report, (Severity) severity) > 0)
      return RUN_FINDINGS;
  return RUN_DONE;
}

static gboolean
check_output (const Plan *plan, OutputSet *output, GError **error)
{
  return output_set_check (output, error)
         && (plan_rejects (plan) == NULL
             || output_set_check_file (output, plan_rejects (plan), error));
}

RunStatus
run_reconcile (Plan *plan, GError **error)
{
  g_autoptr (OutputSet) output = output_set_new (plan_output (plan), plan_is_forced (plan));
  g_autoptr (Rejects) rejects = rejects_new ();

  output_set_set_shared (output, plan_is_shared (plan));
  if (!check_output (plan, output, error))
    return RUN_FAILED;
  g_autoptr (InputSet) inputs = run_open_inputs (plan, error);
  if (inputs == NULL)
    return RUN_FAILED;
  if (!rejects_target_check (plan_rejects (plan), plan_is_forced (plan), inputs, error))
    return RUN_FAILED;
  g_autoptr (Books) books = run_read (plan, inputs, rejects, error);
  if (books == NULL)
    return RUN_FAILED;
  g_autoptr (Report) report = reckon (books, plan_rules (plan), error);
  if (report == NULL || !write_all (plan, report, rejects, output, error))
    return RUN_FAILED;
  return status_of_report (plan, report);
}

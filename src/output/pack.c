/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/pack.h"

#include <string.h>

#include "base/worker.h"
#include "output/folder-listing.h"
#include "output/html/report-html.h"
#include "output/rejects-csv.h"
#include "output/table/report-csv.h"
#include "output/table/report-json.h"
#include "output/table/table-file.h"
#include "output/text/report-text.h"
#include "output/xlsx/report-xlsx.h"

/* With all white space taken out, a report of ours begins like this. */
#define REPORT_START "{\"schema\":\"" REPORT_SCHEMA_NAME "/"
#define REPORT_JSON "report.json"
#define WORKBOOK "report.xlsx"

/* The writers */

/* It does not depend on the terminal. */
static void
write_summary (const PackContent *content, guint which G_GNUC_UNUSED, Sink *sink)
{
  const TextStyle style = { .width = TEXT_WIDTH_DEFAULT };
  g_autoptr (GString) text = g_string_new (NULL);

  report_text_render (content->report, &style, text);
  sink_append_bytes (sink, text->str, text->len);
}

static void
write_json (const PackContent *content, guint which G_GNUC_UNUSED, Sink *sink)
{
  report_json_write (content->report, sink);
}

static void
write_table (const PackContent *content, guint table, Sink *sink)
{
  report_csv_write (content->report, (ReportTable) table, sink);
}

static void
write_page (const PackContent *content, guint which G_GNUC_UNUSED, Sink *sink)
{
  report_html_write (content->report, sink);
}

static gboolean
wants_journal (const PackContent *content, guint format)
{
  return content->plan->wants_journal && content->plan->journal == (JournalFormat) format;
}

static void
write_journal (const PackContent *content, guint format, Sink *sink)
{
  journal_write (content->report, (JournalFormat) format, content->plan->accounts, sink);
}

static gboolean
wants_rejects (const PackContent *content, guint which G_GNUC_UNUSED)
{
  return content->plan->rejects == NULL && rejects_count (content->rejects) > 0;
}

static void
write_rejects (const PackContent *content, guint which G_GNUC_UNUSED, Sink *sink)
{
  rejects_csv_write (content->rejects, sink);
}

/* The table */

typedef struct
{
  const char *name; /* NULL: that of a table (output/table/table-file) */
  const char *told; /* what is told while it is written; NULL: nothing */
  guint which;      /* of several of its kind: a ReportTable, a JournalFormat */
  gboolean (*wanted) (const PackContent *content, guint which); /* NULL: always */
  void (*write) (const PackContent *content, guint which, Sink *sink);
} PackFile;

#define TABLE(table) \
  { \
    NULL, "tables", table, NULL, write_table \
  }
#define JOURNAL(name, format) \
  { \
    name, NULL, format, wants_journal, write_journal \
  }

/* In the order of writing. A folder is only replaced when it holds nothing else, so a name may be
   added here at any time, but one that was ever written must stay. The workbook is none of them: it
   takes longer than all others together and is written beside them. A journal has the name that its
   program knows it by. */
static const PackFile files[] = {
  { "summary.txt", "summary.txt", 0, NULL, write_summary },
  { REPORT_JSON, REPORT_JSON, 0, NULL, write_json },
  TABLE (REPORT_AGREEMENTS),
  TABLE (REPORT_ROLLFORWARD),
  TABLE (REPORT_TIE_OUT),
  TABLE (REPORT_WATERFALL),
  TABLE (REPORT_CREDIT_DAYS),
  TABLE (REPORT_USAGE_TIE_OUT),
  TABLE (REPORT_FINDINGS),
  { "report.html", "report.html", 0, NULL, write_page },
  JOURNAL ("journal.hledger", JOURNAL_HLEDGER),
  JOURNAL ("journal.beancount", JOURNAL_BEANCOUNT),
  JOURNAL ("journal.ledger", JOURNAL_LEDGER),
  JOURNAL ("journal.csv", JOURNAL_CSV),
  { "rejects.csv", NULL, 0, wants_rejects, write_rejects },
};

/* (transfer full) */
static char *
file_name (const PackFile *file)
{
  return file->name != NULL ? g_strdup (file->name) : table_file_name ((ReportTable) file->which);
}

/* What one looks like from outside */

static gboolean
is_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *own = file_name (&files[i]);

      if (g_str_equal (name, own))
        return TRUE;
    }
  return g_str_equal (name, WORKBOOK);
}

static gboolean
holds_our_report (int folder)
{
  char head[256];
  gsize kept = 0;
  const gsize length = folder_listing_read_start (folder, REPORT_JSON, head, sizeof head);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (head[i]))
      head[kept++] = head[i];
  return kept >= strlen (REPORT_START) && memcmp (head, REPORT_START, strlen (REPORT_START)) == 0;
}

const PackKind *
pack_kind (void)
{
  static const PackKind kind
      = { .what = "a report pack",
          .is_name = is_name,
          .is_ours = holds_our_report,
          .not_ours = "is not empty and holds no " REPORT_JSON " of an earlier pack",
          .earlier = "holds an earlier report pack, which only --force replaces" };

  return &kind;
}

/* The workbook */

typedef struct
{
  const PackContent *content;
  XlsxFile file;
  GError *error;
} WorkbookJob;

static gpointer
write_workbook (gpointer data)
{
  WorkbookJob *job = data;
  const PackContent *content = job->content;

  return GINT_TO_POINTER (
      report_xlsx_write (content->report, &job->file, content->plan->workbook_time, &job->error));
}

/* What it is written into: a file of the pack, and a place beside the pack. */
static gboolean
open_workbook (OutputSet *output, XlsxFile *file, GError **error)
{
  const Sink *sink = output_set_open (output, WORKBOOK, error);

  if (sink == NULL)
    return FALSE;
  file->name = WORKBOOK;
  file->fd = sink_fd (sink);
  file->scratch = output_set_scratch (output, error);
  return file->scratch >= 0;
}

/* Writing */

static gboolean
write_files (const PackContent *content, OutputSet *output, PackProgressFunc tell,
             gpointer tell_data, GError **error)
{
  const char *told = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const PackFile *file = &files[i];

      if (file->wanted != NULL && !file->wanted (content, file->which))
        continue;
      if (file->told != NULL && g_strcmp0 (file->told, told) != 0)
        tell (tell_data, told = file->told);
      g_autofree char *name = file_name (file);
      Sink *sink = output_set_open (output, name, error);
      if (sink == NULL)
        return FALSE;
      file->write (content, file->which, sink);
    }
  return TRUE;
}

/* The workbook's thread ends before this does, whatever the other forms come to. Where there is no
   thread to be had, one comes after the other. */
gboolean
pack_write (const PackContent *content, OutputSet *output, PackProgressFunc tell,
            gpointer tell_data, GError **error)
{
  WorkbookJob job = { .content = content };

  if (!open_workbook (output, &job.file, error))
    return FALSE;
  Worker *worker = worker_try_start ("workbook", write_workbook, &job);
  const gboolean others = write_files (content, output, tell, tell_data, error);
  tell (tell_data, WORKBOOK);
  const gboolean workbook
      = GPOINTER_TO_INT (worker != NULL ? worker_finish (worker) : write_workbook (&job));
  if (others && !workbook)
    g_propagate_error (error, g_steal_pointer (&job.error));
  g_clear_error (&job.error);
  return others && workbook;
}

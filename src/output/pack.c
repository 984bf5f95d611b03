/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/pack.h"

#include "base/worker.h"
#include "output/html/report-html.h"
#include "output/months/sheet-html.h"
#include "output/months/sheet-text.h"
#include "output/rejects-csv.h"
#include "output/text/report-text.h"
#include "output/xlsx/report-xlsx.h"

#define REPORT_JSON "report.json"
#define WORKBOOK "report.xlsx"
#define SHEET_TEXT "close.txt"
#define SHEET_HTML "close.html"

/* The writers */

static void
write_page (const PackForm *form G_GNUC_UNUSED, const PackContent *content,
            guint which G_GNUC_UNUSED, Sink *sink)
{
  report_html_write (content->report, content->plan->style.language, sink);
}

static gboolean
wants_journal (const PackContent *content, guint format)
{
  return content->plan->wants_journal && content->plan->journal == (JournalFormat) format;
}

static void
write_journal (const PackForm *form G_GNUC_UNUSED, const PackContent *content, guint format,
               Sink *sink)
{
  journal_write (report_whole (content->report), (JournalFormat) format, content->plan->accounts,
                 sink);
}

static gboolean
wants_rejects (const PackContent *content, guint which G_GNUC_UNUSED)
{
  return content->plan->rejects == NULL && rejects_count (content->rejects) > 0;
}

static void
write_rejects (const PackForm *form G_GNUC_UNUSED, const PackContent *content,
               guint which G_GNUC_UNUSED, Sink *sink)
{
  rejects_csv_write (content->rejects, sink);
}

/* What pack_write_sheet() writes, once the seal is made. */
static gboolean
wants_no_sheet (const PackContent *content G_GNUC_UNUSED, guint which G_GNUC_UNUSED)
{
  return FALSE;
}

/* The table */

#define TABLE PACK_FORM_TABLE
#define JOURNAL(name, format) \
  { \
    name, NULL, format, wants_journal, write_journal \
  }

/* In the order of writing. A folder is only replaced when it holds nothing else, so a name may be
   added here at any time, but one that was ever written must stay. The workbook is none of them: it
   takes longer than all others together and is written beside them. A journal has the name that its
   program knows it by. */
static const PackFile files[] = {
  PACK_FORM_SUMMARY,
  PACK_FORM_JSON (REPORT_JSON),
  TABLE (REPORT_AGREEMENTS),
  TABLE (REPORT_ROLLFORWARD),
  TABLE (REPORT_TIE_OUT),
  TABLE (REPORT_WATERFALL),
  TABLE (REPORT_CREDIT_DAYS),
  TABLE (REPORT_USAGE_TIE_OUT),
  TABLE (REPORT_FINDINGS),
  TABLE (REPORT_CASES),
  { "report.html", "report.html", 0, NULL, write_page },
  JOURNAL ("journal.hledger", JOURNAL_HLEDGER),
  JOURNAL ("journal.beancount", JOURNAL_BEANCOUNT),
  JOURNAL ("journal.ledger", JOURNAL_LEDGER),
  JOURNAL ("journal.csv", JOURNAL_CSV),
  { "rejects.csv", NULL, 0, wants_rejects, write_rejects },
  { SHEET_TEXT, NULL, 0, wants_no_sheet, NULL },
  { SHEET_HTML, NULL, 0, wants_no_sheet, NULL },
};

const PackForm *
pack_form (void)
{
  static const PackForm form
      = { .kind = { .what = "a report pack",
                    .is_name = pack_form_is_name,
                    .is_ours = pack_form_is_ours,
                    .not_ours = "is not empty and holds no " REPORT_JSON " of an earlier pack",
                    .earlier = "holds an earlier report pack, which only --force replaces" },
          .schema = report_layout_main,
          .json = REPORT_JSON,
          .csv = REPORT_TIE_OUT,
          .render_text = report_text_render,
          .files = files,
          .file_count = G_N_ELEMENTS (files),
          .other = WORKBOOK };

  return &form;
}

const PackKind *
pack_kind (void)
{
  return &pack_form ()->kind;
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

static gboolean
open_workbook (OutputSet *output, XlsxFile *file, GError **error)
{
  const Sink *sink = output_set_open (output, WORKBOOK, error);

  if (sink == NULL)
    return FALSE;
  file->name = WORKBOOK;
  file->fd = sink_fd (sink);
  return TRUE;
}

/* Writing */

/* The workbook's thread ends before this does, whatever the other forms come to. Where there is no
   thread to be had, one comes after the other. */
gboolean
pack_write (const PackContent *content, OutputSet *output, PackProgressFunc tell,
            gpointer tell_data, GError **error)
{
  WorkbookJob job = { .content = content, .file.jobs = content->plan->jobs };

  if (!open_workbook (output, &job.file, error))
    return FALSE;
  Worker *worker = worker_try_start ("workbook", write_workbook, &job);
  const gboolean others = pack_form_write (pack_form (), content, output, tell, tell_data, error);
  tell (WORKBOOK, 0, 0, tell_data);
  const gboolean workbook
      = GPOINTER_TO_INT (worker != NULL ? worker_finish (worker) : write_workbook (&job));
  if (others && !workbook)
    g_propagate_error (error, g_steal_pointer (&job.error));
  g_clear_error (&job.error);
  return others && workbook;
}

/* The sheet of a close */

static const struct
{
  const char *name;
  void (*render) (const CloseSheet *sheet, const Language *language, GString *out);
} sheets[] = { { SHEET_TEXT, sheet_text_render }, { SHEET_HTML, sheet_html_render } };

const char *
pack_sheet_name (guint form)
{
  return form < G_N_ELEMENTS (sheets) ? sheets[form].name : NULL;
}

void
pack_sheet_render (const CloseSheet *sheet, const Language *language, guint form, GString *out)
{
  g_assert (form < G_N_ELEMENTS (sheets));
  sheets[form].render (sheet, language, out);
}

gboolean
pack_write_sheet (const CloseSheet *sheet, const Language *language, OutputSet *output,
                  GError **error)
{
  for (guint form = 0; form < G_N_ELEMENTS (sheets); form++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      Sink *sink = output_set_open (output, sheets[form].name, error);

      if (sink == NULL)
        return FALSE;
      pack_sheet_render (sheet, language, form, out);
      sink_append_bytes (sink, out->str, out->len);
    }
  return TRUE;
}

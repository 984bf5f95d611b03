/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/report-form.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/nearest.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "output/html/report-html.h"
#include "output/pack.h"
#include "output/rejects-csv.h"
#include "output/table/report-csv.h"
#include "output/table/report-focus.h"
#include "output/table/report-json.h"
#include "output/text/report-text.h"
#include "output/xlsx/report-xlsx.h"

#define COPY_BYTES (64 * 1024)

/* The writers */

static void
write_text (const PackContent *content, guint which G_GNUC_UNUSED, Sink *sink)
{
  g_autoptr (GString) text = g_string_new (NULL);

  report_text_render (content->report, &content->plan->style, text);
  sink_append_bytes (sink, text->str, text->len);
}

static void
write_json (const PackContent *content, guint which G_GNUC_UNUSED, Sink *sink)
{
  report_json_write (content->report, content->exit_status, sink);
}

static void
write_table (const PackContent *content, guint which, Sink *sink)
{
  report_csv_write (content->report, which, sink);
}

static void
write_focus (const PackContent *content, guint which G_GNUC_UNUSED, Sink *sink)
{
  report_focus_write (content->report, sink);
}

static void
write_page (const PackContent *content, guint which G_GNUC_UNUSED, Sink *sink)
{
  report_html_write (content->report, content->plan->style.language, sink);
}

static void
write_journal (const PackContent *content, guint which, Sink *sink)
{
  journal_write (report_whole (content->report), (JournalFormat) which, content->plan->accounts,
                 sink);
}

static void
write_rejects (const PackContent *content, guint which G_GNUC_UNUSED, Sink *sink)
{
  rejects_csv_write (content->rejects, sink);
}

/* The table */

typedef struct
{
  const char *name;
  void (*write) (const PackContent *content, guint which, Sink *sink); /* NULL: the workbook */
  guint which;
} ReportForm;

static const ReportForm forms[] = {
  { "text", write_text, 0 },
  { "json", write_json, 0 },
  { "csv", write_table, REPORT_TIE_OUT },
  { "focus", write_focus, 0 },
  { "html", write_page, 0 },
  { "xlsx", NULL, 0 },
  { "hledger", write_journal, JOURNAL_HLEDGER },
  { "beancount", write_journal, JOURNAL_BEANCOUNT },
  { "ledger", write_journal, JOURNAL_LEDGER },
  { "journal.csv", write_journal, JOURNAL_CSV },
  { "rejects", write_rejects, 0 },
  { "agreements.csv", write_table, REPORT_AGREEMENTS },
  { "rollforward.csv", write_table, REPORT_ROLLFORWARD },
  { "tieout.csv", write_table, REPORT_TIE_OUT },
  { "waterfall.csv", write_table, REPORT_WATERFALL },
  { "credit-days.csv", write_table, REPORT_CREDIT_DAYS },
  { "usage-tieout.csv", write_table, REPORT_USAGE_TIE_OUT },
  { "findings.csv", write_table, REPORT_FINDINGS },
  { "cases.csv", write_table, REPORT_CASES },
};

const char *
report_form_name (gsize index)
{
  return index < G_N_ELEMENTS (forms) ? forms[index].name : NULL;
}

static const ReportForm *
find_form (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (strcmp (forms[i].name, name) == 0)
      return &forms[i];
  return NULL;
}

static gboolean
refuse_form (const char *name, GError **error)
{
  const char *names[G_N_ELEMENTS (forms) + 1] = { NULL };
  g_autofree char *shown = printable_text (name);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    names[i] = forms[i].name;
  g_autofree char *list = g_strjoinv (", ", (char **) (gpointer) names);
  g_autofree char *question = nearest_question (name, names);
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "found \"%s\", expected a form: %s%s", shown,
               list, question);
  return FALSE;
}

/* The workbook is written here and there, and so into a file of its own first. */

static gboolean
refuse_workbook (GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "xlsx: %s; nothing was written",
               g_strerror (errno));
  return FALSE;
}

static gboolean
copy_file (int fd, Sink *sink, GError **error)
{
  g_autofree char *block = g_malloc (COPY_BYTES);
  gint64 done = 0;
  gssize count;

  while ((count = TEMP_FAILURE_RETRY (pread (fd, block, COPY_BYTES, done))) > 0)
    {
      sink_append_bytes (sink, block, (gsize) count);
      done += count;
    }
  return count == 0 || refuse_workbook (error);
}

static gboolean
write_workbook (const PackContent *content, Sink *sink, GError **error)
{
  const XlsxFile file = { .name = "xlsx",
                          .fd = memfd_create ("acorecon", MFD_CLOEXEC),
                          .jobs = content->plan->jobs };

  if (file.fd < 0)
    return refuse_workbook (error);
  const gboolean is_good
      = report_xlsx_write (content->report, &file, content->plan->workbook_time, error)
        && copy_file (file.fd, sink, error);
  (void) close (file.fd);
  return is_good;
}

gboolean
report_form_write (const char *name, const PackContent *content, Sink *sink, GError **error)
{
  const ReportForm *form = find_form (name);

  if (form == NULL)
    return refuse_form (name, error);
  if (form->write == NULL)
    return write_workbook (content, sink, error);
  form->write (content, form->which, sink);
  return TRUE;
}

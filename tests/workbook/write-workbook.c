/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

#include "../sample-rows.h"
#include "app/run/job.h"
#include "core/rule/reckon.h"
#include "output/table/report-json.h"
#include "output/xlsx/report-xlsx.h"

/*
 * write-workbook FOLDER ROWS [PATH...]: writes report.xlsx, of at most ROWS rows a sheet (0: no
 * limit), and report.json into FOLDER: of what PATH... report, or without them of a report made by
 * hand that has what is rare. For workbook.sh.
 */

/* Amounts that are long, unknown, without decimals or of the smallest kind. */
static void
add_tie_outs (Report *report)
{
  static const struct
  {
    const char *name, *currency, *used, *credit, *difference;
  } rows[] = {
    { "=1+1", "USD", "0.1", "0.3", "-0.2" },
    { "+cmd|' /C calc'!A0", "USD", "1234567.89", "1234567.88", "0.01" },
    { "@SUM(A1:A9)", "JPY", "120000", "119999.5", "0.5" },
    { "-2+3", "KWD", "0.001", "0", "0.001" },
    { "_x0041_ \x01\t\"<&>\" \xf0\x9f\x98\x80 ", "EUR", "0.0071", "0.00005", "0.00705" },
    { NULL, "EUR", NULL, "5", NULL },
    { "0012", "USD", "12345678901234567.89", "0.01", "12345678901234567.88" },
    { "1E5", "ZZZ", "999999999999.99", "0.01", "999999999999.98" },
    { "2026-10-01", "*", "7", "6", "1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TieOutRow row
          = sample_tie_out (rows[i].name, rows[i].name, rows[i].used, rows[i].credit,
                            rows[i].difference, i % 2 == 0 ? TIE_OUT_AGREES : TIE_OUT_DIFFERS);

      row.currency = rows[i].currency;
      row.allowance = sample_decimal ("0.005");
      sample_add_tie_out (report, row);
    }
}

static void
add_others (Report *report)
{
  TotalsRow dollars = { .currency = "USD", .used = sample_amount ("17.25") };
  const TotalsRow star = { .currency = "*", .invoice_credit = sample_amount ("6") };

  dollars.balance = sample_amount ("3");
  for (guint i = 0; i < 11; i++)
    {
      const RollForwardRow row = { .customer_id = "c",
                                   .currency = i == 10 ? "EUR" : "USD",
                                   .month = calendar_month (2026, 1) + (Month) i,
                                   .opening = sample_amount (i == 3 ? NULL : "10.1"),
                                   .used = sample_amount ("1.725"),
                                   .closing = sample_decimal ("8.375"),
                                   .expired = i % 2 == 0 };
      report_append (report, REPORT_ROLLFORWARD, &row);
      sample_add_waterfall (report, row.month, "EUR", "0.3", "0.1", "0.2");
    }
  sample_add_agreement (report, "c", "n", AGREEMENT_EXPIRING, "3", "0", "3", 30);
  sample_add_agreement (report, "d", "n", AGREEMENT_UNREPORTED, "9", "2", "7",
                        60); /* in no total */
  sample_add_finding (report, sample_finding (FINDING_NO_INVOICE, "-0.01", "no\ninvoice"));
  sample_input (report, KIND_LEGACY, 3);
  report_append (report, REPORT_TOTALS, &star);
  report_append (report, REPORT_TOTALS, &dollars);
}

static Report *
make_by_hand (void)
{
  Report *report = sample_report ();

  add_tie_outs (report);
  add_others (report);
  report_sort (report);
  return report;
}

static Report *
read_report (const char *const *paths, GError **error)
{
  g_autoptr (Options) options = options_parse (COMMAND_RECONCILE, paths, error);
  g_autoptr (Plan) plan = options == NULL ? NULL : plan_new (options, error);
  g_autoptr (Job) job = plan == NULL ? NULL : job_new (plan, error);

  return job == NULL ? NULL : reckon (job_books (job), plan_reckoning (plan), error);
}

static gboolean
write_json (const Report *report, const char *path, GError **error)
{
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  report_json_write (report, 0, sink);
  const gboolean fine = g_file_set_contents (path, text->str, (gssize) text->len, error);
  g_string_free (text, TRUE);
  return fine;
}

static gboolean
write_both (const Report *report, const char *folder, guint32 rows_max, GError **error)
{
  g_autofree char *json = g_build_filename (folder, "report.json", NULL);
  g_autofree char *workbook = g_build_filename (folder, "report.xlsx", NULL);

  if (!write_json (report, json, error))
    return FALSE;
  const XlsxFile file = { .name = "report.xlsx",
                          .fd = open (workbook, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644),
                          .jobs = 2 };
  if (rows_max == 0)
    return report_xlsx_write (report, &file, REPORT_XLSX_CREATED_AS_OF, error);
  return report_xlsx_write_split (report, &file, REPORT_XLSX_CREATED_AS_OF, rows_max, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Report) report = NULL;

  if (argc < 3)
    return EXIT_FAILURE;
  report = argc == 3 ? make_by_hand () : read_report ((const char *const *) argv + 3, &error);
  if (report != NULL
      && write_both (report, argv[1], (guint32) g_ascii_strtoull (argv[2], NULL, 10), &error))
    return EXIT_SUCCESS;
  fprintf (stderr, "%s\n", error->message);
  return EXIT_FAILURE;
}

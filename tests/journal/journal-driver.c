/* SPDX-License-Identifier: MIT */

/*
 * journal-driver FORMAT MONTH ACCOUNTS PATH...: the journal (or "focus", or "json", the report
 * itself) of what is read from PATHs, on stdout. MONTH "all": all months; ACCOUNTS "-": the
 * defaults. Bad rows are set aside.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "core/rule/reckon.h"
#include "input/input-reader.h"
#include "output/journal/journal.h"
#include "output/table/report-focus.h"
#include "output/table/report-json.h"

static Report *
make_report (const char *month, const char *const *paths, GError **error)
{
  const HashKey key = { 0 };
  ReckonPlan reckoning = reckon_plan_default ();
  g_autoptr (ColumnMap) map = column_map_new ();
  const ReadPlan plan = {
    .format = { .decimal_mark = DECIMAL_POINT, .date_order = DATE_MONTH_FIRST },
    .separator = ',',
    .map = map,
    .keep_going = TRUE,
  };
  g_autoptr (Books) books = books_new (&key);
  g_autoptr (Rejects) rejects = rejects_new ();
  g_autoptr (InputSet) inputs = input_set_new (paths, 0, error);

  if (!g_str_equal (month, "all"))
    g_assert (calendar_parse_month (month, strlen (month), DATE_MONTH_FIRST, &reckoning.month)
              == DATE_OK);
  if (inputs == NULL
      || !input_reader_read (&(InputReader){ .inputs = inputs, .plan = &plan, .key = &key }, books,
                             rejects, error))
    return NULL;
  return reckon (books, &reckoning, error);
}

static gboolean
write_form (const Report *report, const char *form, const AccountMap *map, GError **error)
{
  g_autoptr (Sink) sink = sink_new_stdout ();
  JournalFormat format;

  if (g_str_equal (form, "focus"))
    report_focus_write (report, sink);
  else if (g_str_equal (form, "json"))
    report_json_write (report, 0, sink);
  else if (journal_format_parse (form, &format))
    journal_write (report, format, map, sink);
  else
    return FALSE;
  return sink_flush (sink, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccountMap) map = account_map_new ();
  g_autoptr (Report) report = NULL;

  if (argc < 5)
    return 2;
  if (g_str_equal (argv[3], "-") || account_map_load (map, argv[3], &error))
    report = make_report (argv[2], (const char *const *) argv + 4, &error);
  if (report != NULL && write_form (report, argv[1], map, &error))
    return 0;
  fprintf (stderr, "journal-driver: %s\n", error != NULL ? error->message : "wrong usage");
  return 3;
}

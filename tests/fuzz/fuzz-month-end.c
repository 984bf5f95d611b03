/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <json.h>

#include "base/recon-error.h"
#include "core/case/case-list.h"
#include "core/case/case-rows.h"
#include "core/rule/reckon.h"
#include "fuzz-mutate.h"
#include "fuzz-place.h"
#include "input/input-reader.h"
#include "output/table/report-json.h"

/*
 * A month end from one end to the other: a folder of files is read, reckoned and written as JSON.
 * One thread and three, which share files cut into small parts, and every body that scans say the
 * same bytes, or refuse the folder in the same words. Of what is written, the balances roll
 * forward, the totals are the sums of their tables, and each finding is in exactly one case.
 *
 * Choices: those of fuzz-run.h, so that its inputs are inputs here, too; in place of the forms and
 * the width, the body and the size of parts. A file that begins like JSON is called so.
 */

FUZZ_MUTATES (fuzz_mutate_csv)

#define FILE_END "\n~~~\n"

typedef struct
{
  ReadPlan reading;
  ReckonPlan reckoning;
  guint body;
} MonthEnd;

/* The folder. */

static void
put_file (guint number, Slice content)
{
  const gboolean is_json = content.length > 0 && (*content.text == '{' || *content.text == '[');
  g_autofree char *name = g_strdup_printf ("%c.%s", 'a' + (int) number, is_json ? "json" : "csv");

  (void) fuzz_place_put (number, name, content);
}

static void
fill_place (Slice rest)
{
  fuzz_place_empty ();
  for (guint i = 0; i < FUZZ_PLACE_FILES && (i == 0 || rest.length > 0); i++)
    {
      const char *end = g_strstr_len (rest.text, (gssize) rest.length, FILE_END);
      const gsize length = end != NULL ? (gsize) (end - rest.text) + 1 : rest.length;
      const gsize skipped = end != NULL ? length + strlen (FILE_END) - 1 : length;

      put_file (i, (Slice){ rest.text, length });
      rest = (Slice){ rest.text + skipped, rest.length - skipped };
    }
}

/* What a run says. */

static void
tell_failure (const GError *error, const Rejects *rejects, GString *told)
{
  REQUIRE (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  g_string_append (told, error->message);
  for (guint i = 0; i < rejects_count (rejects); i++)
    {
      const Reject *reject = rejects_get (rejects, i);
      g_string_append_printf (told, "\n%s:%" G_GUINT64_FORMAT ": %s", reject->file, reject->line,
                              reject->reason);
    }
}

static Report *
read_and_reckon (const MonthEnd *this, const InputSet *inputs, guint jobs, GString *told)
{
  const HashKey key = { 1, jobs };
  g_autoptr (Rejects) rejects = rejects_new ();
  g_autoptr (Books) books = books_new (&key);
  g_autoptr (GError) error = NULL;
  ReadPlan plan = this->reading;
  Report *report = NULL;

  plan.jobs = jobs;
  const InputReader reader = { .inputs = inputs, .plan = &plan, .key = &key };
  if (input_reader_read (&reader, books, rejects, &error))
    report = reckon (books, &this->reckoning, &error);
  REQUIRE ((report == NULL) == (error != NULL));
  if (report == NULL)
    tell_failure (error, rejects, told);
  else
    case_rows_add (report, G_MAXSIZE);
  return report;
}

/* The report as JSON, or why there is none. *report: NULL or (transfer full). */
static GString *
run (const MonthEnd *this, guint jobs, Report **report)
{
  const char *const paths[] = { fuzz_place.folder, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (InputSet) inputs = input_set_new (paths, 0, &error);
  GString *told = g_string_new (NULL);

  *report = NULL;
  if (inputs == NULL)
    {
      REQUIRE (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
      return g_string_append (told, error->message);
    }
  *report = read_and_reckon (this, inputs, jobs, told);
  if (*report == NULL)
    return told;
  g_autoptr (Sink) sink = sink_new_string (told);
  report_json_write (*report, 0, sink);
  REQUIRE (sink_flush (sink, NULL));
  return told;
}

/* What must hold of what was written, from the text alone. */

static struct json_object *
parse (const GString *text)
{
  struct json_tokener *tokener = json_tokener_new ();

  json_tokener_set_flags (tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
  struct json_object *root = json_tokener_parse_ex (tokener, text->str, (int) text->len);
  REQUIRE (root != NULL);
  json_tokener_free (tokener);
  return root;
}

static struct json_object *
member (struct json_object *object, const char *name)
{
  struct json_object *value = NULL;

  REQUIRE (json_object_object_get_ex (object, name, &value));
  return value;
}

/* FALSE: null, which is not known. */
static gboolean
amount (struct json_object *row, const char *name, Decimal *value)
{
  const char *text = json_object_get_string (member (row, name));

  if (text == NULL)
    return FALSE;
  REQUIRE (decimal_parse (text, strlen (text), DECIMAL_POINT, value));
  return TRUE;
}

static Decimal
known_amount (struct json_object *row, const char *name)
{
  Decimal value = { 0 };

  REQUIRE (amount (row, name, &value));
  return value;
}

static void
check_rolls_forward (struct json_object *row)
{
  Decimal opening, used;

  if (!amount (row, "opening", &opening) || !amount (row, "used", &used))
    return;
  Decimal sum = decimal_add (opening, known_amount (row, "granted"));
  sum = decimal_subtract (sum, used);
  sum = decimal_subtract (sum, known_amount (row, "forfeited"));
  sum = decimal_add (sum, known_amount (row, "adjustment"));
  REQUIRE (decimal_equal (sum, known_amount (row, "closing")));
}

static void
check_net (struct json_object *row)
{
  Decimal net = known_amount (row, "charges");

  net = decimal_subtract (net, known_amount (row, "aco_used"));
  net = decimal_subtract (net, known_amount (row, "other_credits"));
  REQUIRE (decimal_equal (net, known_amount (row, "net")));
}

static void
check_rows (struct json_object *root, const char *table, void (*check) (struct json_object *))
{
  struct json_object *rows = member (root, table);

  for (gsize i = 0; i < json_object_array_length (rows); i++)
    check (json_object_array_get_idx (rows, i));
}

/* A total is the sum of the rows of its currency, unless one of them is not known. */
static void
check_total (struct json_object *root, struct json_object *total, const char *table,
             const char *name)
{
  struct json_object *rows = member (root, table);
  const char *currency = json_object_get_string (member (total, "currency"));
  Decimal expected, value, sum = { 0 };

  if (!amount (total, name, &expected))
    return;
  for (gsize i = 0; i < json_object_array_length (rows); i++)
    {
      struct json_object *row = json_object_array_get_idx (rows, i);

      if (g_strcmp0 (json_object_get_string (member (row, "currency")), currency) != 0)
        continue;
      REQUIRE (amount (row, name, &value));
      sum = decimal_add (sum, value);
    }
  REQUIRE (decimal_equal (sum, expected));
}

static void
check_totals (struct json_object *root)
{
  struct json_object *totals = member (root, "totals");

  for (gsize i = 0; i < json_object_array_length (totals); i++)
    {
      struct json_object *total = json_object_array_get_idx (totals, i);

      check_total (root, total, "rollforward", "used");
      check_total (root, total, "rollforward", "forfeited");
      check_total (root, total, "waterfall", "pec_earned");
      check_total (root, total, "waterfall", "net");
    }
}

static void
check_cases (struct json_object *root, const Report *report)
{
  const gsize count = report_row_count (report, REPORT_FINDINGS);
  g_autofree guint8 *seen = g_malloc0 (count + 1);
  g_autoptr (CaseList) list = case_list_new (report);
  gsize told = 0;

  for (guint i = 0; i < case_list_count (list); i++)
    {
      const GArray *findings = case_list_case (list, i)->findings;

      REQUIRE (findings->len > 0);
      for (guint k = 0; k < findings->len; k++)
        {
          const guint place = g_array_index (findings, guint, k);
          REQUIRE (place < count && seen[place] == 0);
          seen[place] = 1;
        }
      told += findings->len;
    }
  REQUIRE (told == count);
  REQUIRE (json_object_array_length (member (root, "findings")) == count);
  REQUIRE (json_object_array_length (member (root, "cases")) == case_list_count (list));
}

static void
check_told (const GString *told, const Report *report)
{
  struct json_object *root = parse (told);

  check_rows (root, "rollforward", check_rolls_forward);
  check_rows (root, "waterfall", check_net);
  check_totals (root);
  check_cases (root, report);
  json_object_put (root);
}

static void
init_case (MonthEnd *self, const ColumnMap *map, const guint8 *data, gsize size, Slice *rest)
{
  static const char separators[] = { ',', ';', '\t' };
  static const Month months[] = { MONTH_NONE, 2026 * 12 + 9, 2026 * 12 + 8 };
  static const guint part_bytes[] = { 64, 1, 300 };
  Choices choices = take_choices (data, size, rest);

  *self = (MonthEnd){ .reckoning = reckon_plan_default () };
  self->reading = (ReadPlan){ .map = map, .max_rejects = G_MAXUINT };
  self->reading.separator = separators[choose (&choices, G_N_ELEMENTS (separators))];
  self->reading.format.decimal_mark = choose (&choices, 2) == 0 ? DECIMAL_POINT : DECIMAL_COMMA;
  self->reading.format.date_order = choose (&choices, 2) == 0 ? DATE_MONTH_FIRST : DATE_DAY_FIRST;
  self->reading.keep_going = choose (&choices, 2) == 0;
  self->reckoning.month = months[choose (&choices, G_N_ELEMENTS (months))];
  self->reckoning.as_of = choose (&choices, 2) == 0 ? DAY_NONE : calendar_day (2026, 10, 15);
  self->body = choose (&choices, 3);
  self->reading.part_bytes_min = part_bytes[choose (&choices, G_N_ELEMENTS (part_bytes))];
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static const char *const bodies[] = { "none", "sse2", "avx2" };
  g_autoptr (ColumnMap) map = column_map_new ();
  Report *report, *same_report;
  Slice rest;
  MonthEnd this;

  init_case (&this, map, data, size, &rest);
  fill_place (rest);
  REQUIRE (g_setenv ("ACORECON_SIMD", "none", TRUE));
  GString *told = run (&this, 1, &report);
  REQUIRE (g_setenv ("ACORECON_SIMD", bodies[this.body], TRUE));
  GString *told_again = run (&this, 3, &same_report);
  REQUIRE (g_string_equal (told, told_again));
  if (report != NULL)
    check_told (told, report);
  report_free (report);
  report_free (same_report);
  g_string_free (told, TRUE);
  g_string_free (told_again, TRUE);
  return 0;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/recon-error.h"
#include "input/billing/file-reader.h"
#include "input/bytes/source.h"

/* Line items as the pages of the API print them, where they are at hand: the whole program is
   skipped without them. */

#define STATUS_SKIPPED 77

static char *
samples_path (const char *name)
{
  const char *shared = g_getenv ("SHARED_DIR");

  return g_build_filename (shared != NULL ? shared : "../shared", "samples", name, NULL);
}

typedef struct
{
  FileKind kind;
  guint rows;
  guint bad_rows;
  Decimal sum; /* of Subtotal or BillingPreTaxTotal */
  char *reason;
} Found;

static void
take_header (gpointer data, const Header *header G_GNUC_UNUSED, const KindReader *kind)
{
  ((Found *) data)->kind = kind->kind;
}

static void
take_balance (gpointer data, const BalanceRow *row G_GNUC_UNUSED)
{
  ((Found *) data)->rows++;
}

static void
take_invoice (gpointer data, const InvoiceLine *line)
{
  Found *found = data;

  found->rows++;
  decimal_accumulate (&found->sum, &line->subtotal);
}

static void
take_usage (gpointer data, const UsageRow *row)
{
  Found *found = data;

  found->rows++;
  decimal_accumulate (&found->sum, &row->billing_total);
}

static void
take_legacy (gpointer data)
{
  ((Found *) data)->rows++;
}

static gboolean
take_bad_row (gpointer data, const BadRow *row)
{
  Found *found = data;

  found->bad_rows++;
  g_free (found->reason);
  found->reason = g_strdup (row->reason);
  return TRUE;
}

static const FileVisitor visitor = { .header = take_header,
                                     .records.balance = take_balance,
                                     .records.invoice = take_invoice,
                                     .records.usage = take_usage,
                                     .legacy = take_legacy,
                                     .bad_row = take_bad_row };

static gboolean
read_sample (const char *name, Found *found, GError **error)
{
  g_autofree char *path = samples_path (name);
  g_autoptr (Source) source = source_open (name, path, FALSE, error);
  g_autoptr (ColumnMap) map = column_map_new ();
  const ReadPlan plan = { .separator = ',', .map = map };

  *found = (Found){ 0 };
  const Content content = { .name = name, .read = source_read, .stream = source };
  return source != NULL && file_reader_read (&content, &plan, &visitor, found, error);
}

static const struct
{
  const char *name;
  FileKind kind;
  guint rows;
  guint bad_rows;
  const char *sum;
} samples[] = {
  /* The pages have blanked the customers out. */
  { "doc-daily-rated-usage-billed.json", KIND_DAILY_USAGE, 0, 2, "0" },
  { "doc-daily-rated-usage-unbilled.json", KIND_DAILY_USAGE, 0, 2, "0" },
  { "doc-invoice-lineitems-onetime-unbilled.json", KIND_INVOICE, 3, 0, "1540" },
  { "doc-invoice-lineitems-onetime.json", KIND_INVOICE, 3, 0, "1540" },
  { "doc-legacy-license-lineitems.json", KIND_LEGACY, 2, 0, "0" },
  { "doc-legacy-usage-lineitems.json", KIND_LEGACY, 2, 0, "0" },
};

START_TEST (line_items_are_recognised_and_read)
{
  g_autoptr (GError) error = NULL;
  Found found;
  const gboolean read = read_sample (samples[_i].name, &found, &error);

  ck_assert_msg (read, "%s", read ? "" : error->message);
  g_autofree char *sum = decimal_to_string (found.sum, 0);
  ck_assert_int_eq ((int) found.kind, (int) samples[_i].kind);
  ck_assert_uint_eq (found.rows, samples[_i].rows);
  ck_assert_uint_eq (found.bad_rows, samples[_i].bad_rows);
  ck_assert_str_eq (sum, samples[_i].sum);
  if (found.bad_rows > 0)
    ck_assert_str_eq (found.reason, "column \"customerId\": found \"\", expected a text");
  g_free (found.reason);
}
END_TEST

static const struct
{
  const char *name;
  const char *part;
} refused[] = {
  { "doc-legacy-daily-usage-lineitems.json",
    ":2: found an object like that of a file of the kind daily-usage" },
  { "mca-billing-accounts-INVALID-JSON-as-published.json", ":35: found invalid JSON at byte 7, " },
  { "mca-credits-balance-summary-2019-10-01.json", ":1: found an object of no known kind" },
  { "mca-credits-events-2019-10-01.json", ":3: found an object of no known kind" },
  { "mca-credits-lots-2019-10-01.json", ":3: found an object of no known kind" },
};

START_TEST (other_json_is_refused)
{
  g_autoptr (GError) error = NULL;
  Found found;

  ck_assert (!read_sample (refused[_i].name, &found, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_msg (strstr (error->message, refused[_i].part) != NULL, "%s", error->message);
}
END_TEST

int
main (void)
{
  g_autofree char *sample = samples_path (samples[0].name);

  if (!g_file_test (sample, G_FILE_TEST_IS_REGULAR))
    {
      printf ("1..0 # SKIP there is no %s\n", sample);
      return STATUS_SKIPPED;
    }

  Suite *suite = suite_create ("json-samples");
  TCase *tests = tcase_create ("json-samples");

  tcase_add_loop_test (tests, line_items_are_recognised_and_read, 0, G_N_ELEMENTS (samples));
  tcase_add_loop_test (tests, other_json_is_refused, 0, G_N_ELEMENTS (refused));
  suite_add_tcase (suite, tests);
  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);
  const int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

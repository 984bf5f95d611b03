/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/recon-error.h"
#include "input/billing/file-reader.h"
#include "input/bytes/source.h"

/* The samples of real and documented files, where they are at hand: the whole program is skipped
   without them. Sums are compared with those of a reader of its own, which knows neither the CSV
   reader nor Decimal. */

#define STATUS_SKIPPED 77

static char *
samples_path (const char *name)
{
  const char *shared = g_getenv ("SHARED_DIR");

  return g_build_filename (shared != NULL ? shared : "../shared", "samples", name, NULL);
}

static char *
load (const char *name)
{
  g_autofree char *path = samples_path (name);
  char *text = NULL;

  ck_assert_msg (g_file_get_contents (path, &text, NULL, NULL), "no file %s", path);
  return text;
}

/* What the program makes of a file. */

typedef struct
{
  FileKind kind;
  guint columns;
  char *unknown;
  guint rows;
  guint bad_rows;
  Decimal sum; /* of Subtotal or BillingPreTaxTotal */
} Found;

static void
take_header (gpointer data, const Header *header, const KindReader *kind)
{
  Found *found = data;

  found->kind = kind->kind;
  found->columns = header_column_count (header);
  found->unknown = g_strdup (header_unknown_columns (header));
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
take_bad_row (gpointer data, const BadRow *row G_GNUC_UNUSED)
{
  ((Found *) data)->bad_rows++;
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

/* Headers: what each of them is; NULL kinds are refused. */

static const struct
{
  const char *name;
  const char *kind;
  guint columns;
  const char *unknown;
} headers[] = {
  { "aco-balance-2022-07.csv", "aco-balance", 11, NULL },
  { "aco-balance-current-KNOWN-PREFIX-ONLY.csv", NULL, 0, NULL },
  { "daily-rated-2020-01-50.csv", "daily-usage", 50, NULL },
  { "daily-rated-2021-03-52.csv", "daily-usage", 52, NULL },
  { "daily-rated-2022-11-55-doc-order.csv", "daily-usage", 55, NULL },
  { "daily-rated-2025-09-55-as-in-real-files.csv", "daily-usage", 55, NULL },
  { "daily-rated-direct-bill-54.csv", "daily-usage", 54, NULL },
  { "invoice-recon-2020-11-40.csv", "invoice", 40, NULL },
  { "invoice-recon-2021-03-41.csv", "invoice", 41, NULL },
  { "invoice-recon-2021-06-46.csv", "invoice", 46, NULL },
  { "invoice-recon-2022-01-46-doc-spelling.csv", "invoice", 46, NULL },
  { "invoice-recon-2025-07-47-graph-attributes.csv", "invoice", 47, NULL },
  { "invoice-recon-direct-bill-45.csv", "invoice", 45, NULL },
  { "legacy-license-based.csv", "legacy", 28, "any" },
  { "legacy-usage-based.csv", "legacy", 42, "any" },
  { "third-party-mock-recon-2026-49-LOW-TRUST.csv", "invoice", 49,
    "PublisherDiscount, DiscountDetails, NewMicrosoftColumn2026" },
};

START_TEST (each_header_is_recognised_as_its_kind)
{
  g_autofree char *name = g_build_filename ("headers", headers[_i].name, NULL);
  g_autoptr (GError) error = NULL;
  Found found;

  if (!read_sample (name, &found, &error))
    {
      ck_assert_msg (headers[_i].kind == NULL, "%s", error->message);
      ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
      return;
    }
  ck_assert_pstr_eq (file_kind_name (found.kind), headers[_i].kind);
  ck_assert_uint_eq (found.columns, headers[_i].columns);
  ck_assert_uint_eq (found.rows + found.bad_rows, 0);
  if (found.kind != KIND_LEGACY)
    ck_assert_pstr_eq (found.unknown, headers[_i].unknown);
  g_free (found.unknown);
}
END_TEST

START_TEST (no_header_was_forgotten)
{
  g_autofree char *path = samples_path ("headers");
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  ck_assert_ptr_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      gsize i = 0;

      while (i < G_N_ELEMENTS (headers) && strcmp (headers[i].name, name) != 0)
        i++;
      ck_assert_msg (i < G_N_ELEMENTS (headers), "nobody says what %s is", name);
    }
  g_dir_close (folder);
}
END_TEST

/* A reader of its own: amounts are integers of this many decimals. */

#define DECIMALS 24

/* One cell from *at on, without its quotes; *at is then after the comma or the line end.
   (transfer full) */
static char *
take_cell (const char **at, gboolean *ends_row)
{
  GString *cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (; **at != '\0' && (quoted || (**at != ',' && **at != '\n')); (*at)++)
    if (**at == '"' && quoted && (*at)[1] == '"')
      g_string_append_c (cell, *(*at)++);
    else if (**at == '"')
      quoted = !quoted;
    else if (**at != '\r' || quoted)
      g_string_append_c (cell, **at);
  *ends_row = **at != ',';
  if (**at != '\0')
    (*at)++;
  return g_string_free (cell, FALSE);
}

static __int128
scaled (const char *text)
{
  const gboolean guarded = *text == '\'';
  const char *at = guarded ? text + 1 : text;
  const gboolean negative = *at == '-';
  gboolean after_point = FALSE;
  __int128 value = 0;
  int decimals = 0;

  for (at += negative ? 1 : 0; g_ascii_isdigit (*at) || *at == '.'; at++)
    if (*at == '.')
      after_point = TRUE;
    else
      {
        value = 10 * value + (*at - '0');
        decimals += after_point;
      }
  if (*at == 'E')
    decimals -= (int) g_ascii_strtoll (at + 1, NULL, 10);
  ck_assert_msg (decimals <= DECIMALS, "more than %d decimals: %s", DECIMALS, text);
  for (; decimals < DECIMALS; decimals++)
    value *= 10;
  return negative ? -value : value;
}

/* As decimal_to_string (x, 0) writes it. (transfer full) */
static char *
print_scaled (__int128 value)
{
  const gboolean negative = value < 0;
  GString *text = g_string_new (NULL);

  for (int digits = 0; digits <= DECIMALS || value != 0; digits++, value /= 10)
    {
      const int digit = (int) (value % 10);

      if (digits == DECIMALS && text->len > 0)
        g_string_prepend_c (text, '.');
      if (digits >= DECIMALS || digit != 0 || text->len > 0)
        g_string_prepend_c (text, (char) ('0' + abs (digit)));
    }
  if (negative)
    g_string_prepend_c (text, '-');
  return g_string_free (text, FALSE);
}

/* Rows after the header, and the sum of one column, found by its name. */
static __int128
sum_column (const char *text, const char *column, guint *rows)
{
  const char *at = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
  guint wanted = G_MAXUINT, record = 0;
  __int128 sum = 0;

  for (; *at != '\0'; record++)
    {
      gboolean ends_row = FALSE;

      for (guint i = 0; !ends_row; i++)
        {
          g_autofree char *cell = take_cell (&at, &ends_row);

          if (record == 0 && strcmp (cell, column) == 0)
            wanted = i;
          else if (record > 0 && i == wanted)
            sum += scaled (cell);
        }
      ck_assert_uint_ne (wanted, G_MAXUINT);
    }
  *rows = record - 1;
  return sum;
}

static const struct
{
  const char *name;
  FileKind kind;
  guint rows;
  const char *column;
  const char *unknown;
} samples[] = {
  { "daily-rated-usage-2025-11-pseudonymised.csv", KIND_DAILY_USAGE, 66, "BillingPreTaxTotal",
    NULL },
  { "daily-rated-usage-2025-11-header-damaged-by-excel.csv", KIND_DAILY_USAGE, 5,
    "BillingPreTaxTotal", "ss" },
  { "third-party-mock-recon-2026-excerpt-LOW-TRUST.csv", KIND_INVOICE, 5, "Subtotal",
    "PublisherDiscount, DiscountDetails, NewMicrosoftColumn2026" },
};

START_TEST (rows_and_sums_are_those_of_another_reader)
{
  g_autofree char *text = load (samples[_i].name);
  g_autoptr (GError) error = NULL;
  Found found;
  guint rows;
  const __int128 sum = sum_column (text, samples[_i].column, &rows);
  g_autofree char *expected = print_scaled (sum);
  const gboolean read = read_sample (samples[_i].name, &found, &error);

  ck_assert_msg (read, "%s", read ? "" : error->message);
  g_autofree char *shown = decimal_to_string (found.sum, 0);
  ck_assert_int_eq ((int) found.kind, (int) samples[_i].kind);
  ck_assert_uint_eq (found.bad_rows, 0);
  ck_assert_uint_eq (found.rows, rows);
  ck_assert_uint_eq (rows, samples[_i].rows);
  ck_assert_str_eq (shown, expected);
  ck_assert_pstr_eq (found.unknown, samples[_i].unknown);
  g_free (found.unknown);
}
END_TEST

/* The other reader must be right too. */
START_TEST (the_other_reader_reads)
{
  guint rows;
  g_autofree char *sum = print_scaled (sum_column (
      "\xef\xbb\xbf\"x\",a\r\n\"1,\n\"\"\",'-2.50\r\n,1E-05\n,7.10833E-05", "a", &rows));
  g_autofree char *whole = print_scaled (scaled ("120"));
  g_autofree char *nothing = print_scaled (scaled ("'0E-20"));

  ck_assert_uint_eq (rows, 3);
  ck_assert_str_eq (sum, "-2.4999189167");
  ck_assert_str_eq (whole, "120");
  ck_assert_str_eq (nothing, "0");
}
END_TEST

static const char *const foreign[] = { "doc-invoice-recon-tiered-2023-10.csv",
                                       "doc-invoice-recon-tiered-announced-for-2024.csv",
                                       "doc-worked-examples-rounding.csv",
                                       "graph-attribute-sets-2025-07-15.csv",
                                       "lukebarhoumeh-MicrosoftInvoiceTemplate.csv",
                                       "lukebarhoumeh-microsoft.csv",
                                       "lukebarhoumeh-msphub_raw.csv" };

START_TEST (what_lacks_needed_columns_is_refused)
{
  g_autoptr (GError) error = NULL;
  Found found;

  ck_assert (!read_sample (foreign[_i], &found, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_ptr_nonnull (strstr (error->message, "InvoiceNumber"));
}
END_TEST

int
main (void)
{
  g_autofree char *folder = samples_path ("headers");

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      printf ("1..0 # SKIP there is no %s\n", folder);
      return STATUS_SKIPPED;
    }

  Suite *suite = suite_create ("samples");
  TCase *tests = tcase_create ("samples");

  tcase_add_loop_test (tests, each_header_is_recognised_as_its_kind, 0, G_N_ELEMENTS (headers));
  tcase_add_test (tests, no_header_was_forgotten);
  tcase_add_test (tests, the_other_reader_reads);
  tcase_add_loop_test (tests, rows_and_sums_are_those_of_another_reader, 0, G_N_ELEMENTS (samples));
  tcase_add_loop_test (tests, what_lacks_needed_columns_is_refused, 0, G_N_ELEMENTS (foreign));
  suite_add_tcase (suite, tests);
  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);
  const int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

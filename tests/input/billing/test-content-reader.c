/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "input/billing/content-reader.h"

#define BALANCE "CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,CurrencyCode,AgreementId\n"
#define ROW "c1,2026-10,1,2,USD,a1\n"

static guint rows;

static void
ignore_header (gpointer data G_GNUC_UNUSED, const Header *header G_GNUC_UNUSED,
               const KindReader *kind G_GNUC_UNUSED)
{
}

static void
count_balance (gpointer data G_GNUC_UNUSED, const BalanceRow *row G_GNUC_UNUSED)
{
  rows++;
}

static void
ignore_invoice (gpointer data G_GNUC_UNUSED, const InvoiceLine *line G_GNUC_UNUSED)
{
}

static void
ignore_usage (gpointer data G_GNUC_UNUSED, const UsageRow *row G_GNUC_UNUSED)
{
}

static void
ignore_legacy (gpointer data G_GNUC_UNUSED)
{
}

static gboolean
refuse_row (gpointer data G_GNUC_UNUSED, const BadRow *row)
{
  ck_abort_msg ("bad row: %s", row->reason);
  return FALSE;
}

static const FileVisitor visitor = { .header = ignore_header,
                                     .records.balance = count_balance,
                                     .records.invoice = ignore_invoice,
                                     .records.usage = ignore_usage,
                                     .legacy = ignore_legacy,
                                     .bad_row = refuse_row };

typedef struct
{
  const char *bytes;
  gsize length;
} Bytes;

static gssize
read_bytes (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  Bytes *rest = data;
  const gsize count = MIN (size, rest->length);

  memcpy (buffer, rest->bytes, count);
  rest->bytes += count;
  rest->length -= count;
  return (gssize) count;
}

static void
assert_one_row (const char *bytes, gsize length, const char *encoding)
{
  g_autoptr (ColumnMap) map = column_map_new ();
  g_autoptr (GError) error = NULL;
  const ReadPlan plan = { .separator = ',', .map = map, .encoding = encoding };
  Bytes stream = { bytes, length };

  rows = 0;
  const Content content = { .name = "a.csv", .read = read_bytes, .stream = &stream };
  ck_assert_msg (content_reader_read (&content, &plan, NULL, &visitor, NULL, &error), "%s",
                 error != NULL ? error->message : "");
  ck_assert_uint_eq (rows, 1);
}

START_TEST (encoding_and_separator_are_found_before_the_rows_are_read)
{
  g_autofree char *semicolons = g_strdelimit (g_strdup (BALANCE ROW), ",", ';');
  gsize wide_length;
  g_autofree char *wide
      = g_convert ("\xEF\xBB\xBF" BALANCE ROW, -1, "UTF-16LE", "UTF-8", NULL, &wide_length, NULL);

  assert_one_row (BALANCE ROW, strlen (BALANCE ROW), NULL);
  assert_one_row (semicolons, strlen (semicolons), NULL);
  assert_one_row (wide, wide_length, NULL);
  assert_one_row (BALANCE ROW, strlen (BALANCE ROW), "windows-1252");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("content-reader");
  TCase *tests = tcase_create ("content-reader");

  tcase_add_test (tests, encoding_and_separator_are_found_before_the_rows_are_read);
  suite_add_tcase (suite, tests);
  return suite;
}

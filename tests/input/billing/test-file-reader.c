/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "input/billing/file-reader.h"
#include "sample-csv.h"
#include "sample-stream.h"

#define BALANCE_START "CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,Currency,AgreementId\n"
#define INVOICE_START "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency\n"
#define USAGE_START "CustomerId,InvoiceNumber,UsageDate,BillingPreTaxTotal,BillingCurrency\n"
#define LEGACY_START "CustomerId,DurableOfferId\n"

#define INDEX 7

/* One reading, and what the visitor was told: "header 5; invoice c1 2; bad 3; ". */
static ColumnMap *map;
static ReadPlan plan;
static GString *told;
static GPtrArray *bad_rows; /* "line column|reason|raw" */
static guint bad_rows_max;
static GString *details;
static GError *error;

static void
set_up (void)
{
  map = column_map_new ();
  plan = (ReadPlan){ .separator = ',', .map = map };
  told = g_string_new (NULL);
  bad_rows = g_ptr_array_new_with_free_func (g_free);
  bad_rows_max = G_MAXUINT;
  details = g_string_new (NULL);
}

static void
tear_down (void)
{
  column_map_free (map);
  g_string_free (told, TRUE);
  g_ptr_array_unref (bad_rows);
  g_string_free (details, TRUE);
  g_clear_error (&error);
}

static void
take_header (gpointer data, const Header *header, const KindReader *kind)
{
  ck_assert_ptr_eq (data, told);
  ck_assert_ptr_nonnull (kind);
  g_string_append_printf (told, "header %u; ", header_column_count (header));
}

static void
tell_row (const char *kind, Slice customer, Position at)
{
  ck_assert_uint_eq (at.file, INDEX);
  g_string_append_printf (told, "%s %.*s %" G_GUINT64_FORMAT "; ", kind, (int) customer.length,
                          customer.text, (guint64) at.line);
}

static void
take_balance (gpointer data, const BalanceRow *row)
{
  ck_assert_ptr_eq (data, told);
  tell_row ("balance", row->customer, row->at);
}

static void
take_invoice (gpointer data, const InvoiceLine *line)
{
  g_autofree char *subtotal = decimal_to_string (line->subtotal, 0);

  ck_assert_ptr_eq (data, told);
  tell_row ("invoice", line->customer, line->at);
  g_string_append_printf (details, "%s; ", subtotal);
}

static void
take_usage (gpointer data, const UsageRow *row)
{
  char day[DAY_TEXT_SIZE];

  ck_assert_ptr_eq (data, told);
  tell_row ("usage", row->customer, row->at);
  calendar_print_day (row->usage_day, day);
  g_string_append_printf (details, "%s; ", day);
}

static void
take_legacy (gpointer data)
{
  ck_assert_ptr_eq (data, told);
  g_string_append (told, "legacy; ");
}

static gboolean
take_bad_row (gpointer data, const BadRow *row)
{
  g_autofree char *raw = slice_dup (row->raw);

  ck_assert_ptr_eq (data, told);
  g_string_append_printf (told, "bad %" G_GUINT64_FORMAT "; ", row->line);
  g_ptr_array_add (bad_rows, g_strdup_printf ("%s|%s|%s", row->column != NULL ? row->column : "-",
                                              row->reason, raw));
  return bad_rows->len < bad_rows_max;
}

static const FileVisitor visitor = { .header = take_header,
                                     .records.balance = take_balance,
                                     .records.invoice = take_invoice,
                                     .records.usage = take_usage,
                                     .legacy = take_legacy,
                                     .bad_row = take_bad_row };

static gboolean
reads_stream (SampleStream *stream)
{
  const Content content
      = { .name = "f.csv", .index = INDEX, .read = sample_stream_read, .stream = stream };

  return file_reader_read (&content, &plan, &visitor, told, &error);
}

static gboolean
reads (const char *text)
{
  SampleStream stream = { (const guint8 *) text, strlen (text), 0, G_MAXSIZE, SAMPLE_STREAM_GOOD };

  return reads_stream (&stream);
}

static void
assert_told (const char *text, const char *expected)
{
  const gboolean good = reads (text);

  ck_assert_msg (good, "%s", error == NULL ? "" : error->message);
  ck_assert_str_eq (told->str, expected);
}

static void
assert_refused (const char *text, const char *message)
{
  ck_assert (!reads (text));
  assert_input_error (error, message);
}

static void
assert_bad_row (guint index, const char *expected)
{
  ck_assert_uint_lt (index, bad_rows->len);
  ck_assert_str_eq (g_ptr_array_index (bad_rows, index), expected);
}

/* Kinds */

static const struct
{
  const char *text, *told;
} kinds[] = {
  { BALANCE_START "c1,2026-10,700,300,USD,a1\nc2,2026-09,500,500,USD,a1\n",
    "header 6; balance c1 2; balance c2 3; " },
  { INVOICE_START "c1,G1,New,10,USD\nc2,,New,10,USD\n", "header 5; invoice c1 2; invoice c2 3; " },
  { USAGE_START "c1,G1,10/31/2026,0.5,USD\n", "header 5; usage c1 2; " },
  { LEGACY_START "c1,o1\nc2,o2\n", "header 2; legacy; legacy; " },
  { BALANCE_START, "header 6; " },
  { INVOICE_START, "header 5; " },
  { USAGE_START, "header 5; " },
  { LEGACY_START, "header 2; " },
};

START_TEST (records_reach_the_function_of_their_kind)
{
  assert_told (kinds[_i].text, kinds[_i].told);
}
END_TEST

START_TEST (the_separator_of_the_plan_is_used)
{
  plan.separator = ';';
  plan.format.decimal_mark = DECIMAL_COMMA;
  assert_told ("CustomerId;InvoiceNumber;ChargeType;Subtotal;Currency\nc1;G1;New;1,5;USD\n",
               "header 5; invoice c1 2; ");
  ck_assert_str_eq (details->str, "1.5; ");
}
END_TEST

/* Bad rows */

static const struct
{
  const char *row, *bad;
} bad_cells[] = {
  { "c1,G1,New,1x,USD",
    "Subtotal|column \"Subtotal\": found \"1x\", expected a number like 1234.56|c1,G1,New,1x,USD" },
  { "c1,G1,New,,USD",
    "Subtotal|column \"Subtotal\": found \"\", expected a number like 1234.56|c1,G1,New,,USD" },
  { "c1,G1,New,1", "-|found 4 cells, expected 5 like the header|c1,G1,New,1" },
  { "c1,G1,New,1,USD,", "-|found 6 cells, expected 5 like the header|c1,G1,New,1,USD," },
  { "x", "-|found 1 cell, expected 5 like the header|x" },
  { "c1,G1,New,1234567890123456789012345678901234567890x,USD",
    "Subtotal|column \"Subtotal\": found \"1234567890123456789012345678901234567890...\", expected "
    "a number like 1234.56|c1,G1,New,1234567890123456789012345678901234567890x,USD" },
  { "c1,G1,New,123456789012345678901234567890123456789\xc3\xa9,USD",
    "Subtotal|column \"Subtotal\": found \"123456789012345678901234567890123456789...\", expected "
    "a number like 1234.56|c1,G1,New,123456789012345678901234567890123456789\xc3\xa9,USD" },
};

START_TEST (a_bad_row_is_told_and_the_next_ones_are_read)
{
  g_autofree char *text = g_strconcat (INVOICE_START "c0,G1,New,1,USD\n", bad_cells[_i].row,
                                       "\nc2,G1,New,2,USD\n", NULL);

  assert_told (text, "header 5; invoice c0 2; bad 3; invoice c2 4; ");
  assert_bad_row (0, bad_cells[_i].bad);
}
END_TEST

START_TEST (rows_of_every_kind_may_be_bad)
{
  assert_told (BALANCE_START "c1,2026-10,x,300,USD,a1\n", "header 6; bad 2; ");
  g_string_truncate (told, 0);
  assert_told (USAGE_START "c1,G1,10/31/2026,x,USD\n", "header 5; bad 2; ");
  assert_bad_row (0, "CreditAmount|column \"CreditAmount\": found \"x\", expected a number like "
                     "1234.56|c1,2026-10,x,300,USD,a1");
  assert_bad_row (1, "BillingPreTaxTotal|column \"BillingPreTaxTotal\": found \"x\", expected a "
                     "number like 1234.56|c1,G1,10/31/2026,x,USD");
}
END_TEST

START_TEST (what_was_found_is_shown_harmlessly)
{
  assert_told (INVOICE_START "c1,G1,New,1\033[2J,USD\n", "header 5; bad 2; ");
  g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (bad_rows, 0), "|", -1);
  ck_assert_uint_eq (g_strv_length (parts), 3);
  ck_assert_ptr_null (strchr (parts[1], '\033'));
  ck_assert_str_eq (parts[2], "c1,G1,New,1\033[2J,USD");
}
END_TEST

START_TEST (the_visitor_can_stop_at_a_bad_cell)
{
  bad_rows_max = 2;
  assert_told (INVOICE_START "c1,G1,New,x,USD\nc2,G1,New,1,USD\nc3,G1,New,y,USD\nc4,G1,New,1,USD\n"
                             "c5,G1,New,z,USD\n",
               "header 5; bad 2; invoice c2 3; bad 4; ");
}
END_TEST

START_TEST (the_visitor_can_stop_at_a_ragged_row)
{
  bad_rows_max = 1;
  assert_told (INVOICE_START "c1,G1,New\nc2,G1,New,1,USD\nc3,\"", "header 5; bad 2; ");
}
END_TEST

START_TEST (blank_lines_are_no_rows)
{
  assert_told (INVOICE_START "\n  \t \n\r\nc1,G1,New,1,USD\n\n \n\xc2\xa0\nc2,G1,New,1,USD\n   ",
               "header 5; invoice c1 5; invoice c2 9; ");
}
END_TEST

START_TEST (blank_lines_of_legacy_files_are_not_counted)
{
  assert_told (LEGACY_START "\n \nc1,o1\n\t\nc2\n", "header 2; legacy; legacy; ");
}
END_TEST

START_TEST (a_row_of_empty_cells_is_a_bad_row)
{
  assert_told (INVOICE_START ",,,,\n", "header 5; bad 2; ");
}
END_TEST

/* The order of day and month */

START_TEST (a_date_with_the_day_first_refuses_the_file)
{
  assert_refused (USAGE_START "c1,G1,1/2/2026,1,USD\nc1,G1,31/10/2026,1,USD\n",
                  "f.csv:3: column \"UsageDate\": found \"31/10/2026\", expected a date like "
                  "10/31/2026 or 2026-10-31: this file writes the day first; run again with "
                  "--day-first");
  ck_assert_str_eq (told->str, "header 5; usage c1 2; ");
}
END_TEST

START_TEST (a_date_with_the_month_first_refuses_the_file)
{
  plan.format.date_order = DATE_DAY_FIRST;
  assert_refused (USAGE_START "c1,G1,10/31/2026,1,USD\n",
                  "f.csv:2: column \"UsageDate\": found \"10/31/2026\", expected a date like "
                  "31/10/2026 or 2026-10-31: this file writes the month first; run again without "
                  "--day-first");
  ck_assert_uint_eq (bad_rows->len, 0);
}
END_TEST

START_TEST (the_day_may_stand_first)
{
  plan.format.date_order = DATE_DAY_FIRST;
  assert_told (USAGE_START "c1,G1,2/10/2026,1,USD\n", "header 5; usage c1 2; ");
  ck_assert_str_eq (details->str, "2026-10-02; ");
}
END_TEST

/* Files that are refused */

START_TEST (an_empty_file_is_refused)
{
  assert_refused ("", "f.csv: found an empty file, expected a header and rows; download it again");
  ck_assert_str_eq (told->str, "");
}
END_TEST

START_TEST (damaged_csv_is_refused_after_what_was_good)
{
  assert_refused (INVOICE_START "c1,G1,New,1,USD\nc1,\"G1\"x,New,1,USD\n",
                  "f.csv:3: text after a closing quote; expected a separator or the end of the "
                  "line");
  ck_assert_str_eq (told->str, "header 5; invoice c1 2; ");
}
END_TEST

START_TEST (a_damaged_legacy_file_is_refused)
{
  assert_refused (LEGACY_START "c1,o\"1\n",
                  "f.csv:2: a quote inside an unquoted cell; expected a quoted cell with the quote "
                  "doubled");
}
END_TEST

START_TEST (a_header_of_no_kind_is_refused_before_the_visitor_is_told)
{
  ck_assert (!reads ("Name,Street\na,b\n"));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert (g_str_has_prefix (error->message, "f.csv:1: "));
  ck_assert_str_eq (told->str, "");
}
END_TEST

START_TEST (a_failure_to_read_is_handed_on)
{
  static const char text[] = INVOICE_START "c1,G1,New,1,USD\n";
  SampleStream stream = { (const guint8 *) text, sizeof text - 1, 0, 8, _i ? 48 : 0 };

  ck_assert (!reads_stream (&stream));
  assert_input_error (error, "cannot read on");
}
END_TEST

/* A part of a file, whose header is that of the whole. */
START_TEST (lines_of_a_part_have_their_numbers_in_the_file)
{
  static const char text[] = INVOICE_START "c1,G1,New,1,USD\nc1,G1,New,x,USD\nc2\n";
  SampleStream stream
      = { (const guint8 *) text, sizeof text - 1, 0, G_MAXSIZE, SAMPLE_STREAM_GOOD };
  const Content content = { .name = "f.csv",
                            .index = INDEX,
                            .read = sample_stream_read,
                            .stream = &stream,
                            .lines_before = 1000 };

  ck_assert (file_reader_read (&content, &plan, &visitor, told, &error));
  ck_assert_ptr_nonnull (strstr (told->str, "invoice c1 1002; "));
  ck_assert_ptr_nonnull (strstr (told->str, "bad 1003; bad 1004; "));
}
END_TEST

/* JSON */

#define OBJECT(customer, more) \
  "{\"CustomerId\":\"" customer "\",\"InvoiceNumber\":\"G1\",\"ChargeType\":\"New\",\"Subtotal\"" \
  ":1.5,\"Currency\":\"USD\"" more "}"

START_TEST (objects_of_json_are_rows)
{
  assert_told ("[" OBJECT ("c1", "") ",\n" OBJECT ("c2", "") "]",
               "header 5; invoice c1 1; invoice c2 2; ");
  ck_assert_str_eq (details->str, "1.5; 1.5; ");
}
END_TEST

START_TEST (numbers_of_json_have_a_point_whatever_the_plan_says)
{
  plan.separator = ';';
  plan.format.decimal_mark = DECIMAL_COMMA;
  assert_told (OBJECT ("c1", "") "\n" OBJECT ("c2", "") "\n",
               "header 5; invoice c1 1; invoice c2 2; ");
  ck_assert_str_eq (details->str, "1.5; 1.5; ");
}
END_TEST

START_TEST (further_keys_of_json_bring_another_header)
{
  assert_told (OBJECT ("c1", "") "\n" OBJECT ("c2", ",\"New\":1") "\n" OBJECT ("c3", "") "\n",
               "header 5; invoice c1 1; header 6; invoice c2 2; invoice c3 3; ");
}
END_TEST

START_TEST (a_charge_without_a_charge_type_key_is_read)
{
  assert_told ("{\"CustomerId\":\"c1\",\"InvoiceNumber\":\"G1\",\"Subtotal\":2,\"Currency\":"
               "\"USD\"}\n" OBJECT ("c2", "") "\n",
               "header 4; invoice c1 1; header 5; invoice c2 2; ");
}
END_TEST

START_TEST (a_bad_value_of_json_is_a_bad_row)
{
  assert_told ("{\"CustomerId\":\"c1\",\"InvoiceNumber\":\"G1\",\"ChargeType\":\"New\",\"Subtotal\""
               ":\"x\",\"Currency\":\"USD\"}\n" OBJECT ("c2", "") "\n",
               "header 5; bad 1; invoice c2 2; ");
}
END_TEST

START_TEST (legacy_rows_of_json_are_counted)
{
  assert_told ("{\"CustomerId\":\"c1\",\"DurableOfferId\":\"o1\"}\n"
               "{\"CustomerId\":\"c2\",\"DurableOfferId\":\"o2\",\"New\":1}\n",
               "header 2; legacy; legacy; ");
}
END_TEST

START_TEST (json_without_an_object_is_refused)
{
  assert_refused ("[]", "f.csv: found JSON without an object in it, expected objects that are "
                        "rows; download it again");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("file-reader");
  TCase *tests = tcase_create ("file-reader");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_loop_test (tests, records_reach_the_function_of_their_kind, 0, G_N_ELEMENTS (kinds));
  tcase_add_test (tests, the_separator_of_the_plan_is_used);
  tcase_add_loop_test (tests, a_bad_row_is_told_and_the_next_ones_are_read, 0,
                       G_N_ELEMENTS (bad_cells));
  tcase_add_test (tests, rows_of_every_kind_may_be_bad);
  tcase_add_test (tests, what_was_found_is_shown_harmlessly);
  tcase_add_test (tests, the_visitor_can_stop_at_a_bad_cell);
  tcase_add_test (tests, the_visitor_can_stop_at_a_ragged_row);
  tcase_add_test (tests, blank_lines_are_no_rows);
  tcase_add_test (tests, blank_lines_of_legacy_files_are_not_counted);
  tcase_add_test (tests, a_row_of_empty_cells_is_a_bad_row);
  tcase_add_test (tests, a_date_with_the_day_first_refuses_the_file);
  tcase_add_test (tests, a_date_with_the_month_first_refuses_the_file);
  tcase_add_test (tests, the_day_may_stand_first);
  tcase_add_test (tests, an_empty_file_is_refused);
  tcase_add_test (tests, damaged_csv_is_refused_after_what_was_good);
  tcase_add_test (tests, a_damaged_legacy_file_is_refused);
  tcase_add_test (tests, a_header_of_no_kind_is_refused_before_the_visitor_is_told);
  tcase_add_loop_test (tests, a_failure_to_read_is_handed_on, 0, 2);
  tcase_add_test (tests, lines_of_a_part_have_their_numbers_in_the_file);
  tcase_add_test (tests, objects_of_json_are_rows);
  tcase_add_test (tests, numbers_of_json_have_a_point_whatever_the_plan_says);
  tcase_add_test (tests, further_keys_of_json_bring_another_header);
  tcase_add_test (tests, a_charge_without_a_charge_type_key_is_read);
  tcase_add_test (tests, a_bad_value_of_json_is_a_bad_row);
  tcase_add_test (tests, legacy_rows_of_json_are_counted);
  tcase_add_test (tests, json_without_an_object_is_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "input/input-reader.h"
#include "input/input-visit.h"
#include "sample-archive.h"
#include "sample-csv.h"
#include "test-place.h"

#define BALANCE_START "CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,Currency,AgreementId\n"
#define INVOICE_START "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency\n"
#define USAGE_START "CustomerId,InvoiceNumber,UsageDate,BillingPreTaxTotal,BillingCurrency\n"

#define PATHS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const HashKey key = { 1, 2 };

/* One reading of files, and what came of it. */
static ColumnMap *map;
static ReadPlan plan;
static InputReader reader;
static InputSet *inputs;
static Books *books;
static Rejects *rejects;
static GError *error;

static void
set_up (void)
{
  make_place ();
  map = column_map_new ();
  plan = (ReadPlan){ .separator = ',', .map = map, .max_rejects = MAX_REJECTS_DEFAULT };
  reader = (InputReader){ .plan = &plan, .key = &key };
  books = books_new (&key);
  rejects = rejects_new ();
}

static void
tear_down (void)
{
  g_clear_error (&error);
  rejects_free (rejects);
  books_free (books);
  g_clear_pointer (&inputs, input_set_free);
  column_map_free (map);
  remove_place ();
}

static gboolean
read_inputs (void)
{
  reader.inputs = inputs;
  return input_reader_read (&reader, books, rejects, &error);
}

static gboolean
reads (const char *const *paths)
{
  inputs = input_set_new (paths, 0, &error);
  ck_assert_msg (inputs != NULL, "%s", error == NULL ? "" : error->message);
  return read_inputs ();
}

static void
read_good (const char *const *paths)
{
  const gboolean good = reads (paths);
  ck_assert_msg (good, "%s", error == NULL ? "" : error->message);
}

static void
assert_refused (const char *const *paths, const char *message)
{
  ck_assert (!reads (paths));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_str_eq (error->message, message);
}

static const InputTally *
tally (guint32 index)
{
  return input_book_lookup (books->inputs, index);
}

static guint
count_files (void)
{
  g_autoptr (GPtrArray) list = input_book_list (books->inputs);
  return list->len;
}

static void
assert_reject (guint index, const char *file, guint64 line, const char *column, const char *reason,
               const char *raw)
{
  ck_assert_uint_lt (index, rejects_count (rejects));
  const Reject *reject = rejects_get (rejects, index);

  ck_assert_str_eq (reject->file, file);
  ck_assert_uint_eq (reject->line, line);
  ck_assert_pstr_eq (reject->column, column);
  ck_assert_str_eq (reject->reason, reason);
  ck_assert_str_eq (reject->raw, raw);
}

static void
append_good_rows (GString *text, int count)
{
  for (int i = 0; i < count; i++)
    g_string_append (text, "c1,G1,New,1.00,USD\n");
}

/* Without a Subtotal that is a number. */
static void
append_bad_rows (GString *text, int count)
{
  for (int i = 0; i < count; i++)
    g_string_append_printf (text, "c1,G1,New,x%d,USD\n", i);
}

static void
put_invoice (const char *path, int good, int bad)
{
  g_autoptr (GString) text = g_string_new (INVOICE_START);

  append_good_rows (text, good);
  append_bad_rows (text, bad);
  put (path, text->str);
}

/* Kinds */

START_TEST (each_kind_is_read)
{
  put_deep ("in/a.csv", BALANCE_START "c1,2026-10,700,300,USD,a1\nc1,2026-09,500,500,USD,a1\n");
  put ("in/b.csv", INVOICE_START "c1,G1,New,10,USD\nc1,G2,New,10,USD\nc1,g1,New,10,USD\n");
  put ("in/c.csv", USAGE_START "c1,G1,10/31/2026,0.5,USD\n");
  put ("in/d.csv", "CustomerId,DurableOfferId\nc1,o1\nc2,o2\n");
  put ("in/e.txt", "letter");
  read_good (PATHS ("in"));
  ck_assert_uint_eq (count_files (), 4);
  ck_assert_int_eq ((int) tally (0)->kind, KIND_ACO_BALANCE);
  ck_assert_uint_eq (tally (0)->rows, 2);
  ck_assert_uint_eq (tally (0)->months->len, 2);
  ck_assert_int_eq ((int) tally (1)->kind, KIND_INVOICE);
  ck_assert_uint_eq (tally (1)->rows, 3);
  ck_assert_int_eq (g_tree_nnodes (tally (1)->invoices), 2);
  ck_assert_int_eq ((int) tally (2)->kind, KIND_DAILY_USAGE);
  ck_assert_uint_eq (tally (2)->rows, 1);
  ck_assert_int_eq ((int) tally (3)->kind, KIND_LEGACY);
  ck_assert_uint_eq (tally (3)->rows, 2);
  ck_assert_uint_eq (input_book_ignored (books->inputs)->len, 1);
  ck_assert_str_eq (g_ptr_array_index (input_book_ignored (books->inputs), 0), "in/e.txt");
  ck_assert_uint_eq (rejects_count (rejects), 0);
}
END_TEST

START_TEST (the_name_of_a_file_tells_nothing)
{
  put ("balance.json", INVOICE_START "c1,G1,New,10,USD\n");
  read_good (PATHS ("balance.json"));
  ck_assert_int_eq ((int) tally (0)->kind, KIND_INVOICE);
  ck_assert_str_eq (tally (0)->file, "balance.json");
}
END_TEST

START_TEST (a_header_without_rows_is_accepted)
{
  put ("a.csv", INVOICE_START);
  read_good (PATHS ("a.csv"));
  ck_assert_uint_eq (tally (0)->rows, 0);
}
END_TEST

START_TEST (unknown_columns_are_told)
{
  put ("a.csv", "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency,New\nc1,G1,New,1,USD,x\n");
  put ("b.csv", INVOICE_START);
  read_good (PATHS ("a.csv", "b.csv"));
  ck_assert_str_eq (tally (0)->unknown_columns, "New");
  ck_assert_ptr_null (tally (1)->unknown_columns);
}
END_TEST

START_TEST (rows_without_an_invoice_number_are_estimates)
{
  put ("a.csv", INVOICE_START "c1, ,New,10,usd\nc1,G1,New,5,USD\nc1,,New,2.50,USD\n");
  put ("b.csv", USAGE_START "c1,,10/31/2026,0.5,EUR\n");
  read_good (PATHS ("a.csv", "b.csv"));
  ck_assert_uint_eq (tally (0)->rows, 3);
  ck_assert_uint_eq (tally (0)->unbilled->len, 1);
  const UnbilledTally *unbilled = &g_array_index (tally (0)->unbilled, UnbilledTally, 0);
  ck_assert_uint_eq (unbilled->rows, 2);
  ck_assert_str_eq (unbilled->currency, "USD");
  assert_decimal (unbilled->sum, "12.5");
  ck_assert_uint_eq (unbilled->first.line, 2);
  ck_assert_uint_eq (tally (1)->unbilled->len, 1);
}
END_TEST

START_TEST (given_header_names_are_heeded)
{
  ck_assert (column_map_add (map, "Subtotal=Net", NULL));
  put ("a.csv", "CustomerId,InvoiceNumber,ChargeType,Net,Currency\nc1,,New,7,USD\n");
  read_good (PATHS ("a.csv"));
  assert_decimal (g_array_index (tally (0)->unbilled, UnbilledTally, 0).sum, "7");
}
END_TEST

START_TEST (decimal_comma_and_day_first_are_heeded)
{
  plan.format = (CellFormat){ DECIMAL_COMMA, DATE_DAY_FIRST, NULL, NULL };
  plan.separator = ';';
  put ("a.csv", "CustomerId;InvoiceNumber;UsageDate;BillingPreTaxTotal;BillingCurrency\n"
                "c1;;31/10/2026;0,5;USD\n");
  read_good (PATHS ("a.csv"));
  assert_decimal (g_array_index (tally (0)->unbilled, UnbilledTally, 0).sum, "0.5");
}
END_TEST

/* Files that are refused, with and without keeping going. */

static const struct
{
  const char *text, *message;
} refused[] = {
  { "", "a.csv: found an empty file, expected a header and rows; download it again" },
  { "\xef\xbb\xbf", "a.csv: found an empty file, expected a header and rows; download it again" },
  { "\n\r\n\n", "a.csv: found an empty file, expected a header and rows; download it again" },
  { "\"open", "a.csv:1: quote opened here is never closed; expected a closing quote before the end "
              "of the file" },
  { "CustomerId,UsageDate,BillingPreTaxTotal\n",
    "a.csv:1: found a header like that of a file of the kind daily-usage, but not its needed "
    "columns, expected by name: BillingCurrency; download the file again, or name the column with "
    "--map" },
  { INVOICE_START "c1,G1,New,1,USD\nc1,\"G1\"x,New,1,USD\n",
    "a.csv:3: text after a closing quote; expected a separator or the end of the line" },
  { "CustomerId,DurableOfferId\nc1,o1\nc1,o\"1\n",
    "a.csv:3: a quote inside an unquoted cell; expected a quoted cell with the quote doubled" },
  { USAGE_START "c1,G1,1/2/2026,1,USD\nc1,G1,31/10/2026,1,USD\n",
    "a.csv:3: column \"UsageDate\": found \"31/10/2026\", expected a date like 10/31/2026 or "
    "2026-10-31: this file writes the day first; run again with --day-first" },
  { BALANCE_START "c1,31/10/2026,700,300,USD,a1\n",
    "a.csv:2: column \"InvoiceMonth\": found \"31/10/2026\", expected a date like 10/31/2026 or "
    "2026-10-31: this file writes the day first; run again with --day-first" },
  { USAGE_START ",G1,31/10/2026,one,USD\n",
    "a.csv:2: column \"UsageDate\": found \"31/10/2026\", expected a date like 10/31/2026 or "
    "2026-10-31: this file writes the day first; run again with --day-first" },
};

START_TEST (a_damaged_file_is_refused)
{
  put ("a.csv", refused[_i].text);
  assert_refused (PATHS ("a.csv"), refused[_i].message);
}
END_TEST

START_TEST (a_damaged_file_is_refused_when_keeping_going_too)
{
  plan.keep_going = TRUE;
  put ("a.csv", refused[_i].text);
  assert_refused (PATHS ("a.csv"), refused[_i].message);
}
END_TEST

START_TEST (a_file_that_writes_the_month_first_is_refused_likewise)
{
  plan.format.date_order = DATE_DAY_FIRST;
  plan.keep_going = _i == 1;
  put ("a.csv", USAGE_START "c1,G1,10/31/2026,1,USD\n");
  assert_refused (PATHS ("a.csv"),
                  "a.csv:2: column \"UsageDate\": found \"10/31/2026\", expected a date like "
                  "31/10/2026 or 2026-10-31: this file writes the month first; run again without "
                  "--day-first");
}
END_TEST

START_TEST (a_header_name_in_a_refusal_is_harmless_for_a_terminal)
{
  put ("a.csv", "CustomerId,\"Usage\x1b[\nDate\",BillingPreTaxTotal,BillingCurrency\n"
                "c1,31/10/2026,1,USD\n");
  assert_refused (PATHS ("a.csv"),
                  "a.csv:3: column \"Usage\\x1B[\\x0ADate\": found \"31/10/2026\", expected a date "
                  "like 10/31/2026 or 2026-10-31: this file writes the day first; run again with "
                  "--day-first");
}
END_TEST

START_TEST (a_file_that_vanished_is_refused)
{
  put ("a.csv", INVOICE_START);
  put ("b.csv", BALANCE_START);
  inputs = input_set_new (PATHS ("a.csv", "b.csv"), 0, NULL);
  ck_assert_int_eq (g_unlink ("b.csv"), 0);
  ck_assert (!read_inputs ());
  ck_assert_str_eq (error->message, "b.csv: cannot open it: No such file or directory");
}
END_TEST

/* Bad rows */

START_TEST (one_bad_row_refuses_the_run)
{
  put ("a.csv", INVOICE_START "c1,G1,New,1.00,USD\n\nc1,G1,New,\"1,2x\",USD\n");
  assert_refused (PATHS ("a.csv"), "1 bad row; correct the file or download it again, or set bad "
                                   "rows aside with --keep-going");
  ck_assert_uint_eq (rejects_count (rejects), 1);
  assert_reject (0, "a.csv", 4, "Subtotal",
                 "column \"Subtotal\": found \"1,2x\", expected a number like 1234.56",
                 "c1,G1,New,\"1,2x\",USD");
}
END_TEST

START_TEST (bad_rows_of_all_files_are_named)
{
  put ("a.csv", INVOICE_START ",G1,New,1.00,USD\n");
  put ("b.csv", BALANCE_START "c1,Okt 2026,1,2,USD,a1\n");
  assert_refused (PATHS ("a.csv", "b.csv"),
                  "2 bad rows; correct the file or download it again, or set bad rows aside with "
                  "--keep-going");
  assert_reject (0, "a.csv", 2, "CustomerId", "column \"CustomerId\": found \"\", expected a text",
                 ",G1,New,1.00,USD");
  assert_reject (1, "b.csv", 2, "InvoiceMonth",
                 "column \"InvoiceMonth\": found \"Okt 2026\", expected a month like 2026-10",
                 "c1,Okt 2026,1,2,USD,a1");
}
END_TEST

/* The last file is not read any more. */
START_TEST (from_twenty_bad_rows_on_no_more_files_are_read)
{
  put_invoice ("a.csv", 1, 15);
  put_invoice ("b.csv", 2, 15);
  put ("c.csv", "this is refused");
  assert_refused (PATHS ("a.csv", "b.csv", "c.csv"),
                  "at least 30 bad rows; correct the file or download it again, or set bad rows "
                  "aside with --keep-going");
  ck_assert_str_eq (rejects_get (rejects, 14)->file, "a.csv");
  ck_assert_str_eq (rejects_get (rejects, 15)->file, "b.csv");
}
END_TEST

START_TEST (of_one_file_twenty_bad_rows_are_read)
{
  put_invoice ("a.csv", 1, 25);
  assert_refused (PATHS ("a.csv"),
                  "at least 20 bad rows; correct the file or download it again, or "
                  "set bad rows aside with --keep-going");
  ck_assert_uint_eq (rejects_count (rejects), BAD_ROWS_NAMED_MAX);
}
END_TEST

/* Set aside: the reasons also go to the tally of the file. */
START_TEST (bad_rows_are_set_aside_when_keeping_going)
{
  plan.keep_going = TRUE;
  put_invoice ("a.csv", 3, 25);
  put_invoice ("b.csv", 2, 1);
  read_good (PATHS ("a.csv", "b.csv"));
  ck_assert_uint_eq (rejects_count (rejects), 26);
  ck_assert_uint_eq (tally (0)->rows, 3);
  ck_assert_uint_eq (tally (0)->rejected->len, 25);
  const RejectedRow *row = &g_array_index (tally (0)->rejected, RejectedRow, 0);
  ck_assert_uint_eq (row->at.file, 0);
  ck_assert_uint_eq (row->at.line, 5);
  ck_assert_str_eq (row->reason,
                    "column \"Subtotal\": found \"x0\", expected a number like 1234.56");
  ck_assert_uint_eq (tally (1)->rows, 2);
  ck_assert_uint_eq (tally (1)->rejected->len, 1);
}
END_TEST

START_TEST (a_bad_row_goes_into_no_book)
{
  plan.keep_going = TRUE;
  put ("a.csv", BALANCE_START "c1,2026-10,x,300,USD,a1\n");
  put ("b.csv", INVOICE_START "c1,G1,New,x,USD\n");
  put ("c.csv", USAGE_START "c1,G1,soon,1,USD\n");
  read_good (PATHS ("a.csv", "b.csv", "c.csv"));
  ck_assert_uint_eq (rejects_count (rejects), 3);
  for (guint32 i = 0; i < 3; i++)
    {
      ck_assert_uint_eq (tally (i)->rows, 0);
      ck_assert_uint_eq (tally (i)->months->len, 0);
      ck_assert_int_eq (g_tree_nnodes (tally (i)->invoices), 0);
    }
}
END_TEST

START_TEST (a_row_with_another_number_of_cells_is_bad)
{
  plan.keep_going = TRUE;
  put ("a.csv", INVOICE_START "c1,G1,New,1\nc1,G1,New,1,USD,\nc1\nc1,G1,New,1,USD\n");
  read_good (PATHS ("a.csv"));
  ck_assert_uint_eq (tally (0)->rows, 1);
  ck_assert_uint_eq (rejects_count (rejects), 3);
  assert_reject (0, "a.csv", 2, NULL, "found 4 cells, expected 5 like the header", "c1,G1,New,1");
  assert_reject (1, "a.csv", 3, NULL, "found 6 cells, expected 5 like the header",
                 "c1,G1,New,1,USD,");
  assert_reject (2, "a.csv", 4, NULL, "found 1 cell, expected 5 like the header", "c1");
}
END_TEST

START_TEST (twenty_ragged_rows_are_enough_too)
{
  g_autoptr (GString) text = g_string_new (INVOICE_START);

  for (int i = 0; i < 30; i++)
    g_string_append (text, "c1\n");
  put ("a.csv", text->str);
  ck_assert (!reads (PATHS ("a.csv")));
  ck_assert_uint_eq (rejects_count (rejects), 20);
}
END_TEST

START_TEST (blank_lines_are_skipped)
{
  put ("a.csv", INVOICE_START "\nc1,G1,New,1,USD\n   \n\t\r\n\xc2\xa0\nc1,G1,New,1,USD\n\n  ");
  read_good (PATHS ("a.csv"));
  ck_assert_uint_eq (tally (0)->rows, 2);
}
END_TEST

START_TEST (a_line_of_separators_or_quotes_is_not_blank)
{
  plan.keep_going = TRUE;
  put ("a.csv", INVOICE_START ",,,,\n\"\"\n");
  read_good (PATHS ("a.csv"));
  ck_assert_uint_eq (tally (0)->rows, 0);
  ck_assert_uint_eq (rejects_count (rejects), 2);
}
END_TEST

START_TEST (rows_of_a_legacy_file_are_only_counted)
{
  put ("a.csv", "CustomerId,PretaxCharges,UsageDate\n,x,31/10/2026\nonly one\n  \n\na,b,c,d\n");
  read_good (PATHS ("a.csv"));
  ck_assert_uint_eq (tally (0)->rows, 3);
  ck_assert_uint_eq (tally (0)->months->len, 0);
}
END_TEST

/* What was found is told in at most 40 bytes, whole characters, nothing that moves the cursor. */
static const struct
{
  const char *cell, *found;
} founds[] = {
  { "x", "x" },
  { "x123456789012345678901234567890123456789", "x123456789012345678901234567890123456789" },
  { "x1234567890123456789012345678901234567890", "x123456789012345678901234567890123456789..." },
  { "x12345678901234567890123456789012345678\xc3\xa9",
    "x12345678901234567890123456789012345678..." },
  { "x1234567890123456789012345678901234567\xc3\xa9",
    "x1234567890123456789012345678901234567\xc3\xa9" },
  { "a\x1b[31mb", "a\\x1B[31mb" },
};

START_TEST (what_was_found_is_told_short_and_harmless)
{
  g_autofree char *text = g_strdup_printf (INVOICE_START "c1,G1,New,%s,USD\n", founds[_i].cell);
  g_autofree char *reason = g_strdup_printf (
      "column \"Subtotal\": found \"%s\", expected a number like 1234.56", founds[_i].found);

  put ("a.csv", text);
  ck_assert (!reads (PATHS ("a.csv")));
  ck_assert_str_eq (rejects_get (rejects, 0)->reason, reason);
}
END_TEST

/* The same content twice */

START_TEST (the_same_content_is_read_once)
{
  const char *text = BALANCE_START "c1,2026-10,700,300,USD,a1\n";

  put ("a.csv", text);
  put ("b.csv", text);
  put ("c.csv", BALANCE_START "c1,2026-10,700,300,USD,a2\n"); /* just as long */
  put ("d.csv", text);
  read_good (PATHS ("a.csv", "b.csv", "c.csv", "d.csv", "a.csv"));
  ck_assert_uint_eq (count_files (), 5);
  ck_assert_uint_eq (tally (0)->rows, 1);
  ck_assert (!tally (0)->is_duplicate);
  ck_assert_uint_eq (tally (2)->rows, 1);
  ck_assert (!tally (2)->is_duplicate);
  for (guint32 i = 1; i < 5; i += i == 1 ? 2 : 1)
    {
      ck_assert (tally (i)->is_duplicate);
      ck_assert_str_eq (tally (i)->duplicate_of, "a.csv");
      ck_assert_int_eq ((int) tally (i)->kind, KIND_ACO_BALANCE);
      ck_assert_uint_eq (tally (i)->rows, 0);
      ck_assert_uint_eq (tally (i)->months->len, 0);
      ck_assert_str_eq (tally (i)->sha256, tally (0)->sha256);
    }
}
END_TEST

START_TEST (bad_rows_of_a_duplicate_are_set_aside_once)
{
  plan.keep_going = TRUE;
  put_invoice ("a.csv", 1, 3);
  put_invoice ("b.csv", 1, 3);
  read_good (PATHS ("a.csv", "b.csv"));
  ck_assert (tally (1)->is_duplicate);
  ck_assert_uint_eq (tally (1)->rejected->len, 0);
  ck_assert_uint_eq (rejects_count (rejects), 3);
}
END_TEST

/* The second file holds nothing new, so there are not 20 bad rows. What follows them is short, or
   longer than any buffer. */
START_TEST (bad_rows_of_a_duplicate_are_named_once)
{
  g_autoptr (GString) text = g_string_new (INVOICE_START);

  append_bad_rows (text, 15);
  append_good_rows (text, _i == 0 ? 1 : 30000);
  put ("a.csv", text->str);
  put ("b.csv", text->str);
  assert_refused (PATHS ("a.csv", "b.csv"),
                  "15 bad rows; correct the file or download it again, or set bad rows aside with "
                  "--keep-going");
  ck_assert_uint_eq (rejects_count (rejects), 15);
}
END_TEST

START_TEST (digests_are_told_where_they_are_wanted)
{
  plan.wants_digests = _i == 1;
  put ("a.csv", INVOICE_START);
  read_good (PATHS ("a.csv"));
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, INVOICE_START, -1);
  ck_assert_pstr_eq (tally (0)->sha256, _i == 1 ? digest : NULL);
}
END_TEST

/* Progress */

typedef struct
{
  guint calls;
  guint64 done[8];
  guint64 total;
} Told;

static void
take_progress (guint64 done, guint64 total, gpointer data)
{
  Told *told = data;

  ck_assert_uint_lt (told->calls, G_N_ELEMENTS (told->done));
  told->done[told->calls++] = done;
  told->total = total;
}

START_TEST (progress_is_told_after_every_file)
{
  Told told = { 0 };

  reader.progress = take_progress;
  reader.progress_data = &told;
  put ("a.csv", INVOICE_START);
  put ("b.csv", BALANCE_START);
  put ("c.csv", INVOICE_START);
  read_good (PATHS ("a.csv", "b.csv", "c.csv"));
  ck_assert_uint_eq (told.calls, 3);
  ck_assert_uint_eq (told.done[0], strlen (INVOICE_START));
  ck_assert_uint_eq (told.done[1], strlen (INVOICE_START BALANCE_START));
  ck_assert_uint_eq (told.done[2], told.total);
}
END_TEST

START_TEST (progress_is_told_within_a_long_file)
{
  g_autoptr (GString) text = g_string_new ("CustomerId,DurableOfferId\n");
  Told told = { 0 };

  reader.progress = take_progress;
  reader.progress_data = &told;
  put ("a.csv", "CustomerId,DurableOfferId\n");
  for (int i = 0; i < 20 * 1024; i++)
    g_string_append_printf (text, "c1,%01020d\n", 0);
  put ("b.csv", text->str);
  read_good (PATHS ("a.csv", "b.csv"));
  ck_assert_uint_eq (told.calls, 4); /* file, 8 MiB, 16 MiB, file */
  for (guint i = 1; i < told.calls; i++)
    ck_assert_uint_gt (told.done[i], told.done[i - 1]);
  ck_assert_uint_ge (told.done[1], 8 * 1024 * 1024);
  ck_assert_uint_eq (told.done[3], told.total);
}
END_TEST

/* Reading once more */

typedef struct
{
  GString *seen;
  gboolean stops;
} Visit;

static void
visit_balance (gpointer data, const BalanceRow *row)
{
  g_string_append_printf (((Visit *) data)->seen, "b%u:%" G_GUINT64_FORMAT " ", row->at.file,
                          row->at.line);
}

static void
visit_invoice (gpointer data, const InvoiceLine *line)
{
  static const char *const classes[] = { "charge", "aco", "other" };
  g_string_append_printf (((Visit *) data)->seen, "i%u:%" G_GUINT64_FORMAT ":%s ", line->at.file,
                          line->at.line, classes[line->line_class]);
}

static void
visit_usage (gpointer data, const UsageRow *row)
{
  g_string_append_printf (((Visit *) data)->seen, "u%u:%" G_GUINT64_FORMAT " ", row->at.file,
                          row->at.line);
}

static const RecordVisitor visitor
    = { .balance = visit_balance, .invoice = visit_invoice, .usage = visit_usage };

static void
put_mixed_files (void)
{
  put ("a.csv", BALANCE_START "c1,2026-10,700,300,USD,a1\nc1,2026-10,x,300,USD,a1\n"
                              "c1,2026-09,500,500,USD,a1\n");
  put ("c.csv", "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency,CreditReasonCode\n"
                "c1,G1,New,10,USD,\nc1,G1,customerCredit,-1,USD,Gift\n"
                "c1,G1,customerCredit,-1,USD,Azure credit\nc1,G1,customerCredit,-1,USD,SLA\n");
  put ("d.csv", USAGE_START "c1,G1,10/31/2026,0.5,USD\n");
  put ("e.csv", "CustomerId,DurableOfferId\nc1,o1\n");
}

START_TEST (the_rows_can_be_read_once_more)
{
  static const char *const reasons[] = { "gift", NULL };
  Visit visit = { .seen = g_string_new (NULL) };

  plan.keep_going = TRUE;
  plan.aco_reasons = reasons;
  put_mixed_files ();
  read_good (PATHS ("a.csv", "a.csv", "c.csv", "d.csv", "e.csv"));
  ck_assert (input_visit_read (&(InputVisit){ .inputs = inputs, .plan = &plan, .books = books },
                               &visitor, &visit, &error));
  ck_assert_str_eq (visit.seen->str, "b0:2 b0:4 i2:2:charge i2:3:aco i2:4:aco i2:5:other u3:2 ");
  g_string_free (visit.seen, TRUE);
}
END_TEST

START_TEST (a_file_that_vanished_cannot_be_read_once_more)
{
  Visit visit = { .seen = g_string_new (NULL) };

  put ("a.csv", INVOICE_START);
  read_good (PATHS ("a.csv"));
  ck_assert_int_eq (g_unlink ("a.csv"), 0);
  ck_assert (!input_visit_read (&(InputVisit){ .inputs = inputs, .plan = &plan, .books = books },
                                &visitor, &visit, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_str_eq (visit.seen->str, "");
  g_string_free (visit.seen, TRUE);
}
END_TEST

START_TEST (a_file_that_was_damaged_cannot_be_read_once_more)
{
  Visit visit = { .seen = g_string_new (NULL) };

  put ("a.csv", INVOICE_START);
  read_good (PATHS ("a.csv"));
  put ("a.csv", INVOICE_START "\"");
  ck_assert (!input_visit_read (&(InputVisit){ .inputs = inputs, .plan = &plan, .books = books },
                                &visitor, &visit, &error));
  ck_assert (g_str_has_prefix (error->message, "a.csv:2: quote opened here"));
  g_string_free (visit.seen, TRUE);
}
END_TEST

/* Archives and compressed files */

#define BALANCE_TEXT BALANCE_START "c1,2026-10,700,300,USD,a1\n"
#define USAGE_TEXT USAGE_START "c1,G1,10/31/2026,0.5,USD\n"

/* They are stored in another order, with one that is not read. */
START_TEST (files_of_an_archive_are_read_in_the_order_of_their_names)
{
  Visit visit = { .seen = g_string_new (NULL) };

  put ("z.csv", INVOICE_START "c1,G1,New,1,USD\n");
  put_archive ("in.tar", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE,
               ENTRIES ("./c.csv", USAGE_TEXT, "letter.txt", "x", "a.csv", BALANCE_TEXT, "b.csv",
                        USAGE_TEXT));
  read_good (PATHS ("in.tar", "z.csv"));
  ck_assert_uint_eq (count_files (), 4);
  ck_assert_str_eq (tally (0)->file, "in.tar/a.csv");
  ck_assert_int_eq ((int) tally (0)->kind, KIND_ACO_BALANCE);
  ck_assert_str_eq (tally (1)->file, "in.tar/b.csv");
  ck_assert (!tally (1)->is_duplicate);
  ck_assert_uint_eq (tally (1)->rows, 1);
  ck_assert (tally (2)->is_duplicate);
  ck_assert_str_eq (tally (2)->duplicate_of, "in.tar/b.csv");
  ck_assert_str_eq (tally (3)->file, "z.csv");
  ck_assert (input_visit_read (&(InputVisit){ .inputs = inputs, .plan = &plan, .books = books },
                               &visitor, &visit, &error));
  ck_assert_str_eq (visit.seen->str, "b0:2 u1:2 i3:2:charge ");
  g_string_free (visit.seen, TRUE);
}
END_TEST

START_TEST (the_same_content_is_read_once_however_it_is_packed)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, BALANCE_TEXT, -1);

  put ("a.csv", BALANCE_TEXT);
  put_packed ("b.csv", ARCHIVE_FILTER_GZIP, BALANCE_TEXT);
  put_packed ("c.csv", ARCHIVE_FILTER_XZ, BALANCE_TEXT);
  put_archive ("d.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, ENTRIES ("x.csv", BALANCE_TEXT));
  read_good (PATHS ("b.csv", "a.csv", "c.csv", "d.zip", "d.zip"));
  ck_assert_uint_eq (count_files (), 5);
  ck_assert_uint_eq (tally (0)->rows, 1);
  ck_assert_str_eq (tally (0)->sha256, digest);
  for (guint32 i = 1; i < 5; i++)
    ck_assert (tally (i)->is_duplicate);
}
END_TEST

/* Whichever comes first is read; the others count once. */
START_TEST (the_same_content_twice_in_an_archive_is_read_once)
{
  put_archive ("in.tar", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_ZSTD,
               ENTRIES ("b.csv", BALANCE_TEXT, "c.csv", USAGE_TEXT, "a.csv", BALANCE_TEXT));
  put ("in.csv", USAGE_TEXT);
  read_good (PATHS ("in.csv", "in.tar"));
  ck_assert_uint_eq (count_files (), 4);
  ck_assert_str_eq (tally (1)->file, "in.tar/a.csv");
  ck_assert_uint_eq (tally (1)->rows, 1);
  ck_assert_str_eq (tally (2)->duplicate_of, "in.tar/a.csv");
  ck_assert_str_eq (tally (3)->duplicate_of, "in.csv");
}
END_TEST

START_TEST (other_endings_in_an_archive_are_told)
{
  put_archive ("in.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_GZIP,
               ENTRIES ("a.csv", BALANCE_TEXT, "letter.txt", "x", ".hidden.csv", "x"));
  read_good (PATHS ("in.zip"));
  ck_assert_uint_eq (count_files (), 1);
  ck_assert_uint_eq (input_book_ignored (books->inputs)->len, 1);
  ck_assert_str_eq (g_ptr_array_index (input_book_ignored (books->inputs), 0), "in.zip/letter.txt");
}
END_TEST

/* Bad rows are there too, but set aside; damage is never. */
START_TEST (a_damaged_packed_file_is_refused_when_keeping_going_too)
{
  plan.keep_going = TRUE;
  put_packed ("a.csv", ARCHIVE_FILTER_GZIP, BALANCE_TEXT "x\n");
  GStatBuf info;
  ck_assert_int_eq (g_stat ("a.csv", &info), 0);
  ck_assert_int_eq (truncate ("a.csv", info.st_size - 1), 0);
  inputs = input_set_new (PATHS ("a.csv"), 0, &error);
  if (inputs != NULL)
    ck_assert (!read_inputs ());
  ck_assert_str_eq (error->message,
                    "a.csv: the gzip file is damaged: it ends in the middle; download it again");
}
END_TEST

START_TEST (rows_of_packed_files_can_be_read_once_more)
{
  Visit visit = { .seen = g_string_new (NULL) };

  put_packed ("a.csv", _i == 0 ? ARCHIVE_FILTER_GZIP : ARCHIVE_FILTER_XZ, BALANCE_TEXT);
  put_archive ("b.csv", ARCHIVE_FORMAT_ZIP, _i == 0 ? ARCHIVE_FILTER_NONE : ARCHIVE_FILTER_ZSTD,
               ENTRIES ("z.csv", USAGE_TEXT, "a.csv", INVOICE_START "c1,G1,New,1,USD\n", "b.csv",
                        BALANCE_TEXT));
  read_good (PATHS ("a.csv", "b.csv"));
  ck_assert (input_visit_read (&(InputVisit){ .inputs = inputs, .plan = &plan, .books = books },
                               &visitor, &visit, &error));
  ck_assert_str_eq (visit.seen->str, "b0:2 u3:2 i1:2:charge ");
  g_string_free (visit.seen, TRUE);
}
END_TEST

START_TEST (a_bad_entry_is_told_by_its_name)
{
  put_archive ("in.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
               ENTRIES ("b.csv", BALANCE_TEXT, "a.csv", USAGE_START "c1,G1,31/10/2026,1,USD\n"));
  ck_assert (!reads (PATHS ("in.zip")));
  ck_assert (g_str_has_prefix (error->message, "in.zip/a.csv:2: column \"UsageDate\""));
}
END_TEST

START_TEST (an_archive_that_changes_meanwhile_is_refused)
{
  put_archive ("in.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
               ENTRIES ("a.csv", BALANCE_TEXT, "b.csv", USAGE_TEXT));
  inputs = input_set_new (PATHS ("in.zip"), 0, NULL);
  ck_assert_ptr_nonnull (inputs);
  put_archive ("in.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
               ENTRIES ("a.csv", BALANCE_TEXT, "c.csv", USAGE_TEXT));
  ck_assert (!read_inputs ());
  ck_assert_str_eq (error->message, "in.zip/b.csv: the file changed while it was read; wait until "
                                    "it is complete and run again");
}
END_TEST

/* What is told is how much of the files was read, not how much they hold. */
START_TEST (progress_in_a_packed_file_is_that_in_the_file)
{
  g_autoptr (GString) text = g_string_new ("CustomerId,DurableOfferId\n");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  Told told = { 0 };

  reader.progress = take_progress;
  reader.progress_data = &told;
  for (int i = 0; i < 1200 * 1024; i++)
    g_string_append_printf (text, "c1,%012u\n", g_rand_int (random));
  put_packed ("a.csv", ARCHIVE_FILTER_GZIP, text->str);
  put ("b.csv", BALANCE_TEXT);
  read_good (PATHS ("a.csv", "b.csv"));
  ck_assert_uint_ge (told.calls, 2);
  for (guint i = 0; i < told.calls; i++)
    {
      ck_assert_uint_le (told.done[i], told.total);
      ck_assert_uint_ge (told.done[i], i > 0 ? told.done[i - 1] : 0);
    }
  ck_assert_uint_eq (told.done[told.calls - 1], told.total);
}
END_TEST

static TCase *
tests_of_kinds (void)
{
  TCase *tests = tcase_create ("kinds");

  tcase_add_test (tests, each_kind_is_read);
  tcase_add_test (tests, the_name_of_a_file_tells_nothing);
  tcase_add_test (tests, a_header_without_rows_is_accepted);
  tcase_add_test (tests, unknown_columns_are_told);
  tcase_add_test (tests, rows_without_an_invoice_number_are_estimates);
  tcase_add_test (tests, given_header_names_are_heeded);
  tcase_add_test (tests, decimal_comma_and_day_first_are_heeded);
  tcase_add_test (tests, rows_of_a_legacy_file_are_only_counted);
  return tests;
}

static TCase *
tests_of_refusals (void)
{
  TCase *tests = tcase_create ("refusals");

  tcase_add_loop_test (tests, a_damaged_file_is_refused, 0, G_N_ELEMENTS (refused));
  tcase_add_loop_test (tests, a_damaged_file_is_refused_when_keeping_going_too, 0,
                       G_N_ELEMENTS (refused));
  tcase_add_loop_test (tests, a_file_that_writes_the_month_first_is_refused_likewise, 0, 2);
  tcase_add_test (tests, a_header_name_in_a_refusal_is_harmless_for_a_terminal);
  tcase_add_test (tests, a_file_that_vanished_is_refused);
  return tests;
}

static TCase *
tests_of_bad_rows (void)
{
  TCase *tests = tcase_create ("bad rows");

  tcase_add_test (tests, one_bad_row_refuses_the_run);
  tcase_add_test (tests, bad_rows_of_all_files_are_named);
  tcase_add_test (tests, from_twenty_bad_rows_on_no_more_files_are_read);
  tcase_add_test (tests, of_one_file_twenty_bad_rows_are_read);
  tcase_add_test (tests, bad_rows_are_set_aside_when_keeping_going);
  tcase_add_test (tests, a_bad_row_goes_into_no_book);
  tcase_add_test (tests, a_row_with_another_number_of_cells_is_bad);
  tcase_add_test (tests, twenty_ragged_rows_are_enough_too);
  tcase_add_test (tests, blank_lines_are_skipped);
  tcase_add_test (tests, a_line_of_separators_or_quotes_is_not_blank);
  tcase_add_loop_test (tests, what_was_found_is_told_short_and_harmless, 0, G_N_ELEMENTS (founds));
  return tests;
}

static TCase *
tests_of_files (void)
{
  TCase *tests = tcase_create ("files");

  tcase_add_test (tests, the_same_content_is_read_once);
  tcase_add_test (tests, bad_rows_of_a_duplicate_are_set_aside_once);
  tcase_add_loop_test (tests, bad_rows_of_a_duplicate_are_named_once, 0, 2);
  tcase_add_loop_test (tests, digests_are_told_where_they_are_wanted, 0, 2);
  tcase_add_test (tests, progress_is_told_after_every_file);
  tcase_add_test (tests, progress_is_told_within_a_long_file);
  tcase_add_loop_test (tests, the_rows_can_be_read_once_more, 0, 2);
  tcase_add_test (tests, a_file_that_vanished_cannot_be_read_once_more);
  tcase_add_test (tests, a_file_that_was_damaged_cannot_be_read_once_more);
  return tests;
}

static TCase *
tests_of_archives (void)
{
  TCase *tests = tcase_create ("archives");

  tcase_add_test (tests, files_of_an_archive_are_read_in_the_order_of_their_names);
  tcase_add_test (tests, the_same_content_is_read_once_however_it_is_packed);
  tcase_add_test (tests, a_bad_entry_is_told_by_its_name);
  tcase_add_test (tests, the_same_content_twice_in_an_archive_is_read_once);
  tcase_add_test (tests, other_endings_in_an_archive_are_told);
  tcase_add_test (tests, a_damaged_packed_file_is_refused_when_keeping_going_too);
  tcase_add_loop_test (tests, rows_of_packed_files_can_be_read_once_more, 0, 2);
  tcase_add_test (tests, an_archive_that_changes_meanwhile_is_refused);
  tcase_add_test (tests, progress_in_a_packed_file_is_that_in_the_file);
  return tests;
}

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("input-reader");
  TCase *cases[] = { tests_of_kinds (), tests_of_refusals (), tests_of_bad_rows (),
                     tests_of_files (), tests_of_archives () };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tcase_add_checked_fixture (cases[i], set_up, tear_down);
      suite_add_tcase (suite, cases[i]);
    }
  return suite;
}

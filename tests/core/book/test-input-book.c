/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/input-book.h"

#include "base/month-counts.h"
#include "test-main.h"

#include <check.h>
#include <signal.h>

static Position
line (guint32 file, guint64 number)
{
  return (Position){ .file = file, .line = number };
}

static void
append_months (GString *text, const GArray *months)
{
  for (guint i = 0; i < months->len; i++)
    {
      const MonthCount *entry = &g_array_index (months, MonthCount, i);
      g_string_append_printf (text, " %d:%" G_GUINT64_FORMAT, entry->month, entry->count);
    }
}

static gboolean
append_invoice (gpointer key, gpointer value G_GNUC_UNUSED, gpointer text)
{
  const InputInvoice *invoice = key;

  g_string_append_printf (text, " [%s", invoice->invoice);
  append_months (text, invoice->months);
  g_string_append (text, "]");
  return FALSE;
}

static void
append_unbilled (GString *text, const UnbilledTally *tally)
{
  g_autofree char *sum = decimal_to_string (tally->sum, 2);

  g_string_append_printf (text,
                          " unbilled %s %" G_GUINT64_FORMAT " rows %s from %" G_GUINT64_FORMAT,
                          tally->currency, tally->rows, sum, tally->first.line);
}

/* Everything that was counted of a file, on one line. */
static char *
describe (const InputTally *tally)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s %" G_GUINT64_FORMAT " rows", tally->file,
                          file_kind_name (tally->kind), tally->rows);
  append_months (text, tally->months);
  g_tree_foreach (tally->invoices, append_invoice, text);
  for (guint i = 0; i < tally->unbilled->len; i++)
    append_unbilled (text, &g_array_index (tally->unbilled, UnbilledTally, i));
  for (guint i = 0; i < tally->rejected->len; i++)
    {
      const RejectedRow *row = &g_array_index (tally->rejected, RejectedRow, i);
      g_string_append_printf (text, " rejected %" G_GUINT64_FORMAT " %s", row->at.line,
                              row->reason);
    }
  if (tally->byte_count > 0)
    g_string_append_printf (text, " %" G_GUINT64_FORMAT " bytes", tally->byte_count);
  if (tally->is_duplicate)
    g_string_append_printf (text, " duplicate of %s", tally->duplicate_of);
  if (tally->sha256 != NULL)
    g_string_append_printf (text, " sha256 %s", tally->sha256);
  if (tally->unknown_columns != NULL)
    g_string_append_printf (text, " unknown %s", tally->unknown_columns);
  return g_string_free (text, FALSE);
}

static void
assert_tally (const InputTally *tally, const char *expected)
{
  g_autofree char *text = describe (tally);

  ck_assert_str_eq (text, expected);
}

/* Files */

START_TEST (a_file_has_one_tally_made_at_the_first_call)
{
  g_autoptr (InputBook) book = input_book_new ();
  char name[] = "b.csv";
  InputTally *tally = input_book_file (book, 3, name, KIND_INVOICE);

  name[0] = 'x';
  assert_tally (tally, "b.csv invoice 0 rows");
  ck_assert_uint_eq (tally->index, 3);
  ck_assert_ptr_eq (input_book_file (book, 3, "other.csv", KIND_LEGACY), tally);
  ck_assert_ptr_eq (input_book_lookup (book, 3), tally);
  assert_tally (tally, "b.csv invoice 0 rows");
}
END_TEST

START_TEST (files_are_listed_in_reading_order)
{
  static const guint32 order[] = { 2, 0, 300, 1 };
  g_autoptr (InputBook) book = input_book_new ();
  g_autoptr (GPtrArray) none = input_book_list (book);

  ck_assert_uint_eq (none->len, 0);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    (void) input_book_file (book, order[i], "f.csv", KIND_DAILY_USAGE);
  g_autoptr (GPtrArray) list = input_book_list (book);
  static const guint32 sorted[] = { 0, 1, 2, 300 };
  ck_assert_uint_eq (list->len, G_N_ELEMENTS (sorted));
  for (guint i = 0; i < list->len; i++)
    ck_assert_uint_eq (((const InputTally *) g_ptr_array_index (list, i))->index, sorted[i]);
  input_book_free (NULL);
}
END_TEST

START_TEST (a_file_that_was_not_read_is_only_named)
{
  g_autoptr (InputBook) book = input_book_new ();
  char name[] = "notes.docx";

  input_book_ignore (book, name, FALSE);
  name[0] = 'x';
  input_book_ignore (book, "a.png", FALSE);
  const GPtrArray *ignored = input_book_ignored (book);
  g_autoptr (GPtrArray) list = input_book_list (book);
  ck_assert_uint_eq (ignored->len, 2);
  ck_assert_str_eq (g_ptr_array_index (ignored, 0), "notes.docx");
  ck_assert_str_eq (g_ptr_array_index (ignored, 1), "a.png");
  ck_assert_uint_eq (list->len, 0);
}
END_TEST

/* Counting */

START_TEST (invoices_are_told_apart_without_case_and_count_their_usage_months)
{
  g_autoptr (InputBook) book = input_book_new ();
  InputTally *tally = input_book_file (book, 0, "u.csv", KIND_DAILY_USAGE);

  input_book_tally_add_invoice (tally, slice_of ("G2"), 20);
  input_book_tally_add_invoice (tally, slice_of ("g2"), 20);
  input_book_tally_add_invoice (tally, slice_of ("G1"), 19);
  input_book_tally_add_invoice (tally, slice_of ("G2"), 19);
  input_book_tally_add_invoice (tally, slice_of ("g3"), MONTH_NONE);
  assert_tally (tally, "u.csv daily-usage 0 rows [g1 19:1] [g2 19:1 20:2] [g3]");
}
END_TEST

START_TEST (estimates_are_summed_by_currency)
{
  g_autoptr (InputBook) book = input_book_new ();
  InputTally *tally = input_book_file (book, 0, "i.csv", KIND_INVOICE);

  input_book_tally_add_unbilled (tally, slice_of ("USD"), decimal_from_scaled (150, 2),
                                 line (0, 9));
  input_book_tally_add_unbilled (tally, slice_of ("eur"), decimal_from_int (7), line (0, 3));
  input_book_tally_add_unbilled (tally, slice_of ("usd"), decimal_from_int (-5), line (0, 4));
  input_book_tally_add_unbilled (tally, slice_of ("GBP"), decimal_from_int (0), line (0, 6));
  assert_tally (tally, "i.csv invoice 0 rows unbilled EUR 1 rows 7.00 from 3 "
                       "unbilled GBP 1 rows 0.00 from 6 unbilled USD 2 rows -3.50 from 4");
}
END_TEST

START_TEST (rows_set_aside_are_kept_in_reading_order)
{
  g_autoptr (InputBook) book = input_book_new ();
  InputTally *tally = input_book_file (book, 1, "b.csv", KIND_ACO_BALANCE);
  char reason[] = "bad number";

  input_book_tally_add_rejected (tally, line (1, 5), reason);
  reason[0] = 'x';
  input_book_tally_add_rejected (tally, line (1, 7), "bad date");
  assert_tally (tally, "b.csv aco-balance 0 rows rejected 5 bad number rejected 7 bad date");
}
END_TEST

/* Merging */

static void
fill_earlier (InputTally *tally)
{
  tally->rows = 5;
  tally->byte_count = 500;
  month_counts_add (tally->months, 20, 2);
  input_book_tally_add_invoice (tally, slice_of ("G1"), 20);
  input_book_tally_add_unbilled (tally, slice_of ("USD"), decimal_from_int (1), line (0, 3));
  input_book_tally_add_rejected (tally, line (0, 2), "first");
}

static void
fill_later (InputTally *tally)
{
  tally->rows = 7;
  tally->byte_count = 70;
  month_counts_add (tally->months, 20, 1);
  month_counts_add (tally->months, 18, 1);
  input_book_tally_add_invoice (tally, slice_of ("G0"), MONTH_NONE);
  input_book_tally_add_invoice (tally, slice_of ("g1"), 21);
  input_book_tally_add_invoice (tally, slice_of ("g1"), 20);
  input_book_tally_add_unbilled (tally, slice_of ("EUR"), decimal_from_int (4), line (0, 12));
  input_book_tally_add_unbilled (tally, slice_of ("usd"), decimal_from_int (2), line (0, 11));
  input_book_tally_add_rejected (tally, line (0, 10), "second");
}

#define MERGED \
  "f.csv invoice 12 rows 18:1 20:3 [g0] [g1 20:2 21:1] unbilled EUR 1 rows 4.00 from 12 " \
  "unbilled USD 2 rows 3.00 from 3 rejected 2 first rejected 10 second 570 bytes"

START_TEST (two_readings_of_a_file_add_up)
{
  g_autoptr (InputBook) book = input_book_new ();
  g_autoptr (InputBook) later = input_book_new ();

  fill_earlier (input_book_file (book, 0, "f.csv", KIND_INVOICE));
  fill_later (input_book_file (later, 0, "f.csv", KIND_INVOICE));
  input_book_merge (book, later);
  assert_tally (input_book_lookup (book, 0), MERGED);
}
END_TEST

/* An invoice that was counted before a merge goes on counting after it. */
START_TEST (counting_goes_on_after_a_merge)
{
  g_autoptr (InputBook) book = input_book_new ();
  g_autoptr (InputBook) later = input_book_new ();
  InputTally *tally = input_book_file (book, 0, "f.csv", KIND_DAILY_USAGE);

  input_book_tally_add_invoice (tally, slice_of ("G1"), 20);
  input_book_tally_add_invoice (input_book_file (later, 0, "f.csv", KIND_DAILY_USAGE),
                                slice_of ("G2"), 20);
  input_book_merge (book, later);
  input_book_tally_add_invoice (tally, slice_of ("G1"), 20);
  input_book_tally_add_invoice (tally, slice_of ("G2"), 20);
  assert_tally (tally, "f.csv daily-usage 0 rows [g1 20:2] [g2 20:2]");
}
END_TEST

START_TEST (what_a_file_is_comes_from_whichever_reading_knows_it)
{
  g_autoptr (InputBook) book = input_book_new ();
  g_autoptr (InputBook) later = input_book_new ();
  InputTally *known = input_book_file (book, 0, "a.csv", KIND_INVOICE);
  InputTally *learned = input_book_file (later, 1, "b.csv", KIND_LEGACY);

  known->sha256 = g_strdup ("aa");
  known->unknown_columns = g_strdup ("Colour");
  (void) input_book_file (later, 0, "a.csv", KIND_INVOICE);
  (void) input_book_file (book, 1, "b.csv", KIND_LEGACY);
  learned->is_duplicate = TRUE;
  learned->duplicate_of = g_strdup ("a.csv");
  learned->sha256 = g_strdup ("bb");
  learned->unknown_columns = g_strdup ("Weight");
  input_book_merge (book, later);
  assert_tally (input_book_lookup (book, 0), "a.csv invoice 0 rows sha256 aa unknown Colour");
  assert_tally (input_book_lookup (book, 1),
                "b.csv legacy 0 rows duplicate of a.csv sha256 bb unknown Weight");
}
END_TEST

START_TEST (files_of_the_later_reading_are_added)
{
  g_autoptr (InputBook) book = input_book_new ();
  g_autoptr (InputBook) later = input_book_new ();

  input_book_ignore (book, "x.png", FALSE);
  input_book_ignore (later, "y.csv", TRUE);
  (void) input_book_file (book, 1, "a.csv", KIND_INVOICE);
  fill_earlier (input_book_file (later, 0, "f.csv", KIND_INVOICE));
  input_book_merge (book, later);
  g_autoptr (GPtrArray) list = input_book_list (book);
  ck_assert_uint_eq (list->len, 2);
  assert_tally (g_ptr_array_index (list, 0),
                "f.csv invoice 5 rows 20:2 [g1 20:1] unbilled USD 1 rows 1.00 from 3 "
                "rejected 2 first 500 bytes");
  assert_tally (g_ptr_array_index (list, 1), "a.csv invoice 0 rows");
  ck_assert_uint_eq (input_book_ignored (book)->len, 2);
  ck_assert_str_eq (g_ptr_array_index (input_book_ignored (book), 1), "y.csv");
  ck_assert (!input_book_is_of_pack (book, 0));
  ck_assert (input_book_is_of_pack (book, 1));
}
END_TEST

START_TEST (a_book_that_was_merged_is_empty_and_can_be_used_again)
{
  g_autoptr (InputBook) book = input_book_new ();
  g_autoptr (InputBook) later = input_book_new ();

  fill_earlier (input_book_file (later, 0, "f.csv", KIND_INVOICE));
  input_book_ignore (later, "x.png", FALSE);
  input_book_merge (book, later);
  g_autoptr (GPtrArray) emptied = input_book_list (later);
  ck_assert_uint_eq (emptied->len, 0);
  ck_assert_uint_eq (input_book_ignored (later)->len, 0);

  fill_later (input_book_file (later, 0, "f.csv", KIND_INVOICE));
  input_book_merge (book, later);
  assert_tally (input_book_lookup (book, 0), MERGED);
  ck_assert_uint_eq (input_book_ignored (book)->len, 1);
}
END_TEST

/* The caller's faults abort. */
START_TEST (a_file_that_is_not_there_cannot_be_looked_up)
{
  g_autoptr (InputBook) book = input_book_new ();

  (void) input_book_lookup (book, 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("input-book");
  TCase *files = tcase_create ("files");
  TCase *counts = tcase_create ("counts");
  TCase *merge = tcase_create ("merge");

  tcase_add_test (files, a_file_has_one_tally_made_at_the_first_call);
  tcase_add_test (files, files_are_listed_in_reading_order);
  tcase_add_test (files, a_file_that_was_not_read_is_only_named);
  if (g_strcmp0 (g_getenv ("CK_FORK"), "no") != 0) /* or the abort would end all tests */
    tcase_add_test_raise_signal (files, a_file_that_is_not_there_cannot_be_looked_up, SIGABRT);
  tcase_add_test (counts, invoices_are_told_apart_without_case_and_count_their_usage_months);
  tcase_add_test (counts, estimates_are_summed_by_currency);
  tcase_add_test (counts, rows_set_aside_are_kept_in_reading_order);
  tcase_add_test (merge, two_readings_of_a_file_add_up);
  tcase_add_test (merge, counting_goes_on_after_a_merge);
  tcase_add_test (merge, what_a_file_is_comes_from_whichever_reading_knows_it);
  tcase_add_test (merge, files_of_the_later_reading_are_added);
  tcase_add_test (merge, a_book_that_was_merged_is_empty_and_can_be_used_again);
  suite_add_tcase (suite, files);
  suite_add_tcase (suite, counts);
  suite_add_tcase (suite, merge);
  return suite;
}

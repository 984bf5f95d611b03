/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/fingerprint-book.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const HashKey key = { 7, 11 };

/* Each letter is a row; equal letters are equal rows. */
static void
add_rows (FingerprintBook *book, const char *invoice, guint32 file, const char *letters)
{
  for (; *letters != '\0'; letters++)
    {
      g_autofree char *text
          = g_strdup_printf ("file=%u|invoice=%s|product=%c", file, invoice, *letters);
      const InvoiceLine line = build_invoice_line (text);
      fingerprint_book_add_line (book, &line);
    }
}

/* "INVOICE FILE shares PLACES of ROWS with EARLIER" of each overlap, on a line. */
static char *
describe (FingerprintBook *book)
{
  g_autoptr (GPtrArray) overlaps = fingerprint_book_overlaps (book);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const RowOverlap *overlap = g_ptr_array_index (overlaps, i);

      g_string_append_printf (text, "%s%s %u shares",
                              overlap->kind == KIND_DAILY_USAGE ? "daily " : "", overlap->invoice,
                              overlap->file);
      for (guint j = 0; j < overlap->shared->len; j++)
        g_string_append_printf (text, " %" G_GUINT64_FORMAT,
                                g_array_index (overlap->shared, guint64, j));
      g_string_append_printf (text, " of %" G_GUINT64_FORMAT " with %u\n", overlap->rows,
                              overlap->earlier_file);
    }
  return g_string_free (text, FALSE);
}

static void
assert_overlaps (FingerprintBook *book, const char *expected)
{
  g_autofree char *text = describe (book);

  ck_assert_str_eq (text, expected);
}

/* Up to three files of one invoice. */
static const struct
{
  const char *files[3];
  const char *overlaps;
} cases[] = {
  { { "abc", "def", "" }, "" },
  { { "abc", "abc", "" }, "g1 1 shares 0 1 2 of 3 with 0\n" },
  { { "abc", "cde", "" }, "g1 1 shares 0 of 3 with 0\n" },
  { { "abc", "xcyb", "" }, "g1 1 shares 1 3 of 4 with 0\n" },
  /* Equal rows inside one file are no overlap. */
  { { "aaa", "", "" }, "" },
  { { "aab", "cdd", "" }, "" },
  /* As often as the files before have it, the first ones. */
  { { "aa", "aaa", "" }, "g1 1 shares 0 1 of 3 with 0\n" },
  { { "aaa", "aa", "" }, "g1 1 shares 0 1 of 2 with 0\n" },
  { { "ab", "acaca", "" }, "g1 1 shares 0 of 5 with 0\n" },
  /* A file is compared with all before it together. */
  { { "ab", "cd", "da" }, "g1 2 shares 0 1 of 2 with 1\n" },
  { { "ab", "cd", "ad" }, "g1 2 shares 0 1 of 2 with 0\n" },
  { { "a", "a", "aaa" }, "g1 1 shares 0 of 1 with 0\ng1 2 shares 0 1 of 3 with 0\n" },
  { { "ab", "bc", "cd" }, "g1 1 shares 0 of 2 with 0\ng1 2 shares 0 of 2 with 1\n" },
};

static FingerprintBook *
book_of (const char *const *files)
{
  FingerprintBook *book = fingerprint_book_new (&key);

  for (guint32 i = 0; i < 3; i++)
    add_rows (book, "G1", i, files[i]);
  return book;
}

START_TEST (files_that_hold_rows_of_files_before_them_are_named)
{
  g_autoptr (FingerprintBook) book = book_of (cases[_i].files);

  assert_overlaps (book, cases[_i].overlaps);
  fingerprint_book_free (NULL);
}
END_TEST

/* All rows of a case in a line, cut at two places: three books that are merged from either side. */
START_TEST (however_the_rows_are_cut_the_overlaps_are_the_same)
{
  const char *const *files = cases[_i].files;
  const gsize lengths[] = { strlen (files[0]), strlen (files[1]), strlen (files[2]) };
  const gsize count = lengths[0] + lengths[1] + lengths[2];

  for (gsize first = 0; first <= count; first++)
    for (gsize second = first; second <= count; second++)
      {
        FingerprintBook *parts[3];
        gsize row = 0;

        for (guint i = 0; i < 3; i++)
          parts[i] = fingerprint_book_new (&key);
        for (guint32 file = 0; file < 3; file++)
          for (gsize i = 0; i < lengths[file]; i++, row++)
            add_rows (parts[row < first    ? 0
                            : row < second ? 1
                                           : 2],
                      "g1", file, (char[]){ files[file][i], '\0' });
        const gboolean from_the_left = (first + second) % 2 == 0;
        fingerprint_book_merge (parts[from_the_left ? 0 : 1], parts[from_the_left ? 1 : 2]);
        fingerprint_book_merge (parts[0], parts[from_the_left ? 2 : 1]);
        assert_overlaps (parts[0], cases[_i].overlaps);
        for (guint i = 0; i < 3; i++)
          fingerprint_book_free (parts[i]);
      }
}
END_TEST

/* So many are looked at side by side. */
START_TEST (many_files_of_one_invoice_are_compared_with_all_before_them)
{
  static const char *const files[]
      = { "abcd", "efgh", "ijkl", "mnop", "qrst", "u2bv", "fwxy", "z0k1", "m345" };
  g_autoptr (FingerprintBook) book = fingerprint_book_new (&key);

  for (guint32 i = 0; i < G_N_ELEMENTS (files); i++)
    add_rows (book, "G1", i, files[i]);
  assert_overlaps (book, "g1 5 shares 2 of 4 with 0\n"
                         "g1 6 shares 0 of 4 with 1\n"
                         "g1 7 shares 2 of 4 with 2\n"
                         "g1 8 shares 0 of 4 with 3\n");
}
END_TEST

START_TEST (invoices_and_kinds_are_told_apart)
{
  g_autoptr (FingerprintBook) book = fingerprint_book_new (&key);
  const UsageRow row = build_usage_row ("file=3"), again = build_usage_row ("file=4");

  add_rows (book, "G1", 0, "ab");
  add_rows (book, "G2", 1, "ab");
  add_rows (book, "g1", 2, "b");
  fingerprint_book_add_usage (book, &row);
  fingerprint_book_add_usage (book, &again);
  ck_assert_uint_eq (fingerprint_book_count (book, KIND_INVOICE, "g1", 0), 2);
  ck_assert_uint_eq (fingerprint_book_count (book, KIND_INVOICE, "g1", 1), 0);
  ck_assert_uint_eq (fingerprint_book_count (book, KIND_DAILY_USAGE, "g1", 3), 1);
  assert_overlaps (book, "g1 2 shares 0 of 1 with 0\ndaily g1 4 shares 0 of 1 with 3\n");
  assert_overlaps (book, "");
}
END_TEST

/* Sorting many prints in place: two thousand rows against the same in another order. */
START_TEST (large_files_are_compared_row_by_row)
{
  g_autoptr (FingerprintBook) book = fingerprint_book_new (&key);
  enum
  {
    ROWS = 2000,
    SKIPPED = 7
  };

  for (guint32 file = 0; file < 2; file++)
    for (guint i = 0; i < ROWS; i++)
      {
        const guint row = file == 0 ? i : ROWS - 1 - i;
        g_autofree char *text = g_strdup_printf ("file=%u|quantity=%u|price=%u", file, row / 2,
                                                 file == 1 && row % SKIPPED == 0 ? 9 : 1);
        const InvoiceLine line = build_invoice_line (text);
        fingerprint_book_add_line (book, &line);
      }
  g_autoptr (GPtrArray) overlaps = fingerprint_book_overlaps (book);
  ck_assert_uint_eq (overlaps->len, 1);
  const RowOverlap *overlap = g_ptr_array_index (overlaps, 0);
  ck_assert_uint_eq (overlap->rows, ROWS);
  ck_assert_uint_eq (overlap->shared->len, ROWS - (ROWS + SKIPPED - 1) / SKIPPED);
  for (guint i = 1; i < overlap->shared->len; i++)
    ck_assert_uint_lt (g_array_index (overlap->shared, guint64, i - 1),
                       g_array_index (overlap->shared, guint64, i));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("fingerprint-book");
  TCase *tests = tcase_create ("overlaps");

  tcase_add_loop_test (tests, files_that_hold_rows_of_files_before_them_are_named, 0,
                       G_N_ELEMENTS (cases));
  tcase_add_loop_test (tests, however_the_rows_are_cut_the_overlaps_are_the_same, 0,
                       G_N_ELEMENTS (cases));
  tcase_add_test (tests, many_files_of_one_invoice_are_compared_with_all_before_them);
  tcase_add_test (tests, invoices_and_kinds_are_told_apart);
  tcase_add_test (tests, large_files_are_compared_row_by_row);
  suite_add_tcase (suite, tests);
  return suite;
}

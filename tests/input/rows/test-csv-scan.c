/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/csv-scan.h"
#include "sample-scan.h"
#include "test-main.h"

#include <check.h>

/* "start-end[cell][cell] ..." of all records there are; "!" behind the irregular ones. */
static void
append_records (CsvScan *scan, const char *text, GString *out)
{
  CsvScanRecord record;

  while (csv_scan_next (scan, &record))
    {
      g_string_append_printf (out, "%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT, record.start,
                              record.end);
      for (gsize i = 0; i < record.cell_count; i++)
        {
          const Slice cell = csv_scan_cell (&record, text, i);

          g_string_append_c (out, '[');
          g_string_append_len (out, cell.text, (gssize) cell.length);
          g_string_append_c (out, ']');
        }
      g_string_append (out, (record.flags & CSV_SCAN_IRREGULAR) != 0 ? "! " : " ");
      ck_assert_uint_eq (csv_scan_position (scan), record.end + 1);
    }
}

static CsvScan *
scan_of (CsvScanBody body)
{
  return csv_scan_new (csv_scan_body_is_available (body) ? body : CSV_SCAN_NONE, ',');
}

/* Whole, in two pieces at every place, and byte by byte. */
static void
check_records (const char *text, const char *expected)
{
  const gsize length = strlen (text);

  for (guint body = 0; body < CSV_SCAN_BODIES; body++)
    {
      g_autoptr (CsvScan) scan = scan_of ((CsvScanBody) body);

      for (gsize split = 0; split <= length + 1; split++)
        {
          g_autoptr (GString) found = g_string_new (NULL);

          csv_scan_restart (scan);
          for (gsize i = 1; split > length && i < length; i++)
            {
              csv_scan_add (scan, text, i);
              append_records (scan, text, found);
            }
          if (split <= length)
            csv_scan_add (scan, text, split);
          append_records (scan, text, found);
          csv_scan_add (scan, text, length);
          append_records (scan, text, found);
          ck_assert_str_eq (found->str, expected);
          ck_assert_uint_eq (csv_scan_length (scan), length);
        }
    }
}

START_TEST (records_and_cells_are_found)
{
  check_records ("", "");
  check_records ("a", "");
  check_records ("\n", "0-0[] ");
  check_records ("a,b\nc\n", "0-3[a][b] 4-5[c] ");
  check_records (",\r\n\r\nb", "0-2[][] 3-4[] ");
  check_records ("a,\"b,\n\"\"c\"\nd,\"\"\r\n", "0-10[a][\"b,\n\"\"c\"] 11-16[d][\"\"] ");
  check_records ("\"a\r\",b\r\n", "0-7[\"a\r\"][b] ");
}
END_TEST

START_TEST (what_is_not_regular_is_marked)
{
  check_records ("a\"b\"\n", "0-4[a\"b\"]! ");
  check_records ("\"a\"b\n", "0-4[\"a\"b]! ");
  check_records ("a\rb\n", "0-3[a\rb]! ");
  check_records ("a\r\r\n", "0-3[a\r]! ");
  check_records ("a, \"b\"\n", "0-6[a][ \"b\"]! ");
  check_records ("\"a\" ,b\n", "0-6[\"a\" ][b]! ");
}
END_TEST

/* A record of @length bytes without its LF, in which @mark stands at @at. */
static void
append_filled (GString *text, gsize length, gsize at, const char *mark)
{
  for (gsize i = 0; i < length; i++)
    g_string_append_c (text, 'x');
  memcpy (text->str + text->len - length + at, mark, strlen (mark));
  g_string_append_c (text, '\n');
}

START_TEST (borders_of_chunks_make_no_difference)
{
  static const char *const marks[] = { ",", "\",\",", ",\"\"\"\"," };

  for (gsize length = 60; length <= 68; length++)
    for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
      for (gsize at = 0; at + strlen (marks[i]) <= length; at++)
        {
          g_autoptr (GString) text = g_string_new (NULL);

          append_filled (text, length, at, marks[i]);
          append_filled (text, length, at, ",");
          for (guint body = 0; body < CSV_SCAN_BODIES; body++)
            {
              g_autoptr (CsvScan) scan = scan_of ((CsvScanBody) body);
              ExpectedIndex expected = expected_index (text->str, text->len, ',');
              CsvScanRecord record;
              gsize count = 0;

              csv_scan_add (scan, text->str, text->len);
              while (csv_scan_next (scan, &record))
                {
                  const gsize first = count > 0 ? expected.records[count - 1] : 0;

                  ck_assert_uint_eq (record.cell_count, expected.records[count] - first);
                  ck_assert_mem_eq (record.ends, expected.ends + first,
                                    record.cell_count * sizeof *record.ends);
                  count++;
                }
              ck_assert_uint_eq (count, expected.record_count);
              expected_index_clear (&expected);
            }
        }
}
END_TEST

/* Each assertion is a call of the system: one in all is enough. */
static gboolean
is_expected_record (const CsvScanRecord *record, const ExpectedIndex *expected, gsize number)
{
  const gsize first = number > 0 ? expected->records[number - 1] : 0;

  return number < expected->record_count
         && record->end == expected->ends[expected->records[number] - 1]
         && record->cell_count == expected->records[number] - first
         && memcmp (record->ends, expected->ends + first, record->cell_count * sizeof *record->ends)
                == 0;
}

static void
check_long (CsvScanBody body, const char *text, gsize length, gsize step)
{
  g_autoptr (CsvScan) scan = scan_of (body);
  const gsize looked = MIN (length, CSV_SCAN_BYTES_MAX);
  ExpectedIndex expected = expected_index (text, looked, ',');
  CsvScanRecord record;
  gsize count = 0;

  for (gsize seen = MIN (step, length);; seen = MIN (seen + step, length))
    {
      csv_scan_add (scan, text, seen);
      for (; csv_scan_next (scan, &record); count++)
        if (!is_expected_record (&record, &expected, count))
          ck_abort_msg ("record %zu of %zu bytes seen", count, seen);
      if (seen == length)
        break;
    }
  ck_assert_uint_eq (count, expected.record_count);
  ck_assert_uint_eq (csv_scan_length (scan), looked);
  expected_index_clear (&expected);
}

START_TEST (no_more_than_a_block_is_looked_at)
{
  static const gsize lengths[]
      = { CSV_SCAN_BYTES_MAX - 65, CSV_SCAN_BYTES_MAX - 64, CSV_SCAN_BYTES_MAX - 63,
          CSV_SCAN_BYTES_MAX - 1,  CSV_SCAN_BYTES_MAX,      CSV_SCAN_BYTES_MAX + 1,
          CSV_SCAN_BYTES_MAX + 64, CSV_SCAN_BYTES_MAX + 65 };
  guint32 state = 4711;

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *text = regular_text (&state, lengths[i]);

      check_long ((CsvScanBody) _i, text, lengths[i], G_MAXSIZE / 2);
      check_long ((CsvScanBody) _i, text, lengths[i], 65536);
      check_long ((CsvScanBody) _i, text, lengths[i], 10007);
    }
}
END_TEST

START_TEST (a_block_of_nothing_but_separators_fits)
{
  static const char bytes[] = ",\n";
  g_autofree char *text = g_malloc (CSV_SCAN_BYTES_MAX);

  for (gsize i = 0; i < 2; i++)
    {
      memset (text, bytes[i], CSV_SCAN_BYTES_MAX);
      check_long ((CsvScanBody) _i, text, CSV_SCAN_BYTES_MAX, CSV_SCAN_BYTES_MAX);
      check_long ((CsvScanBody) _i, text, CSV_SCAN_BYTES_MAX, 65535);
    }
}
END_TEST

START_TEST (flags_tell_of_the_chunks_of_a_record)
{
  g_autoptr (CsvScan) scan = csv_scan_new (CSV_SCAN_NONE, ',');
  g_autoptr (GString) text = g_string_new (NULL);
  CsvScanRecord record;

  append_filled (text, 200, 100, "\xc3\xa4");
  append_filled (text, 200, 100, ",\"\n\",");
  append_filled (text, 200, 0, ",");
  g_string_append (text, "xxxxxxxxxx\r");
  csv_scan_add (scan, text->str, text->len);
  ck_assert (csv_scan_next (scan, &record));
  ck_assert_uint_eq (record.flags, CSV_SCAN_HIGH);
  ck_assert (csv_scan_next (scan, &record));
  ck_assert_uint_eq (record.flags, CSV_SCAN_INNER_LF);
  ck_assert (csv_scan_next (scan, &record));
  ck_assert_uint_eq (record.flags, 0);
  ck_assert (!csv_scan_next (scan, &record));
  ck_assert (!csv_scan_rest_is_doubtful (scan));
  g_string_append_c (text, 'y');
  csv_scan_add (scan, text->str, text->len);
  ck_assert (csv_scan_rest_is_doubtful (scan));
}
END_TEST

START_TEST (a_record_that_goes_on_can_be_doubtful)
{
  static const struct
  {
    const char *text;
    gboolean is_doubtful;
  } cases[]
      = { { "a\nb,\"c\n", FALSE },      { "a\nb,\xc3\xa4", FALSE }, { "a\nb,\"c\n\xc3", TRUE },
          { "a\nb,c\" ", TRUE },        { "a\nb,\"c\"", FALSE },    { "a\nb\r", FALSE },
          { "a\nb,\"\xc3\xa4\n", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CsvScan) scan = csv_scan_new (CSV_SCAN_NONE, ',');
      CsvScanRecord record;

      csv_scan_add (scan, cases[i].text, strlen (cases[i].text));
      while (csv_scan_next (scan, &record))
        continue;
      ck_assert_int_eq (csv_scan_rest_is_doubtful (scan), cases[i].is_doubtful);
    }
}
END_TEST

/* Where its bytes above 127 are, and as much round them as a chunk is long. */
START_TEST (the_part_to_be_checked_holds_all_high_bytes)
{
  for (gsize at = 0; at < 300; at++)
    {
      g_autoptr (CsvScan) scan = csv_scan_new (CSV_SCAN_NONE, ',');
      g_autoptr (GString) text = g_string_new (NULL);
      CsvScanRecord record;

      append_filled (text, 50, 48, "\xc3\xa4");
      append_filled (text, 302, at, "\xc3\xa4");
      append_filled (text, 50, 0, "\xc3\xa4");
      csv_scan_add (scan, text->str, text->len);
      ck_assert (csv_scan_next (scan, &record));
      ck_assert (csv_scan_next (scan, &record));

      const Slice part = csv_scan_high_part (scan, &record, text->str);
      const char *high = text->str + 51 + at;

      ck_assert (part.text <= high);
      ck_assert (part.text + part.length >= high + 2);
      ck_assert (part.text >= text->str + record.start);
      ck_assert (part.text + part.length <= text->str + record.end);
      ck_assert (g_utf8_validate (part.text, (gssize) part.length, NULL));
    }
}
END_TEST

START_TEST (freeing_nothing_is_fine) { csv_scan_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("csv-scan");
  TCase *tcase = tcase_create ("csv-scan");

  tcase_add_test (tcase, records_and_cells_are_found);
  tcase_add_test (tcase, what_is_not_regular_is_marked);
  tcase_add_test (tcase, borders_of_chunks_make_no_difference);
  tcase_add_loop_test (tcase, no_more_than_a_block_is_looked_at, 0, CSV_SCAN_BODIES);
  tcase_add_loop_test (tcase, a_block_of_nothing_but_separators_fits, 0, CSV_SCAN_BODIES);
  tcase_add_test (tcase, flags_tell_of_the_chunks_of_a_record);
  tcase_add_test (tcase, a_record_that_goes_on_can_be_doubtful);
  tcase_add_test (tcase, the_part_to_be_checked_holds_all_high_bytes);
  tcase_add_test (tcase, freeing_nothing_is_fine);
  suite_add_tcase (suite, tcase);
  return suite;
}

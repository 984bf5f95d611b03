/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/csv-scan-body.h"
#include "sample-scan.h"
#include "test-main.h"

#include <check.h>

/* Every case is checked with every body that this processor has. */

static void
check_body (CsvScanBody body, const char *text, gsize chunks, char separator)
{
  const gsize length = chunks * CSV_SCAN_CHUNK;
  ExpectedIndex expected = expected_index (text, length, separator);
  CsvScanIndex index = { .ends = g_new (guint32, length + CSV_SCAN_CHUNK),
                         .records = g_new (guint32, length + CSV_SCAN_CHUNK),
                         .flags = g_new (guint8, chunks + 1),
                         .after_boundary = 1 };
  const gsize first = chunks / 2;

  csv_scan_body_run (body, separator, text, first, &index);
  csv_scan_body_run (body, separator, text + first * CSV_SCAN_CHUNK, chunks - first, &index);
  ck_assert_uint_eq (index.chunk_count, chunks);
  ck_assert_uint_eq (index.end_count, expected.end_count);
  ck_assert_mem_eq (index.ends, expected.ends, expected.end_count * sizeof *index.ends);
  ck_assert_uint_eq (index.record_count, expected.record_count);
  ck_assert_mem_eq (index.records, expected.records, expected.record_count * sizeof *index.records);
  ck_assert_mem_eq (index.flags, expected.flags, chunks);
  g_free (index.ends);
  g_free (index.records);
  g_free (index.flags);
  expected_index_clear (&expected);
}

static void
check_bodies (const char *text, gsize chunks, char separator)
{
  for (guint body = 0; body < CSV_SCAN_BODIES; body++)
    if (csv_scan_body_is_available ((CsvScanBody) body))
      check_body ((CsvScanBody) body, text, chunks, separator);
}

START_TEST (random_bytes_give_what_the_rules_say)
{
  guint32 state = 1 + (guint32) _i;

  for (guint i = 0; i < 200; i++)
    {
      const gsize chunks = next_random (&state) % 9;
      g_autofree char *text = random_text (&state, chunks * CSV_SCAN_CHUNK, (guint) _i * 10);

      check_bodies (text, chunks, ",;|"[i % 3]);
    }
}
END_TEST

START_TEST (regular_texts_give_what_the_rules_say)
{
  guint32 state = 77 + (guint32) _i;

  for (guint i = 0; i < 200; i++)
    {
      const gsize chunks = next_random (&state) % 40;
      g_autofree char *text = regular_text (&state, chunks * CSV_SCAN_CHUNK);

      check_bodies (text, chunks, ',');
    }
}
END_TEST

/* Two bytes beside each other, at every place and across the border of two chunks. */
START_TEST (pairs_of_bytes_are_judged_alike_wherever_they_stand)
{
  static const char bytes[] = "\",\n\r\0a\x80";
  char text[3 * CSV_SCAN_CHUNK];

  for (gsize at = 0; at + 1 < sizeof text; at++)
    for (gsize i = 0; i < sizeof bytes - 1; i++)
      {
        memset (text, at % 2 == 0 ? 'x' : ',', sizeof text);
        text[at] = bytes[(gsize) _i];
        text[at + 1] = bytes[i];
        check_bodies (text, 3, ',');
      }
}
END_TEST

START_TEST (chunks_full_of_one_byte_are_right)
{
  char text[4 * CSV_SCAN_CHUNK];

  memset (text, _i, sizeof text);
  check_bodies (text, 4, ',');
  check_bodies (text, 4, ' ');
}
END_TEST

START_TEST (the_variable_names_a_body)
{
  static const struct
  {
    const char *name;
    CsvScanBody body;
  } names[] = { { "none", CSV_SCAN_NONE },
                { "sse2", CSV_SCAN_SSE2 },
                { "avx2", CSV_SCAN_AVX2 },
                { "avx512", CSV_SCAN_AVX512 } };
  CsvScanBody fastest = CSV_SCAN_NONE;

  ck_assert (csv_scan_body_is_available (CSV_SCAN_NONE));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (csv_scan_body_is_available (names[i].body))
      fastest = names[i].body;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ck_assert (g_setenv ("ACORECON_SIMD", names[i].name, TRUE));
      ck_assert_int_eq (csv_scan_body_chosen (),
                        csv_scan_body_is_available (names[i].body) ? names[i].body : fastest);
    }
  ck_assert (g_setenv ("ACORECON_SIMD", "avx9000", TRUE));
  ck_assert_int_eq (csv_scan_body_chosen (), fastest);
  g_unsetenv ("ACORECON_SIMD");
  ck_assert_int_eq (csv_scan_body_chosen (), fastest);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("csv-scan-body");
  TCase *tcase = tcase_create ("csv-scan-body");

  tcase_add_loop_test (tcase, random_bytes_give_what_the_rules_say, 0, 8);
  tcase_add_loop_test (tcase, regular_texts_give_what_the_rules_say, 0, 4);
  tcase_add_loop_test (tcase, pairs_of_bytes_are_judged_alike_wherever_they_stand, 0, 7);
  tcase_add_loop_test (tcase, chunks_full_of_one_byte_are_right, 0, 256);
  tcase_add_test (tcase, the_variable_names_a_body);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/csv-window.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

/* A stream of pieces, each had by one read. */
typedef struct
{
  const char *const *pieces;
  guint next;
} Pieces;

static gssize
read_piece (void *stream, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  Pieces *self = stream;
  const char *piece = self->pieces[self->next];

  if (piece == NULL)
    return 0;
  self->next++;
  ck_assert_uint_le (strlen (piece), size);
  memcpy (buffer, piece, strlen (piece));
  return (gssize) strlen (piece);
}

START_TEST (lines_are_found_over_the_borders_of_reads)
{
  static const char *const pieces[] = { "ab", "c\nd", "e", "\n", "f\x1a", NULL };
  static const char *const lines[] = { "abc\n", "de\n", "f" };
  Pieces stream = { pieces, 0 };
  CsvWindow window;

  csv_window_init (&window, read_piece, &stream);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      gsize length;
      while (!csv_window_find_line (&window, &length))
        ck_assert (csv_window_fill (&window, NULL));
      if (i == 2)
        csv_window_drop_end_of_file (&window, &length);
      ck_assert_uint_eq (length, strlen (lines[i]));
      ck_assert_mem_eq (window.buffer + window.fed, lines[i], length);
      window.fed += length;
    }
  ck_assert (window.stream_ended);
  ck_assert_uint_eq (window.fed, window.filled);
  csv_window_clear (&window);
}
END_TEST

START_TEST (what_precedes_the_record_can_be_dropped)
{
  static const char *const pieces[] = { "one\ntwo\n", NULL };
  Pieces stream = { pieces, 0 };
  CsvWindow window;
  gsize length;

  csv_window_init (&window, read_piece, &stream);
  ck_assert (csv_window_fill (&window, NULL));
  ck_assert (csv_window_find_line (&window, &length));
  ck_assert (!csv_window_drop_earlier (&window));
  window.record = window.fed = length;
  ck_assert (csv_window_drop_earlier (&window));
  ck_assert (!csv_window_is_full (&window));
  ck_assert (csv_window_find_line (&window, &length));
  ck_assert_mem_eq (window.buffer, "two\n", length);
  csv_window_clear (&window);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("csv-window");
  TCase *tcase = tcase_create ("csv-window");

  tcase_add_test (tcase, lines_are_found_over_the_borders_of_reads);
  tcase_add_test (tcase, what_precedes_the_record_can_be_dropped);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "input/rows/row-reader.h"
#include "sample-csv.h"

/* A stream that hands out @step bytes at a time. */
typedef struct
{
  const char *text;
  gsize left;
  gsize step;
} Stream;

static gssize
stream_read (void *data, char *buffer, gsize size, GError **error)
{
  Stream *self = data;
  const gsize count = MIN (MIN (size, self->step), self->left);

  if (self->step == 0)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "torn");
      return -1;
    }
  memcpy (buffer, self->text, count);
  self->text += count;
  self->left -= count;
  return (gssize) count;
}

static const struct
{
  const char *text;
  gboolean is_json;
} beginnings[] = {
  { "{\"a\":1}", TRUE },
  { "{}", TRUE },
  { "\xef\xbb\xbf { \"a\":1}", TRUE },
  { "\n\r\n\t{\n\"a\":1}", TRUE },
  { "[{\"a\":1}]", TRUE },
  { "[\n  {}]", TRUE },
  { "[ ]", TRUE },
  { "", FALSE },
  { "a", FALSE },
  { "\n\n", FALSE },
  { "a,b\n1,2\n", FALSE },
  { "\xef\xbb\xbf"
    "a,b\n",
    FALSE },
  { "\"{\"\"a\",b\n", FALSE },
  /* The header that a database writes. */
  { "[CustomerId],[Currency]\n", FALSE },
  { "{a},{b}\n", FALSE },
  { "{", FALSE },
};

START_TEST (the_first_bytes_tell_json)
{
  const char *text = beginnings[_i].text;

  for (gsize step = 1; step <= strlen (text) + 1; step++)
    {
      Stream stream = { text, strlen (text), step };
      g_autoptr (RowReader) reader = row_reader_new ("f", ',', stream_read, &stream, NULL);

      ck_assert (row_reader_is_json (reader) == beginnings[_i].is_json);
    }
}
END_TEST

/* The same table, however it is written and comes in. */
START_TEST (both_forms_give_the_same_rows)
{
  static const char *const texts[]
      = { "\357\273\277a,b\n1,\"x,\"\"\"\n2,\n", "{\"a\":1,\"b\":\"x,\\\"\"}\n{\"a\":\"2\"}\n",
          "[{\"a\":1,\"b\":\"x,\\\"\"},{\"a\":2,\"b\":null}]" };
  const char *text = texts[_i];

  for (gsize step = 1; step <= strlen (text); step++)
    {
      Stream stream = { text, strlen (text), step };
      g_autoptr (RowReader) reader = row_reader_new ("f", ',', stream_read, &stream, NULL);
      const Row *row;

      ck_assert_int_eq ((int) row_reader_next (reader, &row, NULL), ROWS_HEADER);
      ck_assert_uint_eq (row->cell_count, 2);
      assert_slice (row->cells[0], "a");
      assert_slice (row->cells[1], "b");
      row_reader_want (reader, (const guint[]){ 0, 1 }, 2);
      ck_assert_int_eq ((int) row_reader_next (reader, &row, NULL), ROWS_ROW);
      assert_slice (row->cells[0], "1");
      assert_slice (row->cells[1], "x,\"");
      ck_assert_int_eq ((int) row_reader_next (reader, &row, NULL), ROWS_ROW);
      assert_slice (row->cells[0], "2");
      assert_slice (row->cells[1], "");
      ck_assert_int_eq ((int) row_reader_next (reader, &row, NULL), ROWS_END);
    }
}
END_TEST

START_TEST (refusals_are_those_of_the_form)
{
  static const struct
  {
    const char *text, *message;
  } refused[] = {
    { "a,b\n1,\"x", "f:2: quote opened here is never closed; expected a closing quote before the "
                    "end of the file" },
    { "{\"a\":1}\n{\"a\":}\n", "f:2: found invalid JSON at byte 6, expected one object per line" },
  };
  Stream stream = { refused[_i].text, strlen (refused[_i].text), 100 };
  g_autoptr (RowReader) reader = row_reader_new ("f", ',', stream_read, &stream, NULL);
  g_autoptr (GError) error = NULL;
  const Row *row;
  RowStep step;

  do
    step = row_reader_next (reader, &row, &error);
  while (step == ROWS_HEADER || step == ROWS_ROW);
  ck_assert_int_eq ((int) step, ROWS_REFUSED);
  ck_assert_str_eq (error->message, refused[_i].message);
}
END_TEST

START_TEST (a_stream_that_fails_at_once_has_no_reader)
{
  Stream stream = { "", 0, 0 };
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (row_reader_new ("f", ',', stream_read, &stream, &error));
  ck_assert_str_eq (error->message, "torn");
}
END_TEST

START_TEST (a_long_beginning_of_blanks_is_no_json)
{
  g_autofree char *blanks = g_strnfill (5000, ' ');
  g_autofree char *text = g_strconcat (blanks, "{\"a\":1}\n", NULL);
  Stream stream = { text, strlen (text), 1000 };
  g_autoptr (RowReader) reader = row_reader_new ("f", ',', stream_read, &stream, NULL);

  ck_assert (!row_reader_is_json (reader));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("row-reader");
  TCase *tests = tcase_create ("row-reader");

  tcase_add_loop_test (tests, the_first_bytes_tell_json, 0, G_N_ELEMENTS (beginnings));
  tcase_add_loop_test (tests, both_forms_give_the_same_rows, 0, 3);
  tcase_add_loop_test (tests, refusals_are_those_of_the_form, 0, 2);
  tcase_add_test (tests, a_stream_that_fails_at_once_has_no_reader);
  tcase_add_test (tests, a_long_beginning_of_blanks_is_no_json);
  suite_add_tcase (suite, tests);
  return suite;
}

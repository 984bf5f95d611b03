/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-bytes.h"
#include "sample-decimal.h"
#include "sample-shelf.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static GByteArray *bytes;
static ShelfWriter writer;

static ShelfReader
begin (void)
{
  return sample_shelf_reader (bytes);
}

static void
restart (void)
{
  g_clear_pointer (&bytes, g_byte_array_unref);
  bytes = g_byte_array_new ();
  writer = (ShelfWriter){ .bytes = bytes };
}

START_TEST (numbers_come_back_and_small_ones_are_short)
{
  static const guint64 numbers[] = { 0, 1, 127, 128, 16383, 16384, G_MAXUINT32, G_MAXUINT64 };
  static const gint64 signed_numbers[] = { 0, -1, 1, 63, -64, G_MAXINT64, G_MININT64 };

  restart ();
  shelf_bytes_put_number (&writer, 127);
  ck_assert_uint_eq (bytes->len, 1);
  restart ();
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    shelf_bytes_put_number (&writer, numbers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (signed_numbers); i++)
    shelf_bytes_put_signed (&writer, signed_numbers[i]);
  ShelfReader reader = begin ();
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    ck_assert_uint_eq (shelf_bytes_take_number (&reader), numbers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (signed_numbers); i++)
    ck_assert_int_eq (shelf_bytes_take_signed (&reader), signed_numbers[i]);
  ck_assert (shelf_bytes_is_good (&reader) && reader.at == reader.end);
}
END_TEST

START_TEST (what_is_behind_the_end_is_a_fault_that_stays)
{
  restart ();
  shelf_bytes_put_number (&writer, 300);
  ShelfReader reader = { .at = bytes->data, .end = bytes->data + 1 };
  ck_assert_uint_eq (shelf_bytes_take_number (&reader), 0);
  ck_assert (!shelf_bytes_is_good (&reader));
  const char *fault = reader.fault;
  shelf_bytes_take_slice (&reader, NULL);
  ck_assert_ptr_eq (reader.fault, fault);
}
END_TEST

START_TEST (a_number_of_eleven_bytes_is_a_fault)
{
  static const guint8 endless[11] = { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 };
  ShelfReader reader = { .at = endless, .end = endless + sizeof endless };

  shelf_bytes_take_number (&reader);
  ck_assert (!shelf_bytes_is_good (&reader));
}
END_TEST

START_TEST (counts_are_bounded_by_the_bytes_that_are_left)
{
  restart ();
  shelf_bytes_put_number (&writer, 3);
  shelf_bytes_put_bytes (&writer, "abcdef", 6);
  ShelfReader reader = begin ();
  ck_assert_uint_eq (shelf_bytes_take_count (&reader, 2), 3);
  reader = begin ();
  ck_assert_uint_eq (shelf_bytes_take_count (&reader, 3), 0);
  ck_assert (!shelf_bytes_is_good (&reader));
}
END_TEST

START_TEST (texts_are_utf_8_without_nul)
{
  gboolean is_there;

  restart ();
  shelf_bytes_put_text (&writer, "Caf\xc3\xa9");
  shelf_bytes_put_text (&writer, "");
  shelf_bytes_put_text (&writer, NULL);
  shelf_bytes_put_number (&writer, 3);
  shelf_bytes_put_bytes (&writer, "a\0", 2);
  ShelfReader reader = begin ();
  g_autofree char *text = shelf_bytes_take_text (&reader);
  ck_assert_str_eq (text, "Caf\xc3\xa9");
  ck_assert_uint_eq (shelf_bytes_take_slice (&reader, &is_there).length, 0);
  ck_assert (is_there);
  ck_assert_ptr_null (shelf_bytes_take_text (&reader));
  shelf_bytes_take_slice (&reader, NULL);
  ck_assert (!shelf_bytes_is_good (&reader));
}
END_TEST

START_TEST (amounts_come_back_as_they_are_written)
{
  static const char *const texts[] = { "0",
                                       "1.50",
                                       "-0.01",
                                       "18446744073709551615",
                                       "18446744073709551616",
                                       "-99999999999999999999999999999999999.999",
                                       "0.00000000000000000000000000000000000001" };

  restart ();
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    shelf_bytes_put_decimal (&writer, number (texts[i]));
  ck_assert (!writer.is_too_large);
  ShelfReader reader = begin ();
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const Decimal expected = number (texts[i]), found = shelf_bytes_take_decimal (&reader);
      ck_assert (decimal_is_same (&expected, &found));
    }
  ck_assert (shelf_bytes_is_good (&reader) && reader.at == reader.end);
}
END_TEST

START_TEST (an_amount_that_sums_could_not_hold_is_told_and_refused)
{
  Decimal large = number ("99999999999999999999999999999999999999");

  for (guint i = 0; i < 1; i++)
    large = decimal_multiply (large, large);
  restart ();
  shelf_bytes_put_decimal (&writer, large);
  ck_assert (writer.is_too_large);
  ShelfReader reader = begin ();
  shelf_bytes_take_decimal (&reader);
  ck_assert (!shelf_bytes_is_good (&reader));
}
END_TEST

START_TEST (an_amount_is_written_in_one_way_only)
{
  static const guint8 forms[][3] = { { 4, 0, 0 }, { 1, 0, 0 }, { 3, 2, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      ShelfReader reader = { .at = forms[i], .end = forms[i] + 3 };
      shelf_bytes_take_decimal (&reader);
      ck_assert_msg (!shelf_bytes_is_good (&reader), "%u", i);
    }
}
END_TEST

START_TEST (positions_are_steps_and_lines_before_are_added)
{
  const Position places[] = { { 0, 7 }, { 0, 0 }, { 0, 9 }, { 0, 2 } };

  restart ();
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    shelf_bytes_put_position (&writer, places[i]);
  ShelfReader reader = begin ();
  reader.file = 3;
  reader.lines_before = 100;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const Position found = shelf_bytes_take_position (&reader);
      ck_assert_uint_eq (found.line, places[i].line != 0 ? places[i].line + 100 : 0);
      ck_assert_uint_eq (found.file, places[i].line != 0 ? 3 : 0);
    }
}
END_TEST

START_TEST (days_and_months_exist)
{
  restart ();
  shelf_bytes_put_number (&writer, (guint64) calendar_month (2026, 10));
  shelf_bytes_put_number (&writer, MONTH_NONE);
  shelf_bytes_put_number (&writer, 5);
  ShelfReader reader = begin ();
  ck_assert_int_eq (shelf_bytes_take_month (&reader), calendar_month (2026, 10));
  ck_assert_int_eq (shelf_bytes_take_month (&reader), MONTH_NONE);
  shelf_bytes_take_month (&reader);
  ck_assert (!shelf_bytes_is_good (&reader));
  restart ();
  shelf_bytes_put_number (&writer, G_MAXINT32);
  reader = begin ();
  shelf_bytes_take_day (&reader);
  ck_assert (!shelf_bytes_is_good (&reader));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-bytes");
  TCase *tcase = tcase_create ("shelf-bytes");

  tcase_add_test (tcase, numbers_come_back_and_small_ones_are_short);
  tcase_add_test (tcase, what_is_behind_the_end_is_a_fault_that_stays);
  tcase_add_test (tcase, a_number_of_eleven_bytes_is_a_fault);
  tcase_add_test (tcase, counts_are_bounded_by_the_bytes_that_are_left);
  tcase_add_test (tcase, texts_are_utf_8_without_nul);
  tcase_add_test (tcase, amounts_come_back_as_they_are_written);
  tcase_add_test (tcase, an_amount_that_sums_could_not_hold_is_told_and_refused);
  tcase_add_test (tcase, an_amount_is_written_in_one_way_only);
  tcase_add_test (tcase, positions_are_steps_and_lines_before_are_added);
  tcase_add_test (tcase, days_and_months_exist);
  suite_add_tcase (suite, tcase);
  return suite;
}

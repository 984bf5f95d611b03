/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/row-trail.h"
#include "core/record/fingerprint.h"
#include "sample-decimal.h"
#include "sample-shelf.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const HashKey key = { 1, 2 };

static void
add (RowTrail *trail, const char *text)
{
  const InvoiceLine line = build_invoice_line (text);
  row_trail_add_line (trail, &line);
}

static void
describe (gpointer data, Slice invoice, const TrailRow *row)
{
  g_autofree char *amount = decimal_to_string (row->amount, 2);

  g_string_append_printf (data, "%.*s:%" G_GUINT64_FORMAT " %s %.*s %d\n", (int) invoice.length,
                          invoice.text, row->at.line, amount, (int) row->currency.length,
                          row->currency.text, row->day != DAY_NONE);
}

static gboolean
wants (gpointer data G_GNUC_UNUSED, Slice invoice)
{
  return invoice.length == 2;
}

static char *
rows_of (const RowTrail *trail)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GString *text = g_string_new (NULL);
  const TrailVisitor visitor = { .wants = wants, .row = describe, .data = text };

  ck_assert (row_trail_put (trail, bytes));
  ShelfReader reader = sample_shelf_reader (bytes);
  row_trail_visit (&reader, &visitor);
  ck_assert (shelf_bytes_is_good (&reader) && reader.at == reader.end);
  return g_string_free (text, FALSE);
}

START_TEST (wanted_rows_come_back_in_order)
{
  g_autoptr (RowTrail) trail = row_trail_new (&key);

  add (trail, "line=2|subtotal=1");
  add (trail, "line=3|subtotal=-2.5");
  add (trail, "line=9|subtotal=3|currency=eur");
  add (trail, "line=10|subtotal=4|invoice=other");
  add (trail, "line=11|subtotal=5|invoice=g0");
  g_autofree char *rows = rows_of (trail);
  ck_assert_str_eq (rows, "g0:11 5.00 USD 0\ng1:2 1.00 USD 0\ng1:3 -2.50 USD 0\n"
                          "g1:9 3.00 EUR 0\n");
}
END_TEST

START_TEST (usage_has_its_day)
{
  g_autoptr (RowTrail) trail = row_trail_new (&key);
  const UsageRow row = build_usage_row ("line=5|total=7|resource=/vm/1");

  row_trail_add_usage (trail, &row);
  g_autofree char *rows = rows_of (trail);
  ck_assert_str_eq (rows, "g1:5 7.00 USD 1\n");
}
END_TEST

START_TEST (parts_give_the_bytes_of_the_whole)
{
  g_autoptr (RowTrail) whole = row_trail_new (&key);
  g_autoptr (RowTrail) first = row_trail_new (&key);
  g_autoptr (RowTrail) second = row_trail_new (&key);
  g_autoptr (GByteArray) one = g_byte_array_new ();
  g_autoptr (GByteArray) two = g_byte_array_new ();

  for (guint line = 2; line < 9; line++)
    {
      g_autofree char *text = g_strdup_printf ("line=%u|subtotal=%u", line, line);
      add (whole, text);
      add (line < 5 ? first : second, text);
    }
  row_trail_merge (first, second);
  ck_assert (row_trail_put (whole, one));
  ck_assert (row_trail_put (first, two));
  ck_assert_uint_eq (one->len, two->len);
  ck_assert_mem_eq (one->data, two->data, one->len);
}
END_TEST

static void
keep_print (gpointer data, Slice invoice G_GNUC_UNUSED, const TrailRow *row)
{
  *(Hash128 *) data = row->print;
}

START_TEST (a_print_is_80_bits_of_the_fingerprint)
{
  g_autoptr (RowTrail) trail = row_trail_new (&key);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const InvoiceLine line = build_invoice_line ("subtotal=1");
  KeyBytes key_bytes;
  Hash128 kept;
  const TrailVisitor visitor = { .wants = wants, .row = keep_print, .data = &kept };

  key_bytes_init (&key_bytes);
  const Hash128 print = fingerprint_of_line (&line, &key, &key_bytes);
  key_bytes_clear (&key_bytes);
  row_trail_add_line (trail, &line);
  ck_assert (row_trail_put (trail, bytes));
  ShelfReader reader = sample_shelf_reader (bytes);
  row_trail_visit (&reader, &visitor);
  ck_assert_uint_eq (kept.low, print.low);
  ck_assert_uint_eq (kept.high, print.high & 0xffff);
}
END_TEST

START_TEST (every_cut_is_a_fault)
{
  g_autoptr (RowTrail) trail = row_trail_new (&key);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  const TrailVisitor visitor = { .wants = wants, .row = describe, .data = text };

  add (trail, "line=2|subtotal=1");
  add (trail, "line=4|subtotal=2");
  ck_assert (row_trail_put (trail, bytes));
  for (guint length = 0; length < bytes->len; length++)
    {
      ShelfReader reader = { .at = bytes->data, .end = bytes->data + length };
      row_trail_visit (&reader, &visitor);
      ck_assert (!shelf_bytes_is_good (&reader));
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("row-trail");
  TCase *tcase = tcase_create ("row-trail");

  tcase_add_test (tcase, wanted_rows_come_back_in_order);
  tcase_add_test (tcase, usage_has_its_day);
  tcase_add_test (tcase, parts_give_the_bytes_of_the_whole);
  tcase_add_test (tcase, a_print_is_80_bits_of_the_fingerprint);
  tcase_add_test (tcase, every_cut_is_a_fault);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/charge-shelf.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static Hash128
hash_of (guint number)
{
  const guint64 spread = number * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (Hash128){ .low = spread & ~PAIR_GROUPS_PEC_BIT, .high = spread >> 7 };
}

static GByteArray *
shelf_of (guint count)
{
  g_autoptr (GArray) charges = g_array_new (FALSE, FALSE, sizeof (Hash128));
  GByteArray *bytes = g_byte_array_new ();

  for (guint i = 0; i < count; i++)
    {
      Hash128 hash = hash_of (i / 2);

      if (i % 3 == 0)
        hash.low |= PAIR_GROUPS_PEC_BIT;
      g_array_append_val (charges, hash);
    }
  charge_shelf_put (charges, bytes);
  return bytes;
}

static PairCount
look_up (const GByteArray *bytes, guint number)
{
  const Hash128 hash = hash_of (number);
  PairCount found = { .hash = hash };
  ChargeShelf shelf;

  ck_assert (charge_shelf_init (&shelf, bytes->data, bytes->len));
  g_autofree guint64 *starts = g_new (guint64, shelf.entries + 1);
  ck_assert (charge_shelf_index (&shelf, bytes->data + CHARGE_SHELF_HEAD_BYTES, starts));
  const guint entry = charge_shelf_entry (&shelf, &hash);
  charge_shelf_find (&shelf, bytes->data + shelf.records_begin + starts[entry] * shelf.record_bytes,
                     (gsize) (starts[entry + 1] - starts[entry]), &hash, &found);
  return found;
}

static void
check_count (guint count)
{
  g_autoptr (GByteArray) bytes = shelf_of (count);

  /* Each look reads the directory, so that not every charge is looked for. */
  for (guint number = 0; number < count / 2; number += 1 + count / 400)
    {
      const PairCount found = look_up (bytes, number);
      const guint pec = (2 * number % 3 == 0 ? 1U : 0U) + ((2 * number + 1) % 3 == 0 ? 1U : 0U);
      ck_assert_uint_eq (found.pec, pec);
      ck_assert_uint_eq (found.plain, 2 - pec);
    }
  ck_assert_uint_eq (look_up (bytes, count).plain, 0);
}

START_TEST (charges_are_found_in_shelves_of_each_size)
{
  static const guint counts[] = { 0, 2, 200, 256, 3000, 65536, 70000 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    check_count (counts[i]);
}
END_TEST

START_TEST (a_charge_takes_eight_bytes_where_there_are_many)
{
  g_autoptr (GByteArray) bytes = shelf_of (70000);

  ck_assert_uint_eq (bytes->len, CHARGE_SHELF_HEAD_BYTES + 4 * 65536 + 8 * 70000);
}
END_TEST

START_TEST (other_lengths_and_counts_are_refused)
{
  g_autoptr (GByteArray) bytes = shelf_of (300);
  ChargeShelf shelf;

  ck_assert (!charge_shelf_init (&shelf, bytes->data, bytes->len - 1));
  ck_assert (!charge_shelf_init (&shelf, bytes->data, bytes->len + 9));
  bytes->data[CHARGE_SHELF_HEAD_BYTES]++;
  ck_assert (charge_shelf_init (&shelf, bytes->data, bytes->len));
  g_autofree guint64 *starts = g_new (guint64, shelf.entries + 1);
  ck_assert (!charge_shelf_index (&shelf, bytes->data + CHARGE_SHELF_HEAD_BYTES, starts));
  memset (bytes->data, 0xff, 8);
  ck_assert (!charge_shelf_init (&shelf, bytes->data, bytes->len));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("charge-shelf");
  TCase *tcase = tcase_create ("charge-shelf");

  tcase_add_test (tcase, charges_are_found_in_shelves_of_each_size);
  tcase_add_test (tcase, a_charge_takes_eight_bytes_where_there_are_many);
  tcase_add_test (tcase, other_lengths_and_counts_are_refused);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/key-table.h"
#include "test-main.h"

#include <check.h>

static const HashKey secret = { 1, 2 };

START_TEST (keys_are_numbered_as_they_come)
{
  static const guint32 keys[][3] = { { 1, 2, 3 }, { 1, 2, 4 }, { 0, 0, 0 }, { 2, 1, 3 } };
  g_autoptr (KeyTable) table = key_table_new (&secret, 3);

  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
      ck_assert_uint_eq (key_table_add (table, keys[i]), i);
  ck_assert_uint_eq (key_table_count (table), G_N_ELEMENTS (keys));
  ck_assert_uint_eq (key_table_key (table, 1)[2], 4);
  key_table_free (NULL);
}
END_TEST

/* Each number of a key counts, whatever its width. */
START_TEST (each_part_tells_keys_apart)
{
  for (guint width = 1; width <= KEY_TABLE_WIDTH_MAX; width++)
    {
      g_autoptr (KeyTable) table = key_table_new (&secret, width);
      guint32 key[KEY_TABLE_WIDTH_MAX] = { 0 };

      ck_assert_uint_eq (key_table_add (table, key), 0);
      for (guint part = 0; part < width; part++)
        {
          guint number = 0;

          key[part] = 1;
          ck_assert (!key_table_find (table, key, &number));
          ck_assert_uint_eq (key_table_add (table, key), part + 1);
          ck_assert (key_table_find (table, key, &number));
          ck_assert_uint_eq (number, part + 1);
          key[part] = 0;
        }
    }
}
END_TEST

/* In one order, in the same again, and in another. */
START_TEST (many_keys_are_found_again)
{
  g_autoptr (KeyTable) table = key_table_new (&secret, 2);

  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < 5000; i++)
      {
        const guint number = pass < 2 ? i : i * 7 % 5000;
        const guint32 key[] = { number % 100, number / 100 };
        ck_assert_uint_eq (key_table_add (table, key), number);
      }
}
END_TEST

/* Where a key was told before, its number is guessed; what is not there is never found. */
START_TEST (a_key_that_is_expected_can_be_guessed)
{
  g_autoptr (KeyTable) table = key_table_new (&secret, 2);
  guint guessed = 0;

  for (guint32 i = 0; i < 1000; i++)
    {
      const guint32 key[] = { i, 7 };
      guint number = 0;

      const guint64 hash = key_table_expect (table, key);
      ck_assert (!key_table_guess (table, hash, &number) || number < i);
      ck_assert_uint_eq (
          i % 2 == 0 ? key_table_add (table, key) : key_table_add_expected (table, key, hash), i);
      guessed += key_table_guess (table, hash, &number) && number == i ? 1 : 0;
    }
  ck_assert_uint_ge (guessed, 500); /* those in the first place that is looked at */
}
END_TEST

START_TEST (an_emptied_table_begins_again)
{
  static const guint32 keys[][1] = { { 5 }, { 6 } };
  g_autoptr (KeyTable) table = key_table_new (&secret, 1);
  guint number;

  key_table_add (table, keys[0]);
  key_table_add (table, keys[1]);
  key_table_remove_all (table);
  ck_assert_uint_eq (key_table_count (table), 0);
  ck_assert (!key_table_find (table, keys[0], &number));
  ck_assert_uint_eq (key_table_add (table, keys[1]), 0);
}
END_TEST

START_TEST (keys_are_sorted_by_rank_or_number)
{
  static const guint32 keys[][2] = { { 0, 9 }, { 1, 5 }, { 0, 3 }, { 2, 7 } };
  guint first[] = { 2, 0, 1 };
  guint *const ranks[] = { first, NULL };
  g_autoptr (KeyTable) table = key_table_new (&secret, 2);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    key_table_add (table, keys[i]);
  g_autofree guint *sorted = key_table_sorted (table, ranks);
  ck_assert_uint_eq (sorted[0], 1);
  ck_assert_uint_eq (sorted[1], 3);
  ck_assert_uint_eq (sorted[2], 2);
  ck_assert_uint_eq (sorted[3], 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("key-table");
  TCase *tcase = tcase_create ("key-table");

  tcase_add_test (tcase, keys_are_numbered_as_they_come);
  tcase_add_test (tcase, each_part_tells_keys_apart);
  tcase_add_test (tcase, many_keys_are_found_again);
  tcase_add_test (tcase, an_emptied_table_begins_again);
  tcase_add_test (tcase, a_key_that_is_expected_can_be_guessed);
  tcase_add_test (tcase, keys_are_sorted_by_rank_or_number);
  suite_add_tcase (suite, tcase);
  return suite;
}

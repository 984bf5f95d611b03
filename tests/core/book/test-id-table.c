/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/id-table.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const HashKey key = { 1, 2 };

static guint
add (IdTable *table, const char *text)
{
  return id_table_add (table, slice_of (text));
}

START_TEST (texts_are_numbered_as_they_come)
{
  g_autoptr (IdTable) table = id_table_new (&key, ID_LOWER);

  ck_assert_uint_eq (add (table, "b"), 0);
  ck_assert_uint_eq (add (table, "a"), 1);
  ck_assert_uint_eq (add (table, ""), 2);
  ck_assert_uint_eq (add (table, "a"), 1);
  ck_assert_uint_eq (add (table, "b"), 0);
  ck_assert_uint_eq (add (table, ""), 2);
  ck_assert_uint_eq (id_table_count (table), 3);
  ck_assert_str_eq (id_table_text (table, 0), "b");
  ck_assert_str_eq (id_table_text (table, 2), "");
  id_table_free (NULL);
}
END_TEST

START_TEST (case_counts_where_it_is_to_count)
{
  static const char *const texts[] = { "ab", "abcd", "abcdefgh", "abcdefghijkl" };
  static const char *const other[] = { "aB", "aBcd", "abcdEfgh", "abcdefghijkL" };

  for (guint fold = ID_LOWER; fold <= ID_EXACT; fold++)
    {
      g_autoptr (IdTable) table = id_table_new (&key, fold);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        ck_assert ((add (table, other[i]) == add (table, texts[i])) == (fold != ID_EXACT));
    }
}
END_TEST

START_TEST (texts_are_kept_in_the_case_of_the_table)
{
  g_autoptr (IdTable) lower = id_table_new (&key, ID_LOWER);
  g_autoptr (IdTable) upper = id_table_new (&key, ID_UPPER);
  g_autoptr (IdTable) exact = id_table_new (&key, ID_EXACT);

  ck_assert_str_eq (id_table_text (lower, add (lower, "Ab[\303\204]1")), "ab[\303\204]1");
  ck_assert_str_eq (id_table_text (upper, add (upper, "Ab{\303\244}1")), "AB{\303\244}1");
  ck_assert_str_eq (id_table_text (exact, add (exact, " Ab ")), " Ab ");
}
END_TEST

/* Texts that differ in one place only, of every length. */
START_TEST (one_byte_is_enough_to_tell_texts_apart)
{
  g_autoptr (IdTable) table = id_table_new (&key, ID_LOWER);
  char text[41];

  for (gsize length = 0; length < sizeof text; length++)
    for (gsize at = 0; at < length; at++)
      {
        const guint before = id_table_count (table);

        memset (text, 'x', length);
        text[length] = '\0';
        text[at] = '@'; /* beside letters that differ in one bit */
        ck_assert_uint_eq (add (table, text), before);
        text[at] = '`';
        ck_assert_uint_eq (add (table, text), before + 1);
        text[at] = '@';
        ck_assert_uint_eq (add (table, text), before);
      }
}
END_TEST

/* In one order, in the same again, and in another. */
START_TEST (many_texts_are_found_again)
{
  g_autoptr (IdTable) table = id_table_new (&key, ID_LOWER);

  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < 5000; i++)
      {
        const guint number = pass < 2 ? i : i * 7 % 5000;
        g_autofree char *text = g_strdup_printf ("customer-%u", number);
        guint found = G_MAXUINT;

        ck_assert_uint_eq (add (table, text), number);
        ck_assert (id_table_find (table, slice_of (text), &found));
        ck_assert_uint_eq (found, number);
      }
  guint untouched = 17;
  ck_assert (!id_table_find (table, slice_of ("customer-5000"), &untouched));
  ck_assert_uint_eq (untouched, 17);
}
END_TEST

START_TEST (numbers_of_another_table_are_taken_by_their_texts)
{
  g_autoptr (IdTable) table = id_table_new (&key, ID_LOWER);
  g_autoptr (IdTable) other = id_table_new (&key, ID_LOWER);
  g_autoptr (IdTable) later = id_table_new (&key, ID_LOWER);

  add (table, "a");
  add (table, "b");
  add (later, "c");
  add (later, "B");
  ck_assert_uint_eq (id_table_take (table, later, 1), 1);
  ck_assert_uint_eq (id_table_take (table, later, 0), 2);
  add (later, "d");
  ck_assert_uint_eq (id_table_take (table, later, 2), 3);
  ck_assert_uint_eq (id_table_take (table, later, 0), 2);
  ck_assert_uint_eq (id_table_take (other, later, 2), 0);
  ck_assert_uint_eq (id_table_take (other, later, 1), 1);
  ck_assert_str_eq (id_table_text (table, 2), "c");
}
END_TEST

START_TEST (ranks_are_the_order_of_bytes)
{
  static const char *const texts[]
      = { "b", "", "a\377", "aa", "a", "abcdefgh2", "abcdefgh", "abcdefgh10" };
  static const guint expected[] = { 7, 0, 6, 2, 1, 5, 3, 4 };
  g_autoptr (IdTable) table = id_table_new (&key, ID_LOWER);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    add (table, texts[i]);
  g_autofree guint *ranks = id_table_ranks (table);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    ck_assert_uint_eq (ranks[i], expected[i]);
}
END_TEST

#define ZEROS "00000000-0000-0000-0000-000000000000"

/* They are found another way than other texts of their length. */
START_TEST (guids_are_texts_like_others)
{
  static const char *const texts[]
      = { "x0000000-0000-0000-0000-000000000000", ZEROS, "8A9A38FF-486d-4600-9e17-1f7871ad9020",
          "8a9a38ff-486d-4600-9e17-1f7871ad902g", "8a9a38ff-486d-4600-9e17-1f7871ad9021" };

  for (guint fold = ID_LOWER; fold <= ID_EXACT; fold++)
    {
      g_autoptr (IdTable) table = id_table_new (&key, fold);
      guint found;

      ck_assert (!id_table_find (table, slice_of (ZEROS), &found));
      for (guint pass = 0; pass < 3; pass++)
        for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
          {
            ck_assert_uint_eq (add (table, texts[i]), i);
            ck_assert (id_table_find (table, slice_of (texts[i]), &found));
            ck_assert_uint_eq (found, i);
          }
      ck_assert ((add (table, "8a9a38ff-486d-4600-9e17-1f7871ad9020") == 2) == (fold != ID_EXACT));
    }
}
END_TEST

START_TEST (many_guids_are_found_again)
{
  g_autoptr (IdTable) table = id_table_new (&key, ID_LOWER);

  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < 5000; i++)
      {
        const guint number = pass < 2 ? i : i * 7 % 5000;
        g_autofree char *text
            = g_strdup_printf ("8a9a38ff-486d-4600-9e17-1f78%08x", number * 0x9e3779b9U);

        ck_assert_uint_eq (add (table, text), number);
        ck_assert_str_eq (id_table_text (table, number), text);
      }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("id-table");
  TCase *tcase = tcase_create ("id-table");

  tcase_add_test (tcase, texts_are_numbered_as_they_come);
  tcase_add_test (tcase, case_counts_where_it_is_to_count);
  tcase_add_test (tcase, texts_are_kept_in_the_case_of_the_table);
  tcase_add_test (tcase, one_byte_is_enough_to_tell_texts_apart);
  tcase_add_test (tcase, many_texts_are_found_again);
  tcase_add_test (tcase, numbers_of_another_table_are_taken_by_their_texts);
  tcase_add_test (tcase, ranks_are_the_order_of_bytes);
  tcase_add_test (tcase, guids_are_texts_like_others);
  tcase_add_test (tcase, many_guids_are_found_again);
  suite_add_tcase (suite, tcase);
  return suite;
}

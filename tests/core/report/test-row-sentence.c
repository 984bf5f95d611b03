/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/row-sentence.h"
#include "test-main.h"

#include <check.h>

typedef struct
{
  const char *text;
  RowSentence room;
} State;

static State put, taken;
static guint8 bytes[ROW_SENTENCE_BYTES_MAX];

static void
begin (void)
{
  put = taken = (State){ 0 };
}

static void
assert_sentence (const char *expected)
{
  const guint8 *end = row_sentence_put (bytes, expected, &put.text, &put.room);

  ck_assert_uint_le ((gsize) (end - bytes), sizeof bytes);
  if (end != bytes)
    ck_assert_ptr_eq (row_sentence_take (bytes, &taken.text, &taken.room), end);
  ck_assert_pstr_eq (put.text, expected);
  ck_assert_pstr_eq (taken.text, expected);
}

START_TEST (sentences_share_what_they_can)
{
  const char *const sentences[] = { "it used 1.00 EUR",
                                    "it used 12.00 EUR",
                                    "it used 112.00 EUR",
                                    "it used 2.00 EUR",
                                    "",
                                    "it",
                                    "itit",
                                    "it",
                                    NULL,
                                    "aaaa",
                                    "aaa",
                                    "aaaaaaa",
                                    "",
                                    NULL,
                                    NULL,
                                    "it used 2.00 GBP" };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    assert_sentence (sentences[i]);
}
END_TEST

/* What is too long is borrowed; one that comes behind it takes over from it all the same. */
START_TEST (long_sentences_are_borrowed)
{
  g_autofree char *longest = g_strnfill (ROW_SENTENCE_MAX, 'a');
  g_autofree char *too_long = g_strnfill (ROW_SENTENCE_MAX + 1, 'a');
  g_autofree char *much_longer = g_strnfill (3 * ROW_SENTENCE_MAX, 'a');
  const char *const sentences[]
      = { "a", longest, too_long, longest, much_longer, "aa", too_long, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      assert_sentence (sentences[i]);
      if (sentences[i] == too_long || sentences[i] == much_longer)
        ck_assert_ptr_eq (taken.text, sentences[i]);
    }
}
END_TEST

START_TEST (any_sentences_come_back)
{
  GRand *rand = g_rand_new_with_seed (20261127);

  for (guint i = 0; i < 5000; i++)
    {
      char text[40] = "";
      const gint length = g_rand_int_range (rand, 0, (gint) sizeof text);

      for (gint at = 0; at < length; at++)
        text[at] = g_rand_int_range (rand, 0, 8) == 0 ? 'b' : 'a';
      assert_sentence (text);
    }
  g_rand_free (rand);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("row-sentence");
  TCase *tcase = tcase_create ("row-sentence");

  tcase_add_checked_fixture (tcase, begin, NULL);
  tcase_add_test (tcase, sentences_share_what_they_can);
  tcase_add_test (tcase, long_sentences_are_borrowed);
  tcase_add_test (tcase, any_sentences_come_back);
  suite_add_tcase (suite, tcase);
  return suite;
}

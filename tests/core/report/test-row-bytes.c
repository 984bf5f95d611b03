/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-layout.h"
#include "core/report/row-bytes.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#define ROOM 2048

typedef struct
{
  FindingRow row;
  RowSentence sentence;
} State;

static RowShape shape;
static State put, taken;
static guint8 bytes[ROOM];

static void
begin (void)
{
  shape = row_bytes_shape (report_layout_held (report_layout (REPORT_FINDINGS)));
  put = taken = (State){ 0 };
}

/* Gives how many bytes it took. */
static gsize
pass (const FindingRow *row)
{
  const guint8 *end = row_bytes_put (&shape, row, &put.row, &put.sentence, bytes);

  ck_assert_ptr_eq (row_bytes_take (&shape, bytes, &taken.row, &taken.sentence), end);
  ck_assert_uint_le ((gsize) (end - bytes), shape.bytes_max);
  return (gsize) (end - bytes);
}

static void
assert_sentence (const char *expected)
{
  const FindingRow row = { .message = expected };

  pass (&row);
  ck_assert_pstr_eq (put.row.message, expected);
  ck_assert_pstr_eq (taken.row.message, expected);
}

START_TEST (a_row_like_the_one_before_takes_four_bytes)
{
  const FindingRow row = { .code = FINDING_NO_INVOICE,
                           .customer_id = "contoso",
                           .amount = decimal_from_scaled (-1234567, 2),
                           .line = G_MAXUINT64,
                           .message = "differs by 3",
                           .credit_name = "ACO" };

  ck_assert_uint_gt (pass (&row), 4);
  ck_assert_uint_eq (pass (&row), 4);
  ck_assert_int_eq (taken.row.code, row.code);
  ck_assert_ptr_eq (taken.row.customer_id, row.customer_id);
  ck_assert (decimal_is_same (&taken.row.amount, &row.amount));
  ck_assert_uint_eq (taken.row.line, row.line);
  ck_assert_ptr_eq (taken.row.credit_name, row.credit_name);
}
END_TEST

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

START_TEST (a_sentence_takes_its_new_words_alone)
{
  const FindingRow first
      = { .message = "the balance report used 737.49 GBP, and so on, and so on" };
  const FindingRow second
      = { .message = "the balance report used 5469.55 GBP, and so on, and so on" };

  pass (&first);
  ck_assert_uint_eq (pass (&second), 4 + 3 + strlen ("5469.55"));
}
END_TEST

/* What is too long is borrowed; one that comes behind it takes over from it all the same. */
START_TEST (long_sentences_are_borrowed)
{
  g_autofree char *longest = g_strnfill (ROW_BYTES_SENTENCE_MAX, 'a');
  g_autofree char *too_long = g_strnfill (ROW_BYTES_SENTENCE_MAX + 1, 'a');
  g_autofree char *much_longer = g_strnfill (3 * ROW_BYTES_SENTENCE_MAX, 'a');
  const char *const sentences[]
      = { "a", longest, too_long, longest, much_longer, "aa", too_long, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      assert_sentence (sentences[i]);
      if (sentences[i] == too_long || sentences[i] == much_longer)
        ck_assert_ptr_eq (taken.row.message, sentences[i]);
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
  Suite *suite = suite_create ("row-bytes");
  TCase *tcase = tcase_create ("row-bytes");

  tcase_add_checked_fixture (tcase, begin, NULL);
  tcase_add_test (tcase, a_row_like_the_one_before_takes_four_bytes);
  tcase_add_test (tcase, sentences_share_what_they_can);
  tcase_add_test (tcase, a_sentence_takes_its_new_words_alone);
  tcase_add_test (tcase, long_sentences_are_borrowed);
  tcase_add_test (tcase, any_sentences_come_back);
  suite_add_tcase (suite, tcase);
  return suite;
}

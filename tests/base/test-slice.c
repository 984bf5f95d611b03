/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/slice.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#define NO_BREAK "\xc2\xa0"

/* The bytes of @text in room of their own, so that a read past either end is a fault. */
static Slice
exact_slice (const char *text, char **room)
{
  const gsize length = strlen (text);

  *room = g_malloc (MAX (length, 1));
  memcpy (*room, text, length);
  return (Slice){ *room, length };
}

static void
assert_slice (Slice slice, const char *expected)
{
  g_autofree char *text = g_strndup (slice.text, slice.length);

  ck_assert_str_eq (text, expected);
}

/* Of texts, and blanks */

START_TEST (a_text_becomes_a_slice)
{
  const Slice slice = slice_of ("abc");

  assert_slice (slice, "abc");
  ck_assert_uint_eq (slice.length, 3);
  ck_assert_uint_eq (slice_of ("").length, 0);
}
END_TEST

START_TEST (no_text_becomes_an_empty_slice)
{
  const Slice slice = slice_of (NULL);

  ck_assert_uint_eq (slice.length, 0);
  ck_assert_ptr_nonnull (slice.text);
  ck_assert (slice_is_empty (slice));
  ck_assert (!slice_is_empty (slice_of (" ")));
}
END_TEST

static const char *const trims[][2] = {
  { "", "" },
  { "a", "a" },
  { " a", "a" },
  { "a ", "a" },
  { " \t\r\n\fa b \t\r\n\f", "a b" },
  { "\va\v", "a" },
  { "   ", "" },
  { NO_BREAK "a" NO_BREAK, "a" },
  { " " NO_BREAK " a " NO_BREAK " ", "a" },
  { NO_BREAK, "" },
  { NO_BREAK NO_BREAK " ", "" },
  { "a" NO_BREAK "b", "a" NO_BREAK "b" },
  { "\xc2\xa1", "\xc2\xa1" },         /* shares its first byte with the blank */
  { "\xc3\xa0", "\xc3\xa0" },         /* shares its last byte */
  { "\xe2\x80\xa0", "\xe2\x80\xa0" }, /* a dagger */
  { "\xe2\x80\x83"
    "a",
    "\xe2\x80\x83"
    "a" }, /* an em space is no outer blank */
};

START_TEST (outer_blanks_are_trimmed_and_inner_ones_kept)
{
  g_autofree char *room = NULL;

  assert_slice (slice_trim (exact_slice (trims[_i][0], &room)), trims[_i][1]);
}
END_TEST

/* Without case */

typedef struct
{
  const char *text;
  const char *lower;
  gboolean equals;
  gboolean begins;
  gssize found;
  gboolean has_word;
} FoldCase;

static const FoldCase folds[] = {
  { "azure plan", "azure plan", TRUE, TRUE, 0, TRUE },
  { "Azure PLAN", "azure plan", TRUE, TRUE, 0, TRUE },
  { "Azure planet", "azure plan", FALSE, TRUE, 0, FALSE },
  { "Azure pla", "azure plan", FALSE, FALSE, -1, FALSE },
  { "", "azure plan", FALSE, FALSE, -1, FALSE },
  { "My Azure Plan", "azure plan", FALSE, FALSE, 3, TRUE },
  { "azure\tplan", "azure plan", FALSE, FALSE, -1, FALSE },
  /* words */
  { "Support", "support", TRUE, TRUE, 0, TRUE },
  { "Unsupported", "support", FALSE, FALSE, 2, FALSE },
  { "supported support", "support", FALSE, TRUE, 0, TRUE },
  { "supportsupport", "support", FALSE, TRUE, 0, FALSE },
  { "Premier-Support/2", "support", FALSE, FALSE, 8, TRUE },
  { "support2", "support", FALSE, TRUE, 0, FALSE },
  { "2support", "support", FALSE, FALSE, 1, FALSE },
  { "support_plan", "support", FALSE, TRUE, 0, TRUE },
  { "\xc3\xa9support", "support", FALSE, FALSE, 2, FALSE }, /* e with acute: a letter */
  { "support\xc3\xa9", "support", FALSE, TRUE, 0, FALSE },
  { "\xd9\xa3support", "support", FALSE, FALSE, 2, FALSE },                /* an Arabic digit */
  { "\xe2\x80\x93support\xe2\x80\x93", "support", FALSE, FALSE, 3, TRUE }, /* dashes */
  { "support" NO_BREAK "plan", "support", FALSE, TRUE, 0, TRUE },
  /* a word whose second try overlaps its first */
  { "xaa aa", "aa", FALSE, FALSE, 1, TRUE },
  { "aaa", "aa", FALSE, TRUE, 0, FALSE },
  /* only ASCII letters have a case here: the Kelvin sign is no k, E with acute stays itself */
  { "\xe2\x84\xaa", "k", FALSE, FALSE, -1, FALSE },
  { "\xc3\x89", "\xc3\xa9", FALSE, FALSE, -1, FALSE },
  { "\xc3\xa9", "\xc3\xa9", TRUE, TRUE, 0, TRUE },
};

START_TEST (texts_are_looked_for_without_case)
{
  const FoldCase *c = &folds[_i];
  g_autofree char *room = NULL;
  const Slice slice = exact_slice (c->text, &room);

  ck_assert_int_eq (slice_equals_folded (slice, c->lower), c->equals);
  ck_assert_int_eq (slice_begins_folded (slice, c->lower), c->begins);
  ck_assert_int_eq (slice_find_folded (slice, c->lower), c->found);
  ck_assert_int_eq (slice_has_word_folded (slice, c->lower), c->has_word);
}
END_TEST

/* At every place of texts of every length, whole or with its last byte wrong, beside bytes that
   begin like it. */
START_TEST (a_text_is_found_wherever_it_stands)
{
  static const char *const wanted[] = { "s", "su", "support", "savings plan" };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    for (gsize length = strlen (wanted[i]); length < 30; length++)
      for (gsize at = 0; at + strlen (wanted[i]) <= length; at++)
        for (guint pass = 0; pass < 2; pass++)
          {
            g_autofree char *text = g_malloc (length); /* not a byte more */
            const gsize last = at + strlen (wanted[i]) - 1;

            memset (text, pass == 0 ? 'U' : strlen (wanted[i]) > 1 ? 'S' : 't', length);
            memcpy (text + at, wanted[i], strlen (wanted[i]));
            text[at] = g_ascii_toupper (text[at]);
            ck_assert_int_eq (slice_find_folded ((Slice){ text, length }, wanted[i]), (gssize) at);
            text[last] = '!';
            ck_assert_int_eq (slice_find_folded ((Slice){ text, length }, wanted[i]), -1);
          }
}
END_TEST

START_TEST (only_the_bytes_of_the_slice_are_looked_at)
{
  const Slice slice = { "support plan", 7 };

  ck_assert (slice_equals_folded (slice, "support"));
  ck_assert_int_eq (slice_find_folded (slice, "plan"), -1);
  ck_assert (slice_has_word_folded ((Slice){ "supported", 7 }, "support"));
  ck_assert (slice_has_word_folded ((Slice){ &"unsupported"[2], 7 }, "support"));
}
END_TEST

/* An absent cell is the slice of no address. */
START_TEST (nothing_has_no_word)
{
  ck_assert (!slice_has_word_folded ((Slice){ NULL, 0 }, "support"));
}
END_TEST

/* A character cut off or broken beside the word is no letter. */
START_TEST (broken_bytes_beside_a_word_are_no_letters)
{
  ck_assert (slice_has_word_folded (slice_of ("support\xff"), "support"));
  ck_assert (slice_has_word_folded (slice_of ("support\xc3"), "support"));
  ck_assert (slice_has_word_folded (slice_of ("\xa9support"), "support"));
}
END_TEST

/* Copies */

START_TEST (copies_are_as_they_are_or_fold_ascii_letters)
{
  const Slice slice = { "aBc\xc3\x89Zz9...", 8 };
  g_autofree char *same = slice_dup (slice);
  g_autofree char *lower = slice_dup_lower (slice);
  g_autofree char *upper = slice_dup_upper (slice);
  g_autofree char *empty = slice_dup (slice_of (NULL));

  ck_assert_str_eq (same, "aBc\xc3\x89Zz9");
  ck_assert_str_eq (lower, "abc\xc3\x89zz9");
  ck_assert_str_eq (upper, "ABC\xc3\x89ZZ9");
  ck_assert_str_eq (empty, "");
}
END_TEST

/* Order */

static const char *const order_texts[]
    = { "", "a", "A", "ab", "AB", "aC", "b", "B1", "b10", "_", "Z", "\xc3\xa9", "\xc3\x89", "a b" };

static int
sign (int number)
{
  return number < 0 ? -1 : number > 0;
}

/* At every length and place, whatever is compared at a time. */
START_TEST (every_byte_counts_and_case_does_not)
{
  static const char lower[] = "0d0e9c55-7a4f-4e1c-a7c1-5b2f8c1d9e3f@[`{";
  static const char mixed[] = "0D0e9C55-7a4F-4E1c-A7c1-5b2f8C1d9e3F@[`{";

  for (gsize length = 0; length < sizeof lower; length++)
    {
      g_autofree char *wanted = g_strndup (lower, length);

      ck_assert (slice_equals_folded ((Slice){ mixed, length }, wanted));
      for (gsize at = 0; at < length; at++)
        {
          g_autofree char *other = g_strndup (mixed, length);

          other[at] ^= at % 2 == 0 ? 1 : (char) 0x80;
          ck_assert (!slice_equals_folded ((Slice){ other, length }, wanted));
        }
    }
  for (int c = 1; c < 256; c++)
    {
      const char bytes[9] = { (char) c, 'a', 'b', 'c', 'd', 'e', 'f', (char) c, '\0' };
      const char folded = slice_lower_char ((char) c);
      const char wanted[9] = { folded, 'a', 'b', 'c', 'd', 'e', 'f', folded, '\0' };

      ck_assert (slice_equals_folded ((Slice){ bytes, 8 }, wanted));
    }
}
END_TEST

START_TEST (the_order_is_that_of_the_folded_copies)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (order_texts); j++)
      {
        g_autofree char *room = NULL;
        const Slice slice = exact_slice (order_texts[i], &room);
        g_autofree char *lower = slice_dup_lower (slice);
        g_autofree char *upper = slice_dup_upper (slice);

        ck_assert_int_eq (sign (slice_compare_lowered (slice, order_texts[j])),
                          sign (strcmp (lower, order_texts[j])));
        ck_assert_int_eq (sign (slice_compare_raised (slice, order_texts[j])),
                          sign (strcmp (upper, order_texts[j])));
      }
}
END_TEST

/* Whatever the place in the words in which bytes are looked at. */
START_TEST (plain_text_is_ascii_without_nul)
{
  for (gsize length = 0; length < 40; length++)
    {
      g_autofree char *text = g_strnfill (length, '~');

      ck_assert (slice_is_plain ((Slice){ text, length }));
      for (gsize at = 0; at < length; at++)
        {
          text[at] = '\0';
          ck_assert (!slice_is_plain ((Slice){ text, length }));
          text[at] = '\x80';
          ck_assert (!slice_is_plain ((Slice){ text, length }));
          text[at] = '\x01';
          ck_assert (slice_is_plain ((Slice){ text, length }));
        }
    }
}
END_TEST

static const char *const nothings[] = { "NULL", "null", "(null)", "(NULL)", "N/A", "n/a",  "NA",
                                        "na",   "#N/A", "\\N",    "\\n",    "-",   "None", "NONE" };
static const char *const somethings[]
    = { "",    "0", "--", "nil",   "N/A.",  "NULLs", "n.a.", "(none)",
        "#NA", "N", "\\", "(null", "#REF!", "NAN",   "Nona", " -" };

START_TEST (words_for_nothing_are_known)
{
  char *room;

  for (guint i = 0; i < G_N_ELEMENTS (nothings); i++)
    {
      ck_assert_msg (slice_is_word_for_nothing (exact_slice (nothings[i], &room)), "%s",
                     nothings[i]);
      g_free (room);
    }
  for (guint i = 0; i < G_N_ELEMENTS (somethings); i++)
    {
      ck_assert_msg (!slice_is_word_for_nothing (exact_slice (somethings[i], &room)), "%s",
                     somethings[i]);
      g_free (room);
    }
}
END_TEST

#define GUID "1f0e7e1c-0aB2-4c3d-8E5f-0123456789aB"

static const struct
{
  const char *id;
  gboolean is_wrapped;
} ids[] = {
  { GUID, FALSE },
  { "{" GUID "}", TRUE },
  { "org:" GUID, TRUE },
  { "ORG:" GUID, TRUE },
  { "urn:uuid:" GUID, TRUE },
  { "Urn:UUID:" GUID, TRUE },
  /* one wrapping only */
  { "{{" GUID "}}", FALSE },
  { "org:{" GUID "}", FALSE },
  { "{org:" GUID "}", FALSE },
  { "urn:uuid:{" GUID "}", FALSE },
  { "org:org:" GUID, FALSE },
  /* no GUIDs, and other wrappings */
  { "{aco-1}", FALSE },
  { "org:contoso", FALSE },
  { "{" GUID, FALSE },
  { "{" GUID "]", FALSE },
  { "[" GUID "}", FALSE },
  { "org: " GUID, FALSE },
  { "(" GUID ")", FALSE },
  { "urn:" GUID, FALSE },
  { "{1f0e7e1c00ab2-4c3d-8E5f-0123456789aB}", FALSE },
  { "{1f0e7e1c-0aB2-4c3d-8E5f-0123456789aG}", FALSE },
  { "{1f0e7e1c0aB24c3d8E5f0123456789aB}", FALSE },
  { "", FALSE },
};

START_TEST (a_guid_is_unwrapped_once)
{
  char *room;
  const Slice id = exact_slice (ids[_i].id, &room);
  const Slice found = slice_unwrap_guid (id);

  if (ids[_i].is_wrapped)
    assert_slice (found, GUID);
  else
    ck_assert (found.text == id.text && found.length == id.length);
  g_free (room);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("slice");
  TCase *tcase = tcase_create ("slice");

  tcase_add_test (tcase, a_text_becomes_a_slice);
  tcase_add_test (tcase, no_text_becomes_an_empty_slice);
  tcase_add_loop_test (tcase, outer_blanks_are_trimmed_and_inner_ones_kept, 0,
                       G_N_ELEMENTS (trims));
  tcase_add_loop_test (tcase, texts_are_looked_for_without_case, 0, G_N_ELEMENTS (folds));
  tcase_add_test (tcase, a_text_is_found_wherever_it_stands);
  tcase_add_test (tcase, only_the_bytes_of_the_slice_are_looked_at);
  tcase_add_test (tcase, broken_bytes_beside_a_word_are_no_letters);
  tcase_add_test (tcase, nothing_has_no_word);
  tcase_add_test (tcase, copies_are_as_they_are_or_fold_ascii_letters);
  tcase_add_test (tcase, every_byte_counts_and_case_does_not);
  tcase_add_test (tcase, the_order_is_that_of_the_folded_copies);
  tcase_add_test (tcase, plain_text_is_ascii_without_nul);
  tcase_add_test (tcase, words_for_nothing_are_known);
  tcase_add_loop_test (tcase, a_guid_is_unwrapped_once, 0, G_N_ELEMENTS (ids));
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/printable.h"
#include "test-main.h"

#include <check.h>

/* Making visible */

static const struct
{
  const char *text, *visible;
} texts[] = {
  { NULL, "" },
  { "", "" },
  { "Contoso Ltd", "Contoso Ltd" },
  { "Z\xC3\xBCrich \xE6\xA0\xAA", "Z\xC3\xBCrich \xE6\xA0\xAA" },
  /* C0, DEL, C1 */
  { "a\tb\nc\rd", "a\\x09b\\x0Ac\\x0Dd" },
  { "\x1B[31mred", "\\x1B[31mred" },
  { "\x01\x1F \x7F", "\\x01\\x1F \\x7F" },
  { "\xC2\x80\xC2\x9B\xC2\x9F\xC2\xA0", "\\x80\\x9B\\x9F\xC2\xA0" },
  /* bidirectional controls and hidden line ends */
  { "a\xE2\x80\xAE"
    "b",
    "a\\u202Eb" },
  { "\xE2\x80\xAA\xE2\x80\xAB\xE2\x80\xAC\xE2\x80\xAD", "\\u202A\\u202B\\u202C\\u202D" },
  { "\xE2\x81\xA6\xE2\x81\xA7\xE2\x81\xA8\xE2\x81\xA9", "\\u2066\\u2067\\u2068\\u2069" },
  { "\xE2\x80\x8E\xE2\x80\x8F\xD8\x9C", "\\u200E\\u200F\\u061C" },
  { "\xE2\x80\xA8\xE2\x80\xA9", "\\u2028\\u2029" },
  /* what stands just beside them stays */
  { "\xE2\x80\x8D\xE2\x80\x90\xE2\x80\xAF", "\xE2\x80\x8D\xE2\x80\x90\xE2\x80\xAF" },
  /* not UTF-8: stray bytes, cut short, overlong, a surrogate, beyond Unicode */
  { "caf\xE9", "caf\\xE9" },
  { "caf\xE9 au", "caf\\xE9 au" },
  { "\x80\xBF", "\\x80\\xBF" },
  { "a\xE6\xA0", "a\\xE6\\xA0" },
  { "\xC0\xAF", "\\xC0\\xAF" },
  { "\xED\xA0\x80", "\\xED\\xA0\\x80" },
  { "\xF4\x90\x80\x80", "\\xF4\\x90\\x80\\x80" },
};

START_TEST (what_would_disturb_a_terminal_is_made_visible)
{
  g_autofree char *visible = printable_text (texts[_i].text);

  ck_assert_str_eq (visible, texts[_i].visible);
  ck_assert (g_utf8_validate (visible, -1, NULL));
}
END_TEST

START_TEST (what_is_visible_stays_as_it_is)
{
  g_autofree char *once = printable_text (texts[_i].text);
  g_autofree char *twice = printable_text (once);

  ck_assert_str_eq (once, twice);
}
END_TEST

/* Width and shortening */

static const struct
{
  const char *text;
  gsize width;
} widths[] = {
  { "", 0 },
  { "abc", 3 },
  { "Z\xC3\xBCrich", 6 },
  { "Zu\xCC\x88rich", 6 }, /* a combining mark */
  { "\xE6\xA0\xAA\xE5\xBC\x8F", 4 },
  { "\xEF\xBC\xA1", 2 }, /* full-width A */
};

START_TEST (width_is_counted_in_columns)
{
  ck_assert_uint_eq (printable_width (widths[_i].text), widths[_i].width);
}
END_TEST

#define ELLIPSIS "\xE2\x80\xA6"

static const struct
{
  const char *text;
  gsize width, tail;
  const char *shortened;
} shortenings[] = {
  { "Contoso", 7, 0, "Contoso" },
  { "Contoso", 20, 0, "Contoso" },
  { "", 3, 0, "" },
  { "Contoso Retail North", 11, 0, "Contos" ELLIPSIS "orth" },
  { "Contoso Retail South", 11, 0, "Contos" ELLIPSIS "outh" },
  { "Default Directory (1234abcd)", 16, 11, "Defa" ELLIPSIS " (1234abcd)" },
  /* no room for the whole tail: its end stays */
  { "Default Directory (1234abcd)", 8, 11, "D" ELLIPSIS "4abcd)" },
  { "abcdefgh", 3, 0, "ab" ELLIPSIS },
  /* a wide character is never halved */
  { "\xE6\xA0\xAA\xE5\xBC\x8F\xE4\xBC\x9A\xE7\xA4\xBE", 6, 0,
    "\xE6\xA0\xAA" ELLIPSIS "\xE7\xA4\xBE" },
  /* a mark goes with the letter it stands on */
  { "abcdefghu\xCC\x88z", 4, 1, "ab" ELLIPSIS "z" },
};

START_TEST (a_long_text_keeps_its_beginning_and_its_end)
{
  g_autofree char *shortened
      = printable_shorten (shortenings[_i].text, shortenings[_i].width, shortenings[_i].tail);

  ck_assert_str_eq (shortened, shortenings[_i].shortened);
}
END_TEST

START_TEST (a_shortened_text_is_never_wider_than_asked)
{
  static const char *const long_texts[] = { "Contoso Retail International North",
                                            "\xE6\xA0\xAA\xE5\xBC\x8F\xE4\xBC\x9A\xE7\xA4\xBE"
                                            "\xE3\x82\xB5\xE3\x83\xB3\xE3\x83\x97",
                                            "a\xE6\xA0\xAA"
                                            "b\xE5\xBC\x8F"
                                            "c\xE4\xBC\x9A"
                                            "d" };

  for (gsize i = 0; i < G_N_ELEMENTS (long_texts); i++)
    for (gsize width = 3; width < 40; width++)
      for (gsize tail = 0; tail < 40; tail++)
        {
          g_autofree char *text = printable_shorten (long_texts[i], width, tail);

          ck_assert_uint_le (printable_width (text), width);
          ck_assert (g_utf8_validate (text, -1, NULL));
        }
}
END_TEST

/* Filling lines */

START_TEST (words_fill_lines_and_later_lines_are_indented)
{
  g_autoptr (GString) out = g_string_new ("Label ");
  PrintableLine filler = printable_line_at (out, 16, 6, 6);

  printable_line_add_text (&filler, "one two three four");
  ck_assert_str_eq (out->str, "Label one two\n      three four");
}
END_TEST

START_TEST (a_word_that_fits_no_line_stands_alone_and_whole)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PrintableLine filler = printable_line_at (out, 10, 0, 2);

  printable_line_add_text (&filler, "see 123456789012345678 there");
  ck_assert_str_eq (out->str, "see\n  123456789012345678\n  there");
}
END_TEST

START_TEST (a_line_may_end_between_wide_characters)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PrintableLine filler = printable_line_at (out, 10, 0, 2);

  printable_line_add_text (&filler, "\u8ACB\u6C42\u66F8\u306E\u6B8B\u9AD8");
  ck_assert_str_eq (out->str, "\u8ACB\u6C42\u66F8\u306E\u6B8B\n  \u9AD8");
}
END_TEST

START_TEST (no_line_begins_with_what_closes_or_ends_with_what_opens)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PrintableLine filler = printable_line_at (out, 10, 0, 0);

  /* four, one more and a full stop; then a bracket that opens at the end of the line */
  printable_line_add_text (&filler, "\u8ACB\u6C42\u66F8\u306E\u6B8B\u3002\u8ACB\u300C\u6C42\u300D");
  ck_assert_str_eq (out->str, "\u8ACB\u6C42\u66F8\u306E\n\u6B8B\u3002\u8ACB\n\u300C\u6C42\u300D");
}
END_TEST

START_TEST (latin_words_in_wide_text_stay_whole)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PrintableLine filler = printable_line_at (out, 12, 0, 0);

  printable_line_add_text (&filler, "\u8ACB\u6C42CreditAmount\u306E\u6B8B");
  ck_assert_str_eq (out->str, "\u8ACB\u6C42\nCreditAmount\n\u306E\u6B8B");
}
END_TEST

START_TEST (empty_words_leave_no_blanks)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PrintableLine filler = printable_line_at (out, 80, 0, 0);

  printable_line_add_text (&filler, "  one   two  ");
  printable_line_add_word (&filler, "", 2);
  ck_assert_str_eq (out->str, "one two");
}
END_TEST

START_TEST (words_may_stand_further_apart)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PrintableLine filler = printable_line_at (out, 12, 0, 4);

  printable_line_add_word (&filler, "Contoso Ltd", 2);
  printable_line_add_word (&filler, "12 USD", 2);
  printable_line_add_word (&filler, "x", 1);
  ck_assert_str_eq (out->str, "Contoso Ltd\n    12 USD x");
}
END_TEST

START_TEST (common_scripts_are_known_by_their_widths)
{
  ck_assert (printable_has_common_widths (""));
  ck_assert (printable_has_common_widths ("Contoso ~ Ltd"));
  ck_assert (printable_has_common_widths ("Gr\xC3\xB6\xC3\x9F"
                                          "e \xE6\x9D\xB1\xE4\xBA\xAC"));
  ck_assert (!printable_has_common_widths ("a\xC2\xAD"
                                           "b"));                /* a soft hyphen */
  ck_assert (!printable_has_common_widths ("e\xCC\x81"));        /* an accent that combines */
  ck_assert (!printable_has_common_widths ("\xF0\x9F\x98\x80")); /* a face */
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("printable");
  TCase *tcase = tcase_create ("printable");

  tcase_add_loop_test (tcase, what_would_disturb_a_terminal_is_made_visible, 0,
                       G_N_ELEMENTS (texts));
  tcase_add_loop_test (tcase, what_is_visible_stays_as_it_is, 0, G_N_ELEMENTS (texts));
  tcase_add_loop_test (tcase, width_is_counted_in_columns, 0, G_N_ELEMENTS (widths));
  tcase_add_loop_test (tcase, a_long_text_keeps_its_beginning_and_its_end, 0,
                       G_N_ELEMENTS (shortenings));
  tcase_add_test (tcase, a_shortened_text_is_never_wider_than_asked);
  tcase_add_test (tcase, words_fill_lines_and_later_lines_are_indented);
  tcase_add_test (tcase, a_word_that_fits_no_line_stands_alone_and_whole);
  tcase_add_test (tcase, a_line_may_end_between_wide_characters);
  tcase_add_test (tcase, no_line_begins_with_what_closes_or_ends_with_what_opens);
  tcase_add_test (tcase, latin_words_in_wide_text_stay_whole);
  tcase_add_test (tcase, empty_words_leave_no_blanks);
  tcase_add_test (tcase, words_may_stand_further_apart);
  tcase_add_test (tcase, common_scripts_are_known_by_their_widths);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/language/language-sentence.h"

static Decimal
amount_of (const char *text)
{
  Decimal value;

  ck_assert (decimal_parse (text, strlen (text), DECIMAL_POINT, &value));
  return value;
}

static void
assert_said (const LanguageSentence *sentence, const char *code, const char *expected)
{
  const Language *language;

  ck_assert (language_find (code, &language));
  g_autofree char *said = language_sentence_say (sentence, language);
  ck_assert_str_eq (said, expected);
}

START_TEST (english_is_the_text_with_its_values)
{
  const LanguageSentence sentence
      = { .text = "the lot of %s expired on %s with %s left: %s",
          .values = { language_sentence_name ("Contoso 100% %s"),
                      language_sentence_day (calendar_day (2026, 10, 31)),
                      language_sentence_amount (amount_known (amount_of ("-1234.5")), "EUR"),
                      language_sentence_count (12345) } };

  assert_said (&sentence, "en",
               "the lot of Contoso 100% %s expired on 2026-10-31 with -1234.50 EUR left: 12345");
}
END_TEST

START_TEST (numbers_and_days_are_those_of_the_reader)
{
  const LanguageSentence sentence
      = { .text = "%s %s %s",
          .values = { language_sentence_day (calendar_day (2026, 10, 31)),
                      language_sentence_amount (amount_known (amount_of ("1234.5")), "EUR"),
                      language_sentence_count (12345) } };

  assert_said (&sentence, "de", "31.10.2026 1.234,50 EUR 12.345");
  assert_said (&sentence, "en", "2026-10-31 1234.50 EUR 12345");
}
END_TEST

START_TEST (what_is_not_known_has_no_currency)
{
  const LanguageSentence sentence
      = { .text = "%s",
          .values = { language_sentence_amount ((Amount){ .known = FALSE }, "EUR") } };

  assert_said (&sentence, "en", "not known");
}
END_TEST

START_TEST (an_amount_can_be_of_no_currency)
{
  const LanguageSentence sentence
      = { .text = "%s",
          .values = { language_sentence_amount (amount_known (amount_of ("0.125")), NULL) } };

  assert_said (&sentence, "en", "0.125");
}
END_TEST

START_TEST (the_number_chooses_the_text)
{
  LanguageSentence sentence = { NP_ ("%s charge: %s", "%s charges: %s"), .number = 1,
                                .values = { language_sentence_count (1),
                                            language_sentence_word ("the credit was used up") } };

  assert_said (&sentence, "en", "1 charge: the credit was used up");
  sentence.number = 0;
  sentence.values[0] = language_sentence_count (0);
  assert_said (&sentence, "en", "0 charges: the credit was used up");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("language-sentence");
  TCase *all = tcase_create ("all");

  tcase_add_test (all, english_is_the_text_with_its_values);
  tcase_add_test (all, numbers_and_days_are_those_of_the_reader);
  tcase_add_test (all, what_is_not_known_has_no_currency);
  tcase_add_test (all, an_amount_can_be_of_no_currency);
  tcase_add_test (all, the_number_chooses_the_text);
  suite_add_tcase (suite, all);
  return suite;
}

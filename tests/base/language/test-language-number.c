/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/language/language-number.h"

static const struct
{
  const char *code, *million, *cents, *hundreds;
} forms[] = {
  { "en", "-1,234,567.5", "1,234.50", "999" },
  { "de", "-1.234.567,5", "1.234,50", "999" },
  { "ja", "-1,234,567.5", "1,234.50", "999" },
  { "nl", "-1.234.567,5", "1.234,50", "999" },
  { "ru",
    "-1\xc2\xa0"
    "234\xc2\xa0"
    "567,5",
    "1\xc2\xa0"
    "234,50",
    "999" },
};

static const Language *
find (guint index)
{
  const Language *language;

  ck_assert (language_find (forms[index].code, &language));
  return language;
}

START_TEST (test_forms)
{
  const Language *language = find ((guint) _i);
  g_autofree char *million = language_number (language, "-1234567.5");
  g_autofree char *cents = language_number_of_decimal (language, decimal_from_scaled (12345, 1), 2);
  g_autofree char *count = language_number_of_count (language, 999);

  ck_assert_str_eq (million, forms[_i].million);
  ck_assert_str_eq (cents, forms[_i].cents);
  ck_assert_str_eq (count, forms[_i].hundreds);
}
END_TEST

/* Texts that only look like numbers stay. */
START_TEST (test_other_texts)
{
  static const char *const texts[] = { "", "-", "USD", "1.", ".5", "1,234", "12a", "2026-10-31" };
  const Language *language = find ((guint) _i);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = language_number (language, texts[i]);
      ck_assert_str_eq (text, texts[i]);
    }
}
END_TEST

START_TEST (test_in_sentences)
{
  const Language *nl = find (3);
  g_autofree char *english = language_number_in_sentence (NULL, decimal_from_int (1234), 2);
  g_autofree char *dutch = language_number_in_sentence (nl, decimal_from_int (1234), 2);

  ck_assert_str_eq (english, "1234.00");
  ck_assert_str_eq (dutch, "1.234,00");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("language-number");
  TCase *all = tcase_create ("all");

  tcase_add_loop_test (all, test_forms, 0, G_N_ELEMENTS (forms));
  tcase_add_loop_test (all, test_other_texts, 0, G_N_ELEMENTS (forms));
  tcase_add_test (all, test_in_sentences);
  suite_add_tcase (suite, all);
  return suite;
}

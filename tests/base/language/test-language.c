/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/language/language.h"
#include "base/language/plural-rule.h"

#define UNKNOWN "a text that no catalog has"

static const Language *
find (const char *code)
{
  const Language *language;

  ck_assert_msg (language_find (code, &language), "%s", code);
  return language;
}

START_TEST (test_find)
{
  const Language *language;

  ck_assert_ptr_null (find ("en"));
  ck_assert_ptr_null (find ("EN"));
  ck_assert_str_eq (language_code (find ("RU")), "ru");
  ck_assert_str_eq (language_code (NULL), "en");
  ck_assert (!language_find ("xx", &language));
  ck_assert (!language_find ("", &language));
  ck_assert (!language_find ("ru_RU", &language));
  for (const char *const *code = language_codes (); *code != NULL; code++)
    ck_assert_str_eq (language_code (find (*code)), *code);
}
END_TEST

START_TEST (test_english_says_the_text_itself)
{
  const char *text = UNKNOWN, *many = "texts";

  ck_assert_ptr_eq (language_say (NULL, text), text);
  ck_assert_ptr_eq (language_say_in (NULL, "context", text), text);
  ck_assert_ptr_eq (language_say_count (NULL, text, many, 1), text);
  ck_assert_ptr_eq (language_say_count (NULL, text, many, 0), many);
  ck_assert_ptr_eq (language_say_count (NULL, text, many, 2), many);
}
END_TEST

START_TEST (test_what_is_not_translated_is_said_in_english)
{
  const char *text = UNKNOWN, *many = "texts";

  for (const char *const *code = language_codes (); *code != NULL; code++)
    {
      const Language *language = find (*code);

      ck_assert_ptr_eq (language_say (language, text), text);
      ck_assert_ptr_eq (language_say_in (language, "context", text), text);
      ck_assert_ptr_eq (language_say_count (language, text, many, 1), text);
      ck_assert_ptr_eq (language_say_count (language, text, many, 21), many);
    }
}
END_TEST

/* Each catalog is that of its language, in UTF-8, and has the forms that the program chooses by. */
START_TEST (test_headers)
{
  for (const char *const *code = language_codes () + 1; *code != NULL; code++)
    {
      const Language *language = find (*code);
      const char *header = language_header (language);
      g_autofree char *own = g_strdup_printf ("\nLanguage: %s\n", *code);
      g_autofree char *forms = g_strdup_printf ("\nPlural-Forms: %s\n",
                                                plural_rule_header (language_plural (language)));

      ck_assert_ptr_nonnull (header);
      ck_assert_msg (strstr (header, own) != NULL, "%s", *code);
      ck_assert_msg (strstr (header, forms) != NULL, "%s", *code);
      ck_assert_ptr_nonnull (strstr (header, "charset=UTF-8"));
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("language");
  TCase *all = tcase_create ("all");

  tcase_add_test (all, test_find);
  tcase_add_test (all, test_english_says_the_text_itself);
  tcase_add_test (all, test_what_is_not_translated_is_said_in_english);
  tcase_add_test (all, test_headers);
  suite_add_tcase (suite, all);
  return suite;
}

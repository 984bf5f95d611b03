/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-languages.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "sample-language.h"
#include "test-place.h"

START_TEST (each_customer_has_its_language)
{
  put ("l.ini",
       "\xef\xbb\xbf# who reads what\r\n\r\n[C1]\r\nlang = nl\r\n; and\n[ {C2} ]\n lang=JA \n"
       "[c3]\nlang = en");
  g_autoptr (GError) error = NULL;
  g_autoptr (StatementLanguages) languages = statement_languages_load ("l.ini", &error);
  const Language *german = sample_language ("de");

  ck_assert_msg (languages != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_str_eq (language_code (statement_languages_of (languages, "c1", german)), "nl");
  ck_assert_str_eq (language_code (statement_languages_of (languages, "c3", german)), "en");
  ck_assert_str_eq (language_code (statement_languages_of (languages, "c4", german)), "de");
}
END_TEST

START_TEST (a_guid_in_braces_is_the_guid)
{
  put ("l.ini", "[{C2222222-2222-4222-8222-222222222222}]\nlang = ru\n");
  g_autoptr (StatementLanguages) languages = statement_languages_load ("l.ini", NULL);

  ck_assert_ptr_nonnull (languages);
  ck_assert_str_eq (language_code (statement_languages_of (
                        languages, "c2222222-2222-4222-8222-222222222222", NULL)),
                    "ru");
}
END_TEST

static const struct
{
  const char *text, *message;
} wrongs[] = {
  { "[c1]\nlang = xx\n", "2:8: found \"xx\", expected one of en, de, ja, nl, ru" },
  { "[c1]\n lang = n l\n", "2:9: found \"n l\", expected one of en, de, ja, nl, ru" },
  { "[c1]\nlang =\n", "2:7: found \"\", expected one of en, de, ja, nl, ru" },
  { "[c1]\nlange = nl\n", "2:1: found \"lange\", expected [CUSTOMER] or lang = CODE" },
  { "lang = nl\n", "1:1: found lang once more, or before the first [CUSTOMER], expected it once "
                   "below each" },
  { "[c1]\nlang = nl\nlang = de\n", "3:1: found lang once more, or before the first [CUSTOMER], "
                                    "expected it once below each" },
  { "[c1]\n[c2]\nlang = nl\n", "1:1: found a customer without a language, expected lang = CODE "
                               "below it" },
  { "\n[c1]", "2:1: found a customer without a language, expected lang = CODE below it" },
  { "[c1]\nlang = nl\n[C1]\nlang = de\n",
    "3:2: found a customer again, expected each customer once "
    "in the file" },
  { "[c1\nlang = nl\n", "1:4: expected ] at the end of [CUSTOMER]" },
  { "[]\nlang = nl\n", "1:2: found [], expected the id of a customer in it" },
};

START_TEST (what_is_wrong_is_refused_with_its_place)
{
  g_autofree char *expected = g_strdup_printf ("--languages: l.ini:%s", wrongs[_i].message);
  g_autoptr (GError) error = NULL;

  put ("l.ini", wrongs[_i].text);
  ck_assert_ptr_null (statement_languages_load ("l.ini", &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert_msg (g_str_has_prefix (error->message, expected), "%s", error->message);
  ck_assert_ptr_null (strstr (error->message, "c1"));
}
END_TEST

START_TEST (other_files_are_refused)
{
  g_autoptr (GError) missing = NULL, folder = NULL, bytes = NULL;

  ck_assert_int_eq (g_mkdir ("folder", 0755), 0);
  put ("b.ini", "[c\xff]\n");
  ck_assert_ptr_null (statement_languages_load ("missing", &missing));
  ck_assert_ptr_null (statement_languages_load ("folder", &folder));
  ck_assert_ptr_null (statement_languages_load ("b.ini", &bytes));
  ck_assert_str_eq (folder->message, "--languages: folder: is not a regular file");
  ck_assert_str_eq (bytes->message, "--languages: b.ini: is not UTF-8, or has a character 0");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement-languages");
  TCase *tests = tcase_create ("statement-languages");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, each_customer_has_its_language);
  tcase_add_test (tests, a_guid_in_braces_is_the_guid);
  tcase_add_loop_test (tests, what_is_wrong_is_refused_with_its_place, 0, G_N_ELEMENTS (wrongs));
  tcase_add_test (tests, other_files_are_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

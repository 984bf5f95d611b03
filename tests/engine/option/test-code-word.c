/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/option/code-word.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const char *const none[] = { NULL };

static const struct
{
  const char *word, *kind;
  const char *code; /* NULL: none */
} words[] = {
  { "ACO401", "", "ACO401" },
  { "aco401", "ACO", "ACO401" },
  { "balance-invoice-difference", "ACO", "ACO401" },
  { "401", "", "ACO401" },
  { "101", "", NULL },        /* of ACO, BEN and MCA */
  { "101", "ACO", "ACO101" }, /* of ACO alone */
  { "MCA101", "", "MCA101" },
  { "MCA101", "ACO", NULL },
  { "mca-lots-differ", "ACO", NULL },
  { "0401", "", NULL },
  { "40", "", NULL },
  { "", "", NULL },
};

START_TEST (a_word_is_one_code_or_none)
{
  const FindingCode before = FINDING_CODE_COUNT;
  FindingCode code = before;

  ck_assert_int_eq (code_word_parse (words[_i].word, words[_i].kind, &code),
                    words[_i].code != NULL);
  if (words[_i].code != NULL)
    ck_assert_str_eq (finding_info (code)->code, words[_i].code);
  else
    ck_assert_int_eq (code, before);
}
END_TEST

START_TEST (a_number_of_several_codes_lists_them)
{
  g_autofree char *complaint = code_word_complaint ("101", "", "finding", none);

  ck_assert_str_eq (complaint, "found \"101\", the number of several findings, expected one of "
                               "ACO101, BEN101, MCA101");
}
END_TEST

START_TEST (a_wrong_word_asks_for_near_ones_of_its_kind)
{
  g_autofree char *any = code_word_complaint ("ACO411", "", "finding", none);
  g_autofree char *of_kind = code_word_complaint ("MCA101", "ACO", "finding", none);

  ck_assert_ptr_nonnull (strstr (any, "found no finding \"ACO411\", expected a code like ACO401"));
  ck_assert_ptr_nonnull (strstr (any, "; did you mean "));
  ck_assert_ptr_nonnull (strstr (any, "ACO401"));
  ck_assert_ptr_null (strstr (of_kind, "MCA102"));
}
END_TEST

START_TEST (other_words_may_have_been_meant)
{
  static const char *const others[] = { "missing-row", NULL };
  g_autofree char *complaint = code_word_complaint ("missing-rwo", "", "finding or case", others);

  ck_assert_str_eq (complaint,
                    "found no finding or case \"missing-rwo\", expected a code like ACO401; "
                    "`acorecon explain' lists them; did you mean missing-row?");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("code-word");
  TCase *tests = tcase_create ("code-word");

  tcase_add_loop_test (tests, a_word_is_one_code_or_none, 0, G_N_ELEMENTS (words));
  tcase_add_test (tests, a_number_of_several_codes_lists_them);
  tcase_add_test (tests, a_wrong_word_asks_for_near_ones_of_its_kind);
  tcase_add_test (tests, other_words_may_have_been_meant);
  suite_add_tcase (suite, tests);
  return suite;
}

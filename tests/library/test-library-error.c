/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <acorecon.h>
#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "library/library-error.h"

START_TEST (of_nothing_there_is_nothing_to_tell)
{
  ck_assert_int_eq ((int) acorecon_error_kind (NULL), ACORECON_ERROR_NONE);
  ck_assert_str_eq (acorecon_error_message (NULL), "");
  ck_assert_ptr_null (acorecon_error_detail (NULL, 0));
  acorecon_error_free (NULL);
}
END_TEST

START_TEST (it_has_the_status_of_the_command_and_its_words_made_harmless)
{
  static const struct
  {
    int code;
    AcoreconErrorKind kind;
  } codes[] = { { RECON_ERROR_USAGE, ACORECON_ERROR_USAGE },
                { RECON_ERROR_INPUT, ACORECON_ERROR_INPUT },
                { RECON_ERROR_OUTPUT, ACORECON_ERROR_OUTPUT },
                { RECON_ERROR_INTERNAL, ACORECON_ERROR_INTERNAL } };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      AcoreconError *error;
      library_error_take (&error, g_error_new_literal (RECON_ERROR, codes[i].code, "a\x1b[1mb"),
                          NULL);
      ck_assert_int_eq ((int) acorecon_error_kind (error), (int) codes[i].kind);
      ck_assert_ptr_null (strchr (acorecon_error_message (error), '\x1b'));
      ck_assert_ptr_null (acorecon_error_detail (error, 0));
      acorecon_error_free (error);
    }
}
END_TEST

START_TEST (what_the_command_prints_before_it_is_kept)
{
  GPtrArray *details = g_ptr_array_new_with_free_func (g_free);
  AcoreconError *error;

  g_ptr_array_add (details, g_strdup ("a.csv:2: bad"));
  library_error_take (&error, g_error_new_literal (RECON_ERROR, RECON_ERROR_INPUT, "x"), details);
  ck_assert_str_eq (acorecon_error_detail (error, 0), "a.csv:2: bad");
  ck_assert_ptr_null (acorecon_error_detail (error, 1));
  acorecon_error_free (error);
}
END_TEST

START_TEST (who_does_not_ask_is_not_told)
{
  library_error_begin (NULL);
  library_error_take (NULL, g_error_new_literal (RECON_ERROR, RECON_ERROR_INPUT, "x"), NULL);
  ck_assert_int_eq (library_error_misuse (NULL, "f", "a job"), 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("library-error");
  TCase *tests = tcase_create ("library-error");

  tcase_add_test (tests, of_nothing_there_is_nothing_to_tell);
  tcase_add_test (tests, it_has_the_status_of_the_command_and_its_words_made_harmless);
  tcase_add_test (tests, what_the_command_prints_before_it_is_kept);
  tcase_add_test (tests, who_does_not_ask_is_not_told);
  suite_add_tcase (suite, tests);
  return suite;
}

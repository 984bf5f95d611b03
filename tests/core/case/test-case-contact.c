/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/case/case-contact.h"

START_TEST (what_concerns_files_alone_needs_no_ticket)
{
  ck_assert_int_eq (case_contact (FINDING_EXCEL_DAMAGE), CONTACT_FILES);
  ck_assert_int_eq (case_contact (FINDING_MONTH_MISSING), CONTACT_FILES);
  ck_assert_int_eq (case_contact (FINDING_UNBILLED_LINES), CONTACT_NOBODY);
  ck_assert_int_eq (case_contact (FINDING_WILL_FORFEIT), CONTACT_CUSTOMER);
}
END_TEST

START_TEST (a_difference_is_settled_with_microsoft)
{
  ck_assert_int_eq (case_contact (FINDING_BALANCE_INVOICE_DIFFERENCE), CONTACT_MICROSOFT);
  ck_assert_int_eq (case_contact (FINDING_CREDIT_DECREASED), CONTACT_MICROSOFT);
}
END_TEST

START_TEST (every_contact_has_words_of_its_own)
{
  for (CaseContact a = CONTACT_NOBODY; a <= CONTACT_MICROSOFT; a++)
    for (CaseContact b = CONTACT_NOBODY; b < a; b++)
      ck_assert_str_ne (case_contact_words (a), case_contact_words (b));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("case-contact");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, what_concerns_files_alone_needs_no_ticket);
  tcase_add_test (test_case, a_difference_is_settled_with_microsoft);
  tcase_add_test (test_case, every_contact_has_words_of_its_own);
  suite_add_tcase (suite, test_case);
  return suite;
}

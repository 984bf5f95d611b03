/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <acorecon.h>
#include <check.h>
#include <string.h>

#include "library/sample-job.h"

START_TEST (it_has_the_verdict_and_status_of_its_findings)
{
  AcoreconJob *job = sample_job (), *patient = sample_job (), *empty = acorecon_job_new ();

  add_bytes (empty, "empty.csv",
             "CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,Currency,AgreementId\n");
  ck_assert_int_eq (acorecon_job_set (patient, "fail-on", "never", NULL), 1);
  AcoreconReport *report = reckon_job (job), *calm = reckon_job (patient);
  AcoreconReport *nothing = reckon_job (empty);
  ck_assert_str_eq (acorecon_report_verdict (report), "differs");
  ck_assert_int_eq (acorecon_report_exit_status (report), 1);
  ck_assert_str_eq (acorecon_report_verdict (calm), "differs");
  ck_assert_int_eq (acorecon_report_exit_status (calm), 0);
  ck_assert_str_eq (acorecon_report_verdict (nothing), "nothing");
  acorecon_report_free (report);
  acorecon_report_free (calm);
  acorecon_report_free (nothing);
}
END_TEST

START_TEST (rows_set_aside_make_it_unreliable)
{
  AcoreconJob *job = sample_job ();

  add_bytes (job, "bad.csv", SAMPLE_BALANCE "c3,,2026-10,much,1,USD,a3\n");
  ck_assert_int_eq (acorecon_job_set (job, "keep-going", NULL, NULL), 1);
  AcoreconReport *report = reckon_job (job);
  ck_assert_str_eq (acorecon_report_verdict (report), "unreliable");
  acorecon_report_free (report);
}
END_TEST

START_TEST (tables_and_columns_are_found_by_their_names)
{
  AcoreconReport *report = reckon_job (sample_job ());
  const size_t tieout = acorecon_report_find_table (report, "tieout");

  ck_assert_str_eq (acorecon_report_table_name (report, tieout), "tieout");
  ck_assert_uint_gt (acorecon_report_row_count (report, tieout), 0);
  ck_assert_uint_eq (acorecon_report_find_table (report, "none"),
                     acorecon_report_table_count (report));
  ck_assert_uint_eq (acorecon_report_find_table (report, NULL),
                     acorecon_report_table_count (report));
  for (size_t table = 0; table < acorecon_report_table_count (report); table++)
    {
      const size_t count = acorecon_report_column_count (report, table);
      ck_assert_uint_gt (count, 0);
      for (size_t i = 0; i < count; i++)
        ck_assert_uint_eq (acorecon_report_find_column (
                               report, table, acorecon_report_column_name (report, table, i)),
                           i);
      ck_assert_ptr_null (acorecon_report_column_name (report, table, count));
      ck_assert_uint_eq (acorecon_report_find_column (report, table, "none"), count);
    }
  acorecon_report_free (report);
}
END_TEST

START_TEST (only_what_is_asked_for_is_shown)
{
  AcoreconJob *job = sample_job ();

  ck_assert_int_eq (acorecon_job_set (job, "customer", "c1", NULL), 1);
  AcoreconReport *report = reckon_job (job), *whole = reckon_job (sample_job ());
  const size_t tieout = acorecon_report_find_table (report, "tieout");
  ck_assert_uint_gt (acorecon_report_row_count (whole, tieout),
                     acorecon_report_row_count (report, tieout));
  ck_assert_uint_gt (acorecon_report_row_count (report, tieout), 0);
  ck_assert_str_eq (acorecon_report_verdict (report), "differs"); /* of all */
  acorecon_report_free (report);
  acorecon_report_free (whole);
}
END_TEST

START_TEST (of_nothing_there_is_nothing)
{
  AcoreconReport *report = reckon_job (sample_job ());
  const size_t beyond = acorecon_report_table_count (report);

  ck_assert_uint_eq (acorecon_report_table_count (NULL), 0);
  ck_assert_ptr_null (acorecon_report_table_name (NULL, 0));
  ck_assert_ptr_null (acorecon_report_table_name (report, beyond));
  ck_assert_uint_eq (acorecon_report_row_count (NULL, 0), 0);
  ck_assert_uint_eq (acorecon_report_row_count (report, beyond), 0);
  ck_assert_uint_eq (acorecon_report_row_count (report, (size_t) -1), 0);
  ck_assert_uint_eq (acorecon_report_column_count (report, beyond), 0);
  ck_assert_ptr_null (acorecon_report_column_name (NULL, 0, 0));
  ck_assert_uint_eq (acorecon_report_find_column (NULL, 0, "x"), 0);
  ck_assert_int_eq (acorecon_report_exit_status (NULL), 0);
  ck_assert_str_eq (acorecon_report_verdict (NULL), "nothing");
  acorecon_report_free (report);
  acorecon_report_free (NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("library-report");
  TCase *tests = tcase_create ("library-report");

  tcase_add_test (tests, it_has_the_verdict_and_status_of_its_findings);
  tcase_add_test (tests, rows_set_aside_make_it_unreliable);
  tcase_add_test (tests, tables_and_columns_are_found_by_their_names);
  tcase_add_test (tests, only_what_is_asked_for_is_shown);
  tcase_add_test (tests, of_nothing_there_is_nothing);
  suite_add_tcase (suite, tests);
  return suite;
}

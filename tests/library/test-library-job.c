/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <acorecon.h>
#include <check.h>
#include <string.h>

#include "library/sample-job.h"
#include "test-place.h"

static AcoreconError *error;

static void
assert_refused (const char *name, const char *value, const char *message)
{
  AcoreconJob *job = sample_job ();

  ck_assert_int_eq (acorecon_job_set (job, name, value, &error), 0);
  assert_error (error, ACORECON_ERROR_USAGE, message);
  acorecon_report_free (reckon_job (job)); /* and is as it was */
}

START_TEST (options_are_those_of_the_command_in_its_words)
{
  assert_refused ("month", "Oct", "--month: found \"Oct\", expected a month like 2026-10");
  assert_refused ("month", NULL, "--month: a value is missing");
  assert_refused ("keep-going", "yes", "--keep-going: takes no value");
  assert_refused ("mnth", "2026-10",
                  "unknown option --mnth=2026-10; --help lists the options; did you mean --month?");
  assert_refused ("output", "x", "unknown option --output=x; --help lists the options");
  assert_refused ("code", "999",
                  "--code: found no finding \"999\", expected a code like ACO401; `acorecon "
                  "explain' lists them");
  assert_refused ("month=2026-10", NULL,
                  "found \"month=2026-10\", expected the name of an option, "
                  "and its value apart");
}
END_TEST

START_TEST (an_option_stands_once_unless_it_may_be_repeated)
{
  AcoreconJob *job = sample_job ();

  assert_good (acorecon_job_set (job, "month", "2026-10", &error), &error);
  assert_good (acorecon_job_set (job, "code", "401", &error), &error);
  assert_good (acorecon_job_set (job, "code", "402", &error), &error);
  ck_assert_int_eq (acorecon_job_set (job, "month", "2026-09", &error), 0);
  assert_error (error, ACORECON_ERROR_USAGE, "--month: given twice, expected once");
  acorecon_report_free (reckon_job (job));
}
END_TEST

START_TEST (misuse_is_an_error_too)
{
  AcoreconJob *job = acorecon_job_new ();

  ck_assert_int_eq (acorecon_job_set (NULL, "month", "2026-10", &error), 0);
  assert_error (error, ACORECON_ERROR_USAGE, "acorecon_job_set: found NULL, expected a job");
  ck_assert_int_eq (acorecon_job_set (job, NULL, NULL, &error), 0);
  assert_error (error, ACORECON_ERROR_USAGE,
                "acorecon_job_set: found NULL, expected the name of an option");
  ck_assert_int_eq (acorecon_job_add_file (NULL, "x", &error), 0);
  assert_error (error, ACORECON_ERROR_USAGE, "acorecon_job_add_file: found NULL, expected a job");
  ck_assert_int_eq (acorecon_job_add_file (job, NULL, &error), 0);
  assert_error (error, ACORECON_ERROR_USAGE, "acorecon_job_add_file: found NULL, expected a path");
  ck_assert_int_eq (acorecon_job_add_buffer (NULL, "x", "", 0, &error), 0);
  assert_error (error, ACORECON_ERROR_USAGE, "acorecon_job_add_buffer: found NULL, expected a job");
  ck_assert_int_eq (acorecon_job_add_buffer (job, NULL, "", 0, &error), 0);
  assert_error (error, ACORECON_ERROR_USAGE,
                "acorecon_job_add_buffer: found NULL, expected a name");
  ck_assert_int_eq (acorecon_job_add_buffer (job, "x", NULL, 1, &error), 0);
  assert_error (error, ACORECON_ERROR_USAGE, "acorecon_job_add_buffer: found NULL, expected bytes");
  ck_assert_ptr_null (acorecon_job_reckon (NULL, &error));
  assert_error (error, ACORECON_ERROR_USAGE, "acorecon_job_reckon: found NULL, expected a job");
  ck_assert_ptr_null (acorecon_job_reckon (job, NULL));
  acorecon_job_free (job);
  acorecon_job_free (NULL);
}
END_TEST

START_TEST (standard_input_is_left_alone)
{
  AcoreconJob *job = acorecon_job_new ();

  ck_assert_int_eq (acorecon_job_add_file (job, "-", &error), 0);
  assert_error (
      error, ACORECON_ERROR_USAGE,
      "found \"-\", expected a file or a folder; standard input is the program's own, and "
      "bytes are given as a buffer");
  ck_assert_int_eq (acorecon_job_add_file (job, "", NULL), 0);
  ck_assert_int_eq (acorecon_job_add_buffer (job, "", "", 0, NULL), 0);
  acorecon_job_free (job);
}
END_TEST

START_TEST (a_job_without_files_is_refused_as_the_command_does)
{
  AcoreconJob *job = acorecon_job_new ();

  ck_assert_ptr_null (acorecon_job_reckon (job, &error));
  assert_error (error, ACORECON_ERROR_USAGE,
                "a PATH is missing: name the files or the folder to read");
  acorecon_job_free (job);
}
END_TEST

START_TEST (what_cannot_be_read_is_told_when_it_is_read)
{
  AcoreconJob *job = acorecon_job_new ();

  assert_good (acorecon_job_add_file (job, "gone.csv", &error), &error);
  ck_assert_ptr_null (acorecon_job_reckon (job, &error));
  assert_error (error, ACORECON_ERROR_INPUT, "gone.csv: No such file or directory");
  acorecon_job_free (job);
}
END_TEST

START_TEST (rows_that_were_refused_are_told_by_the_name_of_the_bytes)
{
  AcoreconJob *job = sample_job ();
  const char *detail;

  add_bytes (job, "bad.csv", SAMPLE_BALANCE "c3,,2026-10,much,1,USD,a3\n");
  ck_assert_ptr_null (acorecon_job_reckon (job, &error));
  ck_assert_int_eq ((int) acorecon_error_kind (error), ACORECON_ERROR_INPUT);
  detail = acorecon_error_detail (error, 0);
  ck_assert (detail != NULL && g_str_has_prefix (detail, "bad.csv:6: "));
  ck_assert_ptr_null (acorecon_error_detail (error, 1));
  acorecon_error_free (error);
  acorecon_job_free (job);
}
END_TEST

START_TEST (files_and_bytes_say_the_same_and_a_job_can_be_reckoned_again)
{
  AcoreconJob *job = acorecon_job_new (), *of_bytes = sample_job ();

  put ("balance.csv", SAMPLE_BALANCE);
  put ("invoice.csv", SAMPLE_INVOICE);
  assert_good (acorecon_job_add_file (job, "balance.csv", &error), &error);
  assert_good (acorecon_job_add_file (job, "invoice.csv", &error), &error);
  AcoreconReport *again = acorecon_job_reckon (job, NULL);
  AcoreconReport *first = reckon_job (job), *bytes = reckon_job (of_bytes);
  assert_good (acorecon_report_write_file (first, "json", "first", 0, &error), &error);
  assert_good (acorecon_report_write_file (again, "json", "again", 0, &error), &error);
  assert_good (acorecon_report_write_file (bytes, "json", "bytes", 0, &error), &error);
  g_autofree char *text = NULL;
  ck_assert (g_file_get_contents ("first", &text, NULL, NULL));
  assert_holds ("again", text);
  assert_holds ("bytes", text);
  acorecon_report_free (first);
  acorecon_report_free (again);
  acorecon_report_free (bytes);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("library-job");
  TCase *tests = tcase_create ("library-job");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, options_are_those_of_the_command_in_its_words);
  tcase_add_test (tests, an_option_stands_once_unless_it_may_be_repeated);
  tcase_add_test (tests, misuse_is_an_error_too);
  tcase_add_test (tests, standard_input_is_left_alone);
  tcase_add_test (tests, a_job_without_files_is_refused_as_the_command_does);
  tcase_add_test (tests, what_cannot_be_read_is_told_when_it_is_read);
  tcase_add_test (tests, rows_that_were_refused_are_told_by_the_name_of_the_bytes);
  tcase_add_test (tests, files_and_bytes_say_the_same_and_a_job_can_be_reckoned_again);
  suite_add_tcase (suite, tests);
  return suite;
}

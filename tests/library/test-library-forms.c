/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <acorecon.h>
#include <check.h>
#include <string.h>

#include "library/sample-job.h"
#include "test-place.h"

static AcoreconReport *report;
static AcoreconError *error;

static void
set_up (void)
{
  make_place ();
  report = reckon_job (sample_job ());
}

static void
tear_down (void)
{
  acorecon_report_free (report);
  remove_place ();
}

static int
take (void *data, const void *bytes, size_t size)
{
  g_string_append_len (data, bytes, (gssize) size);
  return 1;
}

static int
refuse (void *data, const void *bytes G_GNUC_UNUSED, size_t size G_GNUC_UNUSED)
{
  ++*(guint *) data;
  return 0;
}

START_TEST (every_form_says_the_same_to_a_function_and_to_a_file)
{
  size_t count = 0;
  const char *form;

  for (; (form = acorecon_form_name (count)) != NULL; count++)
    {
      g_autoptr (GString) taken = g_string_new (NULL);
      g_autofree char *written = NULL;
      gsize length;

      assert_good (acorecon_report_write (report, form, take, taken, &error), &error);
      assert_good (acorecon_report_write_file (report, form, "out", 0, &error), &error);
      ck_assert (g_file_get_contents ("out", &written, &length, NULL));
      ck_assert_uint_gt (length, 0);
      ck_assert_uint_eq (length, taken->len);
      ck_assert_int_eq (memcmp (written, taken->str, length), 0);
    }
  ck_assert_uint_gt (count, 10);
  ck_assert_uint_eq (mode_of ("out"), 0600);
}
END_TEST

START_TEST (a_pack_appears_as_a_whole_or_not_at_all)
{
  assert_good (acorecon_report_write_pack (report, "pack", 0, &error), &error);
  ck_assert_uint_eq (mode_of ("pack"), 0700);
  g_autoptr (GString) json = g_string_new (NULL);
  assert_good (acorecon_report_write (report, "json", take, json, &error), &error);
  assert_holds ("pack/report.json", json->str);
  ck_assert_int_eq (acorecon_report_write_pack (report, "pack", 0, &error), 0);
  ck_assert_int_eq ((int) acorecon_error_kind (error), ACORECON_ERROR_OUTPUT);
  acorecon_error_free (error);
  assert_good (acorecon_report_write_pack (report, "pack", ACORECON_WRITE_FORCE, &error), &error);
  assert_good (acorecon_report_write_pack (report, "shared", ACORECON_WRITE_SHARED, &error),
               &error);
  ck_assert_uint_eq (mode_of ("shared"), 0755);
  put ("file", "precious\n");
  ck_assert_int_eq (acorecon_report_write_pack (report, "file/in", 0, NULL), 0);
  assert_lists (".", "file pack shared");
}
END_TEST

START_TEST (a_function_that_refuses_is_not_called_again)
{
  guint calls = 0;

  ck_assert_int_eq (acorecon_report_write (report, "html", refuse, &calls, &error), 0);
  assert_error (error, ACORECON_ERROR_OUTPUT,
                "cannot be written: the function that takes bytes refuses them");
  ck_assert_uint_eq (calls, 1);
  ck_assert_int_eq (acorecon_report_write (report, "xlsx", refuse, &calls, NULL), 0);
  ck_assert_uint_eq (calls, 2);
}
END_TEST

START_TEST (a_form_that_nobody_knows_leaves_no_file)
{
  ck_assert_int_eq (acorecon_report_write_file (report, "jsn", "out", 0, &error), 0);
  ck_assert_int_eq ((int) acorecon_error_kind (error), ACORECON_ERROR_USAGE);
  ck_assert (g_str_has_prefix (acorecon_error_message (error),
                               "found \"jsn\", expected a form: text, json, csv, "));
  ck_assert (g_str_has_suffix (acorecon_error_message (error), "; did you mean json?"));
  acorecon_error_free (error);
  ck_assert_int_eq (acorecon_report_write_file (report, "json", "no/such/folder", 0, &error), 0);
  ck_assert_int_eq ((int) acorecon_error_kind (error), ACORECON_ERROR_OUTPUT);
  acorecon_error_free (error);
  assert_lists (".", "");
}
END_TEST

START_TEST (misuse_is_an_error_too)
{
  ck_assert_int_eq (acorecon_report_write (NULL, "json", take, NULL, &error), 0);
  assert_error (error, ACORECON_ERROR_USAGE,
                "acorecon_report_write: found NULL, expected a report");
  ck_assert_int_eq (acorecon_report_write (report, NULL, take, NULL, &error), 0);
  assert_error (error, ACORECON_ERROR_USAGE,
                "acorecon_report_write: found NULL, expected the name of a form");
  ck_assert_int_eq (acorecon_report_write (report, "json", NULL, NULL, &error), 0);
  assert_error (error, ACORECON_ERROR_USAGE,
                "acorecon_report_write: found NULL, expected a "
                "function that takes bytes");
  ck_assert_int_eq (acorecon_report_write_file (report, "json", NULL, 0, &error), 0);
  assert_error (error, ACORECON_ERROR_USAGE,
                "acorecon_report_write_file: found NULL, expected a path");
  ck_assert_int_eq (acorecon_report_write_pack (report, NULL, 0, &error), 0);
  assert_error (error, ACORECON_ERROR_USAGE,
                "acorecon_report_write_pack: found NULL, expected a folder");
  ck_assert_int_eq (acorecon_report_write_file (report, "json", "", 0, NULL), 0);
  ck_assert_int_eq (acorecon_report_write_pack (report, "", 0, NULL), 0);
  ck_assert_int_eq (acorecon_report_write_pack (NULL, "x", 0, NULL), 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("library-forms");
  TCase *tests = tcase_create ("library-forms");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, every_form_says_the_same_to_a_function_and_to_a_file);
  tcase_add_test (tests, a_pack_appears_as_a_whole_or_not_at_all);
  tcase_add_test (tests, a_function_that_refuses_is_not_called_again);
  tcase_add_test (tests, a_form_that_nobody_knows_leaves_no_file);
  tcase_add_test (tests, misuse_is_an_error_too);
  suite_add_tcase (suite, tests);
  return suite;
}

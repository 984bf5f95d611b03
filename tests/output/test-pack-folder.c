/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "output/pack.h"
#include "test-place.h"

#define OUR_REPORT "{\n  \"schema\": \"acorecon.report/1\",\n"

/* This program's faccessat() stands in for that of the C library. */
static gboolean access_is_denied;

int
faccessat (int at, const char *path, int mode, int flags)
{
  if (access_is_denied)
    {
      errno = EACCES;
      return -1;
    }
  return (int) syscall (SYS_faccessat2, at, path, mode, flags);
}

static void
make_open_place (void)
{
  access_is_denied = FALSE;
  make_place ();
}

static void
make_earlier_pack (void)
{
  put_deep ("out/report.json", OUR_REPORT);
  put ("out/findings.csv", "old\n");
}

/* @message: NULL: it may be replaced. */
static void
assert_checks (gboolean force, const char *message)
{
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (pack_folder_check (pack_kind (), AT_FDCWD, "out", force, &error),
                    message == NULL);
  ck_assert_pstr_eq (error != NULL ? error->message : NULL, message);
  ck_assert (message == NULL || g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
}

START_TEST (an_empty_folder_may_be_replaced)
{
  ck_assert_int_eq (g_mkdir ("out", 0755), 0);
  assert_checks (_i == 1, NULL);
}
END_TEST

START_TEST (an_earlier_pack_may_be_replaced_with_force_only)
{
  make_earlier_pack ();
  assert_checks (TRUE, NULL);
  assert_checks (FALSE, "holds an earlier report pack, which only --force replaces");
}
END_TEST

START_TEST (looking_changes_nothing)
{
  make_earlier_pack ();
  assert_checks (TRUE, NULL);
  assert_lists ("out", "findings.csv report.json");
  assert_holds ("out/report.json", OUR_REPORT);
}
END_TEST

/* A later version of the schema is ours too, and white space does not count. */
static const char *const reports[]
    = { "{\"schema\":\"acorecon.report/1\"}", "{\"schema\" : \"acorecon.report/27\"",
        "\n\t{ \"schema\"\r\n:\"acorecon.report/1\", \"a\": 1 }" };

START_TEST (a_report_of_ours_is_known_by_its_beginning)
{
  make_earlier_pack ();
  put ("out/report.json", reports[_i]);
  assert_checks (TRUE, NULL);
}
END_TEST

#define NO_REPORT "is not empty and holds no report.json of an earlier pack"

/* What makes a folder something else than a pack: name, what it is, and the message. */
static const struct
{
  const char *name, *text, *message;
} foreign[] = {
  { "letter.docx", "x", "holds \"letter.docx\", which is no part of a report pack" },
  { ".hidden", "x", "holds \".hidden\", which is no part of a report pack" },
  { "Report.json", "x", "holds \"Report.json\", which is no part of a report pack" },
  { "summary.txt", NULL, "holds \"summary.txt\", which is no part of a report pack" },
  { "report.json", "{\"schema\":\"other/1\"}", NO_REPORT },
  { "report.json", "{\"schema\":\"acorecon.reports/1\"}", NO_REPORT },
  { "report.json", "[{\"schema\":\"acorecon.report/1\"}]", NO_REPORT },
  { "report.json", "", NO_REPORT },
  { "report.json", "{\"schema\":\"acorecon.report", NO_REPORT },
};

START_TEST (a_foreign_folder_is_refused_even_with_force)
{
  g_autofree char *path = g_build_filename ("out", foreign[_i].name, NULL);

  make_earlier_pack ();
  if (foreign[_i].text == NULL)
    ck_assert_int_eq (g_mkdir (path, 0755), 0);
  else
    put (path, foreign[_i].text);
  assert_checks (TRUE, foreign[_i].message);
  assert_checks (FALSE, foreign[_i].message);
}
END_TEST

START_TEST (the_first_foreign_name_by_bytes_is_told)
{
  make_earlier_pack ();
  put ("out/b", "");
  put ("out/a", "");
  put ("out/c", "");
  assert_checks (TRUE, "holds \"a\", which is no part of a report pack");
}
END_TEST

static gboolean
is_any_name (const PackKind *kind G_GNUC_UNUSED, const char *name G_GNUC_UNUSED)
{
  return TRUE;
}

START_TEST (where_there_is_no_earlier_one_whatever_is_there_is_told)
{
  static const PackKind only_new = { .what = NULL, .is_name = is_any_name };
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (g_mkdir ("out", 0755), 0);
  ck_assert (pack_folder_check (&only_new, AT_FDCWD, "out", _i == 1, &error));
  put ("out/b", "");
  put ("out/a", "");
  ck_assert (!pack_folder_check (&only_new, AT_FDCWD, "out", _i == 1, &error));
  ck_assert_str_eq (error->message, "holds \"a\", expected a new or empty folder");
}
END_TEST

START_TEST (a_folder_with_pack_names_but_no_report_is_refused)
{
  make_earlier_pack ();
  ck_assert_int_eq (g_unlink ("out/report.json"), 0);
  assert_checks (TRUE, NO_REPORT);
}
END_TEST

START_TEST (links_in_a_pack_are_foreign)
{
  make_earlier_pack ();
  put ("elsewhere", OUR_REPORT);
  ck_assert_int_eq (g_unlink ("out/report.json"), 0);
  ck_assert_int_eq (symlink ("../elsewhere", "out/report.json"), 0);
  assert_checks (TRUE, "holds \"report.json\", which is no part of a report pack");
}
END_TEST

START_TEST (what_is_no_folder_cannot_be_read)
{
  assert_checks (TRUE, "cannot read the folder: No such file or directory");
  put ("out", "x");
  assert_checks (TRUE, "cannot read the folder: Not a directory");
  ck_assert_int_eq (g_unlink ("out"), 0);
  ck_assert_int_eq (symlink (".", "out"), 0);
  assert_checks (TRUE, "cannot read the folder: Not a directory");
}
END_TEST

START_TEST (a_folder_that_may_not_be_written_is_refused)
{
  ck_assert_int_eq (g_mkdir ("out", 0755), 0);
  access_is_denied = TRUE;
  assert_checks (TRUE, "cannot replace the folder: Permission denied");
}
END_TEST

START_TEST (a_folder_is_found_below_an_open_one)
{
  put_deep ("sub/out/letter.docx", "x");
  const int at = open ("sub", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  ck_assert_int_ge (at, 0);
  ck_assert (!pack_folder_check (pack_kind (), at, "out", TRUE, NULL));
  ck_assert_int_eq (g_unlink ("sub/out/letter.docx"), 0);
  ck_assert (pack_folder_check (pack_kind (), at, "out", TRUE, NULL));
  ck_assert_int_eq (close (at), 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("pack-folder");
  TCase *tests = tcase_create ("pack-folder");

  tcase_add_checked_fixture (tests, make_open_place, remove_place);
  tcase_add_loop_test (tests, an_empty_folder_may_be_replaced, 0, 2);
  tcase_add_test (tests, an_earlier_pack_may_be_replaced_with_force_only);
  tcase_add_test (tests, looking_changes_nothing);
  tcase_add_loop_test (tests, a_report_of_ours_is_known_by_its_beginning, 0,
                       G_N_ELEMENTS (reports));
  tcase_add_loop_test (tests, a_foreign_folder_is_refused_even_with_force, 0,
                       G_N_ELEMENTS (foreign));
  tcase_add_test (tests, the_first_foreign_name_by_bytes_is_told);
  tcase_add_test (tests, a_folder_with_pack_names_but_no_report_is_refused);
  tcase_add_test (tests, links_in_a_pack_are_foreign);
  tcase_add_loop_test (tests, where_there_is_no_earlier_one_whatever_is_there_is_told, 0, 2);
  tcase_add_test (tests, what_is_no_folder_cannot_be_read);
  tcase_add_test (tests, a_folder_that_may_not_be_written_is_refused);
  tcase_add_test (tests, a_folder_is_found_below_an_open_one);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-folder.h"
#include "test-main.h"

#include <check.h>
#include <fcntl.h>

#include "base/recon-error.h"
#include "output/output-set.h"
#include "output/statement/statement-html.h"
#include "test-place.h"

#define PAGE_IN(code) \
  "<!DOCTYPE html>\n<html lang=\"" code "\">\n<head>\n<meta charset=\"utf-8\">\n" \
  "<meta name=\"generator\" content=\"acorecon.statement/1\">\n<title>an earlier one</title>"
#define PAGE PAGE_IN ("en")

static const struct
{
  const char *name;
  gboolean may_stand;
} names[] = {
  { "statement-c1.html", TRUE },   { "statement-c1.txt", TRUE },   { "statement--ab.html", TRUE },
  { "statement-.html", FALSE },    { "statement-c1", FALSE },      { "statement-C1.html", FALSE },
  { "statement-c_1.html", FALSE }, { "statement-c1.htm", FALSE },  { "xstatement-c1.html", FALSE },
  { "report.json", FALSE },        { "statement-a/b.txt", FALSE }, { "", FALSE },
};

START_TEST (only_the_names_of_statements_may_stand_there)
{
  ck_assert_int_eq (statement_folder_kind ()->is_name (NULL, names[_i].name), names[_i].may_stand);
}
END_TEST

START_TEST (a_plain_id_names_its_files)
{
  g_autofree char *name = statement_folder_name ("1f0e7e1c-9a2b-4c3d-8e4f-a1b2c3d4e5f6");
  ck_assert_str_eq (name, "statement-1f0e7e1c-9a2b-4c3d-8e4f-a1b2c3d4e5f6");
}
END_TEST

START_TEST (odd_ids_have_safe_names_that_differ)
{
  static const char *const ids[]
      = { "../../etc/passwd", "a b", "a/b", "a.b", "ab--", "b\xc3\xa4r", "", "--", "con:", "a\nb" };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      char *name = statement_folder_name (ids[i]);
      g_autofree char *page = g_strconcat (name, ".html", NULL);

      ck_assert_msg (statement_folder_kind ()->is_name (NULL, page), "%s", page);
      ck_assert_ptr_nonnull (strstr (name, "--"));
      ck_assert (g_hash_table_add (seen, name));
    }
}
END_TEST

START_TEST (a_long_id_has_a_short_name)
{
  g_autofree char *id = g_strnfill (5000, 'a');
  g_autofree char *name = statement_folder_name (id);

  ck_assert_uint_lt (strlen (name), 100);
}
END_TEST

START_TEST (an_id_cannot_take_the_name_of_an_odd_one)
{
  g_autofree char *odd = statement_folder_name ("a.b");
  g_autofree char *taken = statement_folder_name (odd + strlen ("statement-"));

  ck_assert_str_ne (odd, taken);
}
END_TEST

/* @message: NULL: it may be replaced. */
static void
assert_checks (gboolean force, const char *message)
{
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (pack_folder_check (statement_folder_kind (), AT_FDCWD, "out", force, &error),
                    message == NULL);
  ck_assert_pstr_eq (error != NULL ? error->message : NULL, message);
}

START_TEST (earlier_statements_are_replaced_with_force_only)
{
  put_deep ("out/statement-c1.html", PAGE);
  put ("out/statement-c1.txt", "anything");
  put ("out/statement-c2.html", PAGE_IN ("ja"));
  assert_checks (TRUE, NULL);
  assert_checks (FALSE, "holds earlier customer statements, which only --force replaces");
}
END_TEST

#define OTHERS "is not empty and holds other files than earlier customer statements"

START_TEST (a_page_of_somebody_else_is_left_alone)
{
  put_deep ("out/statement-c1.html", PAGE);
  put ("out/statement-bank.html", "<!DOCTYPE html>\n<html>");
  assert_checks (TRUE, OTHERS);
}
END_TEST

START_TEST (a_text_without_its_page_is_left_alone)
{
  put_deep ("out/statement-c1.html", PAGE);
  put ("out/statement-bank.txt", "balance: 5");
  assert_checks (TRUE, OTHERS);
}
END_TEST

START_TEST (what_is_no_statement_is_named)
{
  put_deep ("out/statement-c1.html", PAGE);
  put ("out/letter.docx", "x");
  assert_checks (TRUE, "holds \"letter.docx\", which is no part of customer statements");
}
END_TEST

START_TEST (a_report_pack_is_left_alone)
{
  put_deep ("out/report.json", "{\"schema\": \"acorecon.report/1\"}");
  assert_checks (TRUE, "holds \"report.json\", which is no part of customer statements");
}
END_TEST

static guint
count_open_files (void)
{
  GDir *folder = g_dir_open ("/proc/self/fd", 0, NULL);
  guint count = 0;

  ck_assert_ptr_nonnull (folder);
  while (g_dir_read_name (folder) != NULL)
    count++;
  g_dir_close (folder);
  return count;
}

/* Some may be: they are made durable while others are written. */
START_TEST (files_that_are_closed_are_not_kept_open)
{
  g_autoptr (OutputSet) output = output_set_new (statement_folder_kind (), "out", FALSE);
  guint open_before = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("statement-%u.txt", i);
      Sink *sink = output_set_open (output, name, NULL);

      ck_assert_ptr_nonnull (sink);
      sink_append (sink, name);
      ck_assert (output_set_close (output, sink, NULL));
      open_before = i == 0 ? count_open_files () : open_before;
    }
  ck_assert_uint_le (count_open_files (), open_before + 64);
  ck_assert (!g_file_test ("out", G_FILE_TEST_EXISTS));
  ck_assert (output_set_prepare (output, NULL) && output_set_commit (output, NULL));
  assert_holds ("out/statement-199.txt", "statement-199.txt");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement-folder");
  TCase *tests = tcase_create ("statement-folder");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_loop_test (tests, only_the_names_of_statements_may_stand_there, 0,
                       G_N_ELEMENTS (names));
  tcase_add_test (tests, a_plain_id_names_its_files);
  tcase_add_test (tests, odd_ids_have_safe_names_that_differ);
  tcase_add_test (tests, a_long_id_has_a_short_name);
  tcase_add_test (tests, an_id_cannot_take_the_name_of_an_odd_one);
  tcase_add_test (tests, earlier_statements_are_replaced_with_force_only);
  tcase_add_test (tests, a_page_of_somebody_else_is_left_alone);
  tcase_add_test (tests, a_text_without_its_page_is_left_alone);
  tcase_add_test (tests, what_is_no_statement_is_named);
  tcase_add_test (tests, a_report_pack_is_left_alone);
  tcase_add_test (tests, files_that_are_closed_are_not_kept_open);
  suite_add_tcase (suite, tests);
  return suite;
}

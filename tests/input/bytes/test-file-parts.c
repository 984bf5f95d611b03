/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/file-parts.h"
#include "test-main.h"
#include "test-place.h"

#include <check.h>
#include <string.h>

#define HEADER "Id,Name\n"

static GString *
read_part (const FileParts *parts, guint index, gsize piece)
{
  FilePartStream stream = { .parts = parts, .index = index };
  GString *text = g_string_new (NULL);
  char buffer[64];
  gssize count;

  ck_assert_uint_le (piece, sizeof buffer);
  while ((count = file_parts_read (&stream, buffer, piece, NULL)) > 0)
    g_string_append_len (text, buffer, count);
  ck_assert_int_eq (count, 0);
  return text;
}

static guint64
lines_of (const char *text, gsize length)
{
  guint64 lines = 0;

  for (gsize i = 0; i < length; i++)
    lines += text[i] == '\n';
  return lines;
}

/* Whatever is cut: the parts without their headers are the file, each but the last ends with a line
   end, and the first line of each has the number it has in the file. */
static void
assert_whole (const char *path, const char *text, const char *header, guint count, gsize piece)
{
  g_autoptr (FileParts) parts = file_parts_new (path, count, 1);
  g_autoptr (GString) whole = g_string_new (NULL);

  ck_assert_ptr_nonnull (parts);
  ck_assert_uint_ge (file_parts_count (parts), 2);
  ck_assert_uint_le (file_parts_count (parts), count);
  for (guint i = 0; i < file_parts_count (parts); i++)
    ck_assert (file_parts_count_lines (parts, i));
  for (guint i = 0; i < file_parts_count (parts); i++)
    {
      GString *part = read_part (parts, i, piece);
      const gsize skipped = i > 0 ? strlen (header) : 0;

      ck_assert (g_str_has_prefix (part->str, header));
      ck_assert_uint_eq (file_parts_lines_before (parts, i) + lines_of (header, skipped),
                         lines_of (whole->str, whole->len));
      g_string_append_len (whole, part->str + skipped, (gssize) (part->len - skipped));
      ck_assert (i + 1 == file_parts_count (parts) || g_str_has_suffix (part->str, "\n"));
      g_string_free (part, TRUE);
    }
  ck_assert_str_eq (whole->str, text);
  ck_assert (file_parts_are_unchanged (parts));
}

static const struct
{
  const char *header;
  const char *rows;
} files[] = {
  { HEADER, "1,a\n2,b\n3,c\n4,d\n" },
  { HEADER, "1,a\n2,b\n3,c\n4,no line end" },
  { "Id,Name\r\n", "1,a\r\n2,b\r\n\r\n3,c\r\n4,d\r\n" },
  { "\xef\xbb\xbfId,Name\n", "1,a\n2,\"two\nlines\"\n3,c\n" },
  { "sep=,\nId,Name\n", "1,a\n2,b\n3,c\n4,d\n5,e\n6,f\n" },
  { "\xef\xbb\xbfSEP=\xe3\x80\x81\r\nId,Name\r\n", "1,a\n2,b\n3,c\n4,d\n5,e\n6,f\n" },
  { "\"Id\",\"Name\"\n", "1,a\n2,b\n3,c\n4,d\n5,e\n6,f\n7,g\n" },
};

START_TEST (parts_are_the_whole_file)
{
  static const gsize pieces[] = { 1, 7, 64 };
  g_autofree char *text = g_strconcat (files[_i].header, files[_i].rows, NULL);

  put ("f.csv", text);
  for (guint count = 2; count < 9; count++)
    for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
      assert_whole ("f.csv", text, files[_i].header, count, pieces[i]);
}
END_TEST

static const char *const whole[] = {
  "",
  HEADER,
  HEADER "1,a",
  "\n" HEADER "1,a\n2,b\n3,c\n",
  "\"Id\n\",Name\n1,a\n2,b\n3,c\n4,d\n",
  "sep=note,Id,Name\nx,1,a\nx,2,b\nx,3,c\nx,4,d\n",
  "sep=\nx\ny\nz\nx\ny\nz\n",
  "sep=\xef\xbb\xbf,\n1,a\n2,b\n3,c\n4,d\n5,e\n",
  "{\"Id\": 1}\n{\"Id\": 2}\n{\"Id\": 3}\n{\"Id\": 4}\n",
  "\xef\xbb\xbf [\n{\"Id\": 1},\n{\"Id\": 2},\n{\"Id\": 3}]\n",
  "\xff\xfeI\nd\n1\n2\n3\n4\n5\n6\n",
  "\x1f\x8b\x08 packed\n1\n2\n3\n4\n5\n6\n7\n8\n",
  "Id,Name",
};

START_TEST (what_cannot_be_cut_is_read_as_one)
{
  put ("f.csv", whole[_i]);
  ck_assert_ptr_null (file_parts_new ("f.csv", 4, 1));
}
END_TEST

START_TEST (small_files_and_what_is_no_file_are_not_cut)
{
  put ("f.csv", HEADER "1,a\n2,b\n3,c\n");
  ck_assert_ptr_null (file_parts_new ("f.csv", 4, 1000));
  ck_assert_ptr_null (file_parts_new ("f.csv", 1, 1));
  ck_assert_ptr_null (file_parts_new (".", 4, 1));
  ck_assert_ptr_null (file_parts_new ("none.csv", 4, 1));
}
END_TEST

START_TEST (a_file_that_grows_is_seen)
{
  put ("f.csv", HEADER "1,a\n2,b\n3,c\n");
  g_autoptr (FileParts) parts = file_parts_new ("f.csv", 2, 1);

  put ("g.csv", "");
  ck_assert (file_parts_are_unchanged (parts));
  FILE *file = fopen ("f.csv", "a");
  ck_assert (fputs ("4,d\n", file) >= 0);
  ck_assert_int_eq (fclose (file), 0);
  ck_assert (!file_parts_are_unchanged (parts));
}
END_TEST

/* Whoever opens the path beside must not read another file. */
START_TEST (another_file_in_its_place_is_seen)
{
  put ("f.csv", HEADER "1,a\n2,b\n3,c\n");
  g_autoptr (FileParts) parts = file_parts_new ("f.csv", 2, 1);

  put ("g.csv", HEADER "1,a\n2,b\n3,d\n");
  ck_assert (file_parts_are_unchanged (parts));
  ck_assert_int_eq (g_rename ("g.csv", "f.csv"), 0);
  ck_assert (!file_parts_are_unchanged (parts));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("file-parts");
  TCase *tests = tcase_create ("file-parts");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_loop_test (tests, parts_are_the_whole_file, 0, G_N_ELEMENTS (files));
  tcase_add_loop_test (tests, what_cannot_be_cut_is_read_as_one, 0, G_N_ELEMENTS (whole));
  tcase_add_test (tests, small_files_and_what_is_no_file_are_not_cut);
  tcase_add_test (tests, a_file_that_grows_is_seen);
  tcase_add_test (tests, another_file_in_its_place_is_seen);
  suite_add_tcase (suite, tests);
  return suite;
}

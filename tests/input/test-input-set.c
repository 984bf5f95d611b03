/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "input/input-set.h"
#include "sample-archive.h"
#include "test-place.h"

/* This program's lstat() stands in for that of the C library: what has this path vanishes before
   or after it is looked at. */
static const char *vanishes_before, *vanishes_after;

int
lstat (const char *path, struct stat *info)
{
  if (g_strcmp0 (path, vanishes_before) == 0)
    remove (path);
  const int status = (int) syscall (SYS_newfstatat, AT_FDCWD, path, info, AT_SYMLINK_NOFOLLOW);
  const int code = errno;

  if (g_strcmp0 (path, vanishes_after) == 0)
    remove (path);
  errno = code;
  return status;
}

static void
make_quiet_place (void)
{
  vanishes_before = vanishes_after = NULL;
  make_place ();
}

#define PATHS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static InputSet *
good_set (const char *const *paths)
{
  g_autoptr (GError) error = NULL;
  InputSet *set = input_set_new (paths, 0, &error);

  ck_assert_msg (set != NULL, "%s", error == NULL ? "" : error->message);
  return set;
}

static void
assert_refused (const char *const *paths, const char *message)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (input_set_new (paths, 0, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_str_eq (error->message, message);
}

/* The names in reading order, one blank between them. */
static void
assert_files (const InputSet *set, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const GArray *files = input_set_files (set);

  for (guint i = 0; i < files->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            g_array_index (files, InputFile, i).name);
  ck_assert_str_eq (names->str, expected);
}

static void
assert_ignored (const InputSet *set, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const GPtrArray *ignored = input_set_ignored (set);

  for (guint i = 0; i < ignored->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            (const char *) g_ptr_array_index (ignored, i));
  ck_assert_str_eq (names->str, expected);
}

START_TEST (paths_are_read_in_the_order_given)
{
  put ("b.csv", "b");
  put ("a.csv", "aa");
  put_deep ("in/z.csv", "z");
  g_autoptr (InputSet) set = good_set (PATHS ("b.csv", "in", "a.csv", "b.csv"));

  assert_files (set, "b.csv in/z.csv a.csv b.csv");
  assert_ignored (set, "");
}
END_TEST

/* Whole paths are compared, not names: "a-b/x" stands before "a/x". */
START_TEST (a_folder_is_read_in_byte_order_of_the_paths)
{
  static const char *const paths[]
      = { "in/b.csv",        "in/a/x.csv", "in/a-b/x.csv",     "in/a.csv",  "in/B.csv",
          "in/\xc3\xa9.csv", "in/a/y.csv", "in/a/deep/er.csv", "in/10.csv", "in/9.csv" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    put_deep (paths[i], "");
  g_autoptr (InputSet) set = good_set (PATHS ("in"));
  assert_files (set,
                "in/10.csv in/9.csv in/B.csv in/a-b/x.csv in/a.csv in/a/deep/er.csv in/a/x.csv "
                "in/a/y.csv in/b.csv in/\xc3\xa9.csv");
}
END_TEST

START_TEST (hidden_files_and_folders_are_passed_over)
{
  put_deep ("in/.hidden.csv", "");
  put_deep ("in/.git/x.csv", "");
  put_deep ("in/a/.x", "");
  put_deep ("in/a/x.csv", "");
  g_autoptr (InputSet) set = good_set (PATHS ("in"));

  assert_files (set, "in/a/x.csv");
  assert_ignored (set, "");
}
END_TEST

START_TEST (hidden_files_and_folders_that_are_named_are_read)
{
  put_deep (".in/a.csv", "");
  put (".b", "");
  g_autoptr (InputSet) set = good_set (PATHS (".in", ".b"));

  assert_files (set, ".in/a.csv .b");
}
END_TEST

static const struct
{
  const char *name;
  gboolean is_read;
} endings[] = {
  { "a.csv", TRUE },          { "a.CSV", TRUE },    { "a.Csv", TRUE },    { "a.gz", TRUE },
  { "a.csv.gz", TRUE },       { "a.tar.GZ", TRUE }, { "a.zip", TRUE },    { "a.zst", TRUE },
  { "a.xz", TRUE },           { "a.json", TRUE },   { "a.JsonL", TRUE },  { "noextension", TRUE },
  { "G1_BilledUsage", TRUE }, { "a.txt", FALSE },   { "a.xlsx", FALSE },  { "a.csv.bak", FALSE },
  { "a.csv~", FALSE },        { "a.tgz", TRUE },    { "a.jsonx", FALSE }, { "csv.", FALSE },
  { "a.pdf", FALSE },         { "acsv", TRUE },     { "a.TAR", TRUE },    { "a.tar.bak", FALSE },
};

/* Files that are left out */

static InputSet *
set_without (const char *const *paths, const char *const *skips)
{
  g_autoptr (GError) error = NULL;
  InputSet *set = input_set_new_skipping (paths, skips, FALSE, 0, &error);

  ck_assert_msg (set != NULL, "%s", error == NULL ? "" : error->message);
  return set;
}

static void
assert_skipped (const InputSet *set, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < input_set_files (set)->len; i++)
    if (input_set_file (set, i)->is_skipped)
      g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "",
                              input_set_file (set, i)->name);
  ck_assert_str_eq (names->str, expected);
}

/* What is no archive would else be refused: nobody looks into it. */
START_TEST (a_file_that_is_skipped_keeps_its_place_and_is_not_opened)
{
  put_deep ("in/a.csv", "1234");
  put_deep ("in/b.zip", "PK\003\004");
  put_deep ("in/c.csv", "12");
  ck_assert_int_eq (chmod ("in/b.zip", 0), 0);
  g_autoptr (InputSet) set
      = set_without (PATHS ("in//"), PATHS ("in/b.zip", "in/c.csv", "in/none.csv", "c.csv"));

  assert_files (set, "in/a.csv in/b.zip in/c.csv");
  assert_skipped (set, "in/b.zip in/c.csv");
  ck_assert (input_set_has_skipped (set, "in/b.zip"));
  ck_assert (!input_set_has_skipped (set, "in/a.csv"));
  ck_assert (!input_set_has_skipped (set, "in/none.csv"));
  ck_assert (!input_set_has_skipped (set, "c.csv"));
  ck_assert_uint_eq (input_set_total_size (set), 4);
  ck_assert (!input_set_may_be_duplicate (set, 0));
}
END_TEST

START_TEST (a_path_is_skipped_by_the_name_it_is_given)
{
  put ("a.txt", "1");
  put ("b.csv", "1");
  g_autoptr (InputSet) set
      = set_without (PATHS ("a.txt", "./b.csv", "b.csv"), PATHS ("a.txt", "b.csv"));

  assert_files (set, "a.txt ./b.csv b.csv");
  assert_skipped (set, "a.txt b.csv");
}
END_TEST

START_TEST (what_its_ending_leaves_out_cannot_be_skipped)
{
  put_deep ("in/a.csv", "");
  put_deep ("in/b.txt", "");
  put_deep ("in/.c.csv", "");
  g_autoptr (InputSet) set = set_without (PATHS ("in"), PATHS ("in/b.txt", "in/.c.csv", "in"));

  assert_files (set, "in/a.csv");
  assert_ignored (set, "in/b.txt");
  assert_skipped (set, "");
  ck_assert (!input_set_has_skipped (set, "in/b.txt"));
}
END_TEST

START_TEST (an_entry_may_be_skipped_and_so_may_the_whole_archive)
{
  put_archive ("in.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
               ENTRIES ("b.csv", "b", "a.csv", "a", "c.txt", "c"));
  put_archive ("all.tar", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, ENTRIES ("a.csv", "a"));
  g_autoptr (InputSet) set = set_without (PATHS ("in.zip", "all.tar"),
                                          PATHS ("in.zip/a.csv", "all.tar", "in.zip/c.txt"));

  assert_files (set, "in.zip/a.csv in.zip/b.csv all.tar");
  assert_skipped (set, "in.zip/a.csv all.tar");
  assert_ignored (set, "in.zip/c.txt");
}
END_TEST

START_TEST (something_must_be_left_to_read)
{
  g_autoptr (GError) error = NULL;

  put_deep ("in/a.csv", "");
  ck_assert_ptr_null (input_set_new_skipping (PATHS ("in"), PATHS ("in/a.csv"), FALSE, 0, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_str_eq (error->message,
                    "found no file that --skip does not leave out, expected at least one to read");
}
END_TEST

/* The export is complete: the blob is there. */
START_TEST (a_blob_may_be_skipped)
{
  put_deep ("in/manifest.json", "{\"blobs\":[{\"name\":\"a.json\"},{\"name\":\"b.json\"}],"
                                "\"blobCount\":2}");
  put_deep ("in/a.json", "{}");
  put_deep ("in/b.json", "{}");
  g_autoptr (InputSet) set = set_without (PATHS ("in"), PATHS ("in/b.json"));

  assert_files (set, "in/a.json in/b.json");
  assert_skipped (set, "in/b.json");
}
END_TEST

START_TEST (the_ending_decides_what_a_folder_has_to_read)
{
  g_autofree char *path = g_strconcat ("in.txt/", endings[_i].name, NULL);
  g_autofree char *read = g_strconcat ("in.txt/0.csv ", endings[_i].is_read ? path : "", NULL);

  put_deep ("in.txt/0.csv", "");
  put_deep (path, "");
  g_autoptr (InputSet) set = good_set (PATHS ("in.txt"));
  assert_files (set, g_strchomp (read));
  assert_ignored (set, endings[_i].is_read ? "" : path);
}
END_TEST

START_TEST (a_file_that_is_named_is_read_whatever_its_ending)
{
  put ("a.txt", "");
  g_autoptr (InputSet) set = good_set (PATHS ("a.txt"));

  assert_files (set, "a.txt");
  assert_ignored (set, "");
}
END_TEST

START_TEST (files_left_out_are_told_in_order)
{
  put_deep ("in/b.txt", "");
  put_deep ("in/a/c.pdf", "");
  put_deep ("in/a.csv", "");
  g_autoptr (InputSet) set = good_set (PATHS ("in"));

  assert_files (set, "in/a.csv");
  assert_ignored (set, "in/a/c.pdf in/b.txt");
}
END_TEST

START_TEST (links_to_folders_are_not_followed)
{
  put_deep ("elsewhere/x.csv", "");
  put_deep ("in/a.csv", "");
  ck_assert_int_eq (symlink ("../elsewhere", "in/link"), 0);
  ck_assert_int_eq (symlink (".", "in/loop.csv"), 0);
  g_autoptr (InputSet) set = good_set (PATHS ("in"));

  assert_files (set, "in/a.csv");
  assert_ignored (set, "");
}
END_TEST

START_TEST (links_to_files_are_read)
{
  put ("elsewhere.csv", "12345");
  ck_assert_int_eq (g_mkdir ("in", 0755), 0);
  ck_assert_int_eq (symlink ("../elsewhere.csv", "in/link.csv"), 0);
  g_autoptr (InputSet) set = good_set (PATHS ("in"));

  assert_files (set, "in/link.csv");
  ck_assert_uint_eq (input_set_total_size (set), 5);
}
END_TEST

START_TEST (a_link_to_a_folder_that_is_named_is_read)
{
  put_deep ("elsewhere/x.csv", "");
  ck_assert_int_eq (symlink ("elsewhere", "link"), 0);
  g_autoptr (InputSet) set = good_set (PATHS ("link"));

  assert_files (set, "link/x.csv");
}
END_TEST

START_TEST (a_link_to_nothing_is_refused)
{
  ck_assert_int_eq (g_mkdir ("in", 0755), 0);
  put ("in/a.csv", "");
  ck_assert_int_eq (symlink ("nowhere", "in/b.csv"), 0);
  assert_refused (PATHS ("in"), "in/b.csv: No such file or directory");
}
END_TEST

/* The name of a file is the folder as given, one slash, and the rest. */
static const struct
{
  const char *path, *file;
} slashes[] = {
  { "in", "in/sub/a.csv" },     { "in/", "in/sub/a.csv" },
  { "./in", "./in/sub/a.csv" }, { "in/../in/", "in/../in/sub/a.csv" },
  { "in//", "in/sub/a.csv" },
};

START_TEST (a_folder_and_the_rest_are_joined_by_one_slash)
{
  put_deep ("in/sub/a.csv", "");
  g_autoptr (InputSet) set = good_set (PATHS (slashes[_i].path));

  assert_files (set, slashes[_i].file);
}
END_TEST

#define NO_FILE "found no file to read in this folder, expected billing files (.csv)"

START_TEST (a_folder_without_a_file_to_read_is_refused)
{
  put_deep ("in/a/b.txt", "");
  put_deep ("in/.b.csv", "");
  put ("a.csv", "");
  ck_assert_int_eq (g_mkdir ("empty", 0755), 0);
  assert_refused (PATHS ("in"), "in: " NO_FILE);
  assert_refused (PATHS ("empty"), "empty: " NO_FILE);
  assert_refused (PATHS ("a.csv", "empty/"), "empty/: " NO_FILE);
}
END_TEST

START_TEST (a_missing_path_is_refused)
{
  put ("a.csv", "");
  assert_refused (PATHS ("nowhere"), "nowhere: No such file or directory");
  assert_refused (PATHS ("a.csv", "b.csv"), "b.csv: No such file or directory");
  assert_refused (PATHS ("a.csv/b.csv"), "a.csv/b.csv: Not a directory");
  assert_refused (PATHS (""), ": No such file or directory");
}
END_TEST

START_TEST (what_vanishes_meanwhile_is_refused)
{
  put_deep ("in/a.csv", "");
  ck_assert_int_eq (g_mkdir ("in/sub", 0755), 0);
  vanishes_after = "in/sub";
  assert_refused (PATHS ("in"), "in/sub: cannot read this folder");
  vanishes_before = "in/a.csv";
  assert_refused (PATHS ("in"), "in/a.csv: No such file or directory");
}
END_TEST

START_TEST (a_folder_that_cannot_be_read_is_refused)
{
  put_deep ("in/a.csv", "");
  ck_assert_int_eq (g_mkdir ("in/locked", 0), 0);
  if (geteuid () == 0)
    return; /* root may read everything */
  assert_refused (PATHS ("in"), "in/locked: cannot read this folder");
}
END_TEST

/* 64 folders below the one that is named. */
START_TEST (folders_may_be_nested_only_so_deep)
{
  g_autoptr (GString) path = g_string_new ("in");

  for (int i = 0; i < 64; i++)
    g_string_append (path, "/d");
  g_autofree char *file = g_strconcat (path->str, "/a.csv", NULL);
  put_deep (file, "");
  g_autoptr (InputSet) set = good_set (PATHS ("in"));
  assert_files (set, file);

  g_string_append (path, "/d");
  ck_assert_int_eq (g_mkdir (path->str, 0755), 0);
  g_autofree char *message
      = g_strconcat (path->str, ": found folders nested too deeply, expected at most 64", NULL);
  assert_refused (PATHS ("in"), message);
}
END_TEST

/* Archives */

#define WORKBOOK \
  "found an Excel workbook, expected CSV; download the file from Partner Center again or save it " \
  "as CSV UTF-8"

#define MIXED_ENTRIES \
  ENTRIES ("b.csv", "b", "a.csv", "a", "sub/x.csv", "x", "sub-y.csv", "y", ".hidden.csv", "h", \
           "sub/.hidden/z.csv", "z", "letter.txt", "l")

START_TEST (files_of_an_archive_are_read_like_those_of_a_folder)
{
  g_autoptr (InputSet) set = NULL;

  put ("c.csv", "");
  put_archive ("in.bin", _i == 0 ? ARCHIVE_FORMAT_ZIP : ARCHIVE_FORMAT_TAR_USTAR,
               _i == 2 ? ARCHIVE_FILTER_GZIP : ARCHIVE_FILTER_NONE, MIXED_ENTRIES);
  set = good_set (PATHS ("in.bin", "c.csv"));
  assert_files (set, "in.bin/a.csv in.bin/b.csv in.bin/sub-y.csv in.bin/sub/x.csv c.csv");
  assert_ignored (set, "in.bin/letter.txt");
}
END_TEST

START_TEST (an_archive_in_a_folder_is_read_at_its_place)
{
  put_deep ("in/a.csv", "");
  put ("in/c.csv", "");
  put_archive ("in/b.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, ENTRIES ("z.csv", "z"));
  g_autoptr (InputSet) set = good_set (PATHS ("in"));

  assert_files (set, "in/a.csv in/b.zip/z.csv in/c.csv");
}
END_TEST

START_TEST (a_dot_before_a_name_in_an_archive_is_left_out)
{
  put_archive ("in.tar", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE,
               ENTRIES ("./b.csv", "b", "./sub/a.csv", "a", "./.x.csv", "x"));
  g_autoptr (InputSet) set = good_set (PATHS ("in.tar"));

  assert_files (set, "in.tar/b.csv in.tar/sub/a.csv");
}
END_TEST

START_TEST (the_size_of_an_archive_is_that_of_the_file)
{
  put_archive ("in.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, MIXED_ENTRIES);
  g_autoptr (InputSet) set = good_set (PATHS ("in.zip"));
  GStatBuf info;

  ck_assert_int_eq (g_stat ("in.zip", &info), 0);
  ck_assert_uint_eq (input_set_total_size (set), (guint64) info.st_size);
}
END_TEST

/* How long its content is shows only when it is read. */
START_TEST (a_packed_file_may_be_a_duplicate_of_any_other)
{
  put_packed ("a.gz", ARCHIVE_FILTER_GZIP, "12345");
  put ("b.csv", "1");
  g_autoptr (InputSet) both = good_set (PATHS ("a.gz", "b.csv"));
  g_autoptr (InputSet) alone = good_set (PATHS ("a.gz"));

  assert_files (both, "a.gz b.csv");
  ck_assert (input_set_may_be_duplicate (both, 0));
  ck_assert (input_set_may_be_duplicate (both, 1));
  ck_assert (!input_set_may_be_duplicate (alone, 0));
}
END_TEST

START_TEST (an_archive_without_a_file_to_read_is_refused)
{
  put_archive ("in.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
               ENTRIES ("a.txt", "a", ".b.csv", "b"));
  assert_refused (PATHS ("in.zip"), "in.zip: found no file to read in this archive, expected "
                                    "billing files (.csv)");
}
END_TEST

START_TEST (two_entries_of_one_name_are_refused)
{
  put_archive ("in.tar", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE,
               ENTRIES ("a.csv", "1", "b.csv", "2", "./a.csv", "3"));
  assert_refused (PATHS ("in.tar"), "in.tar/a.csv: found two entries of this name, expected one");
}
END_TEST

START_TEST (a_workbook_is_refused_with_advice)
{
  put_archive ("in.csv", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
               ENTRIES ("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<x/>"));
  assert_refused (PATHS ("in.csv"),
                  "in.csv: found an Excel workbook, expected CSV; download the file from Partner "
                  "Center again or save it as CSV UTF-8");
}
END_TEST

/* As a spreadsheet program names it, and in a folder, where such an ending is left out. */
START_TEST (a_workbook_is_known_by_its_content)
{
  const char *const *entries
      = ENTRIES ("xl/workbook.xml", "<x/>", "[Content_Types].xml", "<Types/>");

  put_archive ("a.xlsx", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, entries);
  assert_refused (PATHS ("a.xlsx"), "a.xlsx: " WORKBOOK);
  put_deep ("in/a.csv", "");
  put_archive ("in/b.xlsx", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, entries);
  g_autoptr (InputSet) set = good_set (PATHS ("in"));
  assert_ignored (set, "in/b.xlsx");
  put_archive ("in/c.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, entries);
  assert_refused (PATHS ("in"), "in/c.zip: " WORKBOOK);
}
END_TEST

/* The whole names are compared, bytes by bytes, and "./" is no part of them. */
START_TEST (entries_are_in_byte_order_of_their_names)
{
  put_archive ("in", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_XZ,
               ENTRIES ("b.csv", "1", "./a/x.csv", "2", "a-b/x.csv", "3", "././a.csv", "4", "B.csv",
                        "5", "9.csv", "6", "10.csv", "7"));
  g_autoptr (InputSet) set = good_set (PATHS ("in"));

  assert_files (set, "in/10.csv in/9.csv in/B.csv in/a-b/x.csv in/a.csv in/a/x.csv in/b.csv");
}
END_TEST

START_TEST (every_hidden_part_of_a_name_hides_an_entry)
{
  put_archive ("in.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
               ENTRIES ("a.csv", "1", ".a.csv", "2", ".git/a.csv", "3", "a/.b/c.csv", "4", "a/.c",
                        "5", "a/b.c", "6", ".a.txt", "7"));
  g_autoptr (InputSet) set = good_set (PATHS ("in.zip"));

  assert_files (set, "in.zip/a.csv");
  assert_ignored (set, "in.zip/a/b.c");
}
END_TEST

/* Endings are those of folders; what is packed in them shows only when it is read. */
START_TEST (the_ending_decides_what_an_archive_has_to_read)
{
  const char *entry = endings[_i].name;

  put_archive ("in.tar.gz", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP,
               ENTRIES ("0.csv", "", entry, "x"));
  g_autoptr (InputSet) set = good_set (PATHS ("in.tar.gz"));
  g_autofree char *path = g_strconcat ("in.tar.gz/", entry, NULL);
  g_autofree char *read = g_strconcat ("in.tar.gz/0.csv ", endings[_i].is_read ? path : "", NULL);
  assert_files (set, g_strchomp (read));
  assert_ignored (set, endings[_i].is_read ? "" : path);
}
END_TEST

START_TEST (an_archive_may_be_named_twice)
{
  put_archive ("in.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, ENTRIES ("a.csv", "a"));
  g_autoptr (InputSet) set = good_set (PATHS ("in.zip", "in.zip"));

  assert_files (set, "in.zip/a.csv in.zip/a.csv");
  ck_assert (input_set_may_be_duplicate (set, 0));
  ck_assert (input_set_may_be_duplicate (set, 1));
}
END_TEST

/* Content counts, not the name. */
START_TEST (an_archive_with_another_ending_is_read)
{
  put_archive ("a.csv", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, ENTRIES ("b.csv", "b"));
  put_archive ("b.zip", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_ZSTD, ENTRIES ("c.csv", "c"));
  put ("c.zip", "Name,Amount\n");
  g_autoptr (InputSet) set = good_set (PATHS ("a.csv", "b.zip", "c.zip"));

  assert_files (set, "a.csv/b.csv b.zip/c.csv c.zip");
}
END_TEST

START_TEST (a_damaged_archive_is_refused)
{
  g_autoptr (GError) error = NULL;

  put_archive ("in.tar", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, MIXED_ENTRIES);
  ck_assert_int_eq (truncate ("in.tar", 700), 0);
  ck_assert_ptr_null (input_set_new (PATHS ("in.tar"), 0, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
}
END_TEST

START_TEST (what_is_no_file_is_refused)
{
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (mkfifo ("fifo", 0600), 0);
  ck_assert_ptr_null (input_set_new (PATHS ("fifo"), 0, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
}
END_TEST

START_TEST (sizes_are_told_and_compared)
{
  put ("a.csv", "12345");
  put ("b.csv", "");
  put ("c.csv", "abcde");
  put ("d.csv", "123");
  g_autoptr (InputSet) set = good_set (PATHS ("a.csv", "b.csv", "c.csv", "d.csv"));

  ck_assert_uint_eq (g_array_index (input_set_files (set), InputFile, 3).size, 3);
  ck_assert_uint_eq (input_set_total_size (set), 13);
  ck_assert (input_set_may_be_duplicate (set, 0));
  ck_assert (!input_set_may_be_duplicate (set, 1));
  ck_assert (input_set_may_be_duplicate (set, 2));
  ck_assert (!input_set_may_be_duplicate (set, 3));
}
END_TEST

START_TEST (freeing_nothing_is_fine) { input_set_free (NULL); }
END_TEST

static TCase *
tests_of_folders (void)
{
  TCase *tests = tcase_create ("folders");

  tcase_add_test (tests, a_folder_is_read_in_byte_order_of_the_paths);
  tcase_add_test (tests, hidden_files_and_folders_are_passed_over);
  tcase_add_test (tests, hidden_files_and_folders_that_are_named_are_read);
  tcase_add_test (tests, a_file_that_is_skipped_keeps_its_place_and_is_not_opened);
  tcase_add_test (tests, a_path_is_skipped_by_the_name_it_is_given);
  tcase_add_test (tests, what_its_ending_leaves_out_cannot_be_skipped);
  tcase_add_test (tests, an_entry_may_be_skipped_and_so_may_the_whole_archive);
  tcase_add_test (tests, something_must_be_left_to_read);
  tcase_add_test (tests, a_blob_may_be_skipped);
  tcase_add_loop_test (tests, the_ending_decides_what_a_folder_has_to_read, 0,
                       G_N_ELEMENTS (endings));
  tcase_add_test (tests, files_left_out_are_told_in_order);
  tcase_add_loop_test (tests, a_folder_and_the_rest_are_joined_by_one_slash, 0,
                       G_N_ELEMENTS (slashes));
  tcase_add_test (tests, a_folder_without_a_file_to_read_is_refused);
  tcase_add_test (tests, a_folder_that_cannot_be_read_is_refused);
  tcase_add_test (tests, folders_may_be_nested_only_so_deep);
  return tests;
}

static TCase *
tests_of_archives (void)
{
  TCase *tests = tcase_create ("archives");

  tcase_add_loop_test (tests, files_of_an_archive_are_read_like_those_of_a_folder, 0, 3);
  tcase_add_test (tests, an_archive_in_a_folder_is_read_at_its_place);
  tcase_add_test (tests, a_dot_before_a_name_in_an_archive_is_left_out);
  tcase_add_test (tests, the_size_of_an_archive_is_that_of_the_file);
  tcase_add_test (tests, a_packed_file_may_be_a_duplicate_of_any_other);
  tcase_add_test (tests, an_archive_without_a_file_to_read_is_refused);
  tcase_add_test (tests, two_entries_of_one_name_are_refused);
  tcase_add_test (tests, a_workbook_is_refused_with_advice);
  tcase_add_test (tests, a_workbook_is_known_by_its_content);
  tcase_add_test (tests, entries_are_in_byte_order_of_their_names);
  tcase_add_test (tests, every_hidden_part_of_a_name_hides_an_entry);
  tcase_add_loop_test (tests, the_ending_decides_what_an_archive_has_to_read, 0,
                       G_N_ELEMENTS (endings));
  tcase_add_test (tests, an_archive_may_be_named_twice);
  tcase_add_test (tests, an_archive_with_another_ending_is_read);
  tcase_add_test (tests, a_damaged_archive_is_refused);
  return tests;
}

START_TEST (files_can_be_called_otherwise_than_their_paths)
{
  static const char *const names[] = { "October", "gone", NULL }, *const none[] = { NULL };
  const InputPaths all = { .paths = PATHS ("a.csv"), .names = names, .skips = none };
  const InputPaths gone = { .paths = PATHS ("a.csv", "b.csv"), .names = names, .skips = none };
  g_autoptr (GError) error = NULL;

  put ("a.csv", "x\n");
  g_autoptr (InputSet) set = input_set_new_of (&all, 0, NULL);
  ck_assert_str_eq (input_set_file (set, 0)->name, "October");
  ck_assert_str_eq (input_set_file (set, 0)->whole, "October");
  ck_assert_str_eq (input_set_file (set, 0)->path, "a.csv");
  ck_assert_ptr_null (input_set_new_of (&gone, 0, &error));
  ck_assert_str_eq (error->message, "gone: No such file or directory");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("input-set");
  TCase *tests = tcase_create ("paths");
  TCase *folders = tests_of_folders ();
  TCase *archives = tests_of_archives ();

  tcase_add_test (tests, paths_are_read_in_the_order_given);
  tcase_add_test (tests, a_file_that_is_named_is_read_whatever_its_ending);
  tcase_add_test (tests, links_to_folders_are_not_followed);
  tcase_add_test (tests, links_to_files_are_read);
  tcase_add_test (tests, a_link_to_a_folder_that_is_named_is_read);
  tcase_add_test (tests, a_link_to_nothing_is_refused);
  tcase_add_test (tests, a_missing_path_is_refused);
  tcase_add_test (tests, what_is_no_file_is_refused);
  tcase_add_test (tests, what_vanishes_meanwhile_is_refused);
  tcase_add_test (tests, sizes_are_told_and_compared);
  tcase_add_test (tests, files_can_be_called_otherwise_than_their_paths);
  tcase_add_test (tests, freeing_nothing_is_fine);
  tcase_add_checked_fixture (tests, make_quiet_place, remove_place);
  tcase_add_checked_fixture (folders, make_quiet_place, remove_place);
  suite_add_tcase (suite, tests);
  tcase_add_checked_fixture (archives, make_quiet_place, remove_place);
  suite_add_tcase (suite, folders);
  suite_add_tcase (suite, archives);
  return suite;
}

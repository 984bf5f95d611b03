/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <archive.h>
#include <archive_entry.h>
#include <check.h>
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <string.h>

#include "base/late/archive-library.h"
#include "base/recon-error.h"
#include "output/xlsx/xlsx-check.h"
#include "test-place.h"

/* Faults: what stands in for archive_read_data() of libarchive, and has no memory; this program's
   pthread_create() finds no thread to be had. */
static gboolean no_threads;

static la_ssize_t
read_without_memory (struct archive *archive, void *buffer G_GNUC_UNUSED, size_t size G_GNUC_UNUSED)
{
  archive_set_error (archive, ENOMEM, "Can't allocate memory");
  return ARCHIVE_FATAL;
}

int
pthread_create (pthread_t *thread, const pthread_attr_t *attributes, void *(*run) (void *),
                void *data)
{
  int (*real) (pthread_t *, const pthread_attr_t *, void *(*) (void *), void *);

  if (no_threads)
    return EAGAIN;
  *(void **) &real = dlsym (RTLD_NEXT, "pthread_create");
  return real (thread, attributes, run, data);
}

#define SHEET(cells) "<worksheet><sheetData><row r=\"1\">" cells "</row></sheetData></worksheet>"
#define CELL "<c r=\"A1\"><v>1</v></c>"

typedef struct
{
  const char *name, *text;
} Part;

static const Part parts[] = {
  { "[Content_Types].xml", "<a/>" },
  { "_rels/.rels", "<a/>" },
  { "xl/_rels/workbook.xml.rels", "<a/>" },
  { "xl/worksheets/sheet1.xml", SHEET (CELL) },
  { "xl/worksheets/sheet2.xml", SHEET ("") },
  { "xl/workbook.xml", "<a/>" },
  { "xl/theme/theme1.xml", "<a/>" },
  { "xl/styles.xml", "<a><b count=\"1\"><c1/></b></a>" },
  { "docProps/core.xml", "<a/>" },
  { "docProps/app.xml", "<a/>" },
};

static void
add_part (struct archive *archive, const Part *part)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, part->name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (gint64) strlen (part->text));
  ck_assert_int_eq (archive_write_header (archive, entry), ARCHIVE_OK);
  ck_assert_int_ge (archive_write_data (archive, part->text, strlen (part->text)), 0);
  archive_entry_free (entry);
}

/* @other takes the place of the part of its name; without a text the part is left out. */
static void
make_workbook (const Part *other)
{
  struct archive *archive = archive_write_new ();

  ck_assert_int_eq (archive_write_set_format_zip (archive), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_open_filename (archive, "a.xlsx"), ARCHIVE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (other == NULL || !g_str_equal (other->name, parts[i].name))
      add_part (archive, &parts[i]);
  if (other != NULL && other->text != NULL)
    add_part (archive, other);
  ck_assert_int_eq (archive_write_close (archive), ARCHIVE_OK);
  archive_write_free (archive);
}

/* The position of the file is of no account. */
static gboolean
check_file (const XlsxTally *sheets, GError **error)
{
  const int fd = open ("a.xlsx", O_RDONLY | O_CLOEXEC);

  ck_assert_int_ge (lseek (fd, 0, SEEK_END), 0);
  const gboolean fine = xlsx_check (fd, sheets, 2, error);
  ck_assert_int_eq (close (fd), 0);
  return fine;
}

static void
assert_check (const char *expected)
{
  g_autoptr (GError) error = NULL;
  XlsxTally sheets[2] = { { 0 } };

  xlsx_tally_add_number (&sheets[0], (XlsxCell){ 0, 0 }, 1);
  if (check_file (sheets, &error))
    ck_assert_ptr_null (expected);
  else
    {
      ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
      ck_assert_str_eq (error->message, expected == NULL ? "" : expected);
    }
}

START_TEST (a_whole_workbook_is_fine)
{
  make_workbook (NULL);
  assert_check (NULL);
}
END_TEST

static const struct
{
  Part part;
  const char *message;
} faults[] = {
  { { "xl/theme/theme1.xml", NULL }, "2 of 2 sheets and 7 of 8 parts" },
  { { "xl/worksheets/sheet2.xml", NULL }, "1 of 2 sheets and 8 of 8 parts" },
  { { "xl/worksheets/sheet3.xml", SHEET ("") }, "sheet 3 is unknown" },
  { { "xl/worksheets/sheet1.xml", SHEET ("") }, "sheet 1 holds 0 of 1 cells" },
  { { "xl/worksheets/sheet1.xml", SHEET ("<c r=\"A1\"><v>2</v></c>") },
    "sheet 1 holds 1 of 1 cells, not all as they were written" },
  { { "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\">" CELL },
    "xl/worksheets/sheet1.xml: row 1: ends within <row>" },
  { { "xl/styles.xml", "<a><b count=\"2\"><c1/></b></a>" },
    "xl/styles.xml: <b> holds 1 of 2 elements" },
  { { "xl/styles.xml", "" }, "xl/styles.xml: ends within a tag" },
  { { "docProps/app.xml", "<a>" }, "docProps/app.xml: ends within <a>" },
};

START_TEST (what_is_missing_is_told)
{
  make_workbook (&faults[_i].part);
  assert_check (faults[_i].message);
}
END_TEST

START_TEST (a_damaged_archive_is_refused)
{
  g_autofree char *bytes = NULL;
  gsize length;

  make_workbook (NULL);
  ck_assert (g_file_get_contents ("a.xlsx", &bytes, &length, NULL));
  for (gsize kept = 0; kept < length; kept += 37)
    {
      g_autoptr (GError) error = NULL;
      const XlsxTally sheets[2] = { { 0 } };

      ck_assert (g_file_set_contents ("a.xlsx", bytes, (gssize) kept, NULL));
      ck_assert (!check_file (sheets, &error));
      ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
    }
}
END_TEST

START_TEST (a_flipped_bit_is_seen)
{
  g_autofree char *bytes = NULL;
  gsize length;

  make_workbook (NULL);
  ck_assert (g_file_get_contents ("a.xlsx", &bytes, &length, NULL));
  char *cell = g_strstr_len (bytes, (gssize) length, "<v>1</v>");
  if (cell == NULL) /* compressed: any bit of the content will do */
    cell = bytes + length / 3;
  *cell ^= 4;
  ck_assert (g_file_set_contents ("a.xlsx", bytes, (gssize) length, NULL));

  const XlsxTally sheets[2] = { { 0 } };
  ck_assert (!check_file (sheets, NULL));
}
END_TEST

START_TEST (a_file_that_cannot_be_read_is_refused)
{
  const XlsxTally sheets[2] = { { 0 } };
  g_autoptr (GError) error = NULL;

  ck_assert (!xlsx_check (-1, sheets, 2, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
  ck_assert_str_eq (error->message, "the archive is damaged: Bad file descriptor");
}
END_TEST

START_TEST (want_of_memory_is_not_told_as_damage)
{
  const XlsxTally sheets[2] = { { 0 } };
  g_autoptr (GError) error = NULL;

  ck_assert (archive_library_open (NULL));
  ArchiveLibrary *library = (ArchiveLibrary *) (guintptr) archive_library ();
  const ArchiveLibrary real = *library;

  make_workbook (NULL);
  library->late_archive_read_data = read_without_memory;
  ck_assert (!check_file (sheets, &error));
  *library = real;
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INTERNAL));
  ck_assert_ptr_nonnull (strstr (error->message, "there is not enough memory"));
}
END_TEST

START_TEST (a_thread_that_cannot_be_had_is_done_without)
{
  make_workbook (NULL);
  no_threads = TRUE;
  assert_check (NULL);
  make_workbook (&faults[0].part);
  assert_check (faults[0].message);
  no_threads = FALSE;
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-check");
  TCase *tests = tcase_create ("xlsx-check");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, a_whole_workbook_is_fine);
  tcase_add_loop_test (tests, what_is_missing_is_told, 0, G_N_ELEMENTS (faults));
  tcase_add_test (tests, a_damaged_archive_is_refused);
  tcase_add_test (tests, a_flipped_bit_is_seen);
  tcase_add_test (tests, a_file_that_cannot_be_read_is_refused);
  tcase_add_test (tests, want_of_memory_is_not_told_as_damage);
  tcase_add_test (tests, a_thread_that_cannot_be_had_is_done_without);
  suite_add_tcase (suite, tests);
  return suite;
}

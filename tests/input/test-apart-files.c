/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "input/apart-files.h"
#include "test-place.h"

static Apart
take (ApartFiles *files, const char *name, const char *content)
{
  const char *entry;

  ck_assert (g_file_set_contents (name, content, -1, NULL));
  g_autoptr (Container) container = container_open (name, name, NULL, NULL);
  ck_assert_int_eq (container_next (container, &entry, NULL), CONTAINER_CONTENT);
  return apart_files_take (files, name, name, container, NULL);
}

static const char *
place_of (const char *path, gpointer data G_GNUC_UNUSED)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) && !g_str_has_suffix (path, "manifest.json") ? path
                                                                                             : NULL;
}

#define MANIFEST "{\"blobs\": [{\"name\": \"b.gz\"}], \"blobCount\": 1}"
/* Of that manifest. */
#define RECORD \
  "{\"schema\": \"acorecon.fetch/1\", \"files\": [{\"file\": \"manifest.json\", \"sha256\": " \
  "\"%s\"}]}"

START_TEST (manifests_and_records_are_no_inputs)
{
  g_autoptr (ApartFiles) files = apart_files_new (FOLDER_FILES_BILLING);
  g_autoptr (ApartFiles) responses = apart_files_new (FOLDER_FILES_RESPONSES);

  ck_assert (apart_files_is_empty (files));
  ck_assert_int_eq (take (files, "a.csv", "a,b\n"), APART_NO);
  ck_assert_int_eq (take (files, "manifest.json", MANIFEST), APART_YES);
  ck_assert_int_eq (take (responses, "manifest.json", MANIFEST), APART_NO);
  ck_assert_int_eq (take (responses, "fetch.json", "{\"schema\": \"acorecon.fetch/1\"}"),
                    APART_YES);
  ck_assert_int_eq (take (responses, "fetch.json", "{\"schema\": \"acorecon.fetch/1\""), APART_BAD);
  ck_assert (!apart_files_is_empty (files));
}
END_TEST

START_TEST (a_manifest_that_was_fetched_is_a_file_of_the_run)
{
  g_autoptr (ApartFiles) files = apart_files_new (FOLDER_FILES_BILLING);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, MANIFEST, -1);
  g_autofree char *record = g_strdup_printf (RECORD, digest);
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (take (files, "manifest.json", MANIFEST), APART_YES);
  ck_assert_int_eq (take (files, "fetch.json", record), APART_YES);
  ck_assert (!apart_files_check (files, place_of, NULL, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT)); /* its blob is missing */
  ck_assert (g_file_set_contents ("b.gz", "x", -1, NULL));
  ck_assert (apart_files_check (files, place_of, NULL, NULL));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("apart-files");
  TCase *tests = tcase_create ("apart-files");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, manifests_and_records_are_no_inputs);
  tcase_add_test (tests, a_manifest_that_was_fetched_is_a_file_of_the_run);
  suite_add_tcase (suite, tests);
  return suite;
}

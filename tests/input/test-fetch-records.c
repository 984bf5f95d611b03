/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "input/fetch-records.h"
#include "sample-archive.h"
#include "test-place.h"

/* Of the file "f/fetch.json" with this text; NULL: it was taken, else the message. */
static char *
take (FetchRecords *records, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const char *entry;

  (void) mkdir ("f", 0700);
  ck_assert (g_file_set_contents ("f/fetch.json", content, -1, NULL));
  g_autoptr (Container) container = container_open ("f/fetch.json", "f/fetch.json", NULL, NULL);
  ck_assert_int_eq (container_next (container, &entry, NULL), CONTAINER_CONTENT);
  if (fetch_records_take (records, "f/fetch.json", "f/fetch.json", text, container, &error))
    return NULL;
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  return g_strdup (error->message);
}

static const char *
place_of (const char *path, gpointer data)
{
  return g_hash_table_lookup (data, path);
}

/* The digest is that of "abc" (FIPS 180-4). */
#define RECORD \
  "{\"schema\": \"acorecon.fetch/1\", \"files\": [{\"file\": \"a.json\", \"sha256\": " \
  "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"}]}"

static char *
check (const char *content, const char *where)
{
  g_autoptr (FetchRecords) records = fetch_records_new ();
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (take (records, RECORD));
  ck_assert_uint_eq (fetch_records_count (records), 1);
  ck_assert (g_file_set_contents ("f/a.json", content, -1, NULL));
  if (where != NULL)
    g_hash_table_insert (places, (gpointer) (guintptr) "f/a.json", (gpointer) (guintptr) where);
  return fetch_records_check (records, place_of, places, &error) ? g_strdup ("fine")
                                                                 : g_strdup (error->message);
}

START_TEST (what_is_listed_is_there_as_it_was_fetched)
{
  g_autofree char *fine = check ("abc", "f/a.json");
  g_autofree char *other = check ("abd", "f/a.json");
  g_autofree char *missing = check ("abc", NULL);
  g_autofree char *skipped = check ("abd", "");

  ck_assert_str_eq (fine, "fine");
  ck_assert (g_str_has_prefix (other, "f/fetch.json: \"a.json\" is not what was fetched"));
  ck_assert (g_str_has_prefix (missing, "f/fetch.json: \"a.json\" is missing"));
  ck_assert_str_eq (skipped, "fine");
}
END_TEST

/* As the file, in an archive that the record lies in. (transfer full) */
static char *
check_packed (const char *content)
{
  g_autoptr (FetchRecords) records = fetch_records_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  const char *entry;

  put_archive ("f.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
               ENTRIES ("./mca/fetch.json", RECORD, "./mca/note.zip", "PK\x03\x04", "./mca/a.json",
                        content));
  g_autoptr (Container) container = container_open ("f.zip", "f.zip", NULL, NULL);
  ck_assert_int_eq (container_next (container, &entry, NULL), CONTAINER_CONTENT);
  ck_assert (fetch_records_take (records, "f.zip/mca/fetch.json", "f.zip", text, container, NULL));
  g_hash_table_insert (places, (gpointer) (guintptr) "f.zip/mca/a.json",
                       (gpointer) (guintptr) "f.zip");
  return fetch_records_check (records, place_of, places, &error) ? g_strdup ("fine")
                                                                 : g_strdup (error->message);
}

START_TEST (in_an_archive_it_is_what_was_fetched_too)
{
  g_autofree char *fine = check_packed ("abc");
  g_autofree char *other = check_packed ("abd");

  ck_assert_str_eq (fine, "fine");
  ck_assert (g_str_has_prefix (other, "f.zip/mca/fetch.json: \"a.json\" is not what was fetched"));
}
END_TEST

START_TEST (a_record_is_known_by_its_schema)
{
  static const char *const records[] = { RECORD, "\xef\xbb\xbf {\"schema\":\"acorecon.fetch/9\"" };
  static const char *const others[]
      = { "", "[]", "{\"schema\": \"acorecon.report/1\"}", "{\"note\": \"acorecon.fetch/1\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (GString) text = g_string_new (records[i]);
      ck_assert (fetch_records_knows (text));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GString) text = g_string_new (others[i]);
      ck_assert (!fetch_records_knows (text));
    }
}
END_TEST

START_TEST (a_record_that_cannot_be_read_is_refused)
{
  g_autoptr (FetchRecords) records = fetch_records_new ();
  g_autofree char *message = take (records, "{\"schema\": \"acorecon.fetch/1\",}");

  ck_assert (g_str_has_prefix (message, "f/fetch.json:1:31: "));
  ck_assert_uint_eq (fetch_records_count (records), 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("fetch-records");
  TCase *tests = tcase_create ("fetch-records");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, what_is_listed_is_there_as_it_was_fetched);
  tcase_add_test (tests, in_an_archive_it_is_what_was_fetched_too);
  tcase_add_test (tests, a_record_is_known_by_its_schema);
  tcase_add_test (tests, a_record_that_cannot_be_read_is_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

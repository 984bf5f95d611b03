/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "input/input-set.h"
#include "input/manifest.h"
#include "test-place.h"

#define SECRET "sv=2024&sig=SECRET"
#define MANIFEST \
  "{\"id\":\"x\",\"sasToken\":\"" SECRET \
  "\",\"blobCount\":2,\"blobs\":[{\"name\":\"part-1.json.gz\"}," \
  "{\"name\":\"part-2.json.gz\",\"partitionValue\":\"2\"}]}"
#define LINE \
  "{\"customerId\":\"c1\",\"invoiceNumber\":\"G1\",\"chargeType\":\"new\",\"subtotal\":1," \
  "\"currency\":\"USD\"}\n"

/* Whether @path is one of the names in @data, each with a blank after it. */
static gboolean
is_listed (const char *path, gpointer data)
{
  g_autofree char *word = g_strconcat (path, " ", NULL);
  return strstr (data, word) != NULL;
}

static struct
{
  const char *text;
  char files[40];
  const char *message; /* NULL: complete */
} manifests[] = {
  { MANIFEST, "in/part-1.json.gz in/part-2.json.gz ", NULL },
  { MANIFEST, "in/part-2.json.gz ",
    "in/manifest.json: the export is incomplete: 1 of 2 blobs is missing: expected part-1.json.gz; "
    "download the export again and name its folder" },
  { MANIFEST, "part-1.json.gz part-2.json.gz ",
    "in/manifest.json: the export is incomplete: 2 of 2 blobs are missing: expected "
    "part-1.json.gz, "
    "part-2.json.gz; download the export again and name its folder" },
  /* The shape of 2022, and keys in any case. */
  { "{\"RootFolderSAS\":\"" SECRET "\",\"BlobCount\":1,\"BLOBS\":[{\"Name\":\"a/b/p\"}]}", "in/p ",
    NULL },
  { "{\"blobCount\":1,\"blobs\":[{\"name\":\"a/b/p\"}]}", "in/a/b/p ", NULL },
  { "{\"blobCount\":1,\"blobs\":[{\"name\":\"https://x/y/p?" SECRET "\"}]}", "in/p ", NULL },
  { "{\"blobCount\":1,\"blobs\":[{\"name\":\"https://x/y/p?" SECRET "/s\"}]}", "in/q ",
    "in/manifest.json: the export is incomplete: 1 of 1 blobs is missing: expected p; download the "
    "export again and name its folder" },
  { "{\"blobCount\":0,\"blobs\":[]}", "", NULL },
  /* Two names, one file. */
  { "{\"blobCount\":2,\"blobs\":[{\"name\":\"a/p\"},{\"name\":\"b/p\"}]}", "in/p ",
    "in/manifest.json: the export is incomplete: 1 of 2 blobs is missing: expected p; download the "
    "export again and name its folder" },
  { "{\"blobCount\":3,\"blobs\":[{\"name\":\"p\"}]}", "in/p ",
    "in/manifest.json: the export is incomplete: it names 1 blobs, expected 3 by its blobCount; "
    "download the export again" },
  { "{\"blobCount\":0,\"blobs\":[{\"name\":\"p\"}]}", "in/p ",
    "in/manifest.json: the export is incomplete: it names 1 blobs, expected 0 by its blobCount; "
    "download the export again" },
  { "{\"blobCount\":3,\"blobs\":[{},1,{\"name\":\"p/\"}]}", "in/p ",
    "in/manifest.json: the export is incomplete: 2 of 3 blobs are missing: expected (no name), (no "
    "name); download the export again and name its folder" },
  { "{\"blobCount\":1,\"blobs\":[{\"name\":\"\\u001b[31m\"}]}", "",
    "in/manifest.json: the export is incomplete: 1 of 1 blobs is missing: expected \\x1B[31m; "
    "download the export again and name its folder" },
};

/* However the query of an address is written, what is in it is not told, and the file is found. */
static const char *const queries[]
    = { "?sig=SECRET",         ";sig=SECRET",         "&sig=SECRET",         "%3Fsig=SECRET",
        "%3fsv=1&sig=SECRET",  "%253Fsig%253DSECRET", ";sv=2024;SIG=SECRET", "&sig=SE/CRET",
        "?sig=SE/CRET/SECRET", "%3Fsig=%2FSECRET/x",  "sig=SECRET",          ",sig%3DSECRET",
        "%26Sig=SECRET",       "#sig=SECRET",         "%23SECRET",           ";SECRET" };

START_TEST (no_secret_of_an_address_is_told)
{
  g_autofree char *text = g_strdup_printf ("{\"blobCount\":1,\"blobs\":[{\"name\":\"https://x/y/"
                                           "part.json.gz%s\"}]}",
                                           queries[_i]);
  g_autoptr (Manifest) manifest = manifest_new ("in/manifest.json", text, strlen (text));
  g_autoptr (GError) failure = NULL;
  char files[] = "in/part.json.gz ", other[] = "in/other ";

  ck_assert (!manifest_check (manifest, is_listed, other, &failure));
  ck_assert_msg (strstr (failure->message, "SECRET") == NULL
                     && strstr (failure->message, "CRET") == NULL,
                 "%s", failure->message);
  ck_assert_ptr_nonnull (strstr (failure->message, "part.json.gz"));
  if (queries[_i][0] != ',') /* which could as well be the end of its name */
    ck_assert (manifest_check (manifest, is_listed, files, NULL));
}
END_TEST

START_TEST (a_file_may_be_named_like_an_address_with_a_query)
{
  const char *text = "{\"blobCount\":1,\"blobs\":[{\"name\":\"a/R&D;part.json\"}]}";
  g_autoptr (Manifest) manifest = manifest_new ("in/manifest.json", text, strlen (text));
  char files[] = "in/R&D;part.json ";

  ck_assert (manifest_check (manifest, is_listed, files, NULL));
}
END_TEST

START_TEST (every_blob_must_be_there)
{
  const char *text = manifests[_i].text;
  g_autoptr (Manifest) manifest = manifest_new ("in/manifest.json", text, strlen (text));
  g_autoptr (GError) failure = NULL;

  ck_assert_ptr_nonnull (manifest);
  const gboolean complete = manifest_check (manifest, is_listed, manifests[_i].files, &failure);
  ck_assert_pstr_eq (failure != NULL ? failure->message : NULL, manifests[_i].message);
  ck_assert (complete == (failure == NULL));
  ck_assert (complete || g_error_matches (failure, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert (complete || strstr (failure->message, "SECRET") == NULL);
}
END_TEST

START_TEST (of_many_missing_blobs_ten_are_named)
{
  g_autoptr (GString) text = g_string_new ("{\"blobCount\":12,\"blobs\":[{\"name\":\"p0\"}");
  char nothing[] = "";
  g_autoptr (GError) failure = NULL;

  for (int i = 1; i < 12; i++)
    g_string_append_printf (text, ",{\"name\":\"p%d\"}", i);
  g_string_append (text, "]}");
  g_autoptr (Manifest) manifest = manifest_new ("manifest.json", text->str, text->len);
  ck_assert (!manifest_check (manifest, is_listed, nothing, &failure));
  ck_assert_ptr_nonnull (strstr (failure->message, "p8, p9 and 2 more; "));
}
END_TEST

START_TEST (anything_else_is_no_manifest)
{
  static const char *const others[] = { "",
                                        "[]",
                                        "{}",
                                        LINE,
                                        "{\"blobs\":[]}",
                                        "{\"blobCount\":1}",
                                        "{\"blobs\":{},\"blobCount\":1}",
                                        "{\"blobs\":[],\"blobCount\":\"1\"}",
                                        "{\"blobs\":[],\"blobCount\":1",
                                        "{\"blobs\":[],\"blobCount\":1} x" };

  ck_assert_ptr_null (manifest_new ("m", others[_i], strlen (others[_i])));
}
END_TEST

/* Among the inputs of a run. */

static InputSet *inputs;
static GError *error;

static void
tear_down (void)
{
  g_clear_pointer (&inputs, input_set_free);
  g_clear_error (&error);
  remove_place ();
}

static void
open_paths (const char *const *paths)
{
  inputs = input_set_new (paths, 0, &error);
}

#define PATHS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
assert_files (const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  ck_assert_msg (inputs != NULL, "%s", error == NULL ? "" : error->message);
  for (guint i = 0; i < input_set_files (inputs)->len; i++)
    g_string_append_printf (names, "%s ",
                            g_array_index (input_set_files (inputs), InputFile, i).name);
  ck_assert_str_eq (names->str, expected);
  ck_assert_uint_eq (input_set_ignored (inputs)->len, 0);
}

START_TEST (a_complete_manifest_is_passed_over)
{
  put_deep ("in/sub/manifest.json", "\xef\xbb\xbf\n" MANIFEST "\n");
  put ("in/sub/part-1.json.gz", LINE);
  put ("in/sub/part-2.json.gz", LINE LINE);
  open_paths (_i == 0 ? PATHS ("in")
                      : PATHS ("in/sub/part-1.json.gz", "./in//sub/manifest.json",
                               "in/sub/part-2.json.gz"));
  assert_files ("in/sub/part-1.json.gz in/sub/part-2.json.gz ");
}
END_TEST

START_TEST (an_incomplete_one_refuses_the_run)
{
  put_deep ("in/a/manifest.json", MANIFEST);
  put_deep ("in/b/part-1.json.gz", LINE);
  put ("in/a/part-2.json.gz", LINE);
  open_paths (PATHS ("in"));
  ck_assert_ptr_null (inputs);
  ck_assert_str_eq (error->message,
                    "in/a/manifest.json: the export is incomplete: 1 of 2 blobs is missing: "
                    "expected part-1.json.gz; download the export again and name its folder");
}
END_TEST

START_TEST (a_folder_with_a_manifest_alone_says_what_is_missing)
{
  put_deep ("in/manifest.json", _i == 0 ? MANIFEST : "{\"blobs\":[],\"blobCount\":0}");
  open_paths (PATHS ("in"));
  ck_assert_ptr_null (inputs);
  ck_assert_ptr_nonnull (
      strstr (error->message, _i == 0 ? "2 of 2 blobs are missing" : "an export without blobs"));
}
END_TEST

/* By its content, not by its name. */
START_TEST (rows_in_a_file_of_that_name_are_rows)
{
  put_deep ("in/manifest.json", LINE);
  put ("in/other.json", "{\"blobCount\":1,\"blobs\":[{\"name\":\"manifest.json\"}]}");
  open_paths (PATHS ("in"));
  assert_files ("in/manifest.json ");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("manifest");
  TCase *tests = tcase_create ("manifest");
  TCase *set = tcase_create ("inputs");

  tcase_add_loop_test (tests, every_blob_must_be_there, 0, G_N_ELEMENTS (manifests));
  tcase_add_loop_test (tests, no_secret_of_an_address_is_told, 0, G_N_ELEMENTS (queries));
  tcase_add_test (tests, a_file_may_be_named_like_an_address_with_a_query);
  tcase_add_test (tests, of_many_missing_blobs_ten_are_named);
  tcase_add_loop_test (tests, anything_else_is_no_manifest, 0, 10);
  tcase_add_checked_fixture (set, make_place, tear_down);
  tcase_add_loop_test (set, a_complete_manifest_is_passed_over, 0, 2);
  tcase_add_test (set, an_incomplete_one_refuses_the_run);
  tcase_add_loop_test (set, a_folder_with_a_manifest_alone_says_what_is_missing, 0, 2);
  tcase_add_test (set, rows_in_a_file_of_that_name_are_rows);
  suite_add_tcase (suite, tests);
  suite_add_tcase (suite, set);
  return suite;
}

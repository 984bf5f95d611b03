/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "input/service/manifest-body.h"

START_TEST (all_but_the_secret_stays_as_it_is)
{
  static const char text[] = "{ \"blobCount\": 2,\n\t\"sasToken\" : \"s\\\"v\\\\\",\n"
                             " \"rootDirectory\": \"https://a/b\", \"eTag\": \"E\",\n"
                             " \"blobs\": [{\"name\": \"x \"}, {\"name\": \"y\", \"p\": 1}] }\n";
  g_auto (ServiceManifest) manifest = { 0 };

  ck_assert (manifest_body_read ("m", slice_of (text), &manifest, NULL));
  ck_assert_str_eq (manifest.sas, "s\"v\\");
  ck_assert_str_eq (manifest.root, "https://a/b");
  ck_assert_str_eq (manifest.etag, "E");
  ck_assert_uint_eq (manifest.blobs->len, 2);
  ck_assert_str_eq (g_ptr_array_index (manifest.blobs, 0), "x ");
  ck_assert_str_eq (manifest.text->str,
                    "{ \"blobCount\": 2,\n\t\"sasToken\" : \"\",\n"
                    " \"rootDirectory\": \"https://a/b\", \"eTag\": \"E\",\n"
                    " \"blobs\": [{\"name\": \"x \"}, {\"name\": \"y\", \"p\": 1}] }\n");
}
END_TEST

START_TEST (what_is_no_manifest_is_refused)
{
  static const char *const cases[]
      = { "{\"blobCount\": 1, \"rootDirectory\": \"r\", \"blobs\": []}",
          "{\"rootDirectory\": \"r\", \"blobs\": []}",
          "{\"blobCount\": 0, \"blobs\": []}",
          "{\"blobCount\": \"0\", \"rootDirectory\": \"r\", \"blobs\": []}",
          "{\"blobCount\": 1, \"rootDirectory\": \"r\", \"blobs\": [{}]}",
          "{\"blobCount\": 1, \"rootDirectory\": \"r\", \"blobs\": [{\"name\": 1}]}",
          "{\"blobCount\": 0, \"rootDirectory\": \"r\", \"blobs\": {}}",
          "{\"blobCount\": 0, \"rootDirectory\": \"r\", \"sasToken\": 1, \"blobs\": []}" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (ServiceManifest) manifest = { 0 };
      g_autoptr (GError) error = NULL;
      ck_assert_msg (!manifest_body_read ("m", slice_of (cases[i]), &manifest, &error), "%s",
                     cases[i]);
      ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("manifest-body");
  TCase *tests = tcase_create ("manifest-body");

  tcase_add_test (tests, all_but_the_secret_stays_as_it_is);
  tcase_add_test (tests, what_is_no_manifest_is_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

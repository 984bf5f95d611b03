/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/late/crypto-library.h"

START_TEST (a_digest_is_reckoned)
{
  guint8 bytes[EVP_MAX_MD_SIZE];
  guint length = 0;
  GError *error = NULL;

  ck_assert (crypto_library_open (&error));
  EVP_MD_CTX *digest = EVP_MD_CTX_new ();
  ck_assert_int_eq (EVP_DigestInit_ex (digest, EVP_sha256 (), NULL), 1);
  ck_assert_int_eq (EVP_DigestUpdate (digest, "abc", 3), 1);
  ck_assert_int_eq (EVP_DigestFinal_ex (digest, bytes, &length), 1);
  ck_assert_uint_eq (length, 32);
  ck_assert_uint_eq (bytes[0], 0xba); /* FIPS 180-4, its first example */
  ck_assert_uint_eq (bytes[31], 0xad);
  EVP_MD_CTX_free (digest);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("crypto-library");
  TCase *tests = tcase_create ("crypto-library");

  tcase_add_test (tests, a_digest_is_reckoned);
  suite_add_tcase (suite, tests);
  return suite;
}

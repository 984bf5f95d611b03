/* SPDX-License-Identifier: MIT */
#ifndef BASE_LATE_CRYPTO_LIBRARY_H
#define BASE_LATE_CRYPTO_LIBRARY_H

#include <glib.h>
#include <openssl/evp.h>

/**
 * The digests of libcrypto. Who includes this calls its functions by their own names, after
 * crypto_library_open(), which gives FALSE with RECON_ERROR_INTERNAL where it is not to be had.
 */
gboolean crypto_library_open (GError **error);

/* clang-format off */
#define CRYPTO_LIBRARY_FUNCTIONS(USE) \
  USE (EVP_DigestFinal_ex) \
  USE (EVP_DigestInit_ex) \
  USE (EVP_DigestUpdate) \
  USE (EVP_MD_CTX_free) \
  USE (EVP_MD_CTX_new) \
  USE (EVP_sha256) \
  USE (OpenSSL_version)

#define CRYPTO_LIBRARY_MEMBER(function) __typeof__ (function) *late_##function;
/* clang-format on */

typedef struct
{
  CRYPTO_LIBRARY_FUNCTIONS (CRYPTO_LIBRARY_MEMBER)
} CryptoLibrary;

/** The table itself, for what follows. */
const CryptoLibrary *crypto_library (void);

#define EVP_DigestFinal_ex (crypto_library ()->late_EVP_DigestFinal_ex)
#define EVP_DigestInit_ex (crypto_library ()->late_EVP_DigestInit_ex)
#define EVP_DigestUpdate (crypto_library ()->late_EVP_DigestUpdate)
#define EVP_MD_CTX_free (crypto_library ()->late_EVP_MD_CTX_free)
#define EVP_MD_CTX_new (crypto_library ()->late_EVP_MD_CTX_new)
#define EVP_sha256 (crypto_library ()->late_EVP_sha256)
#define OpenSSL_version (crypto_library ()->late_OpenSSL_version)

#endif

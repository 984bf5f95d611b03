/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/late/crypto-library.h"

#include "base/late/late-library.h"

#define FUNCTION(function) { #function, G_STRUCT_OFFSET (CryptoLibrary, late_##function) },

static const CryptoLibrary *
table (GError **error)
{
  static const LateFunction functions[] = { CRYPTO_LIBRARY_FUNCTIONS (FUNCTION) };
  static const LateLibrary library = {
    .file = LIBCRYPTO_SONAME,
    .functions = functions,
    .count = G_N_ELEMENTS (functions),
    .table_bytes = sizeof (CryptoLibrary),
  };
  static gpointer opened = NULL;

  return late_library_open (&library, &opened, error);
}

gboolean
crypto_library_open (GError **error)
{
  return table (error) != NULL;
}

const CryptoLibrary *
crypto_library (void)
{
  const CryptoLibrary *self = table (NULL);

  g_assert (self != NULL);
  return self;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#ifdef HAVE_CURL

#include "base/late/curl-library.h"

#include "base/late/late-library.h"

#define FUNCTION(function) { #function, G_STRUCT_OFFSET (CurlLibrary, late_##function) },

static const CurlLibrary *
table (GError **error)
{
  static const LateFunction functions[] = { CURL_LIBRARY_FUNCTIONS (FUNCTION) };
  static const LateLibrary library = {
    .file = LIBCURL_SONAME,
    .functions = functions,
    .count = G_N_ELEMENTS (functions),
    .table_bytes = sizeof (CurlLibrary),
  };
  static gpointer opened = NULL;

  return late_library_open (&library, &opened, error);
}

gboolean
curl_library_open (GError **error)
{
  return table (error) != NULL;
}

const CurlLibrary *
curl_library (void)
{
  const CurlLibrary *self = table (NULL);

  g_assert (self != NULL);
  return self;
}

#endif

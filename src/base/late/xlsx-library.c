/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/late/xlsx-library.h"

#include "base/late/late-library.h"

#define FUNCTION(function) { #function, G_STRUCT_OFFSET (XlsxLibrary, late_##function) },

static const XlsxLibrary *
table (GError **error)
{
  static const LateFunction functions[] = { XLSX_LIBRARY_FUNCTIONS (FUNCTION) };
  static const LateLibrary library = {
    .file = LIBXLSXWRITER_SONAME,
    .functions = functions,
    .count = G_N_ELEMENTS (functions),
    .table_bytes = sizeof (XlsxLibrary),
  };
  static gpointer opened = NULL;

  return late_library_open (&library, &opened, error);
}

gboolean
xlsx_library_open (GError **error)
{
  return table (error) != NULL;
}

const XlsxLibrary *
xlsx_library (void)
{
  const XlsxLibrary *self = table (NULL);

  g_assert (self != NULL);
  return self;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/late/archive-library.h"

#include "base/late/late-library.h"

#define FUNCTION(function) { #function, G_STRUCT_OFFSET (ArchiveLibrary, late_##function) },

static const ArchiveLibrary *
table (GError **error)
{
  static const LateFunction functions[] = { ARCHIVE_LIBRARY_FUNCTIONS (FUNCTION) };
  static const LateLibrary library = {
    .file = LIBARCHIVE_SONAME,
    .functions = functions,
    .count = G_N_ELEMENTS (functions),
    .table_bytes = sizeof (ArchiveLibrary),
  };
  static gpointer opened = NULL;

  return late_library_open (&library, &opened, error);
}

gboolean
archive_library_open (GError **error)
{
  return table (error) != NULL;
}

const ArchiveLibrary *
archive_library (void)
{
  const ArchiveLibrary *self = table (NULL);

  g_assert (self != NULL);
  return self;
}

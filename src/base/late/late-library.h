/* SPDX-License-Identifier: MIT */
#ifndef BASE_LATE_LATE_LIBRARY_H
#define BASE_LATE_LATE_LIBRARY_H

#include <glib.h>

/**
 * A library that is opened when it is first needed, and then stays: loading it, with the libraries
 * that it needs itself, costs more than reading a small bill (ADR 12). Its functions are members of
 * a table, each named and typed as in the library's own header.
 */
typedef struct
{
  const char *name; /* of the function */
  gsize offset;     /* in the table, of the pointer to it */
} LateFunction;

typedef struct
{
  const char *file; /* as the loader finds it: "libz.so.1" */
  const LateFunction *functions;
  guint count;
  gsize table_bytes;
} LateLibrary;

/**
 * The table of @self, which is *@opened once it has been filled; any number of threads may ask at
 * the same time. NULL with RECON_ERROR_INTERNAL: the library, or one of the functions, is not
 * there, or there is no memory for it.
 */
gconstpointer late_library_open (const LateLibrary *self, gpointer *opened, GError **error);

#endif

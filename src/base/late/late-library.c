/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/late/late-library.h"

#include <dlfcn.h>
#include <string.h>

#include "base/recon-error.h"

#define TRIES 3

/* A system call that a signal interrupts is an end to the loader, which does not try again. */
static void *
open_library (const char *file)
{
  void *library = NULL;

  for (guint i = 0; library == NULL && i < TRIES; i++)
    library = dlopen (file, RTLD_NOW | RTLD_LOCAL);
  return library;
}

static gpointer
refuse (const LateLibrary *self, GError **error)
{
  const char *reason = dlerror ();

  g_set_error (error, RECON_ERROR, RECON_ERROR_INTERNAL,
               "%s cannot be loaded: %s; nothing was written", self->file,
               reason != NULL ? reason : "it lacks a function");
  return NULL;
}

/* It is never closed: nothing is gained by that where a run is about to end. */
static gpointer
fill_table (const LateLibrary *self, GError **error)
{
  void *library = open_library (self->file);
  g_autofree char *table = g_malloc0 (self->table_bytes);

  if (library == NULL)
    return refuse (self, error);
  for (guint i = 0; i < self->count; i++)
    {
      void *function = dlsym (library, self->functions[i].name);

      if (function == NULL)
        return refuse (self, error);
      memcpy (table + self->functions[i].offset, &function, sizeof function);
    }
  return g_steal_pointer (&table);
}

gconstpointer
late_library_open (const LateLibrary *self, gpointer *opened, GError **error)
{
  gpointer table = g_atomic_pointer_get (opened);

  if (table != NULL)
    return table;
  table = fill_table (self, error);
  if (table == NULL || g_atomic_pointer_compare_and_exchange (opened, NULL, table))
    return table;
  g_free (table); /* another thread was first, and its table says the same */
  return g_atomic_pointer_get (opened);
}

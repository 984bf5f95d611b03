/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "fuzz-target.h"

/*
 * A fuzz target without an engine: runs the files, and the files in the folders, that its command
 * line names, so that corpora and finds are regression tests and engines that start a program for
 * each input (AFL++: "PROGRAM @@") can be used. Prints how many files were run.
 */

static gsize file_count;

static gboolean run_path (const char *path);

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static gboolean
run_folder (const char *path, GDir *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  gboolean done = TRUE;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; done && i < names->len; i++)
    done = run_path (g_ptr_array_index (names, i));
  return done;
}

static gboolean
run_path (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (folder != NULL)
    return run_folder (path, folder);
  if (!g_file_get_contents (path, &text, &length, &error))
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }
  /* A copy to the byte, for GLib adds a NUL that would hide a read past the end. */
  g_autofree guint8 *data = g_memdup2 (text, length);
  (void) LLVMFuzzerTestOneInput (data, length);
  file_count++;
  return TRUE;
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (!run_path (argv[i]))
      return 1;
  printf ("%" G_GSIZE_FORMAT " files\n", file_count);
  return 0;
}

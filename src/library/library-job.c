/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "library/library-job.h"

#include <string.h>

#include "base/language/utf8-locale.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "engine/option/part-options.h"
#include "engine/option/plan.h"
#include "library/library-buffer.h"
#include "library/library-error.h"

/* A file, or bytes that are kept as one. */
typedef struct
{
  char *path;
  char *name;
  LibraryBuffer buffer;
} Input;

struct AcoreconJob
{
  GPtrArray *words; /* of char *: "--month=2026-10" */
  GArray *inputs;   /* of Input */
};

static void
clear_input (gpointer data)
{
  Input *input = data;

  g_free (input->path);
  g_free (input->name);
  library_buffer_clear (&input->buffer);
}

AcoreconJob *
acorecon_job_new (void)
{
  AcoreconJob *self = g_new (AcoreconJob, 1);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->inputs = g_array_new (FALSE, FALSE, sizeof (Input));
  g_array_set_clear_func (self->inputs, clear_input);
  return self;
}

void
acorecon_job_free (AcoreconJob *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->words);
  g_array_unref (self->inputs);
  g_free (self);
}

/* Options */

/* JSON is the form that shows everything: with it all forms can be written. */
static Options *
parse (const GPtrArray *words, const char *further, GError **error)
{
  static const char *const all[] = { "json", NULL };
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (arguments, g_ptr_array_index (words, i));
  g_ptr_array_add (arguments, (gpointer) (guintptr) further);
  g_ptr_array_add (arguments, NULL);
  Options *options = options_parse (COMMAND_LIBRARY, (const char *const *) arguments->pdata, error);
  if (options != NULL)
    options_add_fallback (options, COMMAND_RECONCILE, OPTION_FORMAT, all, "libacorecon");
  return options;
}

Options *
library_job_options (const AcoreconJob *self, GError **error)
{
  return parse (self->words, NULL, error);
}

/* A value that no option takes is told where it is given. */
static gboolean
check (const GPtrArray *words, const char *further, GError **error)
{
  static const char *const paths[] = { ".", NULL };
  g_autoptr (Options) options = parse (words, further, error);
  g_autoptr (Plan) plan = options != NULL ? plan_new_with_paths (options, paths, error) : NULL;
  g_autoptr (ReportPart) part = plan != NULL ? part_options_new (options, error) : NULL;

  return part != NULL;
}

static gboolean
check_name (const char *name, GError **error)
{
  g_autofree char *shown = printable_text (name);

  if (strchr (name, '=') == NULL)
    return TRUE;
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
               "found \"%s\", expected the name of an option, and its value apart", shown);
  return FALSE;
}

int
acorecon_job_set (AcoreconJob *self, const char *name, const char *value, AcoreconError **error)
{
  Utf8Locale locale;
  GError *own = NULL;

  library_error_begin (error);
  if (self == NULL)
    return library_error_misuse (error, __func__, "a job");
  if (name == NULL)
    return library_error_misuse (error, __func__, "the name of an option");
  utf8_locale_enter (&locale);
  g_autofree char *word = g_strconcat ("--", name, value != NULL ? "=" : NULL, value, NULL);
  const gboolean is_good = check_name (name, &own) && check (self->words, word, &own);
  utf8_locale_leave (&locale);
  if (is_good)
    g_ptr_array_add (self->words, g_steal_pointer (&word));
  else
    library_error_take (error, own, NULL);
  return is_good;
}

/* Files */

int
acorecon_job_add_file (AcoreconJob *self, const char *path, AcoreconError **error)
{
  library_error_begin (error);
  if (self == NULL)
    return library_error_misuse (error, __func__, "a job");
  if (path == NULL)
    return library_error_misuse (error, __func__, "a path");
  if (*path == '\0')
    return library_error_refuse (error, "found an empty path, expected a file or a folder");
  if (strcmp (path, "-") == 0)
    return library_error_refuse (error,
                                 "found \"-\", expected a file or a folder; standard input is the "
                                 "program's own, and bytes are given as a buffer");
  const Input input = { .path = g_strdup (path), .name = g_strdup (path), .buffer = { .fd = -1 } };
  g_array_append_val (self->inputs, input);
  return 1;
}

int
acorecon_job_add_buffer (AcoreconJob *self, const char *name, const void *data, size_t size,
                         AcoreconError **error)
{
  Input input = { 0 };
  GError *own = NULL;

  library_error_begin (error);
  if (self == NULL)
    return library_error_misuse (error, __func__, "a job");
  if (name == NULL)
    return library_error_misuse (error, __func__, "a name");
  if (data == NULL && size > 0)
    return library_error_misuse (error, __func__, "bytes");
  if (*name == '\0')
    return library_error_refuse (
        error, "found an empty name, expected one that reports and errors can tell");
  if (!library_buffer_init (&input.buffer, name, data, size, &own))
    {
      library_error_take (error, own, NULL);
      return 0;
    }
  input.path = g_strdup (input.buffer.path);
  input.name = g_strdup (name);
  g_array_append_val (self->inputs, input);
  return 1;
}

static char **
texts_of (const AcoreconJob *self, gsize member)
{
  char **texts = g_new0 (char *, self->inputs->len + 1);

  for (guint i = 0; i < self->inputs->len; i++)
    {
      const char *input = (const char *) &g_array_index (self->inputs, Input, i);
      texts[i] = g_strdup (*(char *const *) (gconstpointer) (input + member));
    }
  return texts;
}

char **
library_job_paths (const AcoreconJob *self)
{
  return texts_of (self, G_STRUCT_OFFSET (Input, path));
}

char **
library_job_names (const AcoreconJob *self)
{
  return texts_of (self, G_STRUCT_OFFSET (Input, name));
}

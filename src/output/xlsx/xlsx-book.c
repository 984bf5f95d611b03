/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-book.h"

#include <string.h>

#include "base/recon-error.h"
#include "output/xlsx/xlsx-parts.h"

#define NAME_LENGTH_MAX 31

struct XlsxBook
{
  XlsxFile file;
  gint64 created;
  XlsxZip *zip;
  XlsxStyles *styles;
  GPtrArray *names;    /* of char */
  GPtrArray *sheets;   /* of XlsxSheet; all but the last are finished */
  const char *failure; /* the first; static */
};

static void
note (XlsxBook *self, const char *failure)
{
  if (self->failure == NULL)
    self->failure = failure;
}

XlsxBook *
xlsx_book_new (const XlsxFile *file, gint64 created)
{
  XlsxBook *self = g_new0 (XlsxBook, 1);

  self->file = *file;
  self->created = created;
  self->zip = xlsx_zip_new (file->fd);
  self->styles = xlsx_styles_new ();
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) xlsx_sheet_free);
  return self;
}

void
xlsx_book_free (XlsxBook *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->names);
  xlsx_styles_free (self->styles);
  xlsx_zip_free (self->zip);
  g_free (self);
}

void
xlsx_book_set_places (XlsxBook *self, const MoneyPlaces *places)
{
  xlsx_styles_set_places (self->styles, places);
}

guint
xlsx_book_jobs (const XlsxBook *self)
{
  return MAX (self->file.jobs, 1);
}

/* Spreadsheets know sheets apart without their case. */
static gboolean
is_fit (const XlsxBook *self, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  gboolean fine = *name != '\0' && g_utf8_strlen (name, -1) <= NAME_LENGTH_MAX
                  && strpbrk (name, "[]:*?/\\'") == NULL;

  for (guint i = 0; i < self->names->len && fine; i++)
    {
      g_autofree char *other = g_utf8_casefold (g_ptr_array_index (self->names, i), -1);

      fine = !g_str_equal (folded, other);
    }
  return fine;
}

static void
finish_sheet (XlsxBook *self)
{
  if (self->sheets->len == 0)
    return;

  XlsxSheet *sheet = g_ptr_array_index (self->sheets, self->sheets->len - 1);
  xlsx_sheet_finish (sheet);
  const char *failure = xlsx_sheet_failure (sheet);
  if (failure != NULL)
    note (self, failure);
}

XlsxSheet *
xlsx_book_add_sheet (XlsxBook *self, const char *name)
{
  if (!is_fit (self, name))
    note (self, "a sheet cannot be added");
  if (self->failure != NULL)
    return NULL;
  finish_sheet (self);

  XlsxSheet *sheet = xlsx_sheet_new (self->sheets->len + 1, self->styles, self->zip);
  g_ptr_array_add (self->sheets, sheet);
  g_ptr_array_add (self->names, g_strdup (name));
  return sheet;
}

static void
write_parts (XlsxBook *self)
{
  XlsxParts parts = { .created = self->created, .names = self->names };
  g_autoptr (GPtrArray) layouts = g_ptr_array_new ();
  g_autoptr (GString) styles = g_string_new (NULL);

  for (guint i = 0; i < self->sheets->len; i++)
    g_ptr_array_add (layouts,
                     (gpointer) (guintptr) xlsx_sheet_layout (g_ptr_array_index (self->sheets, i)));
  parts.layouts = layouts;
  xlsx_styles_append (self->styles, styles);
  xlsx_zip_put (self->zip, "xl/styles.xml", styles);
  xlsx_parts_write (&parts, self->zip);
}

gboolean
xlsx_book_finish (XlsxBook *self, GError **error)
{
  if (self->failure == NULL)
    {
      finish_sheet (self);
      write_parts (self);
      xlsx_zip_finish (self->zip);
    }
  const char *failure = self->failure != NULL ? self->failure : xlsx_zip_failure (self->zip);
  if (failure != NULL)
    g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT,
                 "%s: cannot be written: %s; nothing was written", self->file.name, failure);
  return failure == NULL;
}

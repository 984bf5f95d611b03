/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-book.h"

#include <errno.h>
#include <unistd.h>

#include "base/late/xlsx-library.h"
#include "base/recon-error.h"
#include "output/xlsx/xlsx-check.h"

#define CREATED_MAX G_GINT64_CONSTANT (253402300799) /* the end of year 9999 */

#define NO_MEMORY "there is not enough memory"
#define NO_LIBRARY "needs " LIBXLSXWRITER_SONAME ", which cannot be loaded"
#define OPEN_FILES "/proc/self/fd"

struct XlsxBook
{
  XlsxFile file;
  lxw_workbook *workbook; /* NULL: it was closed, or could not be made */
  XlsxStyles *styles;
  GPtrArray *sheets;   /* of XlsxSheet */
  const char *failure; /* the first; static */
};

static void
note (XlsxBook *self, const char *failure)
{
  if (self->failure == NULL)
    self->failure = failure;
}

/* A time of 0 makes the library put the clock's. */
static void
set_properties (XlsxBook *self, gint64 created)
{
  lxw_doc_properties properties = { .created = (time_t) CLAMP (created, 1, CREATED_MAX) };

  if (workbook_set_properties (self->workbook, &properties) != LXW_NO_ERROR)
    note (self, NO_MEMORY);
}

XlsxBook *
xlsx_book_new (const XlsxFile *file, gint64 created)
{
  XlsxBook *self = g_new0 (XlsxBook, 1);
  g_autofree char *path = g_strdup_printf (OPEN_FILES "/%d", file->fd);
  g_autofree char *scratch = g_strdup_printf (OPEN_FILES "/%d", file->scratch);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = scratch };

  self->file = *file;
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) xlsx_sheet_free);
  if (access (OPEN_FILES, X_OK) != 0)
    note (self, "needs " OPEN_FILES ", which is not there");
  else if (!xlsx_library_open (NULL))
    note (self, NO_LIBRARY);
  else
    self->workbook = workbook_new_opt (path, &options);
  self->styles = xlsx_styles_new (self->workbook);
  if (self->workbook == NULL)
    note (self, NO_MEMORY);
  else
    set_properties (self, created);
  return self;
}

void
xlsx_book_free (XlsxBook *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sheets);
  xlsx_styles_free (self->styles);
  if (self->workbook != NULL)
    lxw_workbook_free (self->workbook);
  g_free (self);
}

void
xlsx_book_set_places (XlsxBook *self, const MoneyPlaces *places)
{
  xlsx_styles_set_places (self->styles, places);
}

XlsxSheet *
xlsx_book_add_sheet (XlsxBook *self, const char *name)
{
  errno = 0;
  lxw_worksheet *worksheet
      = self->failure == NULL ? workbook_add_worksheet (self->workbook, name) : NULL;

  if (worksheet == NULL)
    {
      note (self, errno == ENOMEM ? NO_MEMORY : "a sheet cannot be added");
      return NULL;
    }

  XlsxSheet *sheet = xlsx_sheet_new (worksheet, self->styles);
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

const XlsxSheet *
xlsx_book_sheet (const XlsxBook *self, guint index)
{
  return index < self->sheets->len ? g_ptr_array_index (self->sheets, index) : NULL;
}

/* Also frees the workbook, whatever happens. */
static void
close_workbook (XlsxBook *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const char *failure = xlsx_sheet_failure (g_ptr_array_index (self->sheets, i));

      if (failure != NULL)
        note (self, failure);
    }
  if (self->failure != NULL)
    return;

  errno = 0;
  const lxw_error status = workbook_close (self->workbook);
  const int code = errno;
  self->workbook = NULL;
  if (status != LXW_NO_ERROR && (code == ENOMEM || status == LXW_ERROR_MEMORY_MALLOC_FAILED))
    note (self, NO_MEMORY);
  /* An interrupted close() has closed the file: the second look tells what is in it. */
  else if (status != LXW_NO_ERROR && code != EINTR)
    note (self, code != 0 ? g_strerror (code) : lxw_strerror (status));
}

/* The library's word that all went well is worth nothing (see output/xlsx/xlsx-check.h). */
static gboolean
check (const XlsxBook *self, GError **error)
{
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (XlsxTally));

  for (guint i = 0; i < self->sheets->len; i++)
    g_array_append_vals (tallies, xlsx_sheet_tally (g_ptr_array_index (self->sheets, i)), 1);
  return xlsx_check (self->file.fd, (const XlsxTally *) tallies->data, tallies->len, error);
}

static gboolean
is_our_fault (const char *failure)
{
  return g_str_equal (failure, NO_MEMORY) || g_str_equal (failure, NO_LIBRARY);
}

gboolean
xlsx_book_finish (XlsxBook *self, GError **error)
{
  g_autoptr (GError) reason = NULL;

  close_workbook (self);
  if (self->failure == NULL && check (self, &reason))
    return TRUE;
  if (self->failure != NULL)
    g_set_error (error, RECON_ERROR,
                 is_our_fault (self->failure) ? RECON_ERROR_INTERNAL : RECON_ERROR_OUTPUT,
                 "%s: cannot be written: %s; nothing was written", self->file.name, self->failure);
  else if (g_error_matches (reason, RECON_ERROR, RECON_ERROR_INTERNAL))
    g_set_error (error, RECON_ERROR, RECON_ERROR_INTERNAL,
                 "%s: cannot be read again: %s; nothing was written", self->file.name,
                 reason->message);
  else
    g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT,
                 "%s: does not hold what was written, as on a full disk: %s; nothing was written",
                 self->file.name, reason->message);
  return FALSE;
}

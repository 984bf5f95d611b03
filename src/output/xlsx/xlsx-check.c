/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-check.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/late/archive-library.h"
#include "base/recon-error.h"
#include "base/worker.h"
#include "output/xlsx/xlsx-scanner.h"

#define BLOCK_BYTES (64 * 1024)
#define SHEET_PREFIX "xl/worksheets/sheet"

static const char *const needed_parts[] = { "[Content_Types].xml", "_rels/.rels",
                                            "docProps/app.xml",    "docProps/core.xml",
                                            "xl/workbook.xml",     "xl/styles.xml",
                                            "xl/theme/theme1.xml", "xl/_rels/workbook.xml.rels" };

#define WORKERS 2

/* What the workers share. Parts are numbered as they lie in the archive. */
typedef struct
{
  int fd;
  const XlsxTally *sheets;
  guint sheet_count;
  gint next; /* atomic: the first part that nobody has taken */
} Job;

/* One of those who read the archive, each by itself, and check the parts they take. */
typedef struct
{
  Job *job;
  struct archive *archive;
  guint sheets_seen;
  guint parts_seen; /* of the needed ones */
  gint part;        /* the one at hand; after a failure the one it was in */
  GError *error;
  gint64 offset; /* of the next read */
  char block[BLOCK_BYTES];
} Check;

/* Both workers read the one open file, each from where it has come to. */

static la_ssize_t
read_block (struct archive *archive, void *data, const void **block)
{
  Check *self = data;
  const gssize count
      = TEMP_FAILURE_RETRY (pread (self->job->fd, self->block, sizeof self->block, self->offset));

  *block = self->block;
  if (count < 0)
    {
      archive_set_error (archive, errno, "%s", g_strerror (errno));
      return ARCHIVE_FATAL;
    }
  self->offset += count;
  return count;
}

static la_int64_t
skip_bytes (struct archive *archive G_GNUC_UNUSED, void *data, la_int64_t count)
{
  Check *self = data;

  self->offset += count;
  return count;
}

static la_int64_t
seek_block (struct archive *archive, void *data, la_int64_t offset, int whence)
{
  Check *self = data;
  struct stat info = { 0 };

  if (whence == SEEK_END && fstat (self->job->fd, &info) != 0)
    {
      archive_set_error (archive, errno, "%s", g_strerror (errno));
      return ARCHIVE_FATAL;
    }
  self->offset = offset + (whence == SEEK_CUR ? self->offset : info.st_size);
  return self->offset;
}

static gboolean
refuse_archive (const Check *self, GError **error)
{
  const char *reason = archive_error_string (self->archive);

  if (archive_errno (self->archive) == ENOMEM)
    g_set_error_literal (error, RECON_ERROR, RECON_ERROR_INTERNAL, "there is not enough memory");
  else
    g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "the archive is damaged: %s",
                 reason == NULL ? "unreadable" : reason);
  return FALSE;
}

static gboolean
scan (const Check *self, XlsxScanner *scanner, GError **error)
{
  g_autofree char *block = g_malloc (BLOCK_BYTES);
  gssize length;

  while ((length = archive_read_data (self->archive, block, BLOCK_BYTES)) > 0)
    if (!xlsx_scanner_feed (scanner, block, (gsize) length, error))
      return FALSE;
  return length < 0 ? refuse_archive (self, error) : xlsx_scanner_finish (scanner, error);
}

static gboolean
compare_sheet (Check *self, guint64 number, const XlsxTally *found, GError **error)
{
  if (number == 0 || number > self->job->sheet_count)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "sheet %" G_GUINT64_FORMAT " is unknown",
                   number);
      return FALSE;
    }

  const XlsxTally *wanted = &self->job->sheets[number - 1];
  self->sheets_seen++;
  if (xlsx_tally_equal (found, wanted))
    return TRUE;
  g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT,
               "sheet %" G_GUINT64_FORMAT " holds %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT
               " cells%s",
               number, found->cells, wanted->cells,
               found->cells == wanted->cells ? ", not all as they were written" : "");
  return FALSE;
}

static gboolean
check_part (Check *self, const char *name, GError **error)
{
  g_autoptr (XlsxScanner) scanner = xlsx_scanner_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (needed_parts); i++)
    self->parts_seen += g_str_equal (name, needed_parts[i]) ? 1 : 0;
  if (!scan (self, scanner, error))
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  if (!g_str_has_prefix (name, SHEET_PREFIX))
    return TRUE;
  return compare_sheet (self, g_ascii_strtoull (name + strlen (SHEET_PREFIX), NULL, 10),
                        xlsx_scanner_tally (scanner), error);
}

/* Whoever comes to a part first takes it; none can come to a part before those ahead are taken. */
static gboolean
take_part (const Check *self)
{
  return g_atomic_int_compare_and_exchange (&self->job->next, self->part, self->part + 1);
}

static gboolean
check_parts (Check *self, GError **error)
{
  struct archive_entry *entry;
  int status;

  for (; (status = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK; self->part++)
    if (take_part (self) && !check_part (self, archive_entry_pathname (entry), error))
      return FALSE;
  return status == ARCHIVE_EOF || refuse_archive (self, error);
}

static int
open_archive (Check *self)
{
  archive_read_support_format_zip_seekable (self->archive);
  archive_read_set_read_callback (self->archive, read_block);
  archive_read_set_skip_callback (self->archive, skip_bytes);
  archive_read_set_seek_callback (self->archive, seek_block);
  archive_read_set_callback_data (self->archive, self);
  return archive_read_open1 (self->archive);
}

static gpointer
work (gpointer data)
{
  Check *self = data;

  self->archive = archive_read_new ();
  if (self->archive == NULL)
    g_set_error_literal (&self->error, RECON_ERROR, RECON_ERROR_INTERNAL,
                         "there is not enough memory");
  else if (open_archive (self) == ARCHIVE_OK)
    check_parts (self, &self->error);
  else
    refuse_archive (self, &self->error);
  archive_read_free (self->archive);
  return NULL;
}

/* The failure that stands first in the archive, so that the threads do not decide. */
static gboolean
judge (const Check *workers, GError **error)
{
  const Check *failed = NULL;
  guint sheets = 0, parts = 0;

  for (guint i = 0; i < WORKERS; i++)
    {
      sheets += workers[i].sheets_seen;
      parts += workers[i].parts_seen;
      if (workers[i].error != NULL && (failed == NULL || workers[i].part < failed->part))
        failed = &workers[i];
    }
  if (failed != NULL)
    g_propagate_error (error, g_error_copy (failed->error));
  else if (parts != G_N_ELEMENTS (needed_parts) || sheets != workers[0].job->sheet_count)
    g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "%u of %u sheets and %u of %u parts",
                 sheets, workers[0].job->sheet_count, parts, (guint) G_N_ELEMENTS (needed_parts));
  else
    return TRUE;
  return FALSE;
}

/* Where there is no thread to be had, one worker takes all the parts. */
gboolean
xlsx_check (int fd, const XlsxTally *sheets, guint count, GError **error)
{
  Job job = { .fd = fd, .sheets = sheets, .sheet_count = count };

  if (!archive_library_open (NULL))
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_INTERNAL,
                           LIBARCHIVE_SONAME " cannot be loaded");
      return FALSE;
    }
  g_autofree Check *workers = g_new0 (Check, WORKERS);

  for (guint i = 0; i < WORKERS; i++)
    workers[i].job = &job;
  Worker *second = worker_try_start ("xlsx-check", work, &workers[1]);
  work (&workers[0]);
  if (second != NULL)
    worker_finish (second);
  const gboolean fine = judge (workers, error);
  for (guint i = 0; i < WORKERS; i++)
    g_clear_error (&workers[i].error);
  return fine;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/xlsx-check.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "core/recon-error.h"
#include "io/xlsx-scanner.h"

#define BLOCK_BYTES (64 * 1024)
#define SHEET_PREFIX "xl/worksheets/sheet"

static const char *const needed_parts[] = { "[Content_Types].xml", "_rels/.rels",
                                            "docProps/app.xml",    "docProps/core.xml",
                                            "xl/workbook.xml",     "xl/styles.xml",
                                            "xl/theme/theme1.xml", "xl/_rels/workbook.xml.rels" };

typedef struct
{
  struct archive *archive;
  const XlsxTally *sheets;
  guint sheet_count;
  guint sheets_seen;
  guint parts_seen; /* of the needed ones */
} Check;

static gboolean
refuse_archive (const Check *self, GError **error)
{
  const char *reason = archive_error_string (self->archive);

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
  if (number == 0 || number > self->sheet_count)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "sheet %" G_GUINT64_FORMAT " is unknown",
                   number);
      return FALSE;
    }

  const XlsxTally *wanted = &self->sheets[number - 1];
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

static gboolean
check_parts (Check *self, GError **error)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK)
    if (!check_part (self, archive_entry_pathname (entry), error))
      return FALSE;
  if (status != ARCHIVE_EOF)
    return refuse_archive (self, error);
  if (self->parts_seen == G_N_ELEMENTS (needed_parts) && self->sheets_seen == self->sheet_count)
    return TRUE;
  g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "%u of %u sheets and %u of %u parts",
               self->sheets_seen, self->sheet_count, self->parts_seen,
               (guint) G_N_ELEMENTS (needed_parts));
  return FALSE;
}

gboolean
xlsx_check (const char *path, const XlsxTally *sheets, guint count, GError **error)
{
  Check self = { .archive = archive_read_new (), .sheets = sheets, .sheet_count = count };
  gboolean fine;

  g_assert (self.archive != NULL);
  archive_read_support_format_zip_seekable (self.archive);
  if (archive_read_open_filename (self.archive, path, BLOCK_BYTES) == ARCHIVE_OK)
    fine = check_parts (&self, error);
  else
    fine = refuse_archive (&self, error);
  archive_read_free (self.archive);
  return fine;
}

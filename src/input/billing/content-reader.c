/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/content-reader.h"

#include "base/recon-error.h"
#include "input/billing/foreign-text.h"
#include "input/billing/separator.h"
#include "input/bytes/text-decoder.h"

static gboolean
refuse_foreign (const char *name, Slice first_line, GError **error)
{
  const ForeignText *foreign = foreign_text_of (first_line);

  if (foreign == NULL)
    return TRUE;
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "%s: found %s, expected a billing file; %s",
               name, foreign->what, foreign->remedy);
  return FALSE;
}

gboolean
content_reader_read (const Content *content, const ReadPlan *plan, SpreadsheetSigns *signs,
                     const FileVisitor *visitor, gpointer data, GError **error)
{
  g_autoptr (TextDecoder) text
      = text_decoder_new (content->name, plan->encoding, content->read, content->stream);
  const Content decoded = { .name = content->name,
                            .index = content->index,
                            .read = text_decoder_read,
                            .stream = text,
                            .lines_before = content->lines_before };
  ReadPlan own = *plan;
  Slice first_line;

  if (!text_decoder_first_line (text, &first_line, error)
      || !refuse_foreign (content->name, first_line, error))
    return FALSE;
  own.format.signs = signs;
  own.separator = separator_of_header (first_line, plan->separator, plan->map);
  return file_reader_read (&decoded, &own, visitor, data, error);
}

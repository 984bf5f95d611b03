/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/content-reader.h"

#include <string.h>

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

guint32
content_reader_index_of (const InputSet *inputs, guint32 first, guint32 end, const char *path)
{
  if (path == NULL)
    return first;
  while (g_str_has_prefix (path, "./"))
    path += 2;
  while (first < end)
    {
      const guint32 middle = first + (end - first) / 2;
      const InputFile *file = &g_array_index (input_set_files (inputs), InputFile, middle);
      const int order = file->entry != NULL ? strcmp (file->entry, path) : 0;

      if (order == 0)
        return middle;
      if (order < 0)
        first = middle + 1;
      else
        end = middle;
    }
  return G_MAXUINT32;
}

guint32
content_reader_end_of_file (const InputSet *inputs, guint32 first)
{
  const GArray *files = input_set_files (inputs);
  const InputFile *file = &g_array_index (files, InputFile, first);
  guint32 end = first + 1;

  while (file->entry != NULL && end < files->len
         && g_array_index (files, InputFile, end).entry != NULL
         && strcmp (g_array_index (files, InputFile, end).path, file->path) == 0
         && strcmp (g_array_index (files, InputFile, end).entry,
                    g_array_index (files, InputFile, end - 1).entry)
                > 0)
    end++;
  return end;
}

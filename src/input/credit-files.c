/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/credit-files.h"

#include <string.h>

#include "base/recon-error.h"
#include "input/bytes/container.h"
#include "input/bytes/text-decoder.h"
#include "input/input-walk.h"
#include "input/rows/csv-reader.h"
#include "input/table/benefit-table.h"

#define START_BYTES 65536 /* within which a file says what it is */

/* Where a response has these, no billing file does. */
static const char *const response_words[] = { "\"properties\"", "\"value\"", "\"error\"" };

typedef struct
{
  char *text;
  gsize length;
} FileStart;

static gssize
read_container (void *container, char *buffer, gsize size, GError **error)
{
  return container_read (container, buffer, size, error);
}

/* The content at which @container stands, as UTF-8. */
static gboolean
read_start (Container *container, const char *name, const TableFormat *format, FileStart *start,
            GError **error)
{
  g_autoptr (TextDecoder) text
      = text_decoder_new (name, format->encoding, read_container, container);
  gssize count = 1;

  start->length = 0;
  for (; count > 0 && start->length < START_BYTES; start->length += (gsize) MAX (count, 0))
    count
        = text_decoder_read (text, start->text + start->length, START_BYTES - start->length, error);
  return count >= 0;
}

static gboolean
is_json (const FileStart *start)
{
  for (gsize i = 0; i < start->length; i++)
    if (!g_ascii_isspace (start->text[i]) && (guchar) start->text[i] < 0x80)
      return start->text[i] == '{' || start->text[i] == '[';
  return FALSE;
}

static gboolean
is_response (const FileStart *start)
{
  if (!is_json (start))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (response_words); i++)
    if (memmem (start->text, start->length, response_words[i], strlen (response_words[i])) != NULL)
      return TRUE;
  return FALSE;
}

static gssize
read_slice (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  Slice *rest = data;
  const gsize count = MIN (size, rest->length);

  memcpy (buffer, rest->text, count);
  rest->text += count;
  rest->length -= count;
  return (gssize) count;
}

static gboolean
fits (const FileStart *start, char separator, const TableForm *form, TableMap *map)
{
  Slice rest = { start->text, start->length };
  g_autoptr (CsvReader) reader = csv_reader_new ("", separator, read_slice, &rest);
  g_auto (TablePlaces) places = { 0 };
  const Row *row;

  return csv_reader_next (reader, &row, NULL) == CSV_ROW
         && table_form_bind (&places, form, row, map, "", NULL)
         && table_form_has_needed (&places, "", 1, NULL);
}

static gboolean
is_table_of (const FileStart *start, BenefitFileKind kind, const TableFormat *format)
{
  static const char separators[] = { ',', ';', '\t' };

  for (guint i = 0; i < G_N_ELEMENTS (separators) && start->length > 0; i++)
    if (fits (start, separators[i], benefit_table_form (kind), format->map))
      return TRUE;
  return FALSE;
}

static GPtrArray *
list_of (const CreditFiles *self, const FileStart *start, const TableFormat *format)
{
  if (is_response (start))
    return self->responses;
  if (is_json (start))
    return self->billing;
  if (is_table_of (start, BENEFIT_FILE_BENEFITS, format))
    return self->benefits;
  return is_table_of (start, BENEFIT_FILE_USE, format) ? self->uses : self->billing;
}

static void
end_lists (CreditFiles *self)
{
  g_ptr_array_add (self->billing, NULL);
  g_ptr_array_add (self->responses, NULL);
  g_ptr_array_add (self->benefits, NULL);
  g_ptr_array_add (self->uses, NULL);
}

/* The input of this name among those from @first on, which lie in one archive and are sorted by
   name; NULL: it is none. */
static const InputFile *
find_entry (const InputSet *inputs, guint first, const char *entry)
{
  guint low = first, end = input_walk_end_of_file (inputs, first);

  for (; g_str_has_prefix (entry, "./"); entry += 2)
    continue;
  while (low < end)
    {
      const guint middle = low + (end - low) / 2;
      const InputFile *file = input_set_file (inputs, middle);
      const int order = g_strcmp0 (file->entry, entry);
      if (order == 0)
        return file;
      if (order < 0)
        low = middle + 1;
      else
        end = middle;
    }
  return NULL;
}

static gboolean
refuse_mixed (const InputFile *file, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found a file of another kind than those before it in the archive, expected one "
               "kind of credit; unpack it and name its folder",
               file->name);
  return FALSE;
}

/* Puts the path that lies at @first, with all that it holds, where it belongs. */
static gboolean
sort_path (CreditFiles *self, const InputSet *inputs, guint first, const TableFormat *format,
           GError **error)
{
  const InputFile *file = input_set_file (inputs, first);
  g_autoptr (Container) container = container_open (file->name, file->path, NULL, error);
  g_autofree char *bytes = g_malloc (START_BYTES);
  FileStart start = { .text = bytes };
  GPtrArray *list = NULL;
  ContainerStep step = CONTAINER_REFUSED;
  const char *entry;

  while (container != NULL
         && (step = container_next (container, &entry, error)) == CONTAINER_CONTENT)
    {
      const InputFile *input = entry != NULL ? find_entry (inputs, first, entry) : file;
      if (input == NULL)
        continue;
      if (!read_start (container, input->name, format, &start, error))
        return FALSE;
      GPtrArray *own = list_of (self, &start, format);
      if (list != NULL && own != list)
        return refuse_mixed (input, error);
      list = own;
    }
  if (list != NULL)
    g_ptr_array_add (list, g_strdup (file->path));
  return step == CONTAINER_END;
}

gboolean
credit_files_sort (CreditFiles *self, const InputSet *inputs, const TableFormat *format,
                   GError **error)
{
  const guint32 count = input_set_files (inputs)->len;

  *self = (CreditFiles){ g_ptr_array_new_with_free_func (g_free),
                         g_ptr_array_new_with_free_func (g_free),
                         g_ptr_array_new_with_free_func (g_free),
                         g_ptr_array_new_with_free_func (g_free) };
  for (guint32 first = 0; first < count; first = input_walk_end_of_file (inputs, first))
    if (!sort_path (self, inputs, first, format, error))
      return FALSE;
  end_lists (self);
  return TRUE;
}

const char *const *
credit_files_paths (const GPtrArray *paths)
{
  return (const char *const *) paths->pdata;
}

void
credit_files_clear (CreditFiles *self)
{
  g_clear_pointer (&self->billing, g_ptr_array_unref);
  g_clear_pointer (&self->responses, g_ptr_array_unref);
  g_clear_pointer (&self->benefits, g_ptr_array_unref);
  g_clear_pointer (&self->uses, g_ptr_array_unref);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/shelf/shelf-catalogue.h"

#include "base/recon-error.h"
#include "input/shelf/shelf-options.h"

static void
volume_clear (gpointer data)
{
  shelf_head_clear (&((ShelfVolume *) data)->head);
}

void
shelf_catalogue_free (gpointer data)
{
  ShelfCatalogue *self = data;

  if (self == NULL)
    return;
  g_array_unref (self->volumes);
  g_ptr_array_unref (self->left);
  shelf_file_free (self->file);
  g_free (self);
}

static gboolean
check_reader (const ShelfCatalogue *self, const ShelfReader *reader, GError **error)
{
  return shelf_bytes_is_good (reader) || shelf_file_refuse (self->file, reader->fault, error);
}

static ShelfReader
reader_of (const GByteArray *bytes)
{
  return (ShelfReader){ .at = bytes->data, .end = bytes->data + bytes->len };
}

static gboolean
take_left (ShelfCatalogue *self, const ShelfSection *section, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!shelf_file_read (self->file, section, bytes, error))
    return FALSE;
  ShelfReader reader = reader_of (bytes);
  for (guint left = shelf_bytes_take_count (&reader, 1); left > 0; left--)
    g_ptr_array_add (self->left, slice_dup (shelf_bytes_take_slice (&reader, NULL)));
  return check_reader (self, &reader, error);
}

static gboolean
take_head (ShelfCatalogue *self, const ShelfSection *section, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  ShelfVolume volume = { .file = self->file, .head_section = section };

  if (!shelf_file_read (self->file, section, bytes, error))
    return FALSE;
  ShelfReader reader = reader_of (bytes);
  shelf_head_take (&reader, &volume.head);
  g_array_append_val (self->volumes, volume);
  return check_reader (self, &reader, error);
}

/* Those of the last volume come once each, in their order. */
static gboolean
take_of_volume (ShelfCatalogue *self, const ShelfSection *section)
{
  ShelfVolume *volume = self->volumes->len > 0
                            ? &g_array_index (self->volumes, ShelfVolume, self->volumes->len - 1)
                            : NULL;

  if (volume == NULL || volume->head.kind == KIND_SKIPPED)
    return FALSE;
  if (section->kind == SHELF_BOOKS && volume->books == NULL)
    volume->books = section;
  else if (section->kind == SHELF_CHARGES && volume->books != NULL && volume->charges == NULL)
    volume->charges = section;
  else if (section->kind == SHELF_ROWS && volume->charges != NULL && volume->rows == NULL)
    volume->rows = section;
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_complete (const ShelfCatalogue *self)
{
  const ShelfVolume *last
      = self->volumes->len > 0 ? &g_array_index (self->volumes, ShelfVolume, self->volumes->len - 1)
                               : NULL;

  return last == NULL || last->head.kind == KIND_SKIPPED || last->rows != NULL;
}

static gboolean
take_section (ShelfCatalogue *self, guint index, GError **error)
{
  const ShelfSection *section
      = &g_array_index (shelf_file_sections (self->file), ShelfSection, index);

  if (index < 2)
    {
      if (section->kind != (index == 0 ? SHELF_OPTIONS : SHELF_LEFT))
        return shelf_file_refuse (self->file, "sections in another order", error);
      return index == 0 || take_left (self, section, error);
    }
  if (section->kind == SHELF_HEAD && is_complete (self))
    return take_head (self, section, error);
  return take_of_volume (self, section)
         || shelf_file_refuse (self->file, "sections in another order", error);
}

ShelfCatalogue *
shelf_catalogue_new (const char *name, const char *path, GError **error)
{
  g_autoptr (ShelfCatalogue) self = g_new0 (ShelfCatalogue, 1);

  self->volumes = g_array_new (FALSE, FALSE, sizeof (ShelfVolume));
  g_array_set_clear_func (self->volumes, volume_clear);
  self->left = g_ptr_array_new_with_free_func (g_free);
  self->file = shelf_file_new (name, path, error);
  if (self->file == NULL)
    return NULL;
  const guint count = shelf_file_sections (self->file)->len;
  for (guint i = 0; i < count; i++)
    if (!take_section (self, i, error))
      return NULL;
  if (count < 2 || !is_complete (self))
    {
      shelf_file_refuse (self->file, "too few sections", error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

gboolean
shelf_catalogue_check (const ShelfCatalogue *self, const ReadPlan *plan, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!shelf_file_read (self->file,
                        &g_array_index (shelf_file_sections (self->file), ShelfSection, 0), bytes,
                        error))
    return FALSE;
  ShelfReader reader = reader_of (bytes);
  const char *option = shelf_options_differ (&reader, plan);
  if (!check_reader (self, &reader, error))
    return FALSE;
  if (option != NULL)
    g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                 "%s: found books that were folded with another %s, expected the same as here; "
                 "give the options of fold, or fold its files again",
                 shelf_file_name (self->file), option);
  return option == NULL;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/shelf/shelf-head.h"

/* Bits. */
#define IS_PART 1
#define IS_LAST 2
#define IS_JSON 4
#define LOST_FIRST_HEADER 8
#define IS_PACKED 16
#define FLAGS_ALL 31

void
shelf_head_clear (ShelfHead *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->sha256, g_free);
}

static guint
flags_of (const ShelfHead *head)
{
  return (head->is_part ? IS_PART : 0U) | (head->is_last ? IS_LAST : 0U)
         | (head->is_json ? IS_JSON : 0U) | (head->signs.first_header ? LOST_FIRST_HEADER : 0U)
         | (head->is_packed ? IS_PACKED : 0U);
}

void
shelf_head_put (ShelfWriter *self, const ShelfHead *head)
{
  shelf_bytes_put_text (self, head->name);
  shelf_bytes_put_number (self, head->kind);
  shelf_bytes_put_text (self, head->sha256);
  shelf_bytes_put_number (self, flags_of (head));
  shelf_bytes_put_number (self, head->size);
  shelf_bytes_put_number (self, head->offset);
  shelf_bytes_put_number (self, head->end);
  shelf_bytes_put_number (self, head->lines);
  shelf_bytes_put_number (self, head->signs.exponents);
  shelf_bytes_put_number (self, head->signs.short_skus);
  shelf_bytes_put_number (self, head->signs.cut_ids);
  shelf_bytes_put_number (self, head->short_rows);
}

void
shelf_head_take (ShelfReader *self, ShelfHead *head)
{
  head->name = shelf_bytes_take_text (self);
  head->kind = (FileKind) shelf_bytes_take_up_to (self, FILE_KIND_COUNT - 1);
  head->sha256 = shelf_bytes_take_text (self);
  const guint64 flags = shelf_bytes_take_up_to (self, FLAGS_ALL);
  head->is_part = (flags & IS_PART) != 0;
  head->is_last = (flags & IS_LAST) != 0;
  head->is_json = (flags & IS_JSON) != 0;
  head->signs.first_header = (flags & LOST_FIRST_HEADER) != 0;
  head->is_packed = (flags & IS_PACKED) != 0;
  head->size = shelf_bytes_take_number (self);
  head->offset = shelf_bytes_take_number (self);
  head->end = shelf_bytes_take_number (self);
  head->lines = shelf_bytes_take_number (self);
  head->signs.exponents = shelf_bytes_take_number (self);
  head->signs.short_skus = shelf_bytes_take_number (self);
  head->signs.cut_ids = shelf_bytes_take_number (self);
  head->short_rows = (guint) shelf_bytes_take_up_to (self, G_MAXUINT32);
  if (head->name == NULL || *head->name == '\0')
    shelf_bytes_fail (self, "a file without a name");
}

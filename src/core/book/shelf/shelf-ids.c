/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-ids.h"

#include <string.h>

/* How a text is told: head = length x 2, or 1 for a GUID in lower case, whose digits follow. */
#define HEAD_GUID 1
#define GUID_BYTES 16
#define GUID_LENGTH 36

static gboolean
is_dash (guint place)
{
  return place == 8 || place == 13 || place == 18 || place == 23;
}

/* The 32 digits of a GUID in lower case; FALSE: @text is none. */
static gboolean
read_guid (const char *text, guint8 bytes[GUID_BYTES])
{
  guint digits = 0;

  if (strlen (text) != GUID_LENGTH)
    return FALSE;
  for (guint i = 0; i < GUID_LENGTH; i++)
    {
      const int digit = g_ascii_isupper (text[i]) ? -1 : g_ascii_xdigit_value (text[i]);

      if (is_dash (i) ? text[i] != '-' : digit < 0)
        return FALSE;
      if (is_dash (i))
        continue;
      bytes[digits / 2] = (guint8) (digits % 2 == 0 ? digit << 4 : bytes[digits / 2] | digit);
      digits++;
    }
  return TRUE;
}

static void
write_guid (const guint8 bytes[GUID_BYTES], char text[GUID_LENGTH])
{
  static const char names[] = "0123456789abcdef";
  guint digits = 0;

  for (guint i = 0; i < GUID_LENGTH; i++)
    if (is_dash (i))
      text[i] = '-';
    else
      {
        text[i] = names[digits % 2 == 0 ? bytes[digits / 2] >> 4 : bytes[digits / 2] & 15];
        digits++;
      }
}

static void
put_text (ShelfWriter *self, const char *text)
{
  guint8 bytes[GUID_BYTES];

  if (read_guid (text, bytes))
    {
      shelf_bytes_put_number (self, HEAD_GUID);
      shelf_bytes_put_bytes (self, bytes, sizeof bytes);
      return;
    }
  shelf_bytes_put_number (self, strlen (text) * 2);
  shelf_bytes_put_bytes (self, text, strlen (text));
}

static void
put_kind (ShelfWriter *self, RowIdKind kind)
{
  const IdTable *table = self->ids->tables[kind];
  const guint count = id_table_count (table);
  g_autofree guint *sorted = g_new (guint, MAX (count, 1));

  self->ranks[kind] = id_table_ranks (table);
  for (guint number = 0; number < count; number++)
    sorted[self->ranks[kind][number]] = number;
  shelf_bytes_put_number (self, count);
  for (guint place = 0; place < count; place++)
    put_text (self, id_table_text (table, sorted[place]));
}

void
shelf_ids_put (ShelfWriter *self)
{
  for (guint kind = 0; kind < ROW_ID_KIND_COUNT; kind++)
    put_kind (self, kind);
}

void
shelf_ids_clear (ShelfWriter *self)
{
  for (guint kind = 0; kind < ROW_ID_KIND_COUNT; kind++)
    g_clear_pointer (&self->ranks[kind], g_free);
}

static Slice
take_text (ShelfReader *self, char guid[GUID_LENGTH])
{
  const guint64 head = shelf_bytes_take_number (self);
  const gsize length = head == HEAD_GUID ? GUID_BYTES : (gsize) (head / 2);
  const guint8 *bytes = shelf_bytes_take_bytes (self, length);

  if (bytes == NULL)
    return (Slice){ .text = "" };
  if (head == HEAD_GUID)
    {
      write_guid (bytes, guid);
      return (Slice){ .text = guid, .length = GUID_LENGTH };
    }
  if (head % 2 != 0 || !g_utf8_validate_len ((const char *) bytes, length, NULL)
      || memchr (bytes, 0, length) != NULL)
    shelf_bytes_fail (self, "an id that is not UTF-8");
  return (Slice){ .text = (const char *) bytes, .length = length };
}

static void
take_kind (ShelfReader *self, RowIds *ids, RowIdKind kind)
{
  char guid[GUID_LENGTH];
  const guint count = shelf_bytes_take_count (self, 1);

  self->ids[kind] = g_new0 (guint32, MAX (count, 1));
  for (guint i = 0; i < count; i++)
    {
      const Slice text = take_text (self, guid);

      if (!shelf_bytes_is_good (self))
        return;
      self->ids[kind][i] = row_ids_add (ids, kind, text);
    }
  self->id_counts[kind] = count;
}

void
shelf_ids_take (ShelfReader *self, RowIds *ids)
{
  for (guint kind = 0; kind < ROW_ID_KIND_COUNT && shelf_bytes_is_good (self); kind++)
    take_kind (self, ids, kind);
}

void
shelf_ids_forget (ShelfReader *self)
{
  for (guint kind = 0; kind < ROW_ID_KIND_COUNT; kind++)
    {
      g_clear_pointer (&self->ids[kind], g_free);
      self->id_counts[kind] = 0;
    }
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/shelf/shelf-options.h"

#include <string.h>

/* What stands there, in this order. */
typedef enum
{
  SHELF_OPTION_DECIMAL_COMMA,
  SHELF_OPTION_DAY_FIRST,
  SHELF_OPTION_SEPARATOR,
  SHELF_OPTION_COUNT
} ShelfOption;

const HashKey *
shelf_options_key (void)
{
  static const HashKey key = { .k0 = G_GUINT64_CONSTANT (0x41434f424f4f4b53),
                               .k1 = G_GUINT64_CONSTANT (0x6b65792076312e30) };
  return &key;
}

static void
put_reasons (ShelfWriter *self, const char *const *reasons)
{
  const guint count = reasons != NULL ? g_strv_length ((char **) (guintptr) reasons) : 0;

  shelf_bytes_put_number (self, count);
  for (guint i = 0; i < count; i++)
    shelf_bytes_put_text (self, reasons[i]);
}

static void
put_map (ShelfWriter *self, const ColumnMap *map)
{
  shelf_bytes_put_number (self, column_map_count (map));
  for (guint i = 0; i < column_map_count (map); i++)
    {
      const char *folded = column_map_folded (map, i);

      shelf_bytes_put_number (self, column_map_role (map, folded));
      shelf_bytes_put_text (self, folded);
    }
}

void
shelf_options_put (ShelfWriter *self, const ReadPlan *plan)
{
  shelf_bytes_put_number (self, plan->format.decimal_mark);
  shelf_bytes_put_number (self, plan->format.date_order);
  shelf_bytes_put_number (self, (guchar) plan->separator);
  shelf_bytes_put_text (self, plan->encoding);
  put_reasons (self, plan->aco_reasons);
  put_map (self, plan->map);
}

static const char *
compare_parts (ShelfReader *self, ShelfReader *own)
{
  static const char *const names[SHELF_OPTION_COUNT]
      = { "--decimal-comma", "--day-first", "--decimal-comma" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (shelf_bytes_take_number (self) != shelf_bytes_take_number (own))
      return names[i];
  g_autofree char *encoding = shelf_bytes_take_text (self);
  g_autofree char *own_encoding = shelf_bytes_take_text (own);
  if (g_strcmp0 (encoding, own_encoding) != 0)
    return "--encoding";
  const guint reasons = shelf_bytes_take_count (self, 1);
  gboolean same = reasons == shelf_bytes_take_count (own, 1);
  for (guint i = 0; i < reasons && same; i++)
    {
      g_autofree char *reason = shelf_bytes_take_text (self);
      g_autofree char *own_reason = shelf_bytes_take_text (own);
      same = g_strcmp0 (reason, own_reason) == 0;
    }
  if (!same)
    return "--aco-reason";
  const gsize left = (gsize) (self->end - self->at), own_left = (gsize) (own->end - own->at);
  return left == own_left && memcmp (self->at, own->at, left) == 0 ? NULL : "--map";
}

const char *
shelf_options_differ (ShelfReader *self, const ReadPlan *plan)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  ShelfWriter writer = { .bytes = bytes };

  shelf_options_put (&writer, plan);
  ShelfReader own = { .at = bytes->data, .end = bytes->data + bytes->len };
  const char *differs = compare_parts (self, &own);
  return shelf_bytes_is_good (self) ? differs : NULL;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fuzz-mutate.h"

#include <json.h>

/* What cells of bills are, at their edges; of no kind in particular. */
static const char *const words[] = {
  "0",
  "-0",
  "0.00",
  "0.005",
  "-0.005",
  "1e2",
  "1E-38",
  "99999999999999999999999999999999999999",
  "-99999999999999999999999999999999999999.5",
  "1,5",
  "1.234,56",
  "'12",
  "+7",
  "12.",
  ".5",
  "NaN",
  "2026-09-30",
  "2026-10-01",
  "2026-10-31T23:59:59Z",
  "2024-02-29",
  "2025-02-29",
  "2/29/2024",
  "10/31/2026",
  "31/10/2026",
  "0001-01-01",
  "9999-12-31",
  "2026-10",
  "202610",
  "October 2026",
  "CustomerId",
  "Month",
  "CreditAmount",
  "BalanceAmount",
  "Currency",
  "AgreementId",
  "InvoiceNumber",
  "ChargeType",
  "Subtotal",
  "TaxTotal",
  "Total",
  "UsageDate",
  "BillingPreTaxTotal",
  "PCToBCExchangeRate",
  "PartnerEarnedCreditPercentage",
  "ProductId",
  "SkuId",
  "CreditReasonCode",
  "USD",
  "usd",
  "EUR",
  "JPY",
  "KWD",
  "azure credit",
  "new",
  "cycleFee",
  "refund",
  "true",
  "null",
  "",
  " ",
  "\"",
  "\"\"",
  "a\"b",
  "=1+1",
  "\xef\xbb\xbf",
  "\xc3\xa9",
  "\xff",
  "1f0e1b6e-0000-0000-0000-000000000000",
  "{1F0E1B6E-0000-0000-0000-000000000000}",
};

/* Chance that a seed decides. */
typedef struct
{
  guint64 state;
} Chance;

static guint
draw (Chance *self, gsize count)
{
  self->state = self->state * 6364136223846793005u + 1442695040888963407u;
  return count == 0 ? 0 : (guint) ((self->state >> 33) % count);
}

static Slice
draw_word (Chance *self)
{
  return slice_of (words[draw (self, G_N_ELEMENTS (words))]);
}

/* CSV. */

typedef struct
{
  GArray *cells; /* of Slice */
  GArray *rows;  /* of guint: how many cells there are before the end of each */
  char separator;
} Table;

static Slice
take_until (Slice *rest, char end)
{
  const char *found = rest->length > 0 ? memchr (rest->text, end, rest->length) : NULL;
  const gsize length = found != NULL ? (gsize) (found - rest->text) : rest->length;
  const Slice taken = { rest->text, length };

  rest->text += length + (found != NULL);
  rest->length -= length + (found != NULL);
  return taken;
}

static void
init_table (Table *self, Slice text)
{
  const Slice first = { text.text, strcspn (text.text, "\n") };

  self->cells = g_array_new (FALSE, FALSE, sizeof (Slice));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->separator = memchr (first.text, ';', first.length) != NULL    ? ';'
                    : memchr (first.text, '\t', first.length) != NULL ? '\t'
                                                                      : ',';
  while (text.length > 0)
    {
      Slice line = take_until (&text, '\n');
      gboolean goes_on;

      do
        {
          const gsize left = line.length;
          const Slice cell = take_until (&line, self->separator);

          g_array_append_val (self->cells, cell);
          goes_on = cell.length < left;
        }
      while (goes_on);
      g_array_append_val (self->rows, self->cells->len);
    }
}

static void
clear_table (Table *self)
{
  g_array_unref (self->cells);
  g_array_unref (self->rows);
}

static guint
row_start (const Table *self, guint row)
{
  return row > 0 ? g_array_index (self->rows, guint, row - 1) : 0;
}

static guint
row_length (const Table *self, guint row)
{
  return g_array_index (self->rows, guint, row) - row_start (self, row);
}

static Slice *
cell_at (const Table *self, guint row, guint column)
{
  return &g_array_index (self->cells, Slice, row_start (self, row) + column);
}

static void
append_cells (const Table *self, guint row, GString *out)
{
  for (guint i = 0; i < row_length (self, row); i++)
    {
      const Slice *cell = cell_at (self, row, i);

      if (i > 0)
        g_string_append_c (out, self->separator);
      g_string_append_len (out, cell->text, (gssize) cell->length);
    }
  g_string_append_c (out, '\n');
}

static void
swap_slices (Slice *a, Slice *b)
{
  const Slice held = *a;

  *a = *b;
  *b = held;
}

static void
swap_columns (Table *self, guint a, guint b)
{
  for (guint row = 0; row < self->rows->len; row++)
    if (MAX (a, b) < row_length (self, row))
      swap_slices (cell_at (self, row, a), cell_at (self, row, b));
}

/* A cell in quotes, those in it doubled. @room lives as long as the table. */
static Slice
in_quotes (Slice cell, GString *room)
{
  g_string_append_c (room, '"');
  for (gsize i = 0; i < cell.length; i++)
    {
      if (cell.text[i] == '"')
        g_string_append_c (room, '"');
      g_string_append_c (room, cell.text[i]);
    }
  g_string_append_c (room, '"');
  return (Slice){ room->str, room->len };
}

static Slice
other_digit (Slice cell, GString *room, Chance *chance)
{
  g_string_append_len (room, cell.text, (gssize) cell.length);
  if (cell.length > 0)
    room->str[draw (chance, cell.length)] = "0123456789-.,/'"[draw (chance, 15)];
  return (Slice){ room->str, room->len };
}

static void
change_cell (Table *self, guint row, Chance *chance, GString *room)
{
  const guint column = draw (chance, row_length (self, row));
  const guint other = draw (chance, self->rows->len);
  Slice *cell = cell_at (self, row, column);

  switch (draw (chance, 6))
    {
    case 0:
      *cell = in_quotes (*cell, room);
      break;
    case 1:
      *cell = other_digit (*cell, room, chance);
      break;
    case 2:
      if (column < row_length (self, other)) /* as another row has it */
        *cell = *cell_at (self, other, column);
      break;
    case 3:
      swap_slices (cell, cell_at (self, row, draw (chance, row_length (self, row))));
      break;
    default:
      *cell = draw_word (chance);
      break;
    }
}

/* Rows in their order, but for @row, of which there are @times, and @other, which changes places
   with the one behind it. */
static void
append_rows (const Table *self, guint row, guint times, guint other, GString *out)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const guint at = i == other && i + 1 < self->rows->len ? i + 1
                       : i > 0 && i == other + 1             ? other
                                                             : i;

      for (guint k = 0; k < (at == row ? times : 1); k++)
        append_cells (self, at, out);
    }
}

static size_t
put_back (const GString *text, guint8 *data, size_t room)
{
  const size_t length = MIN (text->len, room);

  memcpy (data, text->str, length);
  return length;
}

static void
change_table (Table *self, Chance *chance, GString *out)
{
  g_autoptr (GString) room = g_string_new (NULL);
  const guint row = draw (chance, self->rows->len);
  const guint what = draw (chance, 8);

  if (what == 0)
    swap_columns (self, draw (chance, row_length (self, row)),
                  draw (chance, row_length (self, row)));
  else if (what >= 4)
    change_cell (self, row, chance, room);
  append_rows (self, row, what == 1 ? 0 : what == 2 ? 2 : 1, what == 3 ? row : G_MAXUINT - 1, out);
}

size_t
fuzz_mutate_csv (guint8 *data, size_t size, size_t room, guint seed)
{
  Chance chance = { seed };
  g_autofree char *copy = g_strndup ((const char *) data, size);
  Slice rest = { copy, strlen (copy) };
  const Slice choices = take_line (&rest);
  g_autoptr (GString) out = g_string_new_len (choices.text, (gssize) choices.length);
  Table table;

  g_string_append_c (out, '\n');
  init_table (&table, rest);
  if (table.rows->len > 0)
    change_table (&table, &chance, out);
  clear_table (&table);
  return put_back (out, data, room);
}

/* JSON. */

static struct json_object *
draw_value (Chance *chance)
{
  const Slice word = draw_word (chance);

  switch (draw (chance, 6))
    {
    case 0:
      return NULL;
    case 1:
      return json_object_new_boolean ((json_bool) draw (chance, 2));
    case 2:
      return json_object_new_int64 ((gint64) draw (chance, 3) - 1);
    case 3:
      return json_object_new_array ();
    default:
      return json_object_new_string_len (word.text, (int) word.length);
    }
}

static void
change_array (struct json_object *array, Chance *chance)
{
  const gsize length = json_object_array_length (array);
  const gsize place = draw (chance, length);

  switch (draw (chance, 4))
    {
    case 0:
      if (length > 0)
        json_object_array_del_idx (array, place, 1);
      break;
    case 1:
      if (length > 0) /* once more */
        json_object_array_add (array, json_object_get (json_object_array_get_idx (array, place)));
      break;
    case 2:
      if (length > 0)
        json_object_array_put_idx (array, place, draw_value (chance));
      break;
    default:
      json_object_array_add (array, draw_value (chance));
      break;
    }
}

static void
change_object (struct json_object *object, Chance *chance)
{
  const gsize place = draw (chance, (gsize) json_object_object_length (object));
  g_autofree char *name = NULL;
  struct json_object *value = NULL;
  gsize i = 0;

  json_object_object_foreach (object, key, found)
  {
    if (i++ != place)
      continue;
    name = g_strdup (key);
    value = json_object_get (found);
  }
  if (name == NULL)
    name = g_strdup ("value");
  switch (draw (chance, 4))
    {
    case 0:
      json_object_object_del (object, name);
      break;
    case 1:
      json_object_object_add (object, words[draw (chance, G_N_ELEMENTS (words))], value);
      return;
    default:
      json_object_object_add (object, name, draw_value (chance));
      break;
    }
  json_object_put (value);
}

/* Some way down from @node. */
static void
change_below (struct json_object *node, Chance *chance)
{
  const gboolean goes_on = draw (chance, 4) != 0;
  struct json_object *child = NULL;
  gsize place, i = 0;

  if (json_object_is_type (node, json_type_array))
    {
      place = draw (chance, json_object_array_length (node));
      child = json_object_array_length (node) > 0 ? json_object_array_get_idx (node, place) : NULL;
    }
  else
    {
      place = draw (chance, (gsize) json_object_object_length (node));
      json_object_object_foreach (node, key, found)
      {
        (void) key;
        if (i++ == place)
          child = found;
      }
    }
  if (goes_on
      && (json_object_is_type (child, json_type_array)
          || json_object_is_type (child, json_type_object)))
    change_below (child, chance);
  else if (json_object_is_type (node, json_type_array))
    change_array (node, chance);
  else
    change_object (node, chance);
}

/* FALSE: @text is no document. */
static gboolean
change_document (Slice text, Chance *chance, GString *out)
{
  struct json_tokener *tokener = json_tokener_new ();
  struct json_object *root
      = text.length > 0 ? json_tokener_parse_ex (tokener, text.text, (int) text.length) : NULL;
  const gboolean is_document
      = json_object_is_type (root, json_type_array) || json_object_is_type (root, json_type_object);

  if (is_document)
    {
      change_below (root, chance);
      g_string_append (out, json_object_to_json_string_ext (root, JSON_C_TO_STRING_PLAIN));
    }
  json_object_put (root);
  json_tokener_free (tokener);
  return is_document;
}

/* A document, or one of the documents that are lines; anything else like rows of a table. */
size_t
fuzz_mutate_json (guint8 *data, size_t size, size_t room, guint seed)
{
  Chance chance = { seed };
  g_autofree char *copy = g_strndup ((const char *) data, size);
  Slice rest = { copy, strlen (copy) };
  const Slice choices = take_line (&rest);
  g_autoptr (GString) out = g_string_new_len (choices.text, (gssize) choices.length);
  gboolean is_changed = FALSE;

  g_string_append_c (out, '\n');
  if (draw (&chance, 4) != 0 && change_document (rest, &chance, out))
    return put_back (out, data, room);
  const guint wanted = draw (&chance, 4);
  for (guint i = 0; rest.length > 0; i++)
    {
      const Slice line = take_line (&rest);
      const gboolean changes = i == wanted && change_document (line, &chance, out);

      if (!changes)
        g_string_append_len (out, line.text, (gssize) line.length);
      is_changed = is_changed || changes;
      g_string_append_c (out, '\n');
    }
  return is_changed ? put_back (out, data, room) : fuzz_mutate_csv (data, size, room, seed);
}

size_t
fuzz_cross_lines (Slice a, Slice b, guint8 *out, size_t room, guint seed)
{
  Chance chance = { seed };
  g_autoptr (GString) text = g_string_new (NULL);

  while (a.length > 0 || b.length > 0)
    {
      const Slice from_a = take_line (&a), from_b = take_line (&b);
      const guint which = text->len == 0 ? 0 : draw (&chance, 4);
      const gboolean has_a = from_a.length > 0, has_b = from_b.length > 0;

      if (has_a && which != 1)
        g_string_append_len (text, from_a.text, (gssize) from_a.length);
      if (has_a && has_b && which == 2)
        g_string_append_c (text, '\n');
      if (has_b && (which == 1 || which == 2))
        g_string_append_len (text, from_b.text, (gssize) from_b.length);
      g_string_append_c (text, '\n');
    }
  const size_t length = MIN (text->len, room);
  memcpy (out, text->str, length);
  return length;
}

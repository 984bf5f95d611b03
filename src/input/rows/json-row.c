/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-row.h"

#include <string.h>

#include "base/name-fold.h"
#include "input/rows/json-string.h"

/* Objects of a file mostly have the same keys in the same order, so the column after the one of
 * the key before is tried first; the trees are for the others. */

typedef struct
{
  char *text;
  Slice name; /* of text */
  char *folded;
  guint index;
  guint64 row; /* the last one that had it; rows count from 1 */
  JsonValue value;
} Column;

struct JsonRow
{
  GPtrArray *columns; /* of Column */
  GTree *by_name;     /* Column -> itself */
  GTree *by_folded;
  guint64 row;
  guint last;     /* the column of the last key */
  guint next;     /* the column that is tried first */
  gsize length;   /* of the object */
  char *store;    /* unescaped strings */
  gsize capacity; /* of store */
};

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Column *x = a, *y = b;
  const gsize length = MIN (x->name.length, y->name.length);
  const int order = memcmp (x->name.text, y->name.text, length);

  return order != 0 ? order : (x->name.length > y->name.length) - (x->name.length < y->name.length);
}

static int
compare_folded (gconstpointer a, gconstpointer b)
{
  const Column *x = a, *y = b;
  return strcmp (x->folded, y->folded);
}

static void
column_free (gpointer data)
{
  Column *self = data;

  g_free (self->text);
  g_free (self->folded);
  g_free (self);
}

JsonRow *
json_row_new (void)
{
  JsonRow *self = g_new0 (JsonRow, 1);

  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->by_name = g_tree_new (compare_names);
  self->by_folded = g_tree_new (compare_folded);
  return self;
}

void
json_row_free (JsonRow *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->by_name);
  g_tree_unref (self->by_folded);
  g_ptr_array_unref (self->columns);
  g_free (self->store);
  g_free (self);
}

static Column *
column_at (const JsonRow *self, guint index)
{
  return g_ptr_array_index (self->columns, index);
}

/* NULL: there are too many. Takes @folded over. */
static Column *
add_column (JsonRow *self, Slice name, char *folded)
{
  if (self->columns->len == CSV_COLUMNS_MAX)
    {
      g_free (folded);
      return NULL;
    }

  Column *column = g_new0 (Column, 1);

  column->text = slice_dup (name);
  column->name = (Slice){ column->text, name.length };
  column->folded = folded;
  column->index = self->columns->len;
  g_ptr_array_add (self->columns, column);
  g_tree_insert (self->by_name, column, column);
  if (folded[0] != '\0')
    g_tree_insert (self->by_folded, column, column);
  return column;
}

/* Keys of punctuation alone are columns without a name, each of its own. */
static Column *
find_column (JsonRow *self, Slice name)
{
  const Column probe = { .name = name };
  Column *column = g_tree_lookup (self->by_name, &probe);

  if (column != NULL)
    return column;

  char *folded = name_fold (name.text, name.length);
  const Column folded_probe = { .folded = folded };

  column = folded[0] != '\0' ? g_tree_lookup (self->by_folded, &folded_probe) : NULL;
  if (column == NULL)
    return add_column (self, name, folded);
  g_free (folded);
  return column;
}

static Column *
column_of_key (JsonRow *self, const JsonValue *key)
{
  char unescaped[JSON_KEY_BYTES_MAX];
  Slice name = key->text;

  if (key->is_escaped)
    name = (Slice){ unescaped, json_string_unescape (key->text, unescaped) };
  if (self->next < self->columns->len)
    {
      Column *likely = column_at (self, self->next);

      if (likely->name.length == name.length
          && memcmp (likely->name.text, name.text, name.length) == 0)
        return likely;
    }
  return find_column (self, name);
}

static JsonRowVerdict
take_member (JsonRow *self, JsonScan *scan, const JsonValue *key)
{
  if (key->text.length > JSON_KEY_BYTES_MAX)
    return JSON_ROW_LONG_KEY;

  Column *column = column_of_key (self, key);

  if (column == NULL)
    return JSON_ROW_MANY_KEYS;
  self->last = column->index;
  self->next = column->index + 1;
  if (column->row == self->row)
    return JSON_ROW_TWICE;
  column->row = self->row;
  if (!json_scan_value (scan, &column->value))
    return JSON_ROW_UNSOUND;
  return column->value.text.length <= CSV_CELL_BYTES_MAX ? JSON_ROW_TAKEN : JSON_ROW_LONG_CELL;
}

JsonRowVerdict
json_row_take (JsonRow *self, JsonScan *scan)
{
  const gsize begin = scan->at;
  JsonRowVerdict verdict;
  JsonValue key;
  JsonStep step;

  self->row++;
  self->next = 0;
  if (!json_scan_byte (scan, '{'))
    return JSON_ROW_UNSOUND;
  scan->depth++;
  for (gboolean is_first = TRUE; (step = json_scan_key (scan, is_first, &key)) == JSON_MEMBER;
       is_first = FALSE)
    if ((verdict = take_member (self, scan, &key)) != JSON_ROW_TAKEN)
      return verdict;
  if (step == JSON_BROKEN)
    return JSON_ROW_UNSOUND;
  scan->depth--;
  self->length = scan->at - begin;
  return JSON_ROW_TAKEN;
}

guint
json_row_last_column (const JsonRow *self)
{
  return self->last;
}

guint
json_row_column_count (const JsonRow *self)
{
  return self->columns->len;
}

const char *
json_row_column_name (const JsonRow *self, guint column)
{
  return column_at (self, column)->text;
}

/* Unescaping never makes a text longer: all cells together need no more room than the object. */
static void
make_store (JsonRow *self)
{
  if (self->length <= self->capacity)
    return;
  self->capacity = self->length;
  g_free (self->store);
  self->store = g_malloc (self->capacity);
}

void
json_row_cells (JsonRow *self, const guint *columns, gsize count, Slice *cells)
{
  gsize stored = 0;

  make_store (self);
  for (gsize i = 0; i < count; i++)
    {
      const Column *column = columns[i] < self->columns->len ? column_at (self, columns[i]) : NULL;

      if (column == NULL || column->row != self->row || column->value.kind == JSON_NULL)
        cells[i] = (Slice){ "", 0 };
      else if (column->value.is_escaped)
        {
          char *text = self->store + stored;
          cells[i] = (Slice){ text, json_string_unescape (column->value.text, text) };
          stored += cells[i].length;
        }
      else
        cells[i] = column->value.text;
    }
}

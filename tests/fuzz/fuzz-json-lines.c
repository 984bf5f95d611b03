/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <json.h>

#include "base/recon-error.h"
#include "fuzz-mutate.h"
#include "fuzz-stream.h"
#include "input/manifest.h"
#include "input/rows/json-reader.h"

/*
 * The JSON reader against json-c: every row it hands out is an object to json-c too, with the same
 * keys and values, and an array that json-c reads has as many rows. How the bytes arrive makes no
 * difference, nor whether all columns are asked for or a few. The same bytes as the manifest of an
 * export are taken or refused.
 *
 * Choices: two for the columns that are asked for; the rest are lengths of reads.
 */

FUZZ_MUTATES (fuzz_mutate_json)

typedef struct
{
  Slice bytes;
  guint mask; /* of the first eight columns */
  gsize rows;
} Case;

/* NULL: it is no JSON. (transfer full) */
static struct json_object *
parse (Slice text)
{
  struct json_tokener *tokener = json_tokener_new_ex (64);

  json_tokener_set_flags (tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
  /* A number ends only when something follows. */
  g_autofree char *ended = g_strdup_printf ("%.*s ", (int) text.length, text.text);
  struct json_object *object = json_tokener_parse_ex (tokener, ended, (int) strlen (ended));
  const gboolean sound = json_tokener_get_error (tokener) == json_tokener_success
                         && json_tokener_get_parse_end (tokener) >= text.length;
  json_tokener_free (tokener);
  if (sound)
    return object;
  json_object_put (object);
  return NULL;
}

static gboolean
cell_is (Slice cell, struct json_object *value)
{
  switch (json_object_get_type (value))
    {
    case json_type_null:
      return cell.length == 0;
    case json_type_boolean:
      return slice_equals_folded (cell, json_object_get_boolean (value) ? "true" : "false");
    case json_type_string:
      return cell.length == (gsize) json_object_get_string_len (value)
             && memcmp (cell.text, json_object_get_string (value), cell.length) == 0;
    case json_type_int:
    case json_type_double:
    case json_type_array:
    case json_type_object:
    default:
      break;
    }
  struct json_object *again = parse (cell);
  const gboolean is_equal = json_object_equal (again, value) != 0;
  json_object_put (again);
  return is_equal;
}

/* Of the columns @names, which are all there are. */
static void
check_row (const Row *row, const GPtrArray *names)
{
  struct json_object *object = parse (row->raw);
  guint found = 0;

  REQUIRE (object != NULL && json_object_is_type (object, json_type_object));
  REQUIRE (row->cell_count == names->len);
  for (guint i = 0; i < names->len; i++)
    {
      struct json_object *value;

      if (json_object_object_get_ex (object, g_ptr_array_index (names, i), &value))
        {
          REQUIRE (cell_is (row->cells[i], value));
          found++;
        }
    }
  /* A key may be another way to write the name of a column. */
  REQUIRE (found <= (guint) json_object_object_length (object));
  json_object_put (object);
}

static void
take_names (const Row *row, GPtrArray *names, GString *told)
{
  REQUIRE (row->cell_count >= names->len);
  for (guint i = 0; i < row->cell_count; i++)
    {
      if (i == names->len)
        g_ptr_array_add (names, slice_dup (row->cells[i]));
      REQUIRE (strncmp (g_ptr_array_index (names, i), row->cells[i].text, row->cells[i].length)
               == 0);
      g_string_append_printf (told, "%s|", (char *) g_ptr_array_index (names, i));
    }
  g_string_append_c (told, '\n');
}

static gsize
choose_columns (guint mask, gboolean wants_all, guint count, guint columns[])
{
  gsize chosen = 0;

  for (guint i = 0; i < count; i++)
    if (wants_all || (i < 8 && (mask & 1U << i) != 0))
      columns[chosen++] = i;
  return chosen;
}

static void
tell_row (const Case *this, const Row *row, gboolean has_all, GString *told)
{
  guint at = 0;

  g_string_append_printf (told, "%" G_GUINT64_FORMAT " %u ", row->line, row->cell_count);
  g_string_append_len (told, row->raw.text, (gssize) row->raw.length);
  for (guint i = 0; i < MIN (row->cell_count, 8); i++)
    if ((this->mask & 1U << i) != 0)
      {
        const Slice cell = row->cells[has_all ? i : at++];

        g_string_append_printf (told, "[%" G_GSIZE_FORMAT ":", cell.length);
        g_string_append_len (told, cell.text, (gssize) cell.length);
        g_string_append_c (told, ']');
      }
  g_string_append_c (told, '\n');
}

/* Everything the reader tells. (transfer full) */
static GString *
read_stream (Case *this, Slice pieces, gboolean wants_all)
{
  FuzzStream stream = { .bytes = this->bytes, .pieces = pieces };
  g_autoptr (JsonReader) reader = json_reader_new ("f.json", fuzz_stream_read, &stream);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *columns = g_new (guint, CSV_COLUMNS_MAX);
  g_autoptr (GError) error = NULL;
  GString *told = g_string_new (NULL);
  const Row *row;
  JsonReaderStep step;

  this->rows = 0;
  while ((step = json_reader_next (reader, &row, &error)) == JSON_READER_COLUMNS
         || step == JSON_READER_ROW)
    if (step == JSON_READER_COLUMNS)
      {
        take_names (row, names, told);
        json_reader_want (reader, columns,
                          choose_columns (this->mask, wants_all, names->len, columns));
      }
    else
      {
        this->rows++;
        tell_row (this, row, wants_all, told);
        if (wants_all)
          check_row (row, names);
      }
  REQUIRE ((step == JSON_READER_REFUSED) == (error != NULL));
  REQUIRE (error == NULL || g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  return g_string_append (told, error != NULL ? error->message : "end");
}

static void
check_same (Case *this, Slice pieces, gboolean wants_all, const GString *expected)
{
  GString *told = read_stream (this, pieces, wants_all);

  REQUIRE (g_string_equal (told, expected));
  g_string_free (told, TRUE);
}

/* An array of objects as a whole. */
static void
check_count (const Case *this)
{
  struct json_object *whole
      = memchr (this->bytes.text, '\0', this->bytes.length) == NULL ? parse (this->bytes) : NULL;

  if (whole != NULL && json_object_is_type (whole, json_type_array))
    REQUIRE (this->rows == json_object_array_length (whole));
  json_object_put (whole);
}

static gboolean
has_blob (const char *path, gpointer data G_GNUC_UNUSED)
{
  return strlen (path) % 2 == 0;
}

static void
check_manifest (Slice bytes)
{
  g_autoptr (Manifest) manifest = manifest_new ("f/manifest.json", bytes.text, bytes.length);
  g_autoptr (GError) error = NULL;

  if (manifest != NULL && !manifest_check (manifest, has_blob, NULL, &error))
    REQUIRE (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  Case this;
  Choices choices = take_choices (data, size, &this.bytes);

  this.mask = choose (&choices, 16) | choose (&choices, 16) << 4;
  GString *told = read_stream (&this, slice_of (""), TRUE);
  if (g_str_has_suffix (told->str, "end"))
    check_count (&this);
  check_same (&this, (Slice){ choices.at, choices.left }, TRUE, told);
  check_same (&this, slice_of ("0"), FALSE, told);
  g_string_free (told, TRUE);
  check_manifest (this.bytes);
  return 0;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/manifest.h"

#include <json-c/json.h>
#include <string.h>

#include "base/printable.h"
#include "base/recon-error.h"
#include "base/slice.h"

#define BEGINNING_BYTES (64 * 1024)
#define READ_BYTES 4096
#define NAMES_SHOWN 10
#define DEPTH_MAX 32

struct Manifest
{
  char *path;
  GPtrArray *blobs; /* char *: their names, without what follows a '?' or '#'; may hold a secret */
  gint64 blob_count;
};

void
manifest_free (Manifest *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_ptr_array_unref (self->blobs);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_tokener, json_tokener_free)

static struct json_object *
parse (const char *text, gsize length)
{
  g_autoptr (json_tokener) tokener = json_tokener_new_ex (DEPTH_MAX);

  json_tokener_set_flags (tokener, JSON_TOKENER_STRICT);
  struct json_object *object = json_tokener_parse_ex (tokener, text, (int) length);
  if (object == NULL || json_tokener_get_error (tokener) == json_tokener_success)
    return object;
  json_object_put (object);
  return NULL;
}

/* The value of a key in any case, of this type; NULL: there is none. */
static struct json_object *
member (struct json_object *object, const char *lower, enum json_type type)
{
  if (!json_object_is_type (object, json_type_object))
    return NULL;
  json_object_object_foreach (object, key, value)
  {
    if (slice_equals_folded (slice_of (key), lower))
      return json_object_is_type (value, type) ? value : NULL;
  }
  return NULL;
}

/* What begins the query of an address, or stands in for it where somebody wrote or escaped it in
   another way, and the key of the secret itself. */
static const char *const query_marks[]
    = { "?", "#", ";", "&", "%3f", "%23", "%3b", "%26", "%25", "sig=", "sig%3d" };

/* @name up to where a secret may begin. (transfer full) */
static char *
without_query (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  gsize length = strlen (name);

  for (gsize i = 0; i < G_N_ELEMENTS (query_marks); i++)
    {
      const char *mark = strstr (lower, query_marks[i]);
      if (mark != NULL)
        length = MIN (length, (gsize) (mark - lower));
    }
  return g_strndup (name, length);
}

/* A name may be an address. */
static char *
name_of_blob (struct json_object *blob)
{
  struct json_object *name = member (blob, "name", json_type_string);
  const char *text = name != NULL ? json_object_get_string (name) : "";
  g_autofree char *path = g_strndup (text, strcspn (text, "?#"));

  g_strdelimit (path, "\\", '/');
  while (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  return g_steal_pointer (&path);
}

Manifest *
manifest_new (const char *path, const char *text, gsize length)
{
  struct json_object *root = parse (text, length);
  struct json_object *blobs = member (root, "blobs", json_type_array);
  struct json_object *count = member (root, "blobcount", json_type_int);
  Manifest *self = NULL;

  if (blobs != NULL && count != NULL)
    {
      self = g_new0 (Manifest, 1);
      self->path = g_strdup (path);
      self->blobs = g_ptr_array_new_with_free_func (g_free);
      self->blob_count = json_object_get_int64 (count);
      for (gsize i = 0; i < json_object_array_length (blobs); i++)
        g_ptr_array_add (self->blobs, name_of_blob (json_object_array_get_idx (blobs, i)));
    }
  json_object_put (root);
  return self;
}

/* Where the keys of a manifest may stand, which come first in it. */
static gboolean
may_be_manifest (Slice text)
{
  const Slice trimmed = slice_trim (text);

  if (slice_is_empty (trimmed) || trimmed.text[0] != '{')
    return FALSE;
  return slice_find_folded (trimmed, "\"blobs\"") >= 0
         || slice_find_folded (trimmed, "\"blobcount\"") >= 0;
}

/* FALSE: the content cannot be read. */
static gboolean
read_up_to (Container *container, GString *text, gsize size)
{
  gssize count = 1;

  while (text->len < size && count > 0)
    {
      char buffer[READ_BYTES];
      count = container_read (container, buffer, MIN (sizeof buffer, size - text->len), NULL);
      if (count > 0)
        g_string_append_len (text, buffer, count);
    }
  return count >= 0;
}

static Slice
without_mark (const GString *text)
{
  const gsize mark = g_str_has_prefix (text->str, "\xef\xbb\xbf") ? 3 : 0;
  return (Slice){ text->str + mark, text->len - mark };
}

gboolean
manifest_read_beginning (Container *container, GString *text)
{
  return read_up_to (container, text, BEGINNING_BYTES);
}

Manifest *
manifest_read_on (const char *path, GString *text, Container *container)
{
  if (!may_be_manifest (without_mark (text))
      || !read_up_to (container, text, MANIFEST_BYTES_MAX + 1) || text->len > MANIFEST_BYTES_MAX)
    return NULL;

  const Slice content = without_mark (text);
  return manifest_new (path, content.text, content.length);
}

static const char *
last_part (const char *name)
{
  const char *slash = strrchr (name, '/');
  return slash != NULL ? slash + 1 : name;
}

/* Where the blob lies: beside the manifest, or below it as it is named. NULL: neither. A file may
   have a name that only looks like an address with a query. */
static char *
find_blob (const char *folder, const char *name, ManifestHasFunc has, gpointer data)
{
  g_autofree char *bare = without_query (name);
  const char *const names[] = { last_part (name), name, last_part (bare), bare };

  for (guint i = 0; i < G_N_ELEMENTS (names) && names[i][0] != '\0'; i++)
    {
      g_autofree char *path = g_strconcat (folder, names[i], NULL);
      if (has (path, data))
        return g_steal_pointer (&path);
    }
  return NULL;
}

static int
compare_paths (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

/* Two names that come to the same file are one file too few. */
static GPtrArray *
find_missing (const Manifest *self, const char *folder, ManifestHasFunc has, gpointer data)
{
  g_autoptr (GTree) found = g_tree_new_full (compare_paths, NULL, g_free, NULL);
  GPtrArray *missing = g_ptr_array_new ();

  for (guint i = 0; i < self->blobs->len; i++)
    {
      char *name = g_ptr_array_index (self->blobs, i);
      g_autofree char *path = find_blob (folder, name, has, data);

      if (path == NULL || g_tree_lookup (found, path) != NULL)
        g_ptr_array_add (missing, name);
      else
        g_tree_insert (found, g_steal_pointer (&path), name);
    }
  return missing;
}

static char *
list_names (const GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len && i < NAMES_SHOWN; i++)
    {
      g_autofree char *bare = without_query (g_ptr_array_index (names, i));
      const char *name = last_part (bare);
      g_autofree char *shown = printable_text (name[0] != '\0' ? name : "(no name)");
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", shown);
    }
  if (names->len > NAMES_SHOWN)
    g_string_append_printf (text, " and %u more", names->len - NAMES_SHOWN);
  return g_string_free (text, FALSE);
}

static gboolean
check_count (const Manifest *self, GError **error)
{
  if (self->blob_count == (gint64) self->blobs->len)
    return TRUE;
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: the export is incomplete: it names %u blobs, expected %" G_GINT64_FORMAT
               " by its blobCount; download the export again",
               self->path, self->blobs->len, self->blob_count);
  return FALSE;
}

gboolean
manifest_check (const Manifest *self, ManifestHasFunc has, gpointer data, GError **error)
{
  g_autofree char *folder = g_strndup (self->path, (gsize) (last_part (self->path) - self->path));
  g_autoptr (GPtrArray) missing = find_missing (self, folder, has, data);

  if (missing->len == 0)
    return check_count (self, error);

  g_autofree char *names = list_names (missing);
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: the export is incomplete: %u of %u blobs %s missing: expected %s; download the "
               "export again and name its folder",
               self->path, missing->len, self->blobs->len, missing->len == 1 ? "is" : "are", names);
  return FALSE;
}

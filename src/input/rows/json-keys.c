/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-keys.h"

#include <string.h>

/* Objects of an API have a dozen keys; from here on a tree is asked. */
#define KEYS_COMPARED 24

/* A key in lower case, in the text of all keys. */
typedef struct
{
  gsize at;
  gsize length;
} Key;

typedef struct
{
  guint first;     /* of its keys */
  gsize text_size; /* before it */
  GTree *tree;     /* of char *: all its keys; NULL: there are few */
} OpenObject;

struct JsonKeys
{
  GArray *objects; /* of OpenObject */
  GArray *keys;    /* of Key */
  GString *text;
};

JsonKeys *
json_keys_new (void)
{
  JsonKeys *self = g_new (JsonKeys, 1);

  self->objects = g_array_new (FALSE, FALSE, sizeof (OpenObject));
  self->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  self->text = g_string_new (NULL);
  return self;
}

void
json_keys_free (JsonKeys *self)
{
  if (self == NULL)
    return;
  while (self->objects->len > 0)
    json_keys_close (self);
  g_array_unref (self->objects);
  g_array_unref (self->keys);
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
json_keys_open (JsonKeys *self)
{
  const OpenObject object = { .first = self->keys->len, .text_size = self->text->len };

  g_array_append_val (self->objects, object);
}

static OpenObject *
innermost (const JsonKeys *self)
{
  return &g_array_index (self->objects, OpenObject, self->objects->len - 1);
}

void
json_keys_close (JsonKeys *self)
{
  OpenObject *object = innermost (self);

  g_clear_pointer (&object->tree, g_tree_unref);
  g_array_set_size (self->keys, object->first);
  g_string_truncate (self->text, object->text_size);
  g_array_set_size (self->objects, self->objects->len - 1);
}

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

static char *
dup_key (const JsonKeys *self, const Key *key)
{
  return g_strndup (self->text->str + key->at, key->length);
}

static void
plant_tree (JsonKeys *self, OpenObject *object)
{
  object->tree = g_tree_new_full (compare_texts, NULL, g_free, NULL);
  for (guint i = object->first; i < self->keys->len; i++)
    g_tree_insert (object->tree, dup_key (self, &g_array_index (self->keys, Key, i)), self);
}

static gboolean
is_in_tree (const JsonKeys *self, OpenObject *object, const Key *key)
{
  char *text = dup_key (self, key);

  if (g_tree_lookup (object->tree, text) != NULL)
    {
      g_free (text);
      return TRUE;
    }
  g_tree_insert (object->tree, text, object);
  return FALSE;
}

static gboolean
is_among_few (const JsonKeys *self, const OpenObject *object, const Key *key)
{
  const char *text = self->text->str;

  for (guint i = object->first; i < self->keys->len; i++)
    {
      const Key *other = &g_array_index (self->keys, Key, i);
      if (other->length == key->length
          && memcmp (text + other->at, text + key->at, key->length) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
json_keys_add (JsonKeys *self, Slice key)
{
  OpenObject *object = innermost (self);
  const Key own = { .at = self->text->len, .length = key.length };

  g_string_append_len (self->text, key.text, (gssize) key.length);
  for (gsize i = own.at; i < self->text->len; i++)
    self->text->str[i] = slice_lower_char (self->text->str[i]);
  if (object->tree == NULL && self->keys->len - object->first >= KEYS_COMPARED)
    plant_tree (self, object);
  if (object->tree != NULL ? is_in_tree (self, object, &own) : is_among_few (self, object, &own))
    return FALSE;
  if (object->tree != NULL)
    g_string_truncate (self->text, own.at);
  else
    g_array_append_val (self->keys, own);
  return TRUE;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/service/service-body.h"

#include <string.h>

static gssize
read_left (void *stream, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  ServiceBody *self = stream;
  const gsize length = MIN (size, self->left.length);

  memcpy (buffer, self->left.text, length);
  self->left.text += length;
  self->left.length -= length;
  return (gssize) length;
}

void
service_body_open (ServiceBody *self, const char *name, Slice text)
{
  const Slice whole = { text.text != NULL ? text.text : "", text.length };

  self->whole = self->left = whole;
  self->tokens = json_tokens_new (name, read_left, self);
}

void
service_body_clear (ServiceBody *self)
{
  g_clear_pointer (&self->tokens, json_tokens_free);
}

gboolean
service_body_next (ServiceBody *self, JsonToken *token, GError **error)
{
  return json_tokens_next (self->tokens, token, error);
}

gboolean
service_body_end (ServiceBody *self, GError **error)
{
  JsonToken token;

  return service_body_next (self, &token, error);
}

gboolean
service_body_skip (ServiceBody *self, const JsonToken *first, GError **error)
{
  return json_tokens_skip (self->tokens, first, error);
}

static const ServiceMember *
find_member (const ServiceMember *members, Slice key)
{
  for (; members->key != NULL; members++)
    if (slice_equals_folded (key, members->key))
      return members;
  return NULL;
}

gboolean
service_body_object (ServiceBody *self, const JsonToken *first, const ServiceMember *members,
                     gpointer data, GError **error)
{
  JsonToken token;

  if (first->type != JSON_TOKEN_OBJECT)
    return service_body_refuse (self, first, "an object", error);
  while (service_body_next (self, &token, error))
    {
      if (token.type == JSON_TOKEN_OBJECT_END)
        return TRUE;
      const ServiceMember *member = find_member (members, token.text);
      if (!service_body_next (self, &token, error)
          || !(member != NULL ? member->take (self, &token, data, error)
                              : service_body_skip (self, &token, error)))
        return FALSE;
    }
  return FALSE;
}

gboolean
service_body_array (ServiceBody *self, const JsonToken *first,
                    gboolean (*take) (ServiceBody *self, const JsonToken *element, gpointer data,
                                      GError **error),
                    gpointer data, GError **error)
{
  JsonToken token;

  if (first->type != JSON_TOKEN_ARRAY)
    return service_body_refuse (self, first, "an array", error);
  while (service_body_next (self, &token, error))
    {
      if (token.type == JSON_TOKEN_ARRAY_END)
        return TRUE;
      if (!take (self, &token, data, error))
        return FALSE;
    }
  return FALSE;
}

gboolean
service_body_text (const ServiceBody *self, const JsonToken *first, char **text, GError **error)
{
  const Slice trimmed = slice_trim (first->text);

  if (first->type != JSON_TOKEN_STRING && first->type != JSON_TOKEN_NULL)
    return service_body_refuse (self, first, "a text", error);
  g_free (*text);
  *text = first->type == JSON_TOKEN_STRING && trimmed.length > 0 ? slice_dup (trimmed) : NULL;
  return TRUE;
}

gboolean
service_body_refuse (const ServiceBody *self, const JsonToken *found, const char *expected,
                     GError **error)
{
  static const char *const words[] = {
    [JSON_TOKEN_OBJECT] = "an object", [JSON_TOKEN_OBJECT_END] = "its end",
    [JSON_TOKEN_ARRAY] = "an array",   [JSON_TOKEN_ARRAY_END] = "its end",
    [JSON_TOKEN_KEY] = "a key",        [JSON_TOKEN_STRING] = "a text",
    [JSON_TOKEN_NUMBER] = "a number",  [JSON_TOKEN_TRUE] = "true",
    [JSON_TOKEN_FALSE] = "false",      [JSON_TOKEN_NULL] = "null",
    [JSON_TOKEN_END] = "the end",
  };

  return json_tokens_refuse (self->tokens, found->place, words[found->type], expected, error);
}

gsize
service_body_offset (const ServiceBody *self, JsonPlace place)
{
  const char *at = self->whole.text;
  const char *end = self->whole.text + self->whole.length;

  for (guint64 line = 1; line < place.line; line++)
    {
      const char *newline = memchr (at, '\n', (gsize) (end - at));
      g_assert (newline != NULL);
      at = newline + 1;
    }
  return (gsize) (at - self->whole.text) + (gsize) place.byte - 1;
}

gboolean
service_body_bytes (ServiceBody *self, const JsonToken *first, Slice *bytes, GError **error)
{
  const gsize from = service_body_offset (self, first->place);
  guint depth = 1;
  JsonToken token;

  while (depth > 0)
    {
      if (!service_body_next (self, &token, error))
        return FALSE;
      if (token.type == JSON_TOKEN_OBJECT || token.type == JSON_TOKEN_ARRAY)
        depth++;
      else if (token.type == JSON_TOKEN_OBJECT_END || token.type == JSON_TOKEN_ARRAY_END)
        depth--;
    }
  *bytes = (Slice){ self->whole.text + from, service_body_offset (self, token.place) + 1 - from };
  return TRUE;
}

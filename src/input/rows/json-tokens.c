/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-tokens.h"

#include "input/bytes/limits.h"
#include "input/rows/json-keys.h"
#include "input/rows/json-scalar.h"

/* What may come next. */
typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END, /* the first element of an array */
  EXPECT_KEY,
  EXPECT_KEY_OR_END,
  EXPECT_COLON,        /* before a member's value */
  EXPECT_COMMA_OR_END, /* after a member or an element */
  EXPECT_NOTHING       /* after the value */
} Expectation;

struct JsonTokens
{
  JsonBytes bytes;
  Expectation expectation;
  guint depth;
  char brackets[JSON_DEPTH_MAX]; /* '{' or '[' */
  JsonKeys *keys;
  GString *text; /* of a string with escapes */
  gboolean has_ended;
  GError *failure; /* what was refused; NULL: nothing */
};

JsonTokens *
json_tokens_new (const char *name, ReadFunc read, void *stream)
{
  JsonTokens *self = g_new0 (JsonTokens, 1);

  json_bytes_init (&self->bytes, name, read, stream);
  self->keys = json_keys_new ();
  self->text = g_string_new (NULL);
  return self;
}

void
json_tokens_free (JsonTokens *self)
{
  if (self == NULL)
    return;
  g_clear_error (&self->failure);
  json_keys_free (self->keys);
  g_string_free (self->text, TRUE);
  json_bytes_clear (&self->bytes);
  g_free (self);
}

static JsonPlace
here (const JsonTokens *self)
{
  return json_bytes_place (&self->bytes, self->bytes.at);
}

gboolean
json_tokens_refuse (const JsonTokens *self, JsonPlace place, const char *found,
                    const char *expected, GError **error)
{
  return json_bytes_refuse (&self->bytes, place, found, expected, error);
}

/* A comma, and then nothing to which it leads. */
static gboolean
refuse_trailing_comma (JsonTokens *self, GError **error)
{
  const gboolean is_object = self->bytes.buffer[self->bytes.at] == '}';

  return json_tokens_refuse (
      self, here (self),
      is_object ? "\"}\" after a trailing comma" : "\"]\" after a trailing comma",
      is_object ? "a member; remove the comma before it" : "an element; remove the comma before it",
      error);
}

static void
value_is_over (JsonTokens *self)
{
  self->expectation = self->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static gboolean
open_bracket (JsonTokens *self, JsonToken *token, GError **error)
{
  const char bracket = self->bytes.buffer[self->bytes.at];

  if (self->depth == JSON_DEPTH_MAX)
    return json_tokens_refuse (self, token->place, "another array or object in 32 others",
                               "no more than 32 in one another", error);
  self->bytes.at++;
  self->brackets[self->depth++] = bracket;
  if (bracket == '{')
    json_keys_open (self->keys);
  token->type = bracket == '{' ? JSON_TOKEN_OBJECT : JSON_TOKEN_ARRAY;
  self->expectation = bracket == '{' ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
  return TRUE;
}

static gboolean
close_bracket (JsonTokens *self, JsonToken *token)
{
  const gboolean is_object = self->brackets[--self->depth] == '{';

  self->bytes.at++;
  if (is_object)
    json_keys_close (self->keys);
  token->type = is_object ? JSON_TOKEN_OBJECT_END : JSON_TOKEN_ARRAY_END;
  value_is_over (self);
  return TRUE;
}

static gboolean
take_value (JsonTokens *self, JsonToken *token, GError **error)
{
  const int byte = json_bytes_peek (&self->bytes);
  gboolean is_taken;

  switch (byte)
    {
    case '{':
    case '[':
      return open_bracket (self, token, error);
    case '"':
      token->type = JSON_TOKEN_STRING;
      is_taken = json_scalar_take_string (&self->bytes, self->text, &token->text, error);
      break;
    case 't':
      token->type = JSON_TOKEN_TRUE;
      is_taken = json_scalar_take_word (&self->bytes, "true", error);
      break;
    case 'f':
      token->type = JSON_TOKEN_FALSE;
      is_taken = json_scalar_take_word (&self->bytes, "false", error);
      break;
    case 'n':
      token->type = JSON_TOKEN_NULL;
      is_taken = json_scalar_take_word (&self->bytes, "null", error);
      break;
    default:
      if (byte != '-' && (byte < '0' || byte > '9'))
        return json_bytes_refuse_next (&self->bytes, "a JSON value", error);
      token->type = JSON_TOKEN_NUMBER;
      is_taken = json_scalar_take_number (&self->bytes, &token->text, error);
      break;
    }
  value_is_over (self);
  return is_taken;
}

static gboolean
take_key (JsonTokens *self, JsonToken *token, GError **error)
{
  if (json_bytes_peek (&self->bytes) != '"')
    return json_bytes_refuse_next (&self->bytes, "the name of a member in quotes", error);
  token->type = JSON_TOKEN_KEY;
  if (!json_scalar_take_string (&self->bytes, self->text, &token->text, error))
    return FALSE;
  if (!json_keys_add (self->keys, token->text))
    return json_tokens_refuse (self, token->place, "a key that stands in this object already",
                               "each key once, whatever its case", error);
  self->expectation = EXPECT_COLON;
  return TRUE;
}

static gboolean
pass_colon (JsonTokens *self, GError **error)
{
  if (!json_bytes_take (&self->bytes, ':'))
    return json_bytes_refuse_next (&self->bytes, "\":\" after the name of a member", error);
  self->expectation = EXPECT_VALUE;
  json_bytes_begin_token (&self->bytes);
  return TRUE;
}

/* In the array or object that is open. */
static gboolean
pass_comma (JsonTokens *self, GError **error)
{
  const gboolean is_object = self->brackets[self->depth - 1] == '{';

  if (!json_bytes_take (&self->bytes, ','))
    return json_bytes_refuse_next (&self->bytes, is_object ? "\",\" or \"}\"" : "\",\" or \"]\"",
                                   error);
  self->expectation = is_object ? EXPECT_KEY : EXPECT_VALUE;
  json_bytes_begin_token (&self->bytes);
  if (json_bytes_peek (&self->bytes) == (is_object ? '}' : ']'))
    return refuse_trailing_comma (self, error);
  return TRUE;
}

static gboolean
closes (JsonTokens *self)
{
  const int byte = json_bytes_peek (&self->bytes);

  return self->depth > 0
         && (self->expectation == EXPECT_COMMA_OR_END || self->expectation == EXPECT_KEY_OR_END
             || self->expectation == EXPECT_VALUE_OR_END)
         && byte == (self->brackets[self->depth - 1] == '{' ? '}' : ']');
}

static gboolean
take_token (JsonTokens *self, JsonToken *token, GError **error)
{
  if (self->bytes.base == 0 && self->bytes.at == 0 && self->bytes.end == 0)
    json_bytes_pass_mark (&self->bytes);
  json_bytes_begin_token (&self->bytes);
  token->place = here (self);
  if (closes (self))
    return close_bracket (self, token);
  if (self->expectation == EXPECT_NOTHING)
    {
      token->type = JSON_TOKEN_END;
      return json_bytes_peek (&self->bytes) == JSON_BYTES_END && self->bytes.failure == NULL
                 ? TRUE
                 : json_bytes_refuse_next (&self->bytes, "nothing after the value", error);
    }
  if ((self->expectation == EXPECT_COMMA_OR_END && !pass_comma (self, error))
      || (self->expectation == EXPECT_COLON && !pass_colon (self, error)))
    return FALSE;
  token->place = here (self);
  if (self->expectation == EXPECT_VALUE || self->expectation == EXPECT_VALUE_OR_END)
    return take_value (self, token, error);
  return take_key (self, token, error);
}

gboolean
json_tokens_next (JsonTokens *self, JsonToken *token, GError **error)
{
  GError *failure = NULL;

  if (take_token (self, token, &failure))
    {
      self->has_ended = token->type == JSON_TOKEN_END;
      return TRUE;
    }
  g_clear_error (&self->failure);
  self->failure = g_error_copy (failure);
  g_propagate_error (error, failure);
  return FALSE;
}

gboolean
json_tokens_check_rest (JsonTokens *self, GError **error)
{
  JsonToken token;

  while (self->failure == NULL && !self->has_ended)
    if (!json_tokens_next (self, &token, error))
      return FALSE;
  if (self->failure == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->failure));
  return FALSE;
}

gboolean
json_tokens_skip (JsonTokens *self, const JsonToken *first, GError **error)
{
  JsonToken token = *first;
  guint depth = 0;

  for (;;)
    {
      if (token.type == JSON_TOKEN_OBJECT || token.type == JSON_TOKEN_ARRAY)
        depth++;
      else if (token.type == JSON_TOKEN_OBJECT_END || token.type == JSON_TOKEN_ARRAY_END)
        depth--;
      if (depth == 0)
        return TRUE;
      if (!json_tokens_next (self, &token, error))
        return FALSE;
    }
}

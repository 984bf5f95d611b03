/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca/mca-reader.h"

#include "input/mca/mca-kind.h"
#include "input/mca/mca-values.h"

typedef struct
{
  const McaContent *content;
  McaBook *book;
  McaPage *page;
  JsonTokens *tokens;
  McaResource *element; /* a resource of the page */
  McaResource *outer;   /* the object round them, or the only resource */
  gboolean is_page;
  gboolean is_newer;
  JsonTokenType profiles;
} Reading;

/* A resource of another kind than the first of the page, or than is wanted. */
static gboolean
check_kind (Reading *self, McaResource *resource, McaKind kind)
{
  if (self->content->lots_alone && kind != MCA_LOTS)
    {
      mca_resource_refuse (resource, 0, "a resource of another kind", "lots");
      return FALSE;
    }
  if (self->page->rows > 0 && kind != self->page->kind)
    {
      mca_resource_refuse (resource, 0, "a resource of another kind",
                           "resources of one kind, that of the page's first");
      return FALSE;
    }
  return TRUE;
}

/* All of @resource has been taken. */
static gboolean
take_resource (Reading *self, McaResource *resource, GError **error)
{
  McaKind kind;

  if (mca_kind_of (resource, &kind) && check_kind (self, resource, kind))
    {
      const McaTold told = mca_values_take (resource, kind, self->page->file, self->book);

      self->page->kind = kind;
      self->page->rows++;
      self->is_newer |= told.is_newer;
      if (told.profiles == JSON_TOKEN_ARRAY
          || (told.profiles == JSON_TOKEN_OBJECT && self->profiles == JSON_TOKEN_END))
        self->profiles = told.profiles;
    }
  return mca_resource_check (resource, error);
}

/* After the bracket. */
static gboolean
take_page (Reading *self, GError **error)
{
  JsonToken token;

  for (;;)
    {
      if (!json_tokens_next (self->tokens, &token, error))
        return FALSE;
      if (token.type == JSON_TOKEN_ARRAY_END)
        return TRUE;
      if (token.type != JSON_TOKEN_OBJECT)
        return json_tokens_refuse (self->tokens, token.place, "another value",
                                   "a resource, which is an object, in value", error);
      mca_resource_begin (self->element, token.place);
      if (!mca_resource_take (self->element, self->tokens, error)
          || !take_resource (self, self->element, error))
        return FALSE;
    }
}

/* After the brace. */
static gboolean
take_outer (Reading *self, GError **error)
{
  JsonToken token;

  for (;;)
    {
      if (!json_tokens_next (self->tokens, &token, error))
        return FALSE;
      if (token.type == JSON_TOKEN_OBJECT_END)
        return TRUE;
      const McaMember member = mca_member_of (token.text);
      if (!json_tokens_next (self->tokens, &token, error))
        return FALSE;
      if (member == MEMBER_VALUE && token.type == JSON_TOKEN_ARRAY)
        {
          self->is_page = TRUE;
          if (!take_page (self, error))
            return FALSE;
        }
      else if (!mca_resource_take_member (self->outer, member, &token, self->tokens, error))
        return FALSE;
    }
}

static gboolean
take_object (Reading *self, JsonPlace place, GError **error)
{
  mca_resource_begin (self->outer, place);
  if (!take_outer (self, error))
    return FALSE;
  if (!self->is_page)
    return take_resource (self, self->outer, error);
  self->page->has_next
      = mca_resource_text (self->outer, mca_resource_find (self->outer, 0, MEMBER_NEXT_LINK)).length
        > 0;
  return mca_resource_check (self->outer, error);
}

static gboolean
take_value (Reading *self, GError **error)
{
  JsonToken token;

  if (!json_tokens_next (self->tokens, &token, error))
    return FALSE;
  self->page->line = token.place.line;
  if (token.type == JSON_TOKEN_OBJECT)
    {
      if (!take_object (self, token.place, error))
        return FALSE;
    }
  else if (token.type != JSON_TOKEN_ARRAY)
    return json_tokens_refuse (self->tokens, token.place, "another value",
                               "an object or an array of resources", error);
  else if (!take_page (self, error))
    return FALSE;
  return json_tokens_next (self->tokens, &token, error);
}

static const char *
api_of (const Reading *self)
{
  switch (self->page->kind)
    {
    case MCA_BALANCE:
    case MCA_EVENTS:
    case MCA_LOTS:
      return self->is_newer ? "2023-03-01" : "2019-10-01";
    case MCA_ACCOUNTS:
      return self->profiles == JSON_TOKEN_ARRAY    ? "2019-10-01-preview"
             : self->profiles == JSON_TOKEN_OBJECT ? "2020-05-01"
                                                   : NULL;
    case MCA_PROFILES:
    case MCA_EMPTY:
    case MCA_KIND_COUNT:
    default:
      return NULL;
    }
}

/* What is no JSON is told before what a value of it should be. */
static gboolean
refuse_page (JsonTokens *tokens, GError *failure, GError **error)
{
  if (json_tokens_check_rest (tokens, error))
    g_propagate_error (error, failure);
  else
    g_clear_error (&failure);
  return FALSE;
}

gboolean
mca_reader_read (const McaContent *content, McaBook *book, McaPage *page, GError **error)
{
  g_autoptr (JsonTokens) tokens = json_tokens_new (content->name, content->read, content->stream);
  g_autoptr (McaResource) element = mca_resource_new (tokens);
  g_autoptr (McaResource) outer = mca_resource_new (tokens);
  Reading self = { .content = content,
                   .book = book,
                   .page = page,
                   .tokens = tokens,
                   .element = element,
                   .outer = outer,
                   .profiles = JSON_TOKEN_END };
  GError *failure = NULL;

  *page = (McaPage){ .file = mca_book_text (book, slice_of (content->name)), .kind = MCA_EMPTY };
  if (!take_value (&self, &failure))
    return refuse_page (tokens, failure, error);
  page->api = api_of (&self);
  return TRUE;
}

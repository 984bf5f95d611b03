/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca/mca-resource.h"

#include "base/printable.h"

#define FOUND_BYTES_SHOWN 40

/* In the order of the document; what lies within a value comes right behind it. */
typedef struct
{
  McaMember member; /* MEMBER_OTHER: an element of an array, or the resource */
  JsonTokenType type;
  JsonPlace place;
  McaNode parent;
  guint end;     /* of what lies within it */
  gsize text_at; /* of a string or number */
  gsize text_size;
} Node;

struct McaResource
{
  const JsonTokens *tokens;
  GArray *nodes; /* of Node */
  GString *texts;
  /* What was refused first, by its place. */
  gboolean is_refused;
  JsonPlace place;
  char *found;
  char *expected;
};

McaResource *
mca_resource_new (const JsonTokens *tokens)
{
  McaResource *self = g_new0 (McaResource, 1);

  self->tokens = tokens;
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self->texts = g_string_new (NULL);
  return self;
}

void
mca_resource_free (McaResource *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->nodes);
  g_string_free (self->texts, TRUE);
  g_free (self->found);
  g_free (self->expected);
  g_free (self);
}

static Node *
node_at (const McaResource *self, McaNode node)
{
  return &g_array_index (self->nodes, Node, node);
}

/* Taking it */

static McaNode
add_node (McaResource *self, McaNode parent, McaMember member, const JsonToken *token)
{
  const Node node
      = { .member = member,
          .type = token->type,
          .place = token->place,
          .parent = parent,
          .end = self->nodes->len + 1,
          .text_at = self->texts->len,
          .text_size = token->type == JSON_TOKEN_STRING || token->type == JSON_TOKEN_NUMBER
                           ? token->text.length
                           : 0 };

  if (node.text_size > 0)
    g_string_append_len (self->texts, token->text.text, (gssize) node.text_size);
  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

void
mca_resource_begin (McaResource *self, JsonPlace place)
{
  const JsonToken brace = { .type = JSON_TOKEN_OBJECT, .place = place };

  g_array_set_size (self->nodes, 0);
  g_string_truncate (self->texts, 0);
  self->is_refused = FALSE;
  (void) add_node (self, MCA_NODE_NONE, MEMBER_OTHER, &brace);
}

static gboolean take_value (McaResource *self, McaNode parent, McaMember member,
                            const JsonToken *first, JsonTokens *tokens, GError **error);

/* After the brace, whose node is @object. */
static gboolean
take_members (McaResource *self, McaNode object, JsonTokens *tokens, GError **error)
{
  JsonToken token;

  for (;;)
    {
      if (!json_tokens_next (tokens, &token, error))
        return FALSE;
      if (token.type == JSON_TOKEN_OBJECT_END)
        return TRUE;
      const McaMember member = mca_member_of (token.text);
      if (!json_tokens_next (tokens, &token, error)
          || !take_value (self, object, member, &token, tokens, error))
        return FALSE;
    }
}

static gboolean
take_elements (McaResource *self, McaNode array, JsonTokens *tokens, GError **error)
{
  JsonToken token;

  for (;;)
    {
      if (!json_tokens_next (tokens, &token, error))
        return FALSE;
      if (token.type == JSON_TOKEN_ARRAY_END)
        return TRUE;
      if (!take_value (self, array, MEMBER_VALUE, &token, tokens, error))
        return FALSE;
    }
}

/* Arrays are only looked into where profiles may be. */
static gboolean
is_list (const McaResource *self, McaNode parent, McaMember member)
{
  return member == MEMBER_BILLING_PROFILES
         || (member == MEMBER_VALUE && node_at (self, parent)->member == MEMBER_BILLING_PROFILES);
}

/* The recursion is as deep as the tokens allow (JSON_DEPTH_MAX). */
static gboolean
take_value (McaResource *self, McaNode parent, McaMember member, const JsonToken *first,
            JsonTokens *tokens, GError **error)
{
  if (member == MEMBER_OTHER)
    return json_tokens_skip (tokens, first, error);

  const McaNode node = add_node (self, parent, member, first);
  gboolean taken = TRUE;

  if (first->type == JSON_TOKEN_OBJECT)
    taken = take_members (self, node, tokens, error);
  else if (first->type == JSON_TOKEN_ARRAY)
    taken = is_list (self, parent, member) ? take_elements (self, node, tokens, error)
                                           : json_tokens_skip (tokens, first, error);
  node_at (self, node)->end = self->nodes->len;
  return taken;
}

gboolean
mca_resource_take_member (McaResource *self, McaMember member, const JsonToken *first,
                          JsonTokens *tokens, GError **error)
{
  const gboolean taken = take_value (self, 0, member, first, tokens, error);

  node_at (self, 0)->end = self->nodes->len;
  return taken;
}

gboolean
mca_resource_take (McaResource *self, JsonTokens *tokens, GError **error)
{
  const gboolean taken = take_members (self, 0, tokens, error);

  node_at (self, 0)->end = self->nodes->len;
  return taken;
}

/* Looking into it */

McaNode
mca_resource_find (const McaResource *self, McaNode node, McaMember member)
{
  if (!mca_resource_is (self, node, JSON_TOKEN_OBJECT))
    return MCA_NODE_NONE;
  for (McaNode at = node + 1; at < node_at (self, node)->end; at = node_at (self, at)->end)
    if (node_at (self, at)->member == member)
      return at;
  return MCA_NODE_NONE;
}

McaNode
mca_resource_first (const McaResource *self, McaNode node)
{
  return node != MCA_NODE_NONE && node_at (self, node)->end > node + 1 ? node + 1 : MCA_NODE_NONE;
}

McaNode
mca_resource_next (const McaResource *self, McaNode parent, McaNode node)
{
  const McaNode next = node_at (self, node)->end;

  return next < node_at (self, parent)->end ? next : MCA_NODE_NONE;
}

gboolean
mca_resource_is (const McaResource *self, McaNode node, JsonTokenType type)
{
  return node != MCA_NODE_NONE && node_at (self, node)->type == type;
}

gboolean
mca_resource_is_null (const McaResource *self, McaNode node)
{
  return node == MCA_NODE_NONE || node_at (self, node)->type == JSON_TOKEN_NULL;
}

JsonPlace
mca_resource_place (const McaResource *self, McaNode node)
{
  return node_at (self, node)->place;
}

/* Refusals */

static gboolean
is_before (JsonPlace a, JsonPlace b)
{
  return a.line != b.line ? a.line < b.line : a.byte < b.byte;
}

void
mca_resource_refuse (McaResource *self, McaNode node, const char *found, const char *expected)
{
  const JsonPlace place = mca_resource_place (self, node);

  if (self->is_refused && !is_before (place, self->place))
    return;
  self->is_refused = TRUE;
  self->place = place;
  g_free (self->found);
  g_free (self->expected);
  self->found = g_strdup (found);
  self->expected = g_strdup (expected);
}

gboolean
mca_resource_check (McaResource *self, GError **error)
{
  return !self->is_refused
         || json_tokens_refuse (self->tokens, self->place, self->found, self->expected, error);
}

/* "properties.originalAmount.value"; elements have no name. (transfer full) */
static char *
path_of (const McaResource *self, McaNode node)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (McaNode at = node; at != 0; at = node_at (self, at)->parent)
    {
      g_string_prepend (path, mca_member_name (node_at (self, at)->member));
      if (node_at (self, at)->parent != 0)
        g_string_prepend_c (path, '.');
    }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* A value as messages show it: short, and harmless for a terminal. */
static char *
shown_text (const McaResource *self, McaNode node)
{
  const Node *found = node_at (self, node);
  const gsize length = MIN (found->text_size, FOUND_BYTES_SHOWN);
  g_autofree char *cut = g_strndup (self->texts->str + found->text_at, length);
  g_autofree char *valid = g_utf8_make_valid (cut, -1);
  g_autofree char *printable = printable_text (valid);

  return g_strdup_printf (found->type == JSON_TOKEN_STRING ? "\"%s%s\"" : "%s%s", printable,
                          length < found->text_size ? "..." : "");
}

static char *
shown_value (const McaResource *self, McaNode node)
{
  static const char *const words[] = {
    [JSON_TOKEN_OBJECT] = "an object", [JSON_TOKEN_ARRAY] = "an array", [JSON_TOKEN_TRUE] = "true",
    [JSON_TOKEN_FALSE] = "false",      [JSON_TOKEN_NULL] = "null",
  };
  const JsonTokenType type = node_at (self, node)->type;

  return type == JSON_TOKEN_STRING || type == JSON_TOKEN_NUMBER ? shown_text (self, node)
                                                                : g_strdup (words[type]);
}

static void
refuse_value (McaResource *self, McaNode node, const char *what)
{
  g_autofree char *found = shown_value (self, node);
  g_autofree char *path = path_of (self, node);
  g_autofree char *expected = g_strdup_printf ("%s in %s", what, path);

  mca_resource_refuse (self, node, found, expected);
}

/* Values */

static Slice
raw_text (const McaResource *self, McaNode node)
{
  const Node *found = node_at (self, node);

  return (Slice){ self->texts->str + found->text_at, found->text_size };
}

Slice
mca_resource_text (McaResource *self, McaNode node)
{
  if (mca_resource_is_null (self, node))
    return (Slice){ "", 0 };
  if (mca_resource_is (self, node, JSON_TOKEN_STRING))
    return slice_trim (raw_text (self, node));
  refuse_value (self, node, "a text");
  return (Slice){ "", 0 };
}

ReportTruth
mca_resource_truth (McaResource *self, McaNode node)
{
  if (mca_resource_is (self, node, JSON_TOKEN_TRUE))
    return TRUTH_TRUE;
  if (mca_resource_is (self, node, JSON_TOKEN_FALSE))
    return TRUTH_FALSE;
  if (!mca_resource_is_null (self, node))
    refuse_value (self, node, "true or false");
  return TRUTH_UNKNOWN;
}

Day
mca_resource_day (McaResource *self, McaNode node)
{
  const Slice text = mca_resource_text (self, node);
  Day day = DAY_NONE;

  if (text.length > 0
      && calendar_parse_day (text.text, text.length, DATE_MONTH_FIRST, &day) != DATE_OK)
    {
      refuse_value (self, node, "a date like 10/31/2026 or 2026-10-31");
      return DAY_NONE;
    }
  return day;
}

static Amount
read_number (McaResource *self, McaNode node)
{
  Amount amount = { 0 };
  Slice text;

  if (mca_resource_is_null (self, node))
    return amount;
  if (!mca_resource_is (self, node, JSON_TOKEN_NUMBER)
      && !mca_resource_is (self, node, JSON_TOKEN_STRING))
    {
      refuse_value (self, node, "a number");
      return amount;
    }
  text = slice_trim (raw_text (self, node));
  if (text.length == 0)
    return amount;
  amount.known = decimal_parse (text.text, text.length, DECIMAL_POINT, &amount.value);
  if (!amount.known)
    refuse_value (self, node, "a number like 1234.56");
  return amount;
}

McaAmount
mca_resource_amount (McaResource *self, McaNode node, McaBook *book)
{
  McaAmount amount = { 0 };

  if (mca_resource_is_null (self, node))
    return amount;
  if (!mca_resource_is (self, node, JSON_TOKEN_OBJECT))
    {
      refuse_value (self, node, "an object with value and currency");
      return amount;
    }
  amount.amount = read_number (self, mca_resource_find (self, node, MEMBER_VALUE));
  amount.currency = mca_book_text_upper (
      book, mca_resource_text (self, mca_resource_find (self, node, MEMBER_CURRENCY)));
  return amount;
}

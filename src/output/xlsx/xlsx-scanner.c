/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-scanner.h"

#include <stdarg.h>
#include <string.h>

#include "base/recon-error.h"

/* Between "<" and ">", or between tags; a text has 192 KiB at most. */
#define TOKEN_BYTES_MAX (1024 * 1024)
#define NAME_SIZE 48
#define DEPTH_MAX 32
#define NO_COUNT (-1)

typedef struct
{
  char name[NAME_SIZE];
  gint64 children;
  gint64 count; /* what the element says of its children; NO_COUNT: nothing */
} Element;

struct XlsxScanner
{
  GString *pending; /* an unfinished tag or text */
  Element stack[DEPTH_MAX];
  guint depth;
  gboolean has_root;
  XlsxTally tally;

  /* the cell that is open */
  gboolean in_cell;
  XlsxCell cell;
  char type; /* 's' text, 'n' number, 'b' flag */
  gboolean has_value, has_formula;
  GString *value, *formula;
};

static gboolean refuse (const XlsxScanner *self, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
refuse (const XlsxScanner *self, GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (self->tally.row_end > 0)
    g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "row %" G_GUINT64_FORMAT ": %s",
                 self->tally.row_end, text);
  else
    g_set_error_literal (error, RECON_ERROR, RECON_ERROR_OUTPUT, text);
  return FALSE;
}

XlsxScanner *
xlsx_scanner_new (void)
{
  XlsxScanner *self = g_new0 (XlsxScanner, 1);

  self->pending = g_string_new (NULL);
  self->value = g_string_new (NULL);
  self->formula = g_string_new (NULL);
  return self;
}

void
xlsx_scanner_free (XlsxScanner *self)
{
  if (self == NULL)
    return;
  g_string_free (self->pending, TRUE);
  g_string_free (self->value, TRUE);
  g_string_free (self->formula, TRUE);
  g_free (self);
}

const XlsxTally *
xlsx_scanner_tally (const XlsxScanner *self)
{
  return &self->tally;
}

/* Text */

/* Appends what the entity at @at stands for; its length, or 0 when there is none. */
static gsize
append_entity (const char *at, gsize length, GString *out)
{
  static const struct
  {
    const char *entity;
    char character;
  } entities[] = {
    { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      const gsize size = strlen (entities[i].entity);

      if (length >= size && memcmp (at, entities[i].entity, size) == 0)
        {
          g_string_append_c (out, entities[i].character);
          return size;
        }
    }
  return 0;
}

static gboolean
append_unescaped (const char *text, gsize length, GString *out)
{
  const char *mark;

  while ((mark = memchr (text, '&', length)) != NULL)
    {
      const gsize plain = (gsize) (mark - text);

      g_string_append_len (out, text, (gssize) plain);
      const gsize size = append_entity (mark, length - plain, out);
      if (size == 0)
        return FALSE;
      text = mark + size;
      length -= plain + size;
    }
  g_string_append_len (out, text, (gssize) length);
  return TRUE;
}

static gboolean
is_open (const XlsxScanner *self, const char *name)
{
  return self->depth > 0 && g_str_equal (self->stack[self->depth - 1].name, name);
}

static gboolean
take_text (XlsxScanner *self, const char *text, gsize length, GError **error)
{
  const gboolean is_formula = self->in_cell && is_open (self, "f");

  if (length == 0)
    return TRUE;
  if (self->depth == 0)
    return refuse (self, error, "text stands outside of all elements");
  if (!g_utf8_validate_len (text, length, NULL))
    return refuse (self, error, "a text is no UTF-8");

  GString *out = is_formula ? self->formula : self->value;
  if (!self->in_cell)
    g_string_truncate (out, 0); /* nobody wants it, but its entities are looked at */
  return append_unescaped (text, length, out) || refuse (self, error, "a stray & in a text");
}

/* Cells */

/* The value of attribute @name, " r=\"" for instance; NULL: it has none. */
static const char *
find_attribute (const char *tag, gsize length, const char *name, gsize *value_length)
{
  const gsize name_length = strlen (name);
  const char *tag_end = tag + length;
  const char *at = memchr (tag, ' ', length); /* each name begins with one */

  while (at != NULL
         && ((gsize) (tag_end - at) < name_length || memcmp (at, name, name_length) != 0))
    at = memchr (at + 1, ' ', (gsize) (tag_end - at) - 1);

  const char *value = at == NULL ? NULL : at + name_length;
  const char *end = value == NULL ? NULL : memchr (value, '"', (gsize) (tag_end - value));
  if (end == NULL)
    return NULL;
  *value_length = (gsize) (end - value);
  return value;
}

static gboolean
open_cell (XlsxScanner *self, const char *tag, gsize length, GError **error)
{
  gsize size = 0;
  const char *name = find_attribute (tag, length, " r=\"", &size);

  if (name == NULL || !xlsx_cell_parse (name, size, &self->cell))
    return refuse (self, error, "a cell without a name");

  const char *type = find_attribute (tag, length, " t=\"", &size);
  self->type = type == NULL ? 'n' : *type; /* "inlineStr" */
  if (strchr ("nib", self->type) == NULL)
    return refuse (self, error, "a cell of an unexpected type");
  self->in_cell = TRUE;
  self->has_value = self->has_formula = FALSE;
  g_string_truncate (self->value, 0);
  g_string_truncate (self->formula, 0);
  return TRUE;
}

static gboolean
add_number (XlsxScanner *self, GError **error)
{
  XlsxNumber number;

  if (!xlsx_number_parse (self->value->str, self->value->len, &number))
    return refuse (self, error, "a cell that is no number");
  xlsx_tally_add_number (&self->tally, self->cell, number);
  return TRUE;
}

static gboolean
close_cell (XlsxScanner *self, GError **error)
{
  self->in_cell = FALSE;
  if (self->has_formula)
    xlsx_tally_add_formula (&self->tally, self->cell, self->formula->str, self->formula->len);
  if (!self->has_value)
    return !self->has_formula || refuse (self, error, "a formula without a result");
  if (self->type == 'n')
    return add_number (self, error);
  if (self->type == 'b')
    xlsx_tally_add_flag (&self->tally, self->cell, g_str_equal (self->value->str, "1"));
  else
    xlsx_tally_add_text (&self->tally, self->cell, self->value->str, self->value->len);
  return TRUE;
}

/* Tags */

/* Names are told in messages, and what is no name may be anything. */
static gboolean
is_name (const char *text, gsize length)
{
  gsize i = 0;

  while (i < length && (g_ascii_isalnum (text[i]) || text[i] == ':'))
    i++;
  return i == length && length > 0 && length < NAME_SIZE;
}

static gboolean
push (XlsxScanner *self, const char *name, gsize length, GError **error)
{
  if (self->depth == 0 && self->has_root)
    return refuse (self, error, "a second root");
  if (!is_name (name, length) || self->depth == DEPTH_MAX)
    return refuse (self, error, "an element that no workbook has");
  if (self->depth > 0)
    self->stack[self->depth - 1].children++;

  Element *element = &self->stack[self->depth++];
  memcpy (element->name, name, length);
  element->name[length] = '\0';
  element->children = 0;
  element->count = NO_COUNT;
  self->has_root = TRUE;
  return TRUE;
}

static gboolean
pop (XlsxScanner *self, const char *name, gsize length, GError **error)
{
  if (self->depth == 0)
    return refuse (self, error, "a closing tag that closes nothing");

  const Element *element = &self->stack[self->depth - 1];
  if (strlen (element->name) != length || memcmp (element->name, name, length) != 0)
    return refuse (self, error, "<%s> is closed by another tag", element->name);
  if (element->count != NO_COUNT && element->count != element->children)
    return refuse (self, error, "<%s> holds %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " elements",
                   element->name, element->children, element->count);
  self->depth--;

  if (self->in_cell && length == 1)
    {
      self->has_value = self->has_value || *name == 'v' || *name == 't';
      self->has_formula = self->has_formula || *name == 'f';
    }
  return !(self->in_cell && length == 1 && *name == 'c') || close_cell (self, error);
}

/* Sheets hold nothing but rows and cells by the million; only other elements tell a count. */
static void
note_count (XlsxScanner *self, const char *tag, gsize length)
{
  gsize size = 0;
  const char *count = find_attribute (tag, length, " count=\"", &size);

  if (count != NULL && size < 10)
    self->stack[self->depth - 1].count = (gint64) g_ascii_strtoull (count, NULL, 10);
}

static gboolean
open_element (XlsxScanner *self, const char *tag, gsize length, GError **error)
{
  const gboolean is_empty = length > 0 && tag[length - 1] == '/';
  const gsize size = is_empty ? length - 1 : length;
  const char *blank = memchr (tag, ' ', size);
  const gsize name_length = blank == NULL ? size : (gsize) (blank - tag);

  if (!push (self, tag, name_length, error))
    return FALSE;
  if (name_length == 1 && *tag == 'c' && !open_cell (self, tag, size, error))
    return FALSE;
  if (blank != NULL && !self->in_cell)
    note_count (self, tag, size);
  return !is_empty || pop (self, tag, name_length, error);
}

static gboolean
take_tag (XlsxScanner *self, const char *tag, gsize length, GError **error)
{
  if (length == 0 || *tag == '!' || memchr (tag, '<', length) != NULL)
    return refuse (self, error, "a broken tag");
  if (*tag == '?')
    return (self->depth == 0 && !self->has_root) || refuse (self, error, "a stray <?");
  if (*tag == '/')
    return pop (self, tag + 1, length - 1, error);
  return open_element (self, tag, length, error);
}

/* Takes one text and the tag behind it; how many bytes that were, 0 when one is unfinished. */
static gsize
take_token (XlsxScanner *self, const char *bytes, gsize length, gboolean *fine, GError **error)
{
  const char *tag = memchr (bytes, '<', length);
  const gsize text_length = tag == NULL ? length : (gsize) (tag - bytes);
  const char *end = tag == NULL ? NULL : memchr (tag, '>', length - text_length);

  if (end == NULL)
    {
      *fine = length <= TOKEN_BYTES_MAX || refuse (self, error, "a tag without an end");
      return 0;
    }

  /* Between the declaration and the root there is a line's end. */
  const gboolean is_prologue = !self->has_root && text_length == 1 && *bytes == '\n';
  *fine = (is_prologue || take_text (self, bytes, text_length, error))
          && take_tag (self, tag + 1, (gsize) (end - tag) - 1, error);
  return (gsize) (end - bytes) + 1;
}

gboolean
xlsx_scanner_feed (XlsxScanner *self, const char *bytes, gsize length, GError **error)
{
  gboolean fine = TRUE;
  gsize done = 0, taken;

  g_string_append_len (self->pending, bytes, (gssize) length);
  do
    {
      taken = take_token (self, self->pending->str + done, self->pending->len - done, &fine, error);
      done += taken;
    }
  while (fine && taken > 0);
  g_string_erase (self->pending, 0, (gssize) done);
  return fine;
}

gboolean
xlsx_scanner_finish (XlsxScanner *self, GError **error)
{
  if (self->depth > 0)
    return refuse (self, error, "ends within <%s>", self->stack[self->depth - 1].name);
  if (!self->has_root || strspn (self->pending->str, "\n") < self->pending->len)
    return refuse (self, error, "ends within a tag");
  return TRUE;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-feed.h"

#include <string.h>

#include "base/recon-error.h"
#include "input/rows/json-cut.h"
#include "input/rows/json-page.h"
#include "input/rows/json-window.h"

/* Where in the stream the next thing stands. */
typedef enum
{
  PLACE_TOP,           /* between objects, or pages of them */
  PLACE_FIRST_ELEMENT, /* after the bracket of an array of rows */
  PLACE_ELEMENT,       /* after a comma in it */
  PLACE_AFTER_ELEMENT, /* after a row in it */
  PLACE_PAGE_END       /* after the array of a page */
} Place;

typedef enum
{
  FORM_UNKNOWN, /* so far there were pages or nothing */
  FORM_LINES,   /* an object is a line */
  FORM_OBJECTS  /* an object may have several lines */
} Form;

struct JsonFeed
{
  char *name;
  JsonWindow *window;
  GError *error; /* the first failure */
  Form form;
  Place place;
  gboolean has_begun;
  gboolean is_page;  /* the array of rows is in an object */
  guint64 last_line; /* of what was last read at the top; 0: nothing yet */
  gsize object;      /* length of the object that was handed out and is still in the window */
};

JsonFeed *
json_feed_new (const char *name, ReadFunc read, void *stream)
{
  JsonFeed *self = g_new0 (JsonFeed, 1);

  self->name = g_strdup (name);
  self->window = json_window_new (read, stream);
  return self;
}

void
json_feed_free (JsonFeed *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  json_window_free (self->window);
  g_clear_error (&self->error);
  g_free (self);
}

guint64
json_feed_line (const JsonFeed *self)
{
  return json_window_place (self->window, 0).line;
}

const GError *
json_feed_error (const JsonFeed *self)
{
  return self->error;
}

gboolean
json_feed_refuse (JsonFeed *self, gsize offset, const char *problem)
{
  g_assert (self->error == NULL);
  g_set_error (&self->error, RECON_ERROR, RECON_ERROR_INPUT, "%s:%" G_GUINT64_FORMAT ": %s",
               self->name, json_window_place (self->window, offset).line, problem);
  return FALSE;
}

/* What was found; never the text that stands there, which may be a secret. */
static const char *
found_instead (JsonVerdict verdict)
{
  switch (verdict)
    {
    case JSON_CUT:
      return "JSON that breaks off";
    case JSON_DEEP:
      return "values nested more than 32 levels deep";
    case JSON_NO_TEXT:
      return "an escape that is no character";
    case JSON_SOUND:
    case JSON_INVALID:
    default:
      return "invalid JSON";
    }
}

static gboolean
refuse_json (JsonFeed *self, gsize offset, JsonVerdict verdict)
{
  const guint64 byte = json_window_place (self->window, offset).byte;
  g_autofree char *problem = g_strdup_printf (
      "found %s at byte %" G_GUINT64_FORMAT ", expected %s", found_instead (verdict), byte,
      self->place == PLACE_TOP ? "one object per line" : "an array of objects");

  return json_feed_refuse (self, offset, problem);
}

static gboolean
refuse_length (JsonFeed *self)
{
  return json_feed_refuse (self, 0, "found an object of more than 4 MiB, expected at most 4 MiB");
}

gboolean
json_feed_refuse_json (JsonFeed *self, const JsonScan *scan)
{
  if (scan->verdict == JSON_CUT && json_window_is_full (self->window))
    return refuse_length (self);
  return refuse_json (self, scan->at, scan->verdict);
}

static gboolean
is_ascii (Slice text)
{
  guint64 seen = 0, word;
  gsize i = 0;

  for (; i + sizeof word <= text.length; i += sizeof word)
    {
      memcpy (&word, text.text + i, sizeof word);
      seen |= word;
    }
  for (; i < text.length; i++)
    seen |= (guchar) text.text[i];
  return (seen & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

/* The first @length bytes of the window. NUL is no JSON and told as that. */
static gboolean
check_encoding (JsonFeed *self, gsize length)
{
  const Slice text = { json_window_text (self->window).text, length };
  const char *end;

  if (is_ascii (text) || g_utf8_validate (text.text, (gssize) length, &end) || *end == '\0')
    return TRUE;
  return json_feed_refuse (self, (gsize) (end - text.text),
                           "found invalid UTF-8, expected text in UTF-8");
}

static gboolean
fill (JsonFeed *self)
{
  return json_window_fill (self->window, &self->error);
}

/* There is more to come, and room for it. */
static gboolean
can_fill (const JsonFeed *self)
{
  return !json_window_has_ended (self->window) && !json_window_is_full (self->window);
}

static gboolean
drop_mark (JsonFeed *self)
{
  while (json_window_text (self->window).length < 3 && can_fill (self))
    if (!fill (self))
      return FALSE;

  const Slice text = json_window_text (self->window);

  if (text.length >= 3 && memcmp (text.text, "\xef\xbb\xbf", 3) == 0)
    json_window_pass (self->window, 3);
  self->has_begun = TRUE;
  return TRUE;
}

/* To the next byte that is no blank; an empty window is the end of the stream. */
static gboolean
pass_blanks (JsonFeed *self)
{
  for (;;)
    {
      const Slice text = json_window_text (self->window);
      JsonScan scan = { .text = text.text, .length = text.length };

      json_scan_blanks (&scan);
      json_window_pass (self->window, scan.at);
      if (scan.at < text.length || !can_fill (self))
        return TRUE;
      if (!fill (self))
        return FALSE;
    }
}

/* What is done with, and where that leads. */
static void
pass (JsonFeed *self, gsize length, Place place)
{
  json_window_pass (self->window, length);
  self->place = place;
  if (place == PLACE_TOP)
    self->last_line = json_window_place (self->window, 0).line;
}

typedef JsonPageStep (*PageFunc) (JsonScan *scan);

/* A part of a page lies in the window as a whole before it is believed. */
static gboolean
scan_page (JsonFeed *self, PageFunc func, JsonScan *scan, JsonPageStep *step)
{
  for (;;)
    {
      const Slice text = json_window_text (self->window);

      *scan = (JsonScan){ .text = text.text, .length = text.length };
      *step = func (scan);
      if (*step != JSON_PAGE_BROKEN || scan->verdict != JSON_CUT || !can_fill (self))
        return TRUE;
      if (!fill (self))
        return FALSE;
    }
}

/* *is_page: the object was a page, and its rows are next; else it is a row, good or bad. */
static gboolean
open_page (JsonFeed *self, gboolean *is_page)
{
  JsonScan scan;
  JsonPageStep step;

  if (!scan_page (self, json_page_open, &scan, &step))
    return FALSE;
  *is_page = step == JSON_PAGE_ROWS;
  if (!*is_page)
    return TRUE;
  if (!check_encoding (self, scan.at))
    return FALSE;
  self->is_page = TRUE;
  pass (self, scan.at, PLACE_FIRST_ELEMENT);
  return TRUE;
}

static gboolean
close_page (JsonFeed *self)
{
  JsonScan scan;
  JsonPageStep step;

  if (!scan_page (self, json_page_close, &scan, &step))
    return FALSE;
  if (step == JSON_PAGE_BROKEN)
    return json_feed_refuse_json (self, &scan);
  if (step == JSON_PAGE_ROWS)
    return json_feed_refuse (self, scan.at,
                             "found a second array of rows in one object, expected one");
  if (!check_encoding (self, scan.at))
    return FALSE;
  self->is_page = FALSE;
  pass (self, scan.at, PLACE_TOP);
  return TRUE;
}

/* To the end of the line, or to the bracket that ends the object; as far as there is one. */
static gboolean
find_end (JsonFeed *self, JsonCut *cut, Slice text)
{
  if (self->place != PLACE_TOP || self->form != FORM_LINES)
    return json_cut_object (cut, text.text, text.length);

  const char *end = memchr (text.text + cut->at, '\n', text.length - cut->at);

  cut->at = end != NULL ? (gsize) (end - text.text) : text.length;
  return end != NULL;
}

/* The object at the start of the window. What has no end is handed out as well: a scan of it tells
   why. */
static gboolean
hold_object (JsonFeed *self, Slice *object)
{
  JsonCut cut = { 0 };
  Slice text = json_window_text (self->window);
  gboolean has_end;

  while (!(has_end = find_end (self, &cut, text)) && can_fill (self))
    {
      if (!fill (self))
        return FALSE;
      text = json_window_text (self->window);
    }
  *object = (Slice){ text.text, has_end ? cut.at : text.length };
  return check_encoding (self, object->length);
}

static gboolean
hold_top_object (JsonFeed *self, Slice *object)
{
  gboolean is_page = FALSE;

  if (self->form == FORM_UNKNOWN && !open_page (self, &is_page))
    return FALSE;
  return is_page || hold_object (self, object);
}

/* At a byte that is no blank: one step towards an object, which may be reached. */
static gboolean
take_step (JsonFeed *self, Slice *object)
{
  const char byte = json_window_text (self->window).text[0];
  const gboolean is_top = self->place == PLACE_TOP;
  const gboolean is_first = self->place == PLACE_FIRST_ELEMENT;
  const gboolean is_after = self->place == PLACE_AFTER_ELEMENT;

  if (self->place == PLACE_PAGE_END)
    return close_page (self);
  if (is_top && json_feed_line (self) == self->last_line)
    return refuse_json (self, 0, JSON_INVALID);
  if (byte == '{' && is_top)
    return hold_top_object (self, object);
  if (byte == '{' && !is_after)
    return hold_object (self, object);
  if (byte == '[' && is_top && self->form == FORM_UNKNOWN)
    pass (self, 1, PLACE_FIRST_ELEMENT);
  else if (byte == ',' && is_after)
    pass (self, 1, PLACE_ELEMENT);
  else if (byte == ']' && (is_first || is_after))
    pass (self, 1, self->is_page ? PLACE_PAGE_END : PLACE_TOP);
  else
    return refuse_json (self, 0, JSON_INVALID);
  return TRUE;
}

gboolean
json_feed_next (JsonFeed *self, Slice *object)
{
  if (!self->has_begun && !drop_mark (self))
    return FALSE;
  if (self->object > 0)
    pass (self, self->object, self->place == PLACE_TOP ? PLACE_TOP : PLACE_AFTER_ELEMENT);
  self->object = 0;
  *object = (Slice){ "", 0 };
  while (object->length == 0)
    {
      if (!pass_blanks (self))
        return FALSE;
      if (json_window_text (self->window).length == 0)
        return self->place == PLACE_TOP || refuse_json (self, 0, JSON_CUT);
      if (!take_step (self, object))
        return FALSE;
    }
  return TRUE;
}

gboolean
json_feed_take (JsonFeed *self, gsize length)
{
  const char *text = json_window_text (self->window).text;

  if (length > CSV_RECORD_BYTES_MAX)
    return refuse_length (self);
  self->object = length;
  if (self->place == PLACE_TOP && self->form == FORM_UNKNOWN)
    self->form = memchr (text, '\n', length) == NULL ? FORM_LINES : FORM_OBJECTS;
  return TRUE;
}

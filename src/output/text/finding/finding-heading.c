/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/finding/finding-heading.h"

#include <string.h>

#include "base/printable.h"

#define GAP 2             /* between what stands in it */
#define NAME_WIDTH_MIN 14 /* of a shortened one, as of a good column of a table */

typedef enum
{
  PART_NAME,
  PART_FACT,
  PART_PLACE
} PartKind;

typedef struct
{
  PartKind kind;
  char *text; /* printable */
  gsize tail;
  gsize width; /* of a name, shortened */
} Part;

struct FindingHeading
{
  GArray *parts;
};

static void
part_clear (gpointer data)
{
  g_free (((Part *) data)->text);
}

FindingHeading *
finding_heading_new (void)
{
  FindingHeading *self = g_new (FindingHeading, 1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
  return self;
}

void
finding_heading_free (FindingHeading *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_free (self);
}

static void
add (FindingHeading *self, PartKind kind, const char *text, gsize tail)
{
  Part part = { .kind = kind, .tail = tail };

  if (text == NULL || *text == '\0')
    return;
  part.text = printable_text (text);
  g_array_append_val (self->parts, part);
}

void
finding_heading_add_name (FindingHeading *self, const char *text, gsize tail)
{
  add (self, PART_NAME, text, tail);
}

void
finding_heading_add_fact (FindingHeading *self, const char *text)
{
  add (self, PART_FACT, text, 0);
}

void
finding_heading_add_place (FindingHeading *self, const char *text)
{
  add (self, PART_PLACE, text, 0);
}

/* Takes columns from the widest name until names and facts fit a line or none may lose more. */
static void
shorten_names (const FindingHeading *self, gsize line_width)
{
  gsize total = FINDING_HEADING_INDENT - GAP;

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);

      part->width = printable_width (part->text);
      total += part->kind != PART_PLACE ? GAP + part->width : 0;
    }
  while (total > line_width)
    {
      Part *widest = NULL;

      for (guint i = 0; i < self->parts->len; i++)
        {
          Part *part = &g_array_index (self->parts, Part, i);

          if (part->kind == PART_NAME && part->width > NAME_WIDTH_MIN
              && (widest == NULL || part->width > widest->width))
            widest = part;
        }
      if (widest == NULL)
        return;
      widest->width--;
      total--;
    }
}

void
finding_heading_append (const FindingHeading *self, const char *code, TextEmphasis emphasis,
                        const TextStyle *style, GString *out)
{
  PrintableLine line = printable_line_at (out, text_style_width (style), FINDING_HEADING_INDENT,
                                          FINDING_HEADING_INDENT);

  shorten_names (self, text_style_width (style));
  text_style_append (style, emphasis, code, out);
  if (self->parts->len > 0) /* there may be nothing to say but the code */
    g_string_append_printf (out, "%*s", (int) (FINDING_HEADING_INDENT - strlen (code)), "");
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      g_autofree char *name = part->kind == PART_NAME && part->width < printable_width (part->text)
                                  ? printable_shorten (part->text, part->width, part->tail)
                                  : NULL;

      printable_line_add_word (&line, name != NULL ? name : part->text, GAP);
    }
  g_string_append_c (out, '\n');
}

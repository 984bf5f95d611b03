/* SPDX-License-Identifier: MIT */
#ifndef BASE_PRINTABLE_H
#define BASE_PRINTABLE_H

#include <glib.h>

/**
 * Printable: what text for people is made of. Names and messages come from files that others
 * wrote; here they are made harmless for a terminal, measured, shortened and wrapped. Pure: knows
 * no terminal, no locale and no environment. Widths are terminal columns (wide characters take
 * two, combining ones none).
 */

/**
 * @text with everything made visible that would move the cursor, colour the screen or change the
 * order of the letters: control characters, DEL and bytes that are not UTF-8 as "\xNN"; the
 * bidirectional controls and the line and paragraph separators as "\uNNNN". NULL gives "".
 * (transfer full)
 */
char *printable_text (const char *text);

/** Columns that @text takes; @text must be printable (valid UTF-8, no controls). */
gsize printable_width (const char *text);

/**
 * Whether all of @text, which must be printable, is of common scripts, about whose widths the
 * tables of Unicode of any library and version agree.
 */
gboolean printable_has_common_widths (const char *text);

/**
 * @text in at most @width columns, with an ellipsis for what was left out of its middle, because
 * names that begin alike often differ at their end. At least @tail columns of the end stay (a
 * bracketed id, say) where @width allows it. @text must be printable, @width at least 3.
 * (transfer full)
 */
char *printable_shorten (const char *text, gsize width, gsize tail);

/**
 * Fills lines with words. Everything after the first line is indented; a word that does not fit
 * a line stands on its own and is never cut.
 */
typedef struct
{
  GString *out;
  gsize width;  /* of a line, with its indentation */
  gsize indent; /* of the lines after the first */
  gsize column; /* where the next word would begin */
  gboolean line_has_word;
} PrintableLine;

/** Starts at @column of the line that @out ends with, whose text is already there. */
PrintableLine printable_line_at (GString *out, gsize width, gsize column, gsize indent);

/** @word after @gap blanks, or on a new line. @word must be printable. */
void printable_line_add_word (PrintableLine *self, const char *word, gsize gap);

/**
 * The blank-separated words of @text, one by one. Where wide characters (of Japanese, say) follow
 * each other without blanks a line may end between them, but not before what closes or behind what
 * opens. @text must be printable.
 */
void printable_line_add_text (PrintableLine *self, const char *text);

#endif

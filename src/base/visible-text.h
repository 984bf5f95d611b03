/* SPDX-License-Identifier: MIT */
#ifndef BASE_VISIBLE_TEXT_H
#define BASE_VISIBLE_TEXT_H

#include <glib.h>

/**
 * VisibleText: a text from outside as it may stand in what people read: harmless, and no longer
 * than there is room, in columns and in bytes. Not escaped for any form. Pure.
 */

/**
 * @text made printable, in at most @width columns (at least 3) and 8 bytes for each of them:
 * combining characters take no column, and may be as many as they like. NULL and "" give "".
 * (transfer full)
 */
char *visible_text (const char *text, gsize width);

/**
 * The same for what may be pasted into a spreadsheet: guarded as base/formula-guard says, by an
 * apostrophe that @width does not count. (transfer full)
 */
char *visible_text_guarded (const char *text, gsize width);

#endif

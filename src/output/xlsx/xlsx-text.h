/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_TEXT_H
#define OUTPUT_XLSX_XLSX_TEXT_H

#include <glib.h>

/**
 * Any text as a cell of a workbook can hold it: UTF-8 that every XML parser reads, at most 32,767
 * characters as spreadsheets count them (UTF-16). Knows nothing of cells.
 */
#define XLSX_TEXT_LENGTH_MAX 32767

/** How every part of a workbook begins, and what names its elements. */
#define XLSX_TEXT_START "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define XLSX_TEXT_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/**
 * @text itself, or what @buffer then holds: bytes that are no UTF-8 and the two characters that
 * XML has not become U+FFFD; control characters the format's _x0001_, and what looks like that
 * already _x005F_x0001_, so that it is read as it was; what is too long ends with an ellipsis.
 */
const char *xlsx_text_prepare (const char *text, GString *buffer);

/** Appends @text as XML that is read as @text, within an element. */
void xlsx_text_append (const char *text, GString *out);
/** The same within the quotes of an attribute. */
void xlsx_text_append_quoted (const char *text, GString *out);
/** "120". */
void xlsx_text_append_number (guint64 number, GString *out);

#endif

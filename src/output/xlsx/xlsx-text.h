/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_TEXT_H
#define OUTPUT_XLSX_XLSX_TEXT_H

#include <glib.h>

/**
 * Any text as a cell of a workbook can hold it: UTF-8 that every XML parser reads, at most 32,767
 * characters as spreadsheets count them (UTF-16). Knows nothing of cells.
 */
#define XLSX_TEXT_LENGTH_MAX 32767

/**
 * @text itself, or what @buffer then holds: bytes that are no UTF-8 and the two characters that
 * XML has not become U+FFFD; control characters the format's _x0001_, and what looks like that
 * already _x005F_x0001_, so that it is read as it was; what is too long ends with an ellipsis.
 */
const char *xlsx_text_prepare (const char *text, GString *buffer);

#endif

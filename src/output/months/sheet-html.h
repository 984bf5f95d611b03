/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_MONTHS_SHEET_HTML_H
#define OUTPUT_MONTHS_SHEET_HTML_H

#include "base/language/language.h"
#include "core/answer/close-sheet.h"

/**
 * The sheet of a close as a page, close.html: made for paper, on which it takes one or two sides,
 * with room for two signatures.
 */
void sheet_html_render (const CloseSheet *sheet, const Language *language, GString *out);

#endif

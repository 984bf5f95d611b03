/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_MONTHS_SHEET_TEXT_H
#define OUTPUT_MONTHS_SHEET_TEXT_H

#include "base/language/language.h"
#include "core/answer/close-sheet.h"

/** The sheet of a close as text, close.txt: up to 100 columns but for what names and notes need. */
void sheet_text_render (const CloseSheet *sheet, const Language *language, GString *out);

#endif

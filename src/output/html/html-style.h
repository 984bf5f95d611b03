/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_HTML_STYLE_H
#define OUTPUT_HTML_HTML_STYLE_H

#include "base/language/language.h"

/**
 * The style sheet of the page: light and dark, from a narrow screen to a wide one, and paper. What
 * depends on the columns of a table is not in it (see html-table). Never "</style" in it. With the
 * marks and fonts of the language; all fonts are those of the reader's system. (transfer full)
 */
char *html_style (const Language *language);

/** The fonts for Japanese, as a list in a style sheet. */
#define HTML_STYLE_JAPANESE \
  "system-ui,-apple-system,'Hiragino Sans','Hiragino Kaku Gothic ProN','Yu Gothic UI',Meiryo," \
  "'Noto Sans CJK JP','Noto Sans JP',IPAGothic,sans-serif"

/** A text of a catalog as a string in a style sheet. */
void html_style_append_string (GString *out, const char *text);

#endif

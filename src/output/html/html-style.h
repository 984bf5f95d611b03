/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_HTML_STYLE_H
#define OUTPUT_HTML_HTML_STYLE_H

/**
 * The style sheet of the page: light and dark, from a narrow screen to a wide one, and paper. What
 * depends on the columns of a table is not in it (see html-table). Static; never "</style" in it.
 */
const char *html_style (void);

#endif

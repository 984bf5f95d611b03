/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_HTML_SCRIPT_H
#define OUTPUT_HTML_HTML_SCRIPT_H

/**
 * The one script of the page: tables that sort and filter. The page is complete without it; it
 * only moves and hides rows that are there. Static; never "</script" in it.
 */
const char *html_script (void);

#endif

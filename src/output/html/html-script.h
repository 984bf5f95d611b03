/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_HTML_SCRIPT_H
#define OUTPUT_HTML_HTML_SCRIPT_H

#include "base/language/language.h"

/**
 * The one script of the page: tables that sort and filter, and an address that says how. The
 * page is complete without it; it only moves and hides rows that are there. What an address says
 * becomes the value of a field, a column or a choice that there is, or nothing; an address means
 * the same in every language. Of ASCII alone, and never "</script" in it. (transfer full)
 */
char *html_script (const Language *language);

#endif

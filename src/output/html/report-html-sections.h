/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_REPORT_HTML_SECTIONS_H
#define OUTPUT_HTML_REPORT_HTML_SECTIONS_H

#include "output/html/report-html-page.h"

/**
 * The sections of the page: one table says which there are and in what order, and style sheet,
 * navigation and body are made from it. Whoever adds a section adds it there.
 */

/** The rules of the tables in them. */
void report_html_sections_append_style (GString *style, const Language *language);

void report_html_sections_append_navigation (GString *out, const Language *language);

/** All of them, those too in which there is nothing to tell. */
void report_html_sections_append (GString *out, const HtmlPage *page);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_HTML_FRAME_H
#define OUTPUT_HTML_HTML_FRAME_H

#include "core/report/money-places.h"
#include "core/report/report.h"
#include "output/html/html-table.h"
#include "output/sink.h"

/**
 * HtmlFrame: the page of a report of any schema but the main one, in its style: a verdict, and
 * sections with tables and pictures. Needs no network; what it may load and run stands in its head.
 */

/** What sections are made from. All borrowed. */
typedef struct
{
  const Report *report;
  const Language *language;
  const MoneyPlaces *places;
  gconstpointer data; /* what html_frame_write_with() was given */
} HtmlFrame;

typedef struct
{
  const char *id;
  const char *title;      /* NC_ ("heading", ...) */
  const HtmlTable *table; /* for the style sheet; NULL: none */
  void (*append) (GString *out, const HtmlFrame *frame);
} HtmlFrameSection;

/** All static but the verdict. */
typedef struct
{
  const Language *language;
  const char *title; /* "Azure credits", said already */
  const char *verdict;
  const HtmlFrameSection *sections;
  guint section_count;
} HtmlFramePage;

/** A share of the page for the rows of one table: it stays below 3 MB. */
#define HTML_FRAME_TABLE_BYTES (600 * 1024)

void html_frame_write (const Report *report, const HtmlFramePage *page, Sink *sink);
/** The same, where sections are made from @data, too. */
void html_frame_write_with (const Report *report, const HtmlFramePage *page, gconstpointer data,
                            Sink *sink);

/**
 * <head> up to the open <body>: of any page. @title is escaped already. @script: the one that may
 * run; NULL: none.
 */
void html_frame_append_head (GString *out, const Language *language, const char *title,
                             const char *style, const char *script, const char *body_class);

/** First in the body of a page with navigation: past it by keyboard, to HTML_FRAME_MAIN. */
void html_frame_append_skip (GString *out, const Language *language);
#define HTML_FRAME_MAIN "<main id=\"main\" tabindex=\"-1\">\n"

/** Who made it, as the end of its header. */
void html_frame_append_maker (GString *out, const Language *language);

/** <nav>, to be filled with items and closed with HTML_FRAME_NAVIGATION_END. */
void html_frame_begin_navigation (GString *out, const Language *language);
void html_frame_append_link (GString *out, const char *id, const char *title);
#define HTML_FRAME_NAVIGATION_END "</ul></nav>\n"

/** Rows within a share of the page, and how many there are where some are left out. @label: NC_
 * ("heading", ...). */
void html_frame_append_rows (GString *out, const Language *language, const HtmlTable *table,
                             const char *label, const HtmlRows *rows, const char *file);

/** The findings of the report, of whatever schema. */
void html_frame_append_findings (GString *out, const HtmlFrame *frame);
const HtmlTable *html_frame_findings_table (void);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_REPORT_HTML_PAGE_H
#define OUTPUT_HTML_REPORT_HTML_PAGE_H

#include "base/language/language.h"
#include "core/report/money-places.h"
#include "output/html/html-customers.h"

/**
 * The page's room, in bytes: what each table may take of it. What is left is for style, script,
 * headings and explanations, none of which grows with the report.
 */
#define HTML_SHARE_CASES (250 * 1024)
#define HTML_SHARE_TOTALS (20 * 1024)
#define HTML_SHARE_TREND (60 * 1024)
#define HTML_SHARE_FINDINGS (420 * 1024)
#define HTML_SHARE_EVIDENCE (120 * 1024)
#define HTML_SHARE_TIE_OUT (400 * 1024)
#define HTML_SHARE_WATERFALL_PICTURES (120 * 1024)
#define HTML_SHARE_WATERFALL (60 * 1024)
#define HTML_SHARE_AGREEMENTS (320 * 1024)
#define HTML_SHARE_CUSTOMERS (700 * 1024)
#define HTML_SHARE_FILES (70 * 1024)
#define HTML_SHARE_INVOICES (70 * 1024)
#define HTML_SHARES \
  (HTML_SHARE_CASES + HTML_SHARE_TOTALS + HTML_SHARE_TREND + HTML_SHARE_FINDINGS \
   + HTML_SHARE_EVIDENCE + HTML_SHARE_TIE_OUT + HTML_SHARE_WATERFALL_PICTURES \
   + HTML_SHARE_WATERFALL + HTML_SHARE_AGREEMENTS + HTML_SHARE_CUSTOMERS + HTML_SHARE_FILES \
   + HTML_SHARE_INVOICES)

/** HtmlPage: what the sections of the page are made from. All borrowed. */
typedef struct
{
  const Report *report;
  const Language *language;
  HtmlCustomers *customers;
  const MoneyPlaces *places;
} HtmlPage;

#endif

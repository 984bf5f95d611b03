/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_REPORT_HTML_PAGE_H
#define OUTPUT_HTML_REPORT_HTML_PAGE_H

#include "core/report/money-places.h"
#include "output/html/html-customers.h"

/** HtmlPage: what the sections of the page are made from. All borrowed. */
typedef struct
{
  const Report *report;
  HtmlCustomers *customers;
  const MoneyPlaces *places;
} HtmlPage;

#endif

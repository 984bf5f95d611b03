/* SPDX-License-Identifier: MIT */
#ifndef IO_REPORT_HTML_PAGE_H
#define IO_REPORT_HTML_PAGE_H

#include "io/html-customers.h"
#include "io/money-places.h"

/** HtmlPage: what the sections of the page are made from. All borrowed. */
typedef struct
{
  const Report *report;
  HtmlCustomers *customers;
  const MoneyPlaces *places;
} HtmlPage;

#endif

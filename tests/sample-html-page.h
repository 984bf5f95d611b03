/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_HTML_PAGE_H
#define SAMPLE_HTML_PAGE_H

#include "output/html/report-html-page.h"

/* What the sections of a page of @report are made from; owns its parts. */
typedef struct
{
  HtmlCustomers *customers;
  MoneyPlaces *places;
  HtmlPage page;
} SamplePage;

static inline SamplePage
sample_page (const Report *report)
{
  SamplePage sample
      = { .customers = html_customers_new (report), .places = money_places_new_of_report (report) };

  sample.page = (HtmlPage){ report, NULL, sample.customers, sample.places };
  return sample;
}

static inline void
sample_page_clear (SamplePage *sample)
{
  html_customers_free (sample->customers);
  money_places_free (sample->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SamplePage, sample_page_clear)

#endif

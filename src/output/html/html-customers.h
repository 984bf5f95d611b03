/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_HTML_CUSTOMERS_H
#define OUTPUT_HTML_HTML_CUSTOMERS_H

#include <glib.h>

#include "core/report/report.h"

/**
 * HtmlCustomers: who is in the report, what people read for them, which rows are theirs, and
 * whether there is something to tell. Keeps pointers into the report, which must outlive it.
 */
typedef struct HtmlCustomers HtmlCustomers;

/** How much there is to tell of a customer; the greatest that fits. */
typedef enum
{
  CUSTOMER_QUIET,     /* nothing but rows that agree */
  CUSTOMER_NOTED,     /* a notice, or an agreement that expired, will soon or is not reported */
  CUSTOMER_DOUBTFUL,  /* a warning, or a month that cannot be compared */
  CUSTOMER_DISAGREES, /* an error, or a month that differs */
  CUSTOMER_NEWS_COUNT
} CustomerNews;

typedef struct
{
  const char *id;
  char *label;   /* short and visible, not escaped */
  guint number;  /* 1 for the first in order of labels; makes the anchor, "c1" */
  char *section; /* of the page, owned; NULL: it has none. Set by who writes the sections */
  CustomerNews news;
  gsize first[REPORT_TABLE_COUNT]; /* rows of agreements, rollforward, tieout and waterfall */
  gsize count[REPORT_TABLE_COUNT];
  const FindingRow *const *findings; /* worst first, see output/finding-order */
  gsize finding_count;
} HtmlCustomer;

HtmlCustomers *html_customers_new (const Report *report);
void html_customers_free (HtmlCustomers *self); /* NULL is fine */

gsize html_customers_count (const HtmlCustomers *self);
/** In order of labels. */
HtmlCustomer *html_customers_get (const HtmlCustomers *self, gsize index);
/** NULL for null and unknown ids. */
const HtmlCustomer *html_customers_lookup (const HtmlCustomers *self, const char *id);

/**
 * Appends what is at stake of @customer, at least one Stake (output/stake-order); each has
 * @customer as its item: per currency the sum of its findings of the worst severity, without their
 * signs, and that of its months that cannot be compared.
 */
void html_customers_add_stakes (const HtmlCustomers *self, const HtmlCustomer *customer,
                                GArray *stakes);

/** The label, with a link to the customer's section if there is one; a dash for null. */
void html_customers_append (const HtmlCustomers *self, GString *out, const char *id);

/** Orders ids by label, as a comparison of GLib. */
gint html_customers_compare (const HtmlCustomers *self, const char *a, const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtmlCustomers, html_customers_free)

#endif

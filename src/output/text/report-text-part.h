/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_REPORT_TEXT_PART_H
#define OUTPUT_TEXT_REPORT_TEXT_PART_H

#include "core/report/money-places.h"
#include "output/customer-labels.h"
#include "output/text/text-table.h"

/** ReportText: what the parts of the text report are put together with. All borrowed. */
typedef struct
{
  const Report *report;
  const CustomerLabels *labels;
  const MoneyPlaces *places;
  gboolean reliable; /* what agrees is no chance (see VerdictKind) */
  const TextStyle *style;
  GString *out;
} ReportText;

/** Of two names of a column, or texts of a cell, the one that the width has room for. */
const char *report_text_part_by_width (const ReportText *self, const char *full, const char *brief);

/** As people look customers up: @a and @b are what they read for them. */
gint report_text_part_compare_labels (const char *a, const char *b);

/**
 * That some of @total rows are not listed: @sentence, said in the language, has a place for how
 * many and one for @total.
 */
void report_text_part_append_unlisted (const ReportText *self, const char *sentence, gsize listed,
                                       gsize total);

/** Says the text in the reader's language. */
static inline const char *G_GNUC_FORMAT (2)
    report_text_part_say (const ReportText *self, const char *text)
{
  return language_say (self->style->language, text);
}

/**
 * The rows of a table that begins with the customer's id as people look them up: by what they read
 * for the customer, else in report order. (transfer container)
 */
GPtrArray *report_text_part_rows_by_customer (const ReportText *self, ReportTable table);

/** @text, printable, in lines. */
void report_text_part_append_wrapped (const ReportText *self, TextEmphasis emphasis,
                                      const char *text);
/** A blank line and the table. */
void report_text_part_append_table (const ReportText *self, const TextTable *table,
                                    const char *title);

/** The next cell: what people read for the customer, "-" for null. */
void report_text_part_add_customer (const ReportText *self, TextTable *table,
                                    const char *customer_id);

#endif

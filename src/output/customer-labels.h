/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_CUSTOMER_LABELS_H
#define OUTPUT_CUSTOMER_LABELS_H

#include <glib.h>

#include "core/report/report.h"

/**
 * CustomerLabels: what people read for a customer id: the name; where several customers of the
 * report share it, the name and as much of the id as tells them apart; without a name the id.
 */
typedef struct CustomerLabels CustomerLabels;

typedef struct
{
  const char *text; /* printable; belongs to the CustomerLabels */
  gsize tail;       /* columns at its end that must survive a shortening */
} CustomerLabel;

/** Of all customers that @report tells of; keeps no reference to it. */
CustomerLabels *customer_labels_new (const Report *report);
/** Of those in @count rows that lie behind each other, of a table that names customers. */
CustomerLabels *customer_labels_new_of_rows (const ReportTableInfo *info, gconstpointer rows,
                                             gsize count);
void customer_labels_free (CustomerLabels *self); /* NULL is fine */

/** An empty text for NULL, "" and customers that are not in the report. */
CustomerLabel customer_labels_lookup (const CustomerLabels *self, const char *customer_id);

/**
 * @label in at most @width columns and as many bytes as base/visible-text allows; what tells
 * namesakes apart stands at its end and stays. (transfer full)
 */
char *customer_labels_shorten (CustomerLabel label, gsize width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CustomerLabels, customer_labels_free)

#endif

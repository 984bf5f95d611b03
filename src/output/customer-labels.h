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

/** Reads every table of @report that names customers; keeps no reference to it. */
CustomerLabels *customer_labels_new (const Report *report);
void customer_labels_free (CustomerLabels *self); /* NULL is fine */

/** An empty text for NULL, "" and customers that are not in the report. */
CustomerLabel customer_labels_lookup (const CustomerLabels *self, const char *customer_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CustomerLabels, customer_labels_free)

#endif

/* SPDX-License-Identifier: MIT */
#ifndef STORE_SEAL_CONTENT_H
#define STORE_SEAL_CONTENT_H

#include "core/book/books.h"
#include "core/report/report.h"
#include "store/database.h"

/**
 * What a seal holds of a month: balance rows, figures, ACO credits, invoices, findings and the
 * files they come from, and the names of customers. Written from the books and the report of a run
 * that reports that month alone.
 */

/** All borrowed. */
typedef struct
{
  const Books *books;
  const Report *report; /* of @month alone */
  Month month;
  gboolean with_earlier; /* balance rows of earlier months, too: at the first close */
} SealContent;

/**
 * Into the tables of content of @version, whose row in `seal` is there already. FALSE with @error.
 */
gboolean seal_content_write (const SealContent *self, Database *database, gint64 version,
                             GError **error);
/** The files, into `input`. */
gboolean seal_content_write_inputs (const SealContent *self, Database *database, gint64 version,
                                    GError **error);
/** The names of all customers of the books, into `customer`. */
gboolean seal_content_write_names (const SealContent *self, Database *database, GError **error);

/** For the event, of EventInput, in reading order; texts borrowed. (transfer full) */
GArray *seal_content_inputs (const SealContent *self);

/** Whether the month has a balance row, and whether it has a billed invoice line. */
gboolean seal_content_has_balances (const SealContent *self);
gboolean seal_content_has_invoices (const SealContent *self);

#endif

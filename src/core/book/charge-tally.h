/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_CHARGE_TALLY_H
#define CORE_BOOK_CHARGE_TALLY_H

#include "core/book/charge-book.h"

/**
 * How one line is added to the tallies of a charge book, and how tallies of two readings are put
 * together. For charge-book alone.
 */

ChargeTally *charge_tally_new (Slice customer, Slice invoice, Slice currency);
void charge_tally_free (gpointer tally);
void charge_tally_add (ChargeTally *self, const InvoiceLine *line);
void charge_tally_merge (ChargeTally *self, const ChargeTally *later);

InvoiceTally *invoice_tally_new (Slice invoice, Position first);
void invoice_tally_free (gpointer tally);
/** @fit: the rule that the line's Subtotal fits. */
void invoice_tally_add (InvoiceTally *self, const InvoiceLine *line, Fit fit);
void invoice_tally_merge (InvoiceTally *self, const InvoiceTally *later);

#endif

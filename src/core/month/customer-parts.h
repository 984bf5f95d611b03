/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_CUSTOMER_PARTS_H
#define CORE_MONTH_CUSTOMER_PARTS_H

#include <glib.h>

/**
 * CustomerParts: what the books hold, customer by customer. The rules about balances, invoices and
 * usage never look at two customers at a time, so what they need lives no longer than one.
 */
typedef struct CustomerParts CustomerParts;

/** One customer's share of the lists, in their order. */
typedef struct
{
  const char *customer;
  GPtrArray *credits; /* of const Credit * */
  GPtrArray *charges; /* of const ChargeTally * */
  GPtrArray *usage;   /* of const UsageTally * */
} CustomerPart;

/** The lists are those of the books, sorted by customer; they are borrowed. */
CustomerParts *customer_parts_new (const GPtrArray *credits, const GPtrArray *charges,
                                   const GPtrArray *usage);
/**
 * The same for the share @index of @count, which follow each other: every customer is in one of
 * them. They are of about the same size where no customer is much larger than the others.
 */
CustomerParts *customer_parts_new_share (const GPtrArray *credits, const GPtrArray *charges,
                                         const GPtrArray *usage, guint index, guint count);
void customer_parts_free (CustomerParts *self); /* NULL is fine */

/** The customers in the order of their ids' bytes; NULL at the end. Valid until the next call. */
const CustomerPart *customer_parts_next (CustomerParts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CustomerParts, customer_parts_free)

#endif
